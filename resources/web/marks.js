// Where everything goes: lengths in CSS pixels for a canvas of some size, at some size of text.

const SMALL = 640; // A narrower canvas has no margin for the names of lanes; they stand in the lanes.
const DOUBT = " ?"; // Behind the label of an event of which something was not checked.
const GATHER = 5.5; // Three or more discs, each closer than this to the next, become one with a number,
const REACH = 24; // which stands for no more of the axis than this,
const NUMBER = 9; // has this radius,
const OVERLAP = 4; // and takes in what would lie under it by more than this.

// The parts of a canvas, and the height that it takes at least. `unit` is 1 at the usual size of text.
function layOut(width, height, unit, withFigures) {
  const small = width < SMALL * unit;
  const left = small ? 10 : Math.round(166 * unit);
  const right = small ? 10 : 18;
  const lanes = story.lanes.filter((lane) => state.lanes.has(lane.number));
  const row = Math.round(20 * unit);
  const bandsHeight = bands.length * row + (bands.length ? 6 : 0);
  const figures = withFigures ? Math.round(((small ? 112 : 92) + (small ? 16 * (state.series.length + 1) : 0)) * unit) : 0;
  const axis = Math.round(26 * unit);
  const overview = Math.round(34 * unit);
  const least = lanes.map((lane) => Math.round(((small ? 58 : 40) + (lane.rows - 1) * 11) * unit));
  const needed = bandsHeight + least.reduce((sum, one) => sum + one, 0) + figures + axis + overview + 8;
  const whole = Math.max(height, needed);
  // What is left over goes to the lanes and, as to one and a half of them, to the figures.
  const spare = Math.min((whole - needed) / (lanes.length + (figures ? 1.5 : 0)) || 0, 110 * unit);
  const tall = figures && figures + spare * 1.5;
  const parts = { width, height: whole, unit, small, left, right, plot: width - left - right, row };
  let y = 4;
  parts.bands = { y, rows: bands.length };
  y += bandsHeight;
  parts.lanes = lanes.map((lane, number) => {
    const place = { lane, y, height: least[number] + spare };
    // The marks stand near the foot of a lane, and labels above them.
    place.base = y + place.height - Math.round(14 * unit);
    y += place.height;
    return place;
  });
  parts.figures = withFigures ? { y: y + 8, height: tall - 14 } : null;
  y += tall;
  parts.axis = { y, height: axis };
  parts.overview = { y: y + axis, height: overview };
  return parts;
}

function scaleOf(parts) {
  return parts.plot / (state.end - state.start);
}

function xOf(day, parts) {
  return parts.left + (day - state.start) * scaleOf(parts);
}

function dayAt(x, parts) {
  return state.start + (x - parts.left) / scaleOf(parts);
}

function radius(event, unit) {
  return (3 + event.weight * 0.75) * unit;
}

// The bars and discs of a lane that are in view.
function marksOf(place, parts) {
  const { lane, base } = place;
  const unit = parts.unit;
  const bars = [];
  const dots = [];
  for (const event of lane.inTime) {
    if (!inView(event)) continue;
    const [earliest, , , latest] = event.time;
    const x0 = xOf(event.from, parts);
    const x1 = xOf(event.to, parts);
    const vague = Boolean(event.flags & (ABOUT | UNSURE | ONE_OF)) || event.unit > DAY;
    const y = base - (event.row || 0) * 11 * unit;
    const faded = event.flags & (ABOUT | UNSURE);
    const low = faded && !(event.flags & OPEN_START) ? xOf(earliest, parts) : x0;
    const high = faded && !(event.flags & OPEN_END) ? xOf(latest, parts) : x1;
    if (event.lasts ? x1 - x0 >= 3 : vague && high - low >= 12 * unit) {
      bars.push({ event, x0: low, x1: high, y, middle: event.lasts ? null : (x0 + x1) / 2 });
    } else {
      dots.push({ event, x: event.lasts ? x0 : (x0 + x1) / 2, y, hollow: vague && !event.lasts });
    }
  }
  return { bars, dots: gather(dots, unit) };
}

