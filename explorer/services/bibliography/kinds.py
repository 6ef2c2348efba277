"""The kinds of documents in CSL, BibTeX (with biblatex's additions) and RIS."""

CSL = frozenset(
    (
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    )
)
"""The types of CSL 1.0.2."""

_TO_BIBTEX = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "collection": "collection",
    "dataset": "dataset",
    "entry-encyclopedia": "inreference",
    "entry-dictionary": "inreference",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "bill": "legislation",
    "regulation": "legislation",
    "treaty": "legislation",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "periodical": "periodical",
    "post": "online",
    "post-weblog": "online",
    "report": "techreport",
    "software": "software",
    "thesis": "phdthesis",
    "webpage": "online",
}
_FROM_BIBTEX = {
    "article": "article-journal",
    "suppperiodical": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "booklet": "pamphlet",
    "bookinbook": "chapter",
    "collection": "collection",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "legislation",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "report",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "collection",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
_SUBTYPES = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
"""What biblatex's manual names as values of ``entrysubtype``, beside which ours are the types of CSL."""

_TO_RIS = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "collection": "SER",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "regulation": "LEGAL",
    "report": "RPRT",
    "software": "COMP",
    "song": "SOUND",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "LEGAL",
    "webpage": "ELEC",
}
_FROM_RIS = {
    **{ris: csl for csl, ris in _TO_RIS.items() if csl != "treaty"},
    "ANCIENT": "classic",
    "ABST": "article-journal",
    "CONF": "paper-conference",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "GEN": "document",
    "GOVDOC": "report",
    "ICOMM": "webpage",
    "INPR": "article-journal",
    "SLIDE": "speech",
    "UNPB": "manuscript",
    "VIDEO": "motion_picture",
}


def to_bibtex(kind: str) -> tuple[str, str]:
    """The type of a BibTeX entry, and its ``entrysubtype`` where the type alone would not lead back."""
    entry = _TO_BIBTEX.get(kind, "misc")
    return entry, "" if _FROM_BIBTEX[entry] == kind else kind


def from_bibtex(entry: str, subtype: str) -> str | None:
    """The type of CSL for a BibTeX entry; None for one we do not know."""
    subtype = subtype.lower()
    if subtype in CSL:
        return subtype
    return _SUBTYPES.get(subtype) or _FROM_BIBTEX.get(entry.lower())


def to_ris(kind: str) -> tuple[str, str]:
    """The type of a RIS record, and the type of work (M3) where it alone would not lead back."""
    record = _TO_RIS.get(kind, "GEN")
    return record, "" if _FROM_RIS[record] == kind else kind


def from_ris(record: str, work: str) -> str | None:
    """The type of CSL for a RIS record; None for one we do not know."""
    return work if work in CSL else _FROM_RIS.get(record.upper())
