"""Which of a library's series are drawn below the lanes."""

from collections.abc import Sequence

from explorer.domain.claim import Working
from explorer.domain.series import Series

DEFAULT = ("us_synthetic_opioid_deaths", "us_overdose_deaths_all_drugs")
MOST = 4
"""Series drawn at once: each has a colour of its own."""


def usual(series: Sequence[Series]) -> tuple[Series, ...]:
    """What is drawn until the reader chooses: two that belong together, else the first."""
    by_slug = {one.slug: one for one in series}
    return tuple(by_slug[slug] for slug in DEFAULT if slug in by_slug) or tuple(series[:1])


def chosen(series: Sequence[Series], slugs: Sequence[str]) -> tuple[Series, ...]:
    """The series of these names, in the order of the names, those that share a unit side by side.

    The unit of the first comes first, as its scale stands at the left. No more than :data:`MOST` are drawn:
    of a longer choice the latest.
    """
    by_slug = {one.slug: one for one in series}
    found = [by_slug[slug] for slug in dict.fromkeys(slugs) if slug in by_slug][-MOST:]
    units = list(dict.fromkeys(one.unit for one in found))
    return tuple(sorted(found, key=lambda one: units.index(one.unit)))


def tested(series: Sequence[Series], working: Working) -> tuple[Series, ...]:
    """The series that a test reads, as far as one scale can show them."""
    by_slug = {one.slug: one for one in series}
    slugs = dict.fromkeys((working.series, working.other_series))
    found = [by_slug[slug] for slug in slugs if slug in by_slug]
    return tuple(one for one in found if one.unit == found[0].unit)
