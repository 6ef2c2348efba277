from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.paragraphs import paragraphs


@given(st.text("ab \t\n😀", max_size=60))
def test_each_line_with_words_is_a_paragraph(text):
    found = list(paragraphs(text))
    assert [text[at:].split("\n", 1)[0] for at in found] == [
        line for line in text.split("\n") if line.strip()
    ]
    assert found == sorted(found)
    assert all(at == 0 or text[at - 1] == "\n" for at in found)
