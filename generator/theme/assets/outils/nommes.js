// The places that words typed in the search name. The file of the communes that begin so is asked for only
// where no page of the site is about these words: which one says their first letters to the host.
import { plier } from "./plier.js";

const MAX = 3;
/** What people write before the name of a town. */
const AVANT = new Set(
  "a au aux autour cart centre centres chez chu clinique cote d dans de des du en et hopital hopitaux l le la les ou pres proche sur t trouver vers ville car".split(" "),
);
const CHIFFRES = /^(?:[0-9]{2,3}|2[ab]|[0-9]{5})$/i;

/** What may be the name, once what comes before is left out: from the first word that is not the site's to the last, then what is before. */
function noms(demande, { sujet, inconnus }) {
  const ecrits = demande.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const mots = ecrits.slice(ecrits.findIndex((mot) => !AVANT.has(plier(mot))));
  const code = mots.find((mot) => CHIFFRES.test(mot));
  if (code) return [code];
  if (sujet) return [];
  const autres = mots.map((mot, rang) => ({ mot: plier(mot), rang })).filter(({ mot }) => inconnus.has(mot));
  const [debut, fin] = autres.length ? [autres[0].rang, autres.at(-1).rang + 1] : [0, mots.length];
  return [debut, debut - 1, debut - 2].filter((rang) => rang >= 0).map((rang) => mots.slice(rang, fin).join(" "));
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
    const siens = trouves.filter(
      ({ genre, cles }) =>
        genre !== "centre" && (presque ? !reponse.passages.length : cles.some((cle) => plies.includes(cle))),
    );
    if (siens.length) return siens.slice(0, MAX);
  }
  return [];
}
