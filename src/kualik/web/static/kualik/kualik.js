// What a page can do with JavaScript. Without it everything can still be read and every form still works.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Files dropped on the page are given to the file field.
for (const drop of all("[data-drop]")) {
  const field = drop.querySelector("input[type=file]");
  const said = drop.querySelector("[data-chosen]");
  const tell = () => { said.textContent = [...field.files].map((file) => file.name).join(", "); };
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => { event.preventDefault(); field.files = event.dataTransfer.files; tell(); });
  field.addEventListener("change", tell);
}

// An open menu closes on Escape and on a click beside it.
document.addEventListener("click", (event) => {
  for (const menu of all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of all("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
