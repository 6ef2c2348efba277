"""The elements of citeproc-py whose defects are mended here (version 0.11.1), for styles that we load.

Nothing of the library itself is changed: a style is read with its own table of element classes, in which
these stand for those of the same name.
"""

from typing import Any

from citeproc import model
from citeproc.model import CitationStylesElement, ConditionFailed
from citeproc.source import VariableError

_RENDERED = "rendered"
_NAMES = "names"


class Text(model.Text):  # type: ignore[misc]
    """Looks macros up in a table, and notes which variables a substitute has shown."""

    def get_macro(self, name: str) -> Any:
        """A macro of the style; by path through the whole style it took most of the time."""
        return self.get_root().macros[name]

    def _variable(self, item: Any, context: Any) -> Any:
        text = super()._variable(item, context)
        if text:
            rendered = context.get_layout().repressed.get(_RENDERED)
            if rendered is not None:
                rendered.append(self.get("variable"))
        return text


class Substitute(model.Substitute):  # type: ignore[misc]
    """What stands for a missing author is not said a second time: citeproc-py forgets what macros showed."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        """The first of the substitutes that says something."""
        context = self if context is None else context
        repressed = context.get_layout().repressed
        outer, repressed[_RENDERED] = repressed.get(_RENDERED), []
        try:
            return super().render(item, context=context, **kwargs)
        finally:
            repressed[_RENDERED] = outer

    def add_to_repressed_list(self, child: Any, context: Any) -> None:
        """Keep the variables that a substitute showed from being shown again."""
        repressed = context.get_layout().repressed
        text = f"{{{child.nsmap['cs']}}}text"
        repressed[text] = [*repressed.get(text, ()), *repressed[_RENDERED]]
        if isinstance(child, model.Names):
            repressed[_NAMES] = {*repressed.get(_NAMES, ()), *child.get("variable").split()}


class Names(model.Names):  # type: ignore[misc]
    """Does not name people again who stand for the author; citeproc-py does."""

    def process(self, item: Any, names_context: Any = None, context: Any = None, **kwargs: Any) -> Any:
        """The names of one role or several."""
        repressed = (self if context is None else context).get_layout().repressed
        if set(self.get("variable").split()) <= set(repressed.get(_NAMES, ())):
            raise VariableError
        return super().process(item, names_context=names_context, context=context, **kwargs)


class Name(model.Name):  # type: ignore[misc]
    """Leaves given names whole where the style says ``initialize="false"``."""

    def get_option(self, name: str, context: Any = None, sort_options: Any = None) -> Any:
        """An option of names, inherited where it is not set."""
        if name == "initialize-with" and self.get("initialize") == "false":
            return None
        return super().get_option(name, context, sort_options)


class Label(model.Label):  # type: ignore[misc]
    """Says nothing of a missing variable, "pp." of xii to 2, and "Ed." where title case is asked for."""

    def process(self, item: Any, variable: Any = None, plural: Any = None, **kwargs: Any) -> Any:
        """The term for a variable or role."""
        own = self.get("variable")
        if variable is None and own not in (None, "locator") and own.replace("-", "_") not in item.reference:
            return None
        return super().process(item, variable, plural, **kwargs)

    def _is_plural(self, item: Any) -> bool:
        if self.get("variable") == "locator":
            return any(mark in item.locator.identifier for mark in "-–,&")
        return bool(super()._is_plural(item))

    def case(self, text: Any, language: Any = None) -> Any:
        """The text in the case that the style asks for."""
        if self.get("text-case") == "title":
            return text[:1].upper() + text[1:]
        return super().case(text, language)


class Date_Part(model.Date_Part):  # type: ignore[misc]  # noqa: N801  # citeproc-py makes the element's name of the class's
    """Writes "c." before the year of an inferred date, in styles that do not ask whether a date is one."""

    def process(self, date: Any, context: Any = None) -> Any:
        """A year, month or day."""
        text = super().process(date, context)
        says_so = getattr((self if context is None else context).get_root(), "asks_for_circa", True)
        if self.get("name") == "year" and date.get("circa") and not says_so:
            return f"c. {text}"
        return text


class If(model.If):  # type: ignore[misc]
    """Does not take what should only tell like citations apart as always asked for."""

    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        """The children, if the condition holds."""
        return _unless_ambiguous(self, super().render, item, context, delimiter, kwargs)


class Else_If(model.Else_If):  # type: ignore[misc]  # noqa: N801
    """As :class:`If`."""

    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        """The children, if the condition holds."""
        return _unless_ambiguous(self, super().render, item, context, delimiter, kwargs)


def _unless_ambiguous(
    element: Any, render: Any, item: Any, context: Any, delimiter: str, more: dict[str, Any]
) -> Any:
    if element.get("disambiguate") is not None:
        raise ConditionFailed
    return render(item, context=context, delimiter=delimiter, **more)


def classes() -> dict[str, type[Any]]:
    """The class of each element of CSL, by its name in a style."""
    theirs = {cls.__name__: cls for cls in CitationStylesElement.__subclasses__()}
    ours = {cls.__name__: cls for cls in (Text, Substitute, Names, Name, Label, Date_Part, If, Else_If)}
    return {name.replace("_", "-").lower(): cls for name, cls in (theirs | ours).items()}
