// Brings the interactive map when the reader asks for it: Leaflet, then folium's script.

const section = document.querySelector("[data-interactive]");
const bouton = section.querySelector("[data-ouvrir]");
const etat = section.querySelector("[data-etat]");
const ouverte = section.querySelector("[data-ouverte]");
let essais = 0;
let attend = false;

/** Browsers remember that a module failed: each try has an address of its own. @param {string} adresse */
const chercher = (adresse) => {
  const url = new URL(adresse, document.baseURI);
  if (essais > 1) url.searchParams.set("essai", String(essais));
  return import(url.href);
};

/** @param {string} href @returns {Promise<void>} */
const habiller = (href) =>
  new Promise((fait, rate) => {
    const lien = document.createElement("link");
    Object.assign(lien, { rel: "stylesheet", href, onload: () => fait() });
    lien.onerror = () => {
      lien.remove();
      rate(new Error(href));
    };
    document.head.append(lien);
  });

async function ouvrir() {
  // Not the attribute disabled, which would take the focus away.
  if (attend) return;
  attend = true;
  essais += 1;
  etat.textContent = "La carte arrive…";
  const { feuille, avantLeaflet, leaflet, centresSurCarte, carte } = section.dataset;
  try {
    const [{ poser }] = await Promise.all([
      chercher(centresSurCarte),
      habiller(feuille),
      chercher(avantLeaflet).then(() => chercher(leaflet)),
    ]);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, inertia: false });
    }
    // Leaflet measures the frame as it starts.
    ouverte.hidden = false;
    globalThis.poserCentres = (...donnees) => poser(ouverte, ...donnees);
    await chercher(carte);
    etat.textContent = "La carte est ouverte.";
    bouton.parentElement.hidden = true;
  } catch {
    ouverte.hidden = true;
    attend = false;
    etat.textContent =
      "La carte n’est pas arrivée. Vérifiez votre connexion et réessayez, ou rechargez la page. La liste ci-dessous nomme les mêmes centres.";
  }
}

bouton.addEventListener("click", ouvrir);
