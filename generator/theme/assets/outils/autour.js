// « Autour de moi »: asks the browser where the reader is, on the click only; nothing is kept.

const DELAI = 20000;
const REFUS = {
  1: "Vous avez refusé, ou votre appareil refuse, de donner la position. Écrivez votre ville.",
  2: "Votre appareil ne trouve pas sa position. Écrivez votre ville.",
  3: "La position n’est pas arrivée à temps. Réessayez, ou écrivez votre ville.",
};
const ABSENT = "Ce navigateur ne donne pas la position à cette page. Écrivez votre ville.";

/**
 * @param {HTMLButtonElement} bouton @param {HTMLElement} etat
 * @param {(lieu: {nom: string, latitude: number, longitude: number}) => void} choisir
 */
export function brancherAutour(bouton, etat, choisir) {
  bouton.addEventListener("click", () => {
    if (!navigator.geolocation || !globalThis.isSecureContext) {
      etat.textContent = ABSENT;
      return;
    }
    etat.textContent = "Recherche de votre position…";
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        etat.textContent = "Position trouvée.";
        choisir({ nom: "votre position", latitude, longitude });
      },
      ({ code }) => {
        etat.textContent = REFUS[code] ?? ABSENT;
      },
      { timeout: DELAI, maximumAge: 0 },
    );
  });
}
