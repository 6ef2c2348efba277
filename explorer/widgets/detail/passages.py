"""What the sources say: one card for each passage."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QWidget

from explorer.domain.detail import EventDetail, PassageCard
from explorer.domain.event import Layer
from explorer.widgets.detail import wording
from explorer.widgets.detail.blocks import Card, Fold, Section
from explorer.widgets.detail.listing import Listing
from explorer.widgets.detail.reading import Reading
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.flow import Beside, FlowLayout
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

AT_FIRST = 3
OUR_EXAMPLE = "Our example: "  # how the notes of such links begin
LABEL = 110  # the least width for the name of a source beside the stance, at 100 % text


class StanceWord(Words):
    """The stance of a passage, in the colour of the card's edge."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__("source", parent)
        self._look = look
        self._tone = "muted"

    def put(self, text: str, tone: str) -> None:
        """Show the word in a colour role of the theme."""
        self._tone = tone
        self.setText(text)
        self.update()

    def _ink(self) -> QColor:
        return self._look.theme.colour(self._tone)


class PassageView(Card):
    """One passage: source, stance, the words, where they stand, our words and the record."""

    opened = Signal(object)
    citation_asked = Signal(object)
    note_asked = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        self._top = Beside(trailing=True)
        super().__init__(look, parent)
        self._card: PassageCard | None = None
        self._source = Words("source", self)
        self._stance = StanceWord(look, self)
        self._quotation = Reading("quotation", self)
        self._place = Words("muted", self)
        self._open = LinkButton(look, self, small=True)
        self._open.say(
            self.tr("Open in source →"), self.tr("Show these words where they stand in their document")
        )
        self._open.clicked.connect(self._ask)
        for text, action in (
            (self.tr("Copy citation of this passage"), self._ask_citation),
            (self.tr("Add a note on this passage"), self._ask_note),
            (self.tr("Take this passage from the event"), self._ask_removal),
        ):
            entry = QAction(text, self)
            entry.triggered.connect(action)
            self.addAction(entry)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._example = Words("note", self)
        self._fold = Fold(look, self)
        self._ours = Words("note", self)
        self._record = Words("note", self)
        self._reason = Words("note", self)
        self._build()

    @property
    def card(self) -> PassageCard | None:
        """The passage shown."""
        return self._card

    def put(self, card: PassageCard) -> None:
        """Show a passage."""
        self._card = card
        tone = wording.TONES[card.stance]
        stance = wording.standing(card)
        self.set_tone(tone)
        self._source.setText(card.source.label)
        self._stance.put(stance, tone)
        self._quotation.read(f"“{card.passage.selector.exact}”")
        self._quotation.setAccessibleName(
            self.tr("{source}, in its own words: {stance}").format(source=card.source.label, stance=stance)
        )
        self._example.tell(self.tr("Our example:"), card.note.removeprefix(OUR_EXAMPLE))
        self._example.setVisible(card.example)
        self._place.setText(wording.place(card))
        self._place.setToolTip(wording.anchor_sentence(card.anchor.state) if card.anchor else "")
        self._open.setAccessibleName(self.tr("Open in source: {source}").format(source=card.source.label))
        self._put_fold(card)

    def _put_fold(self, card: PassageCard) -> None:
        note = card.passage.note
        closed = self.tr("Where the record differs") if note else self.tr("In our words")
        self._fold.setChecked(False)
        self._fold.name(f"{closed} ▸", f"{closed} ▾")
        self._ours.tell(self.tr("In our words:"), card.passage.paraphrase)
        self._record.tell(self.tr("The record:"), note)
        reason = "" if card.example else card.note
        self._reason.tell(self.tr("Why “{stance}”:").format(stance=wording.stance(card.stance)), reason)
        present = [self._ours]
        for word, text in ((self._record, note), (self._reason, reason)):
            word.hide()
            if text:
                present.append(word)
        self._fold.govern(*present)

    def _build(self) -> None:
        self.body.addLayout(self._top)
        self._top.addWidget(self._source)
        self._top.addWidget(self._stance)
        self.body.addWidget(self._quotation)
        self.body.addWidget(self._example)
        foot = FlowLayout(justified=True)
        foot.set_gap(10, 2)
        for widget in (self._place, self._open):
            foot.addWidget(widget)
        self.body.addLayout(foot)
        self.body.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        for word in (self._ours, self._record, self._reason):
            word.hide()
            self.body.addWidget(word)

    def _dress(self, theme: Theme) -> None:
        super()._dress(theme)
        self._top.set_measures(theme.size(8), theme.size(LABEL))

    def _ask(self) -> None:
        if self._card is not None:
            self.opened.emit(self._card)

    def _ask_citation(self) -> None:
        if self._card is not None:
            self.citation_asked.emit(self._card)

    def _ask_note(self) -> None:
        if self._card is not None:
            self.note_asked.emit(self._card)

    def _ask_removal(self) -> None:
        if self._card is not None:
            self.removal_asked.emit(self._card)


