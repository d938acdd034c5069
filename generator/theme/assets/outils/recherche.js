// The search of Material: its worker and its index, loaded when the reader opens the dialog.
// Its answers are HTML, with what was asked for marked; they are shown as text.

const ENTITES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
const MAX = 10;
const EXTRAIT = 140;
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/** @param {string} html @returns {string} */
function texte(html) {
  return html
    .replace(/<\/?mark\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(lt|gt|quot|#39|amp);/g, (entite) => ENTITES[entite])
    // Not the no-break spaces of French.
    .replace(/[ \t\r\n]+/g, " ")
    .trim();
}

/** The first words of a text. @param {string} mots */
const couper = (mots) =>
  mots.length > EXTRAIT ? `${mots.slice(0, EXTRAIT).replace(/\s+\S*$/, "")}…` : mots;

/**
 * @param {{location: string, title: string, text: string}} trouve @param {URL} base
 * @param {Map<string, string>} titres of the pages, since « Téléphone » alone says nothing
 */
function resultat(trouve, base, titres) {
  const ligne = document.createElement("li");
  const lien = document.createElement("a");
  lien.href = new URL(trouve.location, base).href;
  const [page, partie] = trouve.location.split("#");
  lien.textContent = [partie && titres.get(page), trouve.title].filter(Boolean).map(texte).join("\u00a0: ");
  const extrait = document.createElement("p");
  extrait.textContent = couper(texte(trouve.text));
  ligne.append(lien, extrait);
  return ligne;
}

/** @param {number} nombre */
const dire = (nombre) => {
  if (nombre === 1) return "1 passage trouvé.";
  return `${nombre} passages trouvés${nombre > MAX ? `, voici les ${MAX} premiers` : ""}.`;
};

/** The policy of the site lets a script start one other: the worker of the search, our own. */
const regle = {
  createScriptURL: (adresse) => {
    const url = new URL(adresse, location.href);
    const notre = /\/assets\/recherche(\.[0-9a-f]{8})?\.js$/.test(url.pathname);
    return notre && url.origin === location.origin ? url.href : null;
  },
};
const politique = globalThis.trustedTypes?.createPolicy("recherche", regle) ?? regle;

/** @param {HTMLButtonElement} bouton @param {HTMLDialogElement} dialogue */
export function brancherRecherche(bouton, dialogue) {
  const mots = dialogue.querySelector("input");
  const compte = dialogue.querySelector("[data-compte]");
  const liste = dialogue.querySelector("[data-resultats]");
  const base = new URL(`${dialogue.dataset.base}/`.replace("//", "/"), location.href);
  let moteur = null;
  let titres = new Map();

  const demander = () => {
    if (mots.value.trim()) moteur.postMessage({ type: QUERY, data: mots.value });
    else montrer([]);
  };

  const montrer = (pages) => {
    const trouves = pages.map(([page]) => page).slice(0, MAX);
    liste.replaceChildren(...trouves.map((page) => resultat(page, base, titres)));
    const nombre = pages.length;
    if (!mots.value.trim()) compte.textContent = "";
    else if (!nombre) compte.textContent = "Aucune page trouvée. Essayez un autre mot.";
    else compte.textContent = dire(nombre);
  };

  const charger = async () => {
    compte.textContent = "Chargement de la recherche…";
    try {
      const index = await fetch(dialogue.dataset.index);
      const donnees = await index.json();
      titres = new Map(donnees.docs.map(({ location: place, title }) => [place, title]));
      moteur = new Worker(politique.createScriptURL(dialogue.dataset.moteur));
      moteur.addEventListener("message", ({ data }) => {
        if (data.type === READY) {
          compte.textContent = "";
          demander();
        } else if (data.type === RESULT) montrer(data.data.items);
      });
      moteur.postMessage({ type: SETUP, data: { ...donnees, options: {} } });
      mots.addEventListener("input", demander);
    } catch {
      moteur = null;
      compte.textContent = "La recherche n’a pas pu être chargée. Fermez, puis réessayez.";
    }
  };

  bouton.addEventListener("click", () => {
    dialogue.showModal();
    mots.focus();
    if (!moteur) charger();
  });
  dialogue.querySelector("[data-fermer]").addEventListener("click", () => dialogue.close());
  dialogue.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
}
