"""The dialogs that ask for a file to write to, or to read annotations from."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.domain.citation import ExportForm

SUFFIXES = {
    ExportForm.TEXT: "txt",
    ExportForm.CSL: "json",
    ExportForm.BIBTEX: "bib",
    ExportForm.RIS: "ris",
    ExportForm.ANNOTATIONS: "jsonld",
}
BIBLIOGRAPHIES = (ExportForm.TEXT, ExportForm.CSL, ExportForm.BIBTEX, ExportForm.RIS)


def _filter_of(form: ExportForm) -> str:
    names = {
        ExportForm.TEXT: QCoreApplication.translate("CitingFiles", "Text in the style of citations"),
        ExportForm.CSL: "CSL-JSON",
        ExportForm.BIBTEX: "BibTeX",
        ExportForm.RIS: "RIS",
        ExportForm.ANNOTATIONS: QCoreApplication.translate("CitingFiles", "Web Annotations (JSON-LD)"),
    }
    return f"{names[form].replace('(', '– ').replace(')', '')} (*.{SUFFIXES[form]})"


class SaveDialog(QObject):
    """Asks for a file; ``chosen`` carries (form, path). The form follows the file's ending, or the filter."""

    chosen = Signal(object)

    def __init__(self, title: str, name: str, forms: tuple[ExportForm, ...], parent: QWidget) -> None:
        """``name`` is proposed, without ending; ``forms`` can be chosen from, the first one is proposed."""
        super().__init__(parent)
        self._forms = {_filter_of(form): form for form in forms}
        self.dialog = QFileDialog(parent, title)
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setNameFilters(list(self._forms))
        self.dialog.setDefaultSuffix(SUFFIXES[forms[0]])
        self.dialog.selectFile(f"{name}.{SUFFIXES[forms[0]]}")
        self.dialog.filterSelected.connect(self._take_filter)
        self.dialog.fileSelected.connect(self._take)
        self.dialog.finished.connect(self._end)

    def open(self) -> None:
        """Show it."""
        self.dialog.open()

    def _take_filter(self, chosen: str) -> None:
        suffix = SUFFIXES[self._forms[chosen]]
        self.dialog.setDefaultSuffix(suffix)
        for name in self.dialog.selectedFiles()[:1]:
            self.dialog.selectFile(str(Path(name).with_suffix(f".{suffix}")))

    def _take(self, name: str) -> None:
        path = Path(name)
        by_suffix = {f".{SUFFIXES[form]}": form for form in self._forms.values()}
        form = by_suffix.get(path.suffix.lower(), self._forms[self.dialog.selectedNameFilter()])
        self.chosen.emit((form, path))

    def _end(self, _result: int) -> None:
        self.dialog.deleteLater()
        self.deleteLater()


def annotations_dialog(title: str, parent: QWidget) -> QFileDialog:
    """Asks for a file of annotations; its ``fileSelected`` carries the name."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    words = QCoreApplication.translate("CitingFiles", "Annotations (*.jsonld *.json)")
    dialog.setNameFilters([words, QCoreApplication.translate("CitingFiles", "All files (*)")])
    dialog.finished.connect(dialog.deleteLater)
    return dialog
