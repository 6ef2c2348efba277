"""Strategies that write EDTF: every form that the app reads."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from explorer.domain.days import days_in_month
from explorer.domain.edtf import parse

YEARS = st.integers(-9998, 9999)
MONTHS = st.integers(1, 12)
MARKS = st.sampled_from(["", "", "", "?", "~", "%"])


def year_text(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"{year:05}"


years = YEARS.map(year_text)
months = st.builds("{}-{:02}".format, years, MONTHS)


@st.composite
def days(draw: st.DrawFn) -> str:
    year, month = draw(YEARS), draw(MONTHS)
    return f"{year_text(year)}-{month:02}-{draw(st.integers(1, days_in_month(year, month))):02}"


seasons = st.builds("{}-{}".format, years, st.integers(21, 41))
decades = st.integers(0, 999).map("{:03}X".format)
centuries = st.builds("{}{:02}XX".format, st.sampled_from(["", "-"]), st.integers(0, 99))
millennia = st.builds("{}{}XXX".format, st.sampled_from(["", "-"]), st.integers(0, 9))
some = st.one_of(
    months.map(lambda text: f"{text}-XX"), years.map("{}-XX".format), years.map("{}-XX-XX".format)
)
long_years = st.integers(10_000, 999_999).flatmap(lambda year: st.sampled_from([f"Y{year}", f"Y-{year}"]))
times = st.builds(
    "{}T{:02}:{:02}{}{}".format,
    days(),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", "", ":07"]),
    st.sampled_from(["", "", "Z", "-05:00", "+05:30", "+01"]),
)
marked: SearchStrategy[str] = st.builds(
    "{}{}".format,
    st.one_of(years, months, days(), seasons, decades, centuries, millennia, some, long_years),
    MARKS,
)
# The edtf package takes some ten milliseconds for each of these, so they are few.
doubts = st.sampled_from(
    [
        "2004-06-~11", "2004?-06-11", "2004-06~-11", "?2004-06-11", "~1972", "%1972-05", "1985-XX-15", "19X5",
        "156X-12-25", "2021-0X", "1950S2", "Y171010000S3", "Y-17E7",
    ]
)  # fmt: skip
moments: SearchStrategy[str] = st.one_of(marked, marked, times, doubts)


@st.composite
def pairs(draw: st.DrawFn, single: SearchStrategy[str] = moments) -> tuple[str, str]:
    """Two dates of which the second does not end before the first begins."""
    pair = sorted((draw(single), draw(single)), key=lambda text: parse(text).extent.likely_start)
    return pair[0], pair[1]


@st.composite
def close_pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two dates of one year or one month, which words say only once."""
    year, month = draw(YEARS), draw(MONTHS)
    near = st.one_of(
        st.just(year_text(year)),
        MONTHS.map(lambda each: f"{year_text(year)}-{each:02}"),
        st.integers(1, 28).map(lambda day: f"{year_text(year)}-{month:02}-{day:02}"),
        st.builds(
            "{}-{:02}-{:02}T{:02}:30{}".format,
            st.just(year_text(year)),
            st.just(month),
            st.just(15),
            st.integers(0, 23),
            st.sampled_from(["", "Z", "-05:00"]),
        ),
    )
    return draw(pairs(near))


intervals: SearchStrategy[str] = st.one_of(
    pairs().map("/".join),
    close_pairs().map("/".join),
    moments.map("{}/..".format),
    moments.map("../{}".format),
    moments.map("{}/".format),
    moments.map("/{}".format),
    st.just("../.."),
)
members: SearchStrategy[str] = st.one_of(moments, pairs(st.one_of(years, months, days())).map("..".join))
sets: SearchStrategy[str] = st.one_of(
    moments.map("[..{}]".format),
    moments.map("[{}..]".format),
    pairs().map(lambda pair: f"[{pair[0]}..{pair[1]}]"),
    st.lists(members, min_size=2, max_size=4).map(lambda items: f"[{','.join(items)}]"),
    st.lists(members, min_size=2, max_size=4).map(lambda items: f"{{{','.join(items)}}}"),
    st.builds("[..{},{}]".format, years, moments),
)
texts: SearchStrategy[str] = st.one_of(moments, intervals, sets)
