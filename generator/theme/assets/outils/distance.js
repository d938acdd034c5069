// Distances on the globe, as generator/distance.py measures them.

/** Kilometres: mean radius of the WGS 84 ellipsoid (IUGG). */
const RAYON = 6371.0088;
const radians = (degres) => (degres * Math.PI) / 180;

/** @typedef {{latitude: number, longitude: number}} Place Degrees WGS 84. */

/** The great circle between two places, in km (haversine). @param {Place} a @param {Place} b */
export function kmEntre(a, b) {
  const hauteur = radians(b.latitude - a.latitude) / 2;
  const largeur = radians(b.longitude - a.longitude) / 2;
  const corde =
    Math.sin(hauteur) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(largeur) ** 2;
  return 2 * RAYON * Math.asin(Math.min(1, Math.sqrt(corde)));
}

// Made once: a formatter takes longer to make than 26 distances to write.
const nombres = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 0 });

/** @param {number} km */
export const direKm = (km) => (km < 1 ? "moins d’1\u00a0km" : `${nombres.format(km)}\u00a0km`);
