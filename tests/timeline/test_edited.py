"""An index patched in place answers as one that was built of all events."""

from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.event import DateFlag
from explorer.timeline.edited import EditedIndex, edited
from explorer.timeline.frame import Frame
from explorer.timeline.hit import hit
from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Mask, Sieve
from explorer.timeline.overview import overview
from explorer.timeline.scale import Scale
from explorer.timeline.stacking import UNSTACKED
from explorer.timeline.viewport import Viewport
from explorer.timeline.walking import counts_between, next_in_lane, nth_in_lane, place_in_lane
from tests.support.worlds import YEAR, Happening, World, columns_of_happenings, happening, index_of, viewports

LANES = 3


@dataclass
class Edits:
    """The same events twice: as an index that was edited, and as one built of them all."""

    patched: EventIndex = field(repr=False)
    events: dict[int, Happening] = field(default_factory=dict, repr=False)

    @property
    def rebuilt(self) -> EventIndex:
        """Built anew; the marks stand where the edits left them, for equal dates are not spread again."""
        columns = columns_of_happenings(*self.events.values())
        rows = self.patched.rows_of(columns["id"])
        where, stacked = self.patched.position[rows], self.patched.stack_row[rows]
        return EventIndex.build(LANES, **columns, position=where, stack_row=stacked)


@st.composite
def edits(draw: st.DrawFn, most: int = 60) -> Edits:
    """An index of some events, changed a few times over."""
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    events = {one.id: one for one in (happening(random, n, LANES) for n in range(draw(st.integers(0, most))))}
    index: EventIndex = index_of(*events.values(), lanes=LANES)
    fresh = 100
    for _ in range(draw(st.integers(1, 4))):
        known = list(events)
        gone = random.choice(known, random.integers(0, min(4, len(known)) + 1), replace=False).tolist()
        for one in gone:
            del events[one]
        changed = []
        for one in random.choice(list(events), min(len(events), int(random.integers(0, 4))), replace=False):
            other = happening(random, 0, LANES)
            changed.append(
                replace(other, id=int(one))
                if random.random() < 0.5
                else replace(events[one], importance=other.importance, title=other.title)
            )
        for _ in range(int(random.integers(0, 4))):
            # As often as not with a date that is there already.
            other = happening(random, 0, LANES)
            if events and random.random() < 0.5:
                twin = events[random.choice(list(events))]
                other = replace(twin, importance=other.importance)
            changed.append(replace(other, id=fresh + (2000 if random.random() < 0.5 else 0)))
            fresh += 1
        events |= {one.id: one for one in changed}
        index = edited(index, columns_of_happenings(*changed), gone)
    return Edits(index, events)


def ids(index: EventIndex, rows: np.ndarray) -> list[int]:
    return sorted(index.id[rows].tolist())


def told(index: EventIndex, frame: Frame) -> dict[str, object]:
    """What a frame shows, by ids."""
    discs, bars, clusters = frame.discs, frame.bars, frame.clusters
    return {
        "counts": frame.counts,
        "discs": sorted(
            zip(index.id[discs.row].tolist(), discs.x.tolist(), discs.hollow, discs.lit, strict=True)
        ),
        "bars": sorted(
            zip(index.id[bars.row].tolist(), bars.x0.tolist(), bars.x1.tolist(), bars.shape, strict=True)
        ),
        "clusters": [
            clusters.x.tolist(),
            clusters.count.tolist(),
            clusters.first.tolist(),
            clusters.last.tolist(),
            clusters.lit.tolist(),
        ],
        "density": frame.density.counts.tolist(),
        "dots": sorted(zip(index.id[frame.dots.row].tolist(), frame.dots.sources.tolist(), strict=True)),
    }


def filters(draw: st.DrawFn, events: dict[int, Happening]) -> set[int] | None:
    share = draw(st.sampled_from((None, 0.0, 0.3, 0.8)))
    random = np.random.default_rng(draw(st.integers(0, 99)))
    return None if share is None else {one for one in events if random.random() < share}


def sieve(index: EventIndex, chosen: set[int] | None) -> Sieve:
    return Sieve.build(index, None if chosen is None else index.set_of(sorted(chosen)))


