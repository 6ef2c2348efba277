"""Reads the texts that readers attached to sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from explorer.domain.reading import Kind, PageStart
from explorer.domain.source import Document
from explorer.store import schema
from explorer.store.contents_kept import content_of
from explorer.store.faults import MalformedError
from explorer.store.reads import rows


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """As much of a document as tells whether another file is the same."""

    source_id: int
    title: str
    sha256: str
    text_sha256: str
    sketch: tuple[int, ...]


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


def pages(written: str) -> tuple[PageStart, ...]:
    """The pages of a document from their JSON.

    Raises:
        MalformedError: it is none.
    """
    try:
        return tuple(
            PageStart(int(start), number, str(label))
            for number, (start, label) in enumerate(rows.parsed(written), 1)
        )
    except (ValueError, TypeError) as error:
        raise MalformedError(str(error)) from error


def _document(connection: Connection, found: Row[Any]) -> Document:
    try:
        text = content_of(connection, found.text_sha256).decode()
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
        pages=pages(found.pages),
        sketch=_numbers(found.sketch),
        notices=rows.texts(found.notices),
        is_kept=found.original_sha256 is not None,
        path=found.path,
    )


def pages_of(connection: Connection, source_ids: Iterable[int]) -> dict[int, tuple[PageStart, ...]]:
    """The pages of the documents of these sources, of those that have any."""
    table = schema.document
    found = connection.execute(
        select(table.c.source_id, table.c.pages).where(
            table.c.source_id.in_(rows.among(source_ids)), table.c.pages != "[]"
        )
    )
    return {row.source_id: _pages(row.pages) for row in found}


def known_documents(connection: Connection) -> tuple[KnownDocument, ...]:
    """Every document that is attached, in the order of the sources."""
    document, source = schema.document, schema.source
    found = connection.execute(
        select(
            document.c.source_id,
            source.c.title,
            source.c.label,
            document.c.sha256,
            document.c.text_sha256,
            document.c.sketch,
        )
        .join(source, source.c.id == document.c.source_id)
        .order_by(document.c.source_id)
    )
    return tuple(
        KnownDocument(
            each.source_id, each.title or each.label, each.sha256, each.text_sha256, _numbers(each.sketch)
        )
        for each in found
    )


def original_of(connection: Connection, source_id: int) -> bytes | None:
    """The file of a document as it was, if it is kept in the library."""
    table = schema.document
    sha256 = connection.scalar(select(table.c.original_sha256).where(table.c.source_id == source_id))
    return None if sha256 is None else content_of(connection, sha256)


def _pages(text: str) -> tuple[PageStart, ...]:
    try:
        return tuple(
            PageStart(int(start), number, str(label))
            for number, (start, label) in enumerate(rows.parsed(text), 1)
        )
    except (ValueError, TypeError) as error:
        raise MalformedError(str(error)) from error


def _numbers(text: str) -> tuple[int, ...]:
    try:
        return tuple(map(int, rows.parsed(text)))
    except (ValueError, TypeError) as error:
        raise MalformedError(str(error)) from error
