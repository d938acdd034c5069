// A hospital's mark on the interactive map, and what it opens.
import { marquerAges } from "../age.js";

const URGENCE =
  "Ce n’est pas un numéro d’urgence. Urgence : la consigne de votre carte patient, ou le 15 ou le 112 (114 par SMS).";
const PAS = 80;
const FLECHES = { ArrowLeft: [-PAS, 0], ArrowRight: [PAS, 0], ArrowUp: [0, -PAS], ArrowDown: [0, PAS] };

/**
 * @typedef {import("./filtre.js").Dits & {nom: string, dit: string, ville: string, groupe: string,
 *   page: string, position: [number, number], telephone?: string, numero?: string, preuve?: string,
 *   verifie?: string, reserve?: string}} Centre
 */

/** @param {string} tag @param {string} texte @param {Record<string, string>} [attributs] */
export function element(tag, texte, attributs = {}) {
  const made = document.createElement(tag);
  made.textContent = texte;
  for (const [name, value] of Object.entries(attributs)) made.setAttribute(name, value);
  return made;
}

/** @param {Centre} centre @param {() => void} fermer */
function bulle(centre, fermer) {
  const box = element("div", "", { role: "dialog", "aria-label": centre.nom });
  const nom = element("p", "");
  nom.append(element("a", centre.nom, { href: centre.page }));
  const depuis = centre.groupe === "depuis" ? " (ouvert depuis la liste d’origine)" : "";
  box.append(nom, element("p", `${centre.ville}${depuis}`));
  if (centre.telephone) {
    const ligne = element("p", "Téléphone : ");
    ligne.append(element("a", centre.numero, { href: `tel:${centre.telephone}` }));
    const prudence = element("p", "", { class: "prudence" });
    const preuve = element("span", centre.preuve, centre.verifie ? { "data-verifie": centre.verifie } : {});
    prudence.append(preuve, `. ${URGENCE}`);
    marquerAges(prudence);
    box.append(ligne, prudence);
  }
  if (centre.reserve) box.append(element("p", `À savoir : ${centre.reserve}`, { class: "prudence" }));
  const bouton = element("button", "Fermer", { type: "button" });
  bouton.addEventListener("click", fermer);
  box.append(bouton);
  // Leaflet hears Escape only while the map itself has the focus (https://github.com/Leaflet/Leaflet/issues/6551).
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") fermer();
  });
  return box;
}

/** Marks that keep their node, and so the focus, when they are moved away from others: one kind for all. */
export const sorteDeMarque = () =>
  L.Marker.extend({
    ecart: L.point(0, 0),
    _setPos(place) {
      L.Marker.prototype._setPos.call(this, place.add(this.ecart));
    },
    ecarter(ecart) {
      this.ecart = L.point(ecart).round();
      this.options.icon.options.popupAnchor = this.ecart.add([0, -10]);
      this.update();
    },
  });

/** @param {Centre} centre */
function icone({ groupe }) {
  return L.divIcon({
    className: `marque marque--${groupe}`,
    // An element, since Leaflet writes even an empty text through innerHTML (Trusted Types).
    html: document.createElement("span"),
    iconSize: [24, 24],
    popupAnchor: [0, -10],
  });
}

/** @param {L.Map} carte @param {Centre} centre @param {ReturnType<typeof sorteDeMarque>} Marque */
export function poserCentre(carte, centre, Marque) {
  const marque = new Marque(centre.position, { icon: icone(centre), riseOnHover: true }).addTo(carte);
  const noeud = marque.getElement();
  const fermer = () => {
    marque.closePopup();
    noeud.focus();
  };
  let contenu;
  const remplir = () => {
    contenu ??= bulle(centre, fermer);
    return contenu;
  };
  marque.bindPopup(remplir, { closeButton: false, maxHeight: 320, maxWidth: 260, minWidth: 200 });
  marque.on("popupopen", () => contenu.querySelector("a").focus({ preventScroll: true }));
  noeud.addEventListener("keydown", (event) => toucher(event, carte, marque));
  return marque;
}

/** Leaflet hears keys while the map itself has the focus; a mark that has it answers as the map does. */
function toucher(event, carte, marque) {
  const { key } = event;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (key === " ") marque.openPopup();
  else if (key in FLECHES) carte.panBy(FLECHES[key], { animate: false });
  else if (key === "+" || key === "=") carte.setZoomAround(marque.getLatLng(), carte.getZoom() + 1);
  else if (key === "-") carte.setZoomAround(marque.getLatLng(), carte.getZoom() - 1);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