@settings(max_examples=40, deadline=None)
@given(data=st.data(), made=edits(), viewport=viewports())
def test_frames_are_those_of_an_index_built_anew(
    data: st.DataObject, made: Edits, viewport: Viewport
) -> None:
    visible, lit = filters(data.draw, made.events), filters(data.draw, made.events)
    focus = data.draw(st.sampled_from([None, *made.events]))
    frames = []
    for index in (made.patched, made.rebuilt):
        mask = Mask(
            None if visible is None else sieve(index, visible), None if lit is None else index.set_of(lit)
        )
        frame = World(index, Scale.of()).frame(
            viewport, mask, focus=None if focus is None else index.row_of(focus)
        )
        counts = frame.counts
        assert counts.drawn + counts.clustered + counts.dense == counts.in_view
        frames.append((told(index, frame), frame))
    (one, mine), (other, theirs) = frames
    assert one == other
    for x, y in zip(mine.discs.x.tolist(), mine.discs.y.tolist(), strict=True):
        found, expected = hit(mine, x, y, 3.0), hit(theirs, x, y, 3.0)
        assert (found.kind, found.lane, found.count) == (expected.kind, expected.lane, expected.count)


@settings(max_examples=30, deadline=None)
@given(made=edits())
def test_every_property_of_every_event_is_that_of_an_index_built_anew(made: Edits) -> None:
    patched, rebuilt = made.patched, made.rebuilt
    assert patched.size == rebuilt.size == len(made.events)
    assert patched.bold_from == rebuilt.bold_from
    assert patched.extent() == rebuilt.extent()
    assert patched.rows_needed.tolist() == rebuilt.rows_needed.tolist()
    assert patched.lane_offsets[-1] == patched.space
    some = [*made.events, 10**6, -1]
    mine, theirs = patched.rows_of(some), rebuilt.rows_of(some)
    assert patched.id[mine].tolist() == rebuilt.id[theirs].tolist() == list(made.events)
    for name in (
        "lane", "position", "earliest", "likely_start", "likely_end", "latest", "length", "importance",
        "precision", "layer", "contested", "label_em", "priority", "flags", "sources",
    ):  # fmt: skip
        assert getattr(patched, name)[mine].tolist() == getattr(rebuilt, name)[theirs].tolist(), name
    everything = patched.all_rows
    if everything is not None:
        assert ids(patched, everything.rows()) == sorted(made.events)


@settings(max_examples=30, deadline=None)
@given(data=st.data(), made=edits())
def test_walking_and_counting_are_those_of_an_index_built_anew(data: st.DataObject, made: Edits) -> None:
    chosen = filters(data.draw, made.events)
    start = data.draw(st.floats(-YEAR, 60 * YEAR))
    end = start + data.draw(st.floats(0.1, 30 * YEAR))
    walks = []
    for index in (made.patched, made.rebuilt):
        passing = sieve(index, chosen)
        steps = []
        for event in sorted(made.events):
            row = index.row_of(event)
            found = [next_in_lane(index, passing, row, step) for step in (1, -1)]
            steps.append([None if one is None else int(index.id[one]) for one in found])
            steps.append(place_in_lane(index, passing, row))
        order = [nth_in_lane(index, passing, lane, number) for lane in range(LANES) for number in range(70)]
        steps.append([None if row is None else int(index.id[row]) for row in order])
        steps.append(counts_between(index, passing, start, end))
        for certain in (True, False):
            steps.append(ids(index, index.as_set(index.reach.meeting(start, end, certain=certain)).rows()))
        walks.append(steps)
    assert walks[0] == walks[1]


@settings(max_examples=30, deadline=None)
@given(data=st.data(), made=edits(most=200), need=st.integers(1, 12))
def test_the_most_important_are_those_of_an_index_built_anew(
    data: st.DataObject, made: Edits, need: int
) -> None:
    chosen = filters(data.draw, made.events)
    low, high = sorted(data.draw(st.tuples(st.floats(0, 60 * YEAR), st.floats(0, 60 * YEAR))))
    best = []
    for index in (made.patched, made.rebuilt):
        passing = sieve(index, chosen)
        first, last = index.places(np.array((low, high))).T
        rows = passing.strata.best_of_each(first, last, need)
        rows = rows[passing.passes(rows)]
        found = []
        for lane in range(LANES):
            mine = rows[index.lane[rows] == lane]
            foremost = mine[np.argsort(-index.priority[mine].astype(np.int64), kind="stable")][:need]
            found.append(index.id[foremost].tolist())
        best.append(found)
    assert best[0] == best[1]


