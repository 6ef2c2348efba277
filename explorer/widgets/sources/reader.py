"""The middle of the Sources view: what the document is, how its passages were found, and the page itself."""

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.domain.detail import SourceDetail
from explorer.domain.passage import AnchorState
from explorer.domain.words import in_words
from explorer.viewmodels.reader import ReaderModel, ReaderState
from explorer.widgets.sources import wording
from explorer.widgets.sources.content import EMPTY, page_of
from explorer.widgets.sources.page import DocumentPage
from explorer.widgets.sources.place import PagePlace
from explorer.widgets.sources.strip import PassageStrip
from explorer.widgets.sources.working import WorkingBar
from explorer.widgets.theme import Theme, ThemeHolder


class ReaderPane(QWidget):
    """Title, byline and report above the page, an offer to attach a copy where there is none.

    ``event_asked`` carries the id of an event that was selected here.
    """

    event_asked = Signal(object)

    def __init__(
        self, reader: ReaderModel, attach: QAction, look: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._look = look
        self._shown: tuple[int, bool] | None = None
        self._detail: SourceDetail | None = None
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        top = QWidget(self)
        self._title = _label(top, "document-title", wrap=True)
        self._byline = _label(top, "muted", wrap=True)
        self._found = _label(top, "muted", wrap=True)
        self._found.setTextFormat(Qt.TextFormat.RichText)
        self._found.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._notice = _Notice(top)
        self._offer = _Offer(attach, top)
        self._working = WorkingBar(self)
        self._page = DocumentPage(look, self)
        self.strip = PassageStrip(look, self)
        self._place = PagePlace(look, self)
        self._lay_out(top)
        self._found.linkActivated.connect(self._follow)
        self._working.cancel_asked.connect(reader.cancel)
        self._notice.again.connect(reader.attach_again)
        self._notice.dismissed.connect(reader.dismiss_problem)
        self._page.passage_pressed.connect(self._press)
        self._page.passage_meant.connect(reader.go_to)
        self._page.next_asked.connect(reader.next_passage)
        self._page.previous_asked.connect(reader.previous_passage)
        self._page.event_asked.connect(self._ask_event)
        self._page.column_moved.connect(self._align)
        self._page.viewed.connect(self.strip.show_view)
        self._page.viewed.connect(self._place.show_view)
        self.strip.place_asked.connect(self._page.scroll_to_share)
        reader.changed.connect(self._show)
        reader.passage_changed.connect(self._show_passage)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self._show(reader.state)

    @property
    def page(self) -> DocumentPage:
        """The page, for the keyboard focus."""
        return self._page

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar between the page and what is above it."""
        self._middle.insertWidget(1, bar)

    def _lay_out(self, top: QWidget) -> None:
        self._panels = QVBoxLayout()
        self._panels.addWidget(self._notice)
        self._panels.addWidget(self._offer)
        self._head = QVBoxLayout(top)
        for widget in (self._title, self._byline, self._found):
            self._head.addWidget(widget)
        self._head.addLayout(self._panels)
        self._page.set_head(top)
        middle = self._middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._working)
        middle.addWidget(self._page, 1)
        middle.addWidget(self._place)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(middle, 1)
        row.addWidget(self.strip)

    def _show(self, state: ReaderState) -> None:
        self._show_head(state)
        detail = state.detail
        if detail is None:
            self._page.show_page(EMPTY)
            self.strip.show_page(EMPTY)
            self._place.show_page(EMPTY)
        elif detail is not self._detail:
            # Where only the state of the work has changed the page stays as it is.
            shown = (detail.source.id, detail.document is not None)
            page = page_of(detail, state.passages, state.themes)
            self._place.show_page(page)
            self._page.show_page(page, keep_place=shown == self._shown)
            self.strip.show_page(page)
            self._shown = shown
        self._detail = detail

    def _show_head(self, state: ReaderState) -> None:
        detail = state.detail
        for widget in (self._title, self._byline, self._found):
            widget.setVisible(detail is not None)
        working = detail is not None and state.busy == detail.source.id
        self._working.show_working(working=working, cancellable=state.cancellable)
        self._notice.show_state(state)
        if detail is None:
            self._offer.hide()
        else:
            self._title.setText(wording.name_of(detail.source))
            self._byline.setText(wording.byline(detail.source))
            self._found.setText(self.tr("Working on the text …") if working else self._found_in_words(detail))
            self._found.setToolTip(detail.document.filename if detail.document else "")
            self._offer.show_source(detail, len(state.passages), working=working)

    def _found_in_words(self, detail: SourceDetail) -> str:
        document = detail.document
        if document is None:
            return _counts(detail)
        states = [item.anchor.state if item.anchor else AnchorState.LOST for item in detail.passages]
        theme = self._look.theme
        worst = "bad" if AnchorState.LOST in states else "warn"
        colour = theme.colour("good" if set(states) <= {AnchorState.EXACT} else worst).name()
        found = f'<b style="color: {colour}">{escape(wording.found(states))}</b> · ' if states else ""
        about = self.tr("{characters} characters · {encoding} · attached {date}").format(
            characters=f"{len(document.text):,}",
            encoding=document.encoding,
            date=in_words(document.attached[:10]),
        )
        detach = self.tr("Detach")
        style = f"color: {theme.colour('accent').name()}; text-decoration: none"
        links = f'<a href="detach" style="{style}">{detach}</a>'
        if document.is_kept:
            links += f' &nbsp; <a href="save" style="{style}">{self.tr("Save the file…")}</a>'
        return f"{found}{escape(about)} &nbsp; {links}"

    def _follow(self, link: str) -> None:
        if link == "detach":
            self._reader.detach()
        else:
            self._ask_where_to_save()

    def _ask_where_to_save(self) -> None:
        """Let the reader choose where the file of the document is to be written."""
        document = self._detail.document if self._detail is not None else None
        if document is None:
            return
        dialog = QFileDialog(self, self.tr("Save the file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Only a name: what a stranger's library says is no path to write to.
        dialog.selectFile(Path(document.filename).name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save_file)
        dialog.open()

    def _save_file(self, name: str) -> None:
        self._reader.save_file(Path(name))

    def _show_passage(self, passage_id: int | None) -> None:
        self._page.show_current(passage_id, scroll=passage_id is not None)
        self.strip.show_current(passage_id)

    def _press(self, passage_id: int) -> None:
        self._reader.go_to(passage_id)
        self._ask_event()

    def _ask_event(self) -> None:
        event_id = self._reader.select_event()
        if event_id is not None:
            self.event_asked.emit(event_id)

    def _align(self, column: tuple[int, int]) -> None:
        """Title and report stand over the column of the text."""
        theme = self._look.theme
        left, width = column
        self._head.setContentsMargins(left, theme.size(30), theme.size(20), theme.size(26))
        beside = self._page.viewport().width() - left - width - theme.size(20)
        self._panels.setContentsMargins(0, theme.size(8), max(beside, 0), 0)

    def _dress(self, theme: Theme) -> None:
        self._head.setSpacing(theme.size(7))
        self._panels.setSpacing(theme.size(10))
        self._show_head(self._reader.state)


def _counts(detail: SourceDetail) -> str:
    if detail.passages:
        return wording.tr("{passages} in document order · text not attached").format(
            passages=wording.passages(len(detail.passages))
        )
    return wording.tr("Cited by {events}. No words of it are quoted here.").format(
        events=wording.events(len(detail.events))
    )


def _label(parent: QWidget, role: str, *, wrap: bool = False) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setWordWrap(wrap)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class _Offer(QFrame):
    """Why there is no text, and how to attach one."""

    def __init__(self, attach: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "offer")
        self._words = _label(self, "plain", wrap=True)
        self._button = QPushButton(attach.text(), self)
        self._button.setProperty("role", "primary")
        self._button.setToolTip(attach.toolTip())
        self._button.clicked.connect(attach.trigger)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_source(self, detail: SourceDetail, passages: int, *, working: bool) -> None:
        """Offer to attach a copy of this source."""
        self.setVisible(detail.document is None)
        self._button.setEnabled(not working)
        self._words.setText(
            self.tr(
                "The full text is not ours to ship, so these are short quotations from it. Attach your own "
                "copy (PDF, Word, web page, e-book or text), or drop the file on the window, and each one is "
                "shown where it stands. The copy stays on this computer."
            )
            if passages
            else self.tr(
                "There is no text of it in the library. Attach your own copy (PDF, Word, web page, e-book or "
                "text), or drop the file on the window, to read it here and to quote from it."
            )
        )


class _Notice(QFrame):
    """What did not work, or what was just taken away and can be put back."""

    again = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._words = _label(self, "plain", wrap=True)
        self._again = QPushButton(self.tr("Attach again"), self)
        self._again.setProperty("role", "link")
        self._again.setToolTip(self.tr("Put the text back that was detached"))
        self._dismiss = QPushButton(self.tr("Dismiss"), self)
        self._dismiss.setProperty("role", "link")
        self._dismiss.setToolTip(self.tr("Close this notice"))
        self._again.clicked.connect(self.again)
        self._dismiss.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.addWidget(self._words, 1)
        row.addWidget(self._again)
        row.addWidget(self._dismiss)
        self.hide()

    def show_state(self, state: ReaderState) -> None:
        """Say what the reader ought to know; nothing is the usual case."""
        words = state.problem
        if not words and state.detached is not None:
            words = self.tr("“{name}” was detached. Your file was not touched.").format(
                name=state.detached.filename
            )
        if not words and state.report is not None:
            words = " ".join(state.report.notices)
            if not words and state.report.same_file is False and state.report.exact < state.report.total:
                words = self.tr("This copy differs from the file that the passages were taken from.")
        self._words.setText(words)
        self._again.setVisible(not state.problem and state.detached is not None)
        self._dismiss.setVisible(bool(state.problem))
        self.setVisible(bool(words))
