// Suggestions while typing: entities by any of their names, then claims by their words and sentences.
const INDEX = [
  ...DATA.nodes.map((node) => ({ kind: "node", id: node.id, node, weight: node.degree, text: plainText([node.name, ...node.names].join(" \n ")) })),
  ...DATA.claims.map((claim) => ({
    kind: "claim", id: claim.id, claim, weight: 0,
    text: plainText([word("claims", claim.type), claimWords(claim), claimDetails(claim), claim.detail, ...claim.says, ...claim.evidence.flat().map(([text]) => text)].join(" ")),
  })),
];
let hits = [];
let active = -1;

function find(query) {
  const words = plainText(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const rank = (entry) => (entry.kind === "node" ? 1000 : 0) + (entry.text.startsWith(words[0]) ? 500 : 0) + Math.min(entry.weight, 400);
  return INDEX.filter((entry) => words.every((part) => entry.text.includes(part)))
    .sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1)).slice(0, 12);
}

function suggestion(hit, i) {
  const options = { role: "option", id: `suggestion-${i}`, "aria-selected": String(i === active), on: { mousedown: (event) => { event.preventDefault(); choose(hit); } } };
  if (hit.kind === "node") return el("li", options, entitySign(hit.node.type), hit.node.name, el("small", { text: word("entities", hit.node.type) }));
  return el("li", options, el("span", { class: `f-${hit.claim.family}`, text: word("claims", hit.claim.type) }), claimWords(hit.claim));
}

function showSuggestions() {
  const input = byId("search");
  const open = Boolean(input.value.trim()) && document.activeElement === input;
  const items = hits.length ? hits.map(suggestion) : [el("li", { class: "c-soft", text: UI.no_hit })];
  byId("suggestions").replaceChildren(...(open ? items : []));
  byId("suggestions").hidden = !open;
  input.setAttribute("aria-expanded", String(open));
  if (open && active >= 0) input.setAttribute("aria-activedescendant", `suggestion-${active}`);
  else input.removeAttribute("aria-activedescendant");
}

function choose(hit) {
  byId("search").value = "";
  hits = [];
  byId("search").blur();
  showSuggestions();
  select(hit.kind, hit.id);
  focusOn(hit.kind === "node" ? [hit.id] : [...PARTIES.get(hit.id)]);
}

function startSearch() {
  const input = byId("search");
  input.addEventListener("input", () => { hits = find(input.value); active = hits.length ? 0 : -1; showSuggestions(); });
  input.addEventListener("focus", () => { hits = find(input.value); showSuggestions(); });
  input.addEventListener("blur", showSuggestions);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      active = (active + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % Math.max(hits.length, 1);
      showSuggestions();
    } else if (event.key === "Enter" && hits[active]) choose(hits[active]);
    else if (event.key === "Escape") { input.value = ""; input.blur(); } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
