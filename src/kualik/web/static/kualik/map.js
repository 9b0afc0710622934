// The map moves under the hand and with the keys, and a place that is chosen changes the list without a new page.
// Without JavaScript the links beside the map do the same.

const LEAST = 8; // how far in one may come
const STEP = 0.15; // of what is seen

function whole(svg) {
  const [, , width, height] = svg.dataset.whole.split(" ").map(Number);
  return { width, height };
}

function seen(svg) {
  const { x, y, width, height } = svg.viewBox.baseVal;
  return { x, y, width, height };
}

function look(svg, { x, y, width, height }) {
  const most = whole(svg);
  const wide = Math.min(most.width, Math.max(most.width / LEAST, width));
  const high = (wide * most.height) / most.width;
  const left = Math.min(most.width - wide, Math.max(0, x + (width - wide) / 2));
  const top = Math.min(most.height - high, Math.max(0, y + (height - high) / 2));
  svg.setAttribute("viewBox", `${left} ${top} ${wide} ${high}`);
  svg.parentElement.classList.toggle("moves", wide < most.width);
}

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function onKey(event) {
  const svg = event.currentTarget.querySelector("[data-map]");
  const now = seen(svg);
  if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
  if (MOVES[event.key] && now.width < whole(svg).width) {
    const [right, down] = MOVES[event.key];
    look(svg, { ...now, x: now.x + right * STEP * now.width, y: now.y + down * STEP * now.height });
  } else if (event.key === "+" || event.key === "-") {
    const factor = event.key === "+" ? 0.7 : 1 / 0.7;
    const width = now.width * factor;
    look(svg, { x: now.x + (now.width - width) / 2, y: now.y + (now.height * (1 - factor)) / 2, width, height: now.height * factor });
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function onDrag(event) {
  const svg = event.currentTarget;
  const from = seen(svg);
  if (event.button !== 0 || from.width >= whole(svg).width) return;
  const scale = from.width / svg.getBoundingClientRect().width;
  let moved = false;
  const move = (now) => {
    const [right, down] = [(event.clientX - now.clientX) * scale, (event.clientY - now.clientY) * scale];
    moved ||= Math.hypot(right, down) > 4 * scale;
    if (moved) look(svg, { ...from, x: from.x + right, y: from.y + down });
  };
  const end = () => {
    removeEventListener("pointermove", move);
    if (!moved) return;
    const stop = (click) => click.preventDefault(); // the click that ends a drag chooses nothing
    addEventListener("click", stop, true);
    setTimeout(() => removeEventListener("click", stop, true), 0);
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", end, { once: true });
}

// The chosen place: the same page is asked for, and only the map and its list are put in place.
async function choose(event) {
  const link = event.target.closest?.("#map-room a[href]");
  if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || !window.htmx) return;
  const address = link.getAttribute("href");
  if (new URL(address, location.href).pathname !== location.pathname) return;
  event.preventDefault();
  await window.htmx.ajax("GET", address, { target: "#map-room", select: "#map-room", swap: "outerHTML" });
  history.pushState({}, "", address);
  document.querySelector("#map-room .spot.chosen")?.focus({ preventScroll: true });
}

function begin() {
  for (const svg of document.querySelectorAll("[data-map]:not([data-whole])")) {
    svg.dataset.whole = svg.getAttribute("viewBox");
    const first = svg.querySelector(".spot.chosen circle, .spot circle")?.getBoundingClientRect();
    const box = svg.parentElement.getBoundingClientRect();
    if (first && svg.parentElement.scrollWidth > box.width) svg.parentElement.scrollLeft += first.left - box.left - box.width / 2;
    svg.parentElement.addEventListener("keydown", onKey);
    svg.addEventListener("pointerdown", onDrag);
    svg.addEventListener("dragstart", (event) => event.preventDefault());
  }
}

begin();
document.addEventListener("htmx:afterSettle", begin);
document.addEventListener("click", choose);
addEventListener("popstate", () => location.reload());
