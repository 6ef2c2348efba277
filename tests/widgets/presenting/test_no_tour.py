"""Nothing to present."""

from PySide6.QtWidgets import QPushButton, QWidget

from explorer.widgets.presenting.no_tour import NoTour


def test_it_leads_to_where_a_tour_is_made(app_look, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    notice = NoTour(app_look, window)
    notice.show()
    assert isinstance(notice.make, QPushButton)
    assert notice.make.isDefault()
    with qtbot.waitSignal(notice.tour_wanted):
        notice.make.click()
    assert not notice.isVisible()
