// The ground of the timeline: axis, eras, figures and the strip of the whole, and how texts are set on it.

const INKS = [
  "canvas", "panel", "paper", "line", "grid", "band", "ink", "muted", "accent",
  "warn", "series-1", "series-2", "series-3", "series-4",
];

function inksOf(element) {
  const style = getComputedStyle(element);
  return Object.fromEntries(INKS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

class Ground {
  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.family = getComputedStyle(document.body).fontFamily;
    this.widths = new Map();
    this.labelled = new Set();
    this.hits = [];
    this.inks = inksOf(canvas);
  }

  font(size, bold = false) {
    this.context.font = `${bold ? "600 " : ""}${size * this.parts.unit}px ${this.family}`;
  }

  widthOf(text, bold) {
    const key = bold ? `*${text}` : text;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.font(12, bold);
      width = this.context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }

  text(text, x, y, colour, room = Infinity) {
    this.context.fillStyle = colour;
    this.context.fillText(room < Infinity ? this.cut(text, room) : text, x, y);
  }

  // A text with the ground's colour around it, so that nothing below disturbs its letters.
  haloed(text, x, y, colour) {
    const { context, inks } = this;
    context.strokeStyle = inks.canvas;
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeText(text, x, y);
    this.text(text, x, y, colour);
  }

  // As much of a text as there is room for, with dots where it was cut.
  cut(text, room) {
    if (this.context.measureText(text).width <= room) return text;
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.context.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= room) low = middle;
      else high = middle - 1;
    }
    return low ? `${text.slice(0, low).trimEnd()}…` : "";
  }

  // A text in as many lines as it takes, no more than `most`; the last one is cut.
  lines(text, room, most) {
    const found = [];
    for (const word of text.split(" ")) {
      const longer = found.length ? `${found[found.length - 1]} ${word}` : word;
      if (found.length && (this.context.measureText(longer).width <= room || found.length === most)) {
        found[found.length - 1] = longer;
      } else {
        found.push(word);
      }
    }
    return found.map((line) => this.cut(line, room));
  }

  // Whatever is painted stays within the part that has a time axis.
  inPlot(paint) {
    const { left, plot, height } = this.parts;
    this.context.save();
    this.context.beginPath();
    this.context.rect(left - 6, 0, plot + 12, height);
    this.context.clip();
    paint();
    this.context.restore();
  }

  paintGrid() {
    const { context, parts, inks } = this;
    context.fillStyle = inks.grid;
    for (const tick of this.ticks()) {
      context.fillRect(Math.round(xOf(tick.day, parts)), parts.bands.y, 1, parts.axis.y - parts.bands.y);
    }
    for (const place of parts.lanes) context.fillRect(0, Math.round(place.y + place.height), parts.width, 1);
  }

  ticks() {
    const { parts } = this;
    return ticks(state.start, state.end, (86 * parts.unit) / scaleOf(parts));
  }

  paintAxis() {
    const { context, parts, inks } = this;
    const { y, height } = parts.axis;
    this.font(12);
    context.textAlign = "center";
    context.fillStyle = inks.line;
    context.fillRect(parts.left, y, parts.plot, 1);
    for (const tick of this.ticks()) {
      const x = xOf(tick.day, parts);
      const half = context.measureText(tick.text).width / 2;
      context.fillStyle = inks.line;
      context.fillRect(Math.round(x), y, 1, 5);
      this.text(tick.text, Math.min(Math.max(x, half + 2), parts.width - half - 2), y + height / 2 + 3, inks.muted);
    }
    context.textAlign = "left";
  }

  paintBands() {
    const { context, parts, inks } = this;
    const count = new Map();
    this.font(11.5);
    const titles = [];
    story.eras.forEach((era) => {
      const row = bands.indexOf(era.band);
      const place = count.get(row) || 0;
      count.set(row, place + 1);
      const open = era.flags & OPEN_END;
      const x0 = Math.max(xOf(era.time[1], parts), parts.left);
      const x1 = Math.min(xOf(open ? state.end + 1 : era.time[2], parts), parts.left + parts.plot);
      if (x1 - x0 < 1) return;
      const y = parts.bands.y + row * parts.row;
      const shade = place % 2 ? inks.grid : inks.band;
      context.fillStyle = shade;
      if (open) {
        context.fillStyle = context.createLinearGradient(Math.max(x0, x1 - 60), 0, x1, 0);
        context.fillStyle.addColorStop(0, shade);
        context.fillStyle.addColorStop(1, `${shade}00`);
      }
      context.fillRect(x0, y, x1 - x0, parts.row - 1);
      const title = era.doubt ? `${era.title}${DOUBT}` : era.title;
      const said = this.cut(title, x1 - x0 - 8);
      // Two letters and dots tell nobody anything.
      if (said === title || said.length > 4) titles.push([said, (x0 + x1) / 2, y + parts.row / 2]);
      this.hits.push({ kind: "era", x0, x1, y0: y, y1: y + parts.row, era });
    });
    context.textAlign = "center";
    for (const [title, x, y] of titles) this.text(title, x, y, inks.muted);
    context.textAlign = "left";
    if (parts.small) return;
    this.font(11);
    bands.forEach((band, row) => {
      this.text(band, 14, parts.bands.y + (row + 0.5) * parts.row, inks.muted, parts.left - 22);
    });
  }

  paintFigures() {
    const { context, parts, inks } = this;
    const { y, height } = parts.figures;
    const unit = parts.unit;
    const drawn = state.series.map((number) => story.series[number]);
    const values = drawn.flatMap((one) => one.runs.flatMap((run) => run.points.map((point) => point[1])));
    const axis = valueAxis(values.filter((value) => value !== null));
    const top = y + (parts.small ? (16 * (drawn.length + 1) + 12) * unit : 0);
    const foot = y + height - 4;
    const yOf = (value) => foot - ((value - axis.low) / (axis.high - axis.low)) * (foot - top);
    context.fillStyle = inks.line;
    context.fillRect(0, y - 6, parts.width, 1);
    this.font(11);
    context.textAlign = parts.small ? "left" : "right";
    for (const value of axis.ticks) {
      context.fillStyle = inks.grid;
      context.fillRect(parts.left, Math.round(yOf(value)), parts.plot, 1);
      if (!parts.small) this.text(valueText(value), parts.left - 6, yOf(value), inks.muted);
    }
    context.textAlign = "left";
    const room = parts.small ? parts.plot : parts.left - 56 * unit;
    const kinds = new Set(drawn.map((series) => series.kind));
    const left = parts.small ? 8 : 16;
    this.font(12, true);
    let line = y + 7 * unit;
    for (const part of this.lines(sentence(drawn[0].unit), room, parts.small ? 1 : 2)) {
      this.text(part, left, line, inks.ink);
      line += 15 * unit;
    }
    this.font(11.5);
    drawn.forEach((series, number) => {
      const colour = inks[`series-${number + 1}`];
      context.fillStyle = colour;
      context.fillRect(left, line - 1.5, 12, 3);
      const short = kinds.size === drawn.length && series.kind ? series.kind : series.title;
      this.text(short, left + 17, line, inks.muted, room - 17);
      line += 16 * unit;
      this.inPlot(() => this.paintSeries(series, colour, yOf, number === 0, foot));
    });
    if (parts.small) {
      // Within the plot, so above the lines and with the ground around them.
      this.font(11);
      for (const value of axis.ticks) this.haloed(valueText(value), parts.left, yOf(value) - 6 * unit, inks.muted);
    }
    const days = drawn.flatMap((one) => one.runs.flatMap((run) => run.points.map((point) => point[0])));
    if (Math.min(...days) > state.end || Math.max(...days) < state.start) {
      this.font(11.5);
      context.textAlign = "center";
      this.text("No figures in this time", parts.left + parts.plot / 2, (top + foot) / 2, inks.muted);
      context.textAlign = "left";
    }
  }

  paintSeries(series, colour, yOf, area, foot) {
    const { context, parts } = this;
    for (const [day] of series.breaks) {
      context.setLineDash([2, 3]);
      context.strokeStyle = colour;
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(xOf(day, parts), parts.figures.y);
      context.lineTo(xOf(day, parts), foot);
      context.stroke();
      context.setLineDash([]);
    }
    for (const run of series.runs) {
      const points = run.points
        .filter((point) => point[1] !== null)
        .map(([day, value, sure]) => ({ x: xOf(day, parts), y: yOf(value), sure, day, value }));
      if (area && points.length > 1) {
        context.fillStyle = `${colour}44`;
        context.beginPath();
        context.moveTo(points[0].x, yOf(0));
        for (const point of points) context.lineTo(point.x, point.y);
        context.lineTo(points[points.length - 1].x, yOf(0));
        context.fill();
      }
      context.strokeStyle = colour;
      context.lineWidth = 1.8;
      for (let at = 1; at < points.length; at++) {
        context.setLineDash(points[at].sure && points[at - 1].sure ? [] : [4, 3]);
        context.beginPath();
        context.moveTo(points[at - 1].x, points[at - 1].y);
        context.lineTo(points[at].x, points[at].y);
        context.stroke();
      }
      context.setLineDash([]);
      for (const point of points) {
        if (!point.sure || points.length === 1) {
          this.disc(point.x, point.y, 3, point.sure ? colour : null, colour);
        }
        this.hits.push({ kind: "figure", x: point.x, y: point.y, r: 8, series, run, point });
      }
    }
  }

  // The whole time, with the part in view framed.
  paintOverview() {
    const { context, parts, inks } = this;
    const { y, height } = parts.overview;
    const x = (day) => parts.left + ((day - homeStart) / (homeEnd - homeStart)) * parts.plot;
    context.fillStyle = inks.panel;
    context.fillRect(parts.left, y, parts.plot, height - 4);
    this.font(11.5);
    if (!parts.small) this.text("Overview", 16, y + height / 2, inks.muted);
    const lanes = parts.lanes.length || 1;
    const tall = (height - 10) / lanes;
    this.inPlot(() => {
      parts.lanes.forEach((place, number) => {
        context.fillStyle = place.lane.colour;
        const top = y + 3 + number * tall;
        for (const event of place.lane.events) {
          if (!listed(event)) continue;
          const x0 = x(event.lasts ? event.from : event.middle);
          const x1 = event.lasts ? x(event.to) : x0 + 1.5;
          context.globalAlpha = event.lasts ? 0.5 : 1;
          context.fillRect(x0, top, Math.max(x1 - x0, 1.5), Math.max(tall - 1, 1.5));
        }
      });
      context.globalAlpha = 1;
      const x0 = Math.max(x(state.start), parts.left);
      const x1 = Math.min(x(state.end), parts.left + parts.plot);
      context.strokeStyle = inks.accent;
      context.lineWidth = 1.5;
      context.strokeRect(x0 + 0.75, y + 0.75, Math.max(x1 - x0 - 1.5, 3), height - 5.5);
    });
  }

  // A disc with a ring of the ground around it, filled or as an outline.
  disc(x, y, size, fill, stroke) {
    const { context, inks } = this;
    context.beginPath();
    context.arc(x, y, size + 1.5, 0, Math.PI * 2);
    context.fillStyle = inks.canvas;
    context.fill();
    context.beginPath();
    context.arc(x, y, fill ? size : size - 0.75, 0, Math.PI * 2);
    if (fill) {
      context.fillStyle = fill;
      context.fill();
    } else {
      context.strokeStyle = stroke;
      context.lineWidth = 1.75;
      context.stroke();
    }
  }
}
