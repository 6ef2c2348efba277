"""Keeps a reader's own copies of the sources' texts."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from explorer.domain.passage import Anchor, Selector
from explorer.domain.source import Document
from explorer.store import schema
from explorer.store.filling import anchor_row, put, row


def attach(
    connection: Connection,
    document: Document,
    anchors: Sequence[Anchor],
    selectors: Mapping[int, Selector] | None = None,
) -> None:
    """Keep a text as that of its source, in place of an earlier one, with the places of its passages.

    Args:
        connection: one from ``Library.writing``.
        document: the text.
        anchors: where the passages of the source stand in it.
        selectors: by passage id, selectors that know more of the words around a passage than the stored ones.
    """
    detach(connection, document.source_id)
    put(connection, schema.document, [row(schema.document, document)])
    put(connection, schema.anchor, [anchor_row(each) for each in anchors])
    _improve(connection, selectors or {})


def detach(connection: Connection, source_id: int) -> None:
    """Take the text of a source out again, if there is one, with the places of its passages."""
    passage, anchor, document = schema.passage, schema.anchor, schema.document
    of_source = select(passage.c.id).where(passage.c.source_id == source_id)
    connection.execute(delete(anchor).where(anchor.c.passage_id.in_(of_source)))
    connection.execute(delete(document).where(document.c.source_id == source_id))


def attached(connection: Connection) -> dict[str, Document]:
    """All attached texts by the slug of their source."""
    document, source = schema.document, schema.source
    found = connection.execute(
        select(source.c.slug, *document.c).join(source, source.c.id == document.c.source_id)
    )
    return {
        each.slug: Document(
            each.source_id, each.filename, each.sha256, each.encoding, each.text, each.attached
        )
        for each in found
    }


def _improve(connection: Connection, selectors: Mapping[int, Selector]) -> None:
    if not selectors:
        return
    passage = schema.passage
    connection.execute(
        update(passage).where(passage.c.id == bindparam("passage")),
        [
            {
                "passage": id_,
                "exact": each.exact,
                "prefix": each.prefix,
                "suffix": each.suffix,
                "start": each.start,
                "stop": each.end,
                "paragraph": each.paragraph,
            }
            for id_, each in selectors.items()
        ],
    )
