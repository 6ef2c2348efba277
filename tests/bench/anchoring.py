"""Passages found again in damaged copies of their texts, and how long one takes."""

import pydoc_data.topics
from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random
from time import perf_counter

from explorer.domain.passage import Anchor, AnchorState
from explorer.services.anchoring import FoldedText, anchor
from tests.bench.figures import p50
from tests.bench.libraries import Shelf
from tests.support.articles import Article, articles
from tests.support.damage import NEW, Damaged, chained, decoyed, judge, kinds, misread

DRAWS = 4
SEED = 1913


@dataclass
class Tally:
    """Verdicts on the passages of one kind of damage, and the misses by name."""

    verdicts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    @property
    def present(self) -> int:
        """Passages whose words are still there."""
        return self.verdicts.total() - self.verdicts["gone"]

    @property
    def recall(self) -> float:
        """The share of those present that were placed, and rightly."""
        return self.verdicts["right"] / self.present if self.present else 1.0


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Damage each text in every way, four draws of each that are the same in every run, and anchor.

    A place is right if it and the true one share 80 % of what they cover together, loose if they share half;
    any other place, a double of the passage too, is false. ``asked`` are those with several places. Recall
    counts places only, not questions, of the passages whose words are still there.

    The times are those of the articles with 3 % noise, and of the same inside half a megabyte of English
    (Python's own help texts) with a decoy of each paragraph; ``folding`` comes once a text.

    Raises:
        SystemExit: A number of events was asked for, which means nothing here.
    """
    if events is not None:
        raise SystemExit("anchoring is measured on texts, not events: leave --events out.")
    texts = articles()
    tallies: dict[str, Tally] = {}
    for number, article in enumerate(texts):
        for kind, damage in kinds(article.spans).items():
            tally = tallies.setdefault(kind, Tally())
            for draw in range(DRAWS):
                damaged = damage(Damaged.of(article.text), Random(f"{SEED} {kind} {number} {draw}"))
                _count(
                    tally, article, damaged, anchor(damaged.text, article.passages), f"{kind}, draw {draw}"
                )
    bare = _bare(texts)
    large = Tally()
    times = [_timed(texts, large if not run else Tally()) for run in range(runs)]
    everything = sum((tally.verdicts for tally in (*tallies.values(), bare)), large.verdicts)
    ends = [end for tally in tallies.values() for end in tally.ends]
    figures: dict[str, object] = {
        "recall_noise_1": round(tallies["noise 1 %"].recall, 4),
        "recall_noise_3": round(tallies["noise 3 %"].recall, 4),
        "recall_noise_5": round(tallies["noise 5 %"].recall, 4),
        "recall_noise_3_bare": round(bare.recall, 4),
        "false_placements": everything["false"],
        "asked": everything["asked"] + everything["asked wrongly"],
        "placed": everything["right"],
        "ends_within_3": round(sum(end <= 3 for end in ends) / len(ends), 4),
        **{name: round(p50([one[name] for one in times]), 3) for name in times[0]},
        "large_text": dict(large.verdicts),
        "passages": sum(len(article.passages) for article in texts),
        "by_damage": {kind: dict(tally.verdicts) for kind, tally in tallies.items()},
        "misses": [miss for tally in (*tallies.values(), bare, large) for miss in tally.misses],
        "runs": runs,
    }
    return 0, figures


def _bare(texts: tuple[Article, ...]) -> Tally:
    """3 % noise where nothing is known of the words around, as with passages that a story ships."""
    tally = Tally()
    for number, article in enumerate(texts):
        passages = tuple(
            replace(each, selector=replace(each.selector, prefix="", suffix="")) for each in article.passages
        )
        for draw in range(DRAWS):
            damaged = misread(0.03)(Damaged.of(article.text), Random(f"{SEED} bare {number} {draw}"))
            _count(tally, article, damaged, anchor(damaged.text, passages), f"bare, draw {draw}")
    return tally


def _count(tally: Tally, article: Article, damaged: Damaged, anchors: tuple[Anchor, ...], what: str) -> None:
    for passage, found in zip(article.passages, anchors, strict=True):
        span = passage.selector.start, passage.selector.end
        placed = None if found.start is None or found.end is None else (found.start, found.end)
        asked = [(each.start, each.end) for each in found.candidates if found.state is AnchorState.SEVERAL]
        judged = judge(damaged, span, placed, asked)
        tally.verdicts[judged.verdict] += 1
        if judged.verdict == "right":
            tally.ends.append(judged.ends)
        elif judged.verdict in {"lost", "loose", "false", "asked wrongly"}:
            tally.misses.append(
                f"{judged.verdict}: {passage.slug}, {what} ({found.state}, {found.score:.2f})"
            )


def _timed(texts: tuple[Article, ...], tally: Tally) -> dict[str, float]:
    small = large = folding = 0.0
    for number, article in enumerate(texts):
        random = Random(f"{SEED} large {number}")
        damaged = misread(0.03)(Damaged.of(article.text), random)
        taken, _ = _anchored(damaged.text, article)
        small += taken
        embedded = _embedded(chained(decoyed(article.spans), misread(0.03))(Damaged.of(article.text), random))
        begun = perf_counter()
        folded = FoldedText(embedded.text)
        folding += (perf_counter() - begun) * 1000
        taken, found = _anchored(folded, article)
        large += taken
        _count(tally, article, embedded, found, "large text with decoys, noise 3 %")
    size = sum(len(article.passages) for article in texts)
    return {
        "ms_per_passage": small / size,
        "ms_per_passage_large": large / size,
        "folding_ms_large": folding / len(texts),
    }


def _embedded(part: Damaged) -> Damaged:
    """A text in the middle of half a megabyte of others."""
    filler = "\n\n".join(pydoc_data.topics.topics.values())
    half = filler.index("\n\n", len(filler) // 2)
    before, after = filler[:half] + "\n\n", filler[half:]
    return Damaged(before + part.text + after, (NEW,) * len(before) + part.origin + (NEW,) * len(after))


def _anchored(text: str | FoldedText, article: Article) -> tuple[float, tuple[Anchor, ...]]:
    """How long it takes, in milliseconds, and what comes out."""
    begun = perf_counter()
    found = anchor(text, article.passages)
    return (perf_counter() - begun) * 1000, found
