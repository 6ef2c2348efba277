"""A folder of documents of every kind, as people have them, and what becomes of each."""

from threading import Event

import pytest

from explorer.domain.adding import Outcome
from explorer.domain.source import SourceRole
from tests.support import papers
from tests.support.reading import text_around
from tests.viewmodels.conftest import settle

RIS = "TY  - JOUR\nAU  - Ek, Bo\nTI  - Mines of the Sound\nPY  - 1980\nER  - \n"
CSL = '[{"id": "x", "type": "book", "title": "The Coast", "issued": {"date-parts": [[1969]]}}]'


def paragraphs(about: str, count: int = 6) -> list[str]:
    """Words that no other document has."""
    return [
        f"{about} is told in paragraph {at}: {' '.join(f'{about}{at}{n}' for n in range(20))}."
        for at in range(count)
    ]


def wait(models, qtbot):
    qtbot.waitUntil(lambda: not models.adding.state.is_busy and models.courier.idle, timeout=60_000)


def outcomes(models):
    return {each.name: each.outcome for each in models.adding.state.additions}


def add(models, qtbot, *paths):
    models.adding.add(paths)
    qtbot.waitUntil(lambda: models.courier.idle or models.adding.state.is_busy, timeout=10_000)
    wait(models, qtbot)


def quotations(models, qtbot):
    """A text of our own with every quotation of the first article in it."""
    models.reader.open_first()
    settle(qtbot, models)
    return text_around([item.passage for item in models.reader.state.passages])


@pytest.fixture
def folder(tmp_path, models, qtbot):
    made = tmp_path / "papers"
    (made / "more").mkdir(parents=True)
    files = {
        "01 notes.txt": "\n\n".join(paragraphs("harbour")).encode(),
        "02 latin.txt": "\n".join(paragraphs("café")).encode("cp1252"),
        "03 utf16.txt": "\n".join(paragraphs("ünïcode")).encode("utf-16"),
        "04 hebrew.txt": ("שלום עולם " * 30 + "\n" + "מחקר על הים " * 30).encode(),
        "05 notes.md": ("# On Mud\n\n" + "\n\n".join(paragraphs("mud"))).encode(),
        "06 page.html": papers.page(paragraphs("weekly"), title="The Weekly"),
        "07 short.htm": b"<p>A short page about one thing that is not long at all.</p>",
        "08 paper.pdf": papers.pdf(paragraphs("paper", 30), title="A Paper"),
        "09 columns.pdf": papers.pdf(paragraphs("columns", 30), columns=2, title="Columns"),
        "10 scan.pdf": papers.scan(),
        "11 locked.pdf": papers.locked_pdf(),
        "12 broken.pdf": papers.pdf()[:300],
        "13 report.docx": papers.word(paragraphs("report"), title="A Report"),
        "14 book.epub": papers.book(paragraphs("book"), title="A Book"),
        "15 records.bib": b"@book{a, author={Lindqvist, Ada}, title={The Boats}, year=1971}",
        "16 records.ris": RIS.encode(),
        "17 records.json": CSL.encode(),
        "more/18 paper again.pdf": papers.pdf(paragraphs("paper", 30), title="A Paper"),
        "more/19 nearly.txt": "\n\n".join(paragraphs("harbour")).replace("told", "sung", 3).encode(),
        "more/20 article.pdf": papers.pdf(quotations(models, qtbot).split("\n"), title="Copy"),
    }
    for name, data in files.items():
        (made / name).write_bytes(data)
    return made


def test_a_folder_of_twenty_goes_in_with_a_correct_report(models, qtbot, folder):
    before = len(models.library.current.contents.sources)
    add(models, qtbot, folder)
    found = outcomes(models)
    assert len(found) == 20
    assert [name for name, outcome in found.items() if outcome is not Outcome.ADDED] == [
        "10 scan.pdf",
        "11 locked.pdf",
        "12 broken.pdf",
        "18 paper again.pdf",
        "19 nearly.txt",
        "20 article.pdf",
    ]
    assert [found[name] for name in list(found) if found[name] is not Outcome.ADDED] == [
        Outcome.NO_TEXT,
        Outcome.REFUSED,
        Outcome.REFUSED,
        Outcome.DUPLICATE,
        Outcome.ALIKE,
        Outcome.COPY,
    ]
    assert len(models.library.current.contents.sources) == before + 14
    by_name = {each.name: each for each in models.adding.state.additions}
    assert by_name["18 paper again.pdf"].twin.title == "A Paper"
    assert "password" in by_name["11 locked.pdf"].sentences[0]
    assert by_name["15 records.bib"].new == 1
    assert models.adding.state.share == 1.0


