// Finds the passages that answer some words, best first: as BM25 does, with the title of the page and the
// heading of the passage before its text.
import { decouper, raciner } from "./mots.js";
import { choisir, comprendre } from "./sens.js";

const TITRE = 6;
const INTITULE = 4;
const TEXTE = 2.2;
const SATURE = 1.2;
/** A page is about what several of its passages say. */
const AUTRES = 0.15;
/** An answer with less than this part of the best one's score is none. */
const PART = 0.25;
/**
 * @typedef {object} Passage
 * @property {string} page address @property {string} titre @property {string} ancre
 * @property {string} intitule @property {string} texte
 */

const plus = (nombres) => nombres.reduce((somme, nombre) => somme + nombre, 0);

/** @param {[string, string, string, [string, string, string][]][]} index as generator/search.py writes it */
export function ouvrirMoteur(index) {
  /** Each word as it is written, folded, and its roots: « weekend » is « week-end » too. @type {Map<string, Set<string>>} */
  const formes = new Map();
  /** How often each root is in a text. @returns {Map<string, number>} */
  const compter = (texte) => {
    const comptes = new Map();
    for (const { mot, racine } of decouper(texte).flat()) {
      formes.set(mot, (formes.get(mot) ?? new Set()).add(racine));
      comptes.set(racine, (comptes.get(racine) ?? 0) + 1);
    }
    return comptes;
  };
  /** The passages that have a root. @type {Map<string, Passage[]>} */
  const inverse = new Map();
  const passages = index.flatMap(([page, titre, autres, siens]) => {
    const titres = compter(`${titre} ${autres}`);
    const lus = siens.map(([ancre, intitule, texte]) => {
      const [intitules, mots] = [compter(intitule), compter(texte)];
      return { page, titre, ancre, intitule, texte, titres, intitules, mots, longueur: plus([...mots.values()]) };
    });
    return lus.map((un) => ({ ...un, debut: lus[0] }));
  });
  for (const un of passages) {
    for (const racine of new Set([un.titres, un.intitules, un.mots].flatMap((comptes) => [...comptes.keys()]))) {
      if (!inverse.has(racine)) inverse.set(racine, []);
      inverse.get(racine).push(un);
    }
  }
  const moyenne = plus(passages.map(({ longueur }) => longueur)) / passages.length || 1;

  const rarete = (racine) => Math.log(1 + passages.length / inverse.get(racine).length);
  const poids = ({ titres, intitules, mots, longueur }, racine) => {
    const nombre = mots.get(racine) ?? 0;
    const sature = nombre / (nombre + SATURE * (0.4 + (0.6 * longueur) / moyenne));
    return (titres.has(racine) ? TITRE : 0) + (intitules.has(racine) ? INTITULE : 0) + TEXTE * sature;
  };

  /** What each passage is worth for the meanings of each word: that of all words counts most. */
  const noter = (voulus) => {
    const rares = voulus.map((sens) => Math.max(...[...sens.keys()].map(rarete)));
    const notes = new Map();
    voulus.forEach((sens, rang) => {
      const siennes = new Map();
      for (const [racine, sur] of sens) {
        for (const un of inverse.get(racine)) {
          const note = sur * rarete(racine) * poids(un, racine);
          siennes.set(un, Math.max(note, siennes.get(un) ?? 0));
        }
      }
      for (const [un, note] of siennes) {
        const { note: autre, couvert } = notes.get(un) ?? { note: 0, couvert: 0 };
        notes.set(un, { note: autre + note, couvert: couvert + rares[rang] });
      }
    });
    const tout = plus(rares);
    return [...notes].map(([un, { note, couvert }]) => ({ un, note: (note * couvert) / tout }));
  };

  /** Whether a page or a passage is about all of these words, by its title or heading. */
  const traite = ({ titres, intitules }, voulus) =>
    voulus.every((sens) => [...sens.keys()].some((racine) => titres.has(racine) || intitules.has(racine)));

  /** Where a page is best opened: what only its title answers, at its start. */
  const ouvrir = (un, voulus) => {
    const dit = voulus.some((sens) => [...sens.keys()].some((racine) => un.intitules.has(racine)));
    return !dit && traite(un, voulus) ? un.debut : un;
  };

  /**
   * @param {string} demande
   * @returns {{passages: Passage[], racines: Set<string>, sujet: boolean, inconnus: Set<string>}} one passage a
   *   page; `sujet` where the best is about all words, as they were written; the words that no page has
   */
  return function repondre(demande) {
    const mots = choisir(demande, formes);
    const inconnus = mots.filter((mot) => !formes.has(mot) && !inverse.has(raciner(mot)));
    // Beside others, « quoi » is not « qui ».
    const court = mots.length > 1 ? 5 : 4;
    const voulus = mots.map((mot) => comprendre(mot, court, formes, inverse)).filter(({ size }) => size);
    const pages = new Map();
    for (const note of noter(voulus).sort((a, b) => b.note - a.note)) {
      pages.set(note.un.page, [...(pages.get(note.un.page) ?? []), note]);
    }
    const notes = [...pages.values()]
      .map(([{ un, note }, ...autres]) => {
        const suite = plus(autres.slice(0, 3).map(({ note: autre }) => autre));
        return { un: ouvrir(un, voulus), note: note + AUTRES * suite };
      })
      .sort((a, b) => b.note - a.note);
    return {
      passages: notes.filter(({ note }) => note >= PART * notes[0].note).map(({ un }) => un),
      racines: new Set(voulus.flatMap((sens) => [...sens.keys()])),
      sujet: !inconnus.length && notes.length > 0 && traite(notes[0].un, voulus),
      inconnus: new Set(inconnus),
    };
  };
}
