import pytest

from explorer.domain.days import day_number
from explorer.domain.event import Status
from explorer.domain.periods import fiscal_year
from explorer.services.story import STORY
from explorer.services.story_figures import read_figures


@pytest.fixture(scope="module")
def series(resources):
    return {each.slug: each for each in read_figures(resources / "library" / "series", STORY)}


def test_a_calendar_year_covers_its_days(series):
    point = series["us_synthetic_opioid_deaths"].observations[-1]
    assert (point.period, point.line, point.value) == ("2023", "", 72776)
    assert (point.start, point.end) == (day_number(2023), day_number(2024))
    assert point.provenance.startswith("NIDA figure")


def test_two_definitions_are_two_lines(series):
    deaths = series["us_overdose_deaths_all_drugs"].observations
    assert {each.line for each in deaths} == {"icd9-drug-poisoning", "icd10-overdose"}
    assert "1998" not in {each.period for each in deaths}


def test_regions_and_how_exact_a_figure_is(series):
    seizures = series["cbp_fentanyl_seizures"].observations
    assert {each.line for each in seizures} == {"ports-and-mail", "nationwide", "southwest-border"}
    found = {(each.line, each.period): each for each in seizures}
    assert found["nationwide", fiscal_year(2023)].remark == "lower bound"
    assert found["nationwide", fiscal_year(2018)].remark == ""
    assert found["southwest-border", fiscal_year(2022)].provenance
    assert all(each.provenance for each in seizures)


def test_a_file_with_two_columns_of_figures_has_two_lines(series):
    offenders = series["ussc_fentanyl_offenders"].observations
    assert [(each.line, each.period[5:15], each.value) for each in offenders] == [
        ("analogue_offenders", offenders[0].period[5:15], 4),
        ("analogue_offenders", offenders[1].period[5:15], 233),
        ("fentanyl_offenders", offenders[2].period[5:15], 24),
        ("fentanyl_offenders", offenders[3].period[5:15], 886),
    ]


def test_requests_and_enacted_sums_are_different_lines(series):
    budget = series["federal_drug_control_budget"].observations
    in_2022 = {each.line for each in budget if each.period == fiscal_year(2022)}
    assert in_2022 == {"requested", "continuing resolution level, derived"}
    assert all(each.provenance for each in budget)


def test_every_figure_says_whether_it_was_checked(series):
    statuses = [point.status for each in series.values() for point in each.observations]
    assert statuses.count(Status.UNCHECKED) == 12
    assert set(statuses) == {Status.CHECKED, Status.UNCHECKED}


def test_lines_stand_together_in_the_order_of_time(series):
    for each in series.values():
        order = [(point.line, point.start) for point in each.observations]
        assert order == sorted(order)
        assert len(order) == len(set(order))


def test_breaks_in_method_are_told_with_the_day_on_which_they_begin(series):
    (cut,) = series["us_overdose_deaths_all_drugs"].breaks
    assert (cut.period, cut.day) == ("1999", day_number(1999))
    assert "ICD-10" in cut.note
    assert series["us_synthetic_opioid_deaths"].breaks == ()
