"""A copy of a source in which one passage of each kind of trouble stands among good ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from explorer.domain.passage import Passage
from tests.support.reading import text_around


@dataclass(frozen=True, slots=True)
class Troubled:
    """The ids of a passage that differs a little, of one that stands twice, of two that are not there.

    The one ``guessed`` at stands elsewhere, with other numbers; ``lost`` left no trace.
    """

    path: Path
    approximate: int
    several: int
    guessed: int
    lost: int


def troubled_copy(passages: Iterable[Passage], folder: Path) -> Troubled:
    """Write the copy of an article of the story."""
    own = sorted(passages, key=lambda each: each.selector.start)
    text = text_around(own)
    taken: list[int] = []

    def free(*, with_number: bool) -> Passage:
        """A passage that no other one overlaps, with a number in it or without."""
        for each in own[3:-3]:
            start, end = each.selector.start, each.selector.end
            alone = all(
                other is each or other.selector.end < start or other.selector.start > end for other in own
            )
            number = any(character.isdigit() for character in each.selector.exact)
            if alone and number is with_number and each.id not in taken and end - start > 40:
                taken.append(each.id)
                return each
        raise ValueError("no passage is fit for it")

    guessed, approximate, several, lost = (free(with_number=at == 0) for at in range(4))
    other = "".join(str((int(c) + 3) % 10) if c.isdigit() else c for c in guessed.selector.exact)
    changes = {
        guessed.id: "#" * len(guessed.selector.exact),
        approximate.id: approximate.selector.exact.replace("e", "c", 2),
        several.id: f"{several.selector.exact} and again {several.selector.exact}",
        lost.id: "#" * len(lost.selector.exact),
    }
    for each in reversed(own):
        if each.id in changes:
            text = text[: each.selector.start] + changes[each.id] + text[each.selector.end :]
    path = folder / "troubled.txt"
    path.write_text(f"{text}\nElsewhere: {other}\n", encoding="utf-8")
    return Troubled(path, approximate.id, several.id, guessed.id, lost.id)
