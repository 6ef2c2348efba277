"""The search field and what it finds."""

from explorer.widgets.search.field import SearchField

__all__ = ["SearchField"]
