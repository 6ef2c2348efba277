"""What a library without sources says in the middle of its Sources page: how to begin."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.viewmodels.sources import SourceGroups, SourcesModel
from explorer.widgets.theme import Theme, ThemeHolder

WIDTH = 460


class Beginning(QFrame):
    """A card over the middle of its parent, as long as there are no sources."""

    def __init__(
        self, sources: SourcesModel, actions: tuple[QAction, ...], look: ThemeHolder, parent: QWidget
    ) -> None:
        """``actions`` are the ways to begin, the most usual first."""
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "offer")
        heading = QLabel(self.tr("Begin with a document"), self)
        heading.setProperty("role", "subtitle")
        words = QLabel(
            self.tr(
                "Drop files or a folder anywhere on the window, paste what you have copied, or choose files: "
                "PDF, Word, saved web pages, e-books, Markdown, text, bibliographies. Then find its dates, "
                "or mark its words, and events stand on the timeline."
            ),
            self,
        )
        words.setWordWrap(True)
        self._ways = QHBoxLayout()
        for action in actions:
            button = QPushButton(action.text(), self)
            if action is actions[0]:
                button.setProperty("role", "primary")
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            self._ways.addWidget(button)
        self._ways.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(heading)
        self._column.addWidget(words)
        self._column.addLayout(self._ways)
        parent.installEventFilter(self)
        sources.changed.connect(self._show)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self._show(sources.groups)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, groups: SourceGroups) -> None:
        self.setVisible(groups.known and not groups.all_articles and not groups.all_records)
        self._place()
        self.raise_()

    def _place(self) -> None:
        host = self.parentWidget()
        if host is not None:
            width = min(self._look.theme.size(WIDTH), host.width())
            height = self._column.heightForWidth(width)
            self.setGeometry(
                (host.width() - width) // 2, max((host.height() - height) // 3, 0), width, height
            )

    def _dress(self, theme: Theme) -> None:
        side = theme.size(22)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.size(12))
        self._ways.setSpacing(theme.size(10))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._place()
