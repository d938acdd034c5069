// The tools of each page. Without this script the menu is open and the rest is not shown.
import { brancherCouleurs } from "./outils/couleurs.js";
import { brancherMenu } from "./outils/menu.js";
import { brancherRecherche } from "./outils/recherche.js";

const outils = document.querySelector("[data-outils]");
brancherMenu(outils.querySelector("[data-menu]"), document.getElementById("menu"));
brancherRecherche(outils.querySelector("[data-chercher]"), document.querySelector("[data-recherche]"));
brancherCouleurs(document.querySelector("button[data-couleurs]"));
// What a reader may not need is fetched when its field is entered.
for (const boite of document.querySelectorAll("[data-module]")) {
  const venir = () => import(new URL(boite.dataset.module, document.baseURI).href);
  boite.addEventListener("focusin", venir, { once: true });
}
for (const bouton of document.querySelectorAll("[data-imprimer]")) {
  bouton.addEventListener("click", () => window.print());
}
// What is folded is printed open: with a style sheet alone, only where ::details-content is known.
addEventListener("beforeprint", () => {
  for (const boite of document.querySelectorAll("details:not([open])")) {
    boite.open = true;
    addEventListener("afterprint", () => (boite.open = false), { once: true });
  }
});
