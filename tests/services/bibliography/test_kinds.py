import pytest

from explorer.services.bibliography import kinds


@pytest.mark.parametrize("kind", sorted(kinds.CSL))
def test_every_type_of_csl_leads_to_bibtex_and_ris_and_back(kind):
    assert kinds.from_bibtex(*kinds.to_bibtex(kind)) == kind
    assert kinds.from_ris(*kinds.to_ris(kind)) == kind


def test_common_types_need_no_subtype():
    for kind in ("article-journal", "book", "chapter", "report", "thesis", "webpage", "dataset"):
        assert kinds.to_bibtex(kind)[1] == kinds.to_ris(kind)[1] == ""


def test_what_others_write_is_understood():
    assert kinds.from_bibtex("InBook", "") == "chapter"
    assert kinds.from_bibtex("article", "newspaper") == "article-newspaper"
    assert kinds.from_bibtex("software_x", "") is None
    assert kinds.from_ris("EJOUR", "") == "article-journal"
    assert kinds.from_ris("QQQQ", "") is None
