"""Carries a change of a few events over to what is kept in memory of an open library."""

from collections.abc import Collection
from dataclasses import replace

from explorer.domain.contents import Contents
from explorer.services.libraries import OpenLibrary
from explorer.services.loading import Loading, from_rows
from explorer.store.engine import Transaction


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
    loaded = from_rows(connection, contents, Loading())
    return replace(
        library, contents=contents, index=loaded.index, facets=loaded.facets, labels=loaded.labels, kept=False
    )
