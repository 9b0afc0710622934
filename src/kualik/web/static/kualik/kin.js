// The family as a drawing. It says what the list beside it says; whoever hears the page or has no script has the list.
// Cytoscape would write a style element into the page, which the content security policy forbids: the page has an
// element of that id already (kin.css), so it does not.

const place = document.querySelector("[data-kin]");
const NEAR = "400px";
const LEAST = 0.7;
const MOST = 480; // pixels
const EDGE = 20;

const colour = (name) => {
  const probe = document.createElement("i");
  probe.className = `kin-${name}`;
  place.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
};

function rules() {
  const [ink, soft, sheet, rule, accent, held, heldWash] = ["ink", "soft", "sheet", "rule", "accent", "held", "held-wash"].map(colour);
  const font = getComputedStyle(place).fontFamily;
  return [
    { selector: "node", style: { shape: "round-rectangle", width: 132, height: 46, padding: 6, "background-color": sheet, "border-width": 1, "border-color": rule, color: ink, label: "data(text)", "font-family": font, "font-size": 12, "text-wrap": "wrap", "text-max-width": 126, "text-valign": "center", "text-halign": "center" } },
    { selector: "node[?held]", style: { shape: "rectangle", "border-width": 3, "border-color": held, "background-color": heldWash, height: 66 } },
    { selector: "node[?own]", style: { "border-width": 3, "border-color": accent, "font-weight": "bold", "font-size": 13 } },
    { selector: "node[!text]", style: { shape: "ellipse", width: 6, height: 6, padding: 0, "background-color": rule, "border-width": 0 } },
    { selector: "edge", style: { width: 1.5, "line-color": rule, "curve-style": "bezier", label: "data(label)", "font-family": font, "font-size": 11, color: soft, "text-background-color": sheet, "text-background-opacity": 1, "text-background-padding": 2, "text-wrap": "wrap", "text-max-width": 90 } },
    { selector: "edge[!accepted]", style: { "line-style": "dashed" } },
  ];
}

function elements() {
  const told = JSON.parse(document.getElementById("kin-data").textContent);
  const text = (one) => [one.label, one.held ? `${place.dataset.held}: ${one.note}` : ""].filter(Boolean).join("\n");
  return [
    ...told.nodes.map((one) => ({ group: "nodes", data: { ...one, text: text(one) } })),
    ...told.edges.map((one) => ({ group: "edges", data: one })),
  ];
}

// As large as it can be read, as high as it is; what does not fit is reached by dragging, the person in the middle.
function settle(graph) {
  const { w, h } = graph.elements().boundingBox();
  const zoom = Math.min(1, Math.max(LEAST, (place.clientWidth - 2 * EDGE) / w));
  place.style.blockSize = `${Math.min(MOST, h * zoom + 2 * EDGE)}px`;
  graph.resize();
  graph.zoom(zoom);
  graph.center(w * zoom > place.clientWidth ? graph.nodes("[?own]") : undefined);
}

async function draw() {
  const [{ default: cytoscape }, { default: dagre }] = await Promise.all([import(place.dataset.cytoscape), import(place.dataset.dagre), document.fonts.ready]);
  cytoscape.use(dagre);
  place.hidden = false;
  document.querySelector("[data-kin-says]").hidden = false;
  const graph = cytoscape({
    container: place,
    elements: elements(),
    style: rules(),
    layout: { name: "dagre", rankDir: "TB", nodeSep: 22, rankSep: 44, fit: false, animate: false },
    minZoom: 0.15,
    maxZoom: 1.6,
    userZoomingEnabled: false, // a page that is scrolled must not catch on the drawing
    autoungrabify: true,
  });
  settle(graph);
  graph.on("tap", "node[address]", (happened) => {
    const to = happened.target.data("address");
    if (to) location.assign(to);
  });
  graph.on("mouseover", "node[address]", (happened) => place.classList.toggle("leads-on", Boolean(happened.target.data("address"))));
  graph.on("mouseout", "node", () => place.classList.remove("leads-on"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.style(rules()));
  place.dataset.drawn = String(graph.nodes().length);
}

if (place) {
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watch.disconnect();
    draw();
  }, { rootMargin: NEAR });
  watch.observe(place.parentElement);
}
