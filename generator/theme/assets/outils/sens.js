// What the words of a question can mean among those that the site writes. What is nearly written so answers
// where nothing else does.
import { decouper, MUETS, raciner } from "./mots.js";
import { ecart } from "./plier.js";

/** How sure it is that another word is meant: it begins so, holds it, differs by letters, has its root. */
const DEBUT = 0.8;
const DEDANS = 0.6;
const PRESQUE = [1, 0.7, 0.5];
const PARENT = 0.35;

/** The words of a question that may find something: two that the site writes as one are one. */
export function choisir(demande, formes) {
  const mots = decouper(demande)
    .flatMap(([entier, ...parts]) => (parts.length && !formes.has(entier.mot) ? parts : [entier]))
    .map(({ mot }) => mot);
  const choisis = [];
  for (let rang = 0; rang < mots.length; rang += 1) {
    const ensemble = mots[rang] + (mots[rang + 1] ?? " ");
    choisis.push(formes.has(ensemble) ? ensemble : mots[rang]);
    if (formes.has(ensemble)) rang += 1;
  }
  const pleins = choisis.filter((mot) => mot.length > 1 && !MUETS.has(mot));
  return pleins.length ? pleins : choisis;
}

/**
 * The roots that a word can mean, each with how sure that is; of fewer letters than `court`, it means itself.
 * @returns {Map<string, number>}
 */
export function comprendre(mot, court, formes, inverse) {
  const racine = raciner(mot);
  const siennes = formes.get(mot) ?? [racine].filter((une) => inverse.has(une));
  const trouves = new Map([...siennes].map((une) => [une, 1]));
  if (trouves.size) return trouves;
  const garder = (autres, sur) => {
    for (const autre of autres) trouves.set(autre, Math.max(sur, trouves.get(autre) ?? 0));
  };
  for (const [forme, racines] of formes) {
    if (mot.length > 2 && forme.startsWith(mot)) garder(racines, DEBUT);
    else if (mot.length > 4 && forme.includes(mot)) garder(racines, DEDANS);
  }
  if (trouves.size || /[0-9]/.test(mot)) return trouves;
  if (mot.length < court) return trouves;
  let proche = mot.length < 6 ? 1 : 2;
  for (const [forme, racines] of formes) {
    const loin = ecart(forme, mot, proche);
    if (loin < proche) trouves.clear();
    if (loin <= proche) garder(racines, PRESQUE[loin]);
    proche = Math.min(proche, loin);
  }
  if (trouves.size) return trouves;
  const commun = Math.max(5, Math.ceil(racine.length * 0.6));
  for (const autre of inverse.keys()) {
    if (racine.length > commun && autre.startsWith(racine.slice(0, commun))) garder([autre], PARENT);
  }
  return trouves;
}
