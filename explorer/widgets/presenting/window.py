"""The stage: a full screen without chrome on which a tour is shown step by step."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.domain.detail import EventDetail
from explorer.domain.series import Series
from explorer.viewmodels.claims import ChosenClaim
from explorer.viewmodels.presenting.beats import Beat, Ground, beats_of, quoted
from explorer.viewmodels.presenting.director import Director, OpenedSource, StepMatter
from explorer.viewmodels.presenting.talk import TalkModel, TalkState
from explorer.widgets.presenting.board import Board, Progress
from explorer.widgets.presenting.canvas import StageTimeline
from explorer.widgets.presenting.chart import StageChart
from explorer.widgets.presenting.cursor import RestingCursor
from explorer.widgets.presenting.heading import Heading
from explorer.widgets.presenting.keys import Wish, digit_of, is_for_timeline, key_rows, wish_of
from explorer.widgets.presenting.look import StageLook
from explorer.widgets.presenting.overlays import Curtain, Ink, Spotlight
from explorer.widgets.presenting.page import StagePage
from explorer.widgets.theme import Theme, dress_window

SHIFT_HELD_MS = 300
"""Shift is pressed for other keys, too: the spotlight comes when it is held."""
EDGE = 0.8
"""Room at the edges beside the smallest type."""
SWIPE = 0.12
"""A swipe goes across this share of the stage at least."""
MOST_DIGITS = 3


class StageWindow(QWidget):
    """What the class sees.

    ``left`` comes when the presentation is to end, ``notes_asked`` when the speaker asks for the notes.
    """

    left = Signal()
    notes_asked = Signal()

    def __init__(
        self, talk: TalkModel, director: Director, canvas: StageTimeline, look: StageLook, charts: StageLook
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._talk = talk
        self._director = director
        self._look = look
        self._charts = charts
        self._series: dict[str, Series] = {}
        self._beats: tuple[Beat, ...] = ()
        self._turns: tuple[tuple[int, int], ...] = ((0, 0),)
        self._typed = ""
        self._pressed: QPointF | None = None
        self.setObjectName("stage")
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Presentation – Timeline Explorer"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = Heading(look, self)
        self.board = Board(look, canvas, StageChart(charts), self)
        self.progress = Progress(look, self)
        self.page = StagePage(look, self)
        self.page.hide()
        self.ink = Ink(look, self)
        self.spotlight = Spotlight(self)
        self.curtain = Curtain(self)
        self.pointer = RestingCursor(self)
        self._shift_timer = QTimer(self, singleShot=True, interval=SHIFT_HELD_MS)
        self._shift_timer.timeout.connect(self._shine)
        for watched in (canvas, self.page, self.page.viewport()):
            watched.installEventFilter(self)
        self._acts: dict[Wish, Callable[[], None]] = {
            Wish.NEXT: talk.forward,
            Wish.BACK: talk.back,
            Wish.FIRST: talk.first,
            Wish.LAST: talk.last,
            Wish.RETURN: self._come_back,
            Wish.SPOTLIGHT: self._turn_light,
            Wish.DRAW: self._turn_pen,
            Wish.NOTES: self.notes_asked.emit,
            Wish.KEYS: self._show_keys,
        }
        talk.stepped.connect(self._begin_step)
        talk.changed.connect(self._follow)
        director.matter_changed.connect(self._show_matter)
        director.event_opened.connect(self._open_event)
        director.source_opened.connect(self._open_source)
        director.closed.connect(self._close_page)
        self.page.passage_asked.connect(self._open_passage)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    @property
    def canvas(self) -> StageTimeline:
        """The timeline."""
        return self.board.canvas

    @property
    def turns(self) -> int:
        """In how many parts the step is shown: its beats, and pages of those that do not fit."""
        return len(self._turns)

    def know_series(self, series: dict[str, Series]) -> None:
        """The series of the library by slug, for the sums of claims."""
        self._series = series

    # What the talk tells

    def _begin_step(self, _state: TalkState) -> None:
        self.ink.clear()
        self.curtain.hide()
        self._typed = ""

    def _show_matter(self, matter: StepMatter) -> None:
        focus = matter.focus
        self._beats = beats_of(matter.step, focus, self._series)
        self.board.quotation.put(None if focus is None else quoted(focus), matter.anchor)
        self.head.put_step(matter)
        self._lay_out()
        self._count_turns()
        if self._talk.state is not None:
            self._follow(self._talk.state)

    def _count_turns(self) -> None:
        """Lay each beat out once: where its words do not fit, it takes several turns."""
        turns = []
        for number, beat in enumerate(self._beats):
            self.board.put(beat)
            turns += [(number, page) for page in range(self.board.pages())]
        self._turns = tuple(turns) or ((0, 0),)
        self._talk.offer_parts(len(self._turns))

    def _follow(self, state: TalkState) -> None:
        if not self._beats:
            return
        number, page = self._turns[min(state.part, len(self._turns) - 1)]
        beat = self._beats[number]
        if not state.away or beat.ground is Ground.TIMELINE:
            self.board.put(beat)
            self.board.turn_to(page)
            if beat.ground is Ground.CHART:
                self._draw(beat)
        else:
            self.board.show_timeline()
        self.progress.put(state.number + 1, len(state.tour.steps))
        self._say_place(state)

    def _draw(self, beat: Beat) -> None:
        matter = self._director.matter
        claim = None if matter is None or matter.focus is None else matter.focus.claim
        chart = self.board.chart
        if claim is not None and isinstance(chart, StageChart):
            chart.show_stage(ChosenClaim(claim, beat.test, self._series), beat.reach)

    def _say_place(self, state: TalkState) -> None:
        self.head.put_place(state, self._typed)
        self._lay_out()

    def _open_event(self, detail: EventDetail) -> None:
        self.page.show_event(detail)
        self._show_page()

    def _open_source(self, opened: OpenedSource) -> None:
        self._show_page()
        self.page.show_source(opened)

    def _open_passage(self, where: tuple[int, int]) -> None:
        self._director.open_source(*where)

    def _show_page(self) -> None:
        self.page.show()
        self.page.raise_()
        self.curtain.raise_()
        self._lay_out()

    def _close_page(self) -> None:
        self.page.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the speaker does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See :mod:`explorer.widgets.presenting.keys`."""
        if event.key() == Qt.Key.Key_Shift:
            if not event.isAutoRepeat():
                self._shift_timer.start()
            return
        self._shift_timer.stop()
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key of either window asks for; False if it means nothing."""
        digit, wish = digit_of(event), wish_of(event)
        if digit is not None:
            self._typed = (self._typed + str(digit))[-MOST_DIGITS:]
            self._tell_corner()
        elif wish is not None:
            self.take(wish)
        elif is_for_timeline(event):
            self._director.take_hand()
            self.canvas.keyPressEvent(event)
        else:
            return False
        return True

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The spotlight goes with the key that held it."""
        if event.key() == Qt.Key.Key_Shift and not event.isAutoRepeat():
            self._shift_timer.stop()
            self.spotlight.shine(on=False)
        else:
            super().keyReleaseEvent(event)

    def take(self, wish: Wish) -> None:
        """Do what a key or a clicker asks for."""
        typed, self._typed = self._typed, ""
        if self.curtain.isVisible() and wish not in {Wish.BLACK, Wish.WHITE, Wish.LEAVE, Wish.NOTES}:
            # What comes next was not asked for by somebody who sees the stage: it is uncovered first.
            self.curtain.hide()
            return
        match wish:
            case Wish.OPEN:
                self._open(typed)
            case Wish.BLACK | Wish.WHITE:
                self.curtain.toggle(white=wish is Wish.WHITE)
            case Wish.LEAVE:
                self._leave(typed=bool(typed))
            case _:
                self._acts[wish]()
        self._tell_corner()

    def _open(self, typed: str) -> None:
        if typed:
            self._talk.go_to(int(typed) - 1)
        elif not self.page.isVisible():
            self._director.open_evidence()
        elif self.page.first_passage is not None:
            self._director.open_source(*self.page.first_passage)

    def _turn_light(self) -> None:
        self.spotlight.shine(on=not self.spotlight.isVisible())

    def _turn_pen(self) -> None:
        self.ink.set_drawing(on=not self.ink.drawing)

    def _show_keys(self) -> None:
        self._talk.stray()
        self.page.show_rows(self.tr("Keys of the presentation"), key_rows())
        self._show_page()

    def _leave(self, *, typed: bool) -> None:
        """Esc takes away what lies over the stage first; then it leaves."""
        if self.curtain.isVisible():
            self.curtain.hide()
        elif self.page.isVisible():
            self._come_back()
        elif self.ink.drawing:
            self.ink.set_drawing(on=False)
        elif not typed:
            self.left.emit()

    def _come_back(self) -> None:
        self.page.hide()
        self._talk.come_back()

    def _shine(self) -> None:
        self.spotlight.shine(on=True)

    def _tell_corner(self) -> None:
        if self._talk.state is not None:
            self._say_place(self._talk.state)

    # Mouse and touch

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The timeline keeps what it can use; a click on its ground steps, as one beside it does."""
        if watched is self.canvas:
            return self._filter_canvas(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                return False
            self.keyPressEvent(event)
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a click or a swipe."""
        self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A swipe to the left or a click at the right goes on; to the right or at the left goes back."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        way = event.position().x() - pressed.x()
        if abs(way) >= self.width() * SWIPE:
            self.take(Wish.NEXT if way < 0 else Wish.BACK)
        else:
            self._click(event.position().x())

    def _click(self, x: float) -> None:
        if x > self.width() * 2 / 3:
            self.take(Wish.NEXT)
        elif x < self.width() / 3:
            self.take(Wish.BACK)

    def _filter_canvas(self, event: QEvent) -> bool:
        kind = event.type()
        if kind in {QEvent.Type.Wheel, QEvent.Type.NativeGesture}:
            self._director.take_hand()
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        if kind == QEvent.Type.MouseButtonPress:
            self._pressed = event.position()
            self._director.take_hand()
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            pressed, self._pressed = self._pressed, None
            far = (event.position() - pressed).manhattanLength() >= QApplication.startDragDistance()
            place = self.canvas.device_point(event.position())
            hit = self.canvas.picture.hit(place.x(), place.y(), self._look.theme.least / 4)
            if far:
                return False
            if hit is None:
                self._click(self.canvas.mapTo(self, event.position().toPoint()).x())
            elif hit.row is not None:
                self._director.open_event(self.canvas.timeline.id_of(hit.row))
        return False

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The type goes with the size of the screen."""
        super().resizeEvent(event)
        self._charts.fit(self.size())
        self._look.fit(self.size())
        self._lay_out()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window ends the presentation."""
        super().closeEvent(event)
        self.left.emit()

    def _dress(self, theme: Theme) -> None:
        dress_window(self, theme, self._look.sheet)
        self._lay_out()
        if self._beats:
            self._count_turns()
            self._tell_corner()

    def _lay_out(self) -> None:
        theme, width, height = self._look.theme, self.width(), self.height()
        edge = round(theme.least * EDGE)
        inner = max(width - 2 * edge, 1)
        top = round(edge * 0.45)
        head = self.head.height_at(inner)
        self.head.setGeometry(QRect(edge, top, inner, head))
        self.head.lay_out()
        dash = max(round(theme.least * 0.1), 2)
        foot = height - round(edge * 0.55) - dash
        self.progress.setGeometry(QRect(edge, foot, inner, dash))
        # What reaches below the last lines may stand in the air there.
        first = top + head - round(self.head.title.overhang) + round(edge * 0.25)
        last = foot - round(edge * 0.35) + round(self.board.words.overhang)
        self.board.setGeometry(QRect(edge, first, inner, max(last - first, 1)))
        line = top + round(self.head.corner.line_height + 0.5)
        self.page.setGeometry(QRect(0, line, width, height - line))
        for over in (self.ink, self.spotlight, self.curtain):
            over.setGeometry(self.rect())
