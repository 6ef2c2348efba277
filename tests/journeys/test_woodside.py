"""The journey of the first release: from the whole range to a passage in its source and back."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit

from explorer.domain.days import day_number
from explorer.domain.passage import AnchorState
from explorer.viewmodels.pages import Page
from tests.journeys.conftest import end, settle

WOODSIDE = "Biden and Xi agree to restart drug cooperation"


def words(widget) -> str:
    """All text that a widget shows."""
    texts = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    texts += [part.toPlainText() for part in widget.findChildren(QTextEdit) if part.isVisible()]
    return "\n".join(texts)


def button(widget, text: str) -> QPushButton:
    return next(
        found for found in widget.findChildren(QPushButton) if found.isVisible() and text in found.text()
    )


def mark_of(session, event_id: int) -> QPoint:
    """Where the event's mark stands in the timeline widget."""
    x, y, _radius = session.window.timeline.picture.mark_of(event_id)
    from PySide6.QtCore import QPointF

    return session.window.timeline.logical_point(QPointF(x, y))


def event_id(session, slug: str) -> int:
    from explorer.store import reads

    with session.models.library.current.store.reading() as connection:
        return reads.event_id(connection, slug)


@pytest.fixture
def article(tmp_path: Path, root: Path) -> Path:
    """A copy of the second article, or a text with its quotations in their places where it is not at hand."""
    seed = root.parent / "shared" / "seeds" / "002_b38af42baa980b09.txt"
    return Path(shutil.copy(seed, tmp_path / "pfeiffer.txt")) if seed.exists() else _stand_in(root, tmp_path)


def _stand_in(root: Path, folder: Path) -> Path:
    import json

    claims = json.loads((root / "resources" / "library" / "seed_claims.json").read_text(encoding="utf-8"))
    own = [claim for claim in claims if claim["seed"] == "seed-b"]
    text = list("." * max(claim["char_end"] for claim in own))
    for claim in own:
        text[claim["char_start"] : claim["char_end"]] = claim["quote"]
    path = folder / "stand-in.txt"
    path.write_text("".join(text), encoding="utf-8")
    return path


def test_the_first_start_shows_the_whole_range_and_what_the_app_is_about(start):
    session = start()
    view = session.models.viewport.viewport
    assert view.start < day_number(1961, 4)
    assert view.end > day_number(2024, 12)
    assert WOODSIDE in words(session.window.parts.detail)
    assert "15 November 2023" in words(session.window.parts.detail)
    assert "188 of 188 events in view" in words(session.window.status)