class PassagesSection(Section):
    """The passages grouped by source. Every source is heard before one is heard at length.

    ``compare_asked``: the reader wants to see the sources side by side. ``citation_asked``,
    ``note_asked`` and ``removal_asked`` carry the :class:`PassageCard` that is to be cited, to have a note or
    on which the event shall rest no longer.
    """

    passage_asked = Signal(object)
    citation_asked = Signal(object)
    note_asked = Signal(object)
    removal_asked = Signal(object)
    compare_asked = Signal()

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.title(self.tr("What the sources say"))
        self._compare = LinkButton(look, self, small=True)
        self._compare.say(
            self.tr("Compare side by side"), self.tr("Lay out what each source says in columns (Ctrl+B)")
        )
        self._compare.clicked.connect(self.compare_asked)
        self.add_link(self._compare)
        self._none = Words("muted", self)
        self.body.addWidget(self._none)
        self._listing: Listing[PassageView, PassageCard] = Listing(self, self._make, PassageView.put)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    @property
    def views(self) -> Sequence[PassageView]:
        """The cards shown."""
        return self._listing.shown

    def put(self, detail: EventDetail) -> None:
        """Show the passages of an event."""
        cards = _grouped(detail.passages)
        self._none.setText(self._silence(detail))
        self._none.setVisible(all(card.example for card in cards))
        self._compare.setVisible(len({card.source.id for card in cards}) > 1)
        show_all = self.tr("Show all %n passages", "", len(cards))
        self._listing.fill(cards, _heard_first(cards), show_all)

    def _silence(self, detail: EventDetail) -> str:
        if detail.event.layer is Layer.CONTEXT:
            return self.tr(
                "No passage of the articles speaks of this event; it comes from the context layer."
            )
        return self.tr("No passage has been noted for this event.")

    def _make(self) -> PassageView:
        view = PassageView(self.look, self)
        view.opened.connect(self.passage_asked)
        view.citation_asked.connect(self.citation_asked)
        view.note_asked.connect(self.note_asked)
        view.removal_asked.connect(self.removal_asked)
        return view

    def _dress(self, _theme: Theme) -> None:
        self.space(above=20, below=8, gap=10)


def _grouped(cards: Sequence[PassageCard]) -> tuple[PassageCard, ...]:
    """By source, in the order in which the sources come; within a source in document order."""
    order = {source_id: at for at, source_id in enumerate(dict.fromkeys(card.source.id for card in cards))}
    return tuple(sorted(cards, key=lambda card: (order[card.source.id], card.passage.selector.start)))


def _heard_first(cards: Sequence[PassageCard]) -> tuple[PassageCard, ...]:
    """The first passages, taken from the sources in turn, in the order of ``cards``, our examples last."""
    rank: dict[int, int] = {}
    turns = []
    for at, card in enumerate(cards):
        rank[card.source.id] = rank.get(card.source.id, -1) + 1
        turns.append((card.example, rank[card.source.id], at))
    chosen = {at for _, _, at in sorted(turns)[:AT_FIRST]}
    return tuple(card for at, card in enumerate(cards) if at in chosen)
