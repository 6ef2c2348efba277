"""Where the passage that is looked at stands, and what the reader says to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.detail import DocumentPassage
from explorer.domain.difference import Part
from explorer.domain.passage import Anchor, AnchorState, Candidate, Stance
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.reader import ReaderModel, ReaderState

AROUND = 60
ALIKE = 0.9


@dataclass(frozen=True, slots=True)
class Choice:
    """A place that may be meant: its words, and some before and after them."""

    place: Candidate
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Placing:
    """The passage in hand.

    ``parts`` show how the words in the text differ from the quotation; none where they do not. ``choices``
    are the places to choose from, or the best guess. ``open_ones`` counts all passages of the source that
    wait for a word of the reader, ``alike`` the approximate ones among them that agree by 90 %. ``is_own``
    tells that a reader made the passage, ``can_change`` that the library takes changes, ``verbatim`` that the
    text has the quotation character for character but for white space.
    """

    item: DocumentPassage
    anchor: Anchor
    parts: tuple[Part, ...]
    choices: tuple[Choice, ...]
    open_ones: int
    alike: int
    is_own: bool
    can_change: bool
    verbatim: bool

    @property
    def waits(self) -> bool:
        """Whether the reader is asked something."""
        return waits(self.item)


def waits(item: DocumentPassage) -> bool:
    """Whether a passage waits for a word of the reader: approximate, in several places, or guessed at."""
    anchor = item.anchor
    if anchor is None or anchor.confirmed:
        return False
    return anchor.state in (AnchorState.APPROXIMATE, AnchorState.SEVERAL) or bool(anchor.candidates)


class PlacingModel(QObject):
    """Follows the passage that is looked at. ``changed`` carries the :class:`Placing`, or None."""

    changed = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        reader: ReaderModel,
        edits: EditsModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._reader = reader
        self._edits = edits
        self._placing: Placing | None = None
        reader.changed.connect(self._follow)
        reader.passage_changed.connect(self._follow)

    @property
    def placing(self) -> Placing | None:
        """The passage in hand, if its source has a text."""
        return self._placing

    def confirm(self) -> None:
        """The words are those of the passage, though they differ."""
        anchor = None if self._placing is None else self._placing.anchor
        if anchor is not None and anchor.start is not None and anchor.end is not None:
            self.choose(Candidate(anchor.start, anchor.end, anchor.score))

    def choose(self, place: Candidate) -> None:
        """The passage stands at this place."""
        from explorer.services import passages

        if self._placing is not None:
            self._edits.apply(passages.placed(self._placing.item.passage.id, place))

    def confirm_alike(self) -> None:
        """The words of all approximate passages that agree by 90 % are those of the passages."""
        from explorer.services import passages

        if self._placing is not None:
            self._edits.apply(passages.all_confirmed(self._placing.item.passage.source_id, ALIKE))

    def place_at(self, start: int, end: int) -> None:
        """The passage stands at words that the reader has found, from ``start`` to ``end``."""
        from explorer.services.anchoring import likeness

        detail = self._reader.state.detail
        if self._placing is not None and detail is not None and detail.document is not None:
            quotation = self._placing.item.passage.selector.exact
            self.choose(Candidate(start, end, likeness(quotation, detail.document.text[start:end])))

    def refuse(self) -> None:
        """The passage stands at none of the places that were found."""
        from explorer.services import passages

        if self._placing is not None:
            self._edits.apply(passages.refused(self._placing.item.passage.id), done=self._go_on)

    def describe(self, paraphrase: str, note: str, stances: Mapping[int, Stance]) -> None:
        """Keep what is said of the passage, and by event how it stands to it."""
        from explorer.services import passages

        if self._placing is not None:
            self._edits.apply(passages.described(self._placing.item.passage.id, paraphrase, note, stances))

    def delete(self) -> None:
        """Take a passage that a reader made out of the library."""
        from explorer.services import passages

        if self._placing is not None and self._placing.is_own:
            self._edits.apply(passages.deleted(self._placing.item.passage.id))

    def go_to_next(self) -> None:
        """Go on to the next passage that waits for a word of the reader; after the last comes the first."""
        items = self._reader.state.passages
        ids = [item.passage.id for item in items]
        at = ids.index(self._reader.current) if self._reader.current in ids else -1
        following = next((item for item in (*items[at + 1 :], *items[: at + 1]) if waits(item)), None)
        if following is not None:
            self._reader.go_to(following.passage.id)

    def _go_on(self, _change_set: ChangeSet) -> None:
        self.go_to_next()

    def _follow(self, _state: ReaderState | int | None) -> None:
        self._placing = self._placing_of(self._reader.state, self._reader.current)
        self.changed.emit(self._placing)

    def _placing_of(self, state: ReaderState, current: int | None) -> Placing | None:
        library = self._library.current
        item = next((item for item in state.passages if item.passage.id == current), None)
        document = None if state.detail is None else state.detail.document
        if library is None or item is None or document is None or item.anchor is None:
            return None
        return Placing(
            item,
            item.anchor,
            _parts(item, item.anchor, document.text),
            tuple(_choice(place, document.text) for place in item.anchor.candidates),
            sum(map(waits, state.passages)),
            sum(map(_is_alike, state.passages)),
            item.passage.is_own,
            not library.store.read_only,
            _is_verbatim(item, item.anchor, document.text),
        )


def _is_alike(item: DocumentPassage) -> bool:
    anchor = item.anchor
    return (
        waits(item)
        and anchor is not None
        and anchor.state is AnchorState.APPROXIMATE
        and anchor.score >= ALIKE
    )


def _parts(item: DocumentPassage, anchor: Anchor, text: str) -> tuple[Part, ...]:
    """How the words at the place, or at the best guess, differ from the quotation."""
    from explorer.services.anchoring import differences

    start, end = anchor.start, anchor.end
    if start is None and anchor.state is AnchorState.LOST and anchor.candidates:
        start, end = anchor.candidates[0].start, anchor.candidates[0].end
    if start is None or end is None or (anchor.score == 1.0 and anchor.state is not AnchorState.LOST):
        return ()
    return differences(item.passage.selector.exact, text[start:end])


def _is_verbatim(item: DocumentPassage, anchor: Anchor, text: str) -> bool:
    if anchor.start is None or anchor.end is None:
        return False
    return _plain(text[anchor.start : anchor.end]) == _plain(item.passage.selector.exact)


def _choice(place: Candidate, text: str) -> Choice:
    before = " ".join(text[max(place.start - AROUND, 0) : place.start].split(" ")[1:])
    after = " ".join(text[place.end : place.end + AROUND].split(" ")[:-1])
    return Choice(place, _plain(before), _plain(text[place.start : place.end]), _plain(after))


def _plain(words: str) -> str:
    return " ".join(words.split())
