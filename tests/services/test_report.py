import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from explorer.domain.errors import ReaderError
from explorer.services.report import WIDTH, Report, check_library
from explorer.store import reads
from explorer.store.library import Library


def check(path: Path, documents: Path | None = None) -> Report:
    library = Library.open(path)
    try:
        return check_library(library, documents)
    finally:
        library.close()


def change(path: Path, statement: str) -> None:
    library = Library.open(path)
    try:
        with library.writing() as connection:
            connection.execute(text(statement))
    finally:
        library.close()


def quotations(path: Path) -> dict[str, str]:
    """A made-up document for each article: its quotations in order, one a paragraph."""
    library = Library.open(path)
    try:
        with library.reading() as connection:
            contents = reads.contents(connection)
            return {
                source.slug: "\n\n".join(
                    passage.selector.exact for passage in reads.passages(connection, source.id)
                )
                for source in contents.sources
                if reads.passages(connection, source.id)
            }
    finally:
        library.close()


@pytest.fixture
def folder(story_library: Path, tmp_path: Path, root: Path) -> Path:
    """The two articles where they lie beside the project, or else texts made of their quotations."""
    documents = tmp_path / "documents"
    seeds = root.parent / "shared" / "seeds"
    if seeds.is_dir():
        shutil.copytree(seeds, documents)
        documents.chmod(0o700)
        for path in documents.iterdir():
            path.chmod(0o600)
        return documents
    documents.mkdir()
    for slug, words in quotations(story_library).items():
        (documents / f"{slug}.txt").write_text(words, encoding="utf-8")
    return documents


def test_the_shipped_story_is_sound(story_library: Path) -> None:
    report = check(story_library)
    assert report.problems == 0, report.lines
    said = "\n".join(report.lines)
    assert "Nothing is wrong." in report.lines
    assert "188" in said
    assert "36,359 → 73,838" in said


def test_every_record_is_reported_and_no_line_is_wide(story_library: Path) -> None:
    report = check(story_library)
    said = " ".join(" ".join(report.lines).split())
    assert max(map(len, report.lines)) <= WIDTH
    library = Library.open(story_library)
    try:
        with library.reading() as connection:
            web = reads.web(connection)
            slugs = {heading.id: heading.slug for heading in reads.headings(connection)}
    finally:
        library.close()
    assert [slug for slug in slugs.values() if slug not in said] == []
    links = [f"{slugs[each.from_id]} {each.kind} {slugs[each.to_id]}" for each in web.relations]
    assert [link for link in links if link not in said] == []
    assert [each.slug for each in web.claims if each.slug not in said] == []


def test_the_summary_comes_before_the_sections(story_library: Path) -> None:
    lines = check(story_library).lines
    assert lines.index("EVENTS") < 20
    assert [line for line in lines if line.isupper()] == [
        "EVENTS",
        "PASSAGES",
        "RELATIONS",
        "CLAIMS",
        "SUPPORT",
    ]


def test_all_quotations_are_found_in_the_documents(story_library: Path, folder: Path) -> None:
    report = check(story_library, folder)
    assert report.problems == 0, report.lines
    assert "DOCUMENTS" in report.lines
    assert not any("not found:" in line for line in report.lines)


def test_a_changed_copy_is_matched_and_what_changed_is_named(story_library: Path, folder: Path) -> None:
    path = max(folder.iterdir(), key=lambda each: each.stat().st_size)
    words = path.read_text(encoding="utf-8")
    at = words.index("70,000")
    path.write_text(f"{words[:at]}90,000{words[at + 6 :]}", encoding="utf-8")
    report = check(story_library, folder)
    said = " ".join(" ".join(report.lines).split())
    assert report.problems == 1
    assert "another copy than the passages were taken from" in said
    assert "found in nearly the same words: a-005" in said


def test_a_shifted_copy_says_which_passages_moved(story_library: Path, folder: Path) -> None:
    path = max(folder.iterdir(), key=lambda each: each.stat().st_size)
    text = path.read_text(encoding="utf-8")
    half = text.index("\n", len(text) // 4)
    path.write_text(text[half:] + "\n\n" + text[:half], encoding="utf-8")
    report = check(story_library, folder)
    assert report.problems == 0
    assert any(line.strip().startswith("found at another place: a-0") for line in report.lines)


def test_a_document_that_is_missing_is_a_problem(story_library: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Nothing of the kind.", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    report = check(story_library, tmp_path)
    assert report.problems == 2
    assert sum("is a copy of" in line for line in report.lines) == 2


def test_a_folder_that_is_not_there_is_said(story_library: Path, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"nowhere does not exist\. Name a folder"):
        check(story_library, tmp_path / "nowhere")


def test_a_file_in_place_of_a_folder_is_said(story_library: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Words.", encoding="utf-8")
    with pytest.raises(ReaderError, match=r"letter\.txt is a file\. Name the folder"):
        check(story_library, letter)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE observation SET value = 70000 WHERE period = '2022' AND value = 73838", "Claim deaths-2022"),
        (
            "UPDATE claim SET finding = 'does not hold' WHERE slug = 'deaths-2022-over-70000'",
            "figures say “holds”",
        ),
        ("UPDATE relation SET reading = 0 WHERE passage_id IS NULL AND id = 1", "rests on no passage"),
        ("DELETE FROM evidence WHERE event_id = (SELECT id FROM event WHERE slug = 'eo-14059')", "eo-14059"),
    ],
)
def test_what_is_wrong_is_counted_and_named(story_path: Path, statement: str, said: str) -> None:
    change(story_path, statement)
    report = check(story_path)
    problems = [line for line in report.lines if line.startswith("  ! ")]
    assert len(problems) == report.problems
    assert any(said in line for line in problems)
