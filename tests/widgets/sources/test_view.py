import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit

from explorer.widgets.sources.page import DocumentPage


def enter(view, data):
    event = QDragEnterEvent(
        QPoint(500, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setAccepted(False)
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def drop(view, data):
    event = QDropEvent(
        QPointF(500, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


def files(*urls):
    data = QMimeData()
    data.setUrls([url if isinstance(url, QUrl) else QUrl.fromLocalFile(str(url)) for url in urls])
    return data


def test_the_first_article_opens_when_the_view_is_first_seen(view, desk):
    assert desk.reader.state.detail.source.id == desk.article()
    assert view.attach_action.isEnabled()


def test_a_dropped_file_is_attached(view, desk, tmp_path):
    data = files(desk.copy_of_open_source(tmp_path))
    assert enter(view, data)
    assert view._target.isVisible()
    drop(view, data)
    assert not view._target.isVisible()
    desk.settle()
    assert desk.reader.state.report.exact == 54


def test_leaving_takes_the_invitation_away(view, desk, tmp_path):
    enter(view, files(desk.copy_of_open_source(tmp_path)))
    QApplication.sendEvent(view, QDragLeaveEvent())
    assert not view._target.isVisible()


@pytest.mark.parametrize(
    "data",
    [
        lambda path: files(QUrl("https://example.org/article.txt")),
        lambda path: files(QUrl("file://server/share/article.txt")),
        lambda path: files(path, path),
        lambda path: QMimeData(),
    ],
)
def test_nothing_but_one_file_of_this_computer_is_taken(view, desk, tmp_path, data):
    dragged = data(tmp_path / "a.txt")
    assert not enter(view, dragged)
    drop(view, dragged)
    assert desk.reader.state.busy is None


def test_nothing_is_taken_for_a_record(view, desk, tmp_path):
    path = desk.copy_of_open_source(tmp_path)
    desk.open(desk.sources.groups.records[0].source.id)
    assert not view.attach_action.isEnabled()
    assert not enter(view, files(path))


def test_the_action_asks_for_a_file_and_attaches_it(view, desk, tmp_path, qtbot):
    path = desk.copy_of_open_source(tmp_path)
    view.attach_action.trigger()
    dialog = view.findChild(QFileDialog)
    view.attach_action.trigger()
    assert len(view.findChildren(QFileDialog)) == 1
    dialog.fileSelected.emit(str(path))
    dialog.close()
    desk.settle()
    assert desk.reader.state.report.exact == 54
    qtbot.waitUntil(lambda: not view.findChildren(QFileDialog))


def test_every_control_has_a_name_and_a_tooltip_or_text(view):
    for button in view.findChildren(QAbstractButton):
        if not button.isVisible() or isinstance(button.parent(), QLineEdit):
            continue
        assert button.accessibleName() or button.text()
        assert button.toolTip()
    assert view.findChild(DocumentPage).accessibleName()


@pytest.mark.parametrize(
    ("theme", "scale", "size"), [("light", 1.0, (1600, 916)), ("dark", 1.5, (1280, 716))]
)
def test_the_panes_fit_side_by_side(view, look, theme, scale, size):
    look.apply(theme, scale)
    view.resize(*size)
    widths = view._splitter.sizes()
    assert sum(widths) <= size[0]
    assert widths[1] > widths[0]
    assert widths[1] > widths[2]
