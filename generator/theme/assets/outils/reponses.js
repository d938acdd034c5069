// What the search shows of an answer: a link, and what it leads to, as text.
import { situer } from "./mots.js";

const EXTRAIT = 160;
const AVANT = 60;

function reponse(adresse, titre, suite) {
  const ligne = document.createElement("li");
  const lien = document.createElement("a");
  lien.href = adresse;
  lien.textContent = titre;
  const texte = document.createElement("p");
  texte.append(...suite);
  ligne.append(lien, texte);
  return ligne;
}

/** The part of a text where the words are, with these marked. @returns {(string | HTMLElement)[]} */
function extraire(texte, racines) {
  const places = situer(texte, racines);
  const premier = places[0] ?? { debut: 0, fin: 0 };
  const voulu = premier.debut - AVANT;
  // A word may be longer than all that is shown: it is cut where no space helps.
  const avant = texte.indexOf(" ", voulu) + 1;
  const debut = voulu <= 0 ? 0 : avant && avant <= premier.debut ? avant : premier.debut;
  const bout = Math.max(debut + EXTRAIT, premier.fin);
  const long = texte.length > bout;
  const apres = texte.lastIndexOf(" ", bout);
  const fin = !long ? texte.length : apres >= Math.max(premier.fin, debut + 1) ? apres : bout;
  const morceaux = [debut ? "… " : ""];
  let place = debut;
  for (const mot of places.filter((un) => un.debut >= debut && un.fin <= fin)) {
    const marque = document.createElement("mark");
    marque.textContent = texte.slice(mot.debut, mot.fin);
    morceaux.push(texte.slice(place, mot.debut), marque);
    place = mot.fin;
  }
  return [...morceaux, texte.slice(place, fin), long ? "…" : ""];
}

/** @param {import("./moteur.js").Passage} un @param {Set<string>} racines @param {URL} base of the site */
export function passage(un, racines, base) {
  const adresse = new URL(un.page + (un.ancre && `#${encodeURIComponent(un.ancre)}`), base).href;
  const titre = [un.titre, un.intitule].filter(Boolean).join("\u00a0: ");
  return reponse(adresse, titre, extraire(un.texte, racines));
}

/** @param {import("./lieux.js").Lieu} lieu @param {string} trouver address of the look-up */
export function versLieu(lieu, trouver) {
  const adresse = `${trouver}#lieu=${encodeURIComponent(lieu.cle)}`;
  const titre = `Les centres les plus proches de ${lieu.nom} (${lieu.detail})`;
  return reponse(adresse, titre, ["Avec leur distance et leur téléphone."]);
}
