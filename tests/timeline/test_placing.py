import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.event import DateFlag
from explorer.timeline.mask import Sieve
from explorer.timeline.placing import INSIDE, Seeds, Setting, Stretch, label_widths, place_labels
from explorer.timeline.scale import Scale
from explorer.timeline.slots import PIXELS_A_BIT
from tests.support.worlds import Happening, index_of

SCALE = Scale.of()
STRETCH = Stretch(0, 1000, 1.0)


def setting_of(*happenings: Happening, rows: int = 1, focus: int | None = None) -> Setting:
    # An event far away, so that there is room to the right of the others.
    index = index_of(*happenings, Happening(5000, 5001))
    return Setting(index, Sieve.build(index, None), SCALE, rows, focus)


def test_the_most_important_label_gets_the_room() -> None:
    close = [Happening(100, 101, importance=3), Happening(130, 131, importance=5)]
    assert place_labels(setting_of(*close), STRETCH, [], Seeds()).row.tolist() == [1, 0]
    close.append(Happening(115, 116, importance=4))
    placed = place_labels(setting_of(*close), STRETCH, [], Seeds())
    assert placed.row[0] == 2
    assert len(placed.row) == 2


def test_the_selected_event_comes_first() -> None:
    crowd = [Happening(100 + day, 101 + day, importance=5) for day in range(20)]
    crowd[7].importance = 1
    assert place_labels(setting_of(*crowd, focus=7), STRETCH, [], Seeds()).row[0] == 7


def test_seeds_keep_their_place() -> None:
    close = [Happening(100, 101, importance=3), Happening(110, 111, importance=5)]
    setting = setting_of(*close, rows=3)
    placed = place_labels(setting, STRETCH, [], Seeds({0: (2, False)}, [0], [0], first=True))
    assert placed.row.tolist()[0] == 0
    assert placed.label_row[0] == 2


def test_labels_of_the_neighbours_are_avoided() -> None:
    setting = setting_of(Happening(995, 996, importance=5), Happening(1005, 1006), rows=1)
    first = place_labels(setting, STRETCH, [], Seeds())
    assert first.row.tolist() == [0]
    beyond = place_labels(setting, Stretch(1000, 2000, 1.0), [first], Seeds())
    assert beyond.row.tolist() == []


def test_a_label_near_the_border_leaves_room_for_a_more_important_one_beyond() -> None:
    setting = setting_of(Happening(995, 996, importance=1), Happening(1005, 1006, importance=5), rows=1)
    first = place_labels(setting, STRETCH, [], Seeds())
    assert first.flipped.tolist() == [True]
    assert place_labels(setting, Stretch(1000, 2000, 1.0), [first], Seeds()).row.tolist() == [1]


def test_the_title_of_a_long_span_stands_inside() -> None:
    placed = place_labels(setting_of(Happening(100, 900, flags=DateFlag.SPAN)), STRETCH, [], Seeds())
    assert placed.label_row.tolist() == [INSIDE]


def test_bold_titles_are_wider_and_long_ones_cut() -> None:
    index = index_of(
        Happening(0, 1, importance=2, title=10),
        Happening(5, 6, importance=5, title=10),
        Happening(9, 10, title=900),
    )
    plain, bold, long = label_widths(index, np.arange(3), SCALE)
    assert plain < bold
    assert long == SCALE.label_max


def test_a_label_that_stood_somewhere_stays_as_long_as_others_have_room_elsewhere() -> None:
    close = [Happening(100, 101, importance=3), Happening(110, 111, importance=5)]
    setting = setting_of(*close, rows=3)
    usual = place_labels(setting_of(close[1], rows=3), STRETCH, [], Seeds()).label_row.tolist()[0]
    seeds = Seeds({0: (usual, False)}, [0], [0])
    placed = place_labels(setting, STRETCH, [], seeds)
    places = dict(zip(placed.row.tolist(), placed.label_row.tolist(), strict=True))
    assert places[0] == usual
    assert places[1] not in {usual, None}


@given(
    days=st.lists(st.integers(0, 900), min_size=1, max_size=25, unique=True),
    rows=st.integers(1, 4),
    seed=st.integers(0, 99),
)
def test_a_seed_leaves_its_place_only_for_what_is_more_important(
    days: list[int], rows: int, seed: int
) -> None:
    random = np.random.default_rng(seed)
    happenings = [
        Happening(day, day + 1, importance=int(random.integers(1, 6)), title=8) for day in sorted(days)
    ]
    setting = setting_of(*happenings, rows=rows)
    index = setting.index
    # Places as they were closer by, where there was more room.
    wide = place_labels(setting, Stretch(0, 1000, 2.0), [], Seeds())
    where = zip(wide.label_row.tolist(), wide.flipped.tolist(), strict=True)
    places = dict(zip(wide.row.tolist(), where, strict=True))
    seeds = Seeds(places, sorted(places), sorted(places))
    placed = place_labels(setting, STRETCH, [], seeds)
    now = dict(zip(placed.row.tolist(), placed.label_row.tolist(), strict=True))
    foremost = max(places, key=lambda row: index.priority[[row]][0])
    assert now[foremost] == places[foremost][0]
    reach = SCALE.label_gap + SCALE.label_lead + 2 * PIXELS_A_BIT + SCALE.leader_gap
    width = dict(zip(placed.row.tolist(), placed.width.tolist(), strict=True)) | dict(
        zip(wide.row.tolist(), wide.width.tolist(), strict=True)
    )
    for row in places.keys() - {row for row, place in now.items() if place == places.get(row, (place,))[0]}:
        rivals = [
            other
            for other in now
            if index.priority[[other]][0] > index.priority[[row]][0]
            and abs(index.position[[other]][0] - index.position[[row]][0])
            < width[row] + width[other] + 2 * reach
        ]
        assert rivals
