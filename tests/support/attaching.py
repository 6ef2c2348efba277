"""Puts texts into libraries, as the app does."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from explorer.domain.change import ChangeSet
from explorer.domain.passage import Anchor, Selector
from explorer.domain.source import Document
from explorer.store import changes, documents
from explorer.store.filling import text_of


def attach(
    connection: Connection,
    document: Document,
    anchors: Sequence[Anchor] = (),
    selectors: Mapping[int, Selector] | None = None,
    files: Iterable[bytes] = (),
) -> None:
    """Have a text be that of its source."""
    made = documents.attaching(connection, document, anchors, selectors)
    changes.apply(connection, ChangeSet("Attach", made), [text_of(document), *files])


def detach(connection: Connection, source_id: int) -> None:
    """Take the text of a source out, if it has one."""
    made = documents.detaching(connection, source_id)
    if made:
        changes.apply(connection, ChangeSet("Detach", made))
