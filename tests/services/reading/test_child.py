import io

from explorer.domain.reading import Kind, Reading, UnreadableError
from explorer.services.reading.child import answer_to, send
from tests.support import papers


def ignore(done: int, of: int) -> None:
    pass


def test_an_answer_is_a_reading_or_a_refusal():
    read = answer_to(papers.PARAGRAPHS[0].encode(), "a.txt", ignore)
    assert isinstance(read, Reading)
    assert read.kind is Kind.TEXT
    assert isinstance(answer_to(b"", "a.txt", ignore), UnreadableError)
    assert isinstance(answer_to(papers.locked_pdf(), "a.pdf", ignore), UnreadableError)


def test_a_frame_tells_its_length_and_letter():
    out = io.BytesIO()
    send(out, b"p", b"[1, 2]")
    assert out.getvalue() == b"\x00\x00\x00\x06p[1, 2]"
