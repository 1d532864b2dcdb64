// What is selected, hidden and opened; kept in the address, so that a link shows the same picture.
const NODES = new Map(DATA.nodes.map((node) => [node.id, node]));
const CLAIMS = new Map(DATA.claims.map((claim) => [claim.id, claim]));
const LINES = DATA.edges.filter((edge) => edge.kind === "claim");
const TIES = DATA.edges.filter((edge) => edge.kind === "tie");
const LARGE = DATA.nodes.some((node) => node.hidden);
const PARTIES = new Map(DATA.claims.map((claim) => [claim.id, partiesOf(claim)]));
const CLAIMS_OF = new Map(DATA.nodes.map((node) => [node.id, []]));
for (const claim of DATA.claims) for (const id of PARTIES.get(claim.id)) CLAIMS_OF.get(id)?.push(claim);

const state = {
  selected: null, // { kind: "claim" | "node", id }
  hidden: new Set(), // facets: "type.sale", "modality.planned", "entity.place", "status.disputed"
  opened: new Set(DATA.nodes.filter((node) => !node.hidden).map((node) => node.id)),
  sort: { column: "published", descending: true },
};
const listeners = [];
const onChange = (listener) => listeners.push(listener);

function changed(what) {
  writeAddress();
  for (const listener of listeners) listener(what);
}

function partiesOf(claim) {
  const ids = new Set([...claim.heads, ...claim.tails]);
  for (const [, parties] of claim.roles) for (const [id] of parties) ids.add(id);
  return ids;
}

const nameOf = (id) => NODES.get(id)?.name ?? id;
const names = (ids) => ids.map(nameOf).join(", ");

const entityAllowed = (id) => !state.hidden.has(`entity.${NODES.get(id)?.type}`);

function claimAllowed(claim) {
  if (state.hidden.has(`type.${claim.type}`) || state.hidden.has(`modality.${claim.modality}`)) return false;
  if (claim.disputed && state.hidden.has("status.disputed")) return false;
  return claim.heads.some(entityAllowed) && claim.tails.some(entityAllowed);
}

const allowedClaims = () => DATA.claims.filter(claimAllowed);

function nodeAllowed(id) {
  if (!state.opened.has(id) || !entityAllowed(id)) return false;
  const claims = CLAIMS_OF.get(id);
  return !claims.length || claims.some(claimAllowed);
}

// `how` is "picked" for a click on the canvas, which must not move under the hand.
function select(kind, id, how = "selection") {
  const known = kind === "claim" ? CLAIMS.has(id) : NODES.has(id);
  state.selected = known ? { kind, id } : null;
  if (kind === "claim" && known) reveal([...PARTIES.get(id)].filter((party) => NODES.has(party)));
  if (kind === "node" && known) reveal([id]);
  changed(how);
}

function unselect() {
  state.selected = null;
  changed("selection");
}

// Shift + click leaves only this one of its group; a second time brings all back.
function toggleFacet(facet, group, only) {
  if (only) {
    const others = group.filter((other) => other !== facet);
    const alone = !state.hidden.has(facet) && others.every((other) => state.hidden.has(other));
    for (const other of others) state.hidden[alone ? "delete" : "add"](other);
    state.hidden.delete(facet);
  } else if (!state.hidden.delete(facet)) state.hidden.add(facet);
  changed("filter");
}

function writeAddress() {
  const parts = new URLSearchParams();
  if (state.selected) parts.set(state.selected.kind, state.selected.id);
  if (state.hidden.size) parts.set("hide", [...state.hidden].sort().join(" "));
  const hash = parts.toString();
  try {
    // a page inside a notebook's frame has no address of its own
    if (location.protocol !== "about:") history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  } catch { /* the address is a convenience */ }
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  state.hidden = new Set((parts.get("hide") || "").split(" ").filter((facet) => /^(type|modality|entity|status)\./.test(facet)));
  const kind = parts.has("claim") ? "claim" : "node";
  const id = parts.get(kind);
  state.selected = id !== null && (kind === "claim" ? CLAIMS : NODES).has(id) ? { kind, id } : null;
}
