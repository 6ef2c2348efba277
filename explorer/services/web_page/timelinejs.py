"""A story as TimelineJS 3 reads it: one slide an event, lanes as groups, one row of eras.

TimelineJS puts texts into its page as HTML. What it does with them on the way was read in version 3.9.11: a
headline and a text are purified and put in as they are; a group and a date lose their markup, which turns
``&lt;`` back into a sign, and are then put in as HTML; addresses in a text are made links by a pattern that
can break out of an attribute. So texts are escaped, groups and dates have no sign that could begin markup
however often they are read, and the making of links is switched off: the links are ours.
"""

import html
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from explorer import __version__
from explorer.domain.days import civil
from explorer.domain.detail import WorkedClaim
from explorer.domain.edtf import parse
from explorer.domain.event import DateFlag, DateValue, Era, Precision, Status
from explorer.domain.passage import Evidence
from explorer.domain.tour import Step, Tour
from explorer.domain.words import in_words
from explorer.services.web_page import wording
from explorer.services.web_page.gathering import Handed
from explorer.services.web_page.safety import web_address
from explorer.store.reads.whole import WholeEvent

MOST_SLIDES = 500
"""TimelineJS lays out every slide at once: with more it takes a browser many seconds."""
YEARS_OF_PEOPLE = (-271_000, 275_000)
"""Beyond these TimelineJS counts in years alone."""

Values = dict[str, Any]
_PARTS = {
    Precision.MINUTE: 5,
    Precision.DAY: 3,
    Precision.MONTH: 2,
    Precision.SEASON: 2,
}
"""How many of year, month, day, hour and minute are known; the year alone of all else."""
_LIKE_MARKUP = re.compile(r"&(?=[#\w])")
_MINUTE = 1 / 1440


def story_data(handed: Handed, made: date) -> Values:
    """The story as TimelineJS takes it; of a tour its steps, in the order of time."""
    tour = next((one for one in handed.tours if one.slug == handed.first_tour), None)
    slides = _Slides(handed)
    events = slides.all() if tour is None else slides.of_tour(tour)
    eras = [_era(era, handed.bounds[1]) for era in _one_band(handed.contents.eras) if _begins(era)]
    data: Values = {"title": _title(handed, tour, made), "events": events, "eras": eras}
    low, high = YEARS_OF_PEOPLE
    if any(not low < entry["start_date"]["year"] < high for entry in (*events, *eras)):
        data["scale"] = "cosmological"
        for entry in (*events, *eras):
            for side in ("start_date", "end_date"):
                if side in entry:
                    entry[side] = {"year": entry[side]["year"]}
    return data


def left_out(handed: Handed) -> tuple[str, ...]:
    """Sentences on what TimelineJS has no place for."""
    said = [wording.left_out(len(handed.events), handed.matching)] if not handed.first_tour else []
    bands = len(dict.fromkeys(era.band for era in handed.contents.eras))
    if bands > 1:
        said.append(f"TimelineJS has one row of eras: the first of {bands} rows is in the file.")
    if handed.contents.series:
        said.append("TimelineJS shows no figures: the series are not in the file.")
    if handed.first_tour:
        said.append("TimelineJS shows slides in the order of time, whatever the order of the steps.")
    return tuple(filter(None, said))


def _text(text: str) -> str:
    """A text as HTML that says just this. A straight apostrophe would end an attribute of a made link."""
    return html.escape(text.replace("'", "’"), quote=True)


def _flat(text: str) -> str:
    """A text without any sign that could begin markup, however often it is taken for HTML."""
    plain = text.replace("<", "‹").replace(">", "›").replace("'", "’").replace('"', "”")
    return _LIKE_MARKUP.sub("＆", plain).replace("&", "&amp;")


def _paragraph(*parts: str) -> str:
    """Parts that are HTML already, as a paragraph; "" where there are none."""
    said = " ".join(filter(None, parts))
    return f"<p>{said}</p>" if said else ""


def _link(address: str) -> str:
    if not address:
        return ""
    shown = _text(address)
    return f'<a href="{shown}" target="_blank" rel="noopener noreferrer">{shown}</a>'


