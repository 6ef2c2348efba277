"""Reads records out of a library. Every function takes a connection from ``Library.reading``."""

from explorer.store.reads.citing import annotated_passages, pages_of, records_known, sources_of
from explorer.store.reads.claims import all_claims
from explorer.store.reads.contents import IN_CONTENTS, contents, event_id, headings, identity, labels
from explorer.store.reads.documents import (
    KnownDocument,
    attached,
    document_of,
    known_documents,
    original_of,
)
from explorer.store.reads.events import event_detail
from explorer.store.reads.notes import notes
from explorer.store.reads.sources import (
    evidence,
    passages,
    rejected_dates,
    slugs_like,
    source_detail,
    source_keys,
    source_summaries,
    source_with_id,
    undated_passages,
)
from explorer.store.reads.tours import placed_passages, standing_headings
from explorer.store.reads.web import web

__all__ = [
    "IN_CONTENTS",
    "KnownDocument",
    "all_claims",
    "annotated_passages",
    "attached",
    "contents",
    "document_of",
    "event_detail",
    "event_id",
    "evidence",
    "headings",
    "identity",
    "known_documents",
    "labels",
    "notes",
    "original_of",
    "pages_of",
    "passages",
    "placed_passages",
    "records_known",
    "rejected_dates",
    "slugs_like",
    "source_detail",
    "source_keys",
    "source_summaries",
    "source_with_id",
    "sources_of",
    "standing_headings",
    "undated_passages",
    "web",
]
