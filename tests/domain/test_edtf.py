import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given

from explorer.domain.days import FIRST_DAY, LAST_DAY, day_number
from explorer.domain.edtf import event_date, parse
from explorer.domain.errors import DateError
from explorer.domain.event import DateFlag, Precision
from tests.domain.edtf_texts import intervals, moments, pairs, sets, texts


def bounds(text: str) -> tuple[float, float, float, float]:
    extent = parse(text).extent
    return extent.earliest, extent.likely_start, extent.likely_end, extent.latest


def days(*parts: tuple[int, ...]) -> tuple[float, ...]:
    return tuple(float(day_number(*part)) for part in parts)


class TestNumbers:
    @given(texts)
    def test_four_numbers_in_order_and_inside_all_times(self, text: str) -> None:
        earliest, start, end, latest = bounds(text)
        assert FIRST_DAY <= earliest <= start <= end <= latest <= LAST_DAY
        assert start < end

    @given(moments)
    def test_one_date_is_neither_open_nor_a_span(self, text: str) -> None:
        date = parse(text)
        assert date.text == text
        assert not date.flags & (DateFlag.SPAN | DateFlag.ONE_OF | DateFlag.OPEN_START | DateFlag.OPEN_END)

    @given(moments)
    def test_only_doubtful_dates_are_wider_than_they_are_written(self, text: str) -> None:
        date = parse(text)
        doubtful = bool(date.flags & (DateFlag.APPROXIMATE | DateFlag.UNCERTAIN))
        extent = date.extent
        assert doubtful == (extent.earliest < extent.likely_start)
        assert doubtful == (extent.likely_end < extent.latest)

    @given(pairs())
    def test_an_interval_runs_from_its_start_to_its_end(self, pair: tuple[str, str]) -> None:
        whole = parse("/".join(pair))
        assert whole.flags & DateFlag.SPAN
        assert whole.precision == max(parse(end).precision for end in pair)
        first, last = (parse(end).extent for end in pair)
        assert whole.extent.earliest == first.earliest
        assert whole.extent.likely_start == first.likely_start
        assert whole.extent.likely_end >= last.likely_end
        assert whole.extent.latest >= last.latest

    @given(pairs())
    def test_start_and_end_make_the_same_date_as_the_interval(self, pair: tuple[str, str]) -> None:
        assert event_date(*pair) == parse("/".join(pair))

    @given(intervals)
    def test_intervals_are_spans(self, text: str) -> None:
        assert parse(text).flags & DateFlag.SPAN

    @given(sets)
    def test_a_choice_is_one_of_several(self, text: str) -> None:
        assert bool(parse(text).flags & DateFlag.ONE_OF) == text.startswith("[")

    @pytest.mark.parametrize(
        ("text", "expected", "precision", "flags"),
        [
            ("1970-01-01", (0, 0, 1, 1), Precision.DAY, DateFlag.NONE),
            ("1971-06", days((1971, 6), (1971, 6), (1971, 7), (1971, 7)), Precision.MONTH, DateFlag.NONE),
            ("1972", days((1972,), (1972,), (1973,), (1973,)), Precision.YEAR, DateFlag.NONE),
            ("0000", days((0,), (0,), (1,), (1,)), Precision.YEAR, DateFlag.NONE),
            (
                "-0043-03-15",
                days((-43, 3, 15), (-43, 3, 15), (-43, 3, 16), (-43, 3, 16)),
                Precision.DAY,
                DateFlag.NONE,
            ),
            ("Y-17000", days((-17000,), (-17000,), (-16999,), (-16999,)), Precision.YEAR, DateFlag.NONE),
            ("2020~", days((2019,), (2020,), (2021,), (2022,)), Precision.YEAR, DateFlag.APPROXIMATE),
            ("1972?", days((1971,), (1972,), (1973,), (1974,)), Precision.YEAR, DateFlag.UNCERTAIN),
            (
                "2021-12~",
                days((2021, 11), (2021, 12), (2022, 1), (2022, 2)),
                Precision.MONTH,
                DateFlag.APPROXIMATE,
            ),
            (
                "1971-06-21~",
                days((1971, 6, 20), (1971, 6, 21), (1971, 6, 22), (1971, 6, 23)),
                Precision.DAY,
                DateFlag.APPROXIMATE,
            ),
            (
                "1971%",
                days((1970,), (1971,), (1972,), (1973,)),
                Precision.YEAR,
                DateFlag.APPROXIMATE | DateFlag.UNCERTAIN,
            ),
            ("198X", days((1980,), (1980,), (1990,), (1990,)), Precision.DECADE, DateFlag.NONE),
            ("19XX", days((1900,), (1900,), (2000,), (2000,)), Precision.CENTURY, DateFlag.NONE),
            ("1985-XX", days((1985,), (1985,), (1986,), (1986,)), Precision.YEAR, DateFlag.NONE),
            ("1976-21", days((1976, 3), (1976, 3), (1976, 6), (1976, 6)), Precision.SEASON, DateFlag.NONE),
            ("1972-24", days((1972, 12), (1972, 12), (1973, 3), (1973, 3)), Precision.SEASON, DateFlag.NONE),
            ("2021-33", days((2021, 1), (2021, 1), (2021, 4), (2021, 4)), Precision.SEASON, DateFlag.NONE),
            (
                "1988-03-12/1990-02",
                days((1988, 3, 12), (1988, 3, 12), (1990, 3), (1990, 3)),
                Precision.MONTH,
                DateFlag.SPAN,
            ),
            ("[1972,1973]", days((1972,), (1972,), (1974,), (1974,)), Precision.YEAR, DateFlag.ONE_OF),
            (
                "1985-XX-15",
                days((1985, 1, 15), (1985, 1, 15), (1985, 12, 16), (1985, 12, 16)),
                Precision.YEAR,
                DateFlag.NONE,
            ),
            ("2021-0X", days((2021,), (2021,), (2021, 10), (2021, 10)), Precision.YEAR, DateFlag.NONE),
            ("1950S2", days((1900,), (1950,), (1951,), (2000,)), Precision.CENTURY, DateFlag.APPROXIMATE),
            (
                "2004-06-~11",
                days((2004, 6, 10), (2004, 6, 11), (2004, 6, 12), (2004, 6, 13)),
                Precision.DAY,
                DateFlag.APPROXIMATE,
            ),
        ],
    )
    def test_known_dates(
        self, text: str, expected: tuple[float, ...], precision: Precision, flags: DateFlag
    ) -> None:
        assert bounds(text) == expected
        assert (parse(text).precision, parse(text).flags) == (precision, flags)

    @pytest.mark.parametrize("text", ["2013/..", "2013/", "[2013..]"])
    def test_an_open_end_reaches_to_the_end_of_time_and_is_likely_where_it_is_known(self, text: str) -> None:
        assert bounds(text) == (*days((2013,), (2013,), (2014,)), LAST_DAY)
        assert parse(text).flags & DateFlag.OPEN_END

    @pytest.mark.parametrize("text", ["../2022-08", "/2022-08", "[..2022-08]"])
    def test_an_open_start_likewise(self, text: str) -> None:
        assert bounds(text) == (FIRST_DAY, *days((2022, 8), (2022, 9), (2022, 9)))
        assert parse(text).flags & DateFlag.OPEN_START

    @pytest.mark.parametrize(
        ("text", "start", "length"),
        [
            ("2023-11-15T10:30", 10.5 / 24, 1 / 1440),
            ("2023-11-15T10:30Z", 10.5 / 24, 1 / 1440),
            ("2023-11-15T10:30:00-08:00", 10.5 / 24, 1 / 86400),
        ],
    )
    def test_times_lie_within_the_day_that_is_written(self, text: str, start: float, length: float) -> None:
        day = day_number(2023, 11, 15)
        earliest, _, _, latest = bounds(text)
        assert earliest == pytest.approx(day + start, abs=1e-9)
        assert latest - earliest == pytest.approx(length, abs=1e-9)
        assert parse(text).precision is Precision.MINUTE


