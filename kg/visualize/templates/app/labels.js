// Words on the canvas: placed so that no two overlap, at any zoom; what finds no place waits for more room.
let placed = [];
let placedFor = "";
let version = 0;
const relabel = () => { version += 1; };
const widths = new Map();
const measurer = document.createElement("canvas").getContext("2d");

function textWidth(text, font) {
  const key = `${font}|${text}`;
  if (!widths.has(key)) {
    measurer.font = font;
    widths.set(key, measurer.measureText(text).width);
  }
  return widths.get(key);
}

const nodeFont = (size) => `500 ${size}px ${theme.font}`;
const lineFont = (size, strong) => `${strong ? 700 : 600} ${size}px ${theme.font}`;
const labelHalfWidth = (node) => Math.max(...node.lines.map((line) => textWidth(line, nodeFont(13)))) / 2;

// Boxes in cells, so that thousands of labels are compared with their neighbours only.
class Taken {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  * keys(box) {
    for (let x = Math.floor(box.x / this.cell); x <= Math.floor((box.x + box.w) / this.cell); x += 1) {
      for (let y = Math.floor(box.y / this.cell); y <= Math.floor((box.y + box.h) / this.cell); y += 1) yield `${x},${y}`;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  free(box, owner) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) || []) {
        if (other.owner !== owner && box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h) return false;
      }
    }
    return true;
  }
}

// On screen letters keep between 12 and 17 pixels, so that a wide graph stays readable when it is made to fit.
function layoutLabels(scale) {
  const taken = new Taken(160 / scale);
  const size = Math.min(17, Math.max(12, 13 * scale)) / scale;
  const nodes = [...state.opened].filter(nodeAllowed).map((id) => NODES.get(id));
  for (const node of nodes) {
    const glyph = glyphSize(node, scale);
    taken.add({ owner: node.id, x: node.x - glyph * 1.2, y: node.y - glyph * 1.15, w: glyph * 2.4, h: glyph * 2.3 });
  }
  const weight = (node) => (focusIds?.has(node.id) ? 1e6 : 0) + node.degree;
  placed = [];
  const lines = DATA.edges.filter((edge) => edge.kind === "claim" && state.opened.has(edge.from) && state.opened.has(edge.to) && edgeAllowed(edge));
  const paths = new Map(lines.length <= 160 ? lines.map((line) => [line.id, samplePath(line.id)]) : []);
  for (const node of nodes.sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))) placeNodeLabel(node, size, glyphSize(node, scale), taken, paths);
  for (const line of lines.sort((a, b) => lineWeight(b) - lineWeight(a) || (a.id < b.id ? -1 : 1))) placeLineLabel(line, size * 0.9, taken, paths, scale);
}

// Below the sign if that is free of lines, else wherever the fewest lines run through the name.
function placeNodeLabel(node, size, glyph, taken, paths) {
  const font = nodeFont(size);
  const lead = size * 1.22;
  const w = Math.max(...node.lines.map((line) => textWidth(line, font)));
  const h = lead * node.lines.length;
  const gap = glyph * 1.15 + size * 0.3;
  const side = glyph * 1.3 + size * 0.35;
  const spots = [
    { x: node.x - w / 2, y: node.y + gap, align: "center" },
    { x: node.x - w / 2, y: node.y - gap - h, align: "center" },
    { x: node.x + side, y: node.y - h / 2, align: "left" },
    { x: node.x - side - w, y: node.y - h / 2, align: "right" },
  ];
  let spot = null;
  for (const [i, place] of spots.entries()) {
    if (!taken.free({ ...place, w, h }, node.id)) continue;
    let cost = i * 0.4;
    for (const path of paths.values()) if (crosses(path, { ...place, w, h })) cost += 1;
    if (!spot || cost < spot.cost) spot = { ...place, cost };
  }
  if (!spot) return;
  const box = { kind: "node", target: node.id, owner: node.id, text: node.name, lines: node.lines, font, lead, w, h, ...spot };
  taken.add({ ...box, owner: "label" });
  placed.push(box);
}

function lineWeight(edge) {
  const claim = CLAIMS.get(edge.claim);
  return (focusIds?.has(edge.id) ? 100 : 0) + (claim.disputed ? 10 : 0) + (claim.modality === "asserted" ? 0 : 5);
}

function samplePath(id) {
  const drawn = network.body.edges[id]?.edgeType;
  return drawn && !EDGES.get(id).loop ? [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1].map((t) => drawn.getPoint(t)) : [];
}

function crosses(path, box) {
  for (let i = 1; i < path.length; i += 1) {
    for (const t of [0, 0.25, 0.5, 0.75]) {
      const x = path[i - 1].x + (path[i].x - path[i - 1].x) * t;
      const y = path[i - 1].y + (path[i].y - path[i - 1].y) * t;
      if (x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h) return true;
    }
  }
  return false;
}

