// The story as it came with the page, what of it is shown, and which event is in hand.

const story = JSON.parse(document.getElementById("story").textContent);

// Flags of a date, as the library stores them.
const ABOUT = 1, UNSURE = 2, OPEN_START = 4, OPEN_END = 8, SPAN = 16, ONE_OF = 32;
// Units to which a date is known.
const DAY = 1;
const LEAST_VIEW = 1 / 24;

story.events.forEach((event, number) => {
  event.number = number;
  const [earliest, from, to, latest] = event.time;
  event.flags = event.flags || 0;
  event.from = event.flags & OPEN_START ? earliest : from;
  event.to = event.flags & OPEN_END ? latest : to;
  event.lasts = Boolean(event.flags & SPAN);
  event.middle = event.lasts ? (event.flags & OPEN_START ? to : from) : (from + to) / 2;
  event.name = event.label || event.title;
});

// Spans of one lane that overlap stand in rows of their own, the first three of them.
const MOST_ROWS = 3;
story.lanes.forEach((lane, number) => {
  lane.number = number;
  lane.events = story.events.filter((event) => event.lane === number);
  const until = [];
  for (const event of lane.events.filter((one) => one.lasts).sort((a, b) => a.from - b.from)) {
    let row = until.findIndex((end) => end <= event.from);
    if (row < 0) row = until.length < MOST_ROWS ? until.length : MOST_ROWS - 1;
    until[row] = Math.max(until[row] ?? -Infinity, event.to);
    event.row = row;
  }
  lane.rows = Math.max(until.length, 1);
  lane.inTime = [...lane.events].sort((a, b) => a.middle - b.middle || a.number - b.number);
});

const inTime = [...story.events].sort((a, b) => a.middle - b.middle || a.number - b.number);
const bands = [...new Set(story.eras.map((era) => era.band))];

const [homeStart, homeEnd] = (() => {
  const [start, end] = story.range;
  const margin = Math.max((end - start) * 0.02, 1);
  return [start - margin, end + margin];
})();
const MOST_VIEW = Math.max((homeEnd - homeStart) * 4, 10 * YEAR);

const state = {
  start: homeStart,
  end: homeEnd,
  event: null, // The number of the event in hand.
  lanes: new Set(story.lanes.map((_, number) => number)), // Those shown.
  hits: null, // The numbers of the events found, or null while nothing is searched.
  series: [...story.usual],
  tour: null, // {at, step}
  only: null, // {events, words}: the events that pass the filter of a step, and the filter in words.
};

function shown(event) {
  return state.lanes.has(event.lane) && (state.only === null || state.only.events.has(event.number));
}

function listed(event) {
  return shown(event) && (state.hits === null || state.hits.has(event.number));
}

function inView(event) {
  return event.to > state.start && event.from < state.end;
}

function countInView() {
  let count = 0;
  for (const event of story.events) {
    if (listed(event) && inView(event)) count++;
  }
  return count;
}

// Search

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function haystack(event) {
  if (event.haystack === undefined) {
    const parts = [event.title, event.name, event.summary, event.date, event.citation, story.lanes[event.lane].name];
    for (const one of event.who || []) parts.push(one.name);
    for (const link of event.passages || []) {
      const passage = story.passages[link.at];
      parts.push(passage.words, passage.ours, story.sources[passage.source].label);
    }
    event.haystack = folded(parts.filter(Boolean).join("\n"));
  }
  return event.haystack;
}

function find(text) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (!words.length) return null;
  return new Set(
    story.events.filter((event) => words.every((word) => haystack(event).includes(word))).map((event) => event.number),
  );
}

// Ways through the events

function step(direction) {
  const events = inTime.filter(listed);
  if (!events.length) return null;
  if (state.event === null) {
    const seen = events.filter(inView);
    const among = seen.length ? seen : events;
    return direction > 0 ? among[0] : among[among.length - 1];
  }
  const here = story.events[state.event];
  const place = events.indexOf(here);
  if (place >= 0) return events[place + direction] || null;
  return direction > 0
    ? events.find((event) => event.middle >= here.middle) || null
    : events.findLast((event) => event.middle <= here.middle) || null;
}

// The nearest event in time of the next lane that has one.
function stepLane(direction) {
  if (state.event === null) return step(direction);
  const here = story.events[state.event];
  for (let lane = here.lane + direction; story.lanes[lane]; lane += direction) {
    const among = story.lanes[lane].events.filter((event) => listed(event));
    if (among.length) {
      return among.reduce((best, event) =>
        Math.abs(event.middle - here.middle) < Math.abs(best.middle - here.middle) ? event : best);
    }
  }
  return null;
}

function doubtText(event) {
  return (event.doubts || []).join(", ").toLowerCase();
}
