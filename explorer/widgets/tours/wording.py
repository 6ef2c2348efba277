"""What is said of tours in short."""

from PySide6.QtCore import QCoreApplication

from explorer.domain.tour import Tour

translate = QCoreApplication.translate
CONTEXT = "Tours"
NO_BREAK = "\N{NO-BREAK SPACE}"


def facts_of(tour: Tour) -> str:
    """How long a tour takes, and how many steps it has."""
    minutes = (
        translate(CONTEXT, "1 minute")
        if tour.minutes == 1
        else translate(CONTEXT, "%n minutes", "", tour.minutes)
    )
    # A line may break at the dot, not within a count.
    return " · ".join(part.replace(" ", NO_BREAK) for part in (minutes, steps_of(len(tour.steps))))


def steps_of(count: int) -> str:
    """So many steps, in words."""
    if count == 0:
        return translate(CONTEXT, "no steps yet")
    return translate(CONTEXT, "1 step") if count == 1 else translate(CONTEXT, "%n steps", "", count)
