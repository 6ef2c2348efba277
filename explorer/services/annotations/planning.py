"""Makes one change set of annotations that were placed."""

from collections.abc import Iterator
from uuid import UUID, uuid4

from explorer.domain.annotation import AnnotationPreview, Fate, PlacedAnnotation
from explorer.domain.change import Change, ChangeSet, added
from explorer.domain.errors import ReaderError
from explorer.domain.passage import Anchor, AnchorState
from explorer.services.edits import Plan
from explorer.store.documents import new_anchor
from explorer.store.engine import Transaction
from explorer.store.records import fields_of, next_id


def importing(preview: AnnotationPreview) -> Plan:
    """Put the passages of a preview into the library, with their quantities, places and events.

    The plan raises ReaderError if a source, passage or event of the preview is gone since.
    """

    def plan(connection: Transaction) -> ChangeSet:
        first = next_id(connection, "passage")
        changes: list[Change] = []
        for placed in preview.placed:
            if placed.fate is Fate.NEW:
                changes.extend(_passage(placed, first))
                changes.extend(_links(connection, placed, first))
                first += 1
            elif placed.fate is Fate.LINKED and placed.passage_id is not None:
                changes.extend(_links(connection, placed, placed.passage_id))
        return ChangeSet(f"Import annotations from “{preview.name}”", tuple(changes))

    return plan


def _passage(placed: PlacedAnnotation, passage_id: int) -> Iterator[Change]:
    read, place = placed.read, placed.selector
    assert place is not None
    assert placed.source is not None
    uuid = str(UUID(read.uuid)) if read.uuid else str(uuid4())
    yield added(
        "passage",
        {"id": passage_id},
        {
            "uuid": uuid,
            "slug": f"passage-{uuid}",
            "source_id": placed.source.id,
            "exact": place.exact,
            "prefix": place.prefix,
            "suffix": place.suffix,
            "start": place.start,
            "stop": place.end,
            "paragraph": place.paragraph,
            "paraphrase": read.paraphrase,
            "kind": read.kind,
            "date_edtf": read.date,
            "date_note": read.date_note,
            "note": read.note,
        },
    )
    for position, each in enumerate(read.quantities):
        yield added(
            "quantity",
            {"passage_id": passage_id, "position": position},
            {"value": each.value, "unit": each.unit, "what": each.what, "period": each.period},
        )
    if placed.anchored:
        yield new_anchor(Anchor(passage_id, AnchorState.EXACT, place.start, place.end))


def _links(connection: Transaction, placed: PlacedAnnotation, passage_id: int) -> Iterator[Change]:
    for event_id, link in placed.links:
        if fields_of(connection, "event", {"id": event_id}) is None:
            raise ReaderError("An event that annotations lead to is gone. Import the file again.")
        yield added(
            "evidence",
            {"passage_id": passage_id, "event_id": event_id},
            {"stance": link.stance.value, "note": link.note, "example": int(link.example)},
        )
