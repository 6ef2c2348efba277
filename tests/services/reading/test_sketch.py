from hypothesis import given
from hypothesis import strategies as st

from explorer.services.reading.sketch import SIZE, likeness, sketch
from tests.support import papers

TEXT = "\n".join(papers.PARAGRAPHS)


def test_case_punctuation_and_lines_do_not_count():
    assert sketch(TEXT) == sketch(TEXT.upper().replace("\n", "  ").replace(",", ";"))


def test_a_changed_copy_is_like_and_another_text_is_not():
    words = [f"word{at}" for at in range(2000)]
    changed = [*words[:1000], "other", *words[1001:]]
    assert likeness(sketch(" ".join(words)), sketch(" ".join(changed))) > 0.9
    assert likeness(sketch(" ".join(words)), sketch(" ".join(reversed(words)))) < 0.1


def test_half_of_a_text_is_half_like_it():
    words = [f"word{at}" for at in range(4000)]
    assert 0.3 < likeness(sketch(" ".join(words)), sketch(" ".join(words[:2000]))) < 0.7


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_the_same_both_ways_and_whole_for_one_text(one, other):
    a, b = sketch(one), sketch(other)
    assert likeness(a, b) == likeness(b, a)
    assert len(a) <= SIZE
    assert a == tuple(sorted(set(a)))
    if a:
        assert likeness(a, a) == 1.0
