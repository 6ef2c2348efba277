"""The table of a game on paper: printed, or saved as PDF."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
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
WIDTHS = (5, 15, 28, 20, 23, 9)
"""Of the columns, in per cent."""
LONGEST = 400
"""Letters of a quotation that stand in a row."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Result", text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The result as rich text: what stands above, the heads of the columns, and a row for each round.

    All that comes from a library or was typed is escaped, and each truth says whether it was checked.
    """

    above: str
    heads: str
    rows: tuple[str, ...]

    @property
    def html(self) -> str:
        """All of it in one text."""
        return self.above + _table(self.heads + "".join(self.rows))


def result_of(game: ClassGame, title: str) -> Sheet:
    """The table and every round of a game."""
    teams = "".join(
        f"<tr><td>{place.rank}</td><td><b>{escape(place.team)}</b></td>"
        f'<td align="right"><b>{place.points}</b></td><td align="right">{place.rounds}</td></tr>'
        for place in game.standing
    )
    names = (_tr("Place"), _tr("Team"), _tr("Points"), _tr("Cards"))
    heads = "".join(f'<th align="left">{escape(name)}</th>' for name in names)
    rows = tuple(
        _row(
            "td",
            str(number),
            escape(game.teams[one.team]),
            escape(_shortened(one.subject)),
            escape(one.answer),
            f"{escape(one.truth)}<br/><i>{escape(one.state)}</i>",
            str(one.points),
        )
        for number, one in enumerate(game.rounds, 1)
    )
    columns = ("", _tr("Team"), _tr("Card"), _tr("Placed or said"), _tr("In the record"), _tr("Points"))
    above = (
        f"<h2>{escape(title)}</h2><p>{escape(game.title)}</p>"
        f'<table cellpadding="6" cellspacing="0"><tr>{heads}</tr>{teams}</table><p></p>'
    )
    return Sheet(above, _row("th", *map(escape, columns)), rows)


def save_pdf(sheet: Sheet, path: Path, title: str) -> None:
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
    if not draw(sheet, writer, title):
        text = _tr("“{name}” was not written to its end. Is the disk full?")
        raise ReaderError(text.format(name=path.name))


def draw(sheet: Sheet, device: QPagedPaintDevice, title: str) -> bool:
    """Draw a result page by page, black on white, with a foot on each; False if the device takes no more.

    The margins of the device are kept, and no row is parted: where it does not fit, a page begins.
    """
    with QPainter(device) as painter:
        if not painter.isActive():
            return False
        page = QRectF(device.pageLayout().paintRectPixels(device.logicalDpiX()))
        foot = 2.5 * FOOT_POINTS * device.logicalDpiY() / POINTS_PER_INCH
        body = QRectF(0, 0, page.width(), page.height() - foot)
        pages = _paged(sheet, device, body)
        for number, blocks in enumerate(pages, 1):
            if number > 1 and not device.newPage():
                return False
            for top, block in blocks:
                _draw_block(painter, block, top)
            small = QFont(painter.font())
            small.setPointSizeF(FOOT_POINTS)
            painter.setFont(small)
            painter.setPen(Qt.GlobalColor.black)
            box = QRectF(0, body.height(), body.width(), foot)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)
            words = _tr("Page {number} of {pages}").format(number=number, pages=len(pages))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words)
    return True


def _paged(sheet: Sheet, device: QPagedPaintDevice, body: QRectF) -> list[list[tuple[float, QTextDocument]]]:
    """What stands on each page: texts, each with its distance from the top."""
    heads = _block(_table(sheet.heads), device, body.width())
    above = _block(sheet.above, device, body.width())
    pages = [[(0.0, above), (above.size().height(), heads)]]
    top = above.size().height() + heads.size().height()
    for row in sheet.rows:
        block = _block(_table(row), device, body.width())
        if top + block.size().height() > body.height():
            pages.append([(0.0, heads)])
            top = heads.size().height()
        pages[-1].append((top, block))
        top += block.size().height()
    return pages


def _block(html: str, device: QPagedPaintDevice, width: float) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    font = QFont(document.defaultFont())
    font.setPointSizeF(BODY_POINTS)
    document.setDefaultFont(font)
    document.documentLayout().setPaintDevice(device)
    document.setHtml(html)
    document.setTextWidth(width)
    return document


def _draw_block(painter: QPainter, block: QTextDocument, top: float) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    context.palette = palette
    painter.save()
    painter.translate(0, top)
    block.documentLayout().draw(painter, context)
    painter.restore()


def _table(rows: str) -> str:
    return f'<table width="100%" cellpadding="4" cellspacing="0">{rows}</table>'


def _row(kind: str, *cells: str) -> str:
    """A row whose columns are as wide as those of every other."""
    aligned = ["left"] * (len(cells) - 1) + ["right"]
    return "".join(
        (
            "<tr>",
            *(
                f'<{kind} width="{width}%" align="{side}">{cell}</{kind}>'
                for cell, width, side in zip(cells, WIDTHS, aligned, strict=True)
            ),
            "</tr>",
        )
    )


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
