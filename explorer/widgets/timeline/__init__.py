"""The timeline canvas: one widget, one painter a layer."""
