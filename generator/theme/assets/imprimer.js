// The button that prints the page. Without JavaScript it is not shown.
for (const bouton of document.querySelectorAll("[data-imprimer]")) {
  bouton.addEventListener("click", () => window.print());
}
