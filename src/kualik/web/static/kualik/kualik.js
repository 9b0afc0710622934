// What a page can do with JavaScript. Without it everything can still be read and every form still works.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// A card and its passages light up together, whichever of them is pointed at or focused.
function light(ids, on) {
  for (const id of ids) {
    document.getElementById(`claim-${id}`)?.classList.toggle("lit", on);
    for (const mark of all(`.mark[data-claims~="${id}"]`)) mark.classList.toggle("lit", on);
  }
}

function claimsOf(target) {
  const mark = target.closest?.(".mark[data-claims]");
  if (mark) return mark.dataset.claims.split(" ");
  const card = target.closest?.(".claim[data-claim]");
  return card ? [card.dataset.claim] : [];
}

for (const [event, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(event, (happened) => light(claimsOf(happened.target), on));
}

// After a decision the passages take the state of their claims from the cards.
const PUT_ASIDE = ["rejected", "withdrawn"];

function settleMarks() {
  for (const mark of all(".mark[data-claims]")) {
    const states = mark.dataset.claims.split(" ").map((id) => document.getElementById(`claim-${id}`)?.dataset.status);
    mark.classList.toggle("accepted", states.includes("accepted"));
    mark.classList.toggle("proposed", !states.includes("accepted") && states.includes("proposed"));
    mark.classList.toggle("put-aside", states.every((state) => PUT_ASIDE.includes(state)));
  }
}

document.addEventListener("htmx:afterSettle", settleMarks);

// After a decision the next proposal is taken up, but nothing is decided by it: its card has the focus, no button.
document.addEventListener("htmx:afterSwap", (happened) => {
  const decided = happened.detail.elt?.closest?.(".claim") ?? document.getElementById(happened.detail.target?.id ?? "");
  if (!decided?.matches?.(".claim")) return;
  const cards = all(".claim");
  const place = cards.findIndex((card) => card.id === decided.id);
  const next = cards[place].dataset.status === "proposed" ? cards[place] : cards.slice(place + 1).find((card) => card.dataset.status === "proposed");
  (next ?? cards[place]).focus({ preventScroll: false });
});

// The text stays beside the cards: it is scrolled to the passage of the card that is looked at.
document.addEventListener("focusin", (happened) => {
  const card = happened.target.closest?.(".claim[data-claim]");
  const leaf = document.querySelector("[data-leaf]");
  const mark = card && document.querySelector(`.mark[data-claims~="${card.dataset.claim}"]`);
  if (!mark || !leaf || leaf.scrollHeight <= leaf.clientHeight) return;
  leaf.scrollTo({ top: mark.offsetTop - leaf.clientHeight / 3 });
});

// Words selected in the text become the passage of a new claim. The server looks them up in the text itself;
// the number of code points before them only says which of several equal passages is meant.
function before(text, range) {
  const lead = document.createRange();
  lead.setStart(text, 0);
  lead.setEnd(range.startContainer, range.startOffset);
  return [...words(lead)].length;
}

function words(range) {
  const copy = range.cloneContents();
  for (const added of all(".pagemark", copy)) added.remove();
  return copy.textContent;
}

function takeSelection() {
  const text = document.querySelector("[data-text]");
  const form = document.querySelector("form[data-adder]");
  const chosen = document.getSelection();
  if (!text || !form || !chosen.rangeCount || chosen.isCollapsed) return;
  const range = chosen.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return;
  form.elements.start.value = before(text, range);
  form.elements.quote.value = words(range);
  form.closest("details")?.setAttribute("data-chosen", "");
}

document.addEventListener("selectionchange", takeSelection);

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
