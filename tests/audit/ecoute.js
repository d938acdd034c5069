// Put into every page and frame before its own scripts: what runs is heard, and what a page is made
// of is written down without what it says.

{
  const name = (what, given) => `${what}(${given}) : ${location.href.slice(0, 200)}`;
  const hear = (text) => top.heard.push(text);
  if (window === top) window.heard = [];
  for (const what of ["alert", "confirm", "prompt", "print"]) {
    window[what] = (...given) => hear(name(what, given));
  }
  const trap = { get: () => undefined, set: (value) => hear(name("xss", value)) };
  Object.defineProperty(window, "xss", trap);
  Object.defineProperty(Object.prototype, "xss", trap);
}

// Values that hold no text of the data; of a file's address, only where the site begins may.
const FIXED = new Set(["action", "class", "http-equiv", "name", "property", "rel", "role", "src", "type"]);
const fixed = (value) => value.replace(/^(.*\/)?assets(-[0-9a-f]{8})?\//, "assets/");
const HELD = new Set(["script", "style", "template"]);

// What a drawing has or not for the same hospital, by the room around it: a line from a mark that was
// moved, and the name of one that has room. Each only in its place, and of figures alone.
const IN_DRAWING = [
  [".rappel:has(+ .cible)", { class: /^rappel$/, d: /^M0 0L-?[\d.]+ -?[\d.]+$/ }],
  [
    ".cible + .point + text:last-child",
    {
      "paint-order": /^stroke$/,
      "text-anchor": /^(start|middle|end)$/,
      x: /^-?[\d.]+$/,
      y: /^-?[\d.]+$/,
    },
  ],
];

function hasRoomOrNot(node) {
  return IN_DRAWING.some(
    ([place, values]) =>
      node.matches(`svg.dessin > [transform] > ${place}`) &&
      node.attributes.length === Object.keys(values).length &&
      [...node.attributes].every(({ name, value }) => values[name]?.test(value)),
  );
}

/** What data in a page is made of, whatever it says: its keys, each with the kind of its value. */
function keys(value, above = "") {
  if (typeof value !== "object" || value === null) return [`${above} ${typeof value}`];
  return Object.entries(value).flatMap(([key, one]) =>
    keys(one, `${above}/${Array.isArray(value) ? "" : key}`),
  );
}

function heldBy(node) {
  if (!HELD.has(node.localName)) return "";
  if (node.type !== "application/ld+json") return node.innerHTML;
  return [...new Set(keys(JSON.parse(node.textContent)))].sort().join(" ");
}

/** What the parser found, in order: elements with their attributes, comments, inline code. */
function signs(doc) {
  const found = [];
  const walker = doc.createTreeWalker(doc, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.COMMENT_NODE) {
      found.push("<!--");
      continue;
    }
    if (hasRoomOrNot(node)) continue;
    const attributes = [...node.attributes]
      .map(({ name, value }) => (FIXED.has(name) ? `${name}=${fixed(value)}` : name))
      .sort();
    found.push(`${node.nodeName} ${attributes.join(" ")} ${heldBy(node)}`);
  }
  return found;
}

/** The addresses that would run if they were followed. */
function running(doc) {
  return [...doc.querySelectorAll("[href]")]
    .map((node) => node.getAttribute("href"))
    .filter((address) => {
      try {
        return new URL(address, "https://site.invalid/x/").protocol === "javascript:";
      } catch {
        return false;
      }
    });
}

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

/** Read pages as the browser does, and say where they differ from what their kind is made of. */
async function read(file) {
  const { kinds, pages } = await (await fetch(file)).json();
  const made = Object.entries(kinds).map(([kind, html]) => [kind, signs(parsed(html))]);
  const expected = Object.fromEntries(made);
  return pages.map(([kind, html]) => {
    const doc = parsed(html);
    const [found, wanted] = [signs(doc), expected[kind]];
    const length = Math.max(found.length, wanted.length);
    const place = Array.from({ length }).findIndex((_, at) => found[at] !== wanted[at]);
    return {
      fault: place < 0 ? null : `${found[place]} / ${wanted[place]}`,
      labels: [...doc.querySelectorAll(".dessin text")].map((node) => node.textContent),
      heading: doc.querySelector("h1")?.textContent,
      title: doc.title,
      running: running(doc),
    };
  });
}

/** Send what a mouse and a keyboard send to each element; no address is followed. */
function poke(view, click) {
  for (const node of view.document.querySelectorAll("*")) {
    for (const type of ["mouseover", "pointerover", "focus"]) node.dispatchEvent(new Event(type));
    if (!node.matches("[data-chercher]")) node.dispatchEvent(click());
  }
}

/** Send it where the page's own scripts listen. */
function pokeAll() {
  addEventListener("click", (event) => event.preventDefault(), true);
  if (window.L) still();
  poke(window, () => new MouseEvent("click", { bubbles: true, cancelable: true }));
}

/** A popup that brings itself into view moves the map, and all marks with it. */
function still() {
  L.Popup.prototype.options.autoPan = false;
}

// What our own templates write and no more: another script stays.
const OUR_SCRIPT = /<script( type="module")? src="[\w./-]+\.js"( defer)?><\/script>/g;

