"""What the steps of a tour have in focus."""

from collections.abc import Iterable, Mapping
from concurrent.futures import Future

from explorer.domain.tour import Step
from explorer.domain.tour_view import Focus
from explorer.services.claims import worked_out
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Workers
from explorer.store import reads


class TourFocus:
    """Reads events, passages and claims that steps name, on a reader thread."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def of(self, library: OpenLibrary, steps: Iterable[Step]) -> Future[Mapping[int, Focus]]:
        """What each step has in focus, by the id of the step; the claims are worked from the series.

        The future raises :class:`ReaderError` when the library cannot be read.
        """
        return self._workers.read(_read, library, tuple(steps))


def _read(library: OpenLibrary, steps: tuple[Step, ...]) -> Mapping[int, Focus]:
    series = {one.slug: one for one in library.contents.series}
    with library.store.reading() as connection:
        events = reads.standing_headings(connection, {one.event_id for one in steps if one.event_id})
        passages = reads.placed_passages(connection, {one.passage_id for one in steps if one.passage_id})
        wanted = {one.claim_id for one in steps if one.claim_id}
        claims = {one.claim.id: one for one in reads.all_claims(connection)} if wanted else {}
    worked = {id_: worked_out(claims[id_], series) for id_ in wanted if id_ in claims}
    found = {}
    for step in steps:
        event, checked = events.get(step.event_id or 0, (None, True))
        found[step.id] = Focus(
            event, checked, passages.get(step.passage_id or 0), worked.get(step.claim_id or 0)
        )
    return found
