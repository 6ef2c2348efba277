import numpy as np
import pytest
from PySide6.QtGui import QColor

from explorer.widgets.timeline.sprites import WIDTH, Atlas, Sprites

SIDE = 40


@pytest.fixture
def atlas(qapp):
    return Atlas()


@pytest.fixture
def made():
    return []


@pytest.fixture
def sprites(atlas, made):
    """Squares whose colour is their number."""

    def make(number: int):
        made.append(number)
        return atlas.add(SIDE, SIDE, lambda painter, place: painter.fillRect(place, QColor(number, 0, 0)))

    return Sprites(make)


def colours(atlas: Atlas, sources: np.ndarray) -> list[int]:
    image = atlas.pixmap.toImage()
    middles = sources[:, :2] + sources[:, 2:] // 2
    return [image.pixelColor(int(x), int(y)).red() for x, y in middles]


def test_each_number_has_its_own_picture_however_far_the_atlas_grows(atlas, sprites):
    numbers = np.array([200, 3, 77, 3, 200], np.int64)
    assert colours(atlas, sprites.sources(numbers)) == numbers.tolist()
    everything = np.arange(250, dtype=np.int64)
    assert 250 * SIDE > 3 * WIDTH
    assert colours(atlas, sprites.sources(everything)) == everything.tolist()
    assert colours(atlas, sprites.sources(numbers)) == numbers.tolist()


def test_a_sprite_is_made_once(sprites, made):
    sprites.sources(np.array([5, 9, 5], np.int64))
    sprites.sources(np.array([9, 1, 5], np.int64))
    assert sorted(made) == [1, 5, 9]


def test_nothing_is_found_for_nothing(sprites, made):
    assert sprites.sources(np.zeros(0, np.int64)).shape == (0, 4)
    assert not made


def test_no_two_sprites_overlap(atlas):
    taken = np.zeros((2000, WIDTH), np.bool_)
    for width, height in [(3, 50), (1000, 7), (WIDTH, 9), (20, 20), (500, 3), (500, 90), (30, 4)] * 4:
        x, y, wide, tall = (int(part) for part in atlas.add(width, height, lambda painter, place: None))
        assert (wide, tall) == (width, height)
        place = taken[y : y + tall, x : x + wide]
        assert place.shape == (tall, wide)
        assert not place.any()
        place[:] = True
