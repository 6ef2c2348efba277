"""The table of a game on paper: printed, or saved as PDF."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from explorer.domain.errors import ReaderError
from explorer.viewmodels.class_game import ClassGame

MARGIN_MM = 18
BODY_POINTS = 10.5
FOOT_POINTS = 8.5
DPI = 600
POINTS_PER_INCH = 72


def _tr(text: str) -> str:
    return QCoreApplication.translate("Result", text)


def result_html(game: ClassGame, title: str) -> str:
    """The table and every round; all of it text that is escaped, with whether each truth was checked."""
    teams = "".join(
        f"<tr><td>{place.rank}</td><td><b>{escape(place.team)}</b></td>"
        f'<td align="right"><b>{place.points}</b></td><td align="right">{place.rounds}</td></tr>'
        for place in game.standing
    )
    rounds = "".join(
        f"<tr><td>{number}</td><td>{escape(game.teams[one.team])}</td><td>{escape(one.subject)}</td>"
        f"<td>{escape(one.answer)}</td><td>{escape(one.truth)}<br/><i>{escape(one.state)}</i></td>"
        f'<td align="right">{one.points}</td></tr>'
        for number, one in enumerate(game.rounds, 1)
    )
    heads = (_tr("Place"), _tr("Team"), _tr("Points"), _tr("Cards"))
    columns = ("", _tr("Team"), _tr("Card"), _tr("Placed or said"), _tr("In the record"), _tr("Points"))
    return (
        f"<h2>{escape(title)}</h2><p>{escape(game.title)}</p>"
        f'<table cellpadding="4" cellspacing="0"><tr>{_heads(heads)}</tr>{teams}</table>'
        f'<p></p><table width="100%" cellpadding="4" cellspacing="0"><thead><tr>{_heads(columns)}</tr></thead>'
        f"{rounds}</table>"
    )


def save_pdf(html: str, path: Path, title: str) -> None:
    """Write a PDF on A4 with page numbers.

    Raises:
        ReaderError: the file cannot be written.
    """
    try:
        path.write_bytes(b"")
    except OSError as error:
        text = _tr("“{name}” cannot be written. Choose a folder that you may write to.")
        raise ReaderError(text.format(name=path.name)) from error
    writer = QPdfWriter(str(path))
    writer.setResolution(DPI)
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(*[MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
    if not draw(html, writer, title):
        text = _tr("“{name}” was not written to its end. Is the disk full?")
        raise ReaderError(text.format(name=path.name))


def draw(html: str, device: QPagedPaintDevice, title: str) -> bool:
    """Draw a text page by page, black on white, with a foot on each; False if the device cannot be drawn on.

    The margins of the device are kept.
    """
    document = QTextDocument()
    document.setDocumentMargin(0)
    font = QFont(document.defaultFont())
    font.setPointSizeF(BODY_POINTS)
    document.setDefaultFont(font)
    document.documentLayout().setPaintDevice(device)
    page = QRectF(device.pageLayout().paintRectPixels(device.logicalDpiX()))
    foot = 2.5 * FOOT_POINTS * device.logicalDpiY() / POINTS_PER_INCH
    body = QSizeF(page.width(), page.height() - foot)
    document.setPageSize(body)
    document.setHtml(html)
    with QPainter(device) as painter:
        if not painter.isActive():
            return False
        pages = document.pageCount()
        for number in range(pages):
            if number and not device.newPage():
                return False
            _draw_page(painter, document, body, number)
            small = QFont(font)
            small.setPointSizeF(FOOT_POINTS)
            painter.setFont(small)
            painter.setPen(Qt.GlobalColor.black)
            box = QRectF(0, body.height(), body.width(), foot)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)
            words = _tr("Page {number} of {pages}").format(number=number + 1, pages=pages)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words)
    return True


def _draw_page(painter: QPainter, document: QTextDocument, body: QSizeF, number: int) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    context.palette = palette
    part = QRectF(0, number * body.height(), body.width(), body.height())
    context.clip = part
    painter.save()
    painter.translate(0, -part.top())
    painter.setClipRect(part)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _heads(names: tuple[str, ...]) -> str:
    return "".join(f'<th align="left">{escape(name)}</th>' for name in names)
