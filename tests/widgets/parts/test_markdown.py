"""Markdown of strangers: shown, never followed."""

import pytest
from PySide6.QtGui import QImage, qRgb

from explorer.widgets.parts.markdown import MarkdownText, document_of
from explorer.widgets.theme import ThemeHolder

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def look(resources, qapp):
    return ThemeHolder(resources / "themes", "light", 1.0)


def test_markdown_becomes_rich_text():
    document = document_of("**Ask** the *archive*:\n\n- one\n- two")
    assert document.toPlainText() == "Ask the archive:\none\ntwo"
    assert "font-weight:700" in document.toHtml()


def test_html_is_shown_as_it_is_written():
    text = "Read <script>alert(1)</script> <img src='https://example.org/x.png'> <b>now</b>"
    assert document_of(text).toPlainText() == text


def test_pictures_are_named_and_not_loaded(tmp_path):
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(qRgb(255, 0, 0))
    path = tmp_path / "picture.png"
    assert picture.save(str(path))
    document = document_of(f"![one]({path}) and ![two](file://{path})\n\n![three](https://example.org/x.png)")
    assert document.toPlainText() == f"[{path}] and [file://{path}]\n[https://example.org/x.png]"
    assert document.size().height() < 150


def test_it_is_as_tall_as_its_text(qtbot, look):
    text = MarkdownText(look)
    qtbot.addWidget(text)
    text.read("a few words " * 30)
    assert text.heightForWidth(150) > text.heightForWidth(300) > text.heightForWidth(4000)
    text.read("short")
    assert text.heightForWidth(300) < 40
    assert text.isReadOnly()
    look.apply("dark", 1.5)
    assert text.toPlainText() == "short"
