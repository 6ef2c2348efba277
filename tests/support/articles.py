"""Texts with quotations in them: the two articles of the story where they are at hand, else our own."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from explorer.domain.paragraphs import paragraphs
from explorer.domain.passage import Passage, Selector
from explorer.services.anchoring import selector_at
from explorer.services.plain_text import canonical

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
LIBRARY = ROOT / "resources" / "library"

HARBOUR = """A harbour town and its letters

In March 1911 the harbour master of Ostervik wrote that no ship had come from the north for nine \
weeks. He asked the council for forty tons of coal, and for candles. The council answered on 4 April \
1911 that coal would be sent as soon as the ice allowed it, but said nothing of candles.

A second letter, never answered, gave the price of coal as 1.5 crowns a sack. By the summer it had \
risen to 2.25 crowns, an increase of 50 percent in ninety days. The merchants of the upper town, who \
had bought in the autumn, sold at twice what they had paid.

“Nothing came,” a neighbour wrote later — and the north wind stayed until June. The first ship that \
reached the quay carried salt, rope and three hundred barrels of flour. Its captain said that the \
ice had held him for 41 days off the cape.

The newspapers of the capital took no notice before July. One of them counted 112 families who had \
left the town since January; another, a week later, counted 340. Both had their figures from the \
same clerk, who had been asked twice.

In 1912 the council built a store for coal beside the church. It held two hundred tons, enough for \
one hard winter and half of another. The cost was met by a duty on imported timber, which the \
sawmills fought for three years.

Those who write about the town today repeat that the council acted too late. The minutes do not bear \
this out: the question of the coal was raised in eleven of the fourteen meetings between October \
1910 and April 1911. What the council lacked was not the will but a road.

The road was begun in 1913 and given up in 1914. When the work went on after the war, the engineers \
found that a third of the embankment had slid into the fjord. They moved the line 200 metres up the \
slope, and the first cart came through on 9 September 1921.

Of the letters 63 are left. They lie in the parish archive, in the order in which the harbour master \
tied them together, and nobody has printed more than a few lines of them.
"""


@dataclass(frozen=True, slots=True)
class Article:
    """A canonical text with passages of it, all words around them known."""

    text: str
    passages: tuple[Passage, ...]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where the passages are, in characters."""
        return [(each.selector.start, each.selector.end) for each in self.passages]


def articles() -> tuple[Article, ...]:
    """The articles of the story with the passages of its claims, or our own text with its sentences."""
    claims = json.loads((LIBRARY / "seed_claims.json").read_text(encoding="utf-8"))
    sources = json.loads((LIBRARY / "sources.json").read_text(encoding="utf-8"))
    found = []
    for source in sources["seeds"]:
        path = SEEDS / source["file"]
        if path.exists():
            text = canonical(path.read_text(encoding="utf-8"))
            own = [claim for claim in claims if claim["seed"] == source["id"]]
            spans = [(claim["id"], claim["char_start"], claim["char_end"]) for claim in own]
            found.append(_article(text, spans))
    return tuple(found) or (own_article(),)


def own_article() -> Article:
    """The letters of the harbour town: every sentence, some halves of sentences, and the heading."""
    spans = [
        (f"harbour-{number}", *found.span())
        for number, found in enumerate(
            re.finditer(r"[A-Z“][^.]{20,}?(?:\d\.\d[^.]*)?(?=\.|$|\n)", HARBOUR), 1
        )
    ]
    spans += [
        (f"{slug}-half", start, HARBOUR.index(", ", start))
        for slug, start, end in spans[::3]
        if start + 25 < HARBOUR.find(", ", start) < end
    ]
    return _article(HARBOUR, spans)


def passage(number: int, selector: Selector, slug: str = "") -> Passage:
    """A passage of which nothing but its selectors matters."""
    return Passage(number, str(number), slug or f"p-{number}", 1, selector, "", "event", None, "", "", ())


def _article(text: str, spans: list[tuple[str, int, int]]) -> Article:
    starts = paragraphs(text)
    return Article(
        text,
        tuple(
            passage(number, selector_at(text, start, end, starts), slug)
            for number, (slug, start, end) in enumerate(spans, 1)
        ),
    )
