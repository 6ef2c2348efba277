"""Pages of text open beside the window and load nothing."""

from PySide6.QtWidgets import QTextBrowser

from explorer.widgets.pages import TextPage, keys_of_the_window, read_page
from explorer.widgets.theme import ThemeHolder


def page(qtbot, resources, text):
    made = TextPage("Help", ThemeHolder(resources / "themes", "light", 1.0))
    qtbot.addWidget(made)
    made.show_text(text)
    return made


def test_help_and_licences_are_there_to_read(qtbot, resources):
    for name in ("help", "licences"):
        made = page(qtbot, resources, read_page(resources / "help", name))
        assert len(made.findChild(QTextBrowser).toPlainText()) > 500


def test_a_page_loads_no_picture_and_follows_no_link(qtbot, resources, tmp_path):
    picture = tmp_path / "seen.png"
    made = page(qtbot, resources, f"![picture]({picture.as_uri()}) [link](https://example.org)")
    browser = made.findChild(QTextBrowser)
    assert browser.loadResource(2, picture.as_uri()) is None
    assert not browser.openLinks()


def test_all_keys_name_those_of_the_timeline(qapp):
    assert "Left, Right" in keys_of_the_window()


def test_a_page_begins_at_its_beginning_each_time_it_is_shown(qtbot, resources):
    text = read_page(resources / "help", "help")
    made = page(qtbot, resources, text)
    bar = made.findChild(QTextBrowser).verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    made.close()
    made.show_text(text)
    assert made.isVisible()
    assert bar.value() == 0


def test_a_page_follows_the_size_of_the_text(qtbot, resources):
    look = ThemeHolder(resources / "themes", "light", 1.0)
    made = TextPage("Help", look)
    qtbot.addWidget(made)
    made.show_text("# Title\n\nWords")
    document = made.findChild(QTextBrowser).document()
    small = document.size().height()
    look.apply("light", 2.0)
    assert document.toPlainText() == "Title\nWords"
    assert document.size().height() > 1.5 * small
    look.apply("light", 1.0)