class _Slides:
    """Makes a slide of each event."""

    def __init__(self, handed: Handed) -> None:
        self._handed = handed
        self._by_id = {whole.event.id: whole for whole in handed.events}
        self._lanes = {theme.id: theme.name for theme in handed.contents.themes}
        self._links: dict[int, list[Evidence]] = {}
        for link in handed.evidence:
            self._links.setdefault(link.event_id, []).append(link)
        self._claims: Mapping[int, list[WorkedClaim]] = _by_passage(handed.claims)

    def all(self) -> list[Values]:
        """One slide an event."""
        return [self._slide(whole) for whole in self._handed.events]

    def of_tour(self, tour: Tour) -> list[Values]:
        """One slide a step: its event where it has one in focus, else the time it shows."""
        slides = []
        for number, step in enumerate(tour.steps, 1):
            told = _paragraph(f"<b>{_text(f'Step {number} of {len(tour.steps)}: {step.title}')}</b>")
            told += _paragraph(_text(step.say))
            whole = None if step.event_id is None else self._by_id.get(step.event_id)
            slide = _slide_of_view(step) if whole is None else self._slide(whole)
            slide["text"]["text"] = told + slide["text"]["text"]
            slide["unique_id"] = f"step-{number}"
            slides.append(slide)
        return slides

    def _slide(self, whole: WholeEvent) -> Values:
        event = whole.event
        first = parse(event.start)
        words = in_words(event.start, event.end)
        doubts = ", ".join(wording.doubts_of(event))
        slide: Values = {
            "start_date": _date(first.extent.likely_start, first.precision),
            "display_date": _flat(f"{words} · {doubts}" if doubts else words),
            "text": {"headline": _text(event.title), "text": "".join(self._body(whole))},
            "group": _flat(self._lanes[event.theme_id]),
            "unique_id": f"event-{event.id}",
            "autolink": False,
        }
        last = _last(event.end, first)
        if last is not None:
            slide["end_date"] = last
        return slide

    def _body(self, whole: WholeEvent) -> Iterable[str]:
        event = whole.event
        yield _paragraph(_text(event.summary))
        seen: set[int] = set()
        for link in self._links.get(event.id, ()):
            passage = self._handed.passages[link.passage_id]
            source = self._handed.sources[passage.source_id]
            word, _ = wording.EXAMPLE if link.example else wording.STANCES[link.stance]
            yield f"<blockquote>“{_text(passage.selector.exact)}”</blockquote>"
            place = wording.place_of(passage, source)
            yield _paragraph(_text(f"{source.label} ({word}). {place}. {self._handed.citations[source.id]}"))
            for worked in self._claims.get(link.passage_id, ()):
                if worked.claim.id not in seen:
                    seen.add(worked.claim.id)
                    yield _paragraph(_text(_claim(worked)))
        unsure = f" ({wording.UNCHECKED})" if event.citation_status is not Status.CHECKED else ""
        yield _paragraph(
            "<b>Citation:</b>" if event.citation or event.url else "",
            _text(f"{event.citation}{unsure}"),
            _link(web_address(event.url)),
        )
        for record in whole.record_ids:
            yield _paragraph(_text(self._handed.citations.get(record, "")))


def _claim(worked: WorkedClaim) -> str:
    sums = f"{worked.sum}: " if worked.sum else ""
    doubt = " A figure in this sum has not been checked." if worked.doubtful else ""
    return f"Checked against the figures: {sums}{worked.outcome.verdict.value}. {worked.basis}.{doubt}"


def _by_passage(claims: Iterable[WorkedClaim]) -> dict[int, list[WorkedClaim]]:
    found: dict[int, list[WorkedClaim]] = {}
    for worked in claims:
        for passage in worked.claim.passage_ids:
            found.setdefault(passage, []).append(worked)
    return found


def _slide_of_view(step: Step) -> Values:
    first, last = parse(step.view_start), parse(step.view_end)
    return {
        "start_date": _date(first.extent.likely_start, first.precision),
        "end_date": _date(last.extent.likely_end - _MINUTE / 2, last.precision),
        "display_date": _flat(in_words(step.view_start, step.view_end)),
        "text": {"headline": _text(step.title), "text": ""},
        "autolink": False,
    }


def _title(handed: Handed, tour: Tour | None, made: date) -> Values:
    contents = handed.contents
    focused = None if tour is None else {step.event_id for step in tour.steps}
    shown = [whole for whole in handed.events if focused is None or whole.event.id in focused]
    said = [
        contents.subtitle if tour is None else f"{contents.title}, {contents.subtitle}".rstrip(", "),
        "" if tour is None else tour.audience,
        wording.state_of(whole.event for whole in shown),
        *(wording.missing(len(shown), handed.matching, handed.filters) if tour is None else ()),
        f"Made with Timeline Explorer {__version__} on {in_words(made.isoformat())}.",
    ]
    headline = contents.title if tour is None else tour.title
    return {
        "text": {"headline": _text(headline), "text": "".join(_paragraph(_text(one)) for one in said)},
        "unique_id": "title",
        "autolink": False,
    }


def _date(day: float, precision: Precision) -> Values:
    """The parts of a date that are known: TimelineJS shows no more than it is given."""
    year, month, day_of_month = civil(day)
    minutes = round((day - int(day // 1)) * 1440)
    parts = {"year": year, "month": month, "day": day_of_month, "hour": minutes // 60, "minute": minutes % 60}
    return dict(list(parts.items())[: _PARTS.get(precision, 1)])


def _last(end: str | None, first: DateValue) -> Values | None:
    """The end of what lasts; None for what does not, or has no known end."""
    until = first if end is None else parse(end)
    lasts = end is not None or bool(first.flags & DateFlag.SPAN)
    if not lasts or until.flags & DateFlag.OPEN_END or first.flags & DateFlag.OPEN_START:
        return None
    return _date(until.extent.likely_end - _MINUTE / 2, until.precision)


def _one_band(eras: tuple[Era, ...]) -> list[Era]:
    return [era for era in eras if era.band == eras[0].band]


def _begins(era: Era) -> bool:
    return not era.flags & DateFlag.OPEN_START


def _era(era: Era, last: float) -> Values:
    """An era; what has no end reaches to the ``last`` day of all that is shown."""
    first = parse(era.start)
    until = first if era.end is None else parse(era.end)
    open_end = bool(era.flags & DateFlag.OPEN_END)
    day = max(last, first.extent.likely_end) if open_end else until.extent.likely_end
    doubt = "" if era.status is Status.CHECKED else f" ({wording.UNCHECKED})"
    return {
        "start_date": _date(first.extent.likely_start, Precision.DAY),
        "end_date": _date(day - _MINUTE / 2, Precision.DAY),
        "text": {"headline": _text(f"{era.title}{doubt}")},
    }
