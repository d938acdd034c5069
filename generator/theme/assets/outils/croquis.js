// Marks on the sketch of France a place and the hospitals nearest to it, numbered as in the list.
import { ecarter } from "./ecarter.js";

const SVG = "http://www.w3.org/2000/svg";
/** Units between marks, and across one. */
const ECART = 17;
const RAYON = 8;
const LOIN = 3;

// Lambert-93 (EPSG:2154), as in generator/projection.py.
const A = 6378137;
const E = Math.sqrt(0.00669438002290);
const radians = (degres) => (degres * Math.PI) / 180;
const t = (phi) =>
  Math.tan(Math.PI / 4 - phi / 2) / ((1 - E * Math.sin(phi)) / (1 + E * Math.sin(phi))) ** (E / 2);
const m = (phi) => Math.cos(phi) / Math.sqrt(1 - (E * Math.sin(phi)) ** 2);
const [SUD, NORD] = [radians(44), radians(49)];
const N = Math.log(m(SUD) / m(NORD)) / Math.log(t(SUD) / t(NORD));
const F = (A * m(SUD)) / (N * t(SUD) ** N);

/** @param {{latitude: number, longitude: number}} place degrees @returns {[number, number]} metres */
export function lambert93({ latitude, longitude }) {
  const rho = F * t(radians(latitude)) ** N;
  const theta = N * radians(longitude - 3);
  const origine = F * t(radians(46.5)) ** N;
  return [700000 + rho * Math.sin(theta), 6600000 + origine - rho * Math.cos(theta)];
}

/** @param {string} nom @param {Record<string, string | number>} attributs @param {string} [texte] */
function tracer(nom, attributs, texte = "") {
  const noeud = document.createElementNS(SVG, nom);
  for (const [cle, valeur] of Object.entries(attributs)) noeud.setAttribute(cle, String(valeur));
  noeud.textContent = texte;
  return noeud;
}

function numero(rang, { x, y }, { groupe }) {
  const forme =
    groupe === "depuis"
      ? tracer("rect", { class: "point point--depuis", x: x - RAYON, y: y - RAYON, width: 2 * RAYON, height: 2 * RAYON })
      : tracer("circle", { class: "point", cx: x, cy: y, r: RAYON });
  return [forme, tracer("text", { class: "numero", x, y: y + 4, "text-anchor": "middle" }, String(rang + 1))];
}

/**
 * @param {SVGElement} svg @param {import("./lieux.js").Lieu} lieu
 * @param {{nom: string, groupe: string, latitude: number, longitude: number}[]} proches
 */
export function dessiner(svg, lieu, proches) {
  const [echelle, dx, dy] = svg.dataset.affine.split(" ").map(Number);
  const placer = (place) => {
    const [x, y] = lambert93(place);
    return { x: echelle * x + dx, y: dy - echelle * y };
  };
  const ici = placer(lieu);
  const vrais = proches.map(placer);
  // The place itself keeps its spot: the marks go round it.
  const { width, height } = svg.viewBox.baseVal;
  const ecarts = ecarter([...vrais, ici], ECART, width * height).map(({ x, y }, _, tous) => ({
    x: x - tous.at(-1).x,
    y: y - tous.at(-1).y,
  }));
  const marques = vrais.flatMap((vrai, rang) => {
    const montre = { x: vrai.x + ecarts[rang].x, y: vrai.y + ecarts[rang].y };
    const loin = Math.hypot(ecarts[rang].x, ecarts[rang].y) > LOIN;
    const rappel = tracer("path", { class: "rappel", d: `M${montre.x} ${montre.y}L${vrai.x} ${vrai.y}` });
    return [...(loin ? [rappel] : []), ...numero(rang, montre, proches[rang])];
  });
  const croix = tracer("path", { class: "ici", d: `M${ici.x - 6} ${ici.y}h12M${ici.x} ${ici.y - 6}v12` });
  svg.querySelector("[data-marques]").replaceChildren(...marques, croix);
  const dits = proches.map(({ nom }, rang) => `${rang + 1}, ${nom}`).join(" ; ");
  svg.setAttribute("aria-label", `Carte de France : ${lieu.nom} (croix) et les centres les plus proches : ${dits}.`);
}
