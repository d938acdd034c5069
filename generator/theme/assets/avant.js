// Runs before the first paint, so that nothing flashes and nothing moves once it is shown.
// The reader's own colour choice is the only thing that this site stores, and only once a button was
// pressed.
{
  const racine = document.documentElement;
  // From a folder or a stick, browsers load no module: what needs one stays as without scripts.
  if (location.protocol !== "file:") racine.classList.add("js");
  let choix = null;
  try {
    choix = localStorage.getItem("couleurs");
  } catch {
    // Storage refused: the system's choice stands.
  }
  if (choix === "sombres" || choix === "claires") racine.dataset.couleurs = choix;
}
