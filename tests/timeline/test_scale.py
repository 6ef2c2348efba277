import pytest

from explorer.timeline.scale import Scale


def test_lengths_follow_the_pixel_ratio() -> None:
    one, two = Scale.of(1.0, 1.0), Scale.of(1.0, 2.0)
    assert two.em == 2 * one.em
    assert two.radii == pytest.approx([2 * radius for radius in one.radii])
    assert two.cell == 2 * one.cell


def test_text_grows_faster_than_marks_and_gaps_do_not_grow() -> None:
    small, large = Scale.of(1.0), Scale.of(2.0)
    assert large.label_height == 2 * small.label_height
    assert small.radii[5] < large.radii[5] < 2 * small.radii[5]
    assert large.label_gap == small.label_gap


def test_more_important_events_have_larger_discs() -> None:
    radii = Scale.of().radii
    assert list(radii) == sorted(radii)
