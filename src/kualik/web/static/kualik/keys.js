// Keys for a page: an element with data-key is clicked when its key is pressed. Nothing happens while somebody types.
// Within the element in focus and outwards each [data-keys-scope] is asked first, then the page itself. `?` says them all.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const SCOPE = "[data-keys-scope]";
const TYPED = "input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio], [type=file]), select, textarea";
const FOCUSED = "input, select, textarea";

const on = () => document.documentElement.dataset.keys !== "off";
const typing = (target) => target.isContentEditable || target.matches?.(TYPED);

// A letter is the one on the keycap where the layout has other letters: ф is a, by the place of the key.
function pressed(event) {
  if (event.key === "؟") return "?";
  const place = /^Key([A-Z])$/.exec(event.code ?? "");
  const latin = event.key.length === 1 && event.key < "\u0080";
  return !latin && place && !event.shiftKey ? place[1].toLowerCase() : event.key;
}

const usable = (one) => !one.disabled && one.checkVisibility?.() !== false && !one.closest("[inert]");

function* scopes(target) {
  for (let one = target.closest?.(SCOPE); one; one = one.parentElement?.closest(SCOPE)) yield one;
}

function meant(key, target) {
  const wanted = `[data-key="${CSS.escape(key)}"]`;
  const sheet = all("dialog[open]").pop();
  for (const scope of scopes(target)) {
    const found = all(wanted, scope).find((one) => one.closest(SCOPE) === scope && usable(one));
    if (found && (!sheet || sheet.contains(found))) return found;
  }
  return all(wanted, sheet ?? document).find((one) => !one.closest(SCOPE) && usable(one));
}

document.addEventListener("keydown", (event) => {
  const other = event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented;
  if (other || !on() || typing(event.target)) return;
  const found = meant(pressed(event), event.target);
  if (!found || (event.repeat && !("keyRepeats" in found.dataset))) return;
  event.preventDefault();
  if (found.matches(FOCUSED)) found.focus();
  else found.click();
});

// The sheet of keys: what the page offers now, each key once.
function lines() {
  const said = new Map();
  for (const one of all("[data-key][data-key-help]")) {
    const { key, keyHelp } = one.dataset;
    if (!said.has(`${key} ${keyHelp}`)) said.set(`${key} ${keyHelp}`, [key, keyHelp]);
  }
  return [...said.values()];
}

function open(sheet) {
  const rows = lines().map(([key, help]) => {
    const [term, cap, meaning] = ["dt", "kbd", "dd"].map((name) => document.createElement(name));
    cap.textContent = key;
    term.append(cap);
    meaning.textContent = help;
    return [term, meaning];
  });
  sheet.querySelector("dl").replaceChildren(...rows.flat());
  sheet.querySelector("[data-keys-none]").hidden = rows.length > 1;
  sheet.showModal();
}

const sheet = document.querySelector("dialog[data-keys-sheet]");
for (const button of sheet ? all("[data-keys-open]") : []) {
  button.hidden = false;
  button.addEventListener("click", () => open(sheet));
}
sheet?.addEventListener("click", (event) => {
  if (event.target === sheet) sheet.close();
});
