from dataclasses import replace

from explorer.domain.passage import AnchorState
from explorer.domain.source import Source, SourceRole
from explorer.widgets.sources import wording

BARE = Source(
    1, "", "s", SourceRole.ARTICLE, "Pfeiffer", "", "Connor Pfeiffer", "", "2023-12~", "article", "", "en",
    "",
    ("title", "publisher"), ("issued",), "{}", None, None, None,
)  # fmt: skip


def test_what_is_not_known_is_said():
    assert wording.name_of(BARE) == "Pfeiffer"
    assert wording.missing(BARE) == "Title and publisher are not known."
    assert wording.missing(replace(BARE, unknown=("author",))) == "Author is not known."
    assert wording.missing(replace(BARE, unknown=())) == ""
    assert wording.inferred(BARE) == "Date is inferred, and to be confirmed."
    assert ("Publisher", "not known") in wording.facts(BARE)


def test_bylines_and_citations_say_no_more_than_is_known():
    assert wording.byline(BARE) == "Connor Pfeiffer · publisher not known · about December 2023 (inferred)"
    assert wording.citation(BARE) == "Connor Pfeiffer, [untitled: Pfeiffer], about December 2023 (inferred)."
    record = replace(
        BARE,
        role=SourceRole.RECORD,
        label="Pub. L. 91-513",
        title="An Act",
        authors="Congress",
        date="1970",
        inferred=(),
    )
    assert wording.citation(record) == "Congress, “An Act”, Pub. L. 91-513, 1970."
    assert (
        wording.byline(replace(record, date="no date at all"))
        == "Congress · publisher not known · no date at all"
    )


def test_reports_count_every_state():
    exact, moved, approximate, several, lost = AnchorState
    assert wording.found([exact] * 54) == "54 of 54 passages found exactly"
    assert wording.found([exact] * 50 + [moved] * 3 + [lost]) == (
        "54 passages: 50 found exactly, 3 moved, 1 not found"
    )
    assert wording.found([several, approximate, lost]) == (
        "3 passages: 0 found exactly, 1 approximately, 1 at several places, 1 not found"
    )
    assert wording.found([exact]) == "1 of 1 passages found exactly"
    assert wording.passages(1) == "1 passage"
