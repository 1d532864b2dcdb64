// The canvas: vis-network without physics, nodes drawn by us, places from Python.
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
let network = null;
let theme = {};
let focusIds = null; // ids that stay bright while something is selected; null = all

function readTheme() {
  const css = getComputedStyle(document.documentElement);
  const value = (name) => css.getPropertyValue(`--${name}`).trim();
  theme = { font: getComputedStyle(document.body).fontFamily };
  for (const name of ["stage", "paper", "ink", "soft", "line", "accent", "warn", "band", "tie"]) theme[name] = value(name);
  for (const type of Object.keys(DATA.entityShapes)) theme[`e-${type}`] = value(`e-${type}`);
  for (const family of Object.keys(TEXT.families)) theme[`f-${family}`] = value(`f-${family}`);
}

// A sign on the screen is never smaller than half its natural size.
const glyphSize = (node, scale = network.getScale()) => node.size * Math.max(1, 0.5 / scale);

function tracePath(ctx, shape, x, y, size) {
  const outline = DATA.shapes[shape];
  ctx.beginPath();
  if (!outline.length) ctx.arc(x, y, size, 0, 2 * Math.PI);
  else outline.forEach(([px, py], i) => (i ? ctx.lineTo(x + px * size, y + py * size) : ctx.moveTo(x + px * size, y + py * size)));
  ctx.closePath();
}

function drawNode({ ctx, id, x, y, state: looks }) {
  const node = NODES.get(id);
  const size = glyphSize(node);
  return {
    drawNode() {
      const chosen = state.selected?.kind === "node" && state.selected.id === id;
      ctx.globalAlpha = focusIds && !focusIds.has(id) ? 0.16 : 1;
      ctx.lineJoin = "round";
      const shape = DATA.entityShapes[node.type];
      if (chosen || looks.hover) {
        tracePath(ctx, shape, x, y, size);
        ctx.lineWidth = chosen ? 10 : 7;
        ctx.strokeStyle = theme.accent;
        ctx.stroke();
      }
      tracePath(ctx, shape, x, y, size);
      ctx.lineWidth = 4;
      ctx.strokeStyle = theme.stage;
      ctx.stroke();
      ctx.fillStyle = theme[`e-${node.type}`];
      ctx.fill();
      if (node.provisional) {
        tracePath(ctx, shape, x, y, size - 3);
        ctx.lineWidth = 1.5;
        ctx.setLineDash([2, 3]);
        ctx.stroke();
      }
    },
    nodeDimensions: { width: size * 2, height: size * 2 },
  };
}

function lineOptions(edge) {
  const claim = CLAIMS.get(edge.claim);
  const bright = !focusIds || focusIds.has(edge.id);
  const chosen = state.selected?.kind === "claim" && state.selected.id === edge.claim;
  const color = edge.kind === "tie" ? theme.tie : theme[`f-${claim.family}`];
  return {
    id: edge.id, from: edge.from, to: edge.to, smooth: edge.smooth, dashes: edge.dashes,
    width: edge.width + (chosen ? 1.6 : 0),
    ...(edge.loop ? { selfReference: edge.loop } : {}),
    arrows: { to: { enabled: edge.kind === "claim", scaleFactor: 0.55 } },
    color: { color, hover: color, highlight: color, inherit: false, opacity: bright ? (edge.kind === "tie" ? 0.9 : 1) : 0.1 },
    hidden: !edgeAllowed(edge),
  };
}

function edgeAllowed(edge) {
  if (!nodeAllowed(edge.from) || !nodeAllowed(edge.to)) return false;
  return edge.kind === "claim" ? claimAllowed(CLAIMS.get(edge.claim)) : edge.claims.some((id) => claimAllowed(CLAIMS.get(id)));
}

function nodeOptions(node) {
  return { id: node.id, x: node.x, y: node.y, size: node.size, shape: "custom", ctxRenderer: drawNode, hidden: !nodeAllowed(node.id) };
}

const openedEdges = () => DATA.edges.filter((edge) => state.opened.has(edge.from) && state.opened.has(edge.to));

// The selected thing and its neighbours stay bright.
function computeFocus() {
  if (!state.selected) return null;
  const { kind, id } = state.selected;
  const claims = kind === "claim" ? [CLAIMS.get(id)] : CLAIMS_OF.get(id);
  const keep = new Set(kind === "node" ? [id] : []);
  const claimIds = new Set(claims.map((claim) => claim.id));
  for (const claim of claims) for (const party of PARTIES.get(claim.id)) keep.add(party);
  for (const line of LINES) if (claimIds.has(line.claim)) keep.add(line.id);
  for (const tie of TIES) if (tie.claims.some((claim) => claimIds.has(claim))) keep.add(tie.id);
  return keep;
}

