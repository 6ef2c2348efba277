"""Pages of text open beside the window and load nothing."""

from PySide6.QtWidgets import QTextBrowser

from explorer.widgets.pages import TextPage, keys_of_the_window, read_page
from explorer.widgets.theme import ThemeHolder


def page(qtbot, resources, text):
    made = TextPage("Help", text, ThemeHolder(resources / "themes", "light", 1.0))
    qtbot.addWidget(made)
    made.show()
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
