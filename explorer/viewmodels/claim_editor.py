"""A claim while it is written: its draft, and the verdict as it would be."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.claim import Working
from explorer.domain.claim_draft import ClaimDraft, first_working, problems
from explorer.domain.detail import PlacedPassage, WorkedClaim
from explorer.domain.draft import PassageDraft
from explorer.domain.errors import ReaderError
from explorer.domain.judgement import Judgement, Outcome
from explorer.domain.judging import judge_all
from explorer.domain.series import Series
from explorer.domain.source import Source
from explorer.services.claim_drafts import changed_claim, deleted_claim, new_claim
from explorer.viewmodels.claims import ClaimsModel
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel

CHANNEL = "claim passages"
STATISTIC = "statistic"
"""The kind of a passage that is made for a claim."""


@dataclass(frozen=True, slots=True)
class ClaimForm:
    """What the editor shows: the draft, the test in hand, the verdict it would get, what is wrong.

    ``quotation`` and ``place`` are the words of the statement and where they stand. ``claim_id`` is None for
    a new claim. ``problem`` is a sentence if it could not be saved.
    """

    draft: ClaimDraft
    quotation: str
    place: str
    claim_id: int | None
    test: int
    outcome: Outcome
    problems: tuple[str, ...]
    series: dict[str, Series]
    problem: str = ""

    @property
    def working(self) -> Working | None:
        """The test in hand."""
        return self.draft.workings[self.test] if self.draft.workings else None

    @property
    def judgement(self) -> Judgement | None:
        """The test in hand, worked."""
        return self.outcome.judgements[self.test] if self.draft.workings else None


class ClaimEditorModel(QObject):
    """One editor at a time. ``changed`` carries the :class:`ClaimForm` whenever something in it did.

    ``passages_found`` carries the passages that can make a statement (:class:`PlacedPassage` each), in
    reading order; ``finished`` carries the :class:`ChangeSet` when the claim is saved.
    """

    changed = Signal(object)
    passages_found = Signal(object)
    finished = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        claims: ClaimsModel,
        edits: EditsModel,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._claims = claims
        self._edits = edits
        self._courier = courier
        self._form = _form(ClaimDraft(None), "", "", None, {})

    @property
    def form(self) -> ClaimForm:
        """What is to be shown."""
        return self._form

    def begin(self, passage: PassageDraft | None = None) -> None:
        """Begin a new claim, on a passage that is selected in a source or to be chosen."""
        series = self._series()
        workings = tuple(first_working(one) for one in list(series.values())[:1])
        if passage is None:
            form = _form(ClaimDraft(None, workings), "", "", None, series)
        else:
            stated, place = replace(passage, kind=STATISTIC), self._place(passage)
            form = _form(ClaimDraft(stated, workings), passage.selector.exact, place, None, series)
        self._show(form)
        self._find_passages()

    def edit(self, worked: WorkedClaim) -> None:
        """Edit a claim of the library."""
        claim = worked.claim
        draft = ClaimDraft(
            passage=None if worked.passage is None else worked.passage.id,
            workings=claim.workings,
            test=claim.test,
            caveats=claim.caveats,
            verdict=claim.verdict,
            finding=claim.finding,
        )
        place = self._claims.place(worked)
        self._show(_form(draft, worked.quotation, place, claim.id, self._series()))
        self._find_passages()

    def delete(self, worked: WorkedClaim) -> None:
        """Take a claim out of the library; Undo brings it back."""
        self._edits.apply(deleted_claim(worked.claim.id))

    def choose_passage(self, found: PlacedPassage) -> None:
        """Take the words of a passage as the statement."""
        place = self._named(found.source, found.passage.selector.paragraph)
        draft = replace(self._form.draft, passage=found.passage.id)
        self._show(self._with(draft, quotation=found.passage.selector.exact, place=place))

    def put(self, **fields: Any) -> None:
        """Set fields of the draft: ``test``, ``caveats``, ``verdict``, ``finding``."""
        self._show(self._with(replace(self._form.draft, **fields)))

    def put_working(self, working: Working) -> None:
        """Set the test in hand."""
        workings = list(self._form.draft.workings)
        workings[self._form.test] = working
        self._show(self._with(replace(self._form.draft, workings=tuple(workings))))

    def choose_test(self, number: int) -> None:
        """Take another test in hand."""
        if 0 <= number < len(self._form.draft.workings):
            self._show(replace(self._form, test=number))

    def add_test(self) -> None:
        """Add a test like the one in hand, to be changed."""
        workings, series = self._form.draft.workings, list(self._form.series.values())
        if workings or series:
            more = workings[self._form.test] if workings else first_working(series[0])
            draft = replace(self._form.draft, workings=(*workings, more))
            self._show(replace(self._with(draft), test=len(workings)))

    def remove_test(self) -> None:
        """Take the test in hand away."""
        at, workings = self._form.test, self._form.draft.workings
        draft = replace(self._form.draft, workings=workings[:at] + workings[at + 1 :])
        self._show(replace(self._with(draft), test=max(at - 1, 0)))

    def save(self) -> None:
        """Save the claim, if nothing is wrong with it."""
        form = self._form
        if form.problems:
            self._show(replace(form, problem=form.problems[0]))
            return
        plan = new_claim(form.draft) if form.claim_id is None else changed_claim(form.claim_id, form.draft)
        self._edits.apply(plan, done=self._finish, failed=self._fail)

    def _place(self, passage: PassageDraft) -> str:
        library = self._library.current
        sources = () if library is None else library.contents.sources
        source = next((one for one in sources if one.id == passage.source_id), None)
        return "" if source is None else self._named(source, passage.selector.paragraph)

    def _named(self, source: Source, paragraph: int) -> str:
        return self.tr("{source}, ¶{paragraph}").format(source=source.label, paragraph=paragraph)

    def _finish(self, change_set: ChangeSet) -> None:
        ids = sorted(change_set.ids("claim"))
        if ids:
            self._claims.choose(ids[0])
        self.finished.emit(change_set)

    def _fail(self, error: ReaderError) -> None:
        self._show(replace(self._form, problem=str(error)))

    def _with(self, draft: ClaimDraft, **more: Any) -> ClaimForm:
        form = self._form
        named = {"quotation": form.quotation, "place": form.place} | more
        made = _form(draft, named["quotation"], named["place"], form.claim_id, form.series)
        return replace(made, test=min(form.test, max(len(draft.workings) - 1, 0)))

    def _show(self, form: ClaimForm) -> None:
        self._form = form
        self.changed.emit(form)

    def _series(self) -> dict[str, Series]:
        library = self._library.current
        return {} if library is None else {one.slug: one for one in library.contents.series}

    def _find_passages(self) -> None:
        library = self._library.current
        if library is not None:
            self._courier.ask(CHANNEL, self._claims.service.passages(library), self.passages_found.emit)


def _form(
    draft: ClaimDraft, quotation: str, place: str, claim_id: int | None, series: dict[str, Series]
) -> ClaimForm:
    return ClaimForm(
        draft=draft,
        quotation=quotation,
        place=place,
        claim_id=claim_id,
        test=0,
        outcome=judge_all(draft.workings, series),
        problems=problems(draft, series),
        series=series,
    )
