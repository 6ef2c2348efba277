"""Carries a change of a few events over to what is kept in memory of an open library."""

from collections.abc import Collection
from dataclasses import fields, replace

from explorer.domain.contents import Contents
from explorer.services.libraries import OpenLibrary
from explorer.services.loading import Loading, from_rows, warm
from explorer.store import reads
from explorer.store.columns import EventColumns, columns, facet_pairs
from explorer.store.engine import Transaction
from explorer.timeline.edited import EditedIndex, edited
from explorer.timeline.edited_facets import edited_facets

MOST = 5_000
"""Events that stand beside the index as it was built; if more have changed it is built anew."""


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
    asked = set(touched)
    ids = sorted(asked)
    index = library.index
    beside = index.side.size + len(index.splice.dead) if isinstance(index, EditedIndex) else 0
    if beside + len(ids) > MOST:
        loaded = from_rows(connection, contents, Loading())
        warm(loaded.index)
        return replace(
            library, contents=contents, index=loaded.index, facets=loaded.facets, labels=loaded.labels
        )
    if not ids:
        return replace(library, contents=contents)
    events = columns(connection, ids=ids)
    gone = sorted(asked.difference(events.id.tolist()))
    now = edited(index, {each.name: getattr(events, each.name) for each in fields(EventColumns)}, gone)
    facets = edited_facets(library.facets, now, contents, facet_pairs(connection, ids))
    labels = {event: label for event, label in library.labels.items() if event not in asked}
    labels |= reads.labels(connection, events.id.tolist())
    return replace(library, contents=contents, index=now, facets=facets, labels=labels)
