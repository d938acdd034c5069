// Which places a reader's letters mean, and in which order: the most populous first; a name that is
// whole, second at the latest; a hospital by any of its words.
import { ecart, plier } from "./plier.js";

const NOMBRE = 8;
const AVANT = 3;
const PAR_GENRE = 2;
/** As in generator/lieux.py: what says nothing of which hospital is meant. */
const PETITS_MOTS = new Set(
  "a au aux d de des du l la le les centre ch chru chu hopital hopitaux hospitalier universitaire".split(" "),
);

/** @typedef {import("./lieux.js").Lieu} Lieu */

const commence = (lieu, demandes) =>
  lieu.cles.some((cle) => demandes.some((mots) => cle.startsWith(mots)));
const entier = (lieu, demandes) => lieu.cles.some((cle) => demandes.includes(cle));

/** « 29000 Quimper », « Saint-Denis (93) »: a name and figures, in any order. */
function parNomEtCode(demandes, communes) {
  return demandes.flatMap((mots) => {
    const chiffres = mots.match(/\b(?:[0-9]{5}|[0-9]{2,3}|2[ab])\b/)?.[0];
    const nom = chiffres && plier(mots.replace(chiffres, ""));
    if (!nom) return [];
    return communes.filter(
      ({ cles: [sien, ...codes] }) =>
        sien.startsWith(nom) && codes.some((code) => code.startsWith(chiffres)),
    );
  });
}

/** Whether each word begins one of the hospital's; « fort » where one of them is not its town's. */
function force({ cles: [nom], ville }, mots) {
  // The last word may be the start of another.
  const voulus = mots.split(" ").filter((mot, rang, tous) => rang === tous.length - 1 || !PETITS_MOTS.has(mot));
  const villes = ville.split(" ");
  const siens = [...nom.split(" "), ...villes];
  if (!voulus.every((mot) => siens.some((sien) => sien.startsWith(mot)))) return "";
  const propre = (mot) => siens.some((sien) => sien.startsWith(mot) && !villes.includes(sien));
  return voulus.some((mot) => mot.length > 2 && propre(mot)) ? "fort" : "faible";
}

/** The most populous first; whole names before what goes on, second at the latest. */
function ordonner(lieux, demandes) {
  const entiers = lieux.filter((lieu) => entier(lieu, demandes));
  return [...new Set([...lieux.slice(0, 1), ...entiers, ...lieux])];
}

/** What is nearly written so; of figures that no commune has (CEDEX), the département. */
function presque([mots], communes, departements) {
  if (/^[0-9]+$/.test(mots)) return departements.filter(({ cle }) => mots.startsWith(cle));
  const limite = mots.length < 6 ? 1 : 2;
  return [...communes, ...departements]
    .map((lieu) => ({ lieu, loin: ecart(lieu.cles[0], mots, limite) }))
    .filter(({ loin }) => loin <= limite)
    .sort((a, b) => a.loin - b.loin)
    .map(({ lieu }) => lieu);
}

/** Lists, each with its best first, as one: the best of each, then the second of each. */
const entrelacer = (listes) =>
  Array.from({ length: Math.max(0, ...listes.map((une) => une.length)) }, (_, rang) =>
    listes.flatMap((une) => une[rang] ?? []),
  ).flat();

/** Two files may hold one place. @param {Lieu[]} lieux */
const distincts = (lieux) =>
  [...new Map(lieux.map((lieu) => [`${lieu.cle} ${lieu.nom}`, lieu])).values()].slice(0, NOMBRE);

/**
 * @param {string[]} demandes what was typed, folded in each way that it can be
 * @param {Lieu[]} reperes départements, collectivités and hospitals
 * @param {Lieu[][]} fichiers communes, most populous first
 * @returns {{lieux: Lieu[], presque: boolean}} `presque` where nothing begins so
 */
export function chercher(demandes, reperes, fichiers) {
  if (!demandes.length) return { lieux: [], presque: false };
  const communes = entrelacer(fichiers);
  const territoires = reperes.filter(({ genre }) => genre === "territoire");
  const nommes = territoires.filter((lieu) => entier(lieu, demandes));
  const trouvees = communes.filter((lieu) => commence(lieu, demandes));
  const villes = ordonner(trouvees.length ? trouvees : parNomEtCode(demandes, communes), demandes);
  const [premiere, ...suite] = villes;
  const entiere = premiere && entier(premiere, demandes);
  const hopitaux = (voulue) =>
    reperes
      .filter((lieu) => lieu.genre === "centre" && demandes.some((mots) => force(lieu, mots) === voulue))
      .slice(0, PAR_GENRE);
  const lieux = [
    ...nommes,
    ...(entiere ? [premiere] : []),
    ...hopitaux("fort"),
    ...(premiere && !entiere ? [premiere] : []),
    ...suite.slice(0, AVANT),
    ...territoires.filter((lieu) => commence(lieu, demandes)).slice(0, PAR_GENRE),
    ...hopitaux("faible"),
    ...suite.slice(AVANT),
  ];
  if (lieux.length) return { lieux: distincts(lieux), presque: false };
  return { lieux: distincts(presque(demandes, communes, territoires)), presque: true };
}
