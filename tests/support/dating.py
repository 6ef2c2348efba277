"""A desk with the dates of a document of our own."""

from pathlib import Path

from explorer.domain.source import Document
from explorer.services.suggestions import Suggestions
from explorer.viewmodels.offers import Offer
from explorer.viewmodels.suggestions import SuggestionsModel
from tests.support.attaching import attach
from tests.support.reading import Desk

TEXT = """A harbour and its letters

On 4 April 1911 the harbour master wrote to the council. That year nothing came of it.

In March 1913 the council answered, and Joe Biden was not yet born. The price was 1913 crowns.

At the APEC summit nobody spoke of coal. The order of 3/4/1975 ended it. In recent years the quay was sold.
"""
"""Two days, a year, a month, an event of the story, a day with two readings, and something vague."""


class DatingDesk(Desk):
    """The text of :data:`TEXT` is attached to the first article."""

    def __init__(self, path: Path, story: Path, bot) -> None:
        super().__init__(path, story, bot)
        self.model = SuggestionsModel(
            self.library, self.reader, self.edits, Suggestions(self.workers), self.courier
        )
        library = self.library.current
        document = Document(self.article(), "harbour.txt", "0" * 64, "UTF-8", TEXT, "2023-12-07T00:00:00Z")
        with library.store.writing() as connection:
            attach(connection, document)
        self.open(self.article())

    def give(self, path: Path, text: str) -> None:
        """Attach another text to the open source."""
        path.write_text(text, encoding="utf-8")
        self.attach(path)

    def find(self) -> None:
        """Find the dates and wait for them."""
        self.model.find()
        self.settle()

    def offer(self, edtf: str) -> Offer:
        """The suggestion of a date that is listed."""
        return next(one for one in self.model.state.offers if one.suggestion.edtf == edtf)

    def take(self, edtf: str) -> None:
        """Take the suggestion of a date in hand."""
        self.model.select([one.suggestion.edtf for one in self.model.state.offers].index(edtf))
