// The hospitals nearest to a place, measured here: no one is told the place.
import { brancherAutour } from "./outils/autour.js";
import { dessiner } from "./outils/croquis.js";
import { direKm, kmEntre } from "./outils/distance.js";
import { annoncer, brancherFiltres, centres, filtrant, lireFiche, remplir } from "./outils/filtre.js";
import { ouvrirLieux } from "./outils/lieux.js";
import { brancherSuggestions } from "./outils/suggestions.js";

/** As in generator/lieux.py: beyond, a distance helps nobody. */
const LOIN = 2000;
const NUMEROTES = 3;
/** Hospitals shown in each list before one asks for the others (site.css). */
const COURT = 6;
/** Degrees: south of it there is no mainland to draw. */
const SUD = 41;
const INCONNU = "L’adresse de cette page demande un lieu que nous ne connaissons pas. Écrivez votre ville.";
const PANNE = "Ce lieu n’est pas arrivé. Vérifiez votre connexion, puis réessayez.";

const page = document.querySelector("[data-trouver]");
const un = (nom) => page.querySelector(`[data-${nom}]`);
const boite = un("lieu");
const resultats = un("resultats");
const titre = resultats.querySelector("h2");
const sousTitre = resultats.querySelector("#correspondent");
const correspondent = sousTitre.textContent;
const etat = un("etat");
const site = document.querySelector("[property='og:site_name']").content;
const lieux = ouvrirLieux(boite.dataset.reperes);
const fiches = [...page.querySelectorAll("[data-id]")].map((noeud) => {
  const [latitude, longitude] = noeud.dataset.position.split(",").map(Number);
  const [nom, groupe] = [noeud.querySelector("a").textContent, noeud.dataset.groupe];
  const distance = document.createElement("p");
  distance.className = "distance";
  noeud.querySelector("h4").after(distance);
  return { ...lireFiche(noeud), distance, latitude, longitude, nom, groupe };
});
let depart = null;
let choix = new FormData();

function lien(fiche) {
  const ou = ({ latitude, longitude }) => `${latitude}%2C${longitude}`;
  // What the device itself found goes to no one.
  const de = depart.cle ? `from=${ou(depart)}&` : "";
  const noeud = document.createElement("a");
  noeud.href = `https://www.openstreetmap.org/directions?${de}to=${ou(fiche)}`;
  noeud.rel = "noreferrer";
  noeud.textContent = `Itinéraire avec OpenStreetMap (autre site${depart.cle ? ", qui reçoit ce lieu" : ""})`;
  return noeud;
}

/** Says of each hospital how far it is; the first ones have the numbers of the sketch. */
function situer(ici, ordre) {
  for (const { fiche, km } of ici) {
    const rang = ordre.indexOf(fiche.noeud);
    const numero = rang < NUMEROTES ? `Numéro ${rang + 1} sur la carte, à ` : "À ";
    fiche.distance.replaceChildren(`${numero}${direKm(km)} à vol d’oiseau. `, lien(fiche));
  }
}

const annoncerProche = ([premier, ...autres]) => {
  const dit = `Le plus proche : ${premier.fiche.nom}, à ${direKm(premier.km)}.`;
  return autres.length ? `${centres(autres.length + 1)}, du plus proche au plus loin. ${dit}` : dit;
};

/** Puts the nearest first in each list. */
function ranger() {
  const ici = fiches
    .map((fiche) => ({ fiche, km: kmEntre(depart, fiche) }))
    .filter(({ km }) => km <= LOIN)
    .sort((a, b) => a.km - b.km);
  un("proches").hidden = !ici.length;
  un("loin").hidden = ici.length > 0;
  un("compte").textContent = "";
  if (!ici.length) return;
  const comptes = remplir(un("proches"), ici.map(({ fiche }) => fiche), choix);
  const ordre = [...un("proches").querySelectorAll("[data-id]")];
  situer(ici, ordre);
  un("compte").textContent = filtrant(choix) ? annoncer(comptes) : annoncerProche(ici);
  sousTitre.textContent = filtrant(choix) ? correspondent : "Du plus proche au plus loin";
  un("suite").hidden = ici.length <= COURT;
  un("figure").hidden = depart.latitude < SUD;
  const premiers = ordre.slice(0, NUMEROTES).map((noeud) => fiches.find((une) => une.noeud === noeud));
  dessiner(un("croquis"), depart, premiers);
}

/** @param {import("./outils/lieux.js").Lieu} lieu */
async function montrer(lieu) {
  depart = lieu;
  titre.textContent = `Autour de ${lieu.nom}${lieu.detail ? ` (${lieu.detail})` : ""}`;
  document.title = `${titre.textContent} - ${site}`;
  un("proches").classList.add("court");
  un("tous").hidden = true;
  resultats.hidden = false;
  if (lieu.latitude === undefined) {
    un("proches").hidden = true;
    un("loin").hidden = false;
  } else ranger();
  const adresse = lieu.departement && (await lieux.page(lieu));
  un("page").hidden = !adresse;
  if (adresse) un("page").href = adresse;
}

/** Shows the place that the address says. @param {Event} [event] of who asked for it in this very page */
async function suivre(event) {
  const cle = new URLSearchParams(location.hash.slice(1)).get("lieu");
  if (cle === null) return;
  etat.textContent = "Recherche du lieu…";
  un("reessayer").hidden = true;
  try {
    const lieu = await lieux.trouver(cle);
    etat.textContent = lieu ? "" : INCONNU;
    if (!lieu) return;
    await montrer(lieu);
    if (event || document.activeElement === document.body) titre.focus();
  } catch {
    etat.textContent = PANNE;
    un("reessayer").hidden = false;
  }
}

brancherSuggestions(boite, lieux.proposer, (lieu) => {
  const adresse = `#lieu=${encodeURIComponent(lieu.cle)}`;
  if (location.hash !== adresse) history.pushState(null, "", adresse);
  montrer(lieu);
});
brancherAutour(un("autour"), etat, (lieu) => {
  history.pushState(null, "", location.pathname);
  montrer(lieu);
});
brancherFiltres(un("filtres"), (nouveau) => {
  choix = nouveau;
  if (depart && depart.latitude !== undefined) ranger();
});
un("suite").addEventListener("click", () => {
  un("proches").classList.remove("court");
  un("suite").hidden = true;
  titre.focus();
});
un("reessayer").addEventListener("click", suivre);
addEventListener("hashchange", suivre);
suivre();
