"""Fills the empty tables of a new library from plain records."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Table, insert

from explorer.domain import workings
from explorer.domain.claim import Claim, Concordance
from explorer.domain.event import Era, Event
from explorer.domain.ids import record_uuid
from explorer.domain.measure import width_em
from explorer.domain.passage import Anchor, Passage
from explorer.domain.series import Series
from explorer.domain.source import Document, Source
from explorer.domain.tour import Tour
from explorer.domain.whole import WholeLibrary
from explorer.store import contents_kept, indexing, schema
from explorer.store.contents_kept import sha256_of

Row = dict[str, Any]


def fill(connection: Connection, whole: WholeLibrary) -> None:
    """Write every record and the search index, inside the caller's transaction."""
    contents, web = whole.contents, whole.web
    themes = [
        row(schema.theme, each, position=each.order, uuid=record_uuid(whole.uuid, "theme", each.slug))
        for each in contents.themes
    ]
    eras = [
        row(schema.era, each, **_date(each), uuid=record_uuid(whole.uuid, "era", each.slug))
        for each in contents.eras
    ]
    put(connection, schema.theme, themes)
    _events(connection, whole.events)
    put(
        connection,
        schema.entity,
        [row(schema.entity, e, aliases=_json(e.aliases)) for e in contents.entities],
    )
    put(connection, schema.participation, _numbered(schema.participation, whole.participations))
    put(connection, schema.era, eras)
    put(connection, schema.source, [source_row(each) for each in contents.sources])
    citations = [
        {"event_id": event, "source_id": source, "position": position}
        for position, (event, source) in enumerate(whole.citations)
    ]
    put(connection, schema.event_source, citations)
    _passages(connection, whole.passages)
    put(connection, schema.evidence, [row(schema.evidence, each) for each in whole.evidence])
    mentions = [{"passage_id": passage, "entity_id": entity} for passage, entity in whole.mentions]
    put(connection, schema.mention, mentions)
    _series(connection, contents.series)
    _claims(connection, web.claims)
    _concordances(connection, whole)
    put(connection, schema.relation, [row(schema.relation, each) for each in web.relations])
    _tours(connection, contents.tours)
    _documents(connection, whole)
    put(connection, schema.library, [row(schema.library, whole, **_title(whole))])
    indexing.index(connection, whole)


def row(table: Table, record: object, **more: object) -> Row:
    """A row of a table: each column from ``more`` or else from the record's field of the same name."""
    named = {
        name: getattr(record, name) for name in table.columns.keys() - more.keys() if hasattr(record, name)
    }
    return named | more


def source_row(source: Source) -> Row:
    """The row of a source."""
    lists = {"unknown": _json(source.unknown), "inferred": _json(source.inferred)}
    return row(schema.source, source, date_edtf=source.date, role=source.role.value, **lists)


def anchor_row(anchor: Anchor) -> Row:
    """The row of the place where a passage was found."""
    candidates = [[each.start, each.end, each.score] for each in anchor.candidates]
    return row(
        schema.anchor,
        anchor,
        stop=anchor.end,
        candidates=_json(candidates),
        confirmed=int(anchor.confirmed),
    )


def text_of(document: Document) -> bytes:
    """The text as the content that the row of the document names."""
    return document.text.encode()


