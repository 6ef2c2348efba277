"""Several of a few, as chips that are down or up."""

from collections.abc import Hashable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.widgets.editor.fields import swatch
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.parts.pool import Pool
from explorer.widgets.parts.text import wrapping_policy
from explorer.widgets.theme import Theme, ThemeHolder

GAP = "\N{EN SPACE}"
"""What stands between a sign and the words."""


class CutChip(QPushButton):
    """A chip that may be narrower than its words: they are cut then, and whole in its tooltip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self._natural = QSize()
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setMinimumWidth(1)

    def say(self, words: str) -> None:
        """Show words."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(escape(words))
        self._measure()

    def setIcon(self, icon: QIcon | QPixmap) -> None:
        """Put a sign before the words."""
        super().setIcon(icon)
        self._measure()

    def sizeHint(self) -> QSize:
        """Room for all the words."""
        return self._natural

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words where they do not fit."""
        super().resizeEvent(event)
        over = self._natural.width() - self.width()
        room = self.fontMetrics().horizontalAdvance(self._words) - over
        cut = self._words
        if over > 0:
            cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self._put(cut)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def _measure(self) -> None:
        self._put(self._words)
        self._natural = super().sizeHint()
        self.updateGeometry()

    def _put(self, words: str) -> None:
        gap = "" if self.icon().isNull() else GAP
        self.setText(gap + words.replace("&", "&&"))


class ChipChoice(QWidget):
    """None of them down stands for all, or for the usual ones; ``changed`` tells of every change."""

    changed = Signal()

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._keys: list[Hashable] = []
        self._colours: list[str] = []
        self.setSizePolicy(wrapping_policy())
        self._flow = FlowLayout(self)
        self._pool = Pool(self._flow, self._make)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def fill(self, items: Sequence[tuple[Hashable, str, str]]) -> None:
        """Offer items: a key, its words, and a colour or ""."""
        self._keys = [key for key, _, _ in items]
        self._colours = [colour for _, _, colour in items]
        self._pool.fill([words for _, words, _ in items], CutChip.say)
        self._colour()
        self._flow.invalidate()
        self.updateGeometry()

    def put(self, keys: Sequence[Hashable]) -> None:
        """Have just these down."""
        for key, chip in zip(self._keys, self._pool.shown, strict=True):
            chip.setChecked(key in keys)

    @property
    def chosen(self) -> tuple[Hashable, ...]:
        """The keys of those that are down, in the order in which they are offered."""
        return tuple(key for key, chip in zip(self._keys, self._pool.shown, strict=True) if chip.isChecked())

    @property
    def chips(self) -> Sequence[CutChip]:
        """The chips that are shown."""
        return self._pool.shown

    def setAccessibleName(self, name: str) -> None:
        """Each chip says what it is a part of."""
        super().setAccessibleName(name)
        for chip in self._pool.shown:
            chip.setAccessibleDescription(name)

    def _make(self) -> CutChip:
        chip = CutChip(self)
        chip.toggled.connect(self._tell)
        return chip

    def _tell(self, _down: bool) -> None:
        self.changed.emit()

    def _colour(self) -> None:
        for colour, chip in zip(self._colours, self._pool.shown, strict=True):
            if colour:
                chip.setIcon(swatch(self._look.theme, colour))

    def _dress(self, theme: Theme) -> None:
        self._flow.set_gap(theme.size(6), theme.size(6))
        self._colour()
