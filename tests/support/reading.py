"""A library on the desk, with the models of the Sources view, and copies of its documents to attach."""

from collections.abc import Iterable
from pathlib import Path

from explorer.domain.passage import Passage
from explorer.services.documents import Documents
from explorer.services.edits import Edits
from explorer.services.libraries import Libraries
from explorer.services.workers import Workers
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.reader import ReaderModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.settings import SettingsModel
from explorer.viewmodels.sources import SourcesModel


class Desk:
    """The models of the Sources view on one library file. Close it when done."""

    def __init__(self, path: Path, story: Path, bot) -> None:
        self._bot = bot
        self.workers = Workers()
        messages = Messages()
        self.courier = Courier(messages)
        self.library = LibraryModel(Libraries(self.workers, story, path.parent), self.courier)
        self.documents = Documents(self.workers)
        self.selection = SelectionModel()
        self.sources = SourcesModel(self.library, self.documents, self.courier)
        self.edits = EditsModel(self.library, Edits(self.workers), self.courier, messages)
        self.settings = SettingsModel(path.with_suffix(".ini"))
        self.reader = ReaderModel(
            self.library, self.documents, self.edits, self.selection, self.settings, self.courier
        )
        self.library.open(path)
        self.settle()

    def settle(self) -> None:
        """Wait until every question is answered."""
        self._bot.waitUntil(lambda: self.courier.idle, timeout=10_000)

    def open(self, source_id: int, passage_id: int | None = None) -> None:
        """Open a source and wait for it."""
        self.reader.open_source(source_id, passage_id)
        self.settle()

    def attach(self, path: Path) -> None:
        """Attach a file and wait for the report."""
        self.reader.attach(path)
        self.settle()

    def article(self, at: int = 0) -> int:
        """The id of an article."""
        return self.sources.groups.articles[at].source.id

    def copy_of_open_source(self, folder: Path, name: str = "copy.txt") -> Path:
        """A text of our own with every quotation of the open source in its place."""
        path = folder / name
        path.write_text(text_around([item.passage for item in self.reader.state.passages]), encoding="utf-8")
        return path

    def close(self) -> None:
        """Let go of the threads and the file."""
        self.workers.close()
        self.library.close()


def text_around(passages: Iterable[Passage]) -> str:
    """A text with the words of each passage at its position, and words of our own between them."""
    passages = list(passages)
    length = max(passage.selector.end for passage in passages)
    letters = list("so it goes on, " * (length // 15 + 1))[:length] + list(" and so on.")
    for passage in passages:
        start, end = passage.selector.start, passage.selector.end
        for beside in (start - 1, end):
            if beside >= 0:
                letters[beside] = "\n" if beside % 5 == 0 else " "
    for passage in passages:
        letters[passage.selector.start : passage.selector.end] = passage.selector.exact
    return "".join(letters)
