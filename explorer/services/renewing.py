"""The open library as it is in memory after a change."""

from dataclasses import replace

from explorer.domain.change import ChangeSet
from explorer.services.libraries import OpenLibrary
from explorer.services.loading import Loading, from_rows, warm
from explorer.store import reads
from explorer.store.columns import concerned_by


def renewed(library: OpenLibrary, change_set: ChangeSet) -> OpenLibrary:
    """The library after a change set was made, on the thread of the caller; the one given stays as it was.

    What events are drawn and filtered by is read anew only if the change set concerns it.

    Raises:
        ReaderError: the library cannot be read.
    """
    store = library.store
    # Before the rows are read: a change that comes in while they are is not in them for certain.
    edition = store.edition
    with store.reading() as connection:
        contents = reads.contents(connection)
        if not concerned_by(change_set):
            return replace(library, contents=contents, edition=edition)
        loaded = from_rows(connection, contents, Loading())
    warm(loaded.index)
    return OpenLibrary(
        store, contents, loaded.index, loaded.facets, loaded.labels, kept=False, edition=edition
    )
