"""The pane on the right: one event with the evidence for it."""

from explorer.widgets.detail.pane import DetailPane

__all__ = ["DetailPane"]