function refreshGraph() {
  focusIds = computeFocus();
  nodeSet.update([...state.opened].map((id) => nodeOptions(NODES.get(id))));
  edgeSet.update(openedEdges().map(lineOptions));
  relabel();
  network.redraw();
}

function startGraph() {
  readTheme();
  focusIds = computeFocus();
  nodeSet.add([...state.opened].map((id) => nodeOptions(NODES.get(id))));
  edgeSet.add(openedEdges().map(lineOptions));
  network = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: edgeSet }, {
    autoResize: true,
    physics: { enabled: false },
    layout: { improvedLayout: false },
    interaction: { hover: true, selectConnectedEdges: false, keyboard: false, hideEdgesOnDrag: LARGE, hideEdgesOnZoom: LARGE },
    nodes: { chosen: false },
    edges: { chosen: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
  });
  network.on("beforeDrawing", drawBands);
  network.on("afterDrawing", drawLabels);
  network.on("click", pick);
  network.on("doubleClick", (event) => event.nodes.length && expand(event.nodes[0]));
  network.on("dragging", relabel);
  network.on("dragEnd", (event) => {
    for (const [id, place] of Object.entries(network.getPositions(event.nodes))) Object.assign(NODES.get(id), place);
    relabel();
  });
  network.on("hoverEdge", (event) => showTip(event.pointer?.DOM, edgeWords(event.edge)));
  network.on("hoverNode", (event) => showTip(event.pointer?.DOM, nodeWords(event.node)));
  for (const event of ["blurEdge", "blurNode", "dragStart", "zoom", "click"]) network.on(event, () => { byId("tip").hidden = true; });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readTheme(); refreshGraph(); });
  network.on("resize", () => relabel());
  fitView();
}

// A claim with one party is a circle on the rim of its node.
function loopCentre(edge) {
  const node = NODES.get(edge.from);
  const size = glyphSize(node);
  return { x: node.x + size * Math.cos(edge.loop.angle), y: node.y - size * Math.sin(edge.loop.angle) };
}

// The band behind a disputed claim. vis-network has such a thing, but draws it for curved, solid lines only.
function drawBands(ctx) {
  for (const edge of LINES) {
    const drawn = CLAIMS.get(edge.claim).disputed && network.body.edges[edge.id];
    if (!drawn || !drawn.connected || drawn.options.hidden) continue;
    const via = edge.smooth ? drawn.edgeType.getViaNode() : null;
    ctx.beginPath();
    if (!edge.loop) ctx.moveTo(drawn.from.x, drawn.from.y);
    if (edge.loop) ctx.arc(loopCentre(edge).x, loopCentre(edge).y, edge.loop.size, 0, 2 * Math.PI);
    else if (via) ctx.quadraticCurveTo(via.x, via.y, drawn.to.x, drawn.to.y);
    else ctx.lineTo(drawn.to.x, drawn.to.y);
    ctx.globalAlpha = focusIds && !focusIds.has(edge.id) ? 0.25 : 1;
    ctx.lineWidth = edge.width + 10;
    ctx.strokeStyle = theme.band;
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

const EDGES = new Map(DATA.edges.map((edge) => [edge.id, edge]));

function pick(event) {
  if (event.nodes.length) return select("node", event.nodes[0], "picked");
  const labelled = labelAt(event.pointer.canvas);
  if (labelled) return select(labelled.kind === "node" ? "node" : "claim", labelled.target, "picked");
  if (event.edges.length) {
    const edge = EDGES.get(event.edges[0]);
    return select("claim", edge.kind === "claim" ? edge.claim : edge.claims.find((id) => claimAllowed(CLAIMS.get(id))), "picked");
  }
  if (state.selected) unselect();
  return undefined;
}

function edgeWords(id) {
  const edge = EDGES.get(id);
  if (edge.kind === "tie") return `${nameOf(edge.to)}: ${UI.other_parties}`;
  const claim = CLAIMS.get(edge.claim);
  return `${claim.label.join(" · ")}: ${claimWords(claim)}`;
}

function nodeWords(id) {
  const node = NODES.get(id);
  const hiddenNeighbours = LARGE ? neighbours(id).filter((other) => !state.opened.has(other)).length : 0;
  return `${node.name} · ${word("entities", node.type)} · ${UI.claims}: ${node.degree}${hiddenNeighbours ? ` · +${hiddenNeighbours}` : ""}`;
}

function showTip(place, text) {
  if (!place) return;
  const tip = byId("tip");
  tip.textContent = text;
  tip.hidden = false;
  const stage = byId("stage").getBoundingClientRect();
  tip.style.left = `${Math.max(4, Math.min(place.x + 14, stage.width - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.max(4, Math.min(place.y + 16, stage.height - tip.offsetHeight - 8))}px`;
}

function extent(ids) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const id of ids) {
    const node = NODES.get(id);
    const half = Math.max(node.size + 4, labelHalfWidth(node));
    box.left = Math.min(box.left, node.x - half);
    box.right = Math.max(box.right, node.x + half);
    box.top = Math.min(box.top, node.y - node.size - 6);
    box.bottom = Math.max(box.bottom, node.y + node.size + 10 + node.lines.length * 17);
  }
  return box;
}

