// A document at work. Without this file every card can still be read and decided on: it only saves waiting and reaching.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const by = (id) => document.getElementById(id);
const CARD = ".claim[data-claim]";
const PUT_ASIDE = ["rejected", "withdrawn"];
const leaf = document.querySelector("[data-leaf]");
const other = document.querySelector("[data-leaf-beside]");
const text = document.querySelector("[data-text]");
const adder = by("adder");

for (const one of all("[data-script]")) one.hidden = false;

// An address with #claim-… of a claim on another page of cards leads to that page.
const asked = /^#claim-([0-9a-f-]{36})$/.exec(location.hash);
if (asked && !by(`claim-${asked[1]}`) && !location.search.includes(asked[1])) {
  location.replace(`?claim=${asked[1]}${location.hash}`);
}

// Marks are found by the claims that lie on them, and that is looked up once: a long text has thousands.
let marksOf = null;
function marks(id) {
  if (!marksOf) {
    marksOf = new Map();
    for (const mark of all(".mark[data-claims]")) {
      for (const one of mark.dataset.claims.split(" ")) marksOf.set(one, [...(marksOf.get(one) ?? []), mark]);
    }
  }
  return marksOf.get(id) ?? [];
}

// A card and its passages light up together, whichever of them is pointed at or focused.
function light(ids, on) {
  for (const id of ids) {
    by(`claim-${id}`)?.classList.toggle("lit", on);
    for (const mark of marks(id)) mark.classList.toggle("lit", on);
  }
}

function claimsOf(target) {
  const mark = target.closest?.(".mark[data-claims]");
  if (mark) return mark.dataset.claims.split(" ");
  const card = target.closest?.(CARD);
  return card ? [card.dataset.claim] : [];
}

for (const [event, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(event, (happened) => light(claimsOf(happened.target), on));
}

// The text stays beside the cards: it is scrolled to the passage of the card that is looked at.
let current = null;
document.addEventListener("focusin", (happened) => {
  const card = happened.target.closest?.(CARD);
  if (!card) return;
  current = card.dataset.claim;
  const [mark] = marks(current);
  if (!mark || !leaf || leaf.scrollHeight <= leaf.clientHeight) return;
  reach(mark);
});

// Scrolls what is beside the cards to a passage, in a text or on the picture of a page.
function reach(mark) {
  const [here, there] = [leaf.getBoundingClientRect(), mark.getBoundingClientRect()];
  leaf.scrollTo({ top: there.top - here.top + leaf.scrollTop - leaf.clientHeight / 3 });
  mark.closest(".paper.large")?.scrollBy({ left: there.left - here.left - leaf.clientWidth / 3 });
}

// From the text to the picture of the page and back one stays with the claim that one looks at.
document.querySelector("[data-view]")?.addEventListener("click", (event) => {
  if (!current) return;
  const to = new URL(event.currentTarget.href);
  to.searchParams.delete("page");
  to.searchParams.set("claim", current);
  to.hash = `claim-${current}`;
  event.currentTarget.href = to;
});

// From card to card.
const cards = () => all(CARD);

function step(by_) {
  const there = cards();
  const place = there.findIndex((card) => card.dataset.claim === current);
  const first = there.findIndex((card) => card.dataset.status === "proposed");
  const to = place < 0 ? Math.max(first, 0) : place + by_;
  if (there[to]) return focus(there[to]);
  document.querySelector(`.claims .pager a[rel=${by_ > 0 ? "next" : "prev"}]`)?.click();
}

function focus(card) {
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", behavior: "instant" });
}

for (const button of all("[data-step]")) button.addEventListener("click", () => step(Number(button.dataset.step)));

// A decision is sent, and the next proposal is taken up at once without waiting for the answer. Nothing is decided by
// that: the next card has the focus, and no button of it.
const decided = []; // what was decided here, the last at the end
const sent = new Map(); // claims on their way, each with what was decided
const undoing = new Set(); // claims to be undone as soon as their answer is here

const deedOf = (element) => /\/claims\/([0-9a-f-]{36})\/(accept|reject|reopen)\/$/.exec(element?.getAttribute?.("hx-post") ?? "");

function next(card) {
  const there = cards();
  const place = there.indexOf(card);
  const open = (one) => one.dataset.status === "proposed" && !sent.has(one.dataset.claim);
  return there.slice(place + 1).find(open) ?? there.slice(0, place).find(open);
}

document.addEventListener("submit", (happened) => {
  const deed = deedOf(happened.target);
  const card = deed && by(`claim-${deed[1]}`);
  if (!card || sent.has(deed[1])) return;
  sent.set(deed[1], deed[2]);
  card.classList.add("sent");
  if (deed[2] === "reopen") return focus(card);
  decided.push(deed[1]);
  const to = next(card);
  if (to) focus(to);
}, true);

document.addEventListener("htmx:afterSwap", (happened) => {
  const deed = deedOf(happened.detail.requestConfig?.elt);
  if (!deed) return;
  const [, id, what] = deed;
  const card = by(`claim-${id}`);
  sent.delete(id);
  if (undoing.delete(id)) return undo(id);
  if (!card || document.activeElement !== document.body) return;
  focus(what === "reopen" ? card : next(card) ?? card);
});

// What was refused or not sent is looked at again: its card is as it was.
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (happened) => {
    const deed = deedOf(happened.detail.elt);
    if (!deed) return;
    sent.delete(deed[1]);
    const place = decided.lastIndexOf(deed[1]);
    if (place >= 0) decided.splice(place, 1);
    const card = by(`claim-${deed[1]}`);
    card?.classList.remove("sent");
    if (name === "htmx:responseError") by("notices")?.scrollIntoView({ block: "nearest" });
    if (card) focus(card);
  });
}

