// The case on paper: everything that is folded away is opened before it is printed, and folded again afterwards.

const opened = new Set();

addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("main details:not([open], :has(form))")) {
    fold.open = true;
    opened.add(fold);
  }
});

addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false;
  opened.clear();
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