function fitView(animate = false) {
  const shown = [...state.opened].filter(nodeAllowed);
  if (!shown.length) return;
  let box = extent(shown);
  // names may stand above or beside their sign: fit, see where they went, and fit again
  const scale = fitScale(box);
  layoutLabels(scale);
  for (const label of placed) box = union(box, label);
  relabel();
  moveToFit(box, animate);
}

const union = (box, label) => ({
  left: Math.min(box.left, label.x), right: Math.max(box.right, label.x + label.w),
  top: Math.min(box.top, label.y), bottom: Math.max(box.bottom, label.y + label.h),
});

// What lies over the lower edge of the canvas: the table, or else the notice.
const drawerHeight = () => (byId("drawer").hidden ? byId("notice").offsetHeight : byId("drawer").offsetHeight);

function fitScale(box) {
  const width = byId("canvas").clientWidth - 36;
  const height = byId("canvas").clientHeight - 32 - drawerHeight();
  return Math.max(0.05, Math.min(width / (box.right - box.left), height / (box.bottom - box.top), 1.35));
}

function moveToFit(box, animate) {
  const scale = fitScale(box);
  const drawer = drawerHeight();
  const position = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + drawer / 2 / scale };
  network.moveTo({ position, scale, animation: animate ? { duration: 250, easingFunction: "easeInOutQuad" } : false });
}

function focusOn(ids) {
  const shown = ids.filter((id) => NODES.has(id) && nodeAllowed(id));
  if (!shown.length) return;
  const box = extent(shown);
  const scale = Math.max(network.getScale(), LARGE ? 0.8 : 0);
  const view = { width: byId("canvas").clientWidth / scale, height: byId("canvas").clientHeight / scale };
  const middle = network.getViewPosition();
  const inside = box.left > middle.x - view.width / 2 && box.right < middle.x + view.width / 2
    && box.top > middle.y - view.height / 2 && box.bottom < middle.y + view.height / 2;
  if (inside && scale === network.getScale()) return;
  network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale, animation: false });
}

function neighbours(id) {
  const found = new Set();
  for (const claim of CLAIMS_OF.get(id)) for (const party of PARTIES.get(claim.id)) if (party !== id && NODES.has(party)) found.add(party);
  return [...found];
}

function expand(id) {
  const fresh = neighbours(id).filter((other) => !state.opened.has(other)).slice(0, 80);
  if (!fresh.length) return;
  reveal(fresh, id);
  notice(fill(UI.expanded, { n: fresh.length }));
  changed("opened");
}

// Hidden nodes come in on a spiral around `around` (or around their neighbours), at the first free place.
function reveal(ids, around) {
  const fresh = ids.filter((id) => !state.opened.has(id));
  for (const id of fresh) {
    const near = around ?? neighbours(id).find((other) => state.opened.has(other));
    Object.assign(NODES.get(id), freePlace(id, near === undefined ? { x: 0, y: 0 } : NODES.get(near)));
    state.opened.add(id);
  }
  return fresh.length;
}

function freePlace(id, centre) {
  const node = NODES.get(id);
  const taken = [...state.opened].map((other) => NODES.get(other));
  for (let step = 3; step < 4000; step += 1) {
    const radius = 42 * Math.sqrt(step);
    const angle = step * 2.399963; // the golden angle spreads evenly
    const place = { x: Math.round(centre.x + radius * 1.3 * Math.cos(angle)), y: Math.round(centre.y + radius * Math.sin(angle)) };
    const half = Math.max(node.size, labelHalfWidth(node));
    if (taken.every((other) => Math.abs(other.x - place.x) > half + Math.max(other.size, labelHalfWidth(other)) + 10 || Math.abs(other.y - place.y) > 66)) return place;
  }
  return { x: centre.x + 60, y: centre.y + 60 };
}

function notice(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = !text;
}
