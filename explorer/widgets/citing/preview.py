"""What importing a file of annotations would do, to be looked at before anything is written."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QTreeView, QVBoxLayout, QWidget

from explorer.domain.annotation import AnnotationPreview, Fate, PlacedAnnotation
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

LONGEST = 200
"""Characters of a quotation in the list; all of it stands in its tooltip."""
MOST = 2_000
"""Annotations that are listed; those to be looked at come first."""
WIDTHS, ROW = (110, 330, 150), 26
"""Of the columns but the last one, which takes the rest; and of a row. Pixels at 100 % text."""
_ORDER = (Fate.LEFT_OUT, Fate.NEW, Fate.LINKED, Fate.KNOWN)


class PreviewDialog(QDialog):
    """Lists the annotations of a file; ``import_asked`` carries the :class:`AnnotationPreview` shown."""

    import_asked = Signal(object)

    def __init__(self, preview: AnnotationPreview, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self.setWindowTitle(self.tr("Import annotations from “{name}”").format(name=preview.name))
        self.sum = Words("body", self)
        self.sum.setText(self._summary())
        self.tree = QTreeView(self)
        self.tree.setAccessibleName(self.tr("Annotations"))
        self.tree.setToolTip(self.tr("What becomes of each annotation"))
        self.tree.setRootIsDecorated(False)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setUniformRowHeights(True)
        self._items = QStandardItemModel(self)
        self.tree.setModel(self._items)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self.accept_button = buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setProperty("role", "primary")
        self.accept_button.setDefault(True)
        self.accept_button.style().polish(self.accept_button)
        self.accept_button.setToolTip(self.tr("Put the new passages into the library; Undo takes them out"))
        self.accept_button.setEnabled(preview.changes_something)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.sum)
        self._column.addWidget(self.tree, 1)
        self._column.addWidget(buttons)
        self._fill()
        self._dress(look.theme)
        look.changed.connect(self._dress)
        self.resize(look.theme.size(900), look.theme.size(560))

    def _fill(self) -> None:
        self._items.setHorizontalHeaderLabels(
            [self.tr("Becomes"), self.tr("Words"), self.tr("Source"), self.tr("To be noted")]
        )
        ordered = sorted(self._preview.placed, key=lambda placed: _ORDER.index(placed.fate))
        for placed in ordered[:MOST]:
            self._items.appendRow(self._row(placed))

    def _row(self, placed: PlacedAnnotation) -> list[QStandardItem]:
        chosen = placed.selector or placed.read.selector
        words = "" if chosen is None else f"“{chosen.exact}”"
        problems = " ".join(placed.problems)
        texts = (
            self._fate(placed.fate),
            words if len(words) <= LONGEST else words[:LONGEST] + "…",
            "" if placed.source is None else placed.source.label,
            problems,
        )
        row = [QStandardItem(text.replace("\n", " ")) for text in texts]
        for item, tip in zip(row, (texts[0], words, texts[2], problems), strict=True):
            item.setToolTip(tip)
        return row

    def _fate(self, fate: Fate) -> str:
        return {
            Fate.NEW: self.tr("a new passage"),
            Fate.LINKED: self.tr("more events"),
            Fate.KNOWN: self.tr("there already"),
            Fate.LEFT_OUT: self.tr("left out"),
        }[fate]

    def _summary(self) -> str:
        said = self.tr(
            "New passages: {new}. Passages that get more events: {linked}. There already: {known}. "
            "Left out: {left}."
        ).format(
            new=f"{self._preview.count(Fate.NEW):,}",
            linked=f"{self._preview.count(Fate.LINKED):,}",
            known=f"{self._preview.count(Fate.KNOWN):,}",
            left=f"{self._preview.count(Fate.LEFT_OUT):,}",
        )
        if not self._preview.changes_something:
            said += " " + self.tr("There is nothing to import.")
        return said

    def _accept(self) -> None:
        self.import_asked.emit(self._preview)
        self.accept()

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(*(theme.size(room) for room in (18, 16, 18, 14)))
        self._column.setSpacing(theme.size(10))
        for column, width in enumerate(WIDTHS):
            self.tree.setColumnWidth(column, theme.size(width))
        for row in range(self._items.rowCount()):
            self._items.item(row).setSizeHint(QSize(0, theme.size(ROW)))
