"""The tours of a library as cards."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.tour import Tour
from explorer.viewmodels.tours import ToursState
from explorer.widgets.detail.blocks import as_tall_as_needed
from explorer.widgets.parts.pool import Pool
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder
from explorer.widgets.tours.play_button import PlayButton
from explorer.widgets.tours.wording import facts_of

RADIUS = 8
EDGE = 3


class TourCard(QAbstractButton):
    """Title, audience, minutes and steps of a tour; pressed, the tour is in hand. ``play_asked`` has its id.

    ``walked`` carries 1 or -1 for the card below or above.
    """

    play_asked = Signal(object)
    walked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.tour_id = 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        as_tall_as_needed(self)
        self._title = Words("strong", self)
        self._audience = Words("muted", self)
        self._facts = Words("muted", self)
        self.play = PlayButton(look, self)
        self.play.clicked.connect(self._ask_play)
        self._row = QHBoxLayout(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self._title, self._audience, self._facts):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(part)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.play, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = words
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def put(self, tour: Tour) -> None:
        """Show a tour."""
        self.tour_id = tour.id
        self._title.setText(tour.title)
        self._audience.setText(tour.audience)
        self._audience.setVisible(bool(tour.audience))
        self._facts.setText(facts_of(tour))
        self.play.setEnabled(bool(tour.steps))
        self.setAccessibleName(". ".join(filter(None, (tour.title, tour.audience, facts_of(tour)))))
        self.setAccessibleDescription(self.tr("Shows the steps of this tour"))
        play = self.tr("Play this tour from its beginning")
        self.play.setAccessibleName(self.tr("Play the tour {title}").format(title=tour.title))
        self.play.setToolTip(play if tour.steps else self.tr("A tour needs a step before it can be played"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the next card, Enter presses this one."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.walked.emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """What is in hand is said from outside."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card; the tour in hand has an edge."""
        theme = self._look.theme
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = theme.size(RADIUS)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("line"), 1))
            ground = "paper" if self.isChecked() else "hover" if self.underMouse() else "canvas"
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(area, radius, radius)
            if self.isChecked():
                bar = QRectF(0, radius, theme.size(EDGE), self.height() - 2 * radius)
                painter.fillRect(bar, theme.colour("accent"))
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _ask_play(self) -> None:
        self.play_asked.emit(self.tour_id)

    def _dress(self, theme: Theme) -> None:
        self._row.setContentsMargins(theme.size(16), theme.size(12), theme.size(12), theme.size(12))
        self._row.setSpacing(theme.size(10))
        self._words.setSpacing(theme.size(3))
        self.updateGeometry()
        self.update()


class TourCards(QWidget):
    """``chosen`` and ``play_asked`` carry the id of a tour, ``new_asked`` nothing."""

    chosen = Signal(object)
    play_asked = Signal(object)
    new_asked = Signal()

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = Words("section", self)
        self._heading.setText(self.tr("TOURS"))
        self._heading.setAccessibleName(self.tr("Tours"))
        self.new = QPushButton(self.tr("+ New tour"), self)
        self.new.setProperty("role", "link")
        self.new.setToolTip(self.tr("Make a tour: a path of views through the timeline"))
        self.new.setAccessibleName(self.tr("New tour"))
        self.new.clicked.connect(self.new_asked)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(self.area.viewport())
        body.setAutoFillBackground(False)
        self._list = QVBoxLayout(body)
        self._cards = QVBoxLayout()
        self._list.addLayout(self._cards)
        self._list.addStretch(1)
        self._pool = Pool(self._cards, self._make)
        self.area.setWidget(body)
        self.area.viewport().setAutoFillBackground(False)
        self._head = QHBoxLayout()
        self._head.addWidget(self._heading, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self.new)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.area, 1)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    @property
    def shown(self) -> Sequence[TourCard]:
        """The cards, from the top."""
        return self._pool.shown

    def show_state(self, state: ToursState) -> None:
        """Show the tours, and which is in hand."""
        self._pool.fill(state.tours, TourCard.put)
        for card in self._pool.shown:
            card.setChecked(state.tour is not None and card.tour_id == state.tour.id)
        self.new.setEnabled(not state.read_only)

    def height_of_one(self) -> int:
        """What the heading and one card need, in pixels."""
        margins = self._list.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        card = max((one.heightForWidth(width) for one in self._pool.shown), default=0)
        above = self._column.contentsMargins().top() + self._head.sizeHint().height()
        return above + card + self._column.spacing() + margins.top() + margins.bottom()

    def _make(self) -> TourCard:
        card = TourCard(self._look, self)
        card.clicked.connect(self._choose)
        card.play_asked.connect(self.play_asked)
        card.walked.connect(self._walk)
        return card

    def _choose(self) -> None:
        card = self.sender()
        if isinstance(card, TourCard):
            self.chosen.emit(card.tour_id)

    def _walk(self, step: int) -> None:
        cards = list(self._pool.shown)
        at = next((at for at, card in enumerate(cards) if card is self.sender()), 0)
        card = cards[min(max(at + step, 0), len(cards) - 1)]
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(card)
        self.chosen.emit(card.tour_id)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(0, theme.size(18), 0, 0)
        self._column.setSpacing(theme.size(8))
        self._head.setContentsMargins(theme.size(18), 0, theme.size(12), 0)
        self._list.setContentsMargins(theme.size(14), theme.size(2), theme.size(14), theme.size(14))
        self._cards.setSpacing(theme.size(10))
