// Loads the page anew once the preview has changed, and only while it is looked at.
{
  const CHAQUE = 200;
  const APRES_UNE_PANNE = 1000;
  const { version } = document.currentScript.dataset;

  const suivre = async () => {
    let attendre = CHAQUE;
    try {
      const reponse = await fetch("/_apercu/version", { cache: "no-store" });
      if (reponse.ok && (await reponse.text()) !== version) return location.reload();
    } catch {
      // The preview was stopped; it may come back.
      attendre = APRES_UNE_PANNE;
    }
    setTimeout(suivre, attendre);
  };
  suivre();
}
