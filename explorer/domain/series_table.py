"""Figures out of a table of texts: which column is what, and what is wrong with which row."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from explorer.domain.edtf import parse
from explorer.domain.errors import DateError
from explorer.domain.event import Status
from explorer.domain.periods import fiscal_year, read_period
from explorer.domain.series import Break, Observation

MOST_ROWS = 20_000
LONGEST_TEXT = 500
"""Characters of the longest line name, remark or source of a figure."""
MOSTLY = 0.7
"""Of the cells of a column, the share by which it is taken for years."""
SAMPLE = 200
"""Rows by which the columns are guessed."""

Rows = Sequence[Sequence[str]]

_YEAR = re.compile(r"\d{4}")
_NUMBER = re.compile(r"[-+−]?\d[\d,.' \u00a0\u202f]*%?")
_NAMES = {
    "period": re.compile(r"year|fiscal|period|date|time|month|quarter", re.IGNORECASE),
    "line": re.compile(
        r"line|region|definition|basis|scope|categor|group|series|country|type", re.IGNORECASE
    ),
    "status": re.compile(r"status|checked|provisional|final", re.IGNORECASE),
    "remark": re.compile(r"remark|note|precision|comment|flag", re.IGNORECASE),
    "source": re.compile(r"source|citation|reference", re.IGNORECASE),
}
_STATUSES = {
    "checked": Status.CHECKED,
    "final": Status.CHECKED,
    "provisional": Status.PROVISIONAL,
    "preliminary": Status.PROVISIONAL,
    "p": Status.PROVISIONAL,
    "unchecked": Status.UNCHECKED,
    "": Status.UNCHECKED,
}
_MISSING = frozenset(("", "-", "–", "—", ".", "..", "…", "n/a", "na", "nan", "null", "none", ":"))


class PeriodKind(StrEnum):
    """How a table writes its periods: as EDTF, as calendar years, or as US fiscal years."""

    DATE = "date"
    YEAR = "year"
    FISCAL = "fiscal year"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table is what, counted from 0; None for what it does not have.

    ``header`` tells that the first row names the columns, ``comma`` that decimals stand behind a comma.
    """

    header: bool
    period: int
    value: int
    kind: PeriodKind = PeriodKind.DATE
    comma: bool = False
    line: int | None = None
    status: int | None = None
    remark: int | None = None
    source: int | None = None


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with a row (counted from 1, as a spreadsheet does), and in which column if in one."""

    row: int
    column: int | None
    text: str


@dataclass(frozen=True, slots=True)
class TableReading:
    """The figures of a table in order of line, then time; where the way of counting changes; the problems.

    ``gaps`` counts rows without a value: they are no problem, and no figure.
    """

    observations: tuple[Observation, ...]
    breaks: tuple[Break, ...]
    problems: tuple[RowProblem, ...]
    gaps: int


def guess(rows: Rows) -> Columns:
    """Which column is what, by the names in the first row and by what stands in the others."""
    width = max((len(row) for row in rows[:SAMPLE]), default=0)
    first = [cell.strip() for cell in rows[0]] if rows else []
    header = bool(first) and not any(_is_number(cell) for cell in first if cell)
    names = dict(enumerate(first)) if header else {}
    cells = [[row[at].strip() for row in rows[header:SAMPLE] if at < len(row)] for at in range(width)]
    period = _period_column(names, cells)
    value = _value_column(names, cells, period)
    taken = {period, value}
    found: dict[str, int | None] = {}
    for what in ("status", "remark", "source", "line"):
        at = _named(names, what, taken)
        found[what] = at
        if at is not None:
            taken.add(at)
    return Columns(
        header=header,
        period=period,
        value=value,
        kind=_kind(names.get(period, ""), cells[period] if period < width else []),
        comma=value < width and _uses_comma(cells[value]),
        line=found["line"],
        status=found["status"],
        remark=found["remark"],
        source=found["source"],
    )


def interpret(rows: Rows, columns: Columns, source: str) -> TableReading:
    """The figures of a table.

    Args:
        rows: Cells by row; rows may be of different lengths.
        columns: Which column is what.
        source: The source of every figure whose row names none.
    """
    observations: dict[tuple[str, str], Observation] = {}
    first_rows: dict[tuple[str, str], int] = {}
    problems: list[RowProblem] = []
    gaps = 0
    for number, row in enumerate(rows[columns.header :], 1 + columns.header):
        if not any(cell.strip() for cell in row):
            continue
        if number - columns.header > MOST_ROWS:
            problems.append(RowProblem(number, None, f"Only the first {MOST_ROWS:,} rows are read."))
            break
        if _cell(row, columns.value).casefold() in _MISSING:
            gaps += 1
            continue
        read = _read(row, number, columns, source)
        if isinstance(read, RowProblem):
            problems.append(read)
            continue
        key = (read.line, read.period)
        if key in observations:
            twice = f"This period stands in row {first_rows[key]} already"
            twice += f", in the line “{read.line}”." if read.line else "."
            problems.append(RowProblem(number, columns.period, twice))
            continue
        observations[key], first_rows[key] = read, number
    ordered = sorted(observations.values(), key=lambda one: (one.line, one.start))
    return TableReading(tuple(ordered), breaks_of(ordered), tuple(problems), gaps)


def breaks_of(observations: Sequence[Observation]) -> tuple[Break, ...]:
    """Where the way of counting changes: a remark says so, or one line ends where the next one begins."""
    found = {
        one.start: Break(one.period, one.start, f"{one.remark}.")
        for one in observations
        if "break" in one.remark.casefold()
    }
    lines: dict[str, list[Observation]] = {}
    for one in sorted(observations, key=lambda each: each.start):
        lines.setdefault(one.line, []).append(one)
    runs = sorted(lines.values(), key=lambda run: run[0].start)
    if len(runs) > 1 and all(
        max(one.end for one in before) <= after[0].start for before, after in pairwise(runs)
    ):
        for before, after in pairwise(runs):
            note = f"“{before[0].line}” ends and “{after[0].line}” begins."
            found.setdefault(after[0].start, Break(after[0].period, after[0].start, note))
    return tuple(sorted(found.values(), key=lambda each: each.day))


def _read(row: Sequence[str], number: int, columns: Columns, source: str) -> Observation | RowProblem:
    """The figure of a row, or what is wrong with it."""
    written = _cell(row, columns.period)
    try:
        period = _period(written, columns.kind)
        extent = parse(period).extent
    except DateError:
        said = {
            PeriodKind.DATE: "is no date",
            PeriodKind.YEAR: "is no year",
            PeriodKind.FISCAL: "is no fiscal year",
        }
        return RowProblem(number, columns.period, f"“{_short(written)}” {said[columns.kind]}.")
    value = _number(_cell(row, columns.value), comma=columns.comma)
    if value is None:
        return RowProblem(number, columns.value, f"“{_short(_cell(row, columns.value))}” is no number.")
    status = _STATUSES.get(_cell(row, columns.status).casefold())
    if status is None:
        said_status = _short(_cell(row, columns.status))
        return RowProblem(
            number, columns.status, f"“{said_status}” is none of checked, unchecked and provisional."
        )
    texts = {name: _cell(row, at) for name, at in _texts(columns).items()}
    for name, at in _texts(columns).items():
        if len(texts[name]) > LONGEST_TEXT:
            return RowProblem(number, at, f"This text has more than {LONGEST_TEXT} characters.")
    return Observation(
        period=period,
        start=extent.earliest,
        end=extent.latest,
        line=texts["line"],
        value=value,
        status=status,
        remark="" if texts["remark"] == "exact" else texts["remark"],
        source=texts["source"] or source,
    )


def _texts(columns: Columns) -> Mapping[str, int | None]:
    return {"line": columns.line, "remark": columns.remark, "source": columns.source}


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""


def _period(written: str, kind: PeriodKind) -> str:
    """A written period as EDTF.

    Raises:
        DateError: it is none of this kind, or one without bounds.
    """
    if kind is PeriodKind.DATE:
        period = read_period(written)
        if ".." in period or period.endswith("/") or period.startswith("/"):
            raise DateError("A figure belongs to a period that begins and ends.")
        return period
    year = written.upper().removeprefix("FY").strip() if kind is PeriodKind.FISCAL else written
    if not year.isascii() or not _YEAR.fullmatch(year):
        raise DateError(written)
    return fiscal_year(int(year)) if kind is PeriodKind.FISCAL else year


def _number(written: str, *, comma: bool) -> float | None:
    if not _NUMBER.fullmatch(written) or (not written.isascii() and any(map(_foreign_digit, written))):
        return None
    plain = re.sub(r"[' \u00a0\u202f%]", "", written).replace("−", "-")
    group, point = (".", ",") if comma else (",", ".")
    whole, _, rest = plain.partition(point)
    if group in rest or point in rest or not _grouped(whole, group):
        return None
    try:
        value = float(whole.replace(group, "") + ("." + rest if rest else ""))
    except ValueError:
        return None
    return value if value - value == 0 else None


def _foreign_digit(sign: str) -> bool:
    return sign.isdigit() and not sign.isascii()


def _grouped(whole: str, group: str) -> bool:
    """Whether the signs between thousands stand where they belong: 1,234,567 but not 1,5."""
    parts = whole.lstrip("+-").split(group)
    return len(parts) == 1 or (len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:]))


def _is_number(text: str) -> bool:
    return _number(text, comma=False) is not None or _number(text, comma=True) is not None


def _period_column(names: Mapping[int, str], cells: Sequence[Sequence[str]]) -> int:
    likely = [at for at, name in names.items() if _NAMES["period"].search(name)]
    dated = sorted(range(len(cells)), key=lambda at: -_share(cells[at], _looks_dated))
    for at in (*(at for at in likely if at < len(cells) and _share(cells[at], _looks_dated) > 0.5), *dated):
        return at
    return 0


def _value_column(names: Mapping[int, str], cells: Sequence[Sequence[str]], period: int) -> int:
    others = [at for at in range(len(cells)) if at != period and not _is_text(names.get(at, ""))]
    numeric = max(others, key=lambda at: (_share(cells[at], _is_number), -at), default=None)
    return numeric if numeric is not None else min(1, max(len(cells) - 1, 0))


def _is_text(name: str) -> bool:
    return any(_NAMES[what].search(name) for what in ("status", "remark", "source"))


def _named(names: Mapping[int, str], what: str, taken: set[int]) -> int | None:
    return next((at for at, name in names.items() if at not in taken and _NAMES[what].search(name)), None)


def _kind(name: str, cells: Sequence[str]) -> PeriodKind:
    if re.search("fiscal|^fy", name, re.IGNORECASE) or _share(cells, _looks_fiscal) > 0.5:
        return PeriodKind.FISCAL
    return PeriodKind.YEAR if _share(cells, _looks_like_a_year) > MOSTLY else PeriodKind.DATE


def _looks_like_a_year(text: str) -> bool:
    return _YEAR.fullmatch(text) is not None and 1000 <= int(text) <= 2200


def _looks_fiscal(text: str) -> bool:
    return text.upper().startswith("FY")


def _looks_dated(text: str) -> bool:
    if _looks_like_a_year(text) or _looks_fiscal(text):
        return True
    if _is_number(text):
        return False
    try:
        read_period(text)
    except DateError:
        return False
    return True


def _uses_comma(cells: Sequence[str]) -> bool:
    """Whether more cells can be read with a decimal comma than with a decimal point."""
    return _share(cells, _with_comma) > _share(cells, _with_point)


def _with_comma(text: str) -> bool:
    return _number(text, comma=True) is not None


def _with_point(text: str) -> bool:
    return _number(text, comma=False) is not None


def _share(cells: Sequence[str], passes: Callable[[str], bool]) -> float:
    """Of the cells that are not empty, the share that passes."""
    filled = [cell for cell in cells if cell]
    return sum(passes(cell) for cell in filled) / len(filled) if filled else 0.0


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"


def separators(text: str) -> Iterator[str]:
    """The signs that may part the columns of a text, the likeliest first."""
    lines = [line for line in text.splitlines()[:SAMPLE] if line.strip()]
    counts = {sign: Counter(line.count(sign) for line in lines) for sign in (",", ";", "\t", "|")}

    def steadiness(sign: str) -> tuple[float, int]:
        usual, times = max(
            ((number, times) for number, times in counts[sign].items() if number), default=(0, 0)
        )
        return times / max(len(lines), 1), usual

    yield from sorted(counts, key=steadiness, reverse=True)