class TestRefusals:
    @pytest.mark.parametrize(
        "text",
        [
            "", " ", "x", "May", "2023-02-30", "2023-13", "2023-00", "2023-1-5", "1900-02-29", "20231115",
            "2023-W01-1", "-0000", "/", "2023//2024", "2020/2010", "[1972]", "[1972,]", "[", "[..]", "{}",
            "2023-11-15T25:00", "2023-11-15T10", "2023-11T10:30", "2023-11-15T10:30~", "２０２３-11-15",
            "٢٠٢٣", "2023–2024", "2023-21-01", "2023-02-3X", "Y1E99", "Y99999999999", "~1950S2",
            "2004-0X~-11", "None", "../None", "1 or 2",
        ],
    )  # fmt: skip
    def test_says_what_is_accepted(self, text: str) -> None:
        with pytest.raises(DateError) as caught:
            parse(text)
        assert len(str(caught.value)) < 400
        assert "." in str(caught.value)

    @pytest.mark.parametrize(
        "text", ["9" * 1_000_000, "[" * 1_000_000, "1972-01-01/" * 90_000, "𝟙" * 1_000_000]
    )
    def test_hostile_text_is_refused_at_once(self, text: str) -> None:
        began = time.process_time()
        with pytest.raises(DateError):
            parse(text)
        assert time.process_time() - began < 0.05

    def test_the_calendar_is_named(self) -> None:
        with pytest.raises(DateError, match=r"“2023-02-30” is not in the calendar: that month has 28 days"):
            parse("2023-02-30")

    def test_an_event_does_not_end_before_it_begins(self) -> None:
        with pytest.raises(DateError, match="before it begins"):
            event_date("2023-05", "2023-04-30")


