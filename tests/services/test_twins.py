from hypothesis import given
from hypothesis import strategies as st

from explorer.services.twins import likeness_of
from tests.support import papers

TEXT = "\n".join(papers.PARAGRAPHS * 5)


def test_a_copy_with_slips_is_nearly_the_same():
    assert likeness_of(TEXT, TEXT.replace("e", "3", 40).upper()) > 0.9


def test_a_chapter_is_no_copy_of_its_book():
    assert likeness_of(TEXT[: len(TEXT) // 2], TEXT) == 0.0


def test_a_piece_put_in_before_does_not_hide_a_copy():
    assert likeness_of("A new preface of some length. " * 8 + TEXT, TEXT) > 0.9


@given(st.text(max_size=300))
def test_a_text_is_wholly_like_itself_if_it_has_letters(text):
    assert likeness_of(text, text) == (1.0 if any(map(str.isalnum, text.casefold())) else 0.0)
