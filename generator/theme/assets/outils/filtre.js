// What the filters of the list and of the map ask, and what our sources answer of a hospital.

/**
 * @typedef {{publics: string[], maladies: string[], region: string}} Dits What our sources say.
 * @typedef {"oui" | "inconnu" | "autre" | "ailleurs"} Reponse
 */

/** @param {FormData} choix */
export const filtrant = (choix) => [...choix.values()].some(Boolean);

/**
 * Yes, nothing said, others only; a hospital of another region is elsewhere.
 * @param {Dits} dits @param {FormData} choix @returns {Reponse}
 */
export function repondre(dits, choix) {
  const region = choix.get("region");
  if (region && dits.region !== region) return "ailleurs";
  const reponses = ["publics", "maladies"]
    .filter((cle) => choix.get(cle))
    .map((cle) => (dits[cle].includes(choix.get(cle)) ? "oui" : dits[cle].length ? "autre" : "inconnu"));
  return ["autre", "inconnu"].find((une) => reponses.includes(une)) ?? "oui";
}

/** @param {Iterable<Reponse>} reponses */
export function compter(reponses) {
  const comptes = { oui: 0, inconnu: 0, autre: 0, ailleurs: 0 };
  for (const une of reponses) comptes[une] += 1;
  return comptes;
}

/** @param {number} nombre */
export const centres = (nombre) => `${nombre} centre${nombre > 1 ? "s" : ""}`;

/** @param {Record<Reponse, number>} comptes */
export const annoncer = ({ oui, inconnu, autre }) =>
  [
    oui ? `${centres(oui)} : oui, selon nos sources.` : "Aucun centre ne l’annonce dans nos sources.",
    inconnu && `${centres(inconnu)} : non renseigné.`,
    autre && `${centres(autre)} : nos sources n’en citent que d’autres.`,
  ]
    .filter(Boolean)
    .join(" ");

/**
 * Answers each choice, and the choices that the browser gives back when one comes back to the page.
 * @param {HTMLFormElement} formulaire @param {(choix: FormData) => void} ranger
 */
export function brancherFiltres(formulaire, ranger) {
  const choisir = () => ranger(new FormData(formulaire));
  formulaire.addEventListener("change", choisir);
  formulaire.addEventListener("submit", (event) => event.preventDefault());
  formulaire.addEventListener("reset", () => setTimeout(choisir));
  addEventListener("pageshow", choisir);
  choisir();
}
