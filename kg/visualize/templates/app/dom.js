// Building the page. Text from articles reaches it by textContent alone: there is no innerHTML in these files.
const DATA = JSON.parse(document.getElementById("data").textContent);
const TEXT = DATA.text;
const UI = TEXT.ui;
const byId = (id) => document.getElementById(id);

function el(tag, options = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "text") node.textContent = value;
    else if (key === "on") for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function svg(tag, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

// The sign of an entity type, as in the graph.
function entitySign(type, size = 14) {
  const outline = DATA.shapes[DATA.entityShapes[type] || "circle"];
  const shape = outline.length
    ? svg("polygon", { points: outline.map((point) => point.join(",")).join(" "), fill: "currentColor" })
    : svg("circle", { r: 1, fill: "currentColor" });
  return svg("svg", { viewBox: "-1.4 -1.25 2.8 2.5", width: size, height: size, class: `e-${type}`, "aria-hidden": "true" }, shape);
}

// A piece of line with the pattern of a modality; `band` adds what marks a disputed claim.
function lineSign(className, dash = [], band = false) {
  const line = svg("line", { x1: 1, y1: 6, x2: 33, y2: 6, stroke: "currentColor", "stroke-width": 2.2 });
  if (dash.length) line.setAttribute("stroke-dasharray", dash.join(" "));
  const parts = [line];
  if (band) parts.unshift(svg("line", { x1: 1, y1: 6, x2: 33, y2: 6, stroke: "var(--band)", "stroke-width": 10 }));
  return svg("svg", { viewBox: "0 0 34 12", width: 28, height: 10, class: className, "aria-hidden": "true" }, ...parts);
}

const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
const word = (table, key) => (Object.hasOwn(TEXT[table], key) ? TEXT[table][key] : String(key).replaceAll("_", " "));
const plainText = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
