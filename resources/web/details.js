// What is known of one event, as elements. Every text is put in as text, never as markup.

function el(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") made.textContent = value;
    else if (name === "class") made.className = value;
    else if (name === "onclick") made.addEventListener("click", value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

function swatch(colour) {
  const made = el("span", { class: "swatch", "aria-hidden": "true" });
  made.style.backgroundColor = colour;
  return made;
}

function badge(text, tone) {
  return el("span", { class: `badge ${tone || "plain"}`, text });
}

// Only addresses of the web are followed; the page was given no others, and looks again.
function link(address, text) {
  if (!/^https?:\/\//i.test(address)) return el("span", { text });
  return el("a", { href: address, rel: "noopener noreferrer", target: "_blank", text });
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function section(level, title, ...children) {
  const inside = children.flat().filter(Boolean);
  return inside.length ? el("section", { class: "part" }, el(`h${level}`, { class: "small", text: title }), inside) : null;
}

function dateLine(event) {
  const line = el("p", { class: "date" }, swatch(story.lanes[event.lane].colour));
  line.append(el("span", { text: event.date }), el("span", { class: "muted", text: `· ${event.exact}` }));
  for (const doubt of event.doubts || []) line.append(badge(doubt, "warn"));
  return line;
}

// One event. `choose` is called with the number of an event to go to; without it links are plain text
// (on paper). `level` is that of the event's heading.
function eventParts(event, level, choose) {
  const lane = story.lanes[event.lane];
  return [
    dateLine(event),
    el(`h${level}`, { class: "title", tabindex: choose ? "-1" : null, text: event.title }),
    el("p", { class: "muted lane", text: `${lane.name}${event.context ? " · context: public record" : ""}` }),
    event.summary ? el("p", { class: "summary", text: event.summary }) : null,
    event.who && !choose ? el("p", { class: "muted", text: event.who.map((one) => one.name).join(" · ") }) : null,
    event.who && choose ? el("ul", { class: "chips", "aria-label": "People, bodies and places" },
      event.who.map((one) => el("li", { class: one.place ? "chip place" : "chip", text: one.name }))) : null,
    section(level + 1, "What the sources say", (event.passages || []).map((one) => passageCard(one, event, choose))),
    section(level + 1, "Check against the figures", (event.claims || []).map((number) => claimCard(story.claims[number]))),
    section(level + 1, "The sources side by side", (event.topics || []).map((number) => topicCard(story.topics[number]))),
    section(level + 1, "Led here", relationList(event.led, choose)),
    section(level + 1, "What followed", relationList(event.then, choose)),
    section(level + 1, "Citation", citationParts(event)),
  ].filter(Boolean);
}

function quotation(words) {
  return el("blockquote", {}, el("p", { text: `“${words}”` }));
}

function passageCard(one, event, choose) {
  const passage = story.passages[one.at];
  const source = story.sources[passage.source];
  const card = el("article", { class: "card passage" },
    el("p", { class: "head" }, el("strong", { text: source.label }), badge(one.stance, one.tone)),
    quotation(passage.words),
    el("p", { class: "muted", text: passage.place }),
    one.note ? el("p", { class: "note", text: one.note }) : null);
  const others = choose ? eventsOf(one.at).filter((other) => other.number !== event.number) : [];
  const more = [
    passage.ours ? el("p", {}, el("strong", { text: "In our words: " }), passage.ours) : null,
    passage.date ? el("p", { class: "muted", text: `Speaks of ${passage.date}.` }) : null,
    passage.note ? el("p", { text: passage.note }) : null,
    el("p", { class: "cited", text: source.citation }),
    (source.doubts || []).map((doubt) => el("p", { class: "doubt", text: doubt })),
    others.length ? el("p", { class: "muted", text: "It also speaks of:" }) : null,
    others.length ? el("ul", { class: "links" }, others.map((other) => eventLink(other, choose))) : null,
  ].flat().filter(Boolean);
  if (choose) card.append(el("details", {}, el("summary", { text: "Where it stands, and citation" }), more));
  else card.append(...more);
  return card;
}

function eventsOf(passage) {
  return story.events.filter((event) => (event.passages || []).some((one) => one.at === passage));
}

function eventLink(event, choose, how = "", note = "") {
  const row = el("li", {},
    el("span", { class: "when", text: event.short }),
    choose
      ? el("button", { type: "button", class: "link", text: event.title, onclick: () => choose(event.number) })
      : el("span", { text: event.title }));
  if (how) row.append(el("span", { class: "how muted", text: how }));
  if (event.doubts) row.append(badge("not checked", "warn"));
  if (note) row.append(el("span", { class: "note", text: note }));
  return row;
}

function relationList(relations, choose) {
  if (!relations) return null;
  return el("ul", { class: "links" }, relations.map((one) =>
    eventLink(story.events[one.at], choose, one.ours ? `${one.how} · our reading` : one.how, one.note)));
}

// `staged` shows the sum step by step, and what it rests on only to whoever asks.
function claimCard(claim, staged = false) {
  const basis = [
    claim.basis ? el("p", { class: "muted", text: claim.basis }) : null,
    claim.record ? el("p", { class: "muted", text: `On record: ${claim.record}` }) : null,
    claim.caveats ? el("ul", { class: "caveats" }, claim.caveats.map((text) => el("li", { text: sentence(text) }))) : null,
  ].filter(Boolean);
  const doubts = (claim.doubts || []).map((text) => el("p", { class: "doubt", text }));
  return el("article", { class: "card claim" },
    claim.words ? quotation(claim.words) : el("p", { text: sentence(claim.test) }),
    claim.source !== undefined ? el("p", { class: "muted", text: story.sources[claim.source].label }) : null,
    staged && claim.steps ? el("ol", { class: "sums" }, claim.steps.map((text) => el("li", { text }))) : null,
    el("p", { class: "head" },
      claim.sum ? el("strong", { class: "sum", text: claim.sum }) : el("span"), badge(claim.verdict, claim.tone)),
    doubts,
    staged && basis.length ? el("details", {}, el("summary", { text: "What it rests on" }), basis) : basis);
}

function topicCard(topic) {
  return el("article", { class: "card topic" },
    el("p", { class: "head" }, el("strong", { text: sentence(topic.topic) }), badge(topic.relation, "plain")),
    el("dl", {}, (topic.lines || []).flatMap((line) => [
      el("dt", { text: story.sources[line.source].label }), el("dd", { text: line.line })])),
    topic.note ? el("p", { text: topic.note }) : null,
    topic.record ? el("p", {}, el("strong", { text: "The record: " }), topic.record) : null);
}

function citationParts(event) {
  const unsure = (event.doubts || []).includes("Citation not checked");
  return [
    event.citation || event.url ? el("p", { class: "cited" }, event.citation || "",
      event.citation && event.url ? " " : "", event.url ? link(event.url, event.url) : "") : null,
    unsure ? el("p", { class: "doubt", text: "It was not checked: look the document up before you cite it." }) : null,
    event.records ? el("ul", { class: "records" }, event.records.map((number) =>
      el("li", { class: "cited" }, story.sources[number].citation,
        (story.sources[number].doubts || []).map((doubt) => el("span", { class: "doubt", text: ` ${doubt}` }))))) : null,
    event.note ? el("p", { class: "muted", text: event.note }) : null,
  ].filter(Boolean);
}
