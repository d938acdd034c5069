// The words of French as a hurried reader types them: no accent, no elision, no ending.
import { denuer } from "./plier.js";

const MOTS = /[\p{L}\p{M}\p{N}]+(?:[-‑][\p{L}\p{M}\p{N}]+)*/gu;
const SAINTS = { st: "saint", ste: "sainte" };
// In this order; what is left has three letters or more. After the light stemmers of Savoy (UniNE), for
// folded words: « prélèvement », « prélevé » and « prélever » are one.
const FINS = [
  [/([^e])aux$/, "$1al"],
  [/[sx]$/, ""],
  [/(?:issement|ement)$/, ""],
  [/(?:ation|ition|ion|ance|ence|eur|euse|eu|if|ive|ant)$/, "", 4],
  [/(?:ee|er|ez|e)$/, ""],
  [/qu$/, "c"],
  [/gu$/, "g"],
  [/i$/, ""],
  [/([^aeiou])\1$/, "$1"],
];

/** What a folded word has in common with its other forms. @param {string} mot @returns {string} */
export function raciner(mot) {
  if (mot.length < 4 || /[0-9]/.test(mot)) return mot;
  return FINS.reduce((reste, [fin, suite, court = 3]) => {
    const plus = reste.replace(fin, suite);
    return plus.length < court ? reste : plus;
  }, mot);
}

/** @typedef {{mot: string, racine: string}} Mot a word, folded: « Œdème » is « oedeme » */
/** @type {Map<string, Mot[]>} */
const lus = new Map();

/** A word as it is written; one with hyphens, then each of its parts. @param {string} ecrit @returns {Mot[]} */
function lire(ecrit) {
  if (lus.has(ecrit)) return lus.get(ecrit);
  const plie = denuer(ecrit).replace(/[^\p{L}\p{N}]/gu, "");
  const mot = SAINTS[plie] ?? plie;
  const parts = ecrit.split(/[-‑]/);
  const seul = parts.length < 2;
  // « CAR-T » is « cart », and no form of « carte ».
  const mots = seul ? [{ mot, racine: raciner(mot) }] : [{ mot, racine: `${mot}-` }, ...parts.flatMap(lire)];
  lus.set(ecrit, mots);
  return mots;
}

/** The words of a text. @param {string} texte @returns {Mot[][]} each as `lire` gives it */
export const decouper = (texte) => (texte.match(MOTS) ?? []).map(lire);

/** Where the words stand that have one of these roots. @returns {{debut: number, fin: number}[]} */
export const situer = (texte, racines) =>
  [...texte.matchAll(MOTS)]
    .filter(([ecrit]) => lire(ecrit).some(({ racine }) => racines.has(racine)))
    .map(({ 0: ecrit, index }) => ({ debut: index, fin: index + ecrit.length }));
