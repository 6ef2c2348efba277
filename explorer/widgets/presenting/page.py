"""A page that opens over the stage: an event with its sources, a source at a passage, the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from explorer.domain.detail import EventDetail, PassageCard
from explorer.domain.event import Event, Status
from explorer.domain.words import exactness, in_words
from explorer.viewmodels.presenting.director import OpenedSource
from explorer.viewmodels.verdicts import verdict_tone, verdict_words
from explorer.widgets.detail import wording
from explorer.widgets.presenting.look import BASE
from explorer.widgets.theme import ThemeHolder

TITLE = 1.25
PASSAGE = "passage"
NEAR = 4_000
"""Letters of a text shown before and behind a passage: a class reads no further."""


class StagePage(QTextBrowser):
    """Reading matter as large as the rest of the stage; it loads nothing.

    ``passage_asked`` carries (source id, passage id) of a link that was followed.
    """

    passage_asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._first: tuple[int, int] | None = None
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._follow)

    @property
    def first_passage(self) -> tuple[int, int] | None:
        """The source and the passage that the first link leads to."""
        return self._first

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Nothing: a text may ask for anything."""

    def show_event(self, detail: EventDetail) -> None:
        """An event: its date and how exact that is, its summary, what the sources say, what was checked."""
        cursor, event = self._begin(detail.event.title), detail.event
        date = self.tr("{date} · {exactness}").format(
            date=in_words(event.start, event.end), exactness=exactness(event.start, event.end)
        )
        self._line(cursor, date, "muted")
        if not is_checked(event):
            self._write(cursor, " · " + self.tr("unchecked"), "warn", bold=True)
        self._line(cursor, event.title, size=TITLE, bold=True)
        self._line(cursor, event.summary, gap=0.3)
        for card in detail.passages:
            self._write_passage(cursor, card)
        for worked in detail.claims:
            if worked.sum:
                self._line(cursor, worked.sum, gap=0.6, bold=True)
                words = verdict_words(worked.outcome.verdict)
                self._write(cursor, "  " + words, verdict_tone(worked.outcome.verdict), bold=True)
        if event.citation:
            self._line(cursor, event.citation, "muted", gap=0.6)
        self._line(cursor, detail.theme.name, "muted", gap=0.3)
        self._end(cursor)

    def show_source(self, opened: OpenedSource) -> None:
        """A source at a passage: the text about it where the reader has a copy, else the words alone."""
        detail, source = opened.detail, opened.detail.source
        cursor = self._begin(source.title)
        found = next((one for one in detail.passages if one.passage.id == opened.passage_id), None)
        date = in_words(source.date) if source.date else ""
        by = " · ".join(part for part in (source.authors or source.publisher, date) if part)
        self._line(cursor, by, "muted")
        self._line(cursor, source.title, size=TITLE, bold=True)
        anchor = None if found is None else found.anchor
        place = None
        if detail.document is not None and anchor is not None and anchor.start is not None:
            self._line(cursor, wording.anchor_sentence(anchor.state), "muted", gap=0.3)
            place = self._write_text(cursor, detail.document.text, anchor.start, anchor.end or anchor.start)
        elif detail.document is not None and found is None:
            place = self._write_text(cursor, detail.document.text, 0, 0)
        elif found is not None:
            select = found.passage.selector
            self._line(cursor, f"… {select.prefix}" if select.prefix else "", gap=0.6, quoted=True)
            self._write(cursor, "“" + select.exact + "”", marked=True, quoted=True)
            self._write(cursor, f" {select.suffix} …" if select.suffix else "", quoted=True)
            told = self.tr("Paragraph {paragraph}. No copy of this source is attached to the library.")
            self._line(cursor, told.format(paragraph=select.paragraph), "muted", gap=0.6)
        else:
            self._line(
                cursor, self.tr("No copy of this source is attached to the library."), "muted", gap=0.6
            )
        self._end(cursor)
        if place is not None:
            cursor.setPosition(place)
            self.setTextCursor(cursor)
            self._bring_up(place)

    def show_rows(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        """A list: what stands at the left is strong."""
        cursor = self._begin(title)
        self._line(cursor, title, size=TITLE, bold=True)
        for strong, words in rows:
            self._line(cursor, strong, bold=True, gap=0.15)
            self._write(cursor, "   " + words)
        self._end(cursor)

    def _bring_up(self, position: int) -> None:
        """Have a place of the text in the upper third."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(round(top - self.viewport().height() / 4))

    def _begin(self, name: str) -> QTextCursor:
        theme = self._look.theme
        self._first = None
        self.setAccessibleName(name)
        self.clear()
        self.document().setDocumentMargin(theme.least * 0.9)
        self.document().setDefaultFont(theme.font(BASE))
        return QTextCursor(self.document())

    def _end(self, cursor: QTextCursor) -> None:
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(0)

    def _line(
        self,
        cursor: QTextCursor,
        text: str,
        role: str = "ink",
        *,
        size: float = 1.0,
        bold: bool = False,
        quoted: bool = False,
        gap: float = 0.0,
    ) -> None:
        shape = QTextBlockFormat()
        shape.setTopMargin(gap * self._look.theme.least)
        if cursor.position():
            cursor.insertBlock(shape)
        self._write(cursor, text, role, size=size, bold=bold, quoted=quoted)

    def _write(
        self,
        cursor: QTextCursor,
        text: str,
        role: str = "ink",
        *,
        size: float = 1.0,
        bold: bool = False,
        quoted: bool = False,
        marked: bool = False,
        link: str = "",
    ) -> None:
        theme = self._look.theme
        shape = QTextCharFormat()
        shape.setFont(theme.font(BASE * size, bold=bold, serif=quoted, italic=quoted))
        shape.setForeground(theme.colour(role))
        if marked:
            shape.setBackground(theme.colour("mark"))
        if link:
            shape.setAnchor(True)
            shape.setAnchorHref(link)
            shape.setFontUnderline(True)
        cursor.insertText(text, shape)

    def _write_passage(self, cursor: QTextCursor, card: PassageCard) -> None:
        where = (card.source.id, card.passage.id)
        self._first = self._first or where
        self._line(cursor, card.source.label, bold=True, gap=0.7)
        self._write(cursor, "  " + wording.standing(card), wording.TONES[card.stance])
        self._line(cursor, "“" + card.passage.selector.exact + "”", quoted=True)
        self._line(cursor, wording.place(card) + "  ", "muted")
        link = f"{PASSAGE}:{where[0]}:{where[1]}"
        self._write(cursor, self.tr("Open in source"), "accent", link=link)

    def _write_text(self, cursor: QTextCursor, text: str, start: int, end: int) -> int:
        """The text about a passage, which is marked; the place where that begins."""
        first, last = max(start - NEAR, 0), min(end + NEAR, len(text))
        self._line(cursor, ("… " if first else "") + text[first:start], gap=0.6)
        place = cursor.position()
        self._write(cursor, text[start:end], marked=True)
        self._write(cursor, text[end:last] + (" …" if last < len(text) else ""))
        return place

    def _follow(self, link: QUrl) -> None:
        kind, *numbers = link.toString().split(":")
        if kind == PASSAGE and len(numbers) == 2:
            self.passage_asked.emit((int(numbers[0]), int(numbers[1])))


def is_checked(event: Event) -> bool:
    """Whether date and citation were both checked."""
    return event.date_status is Status.CHECKED and event.citation_status is Status.CHECKED
