"""Puts a citation on the clipboard as plain and as rich text."""

from PySide6.QtWidgets import QTextEdit

from explorer.domain.citation import Formatted


def copy_formatted(text: Formatted) -> None:
    """Copy a text so that a plain field gets it plain and a word processor with its italics."""
    # Copied by Qt itself: a mime object made here would end the process badly when it is left on the
    # clipboard at the end.
    carrier = QTextEdit()
    carrier.setHtml(text.html)
    carrier.selectAll()
    carrier.copy()
    carrier.deleteLater()
