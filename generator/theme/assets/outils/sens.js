// What the words of a question can mean among those that the site writes. What is nearly written so answers
// where nothing else does.
import { decouper, raciner } from "./mots.js";
import { ecart } from "./plier.js";

/** Words that say nothing of what is looked for, beside others. */
const MUETS = new Set(
  `au aux avec ca ce ces cette dans de des du elle en est et il ils je la le les leur ma mes mon ne nous on ou par
   pas pour qu que quel quelle quels quelles qui quoi sa se ses son sont sur ta tes ton tu un une vos votre vous`.split(/\s+/),
);
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
  const racine = formes.get(mot) ?? raciner(mot);
  if (inverse.has(racine)) return new Map([[racine, 1]]);
  const trouves = new Map();
  const garder = (autre, sur) => trouves.set(autre, Math.max(sur, trouves.get(autre) ?? 0));
  for (const [forme, sienne] of formes) {
    if (mot.length > 2 && forme.startsWith(mot)) garder(sienne, DEBUT);
    else if (mot.length > 4 && forme.includes(mot)) garder(sienne, DEDANS);
  }
  if (trouves.size || /[0-9]/.test(mot)) return trouves;
  if (mot.length < court) return trouves;
  let proche = mot.length < 6 ? 1 : 2;
  for (const [forme, sienne] of formes) {
    const loin = ecart(forme, mot, proche);
    if (loin < proche) trouves.clear();
    if (loin <= proche) garder(sienne, PRESQUE[loin]);
    proche = Math.min(proche, loin);
  }
  if (trouves.size) return trouves;
  const commun = Math.max(5, Math.ceil(racine.length * 0.6));
  for (const autre of inverse.keys()) {
    if (racine.length > commun && autre.startsWith(racine.slice(0, commun))) garder(autre, PARENT);
  }
  return trouves;
}
