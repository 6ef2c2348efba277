from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from explorer.widgets.sources.working import WorkingBar


def test_short_work_shows_nothing_and_long_work_can_be_called_off(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    bar = WorkingBar(owner)
    owner.show()
    bar.show_working(working=True, cancellable=True)
    line, cancel = bar.findChild(QProgressBar), bar.findChild(QPushButton)
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible)
    bar.show_working(working=True, cancellable=True)
    qtbot.waitUntil(cancel.isVisible)
    with qtbot.waitSignal(bar.cancel_asked):
        cancel.click()
    bar.show_working(working=False, cancellable=False)
    assert not line.isVisible()
    assert not cancel.isVisible()


def test_work_that_cannot_be_called_off_offers_nothing(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    bar = WorkingBar(owner)
    owner.show()
    bar.show_working(working=True, cancellable=False)
    qtbot.waitUntil(bar.findChild(QProgressBar).isVisible)
    qtbot.wait(250)
    assert not bar.findChild(QPushButton).isVisible()
