// Marks that would hide each other, moved apart: as generator/spread.py does for the drawing.

const TOURS = 200;
/** Part of the room that marks may take up: with more, all would be pushed far away. */
const PART = 0.5;
/** Room of a mark among others as close as they may be, for a gap of 1. */
const HEXAGONE = Math.sqrt(3) / 2;
const DIXIEME = 0.1;
/** Radians: multiples of it share a circle evenly, for marks in the very same place. */
const OR = 2.399963;

/**
 * How far each point must go for `ecart` between each two; cells keep this linear. Where there is no room
 * for all, they stay closer than asked.
 * @param {{x: number, y: number}[]} points in pixels @param {number} ecart
 * @param {number} place square pixels
 * @returns {{x: number, y: number}[]}
 */
export function ecarter(points, ecart, place) {
  const possible = Math.min(ecart, Math.sqrt((PART * place) / HEXAGONE / points.length));
  const places = points.map(({ x, y }) => ({ x, y }));
  for (let tour = 0; tour < TOURS; tour += 1) {
    const pas = pousser(places, possible);
    if (!pas.size) break;
    for (const [rang, { x, y }] of pas) {
      places[rang].x += x;
      places[rang].y += y;
    }
  }
  return places.map(({ x, y }, rang) => ({ x: x - points[rang].x, y: y - points[rang].y }));
}

function pousser(places, ecart) {
  const cases = new Map();
  const adresse = (x, y) => `${x} ${y}`;
  const cellules = places.map(({ x, y }) => [Math.floor(x / ecart), Math.floor(y / ecart)]);
  cellules.forEach(([x, y], rang) => {
    const cle = adresse(x, y);
    if (cases.has(cle)) cases.get(cle).push(rang);
    else cases.set(cle, [rang]);
  });
  const pas = new Map();
  places.forEach((place, rang) => {
    const [colonne, ligne] = cellules[rang];
    const total = { x: 0, y: 0 };
    for (let x = colonne - 1; x <= colonne + 1; x += 1) {
      for (let y = ligne - 1; y <= ligne + 1; y += 1) {
        for (const autre of cases.get(adresse(x, y)) ?? []) {
          if (autre !== rang) repousser(total, place, places[autre], rang, ecart);
        }
      }
    }
    const long = Math.hypot(total.x, total.y);
    // Many pushes at once would throw a mark much too far.
    const moins = Math.min(1, ecart / 4 / long);
    if (long) pas.set(rang, { x: total.x * moins, y: total.y * moins });
  });
  return pas;
}

function repousser(total, place, autre, rang, ecart) {
  const x = place.x - autre.x;
  const y = place.y - autre.y;
  const distance = Math.hypot(x, y);
  if (distance > ecart - DIXIEME) return;
  if (distance < DIXIEME) {
    total.x += (ecart / 2) * Math.cos(OR * rang);
    total.y += (ecart / 2) * Math.sin(OR * rang);
    return;
  }
  // Each of the two goes half of what is missing.
  const part = (ecart - distance) / 2 / distance;
  total.x += x * part;
  total.y += y * part;
}