/** Let pages run, some in each frame: a frame costs more than what is in it. */
async function playAll(file, size) {
  const { pages } = await (await fetch(file)).json();
  // Their own scripts are run elsewhere: here they would be loaded a thousand times.
  const html = pages.map(([, page]) => page.replace(OUR_SCRIPT, ""));
  for (let start = 0; start < html.length; start += size) {
    await play(html.slice(start, start + size).join(""));
  }
}

/** Let a page run in a frame. */
async function play(html) {
  const frame = document.createElement("iframe");
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
  frame.hidden = true;
  frame.srcdoc = html;
  document.body.append(frame);
  await loaded;
  // A plain event opens no link, and calls what an attribute holds all the same.
  poke(frame.contentWindow, () => new Event("click"));
  await new Promise((resolve) => setTimeout(resolve));
  frame.remove();
}

// Where a template may put a text, with nothing escaped.
const PLACES = [
  "<p>§</p>", '<p title="§">', "<p title='§'>", "<p title=§>", "<title>§</title>", '<a href="§">',
];
const QUOTES = ['"', "'", "`"];

/** Tell which texts would do something, were they not escaped. */
function biting(texts) {
  const shape = (html) => signs(parsed(html)).join("\n");
  return texts.filter((text) => {
    const places = PLACES.map((place) => [place, place.replaceAll("§", () => text)]);
    const made = places.some(([place, html]) => shape(html) !== shape(place));
    return made || running(parsed(places.at(-1)[1])).length > 0 || runs(text);
  });
}

function runs(text) {
  const before = top.heard.length;
  for (const quote of QUOTES) {
    try {
      new Function(`const text = ${quote}${text}${quote};`)();
    } catch {
      // Not code: it does nothing there.
    }
  }
  return top.heard.length > before;
}

const tags = (node) => [...node.querySelectorAll("*")].map((one) => one.localName).join(" ");

/** Open every mark of the map: its name, the texts of its popup, where it leads, its elements. */
function openEach() {
  still();
  return [...document.querySelectorAll(".leaflet-marker-icon")].map((marker) => {
    marker.click();
    const popup = document.querySelector(".leaflet-popup-content");
    return {
      label: marker.title,
      texts: [...popup.querySelectorAll("p")].map((one) => one.textContent),
      links: [...popup.querySelectorAll("a")].map((one) => one.getAttribute("href")),
      tags: tags(popup),
    };
  });
}

/** Choose every option of a filter: its value, and how many hospitals it leaves. */
function filterEach(name) {
  const filter = document.querySelector(`[name="${name}"]`);
  return [...filter.options].slice(1).map((option) => {
    filter.value = option.value;
    filter.dispatchEvent(new Event("change", { bubbles: true }));
    return [option.value, document.querySelectorAll(".fiche:not([hidden])").length];
  });
}

/** What the search shows: the title of each result, and its elements. */
function results() {
  return [...document.querySelectorAll("[data-recherche] li")].map((one) => [
    one.querySelector("a").textContent,
    tags(one),
  ]);
}

/** Wait for what a page's own script does. */
async function until(done) {
  for (let turn = 0; !done(); turn += 1) {
    if (turn > 1000) throw new Error(`Rien ne vient : ${done}`);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Type in the field of the look-up: the name and the detail of each suggestion, its elements. */
async function suggest(words) {
  const field = document.querySelector("[role=combobox]");
  const list = document.querySelector("[role=listbox]");
  // It closes the list: what comes then is for these words.
  field.dispatchEvent(new Event("blur"));
  field.value = words;
  field.dispatchEvent(new Event("input"));
  await until(() => !list.hidden);
  return [...list.children].map((option) => ({
    name: option.firstChild.textContent,
    detail: option.lastChild.textContent,
    tags: tags(option),
  }));
}

/** What the page of the look-up says of a place that was chosen; `tags` of what it added. */
function result() {
  const sketch = document.querySelector("[data-croquis]");
  const distances = [...document.querySelectorAll(".distance")];
  return {
    heading: document.querySelector("[data-resultats] h2").textContent,
    field: document.querySelector("[role=combobox]").value,
    title: document.title,
    sketch: sketch.getAttribute("aria-label"),
    count: document.querySelector("[data-compte]").textContent,
    links: [...new Set(distances.map((one) => one.querySelector("a").href.split("?")[0]))],
    page: document.querySelector("[data-page]").getAttribute("href"),
    tags: [...new Set(distances.map(tags))],
  };
}

/** Choose a suggestion, and read what comes. */
async function choose(place) {
  const heading = document.querySelector("[data-resultats] h2");
  heading.textContent = "";
  document.querySelectorAll("[role=option]")[place].click();
  await until(() => heading.textContent);
  await new Promise((resolve) => setTimeout(resolve));
  return result();
}

/** Type each of some words, and choose a suggestion that says its text: each kind in its turn. */
async function lookUpEach(texts) {
  const found = [];
  // Hundreds of hospitals are sorted anew for each place: what is not drawn takes a moment.
  document.querySelector("main").style.display = "none";
  for (const [turn, { words, text }] of texts.entries()) {
    const proposed = await suggest(words);
    const own = [...proposed.keys()].filter((place) => proposed[place].name.includes(text));
    const place = own[turn % own.length];
    found.push({ proposed, place, result: await choose(place) });
  }
  return found;
}

Object.assign(window, { read, pokeAll, play, playAll, biting, openEach, filterEach });
Object.assign(window, { results, suggest, lookUpEach, result, signs });
