"""Works and passages out into files, and annotations in."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.domain.annotation import AnnotationPreview
from explorer.domain.change import ChangeSet
from explorer.domain.citation import Exported, ExportForm
from explorer.domain.errors import ReaderError
from explorer.services.annotations.travel import Annotations
from explorer.services.exporting import Exports, InView, Order
from explorer.viewmodels.citing import CitingModel
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.timeline import TimelineModel
from explorer.viewmodels.viewport import ViewportModel
from explorer.viewmodels.work import WorkModel

CHANNEL = "export"


class ExportModel(WorkModel):
    """Writes files and reads annotations.

    ``previewed`` carries an :class:`AnnotationPreview` that waits for :meth:`import_previewed`.
    """

    previewed = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        exports: Exports,
        annotations: Annotations,
        citing: CitingModel,
        timeline: TimelineModel,
        viewport: ViewportModel,
        edits: EditsModel,
        courier: Courier,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(CHANNEL, library, courier, parent)
        self._library = library
        self._exports = exports
        self._annotations = annotations
        self._citing = citing
        self._timeline = timeline
        self._viewport = viewport
        self._edits = edits
        self._messages = messages

    def export(self, form: ExportForm, path: Path, *, in_view: bool) -> None:
        """Write the works that the events in view rest on, or all of them, or their passages, into a file."""
        library, stage = self._library.current, self._timeline.stage
        if library is None or self._is_busy():
            return
        view = None
        if in_view and stage is not None:
            viewport = self._viewport.viewport
            view = InView(viewport.start, viewport.end, stage.visible)
        errand = self._begin(path.name, share=0.0 if form is ExportForm.TEXT else None)
        order = Order(form, path, self._citing.style, view)
        future = self._exports.write(library, order, errand, self._note_share)
        self._courier.ask(CHANNEL, future, self._tell_written, self._refuse)

    def preview(self, path: Path) -> None:
        """Read a file of annotations and tell what importing it would do."""
        library = self._library.current
        if library is not None and not self._is_busy():
            errand = self._begin(path.name, share=None)
            self._courier.ask(
                CHANNEL, self._annotations.preview(library, path, errand), self._take_preview, self._refuse
            )

    def import_previewed(self, preview: AnnotationPreview) -> None:
        """Put the passages of a preview into the library, as one change."""
        from explorer.services.annotations.planning import importing

        self._edits.apply(importing(preview), done=self._tell_imported)

    def _is_busy(self) -> bool:
        if self.busy:
            said = self.tr("“{name}” is not done yet. Wait for it, or cancel it.")
            self._messages.show_notice(said.format(name=self._name))
        return self.busy

    def _tell_written(self, done: Exported) -> None:
        self._end()
        if not done.count:
            said = self.tr("“{name}” was written, but it is empty: no source belongs to what is in view.")
        elif done.form is ExportForm.ANNOTATIONS:
            one, many = (
                self.tr("1 passage written to “{name}”."),
                self.tr("%n passages written to “{name}”.", "", done.count),
            )
            said = one if done.count == 1 else many
        else:
            one, many = (
                self.tr("1 work written to “{name}”."),
                self.tr("%n works written to “{name}”.", "", done.count),
            )
            said = one if done.count == 1 else many
        self._messages.show_notice(said.format(name=done.path.name))

    def _take_preview(self, preview: AnnotationPreview) -> None:
        self._end()
        self.previewed.emit(preview)

    def _tell_imported(self, change_set: ChangeSet) -> None:
        count = sum(change.record == "passage" for change in change_set.changes)
        one = self.tr("1 passage imported. Undo takes it out again.")
        many = self.tr("%n passages imported. Undo takes them out again.", "", count)
        links = self.tr("No new passage, but new links to events. Undo takes them out again.")
        self._messages.show_notice(one if count == 1 else many if count else links)

    def _refuse(self, error: ReaderError) -> None:
        self._end()
        self._messages.show_problem(str(error))
