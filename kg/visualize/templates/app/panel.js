// The right-hand side: the list of claims, one claim with its evidence, or one entity with its claims.
const PAGE = 150;
let listed = PAGE;

function claimTags(claim) {
  const tags = [];
  if (claim.modality !== "asserted") {
    const sign = DATA.modalities[claim.modality]?.sign ?? "?";
    tags.push(el("span", { class: "tag", text: `${sign} ${word("modalities", claim.modality)}` }));
  }
  if (claim.disputed) tags.push(el("span", { class: "tag disputed", text: `⚡ ${UI.disputed}` }));
  return tags;
}

// A claim with one party goes from it to itself: named once.
const claimWords = (claim) => (claim.heads.join() === claim.tails.join() ? names(claim.heads) : `${names(claim.heads)} → ${names(claim.tails)}`);

function claimDetails(claim) {
  const ends = new Set([...claim.heads, ...claim.tails]);
  const others = claim.roles.flatMap(([, parties]) => parties).filter(([id]) => !ends.has(id)).map(([, name]) => name);
  return [...new Set(others), claim.amountShort || claim.quantityShort].filter(Boolean).join(" · ");
}

function claimButton(claim) {
  return el("li", {},
    el("button", { type: "button", "data-claim": claim.id, on: { click: () => select("claim", claim.id) } },
      el("span", { class: `kind f-${claim.family}`, text: word("claims", claim.type) }), ...claimTags(claim),
      el("span", { class: "who", text: claimWords(claim) }),
      claimDetails(claim) ? el("span", { class: "who c-soft", text: claimDetails(claim) }) : null));
}

function claimList(claims) {
  const list = el("ul", { class: "claim-list" }, ...claims.slice(0, listed).map(claimButton));
  const rest = claims.length - listed;
  if (rest > 0) {
    list.append(el("li", {}, el("button", { type: "button", class: "more", text: fill(UI.more, { n: Math.min(rest, PAGE) }), on: {
      click: () => { listed += PAGE; renderPanel(); },
    } })));
  }
  list.addEventListener("keydown", walkList);
  return list;
}

function walkList(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  buttons[buttons.indexOf(document.activeElement) + step]?.focus();
  event.preventDefault();
}

function renderPanel() {
  const panel = byId("panel");
  const focused = panel.contains(document.activeElement);
  if (!state.selected) panel.replaceChildren(...overview());
  else if (state.selected.kind === "claim") panel.replaceChildren(...claimPanel(CLAIMS.get(state.selected.id)));
  else panel.replaceChildren(...nodePanel(NODES.get(state.selected.id)));
  if (focused) panel.querySelector(".back")?.focus(); // whoever reads by keyboard goes on from the top of the new panel
}

function overview() {
  const claims = allowedClaims();
  const total = DATA.claims.length;
  const hint = total && claims.length < total ? fill(UI.filtered, { shown: claims.length, total }) : UI.claims_hint;
  return [
    el("h2", { text: UI.claims }),
    el("p", { class: "hint", text: !total && !DATA.nodes.length ? UI.empty : claims.length ? hint : UI.no_claims }),
    claimList(claims),
  ];
}

const backButton = () => el("button", { type: "button", class: "back", text: `← ${UI.back}`, on: { click: unselect } });

function section(title, ...content) {
  const kept = content.filter(Boolean);
  return kept.length ? [el("h3", { text: title }), ...kept] : [];
}

function party([id, name]) {
  const node = NODES.get(id);
  if (!node) return el("span", { text: name });
  return el("button", { type: "button", class: "party", on: { click: () => select("node", id) } }, entitySign(node.type, 13), name);
}

function pairs(rows) {
  const list = el("dl", { class: "roles" });
  for (const [term, ...values] of rows) if (values.some(Boolean)) list.append(el("dt", { text: term }), el("dd", {}, ...values));
  return list.children.length ? list : null;
}

function claimPanel(claim) {
  return [
    backButton(),
    el("h2", {}, el("span", { class: `f-${claim.family}`, text: word("claims", claim.type) })),
    el("p", { class: "who", text: claimWords(claim) }),
    claim.disputed || claim.modality !== "asserted" ? el("p", { class: "tags" }, ...claimTags(claim)) : "",
    el("p", { class: "hint", id: "status", text: TEXT.modality_words[claim.modality] || word("modalities", claim.modality) }),
    ...section(UI.parties, pairs(claim.roles.map(([role, parties]) => [word("roles", role), ...parties.map(party)]))),
    ...section(UI.figures, pairs([
      [UI.amount, claim.amount], [UI.amount_alt, claim.amountAlt], [UI.quantity, claim.quantity], [UI.time, claim.time], [UI.detail, claim.detail],
    ])),
    ...section(UI.says, el("p", { id: "says", text: claim.says.length ? claim.says.join(" → ") : UI.no_source })),
    ...(claim.disputed ? section(UI.denies, el("div", { class: "denied", id: "denies" },
      el("p", { text: claim.denies.join(", ") || `⚡ ${UI.disputed}` }), ...claim.denial.map(quote))) : []),
    ...section(UI.evidence, ...claim.evidence.map(quote)),
    ...section(UI.article, sourceOf(claim.article)),
    claim.score === null ? "" : el("p", { class: "hint", text: `${UI.score}: ${claim.score.toLocaleString(DATA.language)}` }),
  ];
}

function quote(segments) {
  return el("blockquote", { dir: "auto" }, ...segments.map(([text, roles]) => (
    roles.length ? el("mark", { title: roles.join(", ") }, text, el("small", { text: roles.join(" · ") })) : text
  )));
}

function sourceOf(article) {
  const where = `${article.outlet || UI.unknown_outlet}, ${article.date || UI.undated}`;
  const title = article.url
    ? el("a", { href: article.url, target: "_blank", rel: "noopener noreferrer", referrerpolicy: "no-referrer", text: article.title })
    : article.title;
  return el("p", { class: "source" }, title, el("small", { text: where }), article.address && !article.url ? el("small", { text: article.address }) : null);
}

function nodePanel(node) {
  const byRole = new Map();
  for (const claim of CLAIMS_OF.get(node.id).filter(claimAllowed)) {
    const roles = claim.roles.filter(([, parties]) => parties.some(([id]) => id === node.id)).map(([role]) => role);
    for (const role of roles.length ? roles : [""]) byRole.set(role, [...(byRole.get(role) || []), claim]);
  }
  const groups = [...byRole].map(([role, claims]) => section(role ? fill(UI.as_role, { role: word("roles", role) }) : UI.claims, claimList(claims)));
  return [
    backButton(),
    el("h2", {}, entitySign(node.type, 18), ` ${node.name}`),
    ...section(UI.type, el("p", { text: word("entities", node.type) })),
    ...section(UI.names, node.names.length ? el("p", { class: "source", text: node.names.join(" · ") }) : null),
    ...section(UI.wikidata, node.wikidata ? el("p", { class: "source" }, wikidataLink(node.wikidata)) : null),
    node.provisional ? el("p", { class: "hint", text: UI.provisional }) : "",
    ...(groups.length ? groups.flat() : [el("p", { class: "hint", text: UI.no_claims })]),
  ];
}

function wikidataLink(id) {
  return el("a", { href: `https://www.wikidata.org/wiki/${id}`, target: "_blank", rel: "noopener noreferrer", referrerpolicy: "no-referrer", text: id });
}