// Discs that lie on top of each other as one with a number: the first is the most important among them.
function gather(dots, unit) {
  dots.sort((a, b) => a.x - b.x);
  const groups = [];
  for (const dot of dots) {
    const group = groups[groups.length - 1];
    if (group && dot.x - group[group.length - 1].x <= GATHER * unit && dot.x - group[0].x <= REACH * unit) group.push(dot);
    else groups.push([dot]);
  }
  const middle = (group) => (group[0].x + group[group.length - 1].x) / 2;
  const right = (group) => (group.length > 2 ? middle(group) + NUMBER * unit : Math.max(...group.map((dot) => dot.x + radius(dot.event, unit))));
  const left = (group) => (group.length > 2 ? middle(group) - NUMBER * unit : Math.min(...group.map((dot) => dot.x - radius(dot.event, unit))));
  const merged = [];
  for (const group of groups) {
    const last = merged[merged.length - 1];
    const many = last && (last.length > 2 || group.length > 2);
    if (many && left(group) < right(last) - OVERLAP * unit && group[group.length - 1].x - last[0].x <= 2 * REACH * unit) last.push(...group);
    else merged.push(group);
  }
  const found = (event) => event.weight + (state.hits !== null && state.hits.has(event.number) ? 10 : 0);
  return merged.flatMap((group) => {
    if (group.length < 3) return group;
    const members = group.map((dot) => dot.event);
    const event = members.reduce((best, one) => (found(one) > found(best) ? one : best));
    const held = group.filter((dot) => dot.event.number === state.event);
    return [{ event, members, x: middle(group), y: group[0].y }, ...held];
  });
}

// Labels in rows above the marks of a lane, the most important first, none over another.
// `before` holds the numbers of the events that had a label a moment ago: they keep it while it fits.
function labelsOf(place, marks, parts, widthOf, before) {
  const unit = parts.unit;
  const line = 15 * unit;
  const top = place.y + (parts.small ? 20 : 5) * unit;
  const bottom = place.base - (place.lane.rows - 1) * 11 * unit - 10 * unit;
  const rows = Array.from({ length: Math.max(Math.floor((bottom - top) / line), 1) }, () => []);
  const edge = parts.left + parts.plot;
  const wanted = [];
  for (const bar of marks.bars) wanted.push({ event: bar.event, x: Math.max(bar.middle ?? bar.x0, parts.left + 4), bar });
  for (const dot of marks.dots) {
    if (dot.x >= parts.left && dot.x <= edge) wanted.push({ event: dot.event, x: dot.x, more: (dot.members || [0]).length - 1 });
  }
  const rank = (one) =>
    (one.event.number === state.event ? 100 : 0) + one.event.weight * 2 + (before.has(one.event.number) ? 1 : 0);
  wanted.sort((a, b) => rank(b) - rank(a) || a.event.number - b.event.number);
  const labels = [];
  for (const one of wanted) {
    if (state.hits !== null && !state.hits.has(one.event.number)) continue;
    const bold = one.event.weight >= 5 || one.event.number === state.event;
    const text = one.more > 0 ? `${one.event.name} +${one.more}` : one.event.name;
    const width = widthOf(text, bold) + (one.event.doubts ? widthOf(DOUBT, true) : 0);
    if (one.bar && one.bar.middle === null && place.lane.rows === 1) {
      const from = Math.max(one.bar.x0, parts.left) + 8 * unit;
      if (Math.min(one.bar.x1, edge) - from >= width + 6) {
        const free = !marks.dots.some((dot) => dot.x > from - 8 * unit && dot.x < from + width + 8 * unit);
        if (free) {
          labels.push({ event: one.event, text, bold, x: from, y: one.bar.y, width, inside: true });
          continue;
        }
      }
    }
    let x = one.x - 4 * unit;
    if (x + width > edge) x = Math.min(one.x + 4 * unit, edge) - width;
    if (x < parts.left) continue;
    for (let row = 0; row < rows.length; row++) {
      if (rows[row].every(([from, to]) => x > to || x + width < from)) {
        rows[row].push([x - 10 * unit, x + width + 10 * unit]);
        labels.push({ event: one.event, text, bold, x, y: bottom - row * line - 5 * unit, width, from: one.x, row });
        break;
      }
    }
  }
  return labels;
}

// The value axis of the figures that are drawn: from zero, with a few round values.
function valueAxis(values) {
  const high = Math.max(...values, 0);
  const low = Math.min(...values, 0);
  const range = high - low || 1;
  let step = 10 ** Math.floor(Math.log10(range / 2));
  for (const factor of [2, 2.5, 2]) {
    if (range / step > 3.5) step *= factor;
  }
  const ticks = [];
  for (let number = Math.ceil(low / step); number * step <= high; number++) ticks.push(number * step);
  return { low, high: high + range * 0.06, ticks };
}

function valueText(value) {
  for (const [size, sign] of [[1e9, "bn"], [1e6, "m"], [1e3, "k"]]) {
    if (Math.abs(value) >= size) return `${Number((value / size).toPrecision(4))}${sign}`;
  }
  return String(Number(value.toPrecision(4)));
}
