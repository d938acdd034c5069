// The search, once it was opened: pages of the site, and the places that the words name.
import { ouvrirLieux } from "./outils/lieux.js";
import { ouvrirMoteur } from "./outils/moteur.js";
import { lieuxNommes } from "./outils/nommes.js";
import { passage, versLieu } from "./outils/reponses.js";

const MAX = 10;
/** Milliseconds: after the last letter; then until the places that the words name may come. */
const PAUSE = 150;
const PATIENCE = 500;

const RIEN = "Aucune page trouvée. Essayez un autre mot, ou le glossaire.";
/** Letters of a word that must be the reader's mistake: « quoi » is only missing. */
const LONG = 5;

const attendre = (duree) => new Promise((fin) => setTimeout(fin, duree, []));

/** @param {number} nombre @param {string} [absent] a word that no page has */
function dire(nombre, absent) {
  if (!nombre) return RIEN;
  const compte = nombre === 1 ? "1 réponse" : `${nombre} réponses`;
  const suite = nombre > MAX ? `, voici les ${MAX} premières` : "";
  const proches = absent ? `Aucune page ne dit «\u00a0${absent}\u00a0», voici ce qui s’en approche. ` : "";
  return `${proches}${compte}${suite}.`;
}

/** @param {HTMLDialogElement} dialogue @param {Parameters<typeof ouvrirMoteur>[0]} index */
export function brancher(dialogue, index) {
  const champ = dialogue.querySelector("input");
  const compte = dialogue.querySelector("[data-compte]");
  const liste = dialogue.querySelector("[data-resultats]");
  const { base, reperes, trouver } = dialogue.dataset;
  const racine = new URL(`${base}/`.replace("//", "/"), location.href);
  const repondre = ouvrirMoteur(index);
  const lieux = ouvrirLieux(reperes);
  let tour = 0;

  const montrer = ({ passages, racines, inconnus }, nommes) => {
    const reponses = [
      ...nommes.map((lieu) => versLieu(lieu, trouver)),
      ...passages.map((un) => passage(un, racines, racine)),
    ];
    liste.replaceChildren(...reponses.slice(0, MAX));
    const absent = nommes.length ? "" : [...inconnus].find((mot) => mot.length >= LONG);
    compte.textContent = champ.value.trim() ? dire(reponses.length, absent) : "";
  };

  /** Whether the answers were shown: not where other words were typed meanwhile. */
  const demander = async () => {
    tour += 1;
    const mien = tour;
    const reponse = repondre(champ.value);
    const nommes = lieuxNommes(champ.value, reponse, lieux).catch(() => []);
    const prets = await Promise.race([nommes, attendre(PATIENCE)]);
    if (mien !== tour) return false;
    montrer(reponse, prets);
    nommes.then((tard) => {
      // Nothing is said twice, and no answer is taken away from who has reached it.
      const dit = tard.length === prets.length || liste.contains(document.activeElement);
      if (mien === tour && !dit) montrer(reponse, tard);
    });
    return true;
  };

  let pause = 0;
  champ.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(demander, PAUSE);
  });
  dialogue.querySelector("form").addEventListener("submit", async () => {
    clearTimeout(pause);
    if (await demander()) liste.querySelector("a")?.focus();
  });
  // An answer may be in this very page.
  liste.addEventListener("click", ({ target }) => target.closest("a") && dialogue.close());
  if (champ.value.trim()) demander();
}