@settings(max_examples=30, deadline=None)
@given(data=st.data(), made=edits())
def test_the_overview_is_that_of_an_index_built_anew(data: st.DataObject, made: Edits) -> None:
    chosen = filters(data.draw, made.events)
    view = Viewport(-YEAR, 62 * YEAR, 300)
    one, other = (overview(index, view, 4.0, sieve(index, chosen)) for index in (made.patched, made.rebuilt))
    assert (one.x.tolist(), one.lane.tolist()) == (other.x.tolist(), other.lane.tolist())
    assert one.importance.tolist() == other.importance.tolist()
    for name in ("span_lane", "span_x0", "span_x1"):
        assert sorted(getattr(one, name).tolist()) == sorted(getattr(other, name).tolist())


@settings(max_examples=30, deadline=None)
@given(made=edits(), viewport=viewports())
def test_no_span_lies_on_another_and_no_label_on_another(made: Edits, viewport: Viewport) -> None:
    index = made.patched
    for lane in range(LANES):
        rows = index.stacked_in(lane)
        start, end, row = (column[rows] for column in (index.earliest, index.latest, index.stack_row))
        assert np.all(row < index.rows_needed[lane])
        for at in range(len(rows)):
            over = (start < end[at]) & (end > start[at])
            over[at] = False
            assert not np.any(over & (row == row[at]))
    labels = World(index, Scale.of()).frame(viewport).labels
    beside = ~labels.inside
    boxes = np.stack((labels.x, labels.x + labels.width, labels.y))[:, beside].T
    for number, (x0, x1, y) in enumerate(boxes):
        others = np.delete(boxes, number, axis=0)
        assert not np.any((others[:, 2] == y) & (others[:, 0] < x1) & (others[:, 1] > x0))


def test_what_is_taken_back_stands_where_it_stood() -> None:
    first, second = Happening(10, 11), Happening(10, 11)
    index = index_of(first, second, Happening(3, 9, flags=DateFlag.SPAN))
    moved = edited(index, columns_of_happenings(replace(first, id=1, start=20, end=21)))
    assert moved.position[moved.rows_of((1, 2))].tolist() == [20.5, 10.75]
    back = edited(moved, columns_of_happenings(replace(first, id=1)))
    assert back.position[back.rows_of((1, 2))].tolist() == [10.25, 10.75]
    without = edited(back, {}, [2, 3])
    again = edited(
        without, columns_of_happenings(replace(second, id=2), Happening(3, 9, flags=DateFlag.SPAN, id=3))
    )
    assert again.position[again.rows_of((1, 2, 3))].tolist() == [10.25, 10.75, 3]
    assert again.size == 3


def test_new_events_of_one_day_stand_apart() -> None:
    index: EventIndex = index_of(Happening(10, 11))
    for number in range(2, 12):
        index = edited(index, columns_of_happenings(Happening(10, 11, id=number)))
    position = index.position[index.rows_of(range(1, 12))]
    assert len(set(position.tolist())) == 11
    assert np.all((position > 10) & (position < 11))


def test_a_new_span_takes_a_row_that_is_free_and_moves_no_other() -> None:
    spans = [Happening(start, start + 10, flags=DateFlag.SPAN) for start in (0, 2, 4)]
    index = index_of(*spans)
    rows = index.stack_row[index.rows_of((1, 2, 3))].tolist()
    more = edited(index, columns_of_happenings(Happening(5, 8, flags=DateFlag.SPAN, id=9)))
    assert more.stack_row[more.rows_of((1, 2, 3))].tolist() == rows
    assert more.stack_row[more.row_of(9)] == 3
    assert more.rows_needed.tolist() == [4]
    assert edited(more, {}, [9]).rows_needed.tolist() == [3]
    full = more
    for number in range(10, 14):
        full = edited(full, columns_of_happenings(Happening(5, 8, flags=DateFlag.SPAN, id=number)))
    assert full.stack_row[full.row_of(13)] == UNSTACKED
    assert full.rows_needed.tolist() == [8]


def test_the_index_before_is_left_as_it_was() -> None:
    index = index_of(Happening(10, 11), Happening(30, 31))
    once = edited(index, columns_of_happenings(Happening(20, 21, id=1)))
    twice = edited(once, {}, [1])
    assert [one.size for one in (index, once, twice)] == [2, 2, 1]
    assert index.position[index.rows_of((1, 2))].tolist() == [10.5, 30.5]
    assert once.position[once.rows_of((1, 2))].tolist() == [20.5, 30.5]
    assert twice.rows_of((1, 2)).tolist() == index.rows_of((2,)).tolist()
    assert isinstance(twice, EditedIndex)
    assert twice.touched.tolist() == [1]
    assert twice.parts[0] is index


def test_a_lane_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="lane"):
        edited(index_of(Happening(1, 2)), columns_of_happenings(Happening(1, 2, id=2, lane=1)))
