"""Starts the app, builds every object once and hands it down."""
