// What a page of text can do: print itself, and say that it was to be read again before the reader's
// own day, since the built page knows no day.
for (const bouton of document.querySelectorAll("[data-imprimer]")) {
  bouton.addEventListener("click", () => window.print());
}

const prevue = document.querySelector("[data-revision]");
const maintenant = new Date();
const decalage = maintenant.getTimezoneOffset() * 60_000;
// « 2027-05 » is past once the whole month is: as much of the day is compared as is written.
const jour = new Date(maintenant - decalage).toISOString().slice(0, prevue.dateTime.length);
if (jour > prevue.dateTime) {
  const avis = document.createElement("p");
  avis.className = "avis";
  avis.textContent = "À réviser : la date de révision prévue est passée.";
  prevue.parentElement.before(avis);
}
