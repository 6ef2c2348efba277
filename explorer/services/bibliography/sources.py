"""Sources of a library as references, and references as new sources."""

import json
from dataclasses import replace

from explorer.domain.reference import Name, Reference
from explorer.domain.source import Source, SourceRole
from explorer.services.bibliography import kinds
from explorer.services.bibliography.records import from_csl, to_csl, without_marks

_LONGEST_LABEL = 60


def reference_of(source: Source) -> Reference:
    """What a bibliography says of a source: its CSL record, and its own fields where that says nothing.

    The date is the source's own, which may be finer than CSL can say.
    """
    try:
        record = json.loads(source.csl or "{}")
    except ValueError:
        record = {}
    record = record if isinstance(record, dict) else {}
    read = from_csl(record).reference
    authors = tuple(Name(literal=one.strip()) for one in source.authors.split(";") if one.strip())
    return replace(
        read,
        key=source.slug or read.key,
        kind=read.kind if record else source.kind if source.kind in kinds.CSL else "document",
        title=read.title or source.title,
        authors=read.authors or authors,
        publisher=read.publisher or ("" if read.authority else source.publisher),
        date=source.date or read.date,
        language=read.language or source.language,
    )


def csl_text(reference: Reference) -> str:
    """The CSL-JSON record of a reference, as a source keeps it."""
    return json.dumps(to_csl(reference), ensure_ascii=False, sort_keys=True)


def source_of(reference: Reference, *, id: int, uuid: str, slug: str) -> Source:  # noqa: A002
    """A document of record made of a reference, without text."""
    title = without_marks(reference.title)
    names = reference.authors or reference.editors
    label = reference.number or title or (names[0].text if names else "") or slug
    return Source(
        id=id,
        uuid=uuid,
        slug=slug,
        role=SourceRole.RECORD,
        label=label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1].rstrip() + "…",
        title=title,
        authors="; ".join(name.text for name in names),
        publisher=reference.publisher or reference.authority,
        date=reference.date,
        kind=reference.kind,
        rights=dict(reference.more).get("rights", ""),
        language=reference.language,
        note=reference.note,
        unknown=(),
        inferred=(),
        csl=csl_text(reference),
        sha256=None,
        characters=None,
        paragraphs=None,
    )
