// The field of the home page: a place that is chosen opens the page of the look-up.
import { ouvrirLieux } from "./outils/lieux.js";
import { brancherSuggestions } from "./outils/suggestions.js";

const boite = document.querySelector("[data-lieu]");
const { reperes, trouver } = boite.dataset;
brancherSuggestions(boite, ouvrirLieux(reperes).proposer, (lieu) => {
  location.href = `${trouver}#lieu=${encodeURIComponent(lieu.cle)}`;
});
