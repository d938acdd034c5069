// The filters of the list. Without this script the list is whole; with it, what a source says comes
// first, what no source says follows under its own heading, and only a region hides a hospital.
import { annoncer, brancherFiltres, centres, compter, filtrant, repondre } from "./outils/filtre.js";

const annuaire = document.querySelector(".annuaire");
const groupes = annuaire.querySelector("[data-groupes]");
const resultats = annuaire.querySelector("[data-resultats]");
const compte = annuaire.querySelector("[data-compte]");
const listes = Object.fromEntries(
  [...resultats.querySelectorAll("[data-liste]")].map((liste) => [liste.dataset.liste, liste]),
);
const mots = (texte) => texte.split(" ").filter(Boolean);
const fiches = [...groupes.querySelectorAll("[data-id]")].map((noeud) => ({
  noeud,
  place: noeud.parentElement,
  dits: {
    publics: mots(noeud.dataset.publics),
    maladies: mots(noeud.dataset.maladies),
    region: noeud.dataset.region,
  },
}));

function ranger(choix) {
  const filtre = filtrant(choix);
  const reponses = fiches.map(({ noeud, place, dits }) => {
    const reponse = repondre(dits, choix);
    noeud.hidden = reponse === "ailleurs";
    (filtre ? (listes[reponse] ?? listes.oui) : place).append(noeud);
    return reponse;
  });
  const comptes = compter(reponses);
  groupes.hidden = filtre;
  resultats.hidden = !filtre;
  for (const [cle, liste] of Object.entries(listes)) {
    for (const noeud of [liste, ...avant(liste)]) noeud.hidden = !comptes[cle];
  }
  compte.textContent = filtre ? annoncer(comptes) : `${centres(fiches.length)} en tout.`;
}

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

brancherFiltres(annuaire.querySelector("[data-filtres]"), ranger);
