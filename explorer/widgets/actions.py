"""Everything that can be asked for by menu or key, as data, and the QActions made of it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to ask for, and its keys. Those of one ``group`` exclude each other."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    group: str = ""


SEPARATOR = Command("", "")
TR = "Actions"
LIBRARY = (
    Command("new_library", "New library…", ("Ctrl+Shift+N",)),
    Command("open", "Open a library…", ("Ctrl+O",)),
    Command("story", "Open the shipped story"),
    SEPARATOR,
    Command("add", "Add documents…", ("Ctrl+Shift+O",)),
    Command("paste", "Add what was copied", ("Ctrl+Shift+V",)),
    Command("figures", "Import a series of figures…"),
    Command("take_out", "Take out a series of figures…"),
    Command("attach", "Attach a copy of a source…"),
    Command("coverage", "What no passage supports…"),
    SEPARATOR,
    Command("quit", "Quit", ("Ctrl+Q",)),
)
HANDING_OUT = (
    Command("hand_out", "Export…", ("Ctrl+E",)),
    Command("print", "Print…", ("Ctrl+P",)),
)
EDIT = (
    Command("undo", "Undo", ("Ctrl+Z",)),
    Command("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    SEPARATOR,
    Command("new_event", "New event…", ("Ctrl+N",)),
    Command("edit_event", "Edit the event…", ("F2",)),
    Command("delete_event", "Delete the event", ("Del",)),
    SEPARATOR,
    Command("lanes", "Lanes…"),
)
CITE = (
    Command("cite", "Copy citation of the event", ("Ctrl+Shift+C",)),
    SEPARATOR,
    Command("chicago", "Cite in Chicago style (notes)", checkable=True, group="citation"),
    Command("apa", "Cite in APA style", checkable=True, group="citation"),
    Command("mla", "Cite in MLA style", checkable=True, group="citation"),
    Command("harvard", "Cite in Harvard style", checkable=True, group="citation"),
    SEPARATOR,
    Command("export_view", "Write a bibliography of what is in view…"),
    Command("export_all", "Write a bibliography of all sources…"),
    Command("export_notes", "Write all passages as annotations…"),
    Command("import_notes", "Import annotations…"),
)
VIEW = (
    Command("timeline", "Timeline", ("Ctrl+1",)),
    Command("sources", "Sources", ("Ctrl+2",)),
    Command("claims", "Claims", ("Ctrl+3",)),
    Command("tours", "Tours", ("Ctrl+4",)),
    Command("list", "Events as a list", ("Ctrl+L",), checkable=True),
    Command("compare", "The sources of the event side by side", ("Ctrl+B",)),
    SEPARATOR,
    Command("facets", "Filters at the left", ("F4",), checkable=True),
    Command("detail", "Details at the right", ("F6",), checkable=True),
    SEPARATOR,
    Command("everything", "Show the whole range", ("Home",)),
    Command("fit", "Fit the marked time or the event", ("F",)),
    Command("clear", "Clear all filters", ("Ctrl+Shift+F",)),
)
TOURS = (
    Command("keep_step", "Make a step of this view", ("Ctrl+Shift+S",)),
    Command("new_tour", "New tour…"),
)
LOOK = (
    Command("system", "As the system", checkable=True, group="look"),
    Command("light", "Light", checkable=True, group="look"),
    Command("dark", "Dark", checkable=True, group="look"),
    SEPARATOR,
    Command("larger", "Larger text", ("Ctrl++", "Ctrl+=")),
    Command("smaller", "Smaller text", ("Ctrl+-",)),
    Command("normal", "Normal text", ("Ctrl+0",)),
)
GO = (
    Command("search", "Search", ("Ctrl+K", "Ctrl+F")),
    Command("date", "Go to a date…", ("Ctrl+G",)),
    Command("measure", "Measure the time between two events or days", ("M",)),
    Command("back", "Back", ("Alt+Left",)),
    Command("forward", "Forward", ("Alt+Right",)),
)
CLASS = (
    Command("present", "Present", ("F5",)),
    Command("present_here", "Present from here", ("Shift+F5",)),
    Command("reveal", "Reveal…", ("F7",)),
    Command("place_it", "Place it…", ("F8",)),
    Command("source_detective", "Source detective…", ("F9",)),
)
HELP = (
    Command("help", "Help", ("F1",)),
    Command("keys", "All keys", ("?",)),
    Command("about", "About Timeline Explorer"),
)
HIDDEN = (Command("menu", "Menu", ("F10",)),)
PARTS = (LIBRARY, HANDING_OUT, EDIT, CITE, VIEW, TOURS, LOOK, GO, CLASS, HELP, HIDDEN)
ALL = tuple(command for part in PARTS for command in part if command.name)


def translated(text: str) -> str:
    """The text of a command in the language of the app."""
    return QCoreApplication.translate(TR, text)


class Actions(QObject):
    """The actions of one window. ``asked`` carries the name of the command."""

    asked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for command in ALL:
            action = QAction(translated(command.text), window)
            action.setObjectName(command.name)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.setCheckable(command.checkable)
            if command.group:
                self._groups.setdefault(command.group, QActionGroup(self)).addAction(action)
            action.triggered.connect(self._ask)
            self._actions[command.name] = action
            window.addAction(action)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, menu: QMenu) -> None:
        """Put the commands into the window's menu."""
        titled = (
            (EDIT, "Edit"),
            (CITE, "Cite"),
            (VIEW, "View"),
            (TOURS, "Tours"),
            (LOOK, "Look"),
            (GO, "Go"),
            (CLASS, "Class"),
            (HELP, "Help"),
        )
        for part, title in ((LIBRARY, ""), (HANDING_OUT, ""), *titled):
            target = menu.addMenu(translated(title)) if title else menu
            for command in part:
                if command.name == "quit":
                    continue
                if command.name:
                    target.addAction(self._actions[command.name])
                elif title:
                    target.addSeparator()
            if not title:
                menu.addSeparator()
        menu.addSeparator()
        menu.addAction(self._actions["quit"])

    def _ask(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.asked.emit(sender.objectName())


def keys_page(extra: tuple[tuple[str, str], ...]) -> str:
    """All keys as a Markdown table: ``extra`` are (keys, what they do) that belong to no command."""
    rows = [
        (
            " or ".join(
                QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in command.keys
            ),
            translated(command.text),
        )
        for command in ALL
        if command.keys
    ]
    lines = "".join(f"| {keys} | {what} |\n" for keys, what in (*extra, *rows))
    return f"| {translated('Keys')} | {translated('What they do')} |\n| --- | --- |\n{lines}"
