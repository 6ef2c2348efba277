"""Timeline Explorer: a zoomable timeline that links every event to the words of its sources."""

__version__ = "0.1.0"