def test_from_the_range_to_the_passage_and_back_after_a_restart(start, qtbot, article):
    session = start()
    models, window = session.models, session.window
    woodside = event_id(session, "woodside-summit-2023")

    models.viewport.show(day_number(2023, 10), day_number(2024))
    settle(qtbot, session)
    models.selection.select(None)
    settle(qtbot, session)
    qtbot.mouseClick(window.timeline, Qt.MouseButton.LeftButton, pos=mark_of(session, woodside))
    settle(qtbot, session)
    assert models.selection.current == woodside
    detail = words(window.parts.detail)
    assert "President Joe Biden met with Chinese President Xi Jinping" in detail
    assert "Pfeiffer" in detail

    card = next(card for card in models.detail.current.passages if card.source.slug == "seed-b")
    models.reader.open_source(card.source.id)
    settle(qtbot, session)
    models.reader.attach(article)
    settle(qtbot, session)
    models.place.turn_to(Page.TIMELINE)
    settle(qtbot, session)
    card = next(card for card in models.detail.current.passages if card.source.slug == "seed-b")
    assert card.anchor is not None
    assert card.anchor.state is AnchorState.EXACT
    window.parts.detail.passage_asked.emit(card)
    settle(qtbot, session)
    assert models.place.page is Page.SOURCES
    assert models.reader.current == card.passage.id
    assert window.parts.sources.isVisible()

    window.header.findChildren(QPushButton)[0].click()
    settle(qtbot, session)
    assert window.timeline.isVisible()
    assert models.selection.current == woodside

    window.search.take_focus()
    qtbot.keyClicks(window.search, "Cienfuegos")
    settle(qtbot, session)
    answer = models.results.answer
    assert answer.events >= 3
    stage = models.timeline.stage
    assert stage.lit.count == answer.events
    qtbot.keyClick(window.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    settle(qtbot, session)
    assert "Cienfuegos" in words(window.parts.detail)
    chosen = models.selection.current

    mexico = next(one for one in models.library.current.contents.entities if one.slug == "mexico")
    models.navigator.show_entity(mexico)
    settle(qtbot, session)
    shown = models.timeline.stage.shown
    assert 0 < shown < 188
    left = models.viewport.viewport
    end(qtbot, session)

    again = start()
    assert again.models.viewport.viewport.start == pytest.approx(left.start)
    assert again.models.viewport.viewport.end == pytest.approx(left.end)
    assert again.models.selection.current == chosen
    assert again.models.timeline.stage.shown == shown
    assert "Cienfuegos" in words(again.window.parts.detail)


def test_back_and_forward_go_through_what_was_looked_at(start, qtbot):
    session = start()
    models = session.models
    first, second = event_id(session, "nixon-visit-china"), event_id(session, "ifs-delisting")
    models.navigator.show_event(first)
    models.navigator.show_event(second)
    settle(qtbot, session)
    session.window.actions_of_window["back"].trigger()
    settle(qtbot, session)
    assert models.selection.current == first
    assert "Nixon goes to China" in words(session.window.parts.detail)
    session.window.actions_of_window["forward"].trigger()
    assert models.selection.current == second


def test_the_look_and_the_text_size_change_at_once_and_stay(start, qtbot):
    session = start()
    actions = session.window.actions_of_window
    actions["dark"].trigger()
    actions["larger"].trigger()
    settle(qtbot, session)
    ground = session.window.grab().toImage().pixelColor(4, session.window.height() // 2)
    assert ground.lightness() < 60
    end(qtbot, session)
    again = start()
    assert again.look.theme.dark
    assert again.look.theme.scale == pytest.approx(1.1)
    assert again.window.actions_of_window["dark"].isChecked()


def test_the_list_is_the_twin_of_the_timeline(start, qtbot):
    session = start()
    session.window.actions_of_window["list"].trigger()
    settle(qtbot, session)
    assert session.window.parts.event_list.isVisible()
    assert session.models.event_list.rowCount() == 188
    mexico = next(one for one in session.models.library.current.contents.entities if one.slug == "mexico")
    session.models.navigator.show_entity(mexico)
    settle(qtbot, session)
    assert session.models.event_list.rowCount() == session.models.timeline.stage.shown
    assert session.models.place.page is Page.LIST


def test_a_library_that_cannot_be_opened_leaves_the_open_one_alone(start, qtbot, tmp_path):
    session = start()
    before = session.models.library.current
    broken = tmp_path / "broken.tlx"
    broken.write_bytes(b"no library")
    session.window.open_asked.emit(broken)
    settle(qtbot, session)
    assert session.models.library.current is before
    assert "broken.tlx" in words(session.window.status)


def test_panels_are_hidden_and_put_back_and_remembered(start, qtbot):
    session = start()
    actions = session.window.actions_of_window
    qtbot.keyClick(session.window, Qt.Key.Key_F4)
    assert not session.window.parts.facets.isVisible()
    end(qtbot, session)
    again = start()
    assert not again.window.parts.facets.isVisible()
    assert not again.window.actions_of_window["facets"].isChecked()
    qtbot.keyClick(again.window, Qt.Key.Key_F4)
    assert again.window.parts.facets.isVisible()
    assert actions is not None


def test_help_keys_and_about_open_beside_the_window(start, qtbot):
    from explorer.widgets.pages import TextPage

    session = start()
    for name, text in (("help", ""), ("keys", "Ctrl+K"), ("about", "story.tlx")):
        session.window.actions_of_window[name].trigger()
        page = session.window.findChildren(TextPage)[-1]
        from PySide6.QtWidgets import QTextBrowser

        assert page.isVisible()
        assert text in page.findChild(QTextBrowser).toPlainText()
        page.close()
        session.window.actions_of_window[name].trigger()
        assert page.isVisible()
        page.close()
        qtbot.wait(5)
