// The same claims as a table, for those who read: sortable, one row a claim.
const partiesAs = (claim, role) => claim.roles.filter(([name]) => name === role).flatMap(([, parties]) => parties.map(([, name]) => name)).join(", ");
const COLUMNS = {
  type: (claim) => word("claims", claim.type),
  heads: (claim) => names(claim.heads),
  tails: (claim) => (claim.heads.join() === claim.tails.join() ? "" : names(claim.tails)),
  product: (claim) => partiesAs(claim, "product"),
  amount: (claim) => claim.amount || claim.quantity,
  time: (claim) => claim.time,
  modality: (claim) => word("modalities", claim.modality),
  disputed: (claim) => (claim.disputed ? claim.denies.join(", ") || UI.disputed : ""),
  says: (claim) => claim.says.join(" → "),
  outlet: (claim) => claim.article.outlet,
  published: (claim) => claim.article.published,
};
let tableRows = PAGE;

function sortKey(claim, column) {
  if (column === "amount") return claim.raw.amount?.value ?? claim.raw.quantity?.value ?? -1;
  if (column === "time") return claim.raw.time?.start || "";
  return COLUMNS[column](claim).toLowerCase();
}

function sortedClaims() {
  const { column, descending } = state.sort;
  const keyed = allowedClaims().map((claim) => [sortKey(claim, column), claim]);
  const order = (a, b) => (typeof a === "number" ? a - b : a < b ? -1 : a > b ? 1 : 0);
  return keyed.sort(([a, x], [b, y]) => (descending ? order(b, a) : order(a, b)) || (x.id < y.id ? -1 : 1)).map(([, claim]) => claim);
}

function sortBy(column) {
  state.sort = { column, descending: state.sort.column === column && !state.sort.descending };
  renderTable();
  byId("drawer").querySelector(`[data-column="${column}"]`).focus();
}

function headCell(column) {
  const current = state.sort.column === column;
  const arrow = current ? (state.sort.descending ? " ↓" : " ↑") : "";
  return el("th", { scope: "col", "aria-sort": current ? (state.sort.descending ? "descending" : "ascending") : "none" },
    el("button", { type: "button", "data-column": column, text: word("columns", column) + arrow, on: { click: () => sortBy(column) } }));
}

function tableRow(claim) {
  const open = () => select("claim", claim.id);
  const cells = Object.entries(COLUMNS).map(([column, read]) => {
    if (column === "type") return el("td", {}, el("button", { type: "button", class: `f-${claim.family}`, text: read(claim) }));
    if (column === "disputed" && claim.disputed) return el("td", { class: "c-warn", text: `⚡\u00a0${read(claim)}` });
    return el("td", { text: column === "published" ? claim.article.date : read(claim) });
  });
  const chosen = state.selected?.kind === "claim" && state.selected.id === claim.id;
  return el("tr", { "data-claim": claim.id, "aria-selected": String(chosen), on: { click: open } }, ...cells);
}

function renderTable() {
  const drawer = byId("drawer");
  if (drawer.hidden) return;
  const claims = sortedClaims();
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...Object.keys(COLUMNS).map(headCell))), el("tbody", {}, ...claims.slice(0, tableRows).map(tableRow)));
  const rest = claims.length - tableRows;
  const more = rest > 0 ? el("button", { type: "button", class: "plain", text: fill(UI.more, { n: Math.min(rest, PAGE) }), on: { click: () => { tableRows += PAGE; renderTable(); } } }) : "";
  drawer.replaceChildren(table, more);
}

function toggleTable() {
  const drawer = byId("drawer");
  drawer.hidden = !drawer.hidden;
  byId("table-toggle").setAttribute("aria-expanded", String(!drawer.hidden));
  renderTable();
  fitView();
}
