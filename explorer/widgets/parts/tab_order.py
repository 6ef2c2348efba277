"""The way of the Tab key. Qt goes by the age of widgets; people go by where they see them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget

NOT_BY_TAB = (Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.ClickFocus)


def tab_stops(widget: QWidget) -> list[QWidget]:
    """What Tab can reach in a widget (itself included), in the order in which its layouts place it.

    Hidden and disabled widgets are among them: they keep their place for when they come back.
    """
    stops: list[QWidget] = []
    _gather(widget, stops)
    return stops


def put_in_order(widget: QWidget, after: QWidget | None = None) -> QWidget | None:
    """Have Tab go through a widget in the order of its layouts.

    Args:
        widget: a panel, or a whole window's contents.
        after: from where Tab comes into it; None leaves the first stop where it is and the others follow it.

    Returns:
        The last stop, after which the next panel may be put; ``after`` if the widget has none.
    """
    last = after
    for stop in tab_stops(widget):
        if last is not None:
            QWidget.setTabOrder(last, stop)
        last = stop
    return last


def stop_before(stop: QWidget, panel: QWidget) -> QWidget | None:
    """From where Tab comes into a panel of which ``stop`` is a part; None where there is nothing else."""
    earlier = stop.previousInFocusChain()
    while earlier is not None and earlier is not stop:
        if _is_stop(earlier) and not panel.isAncestorOf(earlier):
            return earlier
        earlier = earlier.previousInFocusChain()
    return None


def _is_stop(widget: QWidget) -> bool:
    return widget.focusPolicy() not in NOT_BY_TAB


def _gather(widget: QWidget | None, stops: list[QWidget]) -> None:
    if widget is None:
        return
    if _is_stop(widget):
        stops.append(widget)
    layout = widget.layout()
    if layout is not None:
        _gather_placed(layout, stops)
    elif isinstance(widget, QScrollArea):
        _gather(widget.widget(), stops)
    elif isinstance(widget, QSplitter):
        for at in range(widget.count()):
            _gather(widget.widget(at), stops)


def _gather_placed(layout: QLayout, stops: list[QWidget]) -> None:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget = item.widget()
        if widget is not None:
            _gather(widget, stops)
        else:
            inner = item.layout()
            if inner is not None:
                _gather_placed(inner, stops)
