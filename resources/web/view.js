// What of the time is in view, and its painting: once a frame, whatever was changed meanwhile.

const byId = (id) => document.getElementById(id);
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 699px)");

const canvas = byId("canvas");
const frame = byId("frame");
const painter = new Painter(canvas);

byId("title").textContent = story.title;
byId("subtitle").textContent = story.subtitle || "";
canvas.setAttribute("aria-label", `Timeline of ${story.title}, ${story.events.length} events in ${story.lanes.length} lanes`);
byId("foot").append(...[...story.leftOut, story.state, story.about].filter(Boolean).map((text) => el("p", { text })));

// What was said last is said again only after something else.
function say(text) {
  byId("said").textContent = text;
}

// Painting: once a frame, whatever was changed meanwhile.
let waiting = 0;
function repaint() {
  if (!waiting) waiting = requestAnimationFrame(paintNow);
}

function textUnit() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

function paintNow() {
  waiting = 0;
  const box = frame.getBoundingClientRect();
  if (box.width < 40) return;
  // Without the bar of a frame that scrolls.
  painter.paint(frame.clientWidth, narrow.matches ? 0 : frame.clientHeight, textUnit(), devicePixelRatio || 1);
  const count = countInView();
  byId("view").textContent =
    `${count.toLocaleString("en")} of ${story.events.length.toLocaleString("en")} events in view · ${spanText(state.start, state.end)}`;
  byId("sign").hidden = !story.events.some((event) => event.doubts && listed(event) && inView(event));
  const empty = byId("nothing");
  empty.hidden = count > 0;
  if (!count) {
    empty.textContent = story.events.length === 0 ? "There are no events on this page."
      : state.hits !== null && state.hits.size === 0 ? "Nothing has all of these words."
        : state.lanes.size === 0 ? "No lane is shown. Tick one in the list."
          : "No event is in view. Press Home to see everything.";
  }
}

// The view

let flight = 0;
function setView(start, end) {
  let length = Math.min(Math.max(end - start, LEAST_VIEW), MOST_VIEW);
  const middle = (start + end) / 2;
  state.start = middle - length / 2;
  state.end = middle + length / 2;
  // Some of the story always stays in view.
  const over = Math.max(homeStart - (state.end - length * 0.1), 0) - Math.max(state.start + length * 0.1 - homeEnd, 0);
  state.start += over;
  state.end += over;
  repaint();
}

function fly(start, end) {
  cancelAnimationFrame(flight);
  if (calm.matches) {
    setView(start, end);
    sayView();
    return;
  }
  const from = [state.start, state.end];
  const begun = performance.now();
  const move = (now) => {
    const share = Math.min((now - begun) / 300, 1);
    const eased = share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2;
    setView(from[0] + (start - from[0]) * eased, from[1] + (end - from[1]) * eased);
    if (share < 1) flight = requestAnimationFrame(move);
    else sayView();
  };
  flight = requestAnimationFrame(move);
}

let saying = 0;
function sayView() {
  clearTimeout(saying);
  saying = setTimeout(() => say(byId("view").textContent), 400);
}

// Where a zoom by key or button holds: the event in hand while it is in view, else the middle.
function anchor() {
  const event = state.event === null ? null : story.events[state.event];
  return event && event.middle > state.start && event.middle < state.end ? event.middle : (state.start + state.end) / 2;
}

function zoom(factor, day = anchor()) {
  cancelAnimationFrame(flight);
  const length = Math.min(Math.max((state.end - state.start) * factor, LEAST_VIEW), MOST_VIEW);
  const share = (day - state.start) / (state.end - state.start);
  setView(day - share * length, day - share * length + length);
  sayView();
}

function pan(share) {
  const length = state.end - state.start;
  setView(state.start + share * length, state.end + share * length);
  sayView();
}

function everything() {
  fly(homeStart, homeEnd);
}

// Bring an event into view, with the least movement that does it.
function reveal(event) {
  const length = state.end - state.start;
  const at = event.middle;
  if (at < state.start + length * 0.03 || at > state.end - length * 0.03) fly(at - length / 2, at + length / 2);
}
