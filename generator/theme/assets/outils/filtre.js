// What the filters of list, map and look-up ask, and what our sources answer of a hospital.

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

/** @typedef {{noeud: HTMLElement, dits: Dits}} Fiche */

/** A hospital as the page says it. @param {HTMLElement} noeud @returns {Fiche} */
export function lireFiche(noeud) {
  const mots = (texte) => texte.split(" ").filter(Boolean);
  const { publics, maladies, region } = noeud.dataset;
  return { noeud, dits: { publics: mots(publics), maladies: mots(maladies), region } };
}

/**
 * Puts each hospital in the list of its answer, in the order given; only another region hides one.
 * @param {HTMLElement} boite @param {Fiche[]} fiches @param {FormData} choix
 */
export function remplir(boite, fiches, choix) {
  const listes = Object.fromEntries(
    [...boite.querySelectorAll("[data-liste]")].map((liste) => [liste.dataset.liste, liste]),
  );
  const reponses = fiches.map(({ noeud, dits }) => {
    const reponse = repondre(dits, choix);
    noeud.hidden = reponse === "ailleurs";
    (listes[reponse] ?? listes.oui).append(noeud);
    return reponse;
  });
  const comptes = compter(reponses);
  for (const [cle, liste] of Object.entries(listes)) {
    for (const noeud of [liste, ...avant(liste)]) noeud.hidden = !comptes[cle];
  }
  return comptes;
}

/** The heading and the sentence over a list. */
function avant(liste) {
  const noeuds = [];
  let noeud = liste.previousElementSibling;
  while (noeud && !("liste" in noeud.dataset)) {
    noeuds.push(noeud);
    noeud = noeud.previousElementSibling;
  }
  return noeuds;
}
