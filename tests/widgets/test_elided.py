"""A label gives way and keeps its whole text in the tooltip while it is cut."""

from explorer.widgets.elided import Elided


def test_the_tooltip_holds_what_is_cut(qtbot):
    label = Elided("muted")
    qtbot.addWidget(label)
    label.say("Fentanyl and foreign relations", "The library lies in story.tlx")
    label.resize(label.sizeHint())
    label.show()
    assert label.toolTip() == "The library lies in story.tlx"
    label.resize(60, label.height())
    assert label.toolTip() == "Fentanyl and foreign relations\nThe library lies in story.tlx"
    assert label.minimumSizeHint().width() < label.sizeHint().width() / 2


def test_nothing_is_drawn_beyond_its_width(qtbot):
    label = Elided("strong")
    qtbot.addWidget(label)
    label.say("W" * 80)
    label.resize(120, 30)
    label.show()
    picture = label.grab().toImage()
    ground = picture.pixelColor(0, 0)
    columns = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))
    ]
    assert columns
    assert max(columns) < 120
