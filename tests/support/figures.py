"""Small series for the tests of claims."""

from explorer.domain.edtf import parse
from explorer.domain.event import Status
from explorer.domain.periods import read_period
from explorer.domain.series import Break, Observation, Series

FY2021, FY2022, FY2023 = (read_period(f"FY{year}") for year in (2021, 2022, 2023))


def figure(
    period: str, value: float, line: str = "", status: Status = Status.CHECKED, remark: str = ""
) -> Observation:
    edtf = read_period(period)
    extent = parse(edtf).extent
    return Observation(edtf, extent.earliest, extent.latest, line, value, status, remark, "CDC")


def series(slug: str, unit: str, *figures: Observation, breaks: tuple[Break, ...] = ()) -> Series:
    return Series(1, f"uuid of {slug}", slug, f"Title of {slug}", unit, "CDC", "", figures, breaks)


DEATHS = series(
    "deaths",
    "deaths per calendar year",
    figure("2019", 36359),
    figure("2020", 56516, status=Status.UNCHECKED),
    figure("2022", 73838),
    figure("2023", 72776, status=Status.PROVISIONAL),
)
ALL_DRUGS = series(
    "all",
    "deaths per calendar year",
    figure("1997", 16019, "icd9"),
    figure("1999", 16849, "icd10"),
    figure("2022", 107941, "icd10"),
)
SEIZURES = series(
    "seizures",
    "pounds",
    figure("FY2021", 10600, "southwest-border", remark="rounded to 100"),
    figure("FY2023", 26700, "southwest-border", remark="rounded to 100"),
    figure("FY2021", 11200, "nationwide", remark="rounded to 100"),
    figure("FY2023", 27000, "nationwide", remark="lower bound"),
)
SHARE = series("share", "percent", figure("FY2022", 89))
LIBRARY = {one.slug: one for one in (DEATHS, ALL_DRUGS, SEIZURES, SHARE)}
