from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.widgets.parts.pool import Pool


def test_widgets_are_hidden_and_used_again(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    pool = Pool(QVBoxLayout(host), lambda: QLabel(host))
    pool.fill(["a", "b", "c"], QLabel.setText)
    first = list(pool.shown)
    pool.fill(["d"], QLabel.setText)
    assert [label.text() for label in pool.shown] == ["d"]
    assert [label.isHidden() for label in first] == [False, True, True]
    pool.fill(["e", "f"], QLabel.setText)
    assert list(pool.shown) == first[:2]
    assert [label.text() for label in pool.shown] == ["e", "f"]
    assert not pool.shown[1].isHidden()
    assert len(host.findChildren(QLabel)) == 3
