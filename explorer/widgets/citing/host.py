"""What a window can cite, write and import: brings the commands to the models, and dialogs up."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from explorer.domain.annotation import AnnotationPreview
from explorer.domain.citation import CitationStyle, ExportForm, Formatted
from explorer.domain.detail import PassageCard
from explorer.viewmodels.citing import NAMES
from explorer.viewmodels.models import Models
from explorer.viewmodels.reader import ReaderState
from explorer.viewmodels.work import WorkState
from explorer.widgets.actions import Actions
from explorer.widgets.theme import ThemeHolder

if TYPE_CHECKING:
    from explorer.widgets.detail.pane import DetailPane
    from explorer.widgets.sources.view import SourcesView

STYLES = tuple(style.value for style in CitationStyle)
COMMANDS = (*STYLES, "cite", "export_view", "export_all", "export_notes", "import_notes")
PATIENCE = 500
"""Milliseconds of work after which its progress is shown."""
STEPS = 1000
WIDTH = 380
"""Pixels of the progress dialog at 100 % text."""


class CitingHost(QObject):
    """Joins the models of citing to a window. What is seen is made when it is first needed."""

    def __init__(self, models: Models, actions: Actions, look: ThemeHolder, window: QWidget) -> None:
        super().__init__(window)
        self._models = models
        self._actions = actions
        self._look = look
        self._window = window
        self._preview: QWidget | None = None
        self.cite_source = QAction(self.tr("Copy citation of this source"), self)
        self.cite_passage = QAction(self.tr("Copy citation of this passage"), self)
        self.cite_source.triggered.connect(self._copy_source)
        self.cite_passage.triggered.connect(self._copy_passage)
        models.citing.copied.connect(self._copy)
        models.citing.style_changed.connect(self._mark_style)
        models.exports.changed.connect(self._show_work)
        models.exports.previewed.connect(self._show_preview)
        self._mark_style(models.citing.style)

    @cached_property
    def progress(self) -> QProgressDialog:
        """How far a file is written, with a way to stop; not modal: reading goes on."""
        dialog = QProgressDialog(self._window)
        bar = QProgressBar(dialog)
        bar.setTextVisible(False)
        dialog.setBar(bar)
        dialog.setMinimumWidth(self._look.theme.size(WIDTH))
        dialog.setWindowTitle(self.tr("Timeline Explorer"))
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setMinimumDuration(PATIENCE)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.canceled.connect(self._models.exports.cancel)
        return dialog

    def do(self, command: str) -> None:
        """Do one of :data:`COMMANDS`."""
        match command:
            case "cite":
                self._models.citing.copy_selected()
            case "export_view":
                self._ask_for_place(self.tr("Bibliography of what is in view"), in_view=True)
            case "export_all":
                self._ask_for_place(self.tr("Bibliography of all sources"), in_view=False)
            case "export_notes":
                self._ask_for_place(self.tr("Passages as annotations"), in_view=False, notes=True)
            case "import_notes":
                self._ask_for_notes()
            case _:
                self._models.citing.choose_style(CitationStyle(command))

    def serve_detail(self, pane: "DetailPane") -> None:
        """Have the details offer citations of their event and its passages."""
        pane.citation_asked.connect(self._models.citing.copy_event)
        pane.passage_citation_asked.connect(self._copy_card)
        section = pane.sheet.citation
        self._models.citing.style_changed.connect(section.name_style)
        section.name_style(self._models.citing.style)

    def serve_sources(self, view: "SourcesView") -> None:
        """Have the list of sources and the reader offer citations in their menus."""
        view.offer(on_list=(self.cite_source,), on_page=(self.cite_passage, self.cite_source))
        reader = self._models.reader
        reader.changed.connect(self._enable)
        reader.passage_changed.connect(self._enable)
        self._enable(reader.state)

    # What is copied

    def _copy(self, text: Formatted) -> None:
        from explorer.widgets.citing.clipboard import copy_formatted

        copy_formatted(text)

    def _copy_card(self, card: PassageCard) -> None:
        self._models.citing.copy_passage(card.source, card.passage, card.anchor)

    def _copy_source(self) -> None:
        detail = self._models.reader.state.detail
        if detail is not None:
            self._models.citing.copy_source(detail.source)

    def _copy_passage(self) -> None:
        state, current = self._models.reader.state, self._models.reader.current
        item = next((one for one in state.passages if one.passage.id == current), None)
        if item is not None and state.detail is not None:
            self._models.citing.copy_passage(state.detail.source, item.passage, item.anchor)

    def _enable(self, _changed: ReaderState | int | None) -> None:
        reader = self._models.reader
        self.cite_source.setEnabled(reader.state.detail is not None)
        self.cite_passage.setEnabled(any(one.passage.id == reader.current for one in reader.state.passages))

    def _mark_style(self, style: CitationStyle) -> None:
        self._actions[style.value].setChecked(True)
        tip = self.tr("Copy in {style} style what this rests on").format(style=NAMES[style])
        for action in (self.cite_source, self.cite_passage, self._actions["cite"]):
            action.setToolTip(tip)

    # What is written and read

    def _ask_for_place(self, title: str, *, in_view: bool, notes: bool = False) -> None:
        from explorer.widgets.citing.files import BIBLIOGRAPHIES, SaveDialog

        forms = (ExportForm.ANNOTATIONS,) if notes else BIBLIOGRAPHIES
        name = self.tr("annotations") if notes else self.tr("bibliography")
        dialog = SaveDialog(title, name, forms, self._window)
        dialog.chosen.connect(self._export_view if in_view else self._export_all)
        dialog.open()

    def _export_view(self, chosen: tuple[ExportForm, Path]) -> None:
        self._models.exports.export(*chosen, in_view=True)

    def _export_all(self, chosen: tuple[ExportForm, Path]) -> None:
        self._models.exports.export(*chosen, in_view=False)

    def _ask_for_notes(self) -> None:
        from explorer.widgets.citing.files import annotations_dialog

        dialog = annotations_dialog(self.tr("Import annotations"), self._window)
        dialog.fileSelected.connect(self._read_notes)
        dialog.open()

    def _read_notes(self, name: str) -> None:
        self._models.exports.preview(Path(name))

    def _show_work(self, state: WorkState | None) -> None:
        if state is None:
            if "progress" in vars(self):
                self.progress.reset()
            return
        self.progress.setLabelText(self.tr("Working on “{name}” …").format(name=state.name))
        self.progress.setRange(0, 0 if state.share is None else STEPS)
        self.progress.setValue(0 if state.share is None else round(STEPS * state.share))

    def _show_preview(self, preview: AnnotationPreview) -> None:
        from explorer.widgets.citing.preview import PreviewDialog

        dialog = PreviewDialog(preview, self._look, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.import_asked.connect(self._models.exports.import_previewed)
        dialog.open()
