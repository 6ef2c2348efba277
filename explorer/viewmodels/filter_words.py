"""Remembered filters in words."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from explorer.domain.contents import Contents
from explorer.domain.facet import FacetGroup
from explorer.viewmodels.facet_dates import DateFields, range_in_words
from explorer.viewmodels.facet_values import FacetValues


class FilterWords(QObject):
    """Says what ``FacetsModel.as_json`` has remembered of a library."""

    def of(self, filters: Mapping[str, Any], contents: Contents) -> tuple[str, ...]:
        """One text for each thing that narrows the view; what is not in the library any more is left out."""
        values = FacetValues()
        values.read(contents)
        chosen = values.of_slugs(filters.get("values"))
        said = [
            value.name
            for group in FacetGroup
            for value in values.of(group).values()
            if (group, value.id) in chosen
        ]
        least = filters.get("importance")
        if type(least) is int and 1 < least <= 5:
            said.append(self.tr("Importance {least} and above").format(least=least))
        fields = DateFields.of_json(filters.get("dates"))
        if fields.start or fields.end:
            said.append(range_in_words(fields))
        return tuple(said)
