"""Sheets as the bytes of a file. It may be used on any thread."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter

from explorer import __version__
from explorer.domain.errors import ReaderError
from explorer.services.handing_out.pacing import Pace
from explorer.services.workers import Progress
from explorer.widgets.paper.faces import Faces
from explorer.widgets.paper.items import Sheet
from explorer.widgets.paper.painting import paint_sheet
from explorer.widgets.paper.svg import svg_of

DPI = 1200
"""Of a PDF: fine enough for hair lines on paper."""
POINTS_AN_INCH = 72
INCH_M = 0.0254
SCREEN_DPI = 96


def svg_bytes(sheet: Sheet, faces: Faces) -> bytes:
    """The sheet as SVG; a point of it is a pixel."""
    return svg_of(sheet, faces).encode()


def png_bytes(sheet: Sheet, faces: Faces, ratio: float, pace: Pace) -> bytes:
    """The sheet as PNG, ``ratio`` pixels a point of it.

    Raises:
        ReaderError: there is no memory for a picture of this size.
        CancelledError: it was called off.
    """
    width, height = round(sheet.width * ratio), round(sheet.height * ratio)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    if picture.isNull():
        raise ReaderError(
            f"There is not enough memory for a picture of {width:,} x {height:,} pixels. Make it smaller, or"
            " write an SVG, which is sharp at any size."
        )
    dots = round(ratio * SCREEN_DPI / INCH_M)
    picture.setDotsPerMeterX(dots)
    picture.setDotsPerMeterY(dots)
    picture.fill(sheet.ground)
    with QPainter(picture) as painter:
        paint_sheet(painter, sheet, faces, ratio, pace)
    picture.setText("Title", sheet.title)
    picture.setText("Software", f"Timeline Explorer {__version__}")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(data.data())


def pdf_bytes(sheets: Sequence[Sheet], title: str, faces: Faces, pace: Pace, progress: Progress) -> bytes:
    """The sheets as a PDF, one page each, as vectors with their fonts.

    Raises:
        CancelledError: it was called off.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(title)
    writer.setCreator(f"Timeline Explorer {__version__}")
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setPageSize(page_size(sheets[0]))
    with QPainter(writer) as painter:
        for number, sheet in enumerate(sheets):
            if number:
                writer.setPageSize(page_size(sheet))
                writer.newPage()
            paint_sheet(painter, sheet, faces, DPI / POINTS_AN_INCH, pace)
            progress((number + 1) / len(sheets))
    return bytes(data.data())


def page_size(sheet: Sheet) -> QPageSize:
    """The paper of a sheet, to the point."""
    size = QSizeF(sheet.width, sheet.height)
    return QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)


def page_layout(sheet: Sheet) -> QPageLayout:
    """The same with no margins: a sheet has its own."""
    portrait = QPageLayout.Orientation.Portrait
    return QPageLayout(page_size(sheet), portrait, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
