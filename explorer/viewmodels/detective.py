"""The game "Source detective": who said it, and what does it do for the event?"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from explorer.domain.classwork import QuotationCard, Role, Round
from explorer.domain.event import Status
from explorer.domain.grading import grade_role, grade_source
from explorer.domain.passage import AnchorState, Stance
from explorer.viewmodels.claims import ChosenClaim
from explorer.viewmodels.class_game import ClassGame, Phase

ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a team said of a quotation, and the points for either part."""

    card: QuotationCard
    team: int
    source: int
    role: Role
    source_points: int
    role_points: int


class DetectiveModel(ClassGame):
    """Quotations by turns. ``source`` and ``role`` are what is chosen for the card on the table."""

    NAME = "source_detective"
    cards: tuple[QuotationCard, ...] = ()
    source: int | None = None
    role: Role | None = None
    decided: tuple[Decided, ...] = ()

    def begin(self, teams: tuple[str, ...], cards: int, seed: int | None = None) -> None:
        """Deal ``cards`` quotations for each team; ``seed`` for tests."""
        library = self._begin(teams, cards)
        self.cards, self.decided = (), ()
        if library is not None:
            wanted = self._wanted * len(self.teams)
            self._courier.ask(
                self.NAME,
                self._service.quotations(library, wanted, self._seed(seed)),
                self._take,
                self._refuse,
            )

    @property
    def card(self) -> QuotationCard | None:
        """The card on the table."""
        return self.cards[self.turn] if self.turn < self.turns else None

    @property
    def last(self) -> Decided | None:
        """What was decided last."""
        return self.decided[-1] if self.decided else None

    @property
    def ready(self) -> bool:
        """Whether both parts are chosen."""
        return self.phase is Phase.ASKING and self.source is not None and self.role is not None

    @property
    def claim(self) -> ChosenClaim | None:
        """The statement of the passage with the figures that test it; None where there is none."""
        card, library = self.card, self._library.current
        if card is None or card.claim is None or library is None:
            return None
        return ChosenClaim(card.claim, 0, {one.slug: one for one in library.contents.series})

    def choose_source(self, source: int) -> None:
        """This source said it, the class thinks."""
        if self.phase is Phase.ASKING:
            self.source = source
            self.changed.emit()

    def choose_role(self, role: Role) -> None:
        """This is what the passage does for the event, the class thinks."""
        if self.phase is Phase.ASKING:
            self.role = role
            self.changed.emit()

    def decide(self) -> None:
        """Take the answer."""
        card, source, role = self.card, self.source, self.role
        if not self.ready or card is None or source is None or role is None:
            return
        team = self.turn % len(self.teams)
        right = card.card.source.id
        made = Decided(card, team, source, role, grade_source(source, right), grade_role(role, card.role))
        self.decided = (*self.decided, made)
        said = dict(card.choices)
        pattern = self.tr("{source}: {role}")
        self._note(
            Round(
                team=team,
                subject=self.tr("“{text}”").format(text=card.card.passage.selector.exact),
                answer=pattern.format(source=said[source], role=role_words(role)),
                truth=pattern.format(source=said[right], role=role_words(card.role)),
                state=self.state_of(card),
                points=made.source_points + made.role_points,
            )
        )

    def state_of(self, card: QuotationCard) -> str:
        """Whether the words were found in a copy of the document, and the event's date was checked."""
        anchor = card.card.anchor
        if anchor is None:
            words = self.tr("words not compared with a copy")
        elif anchor.state is AnchorState.EXACT:
            words = self.tr("words found exactly")
        else:
            words = self.tr("words not found exactly")
        checked = card.detail.event.date_status is Status.CHECKED
        date = self.tr("date of the event checked") if checked else self.tr("date of the event not checked")
        return f"{words}, {date}"

    def is_checked(self, card: QuotationCard) -> bool:
        """Whether the words stand in a copy of the document, exactly, and the event's date was checked."""
        anchor = card.card.anchor
        exact = anchor is not None and anchor.state is AnchorState.EXACT
        return exact and card.detail.event.date_status is Status.CHECKED

    def _take(self, cards: tuple[QuotationCard, ...]) -> None:
        self.cards = cards
        self._dealt(len(cards))

    def _show_card(self) -> None:
        self.source = self.role = None


def role_words(role: Role) -> str:
    """What a passage does, in a word."""
    return {
        Role.REPORTS: _tr("reports"),
        Role.CLAIMS: _tr("claims"),
        Role.DISPUTES: _tr("disputes"),
    }[role]


def role_meaning(role: Role) -> str:
    """The same with what is meant by it."""
    return {
        Role.REPORTS: _tr("It reports: it tells what happened"),
        Role.CLAIMS: _tr("It claims: it asserts what has to be tested"),
        Role.DISPUTES: _tr("It disputes: it contradicts or questions it"),
    }[role]


def stance_words(stance: Stance) -> str:
    """How the library has it: finer than the three answers."""
    return {
        Stance.REPORTS: _tr("reports"),
        Stance.SUPPORTS: _tr("supports"),
        Stance.DISPUTES: _tr("disputes"),
        Stance.QUESTIONS: _tr("questions"),
        Stance.MENTIONS: _tr("mentions"),
    }[stance]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Detective", text)
