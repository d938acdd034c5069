// Names as a hurried reader types them, as generator/gazetteer.py folds them: no accent, hyphen, case or
// leading article; « st » is « saint », « 13e » is « 13 ».

const LONGUEUR = 100;

/** Letters without accents, case or ligature. @param {string} mots @returns {string} */
export const denuer = (mots) =>
  mots.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").normalize("NFKD").replace(/\p{M}/gu, "");

/** @param {string} nom @param {{saint?: boolean}} [choix] whether « st » is « saint » @returns {string} */
export function plier(nom, { saint = true } = {}) {
  const simple = denuer(nom.slice(0, LONGUEUR))
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/\b([0-9]+)(?:er|ere|e|eme|ieme)\b/g, "$1");
  const entier = saint ? simple.replace(/\bst(e?)\b/g, "saint$1") : simple;
  return entier.replace(/^(?:l|le|la|les|los|las|aux) /, "");
}

/**
 * How many letters differ, are missing, too many or swapped; counts no further than `limite`.
 * @param {string} a @param {string} b @param {number} limite @returns {number}
 */
export function ecart(a, b, limite) {
  if (Math.abs(a.length - b.length) > limite) return limite + 1;
  let avant = [];
  let ligne = Array.from({ length: b.length + 1 }, (_, rang) => rang);
  for (let i = 1; i <= a.length; i += 1) {
    const suite = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const pareil = a[i - 1] === b[j - 1] ? 0 : 1;
      suite[j] = Math.min(ligne[j] + 1, suite[j - 1] + 1, ligne[j - 1] + pareil);
      const inverse = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (inverse) suite[j] = Math.min(suite[j], avant[j - 2] + 1);
    }
    if (Math.min(...suite) > limite) return limite + 1;
    [avant, ligne] = [ligne, suite];
  }
  return ligne[b.length];
}
