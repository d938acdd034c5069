/** Light or dark: the system's choice, until the reader presses the button. */
export function brancherCouleurs(bouton) {
  const racine = document.documentElement;
  const systeme = matchMedia("(prefers-color-scheme: dark)");
  const sombres = () =>
    racine.dataset.couleurs ? racine.dataset.couleurs === "sombres" : systeme.matches;
  const dire = () => bouton.setAttribute("aria-pressed", String(sombres()));

  bouton.addEventListener("click", () => {
    racine.dataset.couleurs = sombres() ? "claires" : "sombres";
    try {
      localStorage.setItem("couleurs", racine.dataset.couleurs);
    } catch {
      // Storage refused: the choice lasts as long as the page.
    }
    dire();
  });
  systeme.addEventListener("change", dire);
  bouton.hidden = false;
  dire();
}
