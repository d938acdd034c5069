// The filters of the list. Without this script the list is whole; with it, what a source says comes
// first, what no source says follows under its own heading, and only a region hides a hospital.

const annuaire = document.querySelector(".annuaire");
const formulaire = annuaire?.querySelector("[data-filtres]");

if (formulaire) {
  const groupes = annuaire.querySelector("[data-groupes]");
  const resultats = annuaire.querySelector("[data-resultats]");
  const compte = annuaire.querySelector("[data-compte]");
  const listes = Object.fromEntries(
    [...resultats.querySelectorAll("[data-liste]")].map((liste) => [liste.dataset.liste, liste]),
  );
  const fiches = [...groupes.querySelectorAll("[data-id]")].map((noeud) => ({
    noeud,
    place: noeud.parentElement,
  }));

  const centres = (nombre) => `${nombre} centre${nombre > 1 ? "s" : ""}`;

  /** What our sources say of a wish: yes, nothing, or others only. */
  const reponse = (noeud, cle, voulu) => {
    const dits = noeud.dataset[cle].split(" ").filter(Boolean);
    if (dits.includes(voulu)) return "oui";
    return dits.length ? "autre" : "inconnu";
  };

  const ranger = () => {
    const choix = new FormData(formulaire);
    const region = choix.get("region");
    const demandes = ["publics", "maladies"].filter((cle) => choix.get(cle));
    const filtre = Boolean(region || demandes.length);
    const comptes = { oui: 0, inconnu: 0, autre: 0 };
    for (const { noeud, place } of fiches) {
      const reponses = demandes.map((cle) => reponse(noeud, cle, choix.get(cle)));
      const liste = ["autre", "inconnu"].find((une) => reponses.includes(une)) ?? "oui";
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
    compte.textContent = filtre ? annonce(comptes) : `${centres(fiches.length)} en tout.`;
  };

  const annonce = ({ oui, inconnu, autre }) =>
    [
      oui ? `${centres(oui)} : oui, selon nos sources.` : "Aucun centre ne l’annonce dans nos sources.",
      inconnu && `${centres(inconnu)} : non renseigné.`,
      autre && `${centres(autre)} : nos sources n’en citent que d’autres.`,
    ]
      .filter(Boolean)
      .join(" ");

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
  // The browser gives the choices back after the script has run, when one comes back to the page.
  addEventListener("pageshow", ranger);
  ranger();
}
