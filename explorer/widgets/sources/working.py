"""Says that a text is being worked on, once that takes long enough to be noticed, and offers to stop."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

NOTICED = 300
LONG = 500


class WorkingBar(QWidget):
    """A busy line after :data:`NOTICED` milliseconds of work, and ``cancel_asked`` after :data:`LONG`."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = QProgressBar(self)
        self._line.setRange(0, 0)
        self._line.setTextVisible(False)
        self._line.setAccessibleName(self.tr("Working on the text"))
        self._offer = QWidget(self)
        words = QLabel(self.tr("Reading the text and looking for the passages …"), self._offer)
        words.setProperty("role", "muted")
        cancel = QPushButton(self.tr("Cancel"), self._offer)
        cancel.setProperty("role", "link")
        cancel.setToolTip(self.tr("Stop, and leave the library as it is"))
        cancel.clicked.connect(self.cancel_asked)
        row = QHBoxLayout(self._offer)
        row.setContentsMargins(14, 4, 14, 4)
        row.addWidget(words, 1)
        row.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._offer)
        self._noticed, self._long = QTimer(self), QTimer(self)
        self._noticed.timeout.connect(self.show)
        self._long.timeout.connect(self._offer.show)
        for timer in (self._noticed, self._long):
            timer.setSingleShot(True)
        self.show_working(working=False, cancellable=False)

    def show_working(self, *, working: bool, cancellable: bool) -> None:
        """Begin to wait for the times at which to show, go on with it, or end it."""
        if working and self.isHidden() and not self._noticed.isActive():
            self._noticed.start(NOTICED)
        if working and cancellable and self._offer.isHidden() and not self._long.isActive():
            self._long.start(LONG)
        if not working:
            self._noticed.stop()
            self.hide()
        if not (working and cancellable):
            self._long.stop()
            self._offer.hide()
