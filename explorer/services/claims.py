"""The checkable statements of a library, each worked from its figures."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace

from explorer.domain.detail import PlacedPassage, WorkedClaim
from explorer.domain.series import Series
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Workers
from explorer.store import reads


class Claims:
    """Reads claims for the claims page."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def all(self, library: OpenLibrary) -> Future[tuple[WorkedClaim, ...]]:
        """All claims, in the order of their ids, each worked.

        The future raises :class:`ReaderError` when the library cannot be read.
        """
        return self._workers.read(_read, library)

    def passages(self, library: OpenLibrary) -> Future[tuple[PlacedPassage, ...]]:
        """The passages that may state a claim, those with numbers first, each group in reading order.

        The future raises :class:`ReaderError` when the library cannot be read.
        """
        return self._workers.read(_passages, library)


def worked_out(worked: WorkedClaim, series: Mapping[str, Series]) -> WorkedClaim:
    """A claim with its tests worked from ``series`` (by slug), and set against its record."""
    from explorer.domain.judging import judge_all
    from explorer.services.checks import compare, disagreement
    from explorer.services.sums import basis_of_all, lines_of

    outcome = judge_all(worked.claim.workings, series)
    against = disagreement(worked.claim, outcome)
    mismatches = compare(worked.claim, outcome).mismatches
    return replace(
        worked,
        outcome=outcome,
        sum=lines_of(outcome, series),
        basis=basis_of_all(outcome, series),
        mismatch=" ".join((*mismatches, against) if against else mismatches),
    )


def _read(library: OpenLibrary) -> tuple[WorkedClaim, ...]:
    with library.store.reading() as connection:
        found = reads.all_claims(connection)
    series = {one.slug: one for one in library.contents.series}
    return tuple(worked_out(claim, series) for claim in found)


def _passages(library: OpenLibrary) -> tuple[PlacedPassage, ...]:
    with library.store.reading() as connection:
        found = [
            PlacedPassage(passage, source)
            for source in library.contents.sources
            for passage in reads.passages(connection, source.id)
        ]
    return tuple(sorted(found, key=lambda one: not one.passage.quantities))
