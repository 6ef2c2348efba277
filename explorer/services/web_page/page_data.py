"""What was gathered as plain values for the script of the page: words are found here and only shown there."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from explorer import __version__
from explorer.domain.claim import Concordance
from explorer.domain.detail import WorkedClaim
from explorer.domain.edtf import parse
from explorer.domain.entity import EntityKind
from explorer.domain.event import Era, Extent, Layer, Status
from explorer.domain.passage import Evidence, Passage
from explorer.domain.periods import period_in_words
from explorer.domain.relation import Relation
from explorer.domain.series import Series
from explorer.domain.source import Source
from explorer.domain.tour import Step, Tour
from explorer.domain.words import exactness, in_short_words, in_words
from explorer.services.sums import steps_of
from explorer.services.web_page import wording
from explorer.services.web_page.gathering import Handed, Narrowed
from explorer.services.web_page.safety import colour, number, web_address
from explorer.store.reads.whole import WholeEvent
from explorer.timeline.series import segments

Values = dict[str, Any]


class _Places:
    """Where records stand in their lists on the page, by id."""

    def __init__(self, handed: Handed) -> None:
        self.lanes = _places(theme.id for theme in handed.contents.themes)
        self.events = _places(whole.event.id for whole in handed.events)
        self.passages = _places(handed.passages)
        self.sources = _places(handed.sources)
        self.claims = _places(one.claim.id for one in handed.claims)
        self.series = {one.slug: at for at, one in enumerate(handed.contents.series)}


def page_data(handed: Handed, made: date, usual: Iterable[str]) -> Values:
    """All that the page shows. ``usual`` are the slugs of the series drawn where none are asked for."""
    places, contents = _Places(handed), handed.contents
    links = _grouped(handed.evidence)
    claims = _by_passage(handed.claims)
    topics = _by_event(handed.concordances)
    relations = _relations(handed.relations, places)
    entities = {entity.id: entity for entity in contents.entities}
    events = []
    for whole in handed.events:
        number_of = whole.event.id
        values = _event(whole, places)
        values["who"] = [
            {"name": entities[one].name, "place": True}
            if entities[one].kind is EntityKind.PLACE
            else {"name": entities[one].name}
            for one in whole.entity_ids
            if one in entities
        ]
        spoken = links.get(number_of, [])
        values["passages"] = [_link(link, places) for link in spoken]
        of_claims = [at for link in spoken for at in claims.get(link.passage_id, ())]
        values["claims"] = [places.claims[one] for one in dict.fromkeys(of_claims)]
        values["topics"] = topics.get(number_of, [])
        values |= relations.get(number_of, {})
        events.append(_lean(values))
    start = contents.start_event_id
    return {
        "title": contents.title,
        "subtitle": contents.subtitle,
        "about": _about(handed, made),
        "leftOut": wording.missing(len(events), handed.matching, handed.filters),
        "state": wording.state_of(whole.event for whole in handed.events),
        "range": [number(day) for day in handed.bounds],
        "start": None if start is None else places.events.get(start),
        "lanes": [
            {"name": theme.name, "colour": colour(theme.colour), "note": theme.description}
            for theme in contents.themes
        ],
        "eras": [_era(era) for era in contents.eras],
        "events": events,
        "passages": [_lean(_passage(one, handed.sources, places)) for one in handed.passages.values()],
        "sources": [_lean(_source(one, handed.citations[one.id])) for one in handed.sources.values()],
        "claims": [_lean(_claim(one, contents.series, places)) for one in handed.claims],
        "topics": [_lean(_topic(one, places)) for one in handed.concordances],
        "series": [_series(one) for one in contents.series],
        "usual": [places.series[slug] for slug in handed.series or usual if slug in places.series],
        "tours": [_tour(tour, places, handed.narrowed) for tour in handed.tours],
        "tour": next((at for at, one in enumerate(handed.tours) if one.slug == handed.first_tour), None),
    }


def _about(handed: Handed, made: date) -> str:
    version = f", version {handed.contents.version}" if handed.contents.version else ""
    return (
        f"Made with Timeline Explorer {__version__} on {in_words(made.isoformat())} from the library "
        f"“{handed.contents.title}”{version}. The page needs no network; a link to a document opens it on "
        "the web."
    )


def _event(whole: WholeEvent, places: _Places) -> Values:
    event = whole.event
    return {
        "lane": places.lanes[event.theme_id],
        "title": event.title,
        "label": "" if event.label == event.title else event.label,
        "date": in_words(event.start, event.end),
        "short": in_short_words(event.start, event.end),
        "exact": exactness(event.start, event.end),
        "time": _time(event.extent),
        "unit": int(event.precision),
        "flags": int(event.flags),
        "weight": event.importance,
        "context": event.layer is Layer.CONTEXT,
        "summary": event.summary,
        "citation": event.citation,
        "url": web_address(event.url),
        "records": [places.sources[one] for one in whole.record_ids if one in places.sources],
        "doubts": wording.doubts_of(event),
        "note": event.date_note,
    }


def _link(link: Evidence, places: _Places) -> Values:
    word, tone = wording.EXAMPLE if link.example else wording.STANCES[link.stance]
    return _lean({"at": places.passages[link.passage_id], "stance": word, "tone": tone, "note": link.note})


def _relations(relations: Iterable[Relation], places: _Places) -> dict[int, Values]:
    """By event: what led to it (``led``) and what followed (``then``), each by time."""
    found: dict[int, Values] = {}
    for one in relations:
        back = one.kind in wording.LOOKS_BACK
        earlier, later = (one.to_id, one.from_id) if back else (one.from_id, one.to_id)
        for here, there, side, words in (
            (later, earlier, "led", wording.CAUSES),
            (earlier, later, "then", wording.EFFECTS),
        ):
            entry = {
                "at": places.events[there],
                "how": words[one.kind],
                "note": one.note,
                "ours": one.reading,
            }
            found.setdefault(here, {}).setdefault(side, []).append(_lean(entry))
    for sides in found.values():
        for entries in sides.values():
            entries.sort(key=lambda entry: entry["at"])
    return found


def _era(era: Era) -> Values:
    return {
        "band": wording.band_title(era.band),
        "title": era.title,
        "date": in_words(era.start, era.end),
        "time": _time(era.extent),
        "flags": int(era.flags),
        "doubt": era.status is not Status.CHECKED,
    }


def _passage(passage: Passage, sources: Mapping[int, Source], places: _Places) -> Values:
    return {
        "source": places.sources[passage.source_id],
        "words": passage.selector.exact,
        "ours": passage.paraphrase,
        "place": wording.place_of(passage, sources[passage.source_id]),
        "date": "" if passage.date is None else in_words(passage.date),
        "note": passage.note,
    }


def _source(source: Source, citation: str) -> Values:
    return {
        "label": source.label,
        "citation": citation,
        "rights": source.rights,
        "doubts": wording.doubts_of_source(source),
    }


def _claim(worked: WorkedClaim, series: Iterable[Series], places: _Places) -> Values:
    by_slug = {one.slug: one for one in series}
    claim, outcome = worked.claim, worked.outcome
    return {
        "words": worked.quotation,
        "test": claim.test,
        "source": None if worked.source is None else places.sources[worked.source.id],
        "sum": worked.sum,
        "steps": [step for one in outcome.judgements for step in steps_of(one, by_slug)],
        "basis": worked.basis or outcome.reason,
        "verdict": outcome.verdict.value,
        "tone": wording.tone_of(outcome.verdict),
        "record": claim.verdict,
        "caveats": list(claim.caveats),
        "doubts": [
            said
            for said in (
                "A figure in this sum has not been checked." if worked.doubtful else "",
                worked.mismatch,
            )
            if said
        ],
        "series": [places.series[one.slug] for one in by_slug.values() if one.id in claim.series_ids],
    }


def _topic(topic: Concordance, places: _Places) -> Values:
    return {
        "topic": topic.topic,
        "relation": wording.relation_of_sources(topic.relation),
        "note": topic.note,
        "record": topic.record,
        "lines": [{"source": places.sources[line.source_id], "line": line.line} for line in topic.lines],
    }


def _series(series: Series) -> Values:
    """A series as runs that are drawn as one line each, and as rows of a table."""
    named = {line: line.replace("-", " ") for line in series.lines}
    return {
        "title": series.title,
        "kind": series.kind,
        "unit": series.unit,
        "source": series.source,
        "note": series.note,
        "runs": [
            {
                "name": named[run.line],
                "points": [
                    [
                        number(float(day)),
                        number(float(value)),
                        int(series.observations[at].status is Status.CHECKED),
                    ]
                    for day, value, at in zip(run.day, run.value, run.observation, strict=True)
                ],
            }
            for run in segments(series.observations)
        ],
        "rows": [
            [
                period_in_words(one.period),
                named[one.line],
                number(one.value),
                "" if one.status is Status.CHECKED else _status(one.status),
                one.remark,
            ]
            for one in series.observations
        ],
        "breaks": [[number(one.day), one.note] for one in series.breaks],
    }


def _status(status: Status) -> str:
    return "provisional" if status is Status.PROVISIONAL else wording.UNCHECKED


def _tour(tour: Tour, places: _Places, narrowed: Mapping[int, Narrowed]) -> Values:
    return {
        "title": tour.title,
        "audience": tour.audience,
        "minutes": tour.minutes,
        "steps": [_lean(_step(step, places, narrowed.get(step.id))) for step in tour.steps],
    }


def _step(step: Step, places: _Places, narrowed: Narrowed | None) -> Values:
    first, last = parse(step.view_start).extent, parse(step.view_end).extent
    values: Values = {
        "title": step.title,
        "say": step.say,
        "view": [number(first.earliest), number(last.latest)],
        "lanes": [places.lanes[one] for one in step.lanes if one in places.lanes],
        "series": [places.series[slug] for slug in step.series if slug in places.series],
        "show": step.shown.value,
    }
    if narrowed is not None:
        values["only"] = sorted(places.events[one] for one in narrowed.event_ids)
        values["filters"] = narrowed.filters or "what passes the filter of the step"
    for name, record, held in (
        ("event", step.event_id, places.events),
        ("passage", step.passage_id, places.passages),
        ("claim", step.claim_id, places.claims),
    ):
        if record is not None:
            values[name] = held.get(record)
    return values


def _time(extent: Extent) -> list[float | int | None]:
    return [number(day) for day in (extent.earliest, extent.likely_start, extent.likely_end, extent.latest)]


def _grouped(evidence: Iterable[Evidence]) -> dict[int, list[Evidence]]:
    found: dict[int, list[Evidence]] = {}
    for link in evidence:
        found.setdefault(link.event_id, []).append(link)
    return found


def _by_passage(claims: Iterable[WorkedClaim]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for worked in claims:
        for passage in worked.claim.passage_ids:
            found.setdefault(passage, []).append(worked.claim.id)
    return found


def _by_event(topics: Iterable[Concordance]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for at, topic in enumerate(topics):
        for event in topic.event_ids:
            found.setdefault(event, []).append(at)
    return found


def _places(ids: Iterable[int]) -> dict[int, int]:
    return {number_of: at for at, number_of in enumerate(ids)}


def _lean(values: Values) -> Values:
    """Without what is empty: the script takes what is missing for nothing."""
    return {name: value for name, value in values.items() if value or (value == 0 and value is not False)}
