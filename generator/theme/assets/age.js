// What has grown old by the reader's own day, since the built page knows no day: a text that was to be
// read again, and a fact that was checked long ago.
const maintenant = new Date();
const decalage = maintenant.getTimezoneOffset() * 60_000;
const jour = new Date(maintenant - decalage).toISOString().slice(0, 10);
const apres = Number(document.body.dataset.marquerApres);

// Date.parse takes « mot 197 » for the year 197.
const COMPLETE = /^\d{4}-\d\d-\d\d$/;

/** @param {string} date « 2027-05-31 » */
const enJours = (date) => Date.parse(date) / 86_400_000;

/** Less than has passed, in whole months or years. @param {string} date */
function depuis(date) {
  const [avant, ici] = [date, jour].map((un) => un.split("-").map(Number));
  const mois = (ici[0] - avant[0]) * 12 + ici[1] - avant[1] - (ici[2] > avant[2] ? 0 : 1);
  if (mois < 2) return `de ${apres} jours`;
  if (mois < 12) return `de ${mois} mois`;
  return mois < 24 ? "d’un an" : `de ${Math.floor(mois / 12)} ans`;
}

/** Says of each check that is too old how old it is. @param {ParentNode} noeud */
export function marquerAges(noeud) {
  for (const verifie of noeud.querySelectorAll("[data-verifie]")) {
    const date = verifie.dataset.verifie;
    if (!COMPLETE.test(date) || enJours(jour) - enJours(date) <= apres) continue;
    const avis = document.createElement("strong");
    avis.textContent = `il y a plus ${depuis(date)} : à revérifier`;
    verifie.append(", ", avis);
  }
}

const prevue = document.querySelector("[data-revision]");
// « 2027-05 » is past once the whole month is: as much of the day is compared as is written.
if (prevue && jour.slice(0, prevue.dateTime.length) > prevue.dateTime) {
  const avis = document.createElement("p");
  avis.className = "avis";
  avis.textContent = "À réviser : la date de révision prévue est passée.";
  prevue.parentElement.before(avis);
}
marquerAges(document);
