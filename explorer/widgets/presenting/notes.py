"""The speaker's notes of a tour as a document, to be printed or saved as PDF."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QWidget

from explorer.domain.errors import ReaderError
from explorer.domain.tour import Tour
from explorer.widgets.theme import Theme

MARGIN_MM = 18.0
POINTS = 11.0
POINTS_AN_INCH = 72
HEADING = 2


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
    _paint(document, writer)


def print_notes(document: QTextDocument, parent: QWidget) -> bool:
    """Ask for a printer and print; whether it was done."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    _paint(document, printer)
    return True


def _paint(document: QTextDocument, paper: QPagedPaintDevice) -> None:
    """All pages, each with its number; the title of a step stands on the page of what is said there."""
    # A document is laid out for a screen.
    inch = QGuiApplication.primaryScreen().logicalDotsPerInchX()
    scale = paper.logicalDpiX() / inch
    width, height = paper.width() / scale, paper.height() / scale
    font = document.defaultFont()
    # What is painted here would take points for those of the paper, and be scaled again.
    font.setPixelSize(round(POINTS * inch / POINTS_AN_INCH))
    foot = QFontMetricsF(font).lineSpacing() * 2
    room = float(int(height - foot))
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(width, room))
    _keep_titles(document, room)
    pages = document.pageCount()
    with QPainter(paper) as painter:
        painter.scale(scale, scale)
        painter.setFont(font)
        for page in range(pages):
            if page:
                paper.newPage()
            painter.save()
            painter.translate(0, -page * room)
            document.drawContents(painter, QRectF(0, page * room, width, room - 1))
            painter.restore()
            number = QCoreApplication.translate("Notes", "{page} of {pages}").format(
                page=page + 1, pages=pages
            )
            place = QRectF(0, room, width, foot)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, number)


def _keep_titles(document: QTextDocument, room: float) -> None:
    block = document.begin()
    while block.isValid():
        after = block.next()
        if block.blockFormat().headingLevel() and after.isValid():
            first, second = (int(_top(document, one) // room) for one in (block, after))
            if first != second:
                shape = block.blockFormat()
                shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(shape)
        block = after


def _top(document: QTextDocument, block: QTextBlock) -> float:
    """Where the first line of a block stands, from the top of the first page."""
    # Asked for first, as it has the block laid out.
    document.documentLayout().blockBoundingRect(block)
    return block.layout().position().y() + block.layout().lineAt(0).y() + 1


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
    block.setHeadingLevel(HEADING if bold and not first else 0)
    if not first:
        cursor.insertBlock(block)
    cursor.insertText(text, shape)