def document_row(document: Document) -> Row:
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


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, if there are any."""
    if rows:
        connection.execute(insert(table), rows)


def _numbered(table: Table, records: Iterable[object], **more: object) -> list[Row]:
    return [row(table, each, position=position, **more) for position, each in enumerate(records)]


def _links(owner: str, owner_id: int, target: str, ids: Iterable[int], **more: object) -> list[Row]:
    """Rows that tie an owner to others, in their order."""
    return [{owner: owner_id, target: each, "position": at, **more} for at, each in enumerate(ids)]


def _title(whole: WholeLibrary) -> Row:
    contents = whole.contents
    return {
        "id": 1,
        "uuid": str(whole.uuid),
        "title": contents.title,
        "subtitle": contents.subtitle,
        "version": contents.version,
        "start_event_id": contents.start_event_id,
    }


def _date(dated: Event | Era) -> Row:
    return {"start_edtf": dated.start, "end_edtf": dated.end, **asdict(dated.extent)}


def _events(connection: Connection, events: Sequence[Event]) -> None:
    rows = [row(schema.event, each, **_date(each), label_em=width_em(each.label)) for each in events]
    put(connection, schema.event, rows)
    tags = [
        {"event_id": each.id, "position": position, "tag": tag}
        for each in events
        for position, tag in enumerate(each.tags)
    ]
    put(connection, schema.event_tag, tags)


def _passages(connection: Connection, passages: Sequence[Passage]) -> None:
    rows = []
    quantities = []
    for each in passages:
        place = asdict(each.selector)
        stop = place.pop("end")
        rows.append(row(schema.passage, each, **place, stop=stop, date_edtf=each.date))
        quantities += _numbered(schema.quantity, each.quantities, passage_id=each.id)
    put(connection, schema.passage, rows)
    put(connection, schema.quantity, quantities)


def _series(connection: Connection, series: Sequence[Series]) -> None:
    put(connection, schema.series, [row(schema.series, each) for each in series])
    points = [
        row(schema.observation, point, series_id=each.id, stop=point.end)
        for each in series
        for point in each.observations
    ]
    put(connection, schema.observation, points)
    breaks = [row(schema.series_break, one, series_id=each.id) for each in series for one in each.breaks]
    put(connection, schema.series_break, breaks)


def _claims(connection: Connection, claims: Sequence[Claim]) -> None:
    rows = []
    passages = []
    series = []
    for each in claims:
        lists = {"caveats": _json(each.caveats), "computed": _json(each.computed)}
        rows.append(row(schema.claim, each, workings=workings.to_text(each.workings), **lists))
        passages += _links("claim_id", each.id, "passage_id", each.passage_ids)
        series += _links("claim_id", each.id, "series_id", each.series_ids)
    put(connection, schema.claim, rows)
    put(connection, schema.claim_passage, passages)
    put(connection, schema.claim_series, series)


def _concordances(connection: Connection, whole: WholeLibrary) -> None:
    rows = []
    events = []
    lines = []
    passages = []
    for each in whole.web.concordances:
        rows.append(_concordance_row(each, whole))
        events += _links("concordance_id", each.id, "event_id", each.event_ids)
        lines += _numbered(schema.concordance_line, each.lines, concordance_id=each.id)
        for line in each.lines:
            ids = line.passage_ids
            passages += _links("concordance_id", each.id, "passage_id", ids, source_id=line.source_id)
    put(connection, schema.concordance, rows)
    put(connection, schema.concordance_event, events)
    put(connection, schema.concordance_line, lines)
    put(connection, schema.concordance_passage, passages)


def _concordance_row(concordance: Concordance, whole: WholeLibrary) -> Row:
    uuid = record_uuid(whole.uuid, "concordance", concordance.slug)
    return row(schema.concordance, concordance, uuid=uuid)


def _tours(connection: Connection, tours: Sequence[Tour]) -> None:
    put(connection, schema.tour, [row(schema.tour, each) for each in tours])
    steps = []
    lanes = []
    for each in tours:
        for position, step in enumerate(each.steps):
            series, show = _json(step.series), step.show.value
            steps.append(row(schema.step, step, tour_id=each.id, position=position, series=series, show=show))
            lanes += _links("step_id", step.id, "theme_id", step.lanes)
    put(connection, schema.step, steps)
    put(connection, schema.step_lane, lanes)


def _documents(connection: Connection, whole: WholeLibrary) -> None:
    contents_kept.keep(connection, map(text_of, whole.documents))
    put(connection, schema.document, [document_row(each) for each in whole.documents])
    put(connection, schema.anchor, [anchor_row(each) for each in whole.anchors])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
