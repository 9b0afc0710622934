// Find: arrows go through the hits, a tick counts. Without this file all of it works by Tab and by plain forms.

const hits = () => [...document.querySelectorAll(".hit h3 a")];

function step(event) {
  if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
  const box = document.querySelector("#words");
  const all = hits();
  const here = all.indexOf(document.activeElement);
  if (here < 0 && document.activeElement !== box) return;
  event.preventDefault();
  const to = here + (event.key === "ArrowDown" ? 1 : -1);
  if (to < 0) box.focus();
  else all[Math.min(to, all.length - 1)]?.focus();
}

const ticks = () => [...document.querySelectorAll('input[name="one"][form="many"]')];

function count() {
  const form = document.querySelector("[data-many]");
  if (!form) return;
  const all = form.querySelector("[data-many-all]").checked;
  const ticked = ticks().filter((one) => one.checked).length;
  form.querySelector("[data-many-page]").hidden = all;
  form.querySelector("[data-many-count]").textContent = all || !ticked ? "" : `✓ ${ticked}`;
  for (const one of ticks()) one.disabled = all;
}

function tickPage(event) {
  if (!event.target.closest("[data-many-page]")) return;
  const to = !ticks().every((one) => one.checked);
  for (const one of ticks()) one.checked = to;
  count();
}

document.addEventListener("keydown", step);
document.addEventListener("change", count);
document.addEventListener("click", tickPage);
document.addEventListener("htmx:afterSettle", count);
count();
