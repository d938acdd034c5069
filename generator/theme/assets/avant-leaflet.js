// Leaflet asks the browser, as it starts, whether it draws SVG, by writing "<svg/>" through innerHTML.
// The policy of the site refuses such writing (Trusted Types): this lets that one text pass.
// Once: a second try to load the map finds it there.
if (!globalThis.trustedTypes?.defaultPolicy) {
  globalThis.trustedTypes?.createPolicy("default", {
    createHTML: (html) => (html === "<svg/>" ? html : null),
  });
}
