from explorer.domain.citation import CitationStyle
from explorer.domain.reference import Name, Reference
from explorer.services.citations.ordering import in_order, year_letters

CHICAGO, APA, MLA, HARVARD = CitationStyle
ANN, BOB = (Name("Åberg", "Ann"),), (Name("Baker", "Bob"),)
LATE = Reference("late", "book", "Alpha", ANN, date="2011")
EARLY = Reference("early", "book", "The Zeta", ANN, date="1999")
ANONYMOUS = Reference("anonymous", "webpage", "An Apple Day", date="2001")
BODY = Reference("body", "report", "Report", (Name(literal="Agency"),), date="2000")
OTHER = Reference("other", "book", "Beta", BOB)


def keys(references, style):
    return [one.key for one in in_order(references, style)]


def test_works_stand_by_author_or_title_and_then_as_the_style_has_it():
    works = [OTHER, BODY, LATE, ANONYMOUS, EARLY]
    assert keys(works, CHICAGO) == keys(works, MLA) == ["late", "early", "body", "anonymous", "other"]
    assert keys(works, APA) == keys(works, HARVARD) == ["early", "late", "body", "anonymous", "other"]


def test_works_of_one_author_and_year_get_letters():
    works = [Reference(str(number), "book", str(number), ANN, date="2011-03") for number in range(28)]
    letters = year_letters([EARLY, *works, BODY, ANONYMOUS], APA)
    assert letters[0] == letters[-1] == letters[-2] == ""
    assert letters[1:4] == ("a", "b", "c")
    assert letters[26:29] == ("z", "aa", "ab")
    assert set(year_letters(works, CHICAGO)) == {""}
