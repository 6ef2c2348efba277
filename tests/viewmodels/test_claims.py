"""The table of claims, and the claim in hand, on the shipped story."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.domain.claim import Verdict
from explorer.viewmodels.claims import ClaimColumn, ClaimFilter, ClaimRole, ClaimsModel, short_name
from explorer.viewmodels.models import Models
from tests.viewmodels.conftest import settle


@pytest.fixture
def claims(models: Models, qtbot: QtBot) -> ClaimsModel:
    models.claims.set_active(True)
    settle(qtbot, models)
    return models.claims


def slugs(claims: ClaimsModel) -> list[str]:
    return [claims.index(row, 0).data(ClaimRole.CLAIM).claim.slug for row in range(claims.rowCount())]


def cell(claims: ClaimsModel, slug: str, column: ClaimColumn, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    return str(claims.index(slugs(claims).index(slug), column).data(role))


def test_nothing_is_read_before_somebody_looks(models: Models) -> None:
    assert models.claims.rowCount() == 0
    assert not models.claims.loaded


def test_all_claims_are_listed_with_every_column(claims: ClaimsModel) -> None:
    assert (claims.count.listed, claims.count.total, claims.count.sources) == (10, 10, 2)
    row = [cell(claims, "deaths-doubled-2019-2022", column) for column in ClaimColumn]
    assert row == [
        "“fentanyl overdose deaths more than doubling from 2019 to 2022”",
        "Pfeiffer, ¶2",
        "2 times",
        "2019, 2022",
        "synthetic opioids",
        "36,359 → 73,838  ×2.03",
        "holds, narrowly",
        "the same proxy as above",
    ]
    assert [claims.headerData(each, Qt.Orientation.Horizontal) for each in ClaimColumn][-1] == "Keep in mind"


def test_a_cell_says_the_rest_to_pointers_and_screen_readers(claims: ClaimsModel) -> None:
    tip = cell(claims, "amlo-one-third", ClaimColumn.VERDICT, Qt.ItemDataRole.ToolTipRole)
    assert "lower bound" in tip
    said = cell(claims, "amlo-one-third", ClaimColumn.SUM, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Sum: 26,700 ÷ 27,000 = 98.9 %"
    reason = cell(claims, "fy2024-40-million", ClaimColumn.SUM, Qt.ItemDataRole.ToolTipRole)
    assert "No series of this library" in reason
    ages = cell(claims, "leading-cause-18-45", ClaimColumn.QUANTITY, Qt.ItemDataRole.ToolTipRole)
    assert "18 years: lower age bound" in ages


@pytest.mark.parametrize("column", ClaimColumn)
def test_each_column_sorts_both_ways_and_the_order_of_the_record_comes_back(
    claims: ClaimsModel, column: ClaimColumn
) -> None:
    before = slugs(claims)
    claims.sort(column, Qt.SortOrder.AscendingOrder)
    up = slugs(claims)
    claims.sort(column, Qt.SortOrder.DescendingOrder)
    down = slugs(claims)
    assert sorted(up) == sorted(down) == sorted(before)
    assert up != down
    claims.sort(-1)
    assert slugs(claims) == before


def test_quantities_sort_as_numbers_and_what_has_none_comes_last(claims: ClaimsModel) -> None:
    claims.sort(ClaimColumn.QUANTITY)
    assert slugs(claims)[0] == "deaths-doubled-2019-2022"
    assert slugs(claims)[-1] == "flows-still-rising"


def test_words_and_verdict_narrow_the_list(claims: ClaimsModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(claims.arranged) as told:
        claims.narrow(ClaimFilter("PFEIFFER seizures"))
    assert told.args[0].listed == claims.rowCount() < told.args[0].total == 10
    assert "seizures-up-152" in slugs(claims)
    claims.narrow(ClaimFilter("", Verdict.FAILS))
    assert slugs(claims) == ["amlo-one-third"]
    claims.narrow(ClaimFilter("no such words"))
    assert slugs(claims) == []
    claims.narrow(ClaimFilter())
    assert len(slugs(claims)) == 10


def test_the_first_claim_is_looked_at_until_another_is_chosen(claims: ClaimsModel, qtbot: QtBot) -> None:
    first = claims.current
    assert first is not None
    assert first.worked.claim.slug == slugs(claims)[0]
    with qtbot.waitSignal(claims.chosen) as told:
        claims.choose(claims.index(2, 0).data(ClaimRole.CLAIM).claim.id)
    assert told.args[0].worked.claim.slug == "seizures-up-152"
    assert [one.title for one in told.args[0].shown_series] == ["CBP fentanyl seizures by fiscal year"]
    claims.choose(10_000)
    assert claims.current == told.args[0]


def test_another_test_of_the_claim_can_be_drawn(claims: ClaimsModel) -> None:
    claims.choose(claims.index(2, 0).data(ClaimRole.CLAIM).claim.id)
    claims.choose_test(1)
    current = claims.current
    assert current is not None
    assert current.judgement is not None
    assert current.judgement.verdict is Verdict.FAILS
    assert short_name(current.judgement.working) == "nationwide, FY2021 → FY2023"
    claims.choose_test(7)
    assert claims.current == current


def test_a_claim_without_a_test_has_nothing_to_draw(claims: ClaimsModel) -> None:
    claims.choose(claims.index(slugs(claims).index("fy2024-40-million"), 0).data(ClaimRole.CLAIM).claim.id)
    current = claims.current
    assert current is not None
    assert (current.judgement, current.shown_series) == (None, ())


def test_other_claims_on_the_same_series_stand_beside_it(claims: ClaimsModel) -> None:
    current = claims.current
    assert current is not None
    beside = [one.claim.slug for one in claims.beside(current, 6)]
    assert beside == ["deaths-doubled-2019-2022", "flows-still-rising", "all-drugs-share-2022"]
    assert len(claims.beside(current, 1)) == 1


def test_a_claim_asked_for_before_they_are_read_is_chosen_when_they_are(models: Models, qtbot: QtBot) -> None:
    models.claims.choose(3)
    settle(qtbot, models)
    current = models.claims.current
    assert current is not None
    assert current.worked.claim.slug == "seizures-up-152"


def test_a_change_reads_them_again_and_keeps_the_one_in_hand(
    claims: ClaimsModel, models: Models, qtbot: QtBot
) -> None:
    claims.choose(3)
    claims.choose_test(1)
    models.library.note_change()
    settle(qtbot, models)
    current = claims.current
    assert current is not None
    assert (current.worked.claim.id, current.test) == (3, 1)
