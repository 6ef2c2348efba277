from hashlib import sha256
from pathlib import Path

from explorer.domain.passage import AnchorState, Passage, Selector
from explorer.domain.source import Source, SourceRole
from explorer.services.copies import find_copies

FIRST = "The river rose in the night. The bridge was closed at six. Nobody was hurt on either side of it."
SECOND = "A council met on Monday. It voted for a new bridge by nine to two. The mayor abstained from it."


def source(number: int, known: str | None = None) -> Source:
    return Source(
        number, "u", f"s{number}", SourceRole.ARTICLE, f"S{number}", "", "", "", None, "", "", "en", "",
        (), (), "", known, None, None,
    )  # fmt: skip


def passages(source_id: int, text: str) -> tuple[Passage, ...]:
    made = []
    for at, words in enumerate(text.split(". ")):
        start = text.index(words)
        selector = Selector(words, text[max(start - 32, 0) : start], "", start, start + len(words), 1)
        number = source_id * 10 + at
        made.append(Passage(number, "u", f"p{number}", source_id, selector, "", "event", None, "", "", ()))
    return tuple(made)


ALL = (*passages(1, FIRST), *passages(2, SECOND))


def write(folder: Path, **texts: str) -> None:
    for name, words in texts.items():
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")


def test_a_file_with_the_same_hash_wins_over_one_that_reads_alike(tmp_path: Path) -> None:
    write(tmp_path, a_copy=FIRST, original=FIRST + "\n")
    same = sha256((tmp_path / "original.txt").read_bytes()).hexdigest()
    (copy,) = find_copies(tmp_path, [source(1, same)], ALL)
    assert copy.file is not None
    assert (copy.file.name, copy.same) == ("original.txt", True)
    assert copy.count(AnchorState.EXACT) == 3


def test_files_are_told_apart_by_their_quotations(tmp_path: Path) -> None:
    write(tmp_path, x=SECOND, y=FIRST)
    first, second = find_copies(tmp_path, [source(1), source(2)], ALL)
    assert first.file is not None
    assert second.file is not None
    assert (first.file.name, second.file.name) == ("y.txt", "x.txt")
    assert not first.same


def test_one_file_serves_one_source(tmp_path: Path) -> None:
    write(tmp_path, only=FIRST)
    first, second = find_copies(tmp_path, [source(1), source(2)], ALL)
    assert first.file is not None
    assert second.file is None
    assert second.anchors == ()


def test_what_is_no_text_and_what_is_hidden_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 and so on")
    (tmp_path / ".hidden.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (copy,) = find_copies(tmp_path, [source(1)], ALL)
    assert copy.file is None
