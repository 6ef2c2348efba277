// Paints the events on their ground, and remembers what stands where.

class Painter extends Ground {
  // Paint what the state says. `height` is what there is room for; the canvas takes more where it must.
  paint(width, height, unit, ratio) {
    const figures = state.series.length > 0;
    const parts = layOut(width, height, unit, figures);
    this.parts = parts;
    const canvas = this.canvas;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(parts.height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(parts.height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${parts.height}px`;
    }
    if (this.unit !== unit) {
      this.unit = unit;
      this.widths.clear();
    }
    this.hits = [];
    this.places = new Map();
    const context = this.context;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = this.inks.canvas;
    context.fillRect(0, 0, width, parts.height);
    context.textBaseline = "middle";
    this.paintGrid();
    this.paintBands();
    const labelled = new Set();
    const measure = (text, bold) => this.widthOf(text, bold);
    const lanes = parts.lanes.map((place) => {
      const marks = marksOf(place, parts);
      for (const bar of marks.bars) this.places.set(bar.event.number, { x: bar.middle ?? Math.max(bar.x0, parts.left), y: bar.y });
      for (const dot of marks.dots) {
        for (const event of dot.members || [dot.event]) this.places.set(event.number, { x: dot.x, y: dot.y });
      }
      const labels = labelsOf(place, marks, parts, measure, this.labelled);
      for (const label of labels) labelled.add(label.event.number);
      return { place, marks, labels };
    });
    this.labelled = labelled;
    // Below the labels, which stay readable.
    this.paintArcs();
    for (const lane of lanes) this.paintLane(lane);
    if (figures) this.paintFigures();
    this.paintAxis();
    this.paintOverview();
    return parts;
  }

  paintLane({ place, marks, labels }) {
    const { context, parts, inks } = this;
    const unit = parts.unit;
    const { lane } = place;
    context.fillStyle = lane.colour;
    context.fillRect(parts.small ? 0 : 6, place.y + 6, 3, place.height - 12);
    const seen = lane.events.filter((event) => listed(event) && inView(event)).length;
    const counted = `${seen.toLocaleString("en")} in view`;
    if (parts.small) {
      this.font(11.5, true);
      this.text(lane.name, 8, place.y + 11 * unit, inks.ink, parts.width - 96 * unit);
      this.font(11);
      context.textAlign = "right";
      this.text(counted, parts.width - 8, place.y + 11 * unit, inks.muted);
      context.textAlign = "left";
    } else {
      this.font(12.5, true);
      const name = this.lines(lane.name, parts.left - 26, 2);
      let y = place.y + place.height / 2 - name.length * 8 * unit;
      for (const line of name) {
        this.text(line, 16, y, inks.ink);
        y += 15 * unit;
      }
      this.font(11.5);
      this.text(counted, 16, y + 1, inks.muted);
    }
    this.inPlot(() => {
      context.fillStyle = inks.line;
      for (const label of labels) {
        if (!label.inside && label.row > 0) {
          context.fillRect(Math.round(label.from), label.y + 8 * unit, 1, place.base - label.y - 12 * unit);
        }
      }
      for (const bar of marks.bars) this.paintBar(bar, lane.colour);
      // A number is not covered, and what is in hand is above all.
      const above = (dot) => (dot.members ? 1 : dot.event.number === state.event ? 2 : 0);
      for (const dot of [...marks.dots].sort((a, b) => above(a) - above(b))) {
        if (dot.members) this.paintGathered(dot, lane.colour);
        else this.paintDot(dot, lane.colour);
      }
      for (const label of labels) this.paintLabel(label);
    });
  }

  dim(event) {
    this.context.globalAlpha = state.hits === null || state.hits.has(event.number) ? 1 : 0.35;
  }

  paintBar(bar, colour) {
    const { context, parts, inks } = this;
    const unit = parts.unit;
    const { event, y } = bar;
    const x0 = Math.max(bar.x0, parts.left - 40);
    const x1 = Math.min(bar.x1, parts.left + parts.plot + 40);
    const half = 4.5 * unit;
    this.dim(event);
    const clear = `${colour}00`;
    const tint = `${colour}55`;
    const [earliest, from, to, latest] = event.time;
    const fade = context.createLinearGradient(x0, 0, Math.max(x1, x0 + 1), 0);
    const stop = (x, shade) => fade.addColorStop(Math.min(Math.max((x - x0) / Math.max(x1 - x0, 1), 0), 1), shade);
    const vague = event.flags & (ABOUT | UNSURE);
    const fadesIn = vague ? earliest < from : event.flags & OPEN_START;
    const fadesOut = vague ? to < latest : event.flags & OPEN_END;
    stop(x0, fadesIn ? clear : tint);
    if (fadesIn) stop(event.flags & OPEN_START ? x0 + 40 : xOf(from, parts), tint);
    if (fadesOut) stop(event.flags & OPEN_END ? x1 - 60 : xOf(to, parts), tint);
    stop(x1, fadesOut ? clear : tint);
    context.fillStyle = fade;
    context.beginPath();
    context.roundRect(x0, y - half, Math.max(x1 - x0, 2), half * 2, half);
    context.fill();
    if (event.flags & UNSURE) {
      context.setLineDash([4, 3]);
      context.strokeStyle = colour;
      context.lineWidth = 1;
      context.stroke();
      context.setLineDash([]);
    }
    if (bar.middle !== null) {
      this.disc(bar.middle, y, radius(event, unit), null, colour);
    } else if (!(event.flags & OPEN_START) && bar.x0 >= parts.left - 4) {
      context.fillStyle = colour;
      context.beginPath();
      context.roundRect(x0, y - half - 1, 4 * unit, half * 2 + 2, 2);
      context.fill();
    }
    if (event.number === state.event) {
      context.strokeStyle = inks.accent;
      context.lineWidth = 2;
      context.beginPath();
      context.roundRect(x0 - 3, y - half - 3, Math.max(x1 - x0, 2) + 6, half * 2 + 6, half + 3);
      context.stroke();
    }
    context.globalAlpha = 1;
    this.hits.push({ kind: "event", x0: x0 - 2, x1: x1 + 2, y0: y - half - 3, y1: y + half + 3, event });
  }

  paintDot(dot, colour) {
    const { context, parts, inks } = this;
    const size = radius(dot.event, parts.unit);
    this.dim(dot.event);
    this.disc(dot.x, dot.y, size, dot.hollow ? null : colour, colour);
    if (dot.event.number === state.event) {
      context.strokeStyle = inks.accent;
      context.lineWidth = 2.25;
      context.beginPath();
      context.arc(dot.x, dot.y, size + 4, 0, Math.PI * 2);
      context.stroke();
    }
    context.globalAlpha = 1;
    this.hits.push({ kind: "event", x: dot.x, y: dot.y, r: Math.max(size + 3, 9), event: dot.event });
  }

  paintGathered(dot, colour) {
    const { context, parts, inks } = this;
    const count = dot.members.length;
    const text = count > 999 ? `${Math.round(count / 100) / 10}k` : String(count);
    this.font(10.5, true);
    const size = Math.max(NUMBER * parts.unit, context.measureText(text).width / 2 + 4);
    if (state.hits !== null && !dot.members.some((event) => state.hits.has(event.number))) context.globalAlpha = 0.35;
    context.beginPath();
    context.arc(dot.x, dot.y, size + 1.5, 0, Math.PI * 2);
    context.fillStyle = inks.canvas;
    context.fill();
    context.beginPath();
    context.arc(dot.x, dot.y, size, 0, Math.PI * 2);
    context.fillStyle = inks.paper;
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.stroke();
    context.textAlign = "center";
    this.text(text, dot.x, dot.y + 0.5, inks.ink);
    context.textAlign = "left";
    context.globalAlpha = 1;
    this.hits.push({ kind: "many", x: dot.x, y: dot.y, r: size + 3, events: dot.members });
  }

  paintLabel(label) {
    const { context, parts, inks } = this;
    this.font(12, label.bold);
    if (label.inside) this.text(label.text, label.x, label.y, inks.ink);
    else this.haloed(label.text, label.x, label.y, inks.ink);
    if (label.event.doubts) {
      this.font(12, true);
      this.text(DOUBT, label.x + label.width - this.widthOf(DOUBT, true), label.y, inks.warn);
    }
    if (state.hits !== null) {
      context.fillStyle = inks.accent;
      context.fillRect(label.x, label.y + 8 * parts.unit, label.width, 1.5);
    }
    const half = 8 * parts.unit;
    this.hits.push({
      kind: "event", x0: label.x, x1: label.x + label.width, y0: label.y - half, y1: label.y + half, event: label.event,
    });
  }

  // What led to the event in hand and what followed, with the arrow head at the later one.
  paintArcs() {
    if (state.event === null) return;
    const here = story.events[state.event];
    this.inPlot(() => {
      for (const one of here.led || []) this.paintArc(story.events[one.at], here, one.ours);
      for (const one of here.then || []) this.paintArc(here, story.events[one.at], one.ours);
    });
  }

  placeOf(event) {
    const known = this.places.get(event.number);
    if (known) return known;
    const place = this.parts.lanes.find((one) => one.lane.number === event.lane);
    return place ? { x: xOf(event.middle, this.parts), y: place.base } : null;
  }

  paintArc(first, last, ours) {
    const from = this.placeOf(first);
    const to = this.placeOf(last);
    if (!from || !to) return;
    const { context, inks, parts } = this;
    const lift = Math.min(34, 12 + Math.abs(to.x - from.x) / 6) * parts.unit;
    const end = to.y - 9 * parts.unit;
    context.strokeStyle = inks.accent;
    context.fillStyle = inks.accent;
    context.lineWidth = 1.5;
    context.globalAlpha = 0.8;
    context.setLineDash(ours ? [5, 3] : []);
    context.beginPath();
    context.moveTo(from.x, from.y - 6 * parts.unit);
    context.bezierCurveTo(from.x, from.y - lift, to.x, end - lift, to.x, end);
    context.stroke();
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(to.x, end + 5);
    context.lineTo(to.x - 4, end - 3);
    context.lineTo(to.x + 4, end - 3);
    context.fill();
    context.globalAlpha = 1;
  }

  // What lies at a point: the mark or label that was painted last and is nearest.
  at(x, y, finger = false) {
    let best = null;
    let least = Infinity;
    for (let number = this.hits.length - 1; number >= 0; number--) {
      const hit = this.hits[number];
      let away;
      if (hit.r !== undefined) {
        away = Math.hypot(x - hit.x, y - hit.y) - (finger ? 10 : 0);
        if (away > hit.r) continue;
      } else {
        const slack = finger && hit.kind === "event" ? 8 : 0;
        if (x < hit.x0 - slack || x > hit.x1 + slack || y < hit.y0 - slack || y > hit.y1 + slack) continue;
        away = 6;
      }
      if (away < least) {
        least = away;
        best = hit;
      }
    }
    return best;
  }
}
