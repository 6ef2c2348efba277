"""The panel by mouse and keyboard, on the shipped story."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSlider, QVBoxLayout, QWidget

from explorer.domain.facet import CONTEXT_ONLY, FacetGroup
from explorer.viewmodels.facet_list import FacetRole
from explorer.widgets.facets import FacetsPanel
from explorer.widgets.facets.chips import FilterChip
from explorer.widgets.facets.rows import fitting
from explorer.widgets.facets.undated import UndatedList
from explorer.widgets.parts.tab_order import put_in_order
from tests.support.finding import Hunt


@pytest.fixture
def hunt(qtbot, story_path):
    made = Hunt(story_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def panel(hunt, story_path):
    hunt.look.dress()
    window = QWidget()
    made = FacetsPanel(hunt.facets, hunt.look, window)
    QVBoxLayout(window).addWidget(made)
    window.resize(240, 900)
    hunt.keep(window)
    hunt.library.open(story_path)
    hunt.settle()
    return made


def rows(panel, group):
    return panel.section(group).rows


def names(panel, group):
    model = rows(panel, group).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def chips(panel):
    return [chip for chip in panel.findChildren(FilterChip) if chip.isVisible()]


def said(panel):
    """Every text and every setting that can be seen."""
    parts = [part for kind in (QLabel, QLineEdit, QPushButton) for part in panel.findChildren(kind)]
    checked = [part.text() for part in panel.findChildren(QPushButton) if part.isChecked()]
    return sorted(part.text() for part in parts if part.isVisible()) + checked


def button(panel, text):
    return next(found for found in panel.findChildren(QPushButton) if found.text() == text)


def test_a_click_anywhere_on_a_row_chooses_it(panel, hunt, qtbot):
    view = rows(panel, FacetGroup.THEME)
    place = view.visualRect(view.model().index(6, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center() + QPoint(40, 0))
    hunt.settle()
    assert hunt.facets.choice.of(FacetGroup.THEME) == {view.model().index(6, 0).data(FacetRole.VALUE)}


def test_rows_go_by_arrows_and_space(panel, hunt, qtbot):
    view = rows(panel, FacetGroup.THEME)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    hunt.settle()
    assert hunt.facets.choice.of(FacetGroup.THEME) == {view.model().index(1, 0).data(FacetRole.VALUE)}
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_Return)
    hunt.settle()
    assert not hunt.facets.choice.restricts


def test_tab_goes_from_section_to_section(panel, qtbot):
    themes, sources = rows(panel, FacetGroup.THEME), rows(panel, FacetGroup.SOURCE)
    themes.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(themes, Qt.Key.Key_Tab)
    assert sources.hasFocus()
    qtbot.keyClick(sources, Qt.Key.Key_Tab)
    assert rows(panel, FacetGroup.PEOPLE).hasFocus()


def test_a_source_is_switched_off(panel, hunt, qtbot):
    view = rows(panel, FacetGroup.SOURCE)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    hunt.settle()
    assert hunt.facets.choice.of(FacetGroup.SOURCE) == set(hunt.facets.values(FacetGroup.SOURCE)) - {
        CONTEXT_ONLY
    }


def test_more_people_are_narrowed_by_typing(panel, hunt, qtbot):
    section = panel.section(FacetGroup.PEOPLE)
    assert len(names(panel, FacetGroup.PEOPLE)) == 5
    more = next(found for found in section.findChildren(QPushButton) if found.text() == "More …")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(names(panel, FacetGroup.PEOPLE)) > 50
    field = section.findChild(QLineEdit)
    assert field.hasFocus()
    qtbot.keyClicks(field, "xi ji")
    assert names(panel, FacetGroup.PEOPLE) == ["Xi Jinping"]
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(section.rows, Qt.Key.Key_Space)
    assert hunt.facets.choice.of(FacetGroup.PEOPLE) == {hunt.entity("xi").id}
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    hunt.settle()
    assert "Xi Jinping" in names(panel, FacetGroup.PEOPLE)
    assert len(names(panel, FacetGroup.PEOPLE)) <= 6


def test_importance_is_a_slider_with_words(panel, hunt, qtbot):
    section = panel.section(FacetGroup.IMPORTANCE)
    slider = section.findChild(QSlider)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    hunt.settle()
    assert hunt.facets.choice.importance == 2
    assert "2 and above" in [label.text() for label in section.findChildren(QLabel)]
    hunt.facets.clear()
    hunt.settle()
    assert slider.value() == 1


def test_what_is_active_is_in_view_and_goes_with_a_click(panel, hunt, qtbot):
    assert chips(panel) == []
    hunt.facets.choose_entity(hunt.entity("xi"))
    hunt.facets.set_importance(3)
    hunt.settle()
    assert [chip.accessibleName() for chip in chips(panel)] == [
        "Remove filter: Xi Jinping",
        "Remove filter: Importance 3 and above",
    ]
    qtbot.mouseClick(chips(panel)[0], Qt.MouseButton.LeftButton)
    hunt.settle()
    assert hunt.facets.choice.of(FacetGroup.PEOPLE) == frozenset()
    qtbot.mouseClick(button(panel, "Clear all"), Qt.MouseButton.LeftButton)
    hunt.settle()
    assert not hunt.facets.choice.restricts
    assert chips(panel) == []


def test_many_chips_take_lines_of_their_own(panel, hunt):
    for theme in hunt.opened.contents.themes[:3]:
        hunt.facets.toggle(FacetGroup.THEME, theme.id)
    hunt.settle()
    places = [chip.geometry() for chip in chips(panel)]
    assert len(places) == 3
    assert all(not a.intersects(b) for i, a in enumerate(places) for b in places[i + 1 :])
    assert all(place.right() <= panel.width() for place in places)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.5])
def test_a_long_chip_wraps_and_is_never_cut(panel, hunt, scale):
    window = panel.window()
    window.layout().setContentsMargins(0, 0, 0, 0)
    hunt.look.apply("light", scale)
    window.resize(round(224 * scale), 900)
    hunt.facets.set_range("15 September 2017", "30 November 2023", certain=False)
    hunt.facets.choose_entity(hunt.entity("dea"))
    hunt.settle()
    shown = chips(panel)
    texts = [" ".join(chip.text().removesuffix("×").split()) for chip in shown]
    assert "Possibly from 15 September 2017 to 30 November 2023" in texts
    for chip in shown:
        room = chip.parentWidget().rect()
        assert room.contains(chip.geometry())
        assert chip.height() >= chip.heightForWidth(chip.width())
        assert "click to remove" in chip.toolTip()
    hunt.look.apply("light", 1.0)


def test_tab_comes_to_the_chips_first(panel, hunt, qtbot):
    before = QPushButton("before", panel.window())
    panel.window().layout().insertWidget(0, before)
    put_in_order(panel.window())
    for theme in hunt.opened.contents.themes[:2]:
        hunt.facets.toggle(FacetGroup.THEME, theme.id)
        hunt.facets.set_importance(2)
        hunt.settle()
    panel.window().activateWindow()
    before.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(before.hasFocus)
    gone = []
    while not rows(panel, FacetGroup.SOURCE).hasFocus():
        assert panel.window().focusNextPrevChild(True)
        gone.append(panel.window().focusWidget())
    clear, themes, sources = (
        button(panel, "Clear all"),
        rows(panel, FacetGroup.THEME),
        rows(panel, FacetGroup.SOURCE),
    )
    assert gone == [*chips(panel), clear, themes, sources]
    assert len(chips(panel)) == 3


def test_a_slip_in_a_date_says_what_is_accepted(panel, hunt, qtbot):
    section = panel.section("dates")
    start = section.findChildren(QLineEdit)[0]
    qtbot.keyClicks(start, "2018-13")
    qtbot.keyClick(start, Qt.Key.Key_Return)
    hunt.settle()
    problem = next(label for label in section.findChildren(QLabel) if "is no date" in label.text())
    assert problem.isVisible()
    assert "Try 1971, June 1971" in problem.text()
    assert not hunt.facets.choice.restricts


def test_a_range_is_typed_in_words(panel, hunt, qtbot):
    section = panel.section("dates")
    start, end = section.findChildren(QLineEdit)
    qtbot.keyClicks(start, "June 1971")
    qtbot.keyClick(start, Qt.Key.Key_Return)
    qtbot.keyClicks(end, "soon")
    qtbot.keyClick(end, Qt.Key.Key_Return)
    hunt.settle()
    problem = next(label for label in section.findChildren(QLabel) if "is no date" in label.text())
    assert problem.isVisible()
    assert hunt.facets.state.fields.start == "June 1971"
    end.clear()
    qtbot.keyClicks(end, "1990")
    qtbot.keyClick(end, Qt.Key.Key_Return)
    qtbot.mouseClick(button(section, "certainly"), Qt.MouseButton.LeftButton)
    hunt.settle()
    assert not problem.isVisible()
    assert hunt.facets.choice.dates.certain
    assert [active.text for active in hunt.facets.state.active] == ["Certainly from June 1971 to 1990"]
    hunt.facets.clear()
    hunt.settle()
    assert (start.text(), end.text()) == ("", "")


def test_undated_statements_have_a_tray(panel, hunt, qtbot):
    tray = next(found for found in panel.findChildren(QPushButton) if found.text().startswith("Undated"))
    assert tray.isVisible()
    tray.setFocus()
    qtbot.keyClick(tray, Qt.Key.Key_Space)
    opened = panel.window().findChild(UndatedList)
    assert opened.isVisible()
    with qtbot.waitSignal(panel.passage_asked) as told:
        qtbot.keyClick(panel.window().focusWidget(), Qt.Key.Key_Return)
    assert told.args[0].passage.date is None
    assert not opened.isVisible()
    qtbot.keyClick(tray, Qt.Key.Key_Space)
    qtbot.keyClick(panel.window().focusWidget(), Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_a_panel_made_late_shows_what_is_chosen(panel, hunt, qtbot):
    hunt.facets.toggle(FacetGroup.PEOPLE, hunt.entity("dea").id)
    hunt.facets.set_importance(2)
    hunt.facets.set_range("June 1971", "2023", certain=True)
    hunt.settle()
    late = FacetsPanel(hunt.facets, hunt.look)
    late.resize(panel.size())
    hunt.keep(late)
    qtbot.waitUntil(lambda: said(late) == said(panel))
    assert [chip.text() for chip in chips(late)] == [chip.text() for chip in chips(panel)]
    assert len(chips(late)) == 3
    assert late.findChild(QSlider).value() == 2
    assert any("Undated" in text for text in said(late))


def test_every_control_says_what_it_is(panel):
    for kind in (QPushButton, QLineEdit, QSlider):
        for control in panel.findChildren(kind):
            if control.isVisible():
                assert control.accessibleName() or control.text()
                assert control.toolTip() or control.accessibleName()


def test_the_panel_grows_with_the_text(panel, hunt):
    before = rows(panel, FacetGroup.THEME).height()
    hunt.look.apply("dark", 2.0)
    assert rows(panel, FacetGroup.THEME).height() == pytest.approx(2 * before, abs=8)
    hunt.look.apply("light", 1.0)


def test_a_name_without_room_gives_way_to_a_shorter_one(panel):
    metrics = panel.fontMetrics()
    names = ("Drug Enforcement Administration", "DEA")
    wide = metrics.horizontalAdvance(names[0])
    assert fitting(names, metrics, wide) == names[0]
    assert fitting(names, metrics, wide - 1) == "DEA"
    assert fitting(names[:1], metrics, wide - 1).endswith("…")
