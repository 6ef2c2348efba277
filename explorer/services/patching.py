"""Carries a change of a few events over to what is kept in memory of an open library."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace

from explorer.domain.contents import Contents
from explorer.services.libraries import OpenLibrary
from explorer.services.loading import Loading, from_rows, warm
from explorer.store import reads
from explorer.store.columns import EventColumns, FacetPairs, columns, facet_pairs
from explorer.store.engine import Transaction
from explorer.timeline.edited import EditedIndex, edited
from explorer.timeline.edited_facets import edited_facets

MOST = 5_000
"""So many events may stand beside the index as it was built before it is built anew."""
MOST_OF_ALL = 8
"""And one in so many: to build a large one anew takes longer than to go through what stands beside it."""


def patched(
    library: OpenLibrary, connection: Transaction, touched: Collection[int], contents: Contents
) -> OpenLibrary:
    """The open library after a change, on the thread of the caller.

    Args:
        library: as it was before the change; it stays as it is.
        connection: one that sees the change.
        touched: ids of the events that are new, are gone, or have another date, theme, importance, title,
            layer, evidence, participant or source than before.
        contents: as they are now; ``library.contents`` if the change leaves them alone.
    """
    ids = sorted(set(touched))
    index = library.index
    beside = index.side.size + len(index.splice.dead) if isinstance(index, EditedIndex) else 0
    if beside + len(ids) > max(MOST, index.size // MOST_OF_ALL):
        loaded = from_rows(connection, contents, Loading())
        warm(loaded.index)
        return replace(
            library, contents=contents, index=loaded.index, facets=loaded.facets, labels=loaded.labels
        )
    if not ids:
        return replace(library, contents=contents)
    return with_events(replace(library, contents=contents), read(connection, ids))


@dataclass(frozen=True, slots=True, eq=False)
class SomeEvents:
    """What is kept in memory of a few events, and the ids of others that are no more."""

    columns: EventColumns
    pairs: FacetPairs
    labels: Mapping[int, str]
    gone: Collection[int]


def read(connection: Transaction, ids: Collection[int]) -> SomeEvents:
    """The events of some ids as they are in the file; those that are not there are gone."""
    found = columns(connection, ids=ids)
    there = found.id.tolist()
    gone = sorted(set(ids).difference(there))
    return SomeEvents(found, facet_pairs(connection, ids), reads.labels(connection, there), gone)


def with_events(library: OpenLibrary, some: SomeEvents) -> OpenLibrary:
    """The open library with some events in place of those of the same ids; it costs the same at any size."""
    events = {each.name: getattr(some.columns, each.name) for each in fields(EventColumns)}
    index = edited(library.index, events, sorted(some.gone))
    facets = edited_facets(library.facets, index, library.contents, some.pairs)
    labels = dict(library.labels)
    for event in index.touched.tolist():
        labels.pop(event, None)
    labels.update(some.labels)
    return replace(library, index=index, facets=facets, labels=labels)
