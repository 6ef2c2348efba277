from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.widgets.detail.blocks import Card, Fold, Section, margin
from explorer.widgets.theme import ThemeHolder


def test_a_card_has_an_edge_in_its_tone(qtbot: QtBot, look: ThemeHolder) -> None:
    card = Card(look)
    qtbot.addWidget(card)
    card.resize(200, 80)
    card.show()
    card.set_tone("bad")
    assert QColor(card.grab().toImage().pixel(1, 40)) == look.theme.colour("bad")
    card.set_tone("")
    assert QColor(card.grab().toImage().pixel(2, 40)) == look.theme.colour("canvas")


def test_a_fold_shows_and_hides_what_it_governs(qtbot: QtBot, look: ThemeHolder) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    fold, inside = Fold(look, host), QLabel("inside", host)
    column.addWidget(fold)
    column.addWidget(inside)
    fold.name("More ▸", "More ▾")
    fold.govern(inside)
    assert inside.isHidden()
    fold.click()
    assert not inside.isHidden()
    assert fold.text() == "More ▾"
    fold.click()
    assert inside.isHidden()


def test_a_section_is_named_for_those_who_listen(qtbot: QtBot, look: ThemeHolder) -> None:
    section = Section(look)
    qtbot.addWidget(section)
    section.title("Led here")
    assert section.accessibleName() == "Led here"
    assert [label.text() for label in section.findChildren(QLabel)] == ["LED HERE"]


def test_margins_grow_by_half_of_what_the_text_grows(look: ThemeHolder) -> None:
    assert margin(look.theme, 20) == 20
    look.apply("light", 2.0)
    assert margin(look.theme, 20) == 30
