// The filters of the list. Without this script the list is whole; with it, what a source says comes
// first, what no source says follows under its own heading, and only a region hides a hospital.
import { annoncer, brancherFiltres, centres, filtrant, lireFiche, remplir } from "./outils/filtre.js";

const annuaire = document.querySelector(".annuaire");
const groupes = annuaire.querySelector("[data-groupes]");
const resultats = annuaire.querySelector("[data-resultats]");
const compte = annuaire.querySelector("[data-compte]");
const fiches = [...groupes.querySelectorAll("[data-id]")].map((noeud) => ({
  ...lireFiche(noeud),
  place: noeud.parentElement,
}));

function ranger(choix) {
  const filtre = filtrant(choix);
  groupes.hidden = filtre;
  resultats.hidden = !filtre;
  if (filtre) {
    compte.textContent = annoncer(remplir(resultats, fiches, choix));
    return;
  }
  for (const { noeud, place } of fiches) {
    noeud.hidden = false;
    place.append(noeud);
  }
  compte.textContent = `${centres(fiches.length)} en tout.`;
}

brancherFiltres(annuaire.querySelector("[data-filtres]"), ranger);
