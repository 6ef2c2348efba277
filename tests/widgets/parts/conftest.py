from tests.widgets.detail.conftest import dressed, look

__all__ = ["dressed", "look"]
