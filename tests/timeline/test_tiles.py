from dataclasses import replace

import numpy as np

from explorer.timeline.carrying import carried_sieve
from explorer.timeline.edited import edited
from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Sieve
from explorer.timeline.placing import Placed, Setting
from explorer.timeline.scale import Scale
from explorer.timeline.tiles import FAINTEST, LabelTiles
from explorer.timeline.viewport import Viewport
from tests.support.worlds import Happening, columns_of_happenings, index_of

INDEX = index_of(*(Happening(day * 20.0, day * 20.0 + 1, importance=1 + day % 5) for day in range(800)))


def setting_of(visible: np.ndarray | None = None, focus: int | None = None) -> Setting:
    return Setting(INDEX, Sieve.build(INDEX, visible), Scale.of(), 3, focus)


def among(placed: Placed) -> dict[int, tuple[int, bool]]:
    places = zip(placed.label_row.tolist(), placed.flipped.tolist(), strict=True)
    return dict(zip(placed.row.tolist(), places, strict=True))


def test_tiles_are_the_same_in_whatever_order_they_are_made() -> None:
    setting = setting_of()
    forth, back = LabelTiles(), LabelTiles()
    views = [Viewport(start, start + 3000, 1000) for start in range(0, 12_000, 1500)]
    seen = [among(forth.in_view(setting, view)) for view in views]
    assert [among(back.in_view(setting, view)) for view in reversed(views)] == seen[::-1]


def test_labels_on_screen_keep_their_place_under_a_filter() -> None:
    tiles, view = LabelTiles(), Viewport(2000, 6000, 1000)
    before = tiles.in_view(setting_of(), view)
    tiles.remember(before)
    visible = np.arange(800) % 3 != 0
    after = among(tiles.in_view(setting_of(visible), view))
    kept = {row: place for row, place in among(before).items() if visible[row]}
    assert kept
    assert {row: after[row] for row in kept} == kept
    assert all(visible[row] for row in after)


def test_zooming_out_keeps_the_most_important() -> None:
    tiles, setting = LabelTiles(), setting_of()
    tiles.remember(tiles.in_view(setting, Viewport(2000, 3000, 1000)))
    wide = tiles.in_view(setting, Viewport(0, 16_000, 1000))
    assert set(INDEX.importance[wide.row].tolist()) == {5}


def test_zooming_in_shows_the_old_places_until_the_new_ones_are_made() -> None:
    tiles, setting = LabelTiles(), setting_of()
    tiles.remember(tiles.in_view(setting, Viewport(2000, 6000, 1000)))
    assert not tiles.provisional
    near = Viewport(3000, 6000, 1000)
    within = {row for row in range(800) if near.start <= INDEX.position[row] < near.end}
    before = {row: place for row, place in among(tiles.in_view(setting, near)).items() if row in within}
    assert tiles.provisional
    frames = 1
    after = before
    while tiles.provisional:
        if not tiles.advance(near):
            continue
        after = among(tiles.in_view(setting, near))
        assert before.items() <= after.items()
        frames += 1
    assert 1 < frames < 4
    assert len(within & set(after)) > len(before)


def test_a_leap_is_followed_at_once() -> None:
    tiles, setting = LabelTiles(), setting_of()
    tiles.in_view(setting, Viewport(0, 16_000, 1000))
    leapt = tiles.in_view(setting, Viewport(3000, 3500, 1000))
    assert not tiles.provisional
    assert np.array_equal(leapt.row, LabelTiles().in_view(setting, Viewport(3000, 3500, 1000)).row)


def test_a_waver_in_the_scale_changes_nothing() -> None:
    tiles, setting = LabelTiles(), setting_of()
    exact = tiles.in_view(setting, Viewport(0, 1000, 1000))
    tiles.remember(exact)
    wavered = tiles.in_view(setting, Viewport(0, 1000.000001, 1000))
    assert np.array_equal(exact.row, wavered.row)


def test_an_edit_places_anew_only_what_stands_near_it() -> None:
    tiles, view = LabelTiles(), Viewport(2000, 6000, 1000)
    before = tiles.in_view(setting_of(), view)
    tiles.remember(before)
    index = edited(INDEX, columns_of_happenings(Happening(4000, 4001, importance=5, id=5000)), [350])
    tiles.renewed(INDEX, index)
    setting = replace(setting_of(), index=index, sieve=Sieve.build(index, None))
    first = among(tiles.in_view(setting, view))
    assert tiles.provisional
    assert first == {row: place for row, place in among(before).items() if INDEX.id[row] != 350}
    after = tiles.in_view(setting, view)
    assert not tiles.provisional
    places = among(after)
    kept = {row: place for row, place in among(before).items() if INDEX.id[row] != 350}
    assert kept.items() <= places.items()
    assert 349 not in places
    fresh = LabelTiles().in_view(setting, view)
    assert {int(index.id[row]) for row in fresh.row} - {int(index.id[row]) for row in after.row} <= {5000}
    # Far from the edit the tiles are those that were there.
    assert np.array_equal(tiles.in_view(setting, Viewport(2000, 2400, 100)).row[:5], before.row[:5])


