"""The panel at the left: what can be chosen, how much of it there is, and what is chosen."""

from explorer.widgets.facets.panel import FacetsPanel

__all__ = ["FacetsPanel"]
