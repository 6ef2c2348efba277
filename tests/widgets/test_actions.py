"""Commands are data: each has its own name and keys, and what is triggered is asked for by name."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from explorer.widgets.actions import ALL, Actions, keys_page


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_names_and_keys_are_given_once():
    names = [command.name for command in ALL]
    keys = [QKeySequence(key).toString() for command in ALL for key in command.keys]
    assert len(set(names)) == len(names)
    assert len(set(keys)) == len(keys)
    assert all(keys)


def test_what_is_triggered_is_asked_for_by_name(window):
    actions, asked = Actions(window), []
    actions.asked.connect(asked.append)
    for command in ALL:
        actions[command.name].trigger()
    assert asked == [command.name for command in ALL]


def test_looks_exclude_each_other(window):
    actions = Actions(window)
    actions["dark"].trigger()
    actions["light"].trigger()
    assert [name for name in ("system", "light", "dark") if actions[name].isChecked()] == ["light"]


def test_the_menu_holds_every_command_but_the_one_that_opens_it(window):
    actions, menu = Actions(window), QMenu(window)
    actions.fill(menu)

    def names(menu):
        for action in menu.actions():
            if action.menu() is not None:
                yield from names(action.menu())
            elif not action.isSeparator():
                yield action.objectName()

    assert sorted(names(menu)) == sorted(command.name for command in ALL if command.name != "menu")


def test_the_page_of_keys_names_every_key(qapp):
    page = keys_page((("Left, Right", "Previous and next event"),))
    assert "| Left, Right | Previous and next event |" in page
    for command in ALL:
        for key in command.keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in page


@pytest.mark.parametrize("page", ["README.md", "resources/help/help.md"])
def test_the_keys_written_down_are_all_there_are(root, page):
    written = (root / page).read_text(encoding="utf-8")
    keys = [as_written(command.keys[0]) for command in ALL if command.keys]
    assert [key for key in keys if key not in written] == []


def as_written(key: str) -> str:
    """A shortcut as prose has it: "Ctrl Shift F", "Ctrl +"."""
    head, last = (key[:-2], "+") if key.endswith("++") else key.rpartition("+")[::2]
    return f"{head.replace('+', ' ')} {last}".strip()
