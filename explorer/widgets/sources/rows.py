"""What the painted rows of the Sources view share."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from explorer.widgets.theme import Theme


def draw_line(painter: QPainter, box: QRect, words: str, font: QFont, theme: Theme, role: str) -> None:
    """Write words into one line in the colour of a role, cut with an ellipsis where there is no room."""
    painter.setFont(font)
    painter.setPen(theme.colour(role))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
