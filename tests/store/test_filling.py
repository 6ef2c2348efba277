from dataclasses import replace

from explorer.domain.passage import Anchor, AnchorState, Candidate
from explorer.domain.source import Document
from explorer.services.story import read_story
from explorer.store import content, reads
from explorer.store.columns import columns
from explorer.store.filling import anchor_row, row
from explorer.store.library import Library
from explorer.store.schema import theme


def test_a_row_takes_what_is_given_before_what_the_record_has(resources):
    first = read_story(resources / "library", "").contents.themes[0]
    made = row(theme, first, position=9, uuid="u")
    assert made == {
        "id": first.id,
        "uuid": "u",
        "slug": first.slug,
        "name": first.name,
        "colour": first.colour,
        "position": 9,
        "description": first.description,
    }


def test_the_row_of_an_anchor():
    assert anchor_row(Anchor(3, AnchorState.LOST, None, None)) == {
        "passage_id": 3,
        "state": "lost",
        "start": None,
        "stop": None,
        "score": 1.0,
        "candidates": "[]",
        "confirmed": 0,
    }
    several = Anchor(3, AnchorState.SEVERAL, None, None, 0.9, (Candidate(1, 4, 0.9), Candidate(7, 9, 0.8)))
    assert anchor_row(several)["candidates"] == "[[1, 4, 0.9], [7, 9, 0.8]]"


def test_a_library_with_documents_and_one_with_next_to_nothing(resources, tmp_path):
    whole = read_story(resources / "library", "")
    document = Document(1, "a.txt", "0", "UTF-8", "text", "now")
    passage = next(each for each in whole.passages if each.source_id == 1)
    anchors = (Anchor(passage.id, AnchorState.EXACT, 0, 4),)
    content.write(tmp_path / "with.tlx", replace(whole, documents=(document,), anchors=anchors))
    library = Library.open(tmp_path / "with.tlx")
    with library.reading() as connection:
        assert reads.attached(connection) == {"seed-a": document}
        assert reads.source_summaries(connection)[0].exact == 1
    library.close()
    bare = replace(
        whole,
        contents=replace(
            whole.contents,
            start_event_id=None,
            themes=(),
            eras=(),
            entities=(),
            sources=(),
            series=(),
            tours=(),
        ),
        web=replace(whole.web, relations=(), claims=(), concordances=()),
        events=(),
        participations=(),
        passages=(),
        evidence=(),
        citations=(),
        mentions=(),
    )
    content.write(tmp_path / "bare.tlx", bare)
    library = Library.open(tmp_path / "bare.tlx")
    with library.reading() as connection:
        assert reads.contents(connection) == bare.contents
        assert columns(connection).id.size == 0
    library.close()
