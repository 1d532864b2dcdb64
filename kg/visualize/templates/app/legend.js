// The legend is the filter: each kind of thing in the graph, how it looks, how many there are, and on or off.
function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}

function facetRow(title, chips) {
  if (!chips.length) return null;
  const group = chips.map((chip) => chip.facet);
  const buttons = chips.map(({ facet, label, sign, count }) => el("button", {
    type: "button", class: "chip", "data-facet": facet, "aria-pressed": String(!state.hidden.has(facet)), title: UI.legend_hint,
    on: { click: (event) => toggleFacet(facet, group, event.shiftKey) },
  }, sign, label, el("small", { text: count })));
  return el("div", { class: "facet" }, el("h2", { text: title }), el("div", {}, ...buttons));
}

function renderLegend() {
  const entities = tally(DATA.nodes.map((node) => node.type));
  const types = tally(DATA.claims.map((claim) => claim.type));
  const modalities = tally(DATA.claims.map((claim) => claim.modality));
  const disputed = DATA.claims.filter((claim) => claim.disputed).length;
  const families = new Map(DATA.claimTypes);
  const inOrder = (known, found) => [...known.filter((key) => found.has(key)), ...[...found.keys()].filter((key) => !known.includes(key)).sort()];
  const entityChips = inOrder(Object.keys(TEXT.entities), entities).map((type) => (
    { facet: `entity.${type}`, label: word("entities", type), sign: entitySign(type), count: entities.get(type) }));
  const typeChips = inOrder([...families.keys()], types).map((type) => (
    { facet: `type.${type}`, label: word("claims", type), sign: lineSign(`f-${families.get(type) || "rest"}`), count: types.get(type) }));
  const statusChips = inOrder(Object.keys(TEXT.modalities), modalities).map((name) => {
    const look = DATA.modalities[name] || DATA.modalities.rumoured;
    return { facet: `modality.${name}`, label: `${look.sign} ${word("modalities", name)}`.trim(), sign: lineSign("c-soft", look.dash), count: modalities.get(name) };
  });
  if (disputed) statusChips.push({ facet: "status.disputed", label: `⚡ ${UI.disputed}`, sign: lineSign("c-soft", [], true), count: disputed });
  const rows = [facetRow(UI.entities, entityChips), facetRow(UI.types, typeChips), facetRow(UI.status, statusChips)].filter(Boolean);
  const focused = document.activeElement?.dataset?.facet;
  byId("legend").replaceChildren(...rows);
  byId("legend").hidden = !rows.length;
  if (focused) byId("legend").querySelector(`[data-facet="${CSS.escape(focused)}"]`)?.focus();
}
