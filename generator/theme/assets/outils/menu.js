/** On a narrow screen the menu opens under its button; what is closed is out of reach. */
export function brancherMenu(bouton, menu) {
  const etroit = matchMedia("(max-width: 59.99rem)");
  const ouvert = () => bouton.getAttribute("aria-expanded") === "true";
  const poser = (ouvre) => {
    bouton.setAttribute("aria-expanded", String(ouvre));
    menu.classList.toggle("menu--ouvert", ouvre);
  };

  bouton.addEventListener("click", () => poser(!ouvert()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && etroit.matches && ouvert()) {
      poser(false);
      bouton.focus();
    }
  });
  etroit.addEventListener("change", () => poser(false));
  poser(false);
}
