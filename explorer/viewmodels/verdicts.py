"""The computed verdicts in words and in colours."""

from PySide6.QtCore import QCoreApplication

from explorer.domain.claim import Verdict


def _tr(text: str) -> str:
    return QCoreApplication.translate("Verdicts", text)


def verdict_words(value: Verdict) -> str:
    """The computed verdict on a claim, in a word or a few."""
    return {
        Verdict.HOLDS: _tr("holds"),
        Verdict.NARROWLY: _tr("holds, narrowly"),
        Verdict.WITHIN_TOLERANCE: _tr("holds within tolerance"),
        Verdict.IN_PART: _tr("holds in part"),
        Verdict.FAILS: _tr("does not hold"),
        Verdict.SUM_ONLY: _tr("not tested"),
        Verdict.UNWORKABLE: _tr("cannot be worked"),
    }[value]


def verdict_tone(value: Verdict) -> str:
    """The colour group of a verdict: good, warn or bad."""
    if value.favourable:
        return "good"
    return "bad" if value is Verdict.FAILS else "warn"
