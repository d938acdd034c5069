// Puts hospitals and outlines on the map that folium makes, and answers its filters. Names arrive as
// data and are shown by textContent: none can run.
import { ecarter } from "./outils/ecarter.js";
import { annoncer, brancherFiltres, centres as dire, compter, filtrant, repondre } from "./outils/filtre.js";
import { element, poserCentre, sorteDeMarque } from "./outils/marque.js";
import { brancherPlan } from "./outils/plan.js";

/** @typedef {import("./outils/marque.js").Centre} Centre */

const DEPUIS = ", ouvert depuis la liste d’origine";
const DITS = { oui: "", inconnu: ", non renseigné", autre: ", nos sources en citent d’autres" };
/** Pixels between marks: 24 for a mark (WCAG 2.5.8), and a little air. */
const ECART = 28;
/** Pixels: a mark moved further has a line to where its hospital stands. */
const LOIN = 4;

/**
 * Real buttons in French, under the map: Leaflet's are links named in English that cover what is open.
 * @param {L.Map} carte @param {L.LatLngBounds} tout
 */
function poserBoutons(carte, tout) {
  const boite = element("p", "", { class: "zoom" });
  const boutons = [
    ["+", "Agrandir", () => carte.zoomIn()],
    ["−", "Réduire", () => carte.zoomOut()],
    ["⤢", "Voir toute la France", () => carte.fitBounds(tout)],
  ];
  for (const [signe, nom, action] of boutons) {
    const bouton = element("button", signe, { type: "button", "aria-label": nom });
    bouton.addEventListener("click", action);
    boite.append(bouton);
  }
  carte.getContainer().after(boite);
}

/** Marks apart from each other, each with a line to its hospital. */
function desserrer(carte, marques, rappels) {
  const vues = marques.filter((marque) => !marque.getElement().hidden);
  const places = vues.map((marque) => carte.latLngToLayerPoint(marque.getLatLng()));
  // The frame, and what lies around it when one zooms in.
  const { x, y } = L.bounds([...places, [0, 0], carte.getSize()]).getSize();
  const ecarts = ecarter(places, ECART, x * y);
  const lignes = [];
  vues.forEach((marque, rang) => {
    marque.ecarter(ecarts[rang]);
    if (Math.hypot(ecarts[rang].x, ecarts[rang].y) < LOIN) return;
    const place = carte.latLngToLayerPoint(marque.getLatLng());
    lignes.push([marque.getLatLng(), carte.layerPointToLatLng(place.add(marque.ecart))]);
  });
  rappels.setLatLngs(lignes);
}

/** Says of each hospital what our sources answer, and shows it so. */
function montrer(marques, centres, choix) {
  return marques.map((marque, rang) => {
    const { dit, groupe } = centres[rang];
    const reponse = repondre(centres[rang], choix);
    const noeud = marque.getElement();
    noeud.dataset.reponse = reponse;
    noeud.hidden = reponse === "ailleurs";
    // A title is both the name and what a mouse shows.
    noeud.title = `${dit}${groupe === "depuis" ? DEPUIS : ""}${DITS[reponse] ?? ""}`;
    return reponse;
  });
}

/**
 * @param {HTMLElement} ouverte what is shown with the map @param {L.Map} carte
 * @param {Centre[]} centres @param {object} terre GeoJSON @param {object} frontieres GeoJSON
 */
export function poser(ouverte, carte, centres, terre, frontieres) {
  const cadre = carte.getContainer();
  cadre.setAttribute("role", "region");
  cadre.setAttribute("aria-label", "Carte des centres");
  // One finger scrolls the page; two move and zoom the map.
  if (matchMedia("(pointer: coarse)").matches) carte.dragging.disable();
  L.geoJSON(terre, { interactive: false, className: "contour" }).addTo(carte);
  L.geoJSON(frontieres, { interactive: false, className: "contour contour--entre" }).addTo(carte);
  const rappels = L.polyline([], { interactive: false, className: "rappel" }).addTo(carte);
  // The outlines say nothing: the marks have names, and the list beneath says it all.
  cadre.querySelector("svg").setAttribute("aria-hidden", "true");
  const Marque = sorteDeMarque();
  const marques = centres.map((centre) => poserCentre(carte, centre, Marque));
  poserBoutons(carte, carte.getBounds());
  carte.on("zoomend resize", () => desserrer(carte, marques, rappels));
  const compte = ouverte.querySelector("[data-compte]");
  brancherFiltres(ouverte.querySelector("[data-filtres]"), (choix) => {
    carte.closePopup();
    const reponses = montrer(marques, centres, choix);
    const filtre = filtrant(choix);
    ouverte.querySelector("[data-legende]").hidden = !filtre;
    compte.textContent = filtre ? annoncer(compter(reponses)) : `${dire(centres.length)} en tout.`;
    desserrer(carte, marques, rappels);
  });
  brancherPlan(carte, ouverte.querySelector("[data-rues]"));
  cadre.focus();
}
