"""The one kind of error that is the world's fault and not ours."""


class ReaderError(Exception):
    """Something outside the app is wrong: a file, the disk, what was typed.

    The message is one or two whole sentences for the person at the screen: what is wrong, and what to do.
    Every other exception is a bug and ends in a crash report.
    """


class DateError(ReaderError):
    """A text that was meant as a date cannot be read as EDTF."""
