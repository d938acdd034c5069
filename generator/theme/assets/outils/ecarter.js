// Marks that would hide each other, moved apart: as generator/spread.py does for the drawing.

const TOURS = 200;
/** Part of the room that marks may take up: with more, all would be pushed far away. */
const PART = 0.5;
/** Room of a mark among others as close as they may be, for a gap of 1. */
const HEXAGONE = Math.sqrt(3) / 2;
const DIXIEME = 0.1;
/** Radians: multiples of it share a circle evenly, for marks in the very same place. */
const OR = 2.399963;
/** More than there are rows of cells: one number tells a cell's column and row. */
const COLONNE = 2 ** 20;
/** From a cell to itself and half of those around it: each pair of marks is met once. */
const VERS = [0, 1, COLONNE - 1, COLONNE, COLONNE + 1];

/**
 * How far each point must go for `ecart` between each two; cells keep this linear. Where there is no room
 * for all, they stay closer than asked.
 * @param {{x: number, y: number}[]} points in pixels @param {number} ecart
 * @param {number} place square pixels
 * @returns {{x: number, y: number}[]}
 */
export function ecarter(points, ecart, place) {
  const possible = Math.min(ecart, Math.sqrt((PART * place) / HEXAGONE / points.length));
  const xs = Float64Array.from(points, ({ x }) => x);
  const ys = Float64Array.from(points, ({ y }) => y);
  for (let tour = 0; tour < TOURS; tour += 1) {
    if (!pousser(xs, ys, possible)) break;
  }
  return points.map(({ x, y }, rang) => ({ x: xs[rang] - x, y: ys[rang] - y }));
}

/** One step away from each other; false where all are far enough. */
function pousser(xs, ys, ecart) {
  const dx = new Float64Array(xs.length);
  const dy = new Float64Array(ys.length);
  let pousse = false;
  rencontrer(xs, ys, ecart, (un, autre) => {
    const x = xs[un] - xs[autre];
    const y = ys[un] - ys[autre];
    const distance = Math.sqrt(x * x + y * y);
    if (distance > ecart - DIXIEME) return;
    pousse = true;
    if (distance < DIXIEME) {
      for (const rang of [un, autre]) {
        dx[rang] += (ecart / 2) * Math.cos(OR * rang);
        dy[rang] += (ecart / 2) * Math.sin(OR * rang);
      }
      return;
    }
    // Each of the two goes half of what is missing.
    const part = (ecart - distance) / 2 / distance;
    dx[un] += x * part;
    dy[un] += y * part;
    dx[autre] -= x * part;
    dy[autre] -= y * part;
  });
  avancer(xs, dx, ys, dy, ecart / 4);
  return pousse;
}

/** Meets once each two points that may be within `cote` of each other. */
function rencontrer(xs, ys, cote, faire) {
  const cases = new Map();
  xs.forEach((x, rang) => {
    const cle = Math.floor(x / cote) * COLONNE + Math.floor(ys[rang] / cote);
    if (cases.has(cle)) cases.get(cle).push(rang);
    else cases.set(cle, [rang]);
  });
  for (const [cle, rangs] of cases) {
    for (const vers of VERS) {
      for (const autre of cases.get(cle + vers) ?? []) {
        for (const un of rangs) {
          if (vers || un < autre) faire(un, autre);
        }
      }
    }
  }
}

/** Many pushes at once would throw a mark much too far. */
function avancer(xs, dx, ys, dy, pas) {
  for (let rang = 0; rang < xs.length; rang += 1) {
    const trop = Math.max(1, Math.sqrt(dx[rang] ** 2 + dy[rang] ** 2) / pas);
    xs[rang] += dx[rang] / trop;
    ys[rang] += dy[rang] / trop;
  }
}
