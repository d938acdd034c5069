// A field with suggestions: the combobox of the ARIA Authoring Practices, list of suggestions, chosen by
// hand. The focus stays in the field.

const SANS = "Aucun lieu trouvé. Essayez une commune voisine, ou le code postal.";
const PRESQUE = "Aucun lieu ne commence ainsi. Vouliez-vous dire…";
const PANNE = "Les noms de lieux ne sont pas arrivés. Vérifiez votre connexion, puis réessayez.";

/** @param {number} nombre */
const compter = (nombre) =>
  nombre > 1 ? `${nombre} propositions. Flèche bas pour choisir.` : "1 proposition. Flèche bas pour choisir.";

/**
 * @param {HTMLElement} boite holds the field, the list, the state and the button « Réessayer »
 * @param {(mots: string) => Promise<{lieux: import("./lieux.js").Lieu[], presque: boolean}>} proposer
 * @param {(lieu: import("./lieux.js").Lieu) => void} choisir
 */
export function brancherSuggestions(boite, proposer, choisir) {
  const champ = boite.querySelector("[role=combobox]");
  const liste = boite.querySelector("[role=listbox]");
  const etat = boite.querySelector("[data-etat]");
  const reessayer = boite.querySelector("[data-reessayer]");
  let lieux = [];
  /** What was in the field when these were found: a fast reader is ahead of them. */
  let mots = "";
  let actif = -1;
  let tour = 0;
  let presse = false;

  const activer = (rang) => {
    actif = rang;
    [...liste.children].forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === rang));
      if (place === rang) option.scrollIntoView({ block: "nearest" });
    });
    if (rang < 0) champ.removeAttribute("aria-activedescendant");
    else champ.setAttribute("aria-activedescendant", liste.children[rang].id);
  };

  /** On a small screen, above all under a keyboard drawn on it, the list would be out of sight. */
  const rapprocher = () => {
    const bas = globalThis.visualViewport?.height ?? innerHeight;
    if (liste.getBoundingClientRect().bottom > bas) boite.scrollIntoView();
  };

  const montrer = (trouves) => {
    lieux = trouves;
    liste.replaceChildren(...lieux.map(option));
    liste.hidden = !lieux.length;
    champ.setAttribute("aria-expanded", String(lieux.length > 0));
    activer(-1);
    if (lieux.length) requestAnimationFrame(rapprocher);
  };

  const prendre = (lieu) => {
    tour += 1;
    presse = false;
    champ.value = lieu.nom;
    etat.textContent = "";
    montrer([]);
    choisir(lieu);
  };

  const demander = async () => {
    tour += 1;
    const mien = tour;
    const voulus = champ.value;
    reessayer.hidden = true;
    try {
      const { lieux: trouves, presque } = await proposer(voulus);
      if (mien !== tour) return;
      mots = voulus;
      montrer(trouves);
      const dit = trouves.length ? `${presque ? `${PRESQUE} ` : ""}${compter(trouves.length)}` : SANS;
      etat.textContent = champ.value.trim() ? dit : "";
      if (presse && trouves.length && !presque) prendre(trouves[0]);
    } catch {
      if (mien !== tour) return;
      montrer([]);
      etat.textContent = PANNE;
      reessayer.hidden = false;
    }
    presse = false;
  };

  const option = (lieu, rang) => {
    const ligne = document.createElement("li");
    ligne.id = `${liste.id}-${rang}`;
    ligne.setAttribute("role", "option");
    ligne.setAttribute("aria-selected", "false");
    const nom = document.createElement("strong");
    nom.textContent = lieu.nom;
    ligne.append(nom, ` (${lieu.detail})`);
    // The field keeps the focus.
    ligne.addEventListener("pointerdown", (event) => event.preventDefault());
    ligne.addEventListener("click", () => prendre(lieu));
    return ligne;
  };

  const touches = {
    ArrowDown: () => (lieux.length ? activer((actif + 1) % lieux.length) : demander()),
    ArrowUp: () => lieux.length && activer(actif > 0 ? actif - 1 : lieux.length - 1),
    Enter: () => {
      if (lieux.length && (actif >= 0 || mots === champ.value)) prendre(lieux[Math.max(0, actif)]);
      else if (champ.value.trim()) {
        presse = true;
        demander();
      }
    },
    Escape: () => {
      if (liste.hidden) champ.value = "";
      montrer([]);
      etat.textContent = "";
    },
  };

  champ.addEventListener("input", demander);
  champ.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(event.key in touches)) return;
    event.preventDefault();
    touches[event.key]();
  });
  champ.addEventListener("blur", () => montrer([]));
  reessayer.addEventListener("click", () => {
    champ.focus();
    demander();
  });
  if (champ.value && document.activeElement === champ) demander();
}
