// What is visible, to take along: a picture, a table, the claims. Made here; nothing is sent anywhere.
function download(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const fileName = (ending) => `${plainText(DATA.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "claims"}.${ending}`;

// A spreadsheet runs a cell that starts like a formula: such text gets an apostrophe.
function csvCell(value) {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function claimsAsCsv() {
  const extra = { title: (claim) => claim.article.title, url: (claim) => claim.article.address, evidence: sentences, id: (claim) => claim.id };
  const readers = { ...COLUMNS, ...extra };
  const rows = [Object.keys(readers), ...sortedClaims().map((claim) => Object.values(readers).map((read) => read(claim)))];
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

const sentences = (claim) => claim.evidence.map((segments) => segments.map(([text]) => text).join("")).join(" ");

function claimsAsJson() {
  return JSON.stringify({
    title: DATA.title,
    hidden: [...state.hidden].sort(),
    claims: sortedClaims().map((claim) => ({
      id: claim.id, type: claim.type, modality: claim.modality, disputed: claim.disputed, roles: Object.fromEntries(claim.roles),
      ...claim.raw, attributed_to: claim.says, disputed_by: claim.denies, detail: claim.detail || null, score: claim.score,
      evidence: claim.evidence.map((segments) => segments.map(([text]) => text).join("")),
      article: { id: claim.article.id, title: claim.article.title, outlet: claim.article.outlet, published: claim.article.published, url: claim.article.address },
    })),
  }, null, 2);
}

// The canvas with a title above and, below, the legend and what the filters hide.
function paintImage() {
  const source = byId("canvas").querySelector("canvas");
  const ratio = source.width / source.clientWidth;
  const picture = document.createElement("canvas");
  const [head, foot] = [64 * ratio, legendRows(source.width / ratio).length * 22 * ratio + 24 * ratio];
  picture.width = source.width;
  picture.height = source.height + head + foot;
  const ctx = picture.getContext("2d");
  ctx.fillStyle = theme.stage;
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.drawImage(source, 0, head);
  ctx.scale(ratio, ratio);
  ctx.fillStyle = theme.ink;
  ctx.font = `700 20px ${theme.font}`;
  ctx.fillText(DATA.title, 20, 32);
  ctx.fillStyle = theme.soft;
  ctx.font = `400 12.5px ${theme.font}`;
  ctx.fillText([byId("counts").textContent, ...hiddenWords()].join(" · "), 20, 52);
  legendRows(source.width / ratio).forEach((row, i) => row.forEach((draw) => draw(ctx, (source.height + head) / ratio + 22 + i * 22)));
  return picture;
}

function hiddenWords() {
  if (!state.hidden.size) return [];
  const tables = { type: "claims", modality: "modalities", entity: "entities" };
  const words = [...state.hidden].sort().map((facet) => {
    const [group, key] = facet.split(/\.(.*)/s);
    return group === "status" ? UI.disputed : word(tables[group], key);
  });
  return [fill(UI.exported, { hidden: words.join(", ") })];
}

function legendRows(width) {
  const rows = [[]];
  let x = 20;
  const put = (length, draw) => {
    if (x + length > width - 10 && rows.at(-1).length) { rows.push([]); x = 20; }
    const at = x;
    rows.at(-1).push((ctx, y) => draw(ctx, at, y));
    x += length;
  };
  const font = `400 12.5px ${theme.font}`;
  const write = (ctx, text, at, y) => { ctx.font = font; ctx.fillStyle = theme.ink; ctx.textBaseline = "middle"; ctx.textAlign = "left"; ctx.setLineDash([]); ctx.fillText(text, at, y); };
  const kinds = new Set(DATA.nodes.map((node) => node.type));
  for (const type of Object.keys(TEXT.entities).filter((kind) => kinds.has(kind))) {
    put(textWidth(word("entities", type), font) + 42, (ctx, at, y) => {
      tracePath(ctx, DATA.entityShapes[type], at + 7, y, 6);
      ctx.fillStyle = theme[`e-${type}`];
      ctx.fill();
      write(ctx, word("entities", type), at + 20, y);
    });
  }
  const stroke = (ctx, at, y, color, width_, dash) => {
    ctx.beginPath();
    ctx.setLineDash(dash);
    ctx.moveTo(at, y);
    ctx.lineTo(at + 30, y);
    ctx.lineWidth = width_;
    ctx.strokeStyle = color;
    ctx.stroke();
  };
  const modalities = new Set(DATA.claims.map((claim) => claim.modality));
  for (const name of [...Object.keys(TEXT.modalities), ...modalities].filter((key, i, all) => modalities.has(key) && all.indexOf(key) === i)) {
    const look = DATA.modalities[name] || DATA.modalities.rumoured;
    const label = `${look.sign} ${word("modalities", name)}`.trim();
    put(textWidth(label, font) + 60, (ctx, at, y) => { stroke(ctx, at, y, theme.soft, 2.2, look.dash); write(ctx, label, at + 38, y); });
  }
  if (DATA.claims.some((claim) => claim.disputed)) {
    put(textWidth(`⚡ ${UI.disputed}`, font) + 60, (ctx, at, y) => {
      stroke(ctx, at, y, theme.band, 10, []);
      stroke(ctx, at, y, theme.soft, 2.2, []);
      write(ctx, `⚡ ${UI.disputed}`, at + 38, y);
    });
  }
  return rows;
}

function startExport() {
  byId("png").addEventListener("click", () => paintImage().toBlob((blob) => blob && download(blob, fileName("png")), "image/png"));
  byId("csv").addEventListener("click", () => download(new Blob([claimsAsCsv()], { type: "text/csv;charset=utf-8" }), fileName("csv")));
  byId("json").addEventListener("click", () => download(new Blob([claimsAsJson()], { type: "application/json" }), fileName("json")));
}
