"""Keeps a reader's own copies of the sources' texts: what is changed for that, as values."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from explorer.domain.change import Change, Key, added, removed, updated
from explorer.domain.passage import Anchor, Selector
from explorer.domain.source import Document
from explorer.store.filling import anchor_row, document_row
from explorer.store.records import Fields, fields_of, keys_where


def attaching(
    connection: Connection,
    document: Document,
    anchors: Sequence[Anchor],
    selectors: Mapping[int, Selector] | None = None,
) -> tuple[Change, ...]:
    """What has a text be that of its source, in place of an earlier one, with the places of its passages.

    The text itself is a content that the changes name (:func:`explorer.store.filling.text_of`), as is the
    file if it is kept.

    Args:
        connection: shows the library as it is.
        document: the text.
        anchors: where the passages of the source stand in it.
        selectors: by passage id, selectors that know more of the words around a passage than the stored ones.
    """
    changes = list(detaching(connection, document.source_id))
    changes.append(new_document(document))
    changes += map(new_anchor, anchors)
    for passage, selector in (selectors or {}).items():
        before = fields_of(connection, "passage", {"id": passage})
        if before is not None:
            changes += updated("passage", {"id": passage}, before, _selector_row(selector))
    return tuple(changes)


def new_document(document: Document) -> Change:
    """What has a text be that of a source that has none."""
    fields = document_row(document)
    del fields["source_id"]
    return added("document", {"source_id": document.source_id}, fields)


def new_anchor(anchor: Anchor) -> Change:
    """What gives a passage its place in the text that is attached."""
    fields = anchor_row(anchor)
    del fields["passage_id"]
    return added("anchor", {"passage_id": anchor.passage_id}, fields)


def changed_anchor(connection: Connection, anchor: Anchor) -> tuple[Change, ...]:
    """What gives a passage that has a place, or none, another."""
    key: Key = {"passage_id": anchor.passage_id}
    before = fields_of(connection, "anchor", key)
    if before is None:
        return (new_anchor(anchor),)
    fields = anchor_row(anchor)
    del fields["passage_id"]
    return updated("anchor", key, before, fields)


def detaching(connection: Connection, source_id: int) -> tuple[Change, ...]:
    """What takes the text of a source out again, if there is one, with the places of its passages."""
    changes = []
    for key in keys_where(connection, "passage", source_id=source_id):
        passage: Key = {"passage_id": key["id"]}
        fields = fields_of(connection, "anchor", passage)
        if fields is not None:
            changes.append(removed("anchor", passage, fields))
    source: Key = {"source_id": source_id}
    fields = fields_of(connection, "document", source)
    if fields is not None:
        changes.append(removed("document", source, fields))
    return tuple(changes)


def _selector_row(selector: Selector) -> Fields:
    return {
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "start": selector.start,
        "stop": selector.end,
        "paragraph": selector.paragraph,
    }
