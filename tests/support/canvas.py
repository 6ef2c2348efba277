"""A small library made by hand, and a timeline on it, for the tests of the canvas."""

from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path
from types import SimpleNamespace

from explorer.domain.contents import Contents
from explorer.domain.days import day_number
from explorer.domain.detail import EventHeading, RelatedEvent
from explorer.domain.edtf import event_date
from explorer.domain.event import DateFlag, Era, Extent, Status, Theme
from explorer.domain.measure import width_em
from explorer.domain.relation import RelationKind
from explorer.domain.series import Observation, Series
from explorer.timeline.index import EventIndex
from explorer.viewmodels.area import AreaModel
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.ruler import RulerModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.timeline import TimelineModel
from explorer.viewmodels.titles import Titles
from explorer.viewmodels.viewport import ViewportModel
from explorer.widgets.theme import ThemeHolder

ROOT = Path(__file__).resolve().parent.parent.parent
COLOURS = ("#0072B2", "#E69F00", "#009E73")

EVENTS = (
    # lane, start, end, importance, sources, contested, title
    (0, "1971-06-17", None, 5, 0, False, "Message on drugs"),
    (0, "1986-10-27", None, 4, 1, False, "Drug act"),
    (0, "2018-10-24", None, 3, 2, False, "Treatment act"),
    (1, "1995-12-12", None, 4, 1, True, "Pills approved"),
    (1, "2013", None, 3, 0, False, "Third wave"),
    (1, "1999~", None, 2, 0, False, "First wave"),
    (2, "1990-01-01", "2002-09-30", 3, 1, False, "Certification"),
    (2, "2008-06-30", None, 5, 2, False, "Initiative"),
    (2, "2023-11-15", None, 5, 2, False, "Meeting"),
    (2, "1977-03-03", None, 1, 0, False, "Talks"),
)


def heading(number: int) -> EventHeading:
    """The heading of one of the events; ids are numbers from 1."""
    lane, start, end, importance, _, _, title = EVENTS[number - 1]
    date = event_date(start, end)
    return EventHeading(
        number,
        f"event-{number}",
        title,
        title,
        start,
        end,
        date.extent,
        date.precision,
        date.flags,
        lane,
        importance,
    )


def related(number: int, *, reading: bool = False) -> RelatedEvent:
    """An event as a cause or effect of another."""
    return RelatedEvent(heading(number), RelationKind.LED_TO, "", reading)


def yearly(
    number: int, slug: str, title: str, unit: str, values: Iterable[tuple[int, float, str, Status]]
) -> Series:
    """A series of years: (year, value, line, status)."""
    observations = tuple(
        Observation(
            str(year), float(day_number(year)), float(day_number(year + 1)), line, value, status, "", "Office"
        )
        for year, value, line, status in values
    )
    return Series(number, f"series-{number}", slug, title, unit, "Office of figures", "", observations)


SERIES = (
    yearly(
        1,
        "us_synthetic_opioid_deaths",
        "Deaths with synthetics other than one",
        "deaths",
        [(year, 100.0 + 20 * (year - 2000), "", Status.CHECKED) for year in range(2000, 2023)],
    ),
    yearly(
        2,
        "us_overdose_deaths_all_drugs",
        "Deaths, all drugs",
        "deaths",
        [(year, 300.0 + year - 1980, "old", Status.CHECKED) for year in range(1980, 1998)]
        + [
            (year, 400.0 + 25 * (year - 1999), "new", Status.CHECKED if year != 2010 else Status.UNCHECKED)
            for year in range(1999, 2023)
            if year != 2005
        ],
    ),
    yearly(
        3,
        "seizures",
        "Seizures",
        "pounds",
        [(2020, 5.0, "", Status.CHECKED), (2021, 9.0, "", Status.CHECKED)],
    ),
)


def eras() -> tuple[Era, ...]:
    """Two rows of eras."""
    spans = (
        ("us-presidency", "Nixon", "1969-01-20", "1974-08-09"),
        ("us-presidency", "Clinton", "1993-01-20", "2001-01-20"),
        ("us-presidency", "Obama", "2009-01-20", "2017-01-20"),
        ("prc-leader", "Hu", "2002-11-15", "2012-11-15"),
    )
    return tuple(
        Era(
            number,
            title,
            band,
            title,
            start,
            end,
            event_date(start, end).extent,
            DateFlag.NONE,
            None,
            Status.CHECKED,
            "",
        )
        for number, (band, title, start, end) in enumerate(spans, 1)
    )


def index_of(events: Iterable[tuple[int, str, str | None, int, int, bool, str]], lanes: int) -> EventIndex:
    """The index of some events."""
    rows = [(number, *event, event_date(event[1], event[2])) for number, event in enumerate(events, 1)]
    extents: list[Extent] = [row[-1].extent for row in rows]
    return EventIndex.build(
        lanes,
        id=[row[0] for row in rows],
        lane=[row[1] for row in rows],
        earliest=[extent.earliest for extent in extents],
        likely_start=[extent.likely_start for extent in extents],
        likely_end=[extent.likely_end for extent in extents],
        latest=[extent.latest for extent in extents],
        importance=[row[4] for row in rows],
        precision=[row[-1].precision for row in rows],
        flags=[row[-1].flags for row in rows],
        layer=[0 for _ in rows],
        sources=[row[5] for row in rows],
        contested=[row[6] for row in rows],
        label_em=[width_em(row[7]) for row in rows],
    )


def library(events=EVENTS, series=SERIES):
    """What the canvas needs of an open library."""
    themes = tuple(
        Theme(number, f"lane-{number}", f"Lane {number}", colour, number, "")
        for number, colour in enumerate(COLOURS, 1)
    )
    contents = Contents("A story", "", "1", None, themes, eras(), (), (), series)
    index = index_of(events, len(themes))
    titles = {number: event[-1] for number, event in enumerate(events, 1)}
    return SimpleNamespace(contents=contents, index=index, labels=titles)


class Shelf:
    """Answers at once with the headings of the events above, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, ...] | None] = []

    def of(self, _library, ids=None) -> Future[tuple[EventHeading, ...]]:
        self.asked.append(ids)
        wanted = range(1, len(EVENTS) + 1) if ids is None else [one for one in ids if 0 < one <= len(EVENTS)]
        answer: Future[tuple[EventHeading, ...]] = Future()
        answer.set_result(tuple(heading(number) for number in wanted))
        return answer


class Desk:
    """The models of a timeline, joined as in the app."""

    def __init__(self, theme: str = "light", scale: float = 1.0) -> None:
        self.courier = Courier(Messages())
        self.shelf = Shelf()
        self.titles = Titles(self.shelf, self.courier)
        self.viewport = ViewportModel()
        self.timeline = TimelineModel(self.titles, self.viewport)
        self.selection = SelectionModel()
        self.area = AreaModel(self.timeline, self.viewport)
        self.messages = Messages()
        self.ruler = RulerModel(self.timeline, self.viewport, self.selection, self.messages)
        self.look = ThemeHolder(ROOT / "resources" / "themes", theme, scale)

    def view(self, width: int = 1000, height: int = 700):
        """The canvas, with the library of this module on it."""
        from explorer.widgets.timeline.view import TimelineView

        view = TimelineView(self.timeline, self.viewport, self.selection, self.area, self.ruler, self.look)
        view.resize(width, height)
        self.timeline.show_library(library())
        return view

    def light(self, *ids: int) -> None:
        """Light these events, as a search that found them."""
        self.timeline.set_lit(self.timeline.stage.index.set_of(ids))
