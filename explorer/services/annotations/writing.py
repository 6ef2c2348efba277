"""Writes passages as a page of W3C Web Annotations."""

import json
from collections.abc import Iterable
from typing import Any

from explorer.domain.annotation import AnnotatedPassage, EventLink
from explorer.domain.passage import Passage
from explorer.domain.source import Source
from explorer.services.annotations import CONTEXT, VOCABULARY

_URN = "urn:uuid:"


def write(passages: Iterable[AnnotatedPassage]) -> str:
    """Passages as the text of a JSON-LD file."""
    page = {
        "@context": [CONTEXT, {"tx": VOCABULARY}],
        "type": "AnnotationPage",
        "items": [annotation(one) for one in passages],
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def annotation(annotated: AnnotatedPassage) -> dict[str, Any]:
    """One passage as an annotation."""
    passage = annotated.passage
    bodies = [
        *_texts(passage, annotated.source.language or "en"),
        *(_link(link) for link in annotated.links),
    ]
    motivations = list(dict.fromkeys(body["purpose"] for body in bodies if body["purpose"] != "tagging"))
    made: dict[str, Any] = {
        "id": _URN + passage.uuid,
        "type": "Annotation",
        "motivation": motivations or ["highlighting"],
        "body": bodies,
        "target": _target(passage, annotated.source),
    }
    extra = {
        "tx:date": passage.date,
        "tx:dateNote": passage.date_note,
        "tx:quantities": [
            {"value": one.value, "unit": one.unit, "what": one.what, "period": one.period}
            for one in passage.quantities
        ],
    }
    return made | {name: value for name, value in extra.items() if value}


def _texts(passage: Passage, language: str) -> list[dict[str, Any]]:
    parts = ((passage.paraphrase, "describing"), (passage.note, "commenting"), (passage.kind, "tagging"))
    return [
        {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}
        | ({"language": language} if purpose == "describing" else {})
        for text, purpose in parts
        if text
    ]


def _link(link: EventLink) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "SpecificResource",
        "source": {"id": _URN + link.uuid, "dcterms:title": link.title, "tx:start": link.start},
        "purpose": "linking",
        "tx:stance": link.stance.value,
    }
    if link.end is not None:
        made["source"]["tx:end"] = link.end
    if link.example:
        made["tx:example"] = True
    if link.note:
        made["tx:note"] = link.note
    return made


def _target(passage: Passage, source: Source) -> dict[str, Any]:
    place = passage.selector
    document: dict[str, Any] = {"id": _URN + source.uuid, "type": "Text"}
    document |= {"dcterms:title": source.title} if source.title else {}
    document |= {"language": source.language} if source.language else {}
    document |= {"tx:sha256": source.sha256} if source.sha256 else {}
    csl = json.loads(source.csl) if source.csl.startswith("{") else {}
    document |= {"tx:csl": csl} if csl else {}
    return {
        "type": "SpecificResource",
        "source": document,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": place.exact,
                "prefix": place.prefix,
                "suffix": place.suffix,
            },
            {"type": "TextPositionSelector", "start": place.start, "end": place.end},
        ],
        "tx:paragraph": place.paragraph,
    }
