"""What hands out views and tours, made of its parts when it is first asked for."""

from collections.abc import Mapping

from explorer.app.paths import Paths
from explorer.domain.handing_out import Form
from explorer.services.handing_out.order import Maker


def makers(paths: Paths) -> Mapping[Form, Maker]:
    """What writes each form."""
    return {}
