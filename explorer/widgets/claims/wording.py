"""What the parts of a test are called."""

from PySide6.QtCore import QCoreApplication

from explorer.domain.claim import Comparator, Operation


def _tr(text: str) -> str:
    return QCoreApplication.translate("Claims", text)


def operation(value: Operation) -> str:
    """What is worked, as an entry of a list."""
    return {
        Operation.VALUE: _tr("The figure of a period"),
        Operation.RATIO: _tr("Ratio of two periods"),
        Operation.CHANGE: _tr("Change between two periods, in per cent"),
        Operation.SHARE: _tr("Share of another line or series, in per cent"),
        Operation.RANK: _tr("Place among all periods"),
        Operation.RANK_OF_LINE: _tr("Place among all lines of the period"),
        Operation.IMPLIED_TOTAL: _tr("Whole of which the figure is a share"),
    }[value]


def comparator(value: Comparator | None) -> str:
    """How the result must stand to the number claimed, as an entry of a list."""
    if value is None:
        return _tr("Compare with nothing")
    return {
        Comparator.AT_LEAST: _tr("At least"),
        Comparator.MORE_THAN: _tr("More than"),
        Comparator.AT_MOST: _tr("At most"),
        Comparator.LESS_THAN: _tr("Less than"),
        Comparator.ABOUT: _tr("About"),
        Comparator.ALMOST: _tr("Almost"),
    }[value]
