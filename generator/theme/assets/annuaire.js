// The filters of the list. Without this script the list is whole; with it, what a source says comes
// first, what no source says follows under its own heading, and only a region hides a hospital.

const annuaire = document.querySelector(".annuaire");
const formulaire = annuaire?.querySelector("[data-filtres]");

if (formulaire) {
  const groupes = annuaire.querySelector("[data-groupes]");
  const resultats = annuaire.querySelector("[data-resultats]");
  const compte = annuaire.querySelector("[data-compte]");
  const listes = {
    oui: resultats.querySelector('[data-liste="oui"]'),
    inconnu: resultats.querySelector('[data-liste="inconnu"]'),
  };
  const fiches = [...groupes.querySelectorAll("[data-id]")].map((noeud) => ({
    noeud,
    place: noeud.parentElement,
  }));

  const centres = (nombre) => `${nombre} centre${nombre > 1 ? "s" : ""}`;

  const ranger = () => {
    const choix = new FormData(formulaire);
    const region = choix.get("region");
    const demandes = ["publics", "maladies"].filter((cle) => choix.get(cle));
    const filtre = Boolean(region || demandes.length);
    const comptes = { oui: 0, inconnu: 0 };
    for (const { noeud, place } of fiches) {
      const connu = demandes.every((cle) =>
        noeud.dataset[cle].split(" ").includes(choix.get(cle)),
      );
      const liste = connu ? "oui" : "inconnu";
      const ici = !region || noeud.dataset.region === region;
      noeud.hidden = !ici;
      if (ici) comptes[liste] += 1;
      (filtre ? listes[liste] : place).append(noeud);
    }
    groupes.hidden = filtre;
    resultats.hidden = !filtre;
    for (const [cle, liste] of Object.entries(listes)) {
      for (const noeud of [liste, ...avant(liste)]) noeud.hidden = !comptes[cle];
    }
    compte.textContent = filtre
      ? `${centres(comptes.oui)} : oui, selon nos sources. ${centres(comptes.inconnu)} : non renseigné.`
      : `${centres(fiches.length)} en tout.`;
  };

  /** The heading and the sentence over a list of results. */
  function avant(liste) {
    const noeuds = [];
    let noeud = liste.previousElementSibling;
    while (noeud && noeud.tagName !== "UL") {
      noeuds.push(noeud);
      noeud = noeud.previousElementSibling;
    }
    return noeuds;
  }

  formulaire.addEventListener("change", ranger);
  formulaire.addEventListener("submit", (event) => event.preventDefault());
  formulaire.addEventListener("reset", () => setTimeout(ranger));
  formulaire.hidden = false;
  ranger();
}
