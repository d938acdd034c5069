// Runs before the first paint, so that the page does not flash: the reader's own colour choice is
// the only thing that this site stores, and only once a button was pressed.
{
  let choix = null;
  try {
    choix = localStorage.getItem("couleurs");
  } catch {
    // Storage refused: the system's choice stands.
  }
  if (choix === "sombres" || choix === "claires") document.documentElement.dataset.couleurs = choix;
}
