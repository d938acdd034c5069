// Finds the places that a reader's letters can mean, in the small files of generator/lookup.py. A file
// is fetched once; which one says the first letters to the host, and nothing more.
import { plier } from "./plier.js";
import { chercher } from "./propositions.js";

/**
 * @typedef {object} Lieu
 * @property {string} cle what the address of a page says: INSEE code, département or hospital
 * @property {string} nom @property {string} detail
 * @property {string[]} cles what may be typed, folded
 * @property {"commune" | "territoire" | "centre"} genre
 * @property {number} [latitude] degrees WGS 84; none where no distance would help
 * @property {number} [longitude]
 * @property {string} [departement] code @property {string} [ville] of a hospital, folded
 */

const FINESSE = 10000;

/** @param {string} code INSEE */
const departementDe = (code) => code.slice(0, code.startsWith("97") ? 3 : 2);

/** A row of a file. @returns {Lieu} */
function commune([nom, code, postaux, latitude, longitude, ancien], noms) {
  const codes = postaux.split(" ").filter(Boolean);
  const departement = departementDe(code);
  const cle = plier(ancien ?? nom);
  return {
    cle: code,
    nom: ancien ? `${ancien}, aujourd’hui ${nom}` : nom,
    detail: [codes[0], noms.get(departement)].filter(Boolean).join(", "),
    // Not the INSEE code: it is the postcode of another commune, often.
    cles: [cle, cle.replace(/ arrondissement$/, ""), ...codes],
    genre: "commune",
    latitude: latitude / FINESSE,
    longitude: longitude / FINESSE,
    departement,
  };
}

/** Départements, collectivités and hospitals. @returns {Lieu[]} */
const reperer = ({ departements, collectivites, centres }) => [
  ...departements.map(([code, nom, , ville, latitude, longitude]) => ({
    cle: code,
    nom,
    detail: ville ? `département, depuis ${ville}` : "département",
    cles: [plier(nom), code.toLowerCase()],
    genre: "territoire",
    latitude,
    longitude,
    departement: code,
  })),
  ...collectivites.map(([code, nom, postal]) => ({
    cle: code,
    nom,
    detail: "outre-mer",
    cles: [plier(nom), code, postal],
    genre: "territoire",
  })),
  ...centres.map(([id, nom, ville, latitude, longitude, ...autres]) => ({
    cle: id,
    nom,
    detail: `hôpital, ${ville}`,
    cles: [[nom, ...autres].map((un) => plier(un)).join(" ")],
    genre: "centre",
    latitude,
    longitude,
    ville: plier(ville),
  })),
];

/** @param {string} adresse of the landmarks */
export function ouvrirLieux(adresse) {
  const racine = new URL(adresse, document.baseURI);
  const demandes = new Map();
  const proposes = new Map();

  const lire = async (url) => {
    const reponse = await fetch(url);
    if (!reponse.ok) throw new Error(String(reponse.status));
    return reponse.json();
  };
  /** Each file once; one that failed is asked again the next time. */
  const une = (url, faire) => {
    if (!demandes.has(url.href)) {
      const demande = lire(url).then(faire);
      demande.catch(() => demandes.delete(url.href));
      demandes.set(url.href, demande);
    }
    return demandes.get(url.href);
  };
  const reperes = () =>
    une(racine, (lus) => ({
      dossier: lus.dossier,
      lieux: reperer(lus),
      rangs: new Map(lus.fichiers.map((debut, rang) => [debut, rang])),
      noms: new Map(lus.departements),
      pages: new Map(lus.departements.map(([code, , page]) => [code, page])),
    }));
  /** The communes of the file that holds all that begins so. */
  const communes = async (debut) => {
    const { dossier, rangs, noms } = await reperes();
    let long = debut.length;
    while (!rangs.has(debut.slice(0, long))) long -= 1;
    const rang = rangs.get(debut.slice(0, long));
    return une(new URL(`${dossier}${rang}.json`, racine), (rangees) =>
      rangees.map((rangee) => commune(rangee, noms)),
    );
  };

  return {
    /** @param {string} mots as typed; rejects where a file does not come */
    async proposer(mots) {
      const voulus = [...new Set([plier(mots), plier(mots, { saint: false })])].filter(Boolean);
      const { lieux } = await reperes();
      const fichiers = new Set(await Promise.all(voulus.map(communes)));
      const trouves = chercher(voulus, lieux, [...fichiers]);
      for (const lieu of trouves.lieux) proposes.set(lieu.cle, lieu);
      return trouves;
    },
    /** What was proposed needs no file: the network may be gone. @param {string} cle @returns {Promise<Lieu | undefined>} */
    async trouver(cle) {
      if (proposes.has(cle)) return proposes.get(cle);
      const { lieux } = await reperes();
      const repere = lieux.find((lieu) => lieu.cle === cle);
      if (repere || !/^[0-9][0-9AB][0-9]{3}$/.test(cle)) return repere;
      return (await communes(cle.toLowerCase())).find((lieu) => lieu.cle === cle);
    },
    /** The page of the département of a place, if it has one. @param {Lieu} lieu */
    async page(lieu) {
      return (await reperes()).pages.get(lieu.departement);
    },
  };
}