class TestEvents:
    def test_an_event_without_end_has_the_date_of_its_start(self) -> None:
        assert event_date("1971-06-17", None) == parse("1971-06-17")

    def test_an_event_that_lasts_until_some_day_of_the_month_it_began_in(self) -> None:
        date = event_date("1985-02-15", "1985-02")
        assert (date.extent.likely_start, date.extent.latest) == days((1985, 2, 15), (1985, 3))
        assert date.precision is Precision.MONTH
        assert date.flags is DateFlag.SPAN


class TestCost:
    def test_a_plain_date_takes_microseconds(self) -> None:
        """Bounds several times what was measured (3 µs cold, 0.2 µs warm), so that a busy machine passes."""
        texts = [
            f"{year}-{month:02}-{day:02}"
            for year in range(1000, 1100)
            for month in range(1, 13)
            for day in range(1, 29)
        ]
        began = time.process_time()
        for text in texts:
            parse(text)
        cold = time.process_time() - began
        began = time.process_time()
        for text in texts:
            parse(text)
        warm = time.process_time() - began
        assert cold / len(texts) < 20e-6
        assert warm / len(texts) < 5e-6

    def test_the_edtf_package_is_not_loaded_for_what_a_story_usually_holds(self) -> None:
        usual = [
            "2023-11-15", "1972?", "2020~", "198X", "1988-03-12/1990-02", "2013/..", "[1972,1973]", "1976-21",
            "2021-0X",
        ]  # fmt: skip
        code = (
            "import sys\n"
            "from explorer.domain.edtf import parse\n"
            "from explorer.domain.words import in_words, from_words\n"
            f"for text in {usual!r}: parse(text); from_words(in_words(text))\n"
            "assert 'edtf' not in sys.modules; parse('2004-06-~11'); assert 'edtf' in sys.modules"
        )
        subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
