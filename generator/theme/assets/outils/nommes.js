// The places that words typed in the search name. The file of the communes that begin so is asked for only
// where no page of the site is about these words: which one says their first letters to the host.
import { sansNumeros } from "./mots.js";
import { ecart, plier } from "./plier.js";

const MAX = 3;
/** Letters of a name that may be misspelt: « bébé » is not Bèze. */
const SUR = 5;
/** What people write before the name of a town. */
const AVANT = new Set(
  "a au aux autour cart centre centres chez chu clinique cote d dans de departement des du en et hopital hopitaux l le la les ou pres proche sur t trouver vers ville car".split(" "),
);
const POSTAL = /^[0-9]{5}$/;
/** Not 15: the Cantal gives way to the SAMU. */
const DEPARTEMENT = /^(?!15$)(?:[0-9]{2,3}|2[ab])$/i;
/** « 29 000 » */
const ESPACE = /(^|[^\p{N}])([0-9]{2})[ \u00a0\u202f]([0-9]{3})(?!\p{N})/gu;

/** What may be the name, once what comes before is left out: from the first word that is not the site's to the last, then what is before. */
function noms(demande, { sujet, inconnus }) {
  const dits = sansNumeros(demande).replace(ESPACE, "$1$2$3");
  const ecrits = dits.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const premier = ecrits.findIndex((mot) => !AVANT.has(plier(mot)));
  const mots = premier < 0 ? [] : ecrits.slice(premier);
  const code = mots.find((mot) => POSTAL.test(mot));
  if (code) return [code];
  // « 38 de fièvre » is no département, and « Paris 13 » is not the Bouches-du-Rhône.
  if (mots.length === 1 && DEPARTEMENT.test(mots[0])) return mots;
  if (sujet) return [];
  const autres = mots.map((mot, rang) => ({ mot: plier(mot), rang })).filter(({ mot }) => inconnus.has(mot));
  const [debut, fin] = autres.length ? [autres[0].rang, autres.at(-1).rang + 1] : [0, mots.length];
  const suites = [debut, debut - 1, debut - 2].filter((rang) => rang >= 0).map((rang) => mots.slice(rang, fin));
  // « Brest 29 »
  const sans = mots.filter((mot) => !DEPARTEMENT.test(mot));
  return [...suites, ...(sans.length < mots.length ? [sans] : [])].map((suite) => suite.join(" ")).filter(Boolean);
}

/** Whether a name that no place has is surely one: figures as of a postcode (CEDEX), or letters but for few. */
function ressemble({ cles }, nom) {
  if (/^[0-9]+$/.test(nom)) return POSTAL.test(nom);
  const limite = nom.length < 9 ? 1 : 2;
  return nom.length >= SUR && cles.some((cle) => ecart(cle, nom, limite) <= limite);
}

/**
 * @param {string} demande
 * @param {{passages: object[], sujet: boolean, inconnus: Set<string>}} reponse of the engine
 * @param {ReturnType<typeof import("./lieux.js").ouvrirLieux>} lieux
 */
export async function lieuxNommes(demande, reponse, lieux) {
  for (const nom of noms(demande, reponse)) {
    const plies = [plier(nom), plier(nom, { saint: false })];
    const { lieux: trouves, presque } = await lieux.proposer(nom);
    const voulu = presque
      ? (lieu) => !reponse.passages.length && ressemble(lieu, plies[0])
      : ({ cles }) => cles.some((cle) => plies.includes(cle));
    const siens = trouves.filter((lieu) => lieu.genre !== "centre" && voulu(lieu));
    if (siens.length) return siens.slice(0, MAX);
  }
  return [];
}
