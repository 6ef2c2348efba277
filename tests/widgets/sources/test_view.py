import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit

from explorer.widgets.sources.page import DocumentPage


def test_the_first_article_opens_when_the_view_is_first_seen(view, desk):
    assert desk.reader.state.detail.source.id == desk.article()
    assert view.attach_action.isEnabled()


def test_a_text_can_be_attached_to_a_record_too(view, desk):
    desk.open(desk.sources.groups.records[0].source.id)
    assert view.attach_action.isEnabled()


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