def test_what_is_asked_is_done_when_the_reader_says_so(models, qtbot, folder):
    article = next(
        each for each in models.library.current.contents.sources if each.role is SourceRole.ARTICLE
    )
    for name in ("01 notes.txt", "more/19 nearly.txt", "more/20 article.pdf"):
        add(models, qtbot, folder / name)
    _, nearly, copy = models.adding.state.additions
    models.adding.add_anyway(nearly.number)
    wait(models, qtbot)
    models.adding.attach(copy.number)
    wait(models, qtbot)
    _, nearly, copy = models.adding.state.additions
    assert nearly.outcome is Outcome.ADDED
    assert (copy.outcome, copy.source_id) == (Outcome.ADDED, article.id)
    assert copy.passages == (54, 54)
    models.adding.attach(copy.number)
    assert not models.adding.state.is_busy
    models.edits.undo()
    settle(qtbot, models)
    models.reader.open_source(article.id)
    settle(qtbot, models)
    assert models.reader.state.detail.document is None


def test_what_is_called_off_leaves_nothing_half_added(models, qtbot, folder, tmp_path):
    before = models.library.current.contents.sources
    held = Event()
    workers = models.adding._adding._workers
    for _ in range(2):
        workers.carry(held.wait)
    models.adding.add([folder])
    qtbot.waitUntil(lambda: models.adding.state.is_busy, timeout=10_000)
    models.adding.cancel()
    held.set()
    wait(models, qtbot)
    assert set(outcomes(models).values()) == {Outcome.CANCELLED}
    assert models.library.current.contents.sources == before
    assert models.edits.history.undo is None


def test_a_clipping_is_added_too(models, qtbot):
    models.adding.add_data("Clipboard.html", papers.page())
    wait(models, qtbot)
    (addition,) = models.adding.state.additions
    assert addition.outcome is Outcome.ADDED
    models.adding.forget()
    assert models.adding.state.additions == ()


def test_the_choice_not_to_keep_files_holds(models, qtbot, tmp_path):
    from explorer.viewmodels.settings import KEEP_FILES

    models.settings.set_value(KEEP_FILES, 0)
    path = tmp_path / "a.txt"
    path.write_text(papers.PARAGRAPHS[0], encoding="utf-8")
    add(models, qtbot, path)
    models.reader.open_source(models.adding.state.additions[0].source_id)
    settle(qtbot, models)
    document = models.reader.state.detail.document
    assert not document.is_kept
    assert document.path == str(path)


def test_another_library_starts_with_an_empty_report(models, qtbot, tmp_path, story_library):
    models.adding.add_data("Clipboard.txt", papers.PARAGRAPHS[0].encode())
    wait(models, qtbot)
    other = tmp_path / "other.tlx"
    other.write_bytes(story_library.read_bytes())
    models.library.open(other)
    settle(qtbot, models)
    assert models.adding.state.additions == ()


def test_files_made_to_do_harm_are_refused_and_leave_nothing_behind(models, qtbot, tmp_path):
    before = models.library.current.contents.sources
    entity = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
    harmful = {
        "line.html": b"<html><body><p>" + b"x" * 50_000_000,
        "nested.html": b"<html>" + b"<div>" * 200_000 + b"text",
        "bomb.pdf": papers.pdf_bomb(40),
        "bomb.docx": papers.packed({"word/document.xml": bytes(60_000_000)}),
        "entities.docx": papers.with_part(papers.word(), "word/document.xml", entity),
        "locked.pdf": papers.locked_pdf(),
        "bytes.txt": bytes(range(256)) * 100,
        "program.pdf": b"\x7fELF" + bytes(100),
    }
    for name, data in harmful.items():
        (tmp_path / name).write_bytes(data)
    add(models, qtbot, *(tmp_path / name for name in harmful))
    assert {name for name, each in outcomes(models).items() if each is Outcome.ADDED} == set()
    assert all(each.sentences[0].endswith(".") for each in models.adding.state.additions)
    said = {each.name: each.sentences[0] for each in models.adding.state.additions}
    assert "broke down" in said["bomb.pdf"]
    assert "would unpack" in said["bomb.docx"]
    assert "larger than" in said["line.html"]
    assert models.library.current.contents.sources == before
    assert models.edits.history.undo is None


def test_a_page_that_calls_for_others_is_read_without_them(models, qtbot):
    remote = '<img src="http://example.org/a.png"><script src="http://example.org/a.js"></script>'
    remote += (
        '<iframe src="http://example.org/"></iframe><link rel=stylesheet href="http://example.org/a.css">'
    )
    models.adding.add_data("page.html", papers.page().replace(b"<main>", b"<main>" + remote.encode()))
    wait(models, qtbot)
    assert models.adding.state.additions[0].outcome is Outcome.ADDED


def test_a_source_that_undo_takes_away_is_read_no_more(models, qtbot):
    models.adding.add_data("note.txt", papers.PARAGRAPHS[0].encode())
    wait(models, qtbot)
    models.reader.open_source(models.adding.state.additions[0].source_id)
    settle(qtbot, models)
    assert models.reader.state.detail.source.title == "note"
    models.edits.undo()
    settle(qtbot, models)
    assert models.reader.state.detail.source.slug == "seed-a"
    assert models.reader.state.problem == ""
