import pytest

from explorer.domain.adding import CopyOf, Outcome, Twin
from explorer.viewmodels.adding import AddingState, Addition
from explorer.widgets.adding import wording

TWIN = Twin(3, "On Mud", 0.999, same_file=False, same_text=False)


@pytest.mark.parametrize(
    ("addition", "state", "role"),
    [
        (Addition(1, "a"), "waiting", "muted"),
        (Addition(1, "a", share=0.001), "reading", "muted"),
        (Addition(1, "a", share=0.456), "reading, 46 %", "muted"),
        (Addition(1, "a", outcome=Outcome.ADDED, source_id=3), "added", "good"),
        (
            Addition(1, "a", outcome=Outcome.ADDED, source_id=3, sentences=("x",)),
            "added, with a remark",
            "warn",
        ),
        (Addition(1, "a", outcome=Outcome.ADDED, source_id=3, passages=(5, 6)), "added as a text", "good"),
        (Addition(1, "a", outcome=Outcome.ADDED, new=1), "1 record added", "good"),
        (
            Addition(1, "a", outcome=Outcome.ADDED, new=4, doubles=2),
            "4 records added, 2 there already",
            "good",
        ),
        (Addition(1, "a", outcome=Outcome.DUPLICATE), "in the library already", "muted"),
        (Addition(1, "a", outcome=Outcome.ALIKE, twin=TWIN), "nearly the same as another one", "warn"),
        (Addition(1, "a", outcome=Outcome.COPY), "a copy of a source?", "warn"),
        (Addition(1, "a", outcome=Outcome.NO_TEXT), "no text layer", "bad"),
        (Addition(1, "a", outcome=Outcome.REFUSED), "refused", "bad"),
        (Addition(1, "a", outcome=Outcome.CANCELLED), "called off", "muted"),
    ],
)
def test_each_state_has_words_and_a_colour(addition, state, role):
    assert wording.state_of(addition) == state
    assert wording.role_of(addition) == role


def test_explanations_name_what_a_file_is_like():
    assert "“On Mud”: 99 %" in wording.explanation(Addition(1, "a", outcome=Outcome.ALIKE, twin=TWIN))
    copy = CopyOf(3, "On Mud", 11, 12)
    assert "11 of 12 quotations" in wording.explanation(Addition(1, "a", outcome=Outcome.COPY, copy=copy))
    same = Twin(3, "On Mud", 1.0, same_file=True, same_text=True)
    said = wording.explanation(Addition(1, "a", outcome=Outcome.DUPLICATE, twin=same))
    assert "same file" in said
    assert (
        wording.explanation(Addition(1, "a", outcome=Outcome.REFUSED, sentences=("It is locked.",)))
        == "It is locked."
    )


def test_the_heading_counts():
    waiting = AddingState((Addition(1, "a", outcome=Outcome.ADDED), Addition(2, "b")), is_busy=True)
    assert wording.heading(waiting) == "Adding documents: 1 of 2"
    outcomes = [Outcome.ADDED, Outcome.DUPLICATE, Outcome.NO_TEXT, Outcome.CANCELLED]
    ended = AddingState(tuple(Addition(at, "a", outcome=each) for at, each in enumerate(outcomes)))
    assert wording.heading(ended) == "1 of 4 added · 1 in the library already · 1 without text · 1 called off"


def test_a_copy_is_known_by_its_title_where_nothing_is_quoted():
    copy = CopyOf(3, "On Mud", 0, 0)
    assert "title is that of “On Mud”" in wording.explanation(
        Addition(1, "a", outcome=Outcome.COPY, copy=copy)
    )
