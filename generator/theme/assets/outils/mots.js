// The words of French as a hurried reader types them: no accent, no elision, no ending.
import { denuer } from "./plier.js";

const LETTRES = "[\\p{L}\\p{M}\\p{N}]+";
const ENTRE = "[ .\u00a0\u202f-]?";
/** A telephone number, or how one begins: « 01 42 49 49 49 », « 01.42 », « +33 1 42 49 49 49 ». */
const NUMERO = `(?:0|(?:\\+|00)33${ENTRE}(?:\\(0\\)${ENTRE})?)[1-9](?:${ENTRE}[0-9]{2}){1,4}(?!${LETTRES})`;
const MOTS = new RegExp(`${NUMERO}|${LETTRES}(?:[-‑]${LETTRES})*`, "gu");
const SEUL = new RegExp(`^${NUMERO}$`, "u");
const SAINTS = new Map([["st", "saint"], ["ste", "sainte"]]);
/** Words that say nothing of what is looked for, beside others. */
export const MUETS = new Set(
  `ai au aux avec ca ce ces cette dans de des du elle en est et fois il ils je la le les leur ma mais mes mon ne nous on
   ou par pas pour qu que quel quelle quels quelles qui quoi sa se ses son sont sur ta tes ton tous tout tu un une vos
   votre vous`.split(/\s+/),
);
// In this order; what is left has three letters or more. After the light stemmers of Savoy (UniNE), for
// folded words: « prélèvement », « prélevé » and « prélever » are one.
const FINS = [
  [/([^e])aux$/, "$1al"],
  [/x$/, "", 4],
  [/s$/, ""],
  [/(?:issement|ement)$/, ""],
  [/(?:ation|ition|ion|ance|ence|eur|euse|eu|if|ive|ant)$/, "", 4],
  [/ee$/, "e"],
  [/(?:er|ez|e)$/, ""],
  [/qu$/, "c"],
  [/gu$/, "g"],
  [/i$/, "", 4],
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
  const numero = SEUL.test(ecrit);
  const mot = numero ? plie.replace(/^(?:00)?330?/, "0") : (SAINTS.get(plie) ?? plie);
  const parts = numero ? [ecrit] : ecrit.split(/[-‑]/);
  const seul = parts.length < 2;
  // « CAR-T » is « cart », and no form of « carte »; « par » is none of « Paris ».
  const racine = seul && !MUETS.has(mot) ? raciner(mot) : `${mot}-`;
  const mots = [{ mot, racine }, ...(seul ? [] : parts.flatMap(lire))];
  lus.set(ecrit, mots);
  return mots;
}

/** The words of a text. @param {string} texte @returns {Mot[][]} each as `lire` gives it */
export const decouper = (texte) => (texte.match(MOTS) ?? []).map(lire);

/** A text without its telephone numbers. @param {string} texte @returns {string} */
export const sansNumeros = (texte) => texte.replace(MOTS, (ecrit) => (SEUL.test(ecrit) ? " " : ecrit));

/** Where the words stand that have one of these roots. @returns {{debut: number, fin: number}[]} */
export const situer = (texte, racines) =>
  [...texte.matchAll(MOTS)]
    .filter(([ecrit]) => lire(ecrit).some(({ racine }) => racines.has(racine)))
    .map(({ 0: ecrit, index }) => ({ debut: index, fin: index + ecrit.length }));
