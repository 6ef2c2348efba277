"""The speaker's notes of a tour as a document, to be printed or saved as PDF."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import (
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from explorer.domain.errors import ReaderError
from explorer.domain.tour import Tour
from explorer.widgets.theme import Theme

MARGIN_MM = 18.0
POINTS = 11.0


def notes_document(tour: Tour, theme: Theme, unchecked: frozenset[int] = frozenset()) -> QTextDocument:
    """All steps with what is shown and what is to be said; ``unchecked`` are ids of steps to be marked so."""
    document = QTextDocument()
    font = theme.font()
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    tr = QCoreApplication.translate
    _write(cursor, tour.title, POINTS * 1.6, bold=True, first=True)
    told = tr("Notes", "{steps} steps · {minutes} minutes · {audience}")
    _write(
        cursor,
        told.format(steps=len(tour.steps), minutes=tour.minutes, audience=tour.audience),
        POINTS,
    )
    for number, step in enumerate(tour.steps, 1):
        mark = " · " + tr("Notes", "unchecked") if step.id in unchecked else ""
        _write(cursor, f"{number}. {step.title}{mark}", POINTS * 1.15, bold=True, gap=10)
        _write(cursor, step.say, POINTS, gap=2)
        _write(cursor, step.speaker_note, POINTS, italic=True, gap=2)
    return document


def save_notes(document: QTextDocument, path: Path, title: str) -> None:
    """Write the notes as a PDF on A4.

    Raises:
        ReaderError: the file cannot be written.
    """
    try:
        path.open("ab").close()
    except OSError as error:
        told = QCoreApplication.translate(
            "Notes", "The notes cannot be written to {path}. Choose a folder that you may write to."
        )
        raise ReaderError(told.format(path=path)) from error
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document.print_(writer)


def print_notes(document: QTextDocument, parent: QWidget) -> bool:
    """Ask for a printer and print; whether it was done."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    document.print_(printer)
    return True


def _write(
    cursor: QTextCursor,
    text: str,
    points: float,
    *,
    bold: bool = False,
    italic: bool = False,
    gap: float = 0,
    first: bool = False,
) -> None:
    block, shape = QTextBlockFormat(), QTextCharFormat()
    block.setTopMargin(gap)
    shape.setFontPointSize(points)
    shape.setFontWeight(600 if bold else 400)
    shape.setFontItalic(italic)
    if not first:
        cursor.insertBlock(block)
    cursor.insertText(text, shape)
