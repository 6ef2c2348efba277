"""Reads the published figures of a story: one CSV file and one description a series."""

import csv
import json
from pathlib import Path
from typing import Any
from uuid import UUID

from explorer.domain.edtf import parse
from explorer.domain.event import Status
from explorer.domain.ids import record_uuid
from explorer.domain.periods import fiscal_year, read_period
from explorer.domain.series import Break, Observation, Series

_PERIODS = ("year", "fiscal_year")
_LINES = ("definition", "region", "basis", "scope")
_OTHERS = ("codes", "precision", "status", "source")


def read_figures(folder: Path, library: UUID) -> tuple[Series, ...]:
    """All series of a folder, in the order of their names.

    Raises:
        OSError: a file cannot be read.
        KeyError, ValueError: a file is not as its description says.
    """
    provenance: dict[str, dict[str, str]] = json.loads((folder / "provenance.json").read_text("utf-8"))
    described = sorted(folder.glob("*.meta.json"))
    return tuple(
        _series(number, json.loads(path.read_text("utf-8")), folder, provenance, library)
        for number, path in enumerate(described, start=1)
    )


def _series(
    number: int, about: dict[str, Any], folder: Path, provenance: dict[str, dict[str, str]], library: UUID
) -> Series:
    slug = about["id"]
    with (folder / about["file"]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    seen = provenance.get(slug, {})
    observations = [point for row in rows for point in _observations(row, about["columns"], seen)]
    observations.sort(key=lambda point: (point.line, point.start))
    return Series(
        id=number,
        uuid=record_uuid(library, "series", slug),
        slug=slug,
        title=about["title"],
        unit=about["unit"],
        source=about["source_citation"],
        note=about["notes"],
        observations=tuple(observations),
        breaks=tuple(_break(each) for each in about.get("breaks", ())),
    )


def _observations(row: dict[str, str], columns: list[str], seen: dict[str, str]) -> list[Observation]:
    """The figures of one row: one for each column that holds a value.

    The line of a figure is what tells it from the others of its series: the definition, region, basis or
    scope of its row, or the name of its column if there are several.
    """
    when = next(name for name in columns if name in _PERIODS)
    values = [name for name in columns if name not in (*_PERIODS, *_LINES, *_OTHERS)]
    kind = "".join(row[name] for name in columns if name in _LINES)
    year = row[when]
    period = year if when == "year" else fiscal_year(int(year))
    extent = parse(period).extent
    remark = row.get("precision", "")
    return [
        Observation(
            period=period,
            start=extent.earliest,
            end=extent.latest,
            line=kind if len(values) == 1 else name,
            value=float(row[name]),
            status=Status(row["status"]),
            remark="" if remark == "exact" else remark,
            source=row["source"],
            provenance=seen.get(f"{year}/{kind}", seen.get(year, "")),
        )
        for name in values
        if row[name]
    ]


def _break(given: dict[str, str]) -> Break:
    period = read_period(given["from"])
    return Break(period, parse(period).extent.earliest, given["note"])
