"""The state of the screen, as QObjects with signals. QtCore only; no pixels."""
