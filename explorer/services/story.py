"""Reads the story that ships with the app, from its JSON and CSV files."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from explorer.domain.claim import Concordance, ConcordanceLine
from explorer.domain.contents import Contents, Web
from explorer.domain.edtf import event_date, parse
from explorer.domain.entity import Entity, EntityKind, Participation
from explorer.domain.event import Era, Event, Layer, Status, Theme
from explorer.domain.ids import record_uuid
from explorer.domain.passage import Evidence, Passage, Quantity, Selector, Stance
from explorer.domain.relation import Relation, RelationKind
from explorer.domain.series import Series
from explorer.domain.source import Source, SourceRole
from explorer.domain.tour import Tour
from explorer.domain.whole import WholeLibrary
from explorer.services.csl import author, issued
from explorer.services.story_claims import read_claim
from explorer.services.story_figures import read_figures
from explorer.services.story_files import fingerprint, unreadable
from explorer.services.story_tours import Known, read_tours

STORY = UUID("6f0e6d5a-6a0e-5b53-9d3c-0b6c6b1e7a11")
"""The identity of the shipped story in all its versions."""

Record = Mapping[str, Any]
Ids = Mapping[str, int]


def read_story(folder: Path, now: str) -> WholeLibrary:
    """Read a story whole.

    Args:
        folder: the folder with ``library.json``, ``events.json`` and the others.
        now: ISO date and time in UTC, kept as the time when the events were made.

    Raises:
        ReaderError: a file is missing, or not as it should be.
    """
    try:
        return _Reader(folder, now).whole()
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise unreadable(folder, error) from error


class _Reader:
    """Turns the files of one folder into records. Slugs become ids in the order of the files."""

    def __init__(self, folder: Path, now: str) -> None:
        self._folder = folder
        self._now = now
        self._themes = self._load("themes")
        self._events = self._load("events")
        self._claims = self._load("seed_claims")
        self._seeds: list[Record] = self._load("sources")["seeds"]
        self._records: list[Record] = self._load("sources")["records"]
        self._kinds = (
            (EntityKind.PERSON, self._load("people")),
            (EntityKind.BODY, self._load("orgs")),
            (EntityKind.PLACE, self._load("places")),
        )
        self._theme_ids = _ids(self._themes)
        self._event_ids = _ids(self._events)
        self._passage_ids = _ids(self._claims)
        self._source_ids = _ids([*self._seeds, *self._records])
        self._entity_ids = _ids([each for _, listed in self._kinds for each in listed])

    def whole(self) -> WholeLibrary:
        about = self._load("library")
        series = read_figures(self._folder / "series", STORY)
        return WholeLibrary(
            uuid=STORY,
            fingerprint=fingerprint(self._folder),
            contents=Contents(
                title=about["title"],
                subtitle=about["subtitle"],
                version=str(about["version"]),
                start_event_id=self._event_ids[about["start_event"]],
                themes=tuple(map(self._theme, self._themes)),
                eras=tuple(
                    self._era(number, each) for number, each in enumerate(self._load("eras"), start=1)
                ),
                entities=tuple(self._entity(kind, each) for kind, listed in self._kinds for each in listed),
                sources=(*map(self._article, self._seeds), *map(self._record, self._records)),
                series=series,
                tours=self._tours(series),
            ),
            web=self._web(series),
            events=self._all_events(),
            participations=tuple(self._participations()),
            passages=tuple(map(self._passage, self._claims)),
            evidence=self._evidence(),
            citations=tuple(
                (self._event_ids[event["id"]], self._source_ids[source])
                for event in self._events
                for source in event["source_ids"]
            ),
            mentions=tuple(
                (self._passage_ids[claim["id"]], self._entity_ids[slug])
                for claim in self._claims
                for slug in (*claim["actors"], *claim["places"])
            ),
        )

    def _load(self, name: str) -> Any:
        return json.loads((self._folder / f"{name}.json").read_text("utf-8"))

    def _theme(self, theme: Record) -> Theme:
        return Theme(
            id=self._theme_ids[theme["id"]],
            slug=theme["id"],
            name=theme["name"],
            colour=theme["colour"],
            order=theme["order"],
            description=theme["description"],
        )

    def _all_events(self) -> tuple[Event, ...]:
        checked: dict[str, str] = self._load("provenance")
        return tuple(self._event(each, checked.get(each["id"], "")) for each in self._events)

    def _event(self, event: Record, date_note: str) -> Event:
        date = event_date(event["start_edtf"], event["end_edtf"])
        return Event(
            id=self._event_ids[event["id"]],
            uuid=record_uuid(STORY, "event", event["id"]),
            slug=event["id"],
            title=event["title"],
            label=event["label"],
            summary=event["summary"],
            start=event["start_edtf"],
            end=event["end_edtf"],
            extent=date.extent,
            precision=date.precision,
            flags=date.flags,
            layer=Layer(event["layer"]),
            scope=event["scope"],
            importance=event["importance"],
            theme_id=self._theme_ids[event["theme"]],
            tags=tuple(event["tags"]),
            citation=event["citation"],
            url=event["url"],
            date_status=Status(event["date_status"]),
            citation_status=Status(event["citation_status"]),
            date_note=date_note,
            created=self._now,
            modified=self._now,
        )

    def _participations(self) -> Iterable[Participation]:
        for event in self._events:
            for role, slugs in (("actor", event["actors"]), ("place", event["places"])):
                for slug in slugs:
                    yield Participation(self._entity_ids[slug], self._event_ids[event["id"]], role)

    def _era(self, number: int, era: Record) -> Era:
        start, end = era["start_edtf"], era["end_edtf"]
        date = event_date(start, end) if end else parse(f"{start}/..")
        person = era["person"]
        return Era(
            id=number,
            slug=era["id"],
            band=era["band"],
            title=era["title"],
            start=start,
            end=end,
            extent=date.extent,
            flags=date.flags,
            entity_id=None if person is None else self._entity_ids[person],
            status=Status(era["status"]),
            note=era.get("note", ""),
        )

    def _entity(self, kind: EntityKind, entity: Record) -> Entity:
        dates = entity["dates"]
        return Entity(
            id=self._entity_ids[entity["id"]],
            uuid=record_uuid(STORY, "entity", entity["id"]),
            slug=entity["id"],
            kind=kind,
            name=entity["name"],
            aliases=tuple(entity["aliases"]),
            description=entity["role"] if kind is EntityKind.PERSON else entity["description"],
            dates="" if dates == "-" else dates,
            latitude=entity.get("lat"),
            longitude=entity.get("lon"),
            status=Status(entity["status"]),
        )

    def _article(self, seed: Record) -> Source:
        return self._source(
            seed["id"],
            seed["csl"],
            SourceRole.ARTICLE,
            label=seed["label"].partition(",")[0],
            unknown=tuple(seed["unknown"]),
            inferred=tuple(seed["inferred"]),
            sha256=seed["sha256"],
            characters=seed["characters"],
            paragraphs=seed["paragraphs"],
        )

    def _record(self, csl: Record) -> Source:
        return self._source(csl["id"], csl, SourceRole.RECORD, label=csl.get("number", csl["title"]))

    def _source(
        self,
        slug: str,
        csl: Record,
        role: SourceRole,
        *,
        label: str,
        unknown: tuple[str, ...] = (),
        inferred: tuple[str, ...] = (),
        sha256: str | None = None,
        characters: int | None = None,
        paragraphs: int | None = None,
    ) -> Source:
        return Source(
            id=self._source_ids[slug],
            uuid=record_uuid(STORY, "source", slug),
            slug=slug,
            role=role,
            label=label,
            title=csl.get("title", ""),
            authors="; ".join(map(author, csl.get("author", ()))),
            publisher=csl.get("publisher", csl.get("authority", "")),
            date=issued(csl.get("issued")),
            kind=csl["type"],
            rights=csl.get("rights", ""),
            language=csl.get("language", ""),
            note=csl.get("note", ""),
            unknown=unknown,
            inferred=inferred,
            csl=json.dumps(csl, ensure_ascii=False, sort_keys=True),
            sha256=sha256,
            characters=characters,
            paragraphs=paragraphs,
        )

    def _passage(self, claim: Record) -> Passage:
        return Passage(
            id=self._passage_ids[claim["id"]],
            uuid=record_uuid(STORY, "passage", claim["id"]),
            slug=claim["id"],
            source_id=self._source_ids[claim["seed"]],
            selector=Selector(
                exact=claim["quote"],
                prefix=claim.get("prefix", ""),
                suffix=claim.get("suffix", ""),
                start=claim["char_start"],
                end=claim["char_end"],
                paragraph=claim["paragraph"],
            ),
            paraphrase=claim["paraphrase"],
            kind=claim["kind"],
            date=claim["date_edtf"],
            date_note=claim["date_note"],
            note=claim.get("note", ""),
            quantities=tuple(
                Quantity(float(each["value"]), each["unit"], each["what"], each["period"])
                for each in claim["numbers"]
            ),
        )

    def _evidence(self) -> tuple[Evidence, ...]:
        """What is said of each link; a link of which nothing is said is the weakest kind, a mention."""
        linked: dict[tuple[str, str], Record]
        linked = {(claim["id"], event): {} for claim in self._claims for event in claim["event_ids"]}
        linked |= {(each["claim"], each["event"]): each for each in self._load("evidence")}
        return tuple(
            Evidence(
                passage_id=self._passage_ids[claim],
                event_id=self._event_ids[event],
                stance=Stance(each.get("stance", Stance.MENTIONS)),
                note=each.get("note", ""),
                example=bool(each.get("example")),
            )
            for (claim, event), each in linked.items()
        )

    def _web(self, series: tuple[Series, ...]) -> Web:
        series_ids = {each.slug: each.id for each in series}
        return Web(
            relations=tuple(
                self._relation(n, each) for n, each in enumerate(self._load("relations"), start=1)
            ),
            claims=tuple(
                read_claim(n, each, STORY, self._passage_ids, series_ids)
                for n, each in enumerate(self._load("checks"), start=1)
            ),
            concordances=tuple(
                self._concordance(n, each) for n, each in enumerate(self._load("concordance"), start=1)
            ),
        )

    def _relation(self, number: int, relation: Record) -> Relation:
        basis = relation["basis"]
        return Relation(
            id=number,
            uuid=record_uuid(STORY, "relation", f"{relation['from']} {relation['kind']} {relation['to']}"),
            from_id=self._event_ids[relation["from"]],
            to_id=self._event_ids[relation["to"]],
            kind=RelationKind(relation["kind"]),
            note=relation["note"],
            passage_id=None if basis == "context" else self._passage_ids[basis],
            reading=relation["status"] == "reading",
        )

    def _concordance(self, number: int, entry: Record) -> Concordance:
        lines = (
            ConcordanceLine(
                source_id=self._source_ids[seed["id"]],
                line=entry[seed["id"].replace("-", "_")]["line"],
                passage_ids=tuple(
                    self._passage_ids[each] for each in entry[seed["id"].replace("-", "_")]["claim_ids"]
                ),
            )
            for seed in self._seeds
        )
        return Concordance(
            id=number,
            slug=entry["id"],
            topic=entry["topic"],
            relation=entry["relation"],
            note=entry["note"],
            record=entry["record"],
            event_ids=tuple(self._event_ids[each] for each in entry["event_ids"]),
            lines=tuple(lines),
        )

    def _tours(self, series: Iterable[Series]) -> tuple[Tour, ...]:
        known = Known(
            events=self._event_ids,
            passages=self._passage_ids,
            claims=_ids(self._load("checks")),
            themes=self._theme_ids,
            series=frozenset(each.slug for each in series),
        )
        return read_tours(self._load("tours"), STORY, known)


def _ids(records: Iterable[Record]) -> dict[str, int]:
    return {record["id"]: number for number, record in enumerate(records, start=1)}
