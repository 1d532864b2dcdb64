// Putting the parts together.
const HOTKEYS = {
  "/": () => byId("search").focus(),
  f: () => fitView(true),
  r: resetAll,
  t: toggleTable,
  "?": () => byId("keys").showModal(),
  Escape: escapeOne,
};

function escapeOne() {
  if (state.selected) {
    const { kind, id } = state.selected;
    unselect();
    if (kind === "claim") byId("panel").querySelector(`[data-claim="${CSS.escape(id)}"]`)?.focus();
  } else if (!byId("drawer").hidden) toggleTable();
}

const HOME = new Map(DATA.nodes.map((node) => [node.id, { x: node.x, y: node.y, opened: !node.hidden }]));

function resetAll() {
  state.selected = null;
  state.hidden.clear();
  for (const [id, { x, y, opened }] of HOME) {
    if (opened) Object.assign(NODES.get(id), { x, y });
    else if (state.opened.delete(id)) nodeSet.remove(id);
  }
  edgeSet.remove(DATA.edges.filter((edge) => !state.opened.has(edge.from) || !state.opened.has(edge.to)).map((edge) => edge.id));
  changed("reset");
  fitView(true);
}

function noticeHubs() {
  notice(LARGE ? fill(UI.hubs, { shown: state.opened.size, total: DATA.nodes.length }) : "");
}

function start() {
  readAddress();
  byId("canvas").setAttribute("aria-label", fill(UI.graph_label, { nodes: DATA.nodes.length, claims: DATA.claims.length }));
  byId("nothing").hidden = DATA.nodes.length > 0;
  if (state.selected) reveal(state.selected.kind === "node" ? [state.selected.id] : [...PARTIES.get(state.selected.id)].filter((id) => NODES.has(id)));
  renderLegend();
  renderPanel();
  noticeHubs();
  startGraph();
  startSearch();
  startExport();
  byId("fit").addEventListener("click", () => fitView(true));
  byId("reset").addEventListener("click", resetAll);
  byId("table-toggle").addEventListener("click", toggleTable);
  byId("help").addEventListener("click", () => byId("keys").showModal());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || byId("keys").open || !Object.hasOwn(HOTKEYS, event.key)) return;
    event.preventDefault();
    HOTKEYS[event.key]();
  });
  onChange((what) => {
    refreshGraph();
    if (what !== "opened") {
      listed = PAGE;
      renderPanel();
      byId("panel").scrollTop = 0;
    }
    if (what === "selection") focusOn(state.selected?.kind === "claim" ? [...PARTIES.get(state.selected.id)] : state.selected ? [state.selected.id] : []);
    else if (what !== "picked") renderLegend();
    renderTable();
    if (LARGE) noticeHubs();
  });
  window.addEventListener("hashchange", () => { readAddress(); changed("reset"); });
  network.once("afterDrawing", () => { document.body.dataset.ready = "1"; });
  network.redraw();
}

// For tests and for pages that embed this one: where things are, in pixels of the window.
window.kgView = Object.freeze({
  labels: () => {
    const frame = byId("canvas").getBoundingClientRect();
    return placed.map((box) => {
      const from = network.canvasToDOM({ x: box.x, y: box.y });
      const to = network.canvasToDOM({ x: box.x + box.w, y: box.y + box.h });
      return { kind: box.kind, target: box.target, text: box.text, x: from.x + frame.x, y: from.y + frame.y, width: to.x - from.x, height: to.y - from.y };
    });
  },
  node: (id) => toWindow(NODES.get(id)),
  line: (claim, t = 0.5) => toWindow(network.body.edges[LINES.find((line) => line.claim === claim).id].edgeType.getPoint(t)),
  shown: () => [...state.opened].filter(nodeAllowed),
  csv: claimsAsCsv,
  json: claimsAsJson,
});

function toWindow(point) {
  const frame = byId("canvas").getBoundingClientRect();
  const place = network.canvasToDOM(point);
  return { x: place.x + frame.x, y: place.y + frame.y };
}

start();
