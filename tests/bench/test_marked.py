"""How texts with marked dates are read, those that lie here and those that are only named."""

import gzip
import json
from hashlib import sha256
from pathlib import Path

import pytest

from explorer.domain.edtf import parse
from tests.bench.marked import Mark, marked_sentences, named_dated, named_sentences, read_paragraphs
from tests.bench.suggesting import NAMED

RAIN = "In 1911 it rained. It snowed later."
FROST = "It froze until May 1912."


def sha(text):
    return sha256(text.encode("utf-8")).hexdigest()


@pytest.fixture
def named(tmp_path: Path):
    """Writes a file that names the two paragraphs, as one text or apart."""

    def write(apart):
        path = tmp_path / "named.json"
        rain = {
            "sha256": sha(RAIN),
            "sentences": [0, 19],
            "dates": [
                {"start": 3, "length": 4, "edtf": "1911|191X"},
                {"start": 29, "length": 5, "edtf": "?"},
            ],
        }
        frost = {
            "sha256": sha(FROST),
            "sentences": [0],
            "dates": [{"start": 9, "length": 14, "edtf": "../1912-05"}],
        }
        text = {"document": "Weather", "package": "sky 1", "licence": "GPL-2", "by": "others"}
        texts = [text | {"apart": apart, "paragraphs": [rain, frost]}]
        path.write_text(json.dumps({"texts": texts}), encoding="utf-8")
        return path

    return write


def test_a_file_of_marks_is_read_as_it_is_written(tmp_path: Path):
    path = tmp_path / "marks.txt"
    path.write_text(
        "# A head.\n\n# origin: one\n# licence: MIT\n# by: us\n# published: 2023-12\n\n"
        "In ⟦1911→1911|191X⟧ it rained.\nIt snowed ⟦later→?⟧.\n\nIt froze.\n\n"
        "# origin: two\n# licence: public domain\n# by: others\n# paragraphs: apart\n\nOne.\n\nTwo.\n",
        encoding="utf-8",
    )
    first, *apart = marked_sentences(path)
    assert first.published == "2023-12"
    assert first.text.rstrip() == "In 1911 it rained. It snowed later.\n\nIt froze."
    assert [first.text[start:end] for start, end in first.sentences] == [
        "In 1911 it rained.",
        "It snowed later.",
        "It froze.",
    ]
    assert [(first.text[one.start : one.end], one.values) for one in first.marks] == [
        ("1911", ("1911", "191X")),
        ("later", ()),
    ]
    assert [one.text.strip() for one in apart] == ["One.", "Two."]
    assert {one.by for one in apart} == {"others"}
    assert apart[0].published is None
    assert [first.licence, apart[0].licence] == ["MIT", "public domain"]


def test_a_named_text_is_put_together_from_its_paragraphs(named):
    (text,) = named_sentences(named(apart=False), {sha(RAIN): RAIN, sha(FROST): FROST})
    assert text.text == f"{RAIN}\n\n{FROST}"
    written = [text.text[start:end] for start, end in text.sentences]
    assert written == ["In 1911 it rained.", "It snowed later.", FROST]
    assert [(text.text[one.start : one.end], one.values) for one in text.marks] == [
        ("1911", ("1911", "191X")),
        ("later", ()),
        ("until May 1912", ("../1912-05",)),
    ]
    assert (text.by, text.origin, text.licence, text.quotable) == ("others", "Weather, sky 1", "GPL-2", False)


def test_named_paragraphs_that_lie_apart_are_texts_of_their_own(named):
    texts = list(named_sentences(named(apart=True), {sha(RAIN): RAIN, sha(FROST): FROST}))
    assert [one.text for one in texts] == [RAIN, FROST]
    assert texts[1].marks == [Mark(9, 23, ("../1912-05",))]


@pytest.mark.parametrize("apart", [False, True])
def test_a_paragraph_that_is_not_at_hand_is_left_out(named, apart):
    (text,) = named_sentences(named(apart), {sha(FROST): FROST})
    assert text.text == FROST
    assert list(named_sentences(named(apart), {})) == []


def test_dated_sentences_are_counted_without_their_words(named):
    assert named_dated(named(apart=False)) == {"GPL-2": 2}


def test_paragraphs_of_a_folder_are_known_by_their_hash(tmp_path: Path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "rain.md.gz").write_bytes(
        gzip.compress(b"# Weather\n\nIn *1911* it\n[rained](https://example.org). \\It  snowed later.\n")
    )
    (tmp_path / "frost.txt").write_text(f"A head\n \n  {FROST}\n\n", encoding="utf-8")
    (tmp_path / "frost.html").write_text("<p>Not read.</p>", encoding="utf-8")
    found = read_paragraphs(tmp_path)
    assert found[sha(RAIN)] == RAIN
    assert found[sha(FROST)] == FROST
    assert not any("Not read" in words for words in found.values())


def test_the_shipped_file_names_paragraphs_and_holds_none_of_their_words():
    texts = json.loads(NAMED.read_text(encoding="utf-8"))["texts"]
    assert len(texts) > 1
    for text in texts:
        assert set(text) == {"document", "package", "licence", "by", "apart", "paragraphs"}
        for paragraph in text["paragraphs"]:
            assert set(paragraph) == {"sha256", "sentences", "dates"}
            assert len(bytes.fromhex(paragraph["sha256"])) == 32
            assert paragraph["sentences"] == sorted(set(paragraph["sentences"]))
            for mark in paragraph["dates"]:
                assert set(mark) == {"start", "length", "edtf"}
                values = [] if mark["edtf"] == "?" else mark["edtf"].split("|")
                assert [parse(value).text for value in values] == values
