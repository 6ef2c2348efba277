"""The open library as it is in memory after a change."""

from dataclasses import replace

from explorer.domain.change import ChangeSet
from explorer.services.libraries import OpenLibrary
from explorer.services.loading import Loading, from_rows, warm
from explorer.services.patching import patched
from explorer.store import reads
from explorer.store.columns import concerned_by, touched_events


def renewed(library: OpenLibrary, change_set: ChangeSet) -> OpenLibrary:
    """The library after a change set was made, on the thread of the caller; the one given stays as it was.

    What events are drawn and filtered by is patched for the events that the change set touches. Lanes are
    another matter: where they come, go or change places, all is built anew.

    Raises:
        ReaderError: the library cannot be read.
    """
    store = library.store
    # Before the rows are read: a change that comes in while they are is not in them for certain.
    edition = store.edition
    with store.reading() as connection:
        told = any(change.record in reads.IN_CONTENTS for change in change_set.changes)
        contents = reads.contents(connection) if told else library.contents
        if not concerned_by(change_set):
            return replace(library, contents=contents, edition=edition)
        if [theme.id for theme in contents.themes] == [theme.id for theme in library.contents.themes]:
            now = patched(library, connection, touched_events(connection, change_set), contents)
        else:
            loaded = from_rows(connection, contents, Loading())
            warm(loaded.index)
            now = replace(
                library, contents=contents, index=loaded.index, facets=loaded.facets, labels=loaded.labels
            )
    return replace(now, kept=False, edition=edition)
