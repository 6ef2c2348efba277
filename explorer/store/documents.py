"""Keeps a reader's own copies of the sources' texts: what is changed for that, as values."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from explorer.domain.change import Change, added, removed, updated
from explorer.domain.passage import Anchor, Selector
from explorer.domain.reading import Kind, PageStart
from explorer.domain.source import Document
from explorer.store import schema
from explorer.store.contents_kept import content_of, sha256_of
from explorer.store.faults import MalformedError
from explorer.store.filling import anchor_row, row
from explorer.store.reads import rows
from explorer.store.records import Fields, fields_of, keys_where


def attaching(
    connection: Connection,
    document: Document,
    anchors: Sequence[Anchor],
    selectors: Mapping[int, Selector] | None = None,
) -> tuple[Change, ...]:
    """What has a text be that of its source, in place of an earlier one, with the places of its passages.

    The text itself is a content that the changes name (:func:`text_of`), as is the file if it is kept.

    Args:
        connection: shows the library as it is.
        document: the text.
        anchors: where the passages of the source stand in it.
        selectors: by passage id, selectors that know more of the words around a passage than the stored ones.
    """
    changes = list(detaching(connection, document.source_id))
    fields = document_row(document)
    changes.append(added("document", {"source_id": fields.pop("source_id")}, fields))
    for each in anchors:
        fields = anchor_row(each)
        changes.append(added("anchor", {"passage_id": fields.pop("passage_id")}, fields))
    for passage, selector in (selectors or {}).items():
        before = fields_of(connection, "passage", {"id": passage})
        if before is not None:
            changes += updated("passage", {"id": passage}, before, _selector_row(selector))
    return tuple(changes)


def detaching(connection: Connection, source_id: int) -> tuple[Change, ...]:
    """What takes the text of a source out again, if there is one, with the places of its passages."""
    changes = []
    for key in keys_where(connection, "passage", source_id=source_id):
        anchor = {"passage_id": key["id"]}
        fields = fields_of(connection, "anchor", anchor)
        if fields is not None:
            changes.append(removed("anchor", anchor, fields))
    fields = fields_of(connection, "document", {"source_id": source_id})
    if fields is not None:
        changes.append(removed("document", {"source_id": source_id}, fields))
    return tuple(changes)


def text_of(document: Document) -> bytes:
    """The text as the content that the row of the document names."""
    return document.text.encode()


def document_row(document: Document) -> Fields:
    """The row of a document."""
    return row(
        schema.document,
        document,
        text_sha256=sha256_of(text_of(document)),
        pages=_json([[page.start, page.label] for page in document.pages]),
        sketch=_json(document.sketch),
        notices=_json(document.notices),
        original_sha256=document.sha256 if document.is_kept else None,
        kind=document.kind.value,
    )


def document_of(connection: Connection, source_id: int) -> Document | None:
    """The document of a source with its text, if one is attached."""
    table = schema.document
    found = connection.execute(select(*table.c).where(table.c.source_id == source_id)).one_or_none()
    return None if found is None else _document(connection, found)


def attached(connection: Connection) -> dict[str, Document]:
    """All attached texts by the slug of their source."""
    document, source = schema.document, schema.source
    found = connection.execute(
        select(source.c.slug, *document.c).join(source, source.c.id == document.c.source_id)
    )
    return {each.slug: _document(connection, each) for each in found}


def _document(connection: Connection, found: Row[Any]) -> Document:
    try:
        text = content_of(connection, found.text_sha256).decode()
        pages = tuple(
            PageStart(int(start), number, str(label))
            for number, (start, label) in enumerate(rows.parsed(found.pages), 1)
        )
        sketch = tuple(map(int, rows.parsed(found.sketch)))
    except (ValueError, TypeError) as error:
        raise MalformedError(str(error)) from error
    return Document(
        source_id=found.source_id,
        filename=found.filename,
        sha256=found.sha256,
        encoding=found.encoding,
        text=text,
        attached=found.attached,
        kind=rows.member(Kind, found.kind),
        extractor=found.extractor,
        pages=pages,
        sketch=sketch,
        notices=rows.texts(found.notices),
        is_kept=found.original_sha256 is not None,
        path=found.path,
    )


def _selector_row(selector: Selector) -> Fields:
    return {
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "start": selector.start,
        "stop": selector.end,
        "paragraph": selector.paragraph,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