window.addEventListener("beforeunload", (event) => {
  if (sent.size) event.preventDefault();
});

function undo(id) {
  const form = all("form[hx-post]", by(`claim-${id}`) ?? document.createElement("p")).find((one) => deedOf(one)?.[2] === "reopen");
  form?.requestSubmit();
}

document.querySelector("[data-undo-last]")?.addEventListener("click", () => {
  const open = (id) => !sent.has(id) && by(`claim-${id}`)?.dataset.status === "proposed"; // undone on its own card
  while (decided.length && open(decided.at(-1))) decided.pop();
  const id = decided.pop();
  if (!id) return;
  if (sent.has(id)) undoing.add(id);
  else undo(id);
});

// After a decision the passages take the state of their claims from the cards; a correction lies where the old one lay.
function settle() {
  for (const card of all(`${CARD}[data-supersedes]`)) {
    const { claim, supersedes } = card.dataset;
    if (marks(claim).length) continue;
    for (const mark of marks(supersedes)) mark.dataset.claims += ` ${claim}`;
    marksOf.set(claim, marks(supersedes));
  }
  for (const card of cards()) {
    for (const mark of marks(card.dataset.claim)) {
      const states = mark.dataset.claims.split(" ").map((id) => by(`claim-${id}`)?.dataset.status).filter(Boolean);
      if (!states.length) continue;
      mark.classList.toggle("accepted", states.includes("accepted"));
      mark.classList.toggle("proposed", !states.includes("accepted") && states.includes("proposed"));
      mark.classList.toggle("put-aside", states.every((state) => PUT_ASIDE.includes(state)));
    }
  }
}

// What opens in place has the focus at its first field; Escape or its button closes it, and the card has the focus.
document.addEventListener("htmx:afterSettle", (happened) => {
  settle();
  const place = happened.detail.target;
  if (place === adder) takeSelection();
  if (place === adder || place?.matches?.(".claim-here")) {
    const field = place.querySelector("input[name$=-value]") ?? place.querySelector("input:not([type=hidden]), select, textarea");
    const first = place === adder ? place.querySelector("select[name=entity]") : field;
    first?.focus();
    if (first?.type === "search") first.select();
  }
});

document.addEventListener("htmx:afterSwap", (happened) => {
  const corrected = happened.detail.requestConfig?.elt?.matches?.("[data-here]");
  const card = corrected && document.querySelector(`${CARD}[data-supersedes="${current}"]`);
  if (card) focus(card);
});

function leave(place) {
  const card = place.closest(CARD);
  place.replaceChildren();
  if (card) focus(card);
  else by("claims").querySelector("[data-add]")?.focus();
}

document.addEventListener("click", (happened) => {
  const button = happened.target.closest?.("[data-leave]");
  if (button) leave(button.closest(".claim-here, #adder"));
});
document.addEventListener("keydown", (event) => {
  const place = event.key === "Escape" && event.target.closest?.(".claim-here, #adder");
  if (place) leave(place);
});

// Words selected in the text become the passage of a new claim; where none are, the passage of the card looked at.
// The server looks them up in the text itself; the number of code points before them only says which of several equal
// passages is meant.
let chosen = null;

function words(range) {
  const copy = range.cloneContents();
  for (const added of all(".pagemark", copy)) added.remove();
  return copy.textContent;
}

function before(range) {
  const lead = document.createRange();
  lead.setStart(text, 0);
  lead.setEnd(range.startContainer, range.startOffset);
  return [...words(lead)].length + Number(text.dataset.start);
}

function rangeOf(id) {
  const [first, ...rest] = marks(id);
  if (!first || !text) return null;
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(rest.at(-1) ?? first);
  return range;
}

function keep() {
  const now = document.getSelection();
  if (!text || !now.rangeCount || now.isCollapsed) return;
  const range = now.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return;
  chosen = { quote: words(range), start: before(range) };
  if (document.querySelector("form[data-adder]")) takeSelection();
}

function takeSelection() {
  const form = document.querySelector("form[data-adder]");
  const range = !chosen && current && rangeOf(current);
  const found = range ? { quote: words(range), start: before(range) } : chosen;
  if (!form || !found) return;
  form.elements.start.value = found.start;
  form.elements.quote.value = found.quote;
  const card = current && by(`claim-${current}`);
  const known = card && all("option", form.elements.entity).find((one) => one.value === card.dataset.entity);
  if (known && !form.elements.name.value) form.elements.entity.value = known.value;
}

document.addEventListener("selectionchange", keep);

// Original and translation scroll together, each by the share of it that has been read.
let led = null;
function follow(from, to) {
  if (led === from) { led = null; return; }
  led = to;
  to.scrollTop = (from.scrollTop / Math.max(1, from.scrollHeight - from.clientHeight)) * (to.scrollHeight - to.clientHeight);
}
if (leaf && other) {
  leaf.addEventListener("scroll", () => follow(leaf, other), { passive: true });
  other.addEventListener("scroll", () => follow(other, leaf), { passive: true });
}

// A page of cards begins where work begins: at the claim that was asked for, or at the passage that a search found.
const start = location.hash.startsWith("#claim-") && by(location.hash.slice(1));
if (start) focus(start);
const found = by("at");
if (found && leaf) reach(found);
settle();
