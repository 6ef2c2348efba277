"""The names of the fields of a record, and of the kinds of source."""

from explorer.widgets.sources.wording import tr

LINES = (
    "title",
    "container",
    "publisher",
    "volume",
    "issue",
    "pages",
    "doi",
    "url",
    "language",
    "rights",
    "label",
)
"""Fields of one line."""

ROWS = (
    ("kind", "label"),
    ("title",),
    ("authors",),
    ("date", "language"),
    ("container",),
    ("publisher", "pages"),
    ("volume", "issue"),
    ("doi", "url"),
    ("rights",),
)
"""Which fields stand beside each other."""


def names() -> dict[str, str]:
    """What each field is called."""
    return {
        "kind": tr("Kind"),
        "title": tr("Title"),
        "authors": tr("Authors, one a line"),
        "container": tr("In: journal, book or site"),
        "publisher": tr("Publisher"),
        "volume": tr("Volume"),
        "issue": tr("Issue"),
        "pages": tr("Pages"),
        "doi": tr("DOI"),
        "url": tr("Address (URL)"),
        "language": tr("Language"),
        "rights": tr("Rights"),
        "label": tr("Short name"),
    }


def tips() -> dict[str, str]:
    """What belongs into each field."""
    return {
        "kind": tr("What kind of source it is; citations follow it"),
        "title": tr("The title as it stands on the document"),
        "authors": tr("A person with the family name first: “Lindqvist, Ada”; a body as it is called"),
        "date": tr("When it was published, in words or as EDTF: 15 Nov 2023, about 1982, 1971-06"),
        "container": tr("The journal, book or site it is part of"),
        "publisher": tr("Who published it"),
        "volume": tr("The volume of the journal or series"),
        "issue": tr("The issue of the journal"),
        "pages": tr("From which page to which it goes: 217-240"),
        "doi": tr("Its digital object identifier: 10.1000/182"),
        "url": tr("Where it was found. It is never opened."),
        "language": tr("A short name of its language: en, de, pt-BR"),
        "rights": tr("Who may do what with it"),
        "label": tr("What it is called on cards: Lindqvist 1976"),
    }


def kinds(own: str) -> list[tuple[str, str]]:
    """The kinds of source by their name in CSL, with words for them; ``own`` is among them in any case."""
    known = {
        "document": tr("Document"),
        "article": tr("Article or preprint"),
        "article-journal": tr("Article in a journal"),
        "article-magazine": tr("Article in a magazine"),
        "article-newspaper": tr("Article in a newspaper"),
        "bill": tr("Bill"),
        "book": tr("Book"),
        "broadcast": tr("Broadcast"),
        "chapter": tr("Chapter of a book"),
        "dataset": tr("Data"),
        "entry-encyclopedia": tr("Entry of an encyclopedia"),
        "hearing": tr("Hearing"),
        "interview": tr("Interview"),
        "legal_case": tr("Judgment"),
        "legislation": tr("Law"),
        "manuscript": tr("Manuscript"),
        "pamphlet": tr("Pamphlet"),
        "paper-conference": tr("Paper of a conference"),
        "personal_communication": tr("Letter or message"),
        "post-weblog": tr("Post in a blog"),
        "regulation": tr("Regulation"),
        "report": tr("Report"),
        "review-book": tr("Review of a book"),
        "speech": tr("Speech"),
        "thesis": tr("Thesis"),
        "treaty": tr("Treaty"),
        "webpage": tr("Web page"),
    }
    return [*known.items(), *([] if own in known else [(own, own)])]
