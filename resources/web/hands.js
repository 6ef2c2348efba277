// Mouse and fingers on the timeline.

const fingers = new Map();
let dragged = 0;
let pinch = 0;

function spot(event) {
  const box = canvas.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    pan(event.deltaX / painter.parts.plot);
    return;
  }
  const size = event.deltaMode ? event.deltaY * 30 : event.deltaY;
  zoom(Math.exp(Math.min(Math.max(size, -200), 200) * 0.003), dayAt(spot(event).x, painter.parts));
}, { passive: false });

canvas.addEventListener("pointerdown", (event) => {
  if (event.button) return;
  canvas.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, spot(event));
  dragged = 0;
  pinch = 0;
  cancelAnimationFrame(flight);
});

canvas.addEventListener("pointermove", (event) => {
  const here = spot(event);
  const before = fingers.get(event.pointerId);
  if (!before) {
    if (event.pointerType === "mouse") showTip(here);
    return;
  }
  const perPixel = 1 / scaleOf(painter.parts);
  if (fingers.size === 2) {
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    const was = Math.max(Math.abs(before.x - other.x), 20);
    const is = Math.max(Math.abs(here.x - other.x), 20);
    pinch += Math.abs(is - was);
    zoom(was / is, dayAt((here.x + other.x) / 2, painter.parts));
  } else if (inOverview(before.y)) {
    const share = (here.x - painter.parts.left) / painter.parts.plot;
    const day = homeStart + share * (homeEnd - homeStart);
    const half = (state.end - state.start) / 2;
    setView(day - half, day + half);
    dragged += Math.abs(here.x - before.x);
  } else {
    dragged += Math.abs(here.x - before.x);
    if (dragged > 4) setView(state.start - (here.x - before.x) * perPixel, state.end - (here.x - before.x) * perPixel);
  }
  fingers.set(event.pointerId, here);
  hideTip();
});

function inOverview(y) {
  const { overview } = painter.parts;
  return y >= overview.y && y <= overview.y + overview.height;
}

canvas.addEventListener("pointerup", (event) => {
  const held = fingers.delete(event.pointerId);
  if (!held || dragged > 4 || pinch > 4) {
    if (held) sayView();
    return;
  }
  const here = spot(event);
  if (inOverview(here.y)) {
    const day = homeStart + ((here.x - painter.parts.left) / painter.parts.plot) * (homeEnd - homeStart);
    const half = (state.end - state.start) / 2;
    fly(day - half, day + half);
    return;
  }
  const hit = painter.at(here.x, here.y, event.pointerType !== "mouse");
  if (hit?.kind === "event") choose(hit.event.number, { open: narrow.matches });
  else if (hit?.kind === "many") enter(hit.events);
  else if (hit?.kind === "figure") say(figureText(hit));
  else if (state.event !== null && !state.tour) choose(null);
});
canvas.addEventListener("pointercancel", (event) => fingers.delete(event.pointerId));
canvas.addEventListener("pointerleave", hideTip);
canvas.addEventListener("dblclick", (event) => {
  if (painter.at(spot(event).x, spot(event).y)?.kind === "many") return;
  const day = dayAt(spot(event).x, painter.parts);
  const quarter = (state.end - state.start) / 4;
  fly(day - quarter, day + quarter);
});

// Zoom into events that stand as one; those of a single day cannot be told apart, and the first is taken.
function enter(events) {
  const from = Math.min(...events.map((event) => event.middle));
  const to = Math.max(...events.map((event) => event.middle));
  if (to - from < LEAST_VIEW * 4) {
    choose(events.reduce((best, event) => (event.weight > best.weight ? event : best)).number, { open: narrow.matches });
    return;
  }
  const margin = (to - from) * 0.15;
  fly(from - margin, to + margin);
}

function figureText({ series, run, point }) {
  const rows = series.rows.filter((row) => row[2] === point.value && row[1] === run.name);
  const period = rows.length ? rows.reduce((best, row) => (row[0].includes(String(civil(point.day).year)) ? row : best))[0] : "";
  const unsure = point.sure ? "" : " (not checked)";
  return `${series.title}, ${period}${run.name ? `, ${run.name}` : ""}: ${point.value.toLocaleString("en")} ${series.unit}${unsure}`;
}

const tip = byId("tip");
function showTip(here) {
  const hit = painter.at(here.x, here.y);
  canvas.style.cursor = hit && hit.kind !== "era" && hit.kind !== "figure" ? "pointer" : "";
  if (!hit) {
    hideTip();
    return;
  }
  const lines = {
    event: () => [hit.event.title, `${hit.event.date} · ${hit.event.exact}`, sentence(doubtText(hit.event))],
    many: () => [`${hit.events.length} events`, spanText(Math.min(...hit.events.map((one) => one.from)), Math.max(...hit.events.map((one) => one.middle + 1))), "Click to zoom in"],
    era: () => [hit.era.title, `${hit.era.band} · ${hit.era.date}`, hit.era.doubt ? "Not checked" : ""],
    figure: () => [figureText(hit)],
  }[hit.kind]();
  tip.replaceChildren(...lines.filter(Boolean).map((text, number) => el(number ? "span" : "strong", { text })));
  tip.hidden = false;
  const room = frame.clientWidth - tip.offsetWidth - 8;
  tip.style.left = `${Math.max(Math.min(here.x + 14, room), 4)}px`;
  const y = here.y + canvas.offsetTop;
  tip.style.top = `${y + 18 + tip.offsetHeight > canvas.offsetHeight ? Math.max(y - tip.offsetHeight - 12, 0) : y + 18}px`;
}

function hideTip() {
  tip.hidden = true;
}
