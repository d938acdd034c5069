// The IGN's plan of streets, shown only when the reader asks, and forgotten with the page.

const ARRIVE = "Plan affiché. Rues : © IGN, Plan IGN.";
const EN_PARTIE = "Une partie du plan n’est pas arrivée : l’IGN ne répond pas à tout.";
const ABSENT = "Le plan n’est pas arrivé : l’IGN ne répond pas, ou vous êtes hors ligne. Les contours restent.";
const TOUT_PRES = 18;

/** Leaflet empties a picture that it drops by a data: address, which the policy refuses: ours goes as it is. */
const tuiles = (adresse) => {
  const Plan = L.TileLayer.extend({
    _removeTile: L.GridLayer.prototype._removeTile,
    _abortLoading() {
      for (const [cle, { coords, el }] of Object.entries(this._tiles)) {
        if (coords.z === this._tileZoom || el.complete) continue;
        Object.assign(el, { onload: null, onerror: null });
        el.remove();
        delete this._tiles[cle];
        this.fire("tileabort", { tile: el, coords });
      }
    },
  });
  return new Plan(adresse, { maxZoom: TOUT_PRES });
};

/** @param {L.Map} carte @param {HTMLElement} rues */
export function brancherPlan(carte, rues) {
  const bouton = rues.querySelector("button");
  const etat = rues.querySelector("[role=status]");
  const pres = carte.getMaxZoom();
  const plan = tuiles(rues.dataset.adresse);
  let arrivees = 0;
  let perdues = 0;

  const montrer = (oui) => {
    arrivees = 0;
    perdues = 0;
    bouton.setAttribute("aria-pressed", String(oui));
    carte.getContainer().classList.toggle("avec-plan", oui);
    carte.setMaxZoom(oui ? TOUT_PRES : pres);
    if (oui) plan.addTo(carte);
    else plan.remove();
  };

  plan.on("tileload", () => {
    arrivees += 1;
  });
  plan.on("tileerror", () => {
    perdues += 1;
  });
  // All the pictures of the present view have come or failed.
  plan.on("load", () => {
    if (arrivees) {
      etat.textContent = perdues ? EN_PARTIE : ARRIVE;
    } else if (perdues) {
      montrer(false);
      etat.textContent = ABSENT;
    }
  });
  bouton.addEventListener("click", () => {
    const oui = bouton.getAttribute("aria-pressed") !== "true";
    etat.textContent = oui ? "Le plan arrive…" : "Plan retiré.";
    montrer(oui);
  });
}
