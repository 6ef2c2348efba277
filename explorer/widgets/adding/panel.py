"""How far the adding of documents is, and what became of each: a panel at the foot of the window."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.adding import Outcome
from explorer.viewmodels.adding import AddingModel, AddingState, Addition
from explorer.viewmodels.settings import KEEP_FILES, SettingsModel
from explorer.widgets.adding import wording
from explorer.widgets.adding.rows import LINE, AdditionRows, RowPainter
from explorer.widgets.parts.check_box import CheckBox
from explorer.widgets.theme import Theme, ThemeHolder

MOST_ROWS = 7
FEWEST_ROWS = 2
MOST_OF_WINDOW = 0.16
_ASKED = (Outcome.ALIKE, Outcome.COPY)
_WHOLE = 1000


class AddingPanel(QWidget):
    """A heading with progress, the list of files, and what there is to say and to do about the chosen one.

    ``source_asked`` carries the id of a source that is to be opened.
    """

    source_asked = Signal(object)

    def __init__(
        self, adding: AddingModel, settings: SettingsModel, look: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._adding = adding
        self._settings = settings
        self._look = look
        self._was_busy = False
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Adding documents"))
        self._heading = QLabel(self)
        self._heading.setProperty("role", "strong")
        self._keep = CheckBox(
            self.tr("Keep the files in the library, too"),
            self.tr("Beside its text a file of up to 20 MB is kept as it is; else only where it lies"),
            look,
            self,
        )
        self._keep.setChecked(bool(settings.value(KEEP_FILES)))
        self._cancel = self._button(self.tr("Cancel"), self.tr("Leave the files that are not added yet"))
        self._close = self._button(self.tr("Close"), self.tr("Put this report away"))
        self._progress = QProgressBar(self)
        self._progress.setRange(0, _WHOLE)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("How much is read"))
        self._rows = AdditionRows(self)
        self._list = QListView(self)
        self._list.setProperty("role", "plain")
        self._list.setModel(self._rows)
        self._list.setItemDelegate(RowPainter(look, self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(self.tr("Files that are added"))
        self._list.viewport().setAutoFillBackground(False)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._attach = self._button(
            self.tr("Take it as the text of that source"), self.tr("Find the passages of the source in it")
        )
        self._anyway = self._button(
            self.tr("Add it as a new source"), self.tr("Add it although it is like another one")
        )
        self._open = self._button(self.tr("Open"), self.tr("Show it on the Sources page"))
        self._lay_out()
        self._join()
        self._dress(look.theme)
        self._show(adding.state)

    def _button(self, text: str, tooltip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tooltip)
        return button

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._heading, 1)
        for widget in (self._keep, self._cancel, self._close):
            self._head.addWidget(widget)
        self._doing = QHBoxLayout()
        self._doing.addWidget(self._words, 1)
        for widget in (self._attach, self._anyway, self._open):
            self._doing.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._progress)
        self._column.addWidget(self._list)
        self._column.addLayout(self._doing)

    def _join(self) -> None:
        self._keep.toggled.connect(self._set_keep)
        self._cancel.clicked.connect(self._adding.cancel)
        self._close.clicked.connect(self._adding.forget)
        self._attach.clicked.connect(self._do_attach)
        self._anyway.clicked.connect(self._do_anyway)
        self._open.clicked.connect(self._do_open)
        self._list.activated.connect(self._activate)
        self._list.selectionModel().currentChanged.connect(self._show_chosen)
        self._adding.changed.connect(self._show)
        self._look.changed.connect(self._dress)

    @property
    def chosen(self) -> Addition | None:
        """The file that is chosen in the list."""
        return self._rows.row(self._list.currentIndex().row())

    def _show(self, state: AddingState) -> None:
        self.setVisible(bool(state.additions))
        self._heading.setText(wording.heading(state))
        self._progress.setVisible(state.is_busy)
        self._progress.setValue(round(state.share * _WHOLE))
        self._cancel.setVisible(state.is_busy)
        self._close.setVisible(not state.is_busy)
        self._rows.show(state.additions)
        self._fit()
        if self._was_busy and not state.is_busy:
            self._choose_first_asked(state)
        self._was_busy = state.is_busy
        self._show_chosen()

    def _choose_first_asked(self, state: AddingState) -> None:
        """At the end, lead to what waits for a word, or else to what there is something to say about."""
        for wanted in (_ASKED, (Outcome.REFUSED, Outcome.NO_TEXT), tuple(Outcome)):
            for at, addition in enumerate(state.additions):
                if addition.outcome in wanted:
                    self._list.setCurrentIndex(self._rows.index(at))
                    return

    def _show_chosen(self, _index: QModelIndex | None = None) -> None:
        addition = self.chosen
        said = wording.explanation(addition) if addition is not None else ""
        self._words.setText(said)
        self._words.setVisible(bool(said))
        asked = addition is not None and addition.outcome in _ASKED
        self._attach.setVisible(asked and addition is not None and addition.outcome is Outcome.COPY)
        self._anyway.setVisible(asked)
        self._open.setVisible(self._source_of(addition) is not None)

    @staticmethod
    def _source_of(addition: Addition | None) -> int | None:
        """What can be shown of a file: the source it became, or the one it is like."""
        if addition is None:
            return None
        if addition.source_id is not None:
            return addition.source_id
        alike = addition.twin or addition.copy
        return alike.source_id if alike is not None else None

    def _do_attach(self) -> None:
        if self.chosen is not None:
            self._adding.attach(self.chosen.number)

    def _do_anyway(self) -> None:
        if self.chosen is not None:
            self._adding.add_anyway(self.chosen.number)

    def _do_open(self) -> None:
        source_id = self._source_of(self.chosen)
        if source_id is not None:
            self.source_asked.emit(source_id)

    def _activate(self, _index: QModelIndex) -> None:
        self._do_open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window shows fewer rows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many rows as there are, but no more than a part of the window."""
        line = self._look.theme.size(LINE)
        most = min(max(int(self.window().height() * MOST_OF_WINDOW / line), FEWEST_ROWS), MOST_ROWS)
        height = line * min(max(self._rows.rowCount(), 1), most)
        if height != self._list.height():
            self._list.setFixedHeight(height)
            self._list.scrollTo(self._list.currentIndex())

    def _set_keep(self, wanted: bool) -> None:
        self._settings.set_value(KEEP_FILES, int(wanted))

    def _dress(self, theme: Theme) -> None:
        side = theme.size(20)
        self._column.setContentsMargins(side, theme.size(10), side, theme.size(12))
        self._column.setSpacing(theme.size(8))
        for row in (self._head, self._doing):
            row.setSpacing(theme.size(10))
        self._list.doItemsLayout()
        self._fit()
