from dataclasses import replace

import pytest

from explorer.domain.citation import CitationStyle, Locator
from explorer.domain.reference import Name, Reference
from explorer.services.citations.legal import cited, in_text
from explorer.services.citations.marks import finished
from tests.services.citations.references import ORDER, STATUTE

CHICAGO, APA, MLA, HARVARD = CitationStyle
CASE = Reference(
    "case", "legal_case", "Sosa v. Alvarez-Machain", date="2004-06-29", number="542 U.S. 692",
    authority="Supreme Court of the United States",
)  # fmt: skip
DOCKET = replace(
    CASE, title="United States v. Cienfuegos", number="No. 19-CR-366", authority="E.D.N.Y.", date="2020-11-18"
)
TREATY = Reference("un", "treaty", "Convention on Drugs", date="1961-03-30", number="520 UNTS 151")
RULE = Reference(
    "fr", "regulation", "Entity List Removals", (Name(literal="Bureau of Industry and Security"),),
    date="2023-11-17", container="Federal Register", volume="88", pages="80131", url="https://example.org/r",
)  # fmt: skip
DECREE = Reference("dof", "legislation", "Decreto", date="2020-12-18", container="Diario Oficial")
UNPRINTED = replace(ORDER, container="", volume="", pages="")


def plain(text):
    return finished(text, inside=True, single=False).plain


RULE_IN_MLA = (
    "Bureau of Industry and Security. “Entity List Removals.” Federal Register, vol. 88, 17 Nov. 2023,"
    " p. 80131, https://example.org/r."
)
ORDER_IN_MLA = (
    "United States, Executive Office of the President. Executive Order 14059: Imposing Sanctions on"
    " Foreign Persons Involved in the Global Illicit Drug Trade. 15 Dec. 2021."
)
REMOVALS = "Entity List Removals, 88 Fed. Reg. 80131"
ACT = "Every Student Succeeds Act, Pub. L. No. 114-95, 129 Stat."


@pytest.mark.parametrize(
    ("reference", "style", "expected"),
    [
        (CASE, CHICAGO, "Sosa v. Alvarez-Machain, 542 U.S. 692 (2004)."),
        (CASE, MLA, "United States, Supreme Court. Sosa v. Alvarez-Machain. 542 U.S. 692, 29 June 2004."),
        (DOCKET, APA, "United States v. Cienfuegos, No. 19-CR-366 (E.D.N.Y., November 18, 2020)."),
        (TREATY, CHICAGO, "Convention on Drugs, March 30, 1961, 520 UNTS 151."),
        (TREATY, HARVARD, "Convention on Drugs, 30 March 1961, 520 UNTS 151."),
        (TREATY, MLA, "Convention on Drugs. 520 UNTS 151, 30 Mar. 1961."),
        (RULE, CHICAGO, f"{REMOVALS} (November 17, 2023), https://example.org/r."),
        (RULE, APA, f"{REMOVALS} (November 17, 2023). https://example.org/r"),
        (RULE, MLA, RULE_IN_MLA),
        (RULE, HARVARD, f"{REMOVALS} (17 November 2023). Available at: https://example.org/r."),
        (DECREE, CHICAGO, "Decreto, Diario Oficial, December 18, 2020."),
        (UNPRINTED, CHICAGO, "Exec. Order No. 14,059 (December 15, 2021)."),
        (UNPRINTED, MLA, ORDER_IN_MLA),
        (replace(STATUTE, date="2015?", pages=""), CHICAGO, f"{ACT} (2015)."),
        (replace(STATUTE, date=None), CHICAGO, f"{ACT} 1802."),
    ],
)
def test_works_of_law_are_cited_by_name_number_and_place(reference, style, expected):
    assert plain(cited(reference, style)) == expected


def test_a_place_follows_the_page_of_the_series_or_is_named():
    page, paragraphs = Locator("page", "70-72"), Locator("paragraph", "3, 5")
    assert plain(cited(CASE, CHICAGO, page)) == "Sosa v. Alvarez-Machain, 542 U.S. 692, 70–72 (2004)."
    assert plain(cited(STATUTE, CHICAGO, paragraphs)).endswith("129 Stat. 1802, paras. 3, 5 (2015).")
    assert plain(cited(TREATY, CHICAGO, Locator("paragraph", "3"))).endswith("520 UNTS 151, para. 3.")


def test_in_the_text_orders_go_by_number_and_cases_in_italics():
    assert plain(in_text(UNPRINTED, APA)) == "(Exec. Order No. 14,059, 2021)"
    assert plain(in_text(UNPRINTED, MLA, Locator("page", "3"))) == "(Executive Order 14059 3)"
    assert finished(in_text(CASE, APA), inside=True, single=False).html == (
        "(<i>Sosa v. Alvarez-Machain</i>, 2004)"
    )
