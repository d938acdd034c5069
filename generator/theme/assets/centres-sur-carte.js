// Puts hospitals and outlines on the map that folium makes. folium's script calls it.
// Names arrive as data and are shown by textContent: none can run.

const URGENCE =
  "Ce n’est pas un numéro d’urgence. Urgence : la consigne de votre carte patient, ou le 15 / 112 (114 par SMS).";

/**
 * @typedef {{nom: string, ville: string, groupe: string, page: string, position: [number, number],
 *   telephone?: string, numero?: string, preuve?: string}} Centre
 */

/** @param {string} tag @param {string} texte @param {Record<string, string>} [attributs] */
function element(tag, texte, attributs = {}) {
  const made = document.createElement(tag);
  made.textContent = texte;
  for (const [name, value] of Object.entries(attributs)) made.setAttribute(name, value);
  return made;
}

/** @param {Centre} centre @param {() => void} fermer */
function bulle(centre, fermer) {
  const box = element("div", "");
  const nom = element("p", "");
  nom.append(element("a", centre.nom, { href: centre.page }));
  box.append(nom, element("p", centre.ville));
  if (centre.telephone) {
    const ligne = element("p", "Téléphone : ");
    ligne.append(element("a", centre.numero, { href: `tel:${centre.telephone}` }));
    box.append(ligne, element("p", `${centre.preuve} ${URGENCE}`, { class: "prudence" }));
  }
  const bouton = element("button", "Fermer", { type: "button" });
  bouton.addEventListener("click", fermer);
  box.append(bouton);
  return box;
}

/** @param {L.Map} carte @param {Centre} centre */
function poserCentre(carte, centre) {
  const marque = L.marker(centre.position, {
    icon: L.divIcon({
      className: `marque marque--${centre.groupe}`,
      // An element, since Leaflet writes even an empty text through innerHTML (Trusted Types).
      html: document.createElement("span"),
      iconSize: [24, 24],
      popupAnchor: [0, -10],
    }),
    riseOnHover: true,
  }).addTo(carte);
  const noeud = marque.getElement();
  noeud.setAttribute("aria-label", `${centre.nom}, ${centre.ville}`);
  noeud.title = `${centre.nom}, ${centre.ville}`;
  const fermer = () => {
    marque.closePopup();
    noeud.focus();
  };
  const contenu = bulle(centre, fermer);
  // Leaflet hears Escape only while the map itself has the focus (https://github.com/Leaflet/Leaflet/issues/6551).
  contenu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") fermer();
  });
  marque.bindPopup(contenu, { closeButton: false, maxWidth: 260, minWidth: 200 });
  marque.on("popupopen", () => contenu.querySelector("a").focus({ preventScroll: true }));
  // Leaflet opens on Enter alone; what says "button" answers to the space bar too.
  noeud.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      marque.openPopup();
    }
  });
}

/** Real buttons in French; Leaflet's are links named in English. @param {L.Map} carte */
function poserZoom(carte) {
  const zoom = L.control({ position: "bottomright" });
  zoom.onAdd = () => {
    const boite = element("div", "", { class: "zoom" });
    const plus = element("button", "+", { type: "button", "aria-label": "Agrandir" });
    const moins = element("button", "−", { type: "button", "aria-label": "Réduire" });
    plus.addEventListener("click", () => carte.zoomIn());
    moins.addEventListener("click", () => carte.zoomOut());
    boite.append(plus, moins);
    L.DomEvent.disableClickPropagation(boite);
    return boite;
  };
  zoom.addTo(carte);
}

/** @param {L.Map} carte @param {Centre[]} centres @param {object} contours GeoJSON */
function poserCentres(carte, centres, contours) {
  // Said until the map is there: without JavaScript, or where Leaflet did not arrive.
  document.querySelector("[data-sans-carte]")?.remove();
  const cadre = carte.getContainer();
  cadre.setAttribute("role", "region");
  cadre.setAttribute("aria-label", "Carte des centres");
  poserZoom(carte);
  // One finger scrolls the page; two move and zoom the map.
  if (matchMedia("(pointer: coarse)").matches) carte.dragging.disable();
  L.geoJSON(contours, { interactive: false, className: "contour" }).addTo(carte);
  // The outlines say nothing: the marks have names, and the list beneath says it all.
  cadre.querySelector("svg")?.setAttribute("aria-hidden", "true");
  for (const centre of centres) poserCentre(carte, centre);
}