def test_the_labels_of_an_edited_index_stay_under_the_same_filter() -> None:
    visible = np.arange(800) % 3 != 0
    tiles, view, setting = LabelTiles(), Viewport(2000, 6000, 1000), setting_of(visible)
    before = tiles.in_view(setting, view)
    index = edited(INDEX, {}, [int(INDEX.id[before.row[0]])])
    tiles.renewed(INDEX, index)
    now = replace(setting, index=index, sieve=carried_sieve(setting.sieve, INDEX, index))
    tiles.in_view(now, view)
    after = among(tiles.in_view(now, view))
    kept = {row: place for row, place in among(before).items() if row != before.row[0]}
    assert kept.items() <= after.items()
    assert before.row[0] not in after


def test_a_selected_event_that_changes_leaves_the_other_labels_alone() -> None:
    tiles, view, setting = LabelTiles(), Viewport(2000, 6000, 1000), setting_of(focus=150)
    before = among(tiles.in_view(setting, view))
    assert 150 in before
    moved = Happening(5000, 5001, importance=1, id=int(INDEX.id[150]))
    index = edited(INDEX, columns_of_happenings(moved))
    tiles.renewed(INDEX, index)
    row = index.row_of(moved.id)
    setting = Setting(index, Sieve.build(index, None), Scale.of(), 3, row)
    assert row not in among(tiles.in_view(setting, view))
    after = among(tiles.in_view(setting, view))
    assert row in after
    near = {one for one in before if abs(INDEX.position[one] - 5000) < 900 or one == 150}
    assert {one: place for one, place in before.items() if one not in near}.items() <= after.items()


def test_an_index_built_anew_keeps_what_is_on_screen() -> None:
    tiles, view = LabelTiles(), Viewport(2000, 6000, 1000)
    before = tiles.in_view(setting_of(), view)
    tiles.remember(before)
    again = EventIndex.from_arrays(INDEX.to_arrays(), 1)
    tiles.renewed(INDEX, again)
    after = among(tiles.in_view(Setting(again, Sieve.build(again, None), Scale.of(), 3, None), view))
    assert among(before).items() <= after.items()


def test_labels_that_find_room_closer_by_fade_in_within_a_quarter_octave() -> None:
    tiles, setting = LabelTiles(), setting_of()
    view = Viewport(2000, 6000, 1000)
    before = tiles.in_view(setting, view)
    assert np.all(tiles.strength(before.row) == 1)
    tiles.remember(before)
    old, last = set(before.row.tolist()), dict.fromkeys(before.row.tolist(), 1.0)
    faint = False
    for _ in range(60):
        view = view.zoomed(1.005, 3000.0)
        for _ in range(8):
            placed = tiles.in_view(setting, view)
            tiles.remember(placed)
            tiles.advance(view)
        now = dict(zip(placed.row.tolist(), tiles.strength(placed.row).tolist(), strict=True))
        assert all(strength == 1 for row, strength in now.items() if row in old)
        # Grown by a little, or new and faint.
        assert all(0 <= strength - last.get(row, FAINTEST) < 0.06 for row, strength in now.items())
        faint |= min(now.values()) < 0.8
        last |= now
    assert faint
    view = view.zoomed(2**0.26, 3000.0)
    assert np.all(tiles.strength(tiles.in_view(setting, view).row) >= FAINTEST)


def test_a_label_that_has_faded_in_does_not_fade_back() -> None:
    tiles, setting = LabelTiles(), setting_of()
    tiles.remember(tiles.in_view(setting, Viewport(2000, 6000, 1000)))
    near = Viewport(2000, 6000, 1000).zoomed(2**0.3, 3000.0)
    for _ in range(12):
        placed = tiles.in_view(setting, near)
        tiles.advance(near)
    risen = tiles.strength(placed.row)
    assert risen.min() < 1
    tiles.in_view(setting, near.zoomed(2**-0.02, 3000.0))
    assert np.all(tiles.strength(placed.row) >= risen)


def test_the_places_beside_the_view_are_made_before_they_are_wanted() -> None:
    tiles, setting = LabelTiles(), setting_of()
    view = Viewport(4000, 4400, 1000)
    tiles.in_view(setting, view)
    assert tiles.waiting
    steps = 0
    while tiles.waiting:
        assert not tiles.advance(view)
        steps += 1
    assert 1 <= steps < 8
    panned = view.panned(view.days / 2)
    found = tiles.in_view(setting, panned)
    fresh = LabelTiles().in_view(setting, panned)
    assert among(found) == among(fresh)
