import io
import zipfile

import pytest

from explorer.domain.reading import UnreadableError
from explorer.services.reading import word
from tests.support import papers

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = "word/document.xml"


def body(inner: str, before: str = "") -> bytes:
    made = f"<?xml version='1.0'?>{before}<w:document {W}><w:body>{inner}</w:body></w:document>"
    return papers.with_part(papers.word(), BODY, made.encode())


def text_of(data: bytes) -> str:
    return word.read(data, "paper.docx").text


def test_paragraphs_and_tables_come_in_order():
    reading = word.read(papers.word(), "paper.docx")
    assert reading.text.split("\n") == [
        papers.BOARD,
        *papers.PARAGRAPHS,
        "Year\u2003Depth",
        "1976\u2003nine metres",
        "So ends the account.",
    ]
    assert reading.found.title == papers.BOARD
    assert reading.found.authors == ("Ada Lindqvist", "Bo Ek")
    assert reading.extractor.startswith("python-docx ")


def test_inserted_words_are_there_and_deleted_ones_are_not():
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    inner = (
        f"<w:p>{run.format('It was ')}<w:ins>{run.format('late')}</w:ins>"
        "<w:del><w:r><w:delText>honest</w:delText></w:r></w:del></w:p>"
        f"<w:sdt><w:sdtContent><w:p>{run.format('In a control')}</w:p></w:sdtContent></w:sdt>"
    )
    assert text_of(body(inner)) == "It was late\nIn a control"


def test_notes_follow_the_text():
    inner = "<w:p><w:r><w:t>The vote</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    data = body(inner)
    note = (
        f"<w:footnotes {W}><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote><w:footnote w:id='2'>"
    )
    data = papers.with_part(
        data,
        "word/footnotes.xml",
        f"{note}<w:p><w:r><w:t>Minutes, p. 4.</w:t></w:r></w:p></w:footnote></w:footnotes>".encode(),
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="rIdNote" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{content}"/></Types>'
    data = papers.with_part(
        data, "word/_rels/document.xml.rels", relations.replace("</Relationships>", relation).encode()
    )
    data = papers.with_part(data, "[Content_Types].xml", types.replace("</Types>", override).encode())
    assert text_of(data) == "The vote[2]\n[2] Minutes, p. 4."


def test_entities_from_outside_stay_outside(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("password")
    before = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    assert text_of(body("<w:p><w:r><w:t>before &e; after</w:t></w:r></w:p>", before)).startswith("before")
    assert "password" not in text_of(body("<w:p><w:r><w:t>before &e; after</w:t></w:r></w:p>", before))


def test_a_heap_of_entities_is_refused():
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12))
    before = f'<!DOCTYPE x [<!ENTITY e0 "harm">{entities}]>'
    with pytest.raises(UnreadableError, match=r"damaged|no text"):
        text_of(body("<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>", before))


@pytest.mark.parametrize("part", ["<w:p/>", ""])
def test_a_document_without_words_has_no_text(part):
    with pytest.raises(UnreadableError, match="no text"):
        text_of(body(part))
