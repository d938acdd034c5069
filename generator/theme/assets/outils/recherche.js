// Opens the search. What it takes, chercher.js and the index, comes the first time and not before.

const ATTENTE = "Chargement de la recherche…";
const PANNE = "La recherche n’est pas arrivée. Vérifiez votre connexion, fermez, puis réessayez.";

const lire = async (adresse) => {
  const reponse = await fetch(adresse);
  if (!reponse.ok) throw new Error(String(reponse.status));
  return reponse.json();
};

/** @param {HTMLButtonElement} bouton @param {HTMLDialogElement} dialogue */
export function brancherRecherche(bouton, dialogue) {
  const compte = dialogue.querySelector("[data-compte]");
  const champ = dialogue.querySelector("input");
  const formulaire = dialogue.querySelector("form");
  let demandee = false;
  /** Whether Enter was pressed on what is typed. */
  let attendue = false;

  const venir = async () => {
    demandee = true;
    compte.textContent = ATTENTE;
    const { chercher, index } = dialogue.dataset;
    try {
      const adresse = new URL(chercher, document.baseURI).href;
      const [{ brancher }, pages] = await Promise.all([import(adresse), lire(index)]);
      compte.textContent = "";
      brancher(dialogue, pages);
      if (attendue) formulaire.dispatchEvent(new Event("submit"));
    } catch {
      demandee = false;
      compte.textContent = PANNE;
    }
  };

  bouton.addEventListener("click", () => {
    dialogue.showModal();
    champ.focus();
    if (!demandee) venir();
  });
  dialogue.querySelector("[data-fermer]").addEventListener("click", () => dialogue.close());
  champ.addEventListener("input", () => {
    attendue = false;
  });
  formulaire.addEventListener("submit", (event) => {
    event.preventDefault();
    attendue = true;
  });
}