const PLACES_ON_LINE = [0.5, 0.46, 0.54, 0.42, 0.58, 0.38, 0.62, 0.34, 0.66, 0.3, 0.7, 0.26, 0.74, 0.22, 0.78];

// Beside a circle that leans to a side; else above it, and higher where others stand already.
function spotsAtLoop(edge, w, h) {
  const centre = loopCentre(edge);
  const { size } = edge.loop;
  const above = [0, 1].map((i) => ({ x: centre.x, y: centre.y - size - h * (0.55 + i) }));
  const lean = Math.cos(edge.loop.angle);
  const beside = Math.abs(lean) < 0.2 ? [] : [0.2, -0.4, -1].map((i) => ({ x: centre.x + Math.sign(lean) * (size + 3 + w / 2), y: centre.y + h * i }));
  return [...beside, ...above, { x: centre.x + size + w / 2, y: centre.y - size }, { x: centre.x - size - w / 2, y: centre.y - size }];
}

function placeLineLabel(edge, size, taken, paths, scale) {
  const claim = CLAIMS.get(edge.claim);
  const drawn = network.body.edges[edge.id]?.edgeType;
  if (!drawn) return;
  if (paths.size === 0 && !edge.loop && Math.hypot(NODES.get(edge.from).x - NODES.get(edge.to).x, NODES.get(edge.from).y - NODES.get(edge.to).y) * scale < 90) return;
  const doubt = claim.label[1];
  // if the whole does not fit, at least what keeps the claim from being plainly so
  const versions = doubt ? [claim.label, [word("claims", claim.type), doubt], [doubt]] : [claim.label, [word("claims", claim.type)]];
  for (const lines of versions) {
    const w = Math.max(...lines.map((line) => textWidth(line, lineFont(size, line === doubt)))) + size * 0.7;
    const h = lines.length * size * 1.25 + size * 0.3;
    let best = null;
    const spots = edge.loop ? spotsAtLoop(edge, w, h) : PLACES_ON_LINE.map((t) => drawn.getPoint(t));
    for (const [i, point] of spots.entries()) {
      const box = { x: point.x - w / 2, y: point.y - h / 2, w, h };
      if (!taken.free(box, edge.id)) continue;
      let cost = i * 0.02;
      for (const [id, path] of paths) if (id !== edge.id && crosses(path, box)) cost += 1;
      if (!best || cost < best.cost) best = { ...box, cost };
    }
    if (best) {
      const box = { kind: "claim", target: claim.id, edge: edge.id, owner: edge.id, family: claim.family, text: lines.join(" "), lines, doubt, size, ...best };
      taken.add(box);
      placed.push(box);
      return;
    }
  }
}

function drawLabels(ctx) {
  const scale = network.getScale();
  const key = `${scale.toFixed(4)}|${version}`;
  if (key !== placedFor) {
    layoutLabels(scale);
    placedFor = key;
  }
  for (const label of placed) {
    const bright = !focusIds || focusIds.has(label.kind === "node" ? label.target : label.edge);
    ctx.globalAlpha = bright ? 1 : 0.2;
    if (label.kind === "node") drawNodeLabel(ctx, label);
    else if (bright) drawLineLabel(ctx, label);
  }
  ctx.globalAlpha = 1;
}

function drawNodeLabel(ctx, label) {
  ctx.font = label.font;
  ctx.textAlign = label.align;
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = label.lead * 0.3;
  ctx.strokeStyle = theme.stage;
  ctx.fillStyle = theme.ink;
  const x = label.align === "center" ? label.x + label.w / 2 : label.align === "left" ? label.x : label.x + label.w;
  label.lines.forEach((line, i) => {
    const y = label.y + label.lead * (i + 0.5);
    ctx.strokeText(line, x, y);
    ctx.fillText(line, x, y);
  });
}

function drawLineLabel(ctx, label) {
  ctx.beginPath();
  ctx.roundRect(label.x, label.y, label.w, label.h, label.size * 0.35);
  ctx.fillStyle = theme.stage;
  ctx.fill();
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const disputed = CLAIMS.get(label.target).disputed;
  label.lines.forEach((line, i) => {
    const isDoubt = line === label.doubt;
    ctx.font = lineFont(label.size, isDoubt);
    ctx.fillStyle = isDoubt ? (disputed ? theme.warn : theme.soft) : theme[`f-${label.family}`];
    ctx.fillText(line, label.x + label.w / 2, label.y + label.size * (0.15 + 1.25 * (i + 0.5)));
  });
}

function labelAt(point) {
  return placed.find((box) => point.x >= box.x && point.x <= box.x + box.w && point.y >= box.y && point.y <= box.y + box.h);
}
