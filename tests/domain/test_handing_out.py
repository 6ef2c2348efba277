import pytest

from explorer.domain.handing_out import PAPERS, SUFFIXES, Form, form_for, paper_named


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.PNG", Form.PNG),
        ("a.b.svg", Form.SVG),
        ("poster.pdf", Form.PDF),
        ("a.htm", Form.HTML),
        ("a.json", Form.TIMELINEJS),
        ("a.jpg", None),
        ("pdf", None),
    ],
)
def test_the_end_of_a_name_says_the_form(name, form):
    assert form_for(name) is form


def test_every_form_has_an_ending():
    assert set(SUFFIXES) == set(Form)


def test_papers_are_found_as_they_are_typed_and_as_they_are_shown():
    for paper in PAPERS:
        assert paper_named(paper.key) is paper
        assert paper_named(f" {paper.name.upper()} ") is paper
        assert paper.width < paper.height
    with pytest.raises(ValueError, match="a9"):
        paper_named("a9")
