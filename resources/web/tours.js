// Tours: a path through the story, one step at a time. Whoever leaves the path comes back with one key.

class Tours {
  // What it acts by: `fly` moves the view, `choose` takes an event into hand (or none), `open` goes to it,
  // `changed` follows lanes and figures, `say` speaks to those who listen.
  constructor(bar, list, act) {
    this.bar = bar;
    this.act = act;
    list.append(...story.tours.map((tour, number) => el("li", {},
      el("button", { type: "button", class: "tour", onclick: () => this.begin(number) },
        el("strong", { text: tour.title }),
        el("span", { class: "muted", text: `${tour.steps.length} steps, about ${tour.minutes} minutes` })))));
  }

  begin(number, focus = true) {
    // From one tour to another: what was before the first comes back.
    if (!state.tour) this.before = { lanes: new Set(state.lanes), series: [...state.series] };
    state.tour = { at: number, step: 0 };
    this.show(focus);
  }

  get steps() {
    return story.tours[state.tour.at].steps;
  }

  go(direction) {
    if (!state.tour) return;
    const next = state.tour.step + direction;
    if (next < 0 || next >= this.steps.length) return;
    state.tour.step = next;
    this.show(true);
  }

  end() {
    if (!state.tour) return;
    state.tour = null;
    state.lanes = this.before.lanes;
    state.series = this.before.series;
    state.only = null;
    this.bar.hidden = true;
    this.bar.replaceChildren();
    this.act.changed();
    this.act.say("The tour has ended.");
  }

  // Take up the step that the state names: its lanes and figures, its view, its event, its words.
  show(focus) {
    const tour = story.tours[state.tour.at];
    const step = this.steps[state.tour.step];
    state.lanes = new Set(step.lanes || story.lanes.map((_, number) => number));
    if (step.event !== undefined) state.lanes.add(story.events[step.event].lane);
    state.only = step.filters ? { events: new Set([...(step.only || []), step.event]), words: step.filters } : null;
    const asked = step.series || (step.claim !== undefined && story.claims[step.claim].series) || this.before.series;
    const unit = asked.length ? story.series[asked[0]].unit : "";
    state.series = asked.filter((number) => story.series[number].unit === unit).slice(0, MOST_SERIES);
    this.act.changed();
    this.act.choose(step.event ?? null);
    this.act.fly(step.view[0], step.view[1]);
    const first = state.tour.step === 0;
    const last = state.tour.step === this.steps.length - 1;
    // It scrolls where it is long, so it has the focus: the arrow keys move it.
    const body = el("div", { class: "body", tabindex: "0", role: "group", "aria-labelledby": "step-title", "aria-describedby": "step-words" },
      el("h3", { id: "step-title", text: step.title }),
      el("p", { class: "words", id: "step-words", text: step.say || "" }),
      this.shown(step));
    const end = () => this.end();
    this.bar.replaceChildren(
      el("p", { class: "where muted" }, `${tour.title} · step ${state.tour.step + 1} of ${this.steps.length}`),
      el("button", { type: "button", class: "close", "aria-label": "End the tour", title: "End the tour (Escape)", text: "×", onclick: end }),
      body,
      el("div", { class: "tools" },
        el("button", { type: "button", disabled: first, title: "Page Up", text: "Back", onclick: () => this.go(-1) }),
        last
          ? el("button", { type: "button", class: "main", text: "End the tour", onclick: end })
          : el("button", { type: "button", class: "main", title: "Page Down", text: "Next", onclick: () => this.go(1) }),
        step.event !== undefined ? el("button", { type: "button", class: "of-sheet", text: "The event", onclick: () => this.act.open() }) : null,
        el("button", { type: "button", text: "To this step", title: "Back to the view of this step (T)", onclick: () => this.show(true) })));
    this.bar.hidden = false;
    if (focus && narrow.matches) scrollTo(0, 0);
    if (focus) body.focus({ preventScroll: true });
  }

  // The quotation or the claim that a step puts before the class.
  shown(step) {
    if (step.show === "quotation" && step.passage !== undefined) {
      const passage = story.passages[step.passage];
      return [el("figure", { class: "large" }, quotation(passage.words),
        el("figcaption", { class: "muted", text: `${story.sources[passage.source].label}, ${passage.place.toLowerCase()}` }))];
    }
    if (step.show === "claim" && step.claim !== undefined) return [claimCard(story.claims[step.claim], true)];
    return [];
  }
}
