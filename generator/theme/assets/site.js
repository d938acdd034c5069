// The tools of each page. Without this script the menu is open and the rest is not shown.
import { brancherCouleurs } from "./outils/couleurs.js";
import { brancherMenu } from "./outils/menu.js";
import { brancherRecherche } from "./outils/recherche.js";

const outils = document.querySelector("[data-outils]");
brancherMenu(outils.querySelector("[data-menu]"), document.getElementById("menu"));
brancherRecherche(outils.querySelector("[data-chercher]"), document.querySelector("[data-recherche]"));
brancherCouleurs(document.querySelector("button[data-couleurs]"));
