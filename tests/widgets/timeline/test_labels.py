"""The titles of the shipped story in the real font."""

from itertools import product

import pytest
from PySide6.QtGui import QImage, QPainter

from explorer.domain.edtf import parse
from explorer.services.headings import Headings
from explorer.services.libraries import open_library
from explorer.services.workers import Workers
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.timeline import TimelineModel
from explorer.viewmodels.titles import Titles
from explorer.viewmodels.viewport import ViewportModel
from explorer.widgets.theme import ThemeHolder
from explorer.widgets.timeline.labels import INSIDE_SIZE, NEW_AT_ONCE, SIZE, rooms_of
from explorer.widgets.timeline.picture import Picture
from explorer.widgets.timeline.wording import Wording

CANVASES = ((655, 715), (975, 915), (1295, 995))
"""What is left of windows of 1280 x 800, 1600 x 1000 and 1920 x 1080 between the panels."""
VIEWS = (("1961", "2024"), ("2018", "2024"), ("2023-11", "2023-11"))


@pytest.fixture
def story(story_library, qapp):
    workers = Workers()
    library = open_library(story_library)
    yield library, Headings(workers)
    library.store.close()
    workers.close()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.5])
def test_no_title_of_the_story_is_cut(story, resources, qtbot, scale):
    library, headings = story
    courier = Courier(Messages())
    titles = Titles(headings, courier)
    viewport, selection = ViewportModel(), SelectionModel()
    timeline = TimelineModel(titles, viewport)
    look = ThemeHolder(resources / "themes", "light", scale)
    picture = Picture(timeline, viewport, selection, look, Wording())
    timeline.show_library(library)
    qtbot.waitUntil(lambda: courier.idle)
    shown = 0
    for (width, height), (first, last), ratio in product(CANVASES, VIEWS, (1.0, 1.5, 2.0)):
        picture.lay_out(width, height, ratio)
        viewport.show(parse(first).extent.earliest, parse(last).extent.latest)
        picture.invalidate()
        scene = picture.scene()
        labels = scene.frame.labels
        for at, row in enumerate(labels.row):
            title = titles.label(int(library.index.id[row]))
            size = INSIDE_SIZE if labels.inside[at] else SIZE
            wanted = scene.lettering.advance(title, size, bold=bool(labels.bold[at]))
            assert wanted <= int(rooms_of(scene)[at]), (title, width, first, ratio)
            shown += 1
    assert shown > 100


def test_new_titles_come_over_several_frames_until_all_are_there(story, resources, qtbot):
    library, headings = story
    courier = Courier(Messages())
    titles = Titles(headings, courier)
    viewport, selection = ViewportModel(), SelectionModel()
    timeline = TimelineModel(titles, viewport)
    look = ThemeHolder(resources / "themes", "light", 1.0)
    picture = Picture(timeline, viewport, selection, look, Wording())
    timeline.show_library(library)
    qtbot.waitUntil(lambda: courier.idle)
    picture.lay_out(1295, 995, 1.0)
    pictures = []
    while not pictures or picture.unfinished:
        pictures.append(QImage(1295, 995, QImage.Format.Format_RGB32))
        with QPainter(pictures[-1]) as painter:
            picture.paint(painter)
    shown = len(picture.scene().frame.labels.row)
    assert shown > NEW_AT_ONCE
    assert len(pictures) == -(-shown // NEW_AT_ONCE)
    again = QImage(pictures[-1])
    with QPainter(again) as painter:
        picture.paint(painter)
    assert again == pictures[-1]
    assert pictures[0] != pictures[-1]
