import pytest

from explorer.domain.annotation import AnnotationPreview, Fate, NamedSource, PlacedAnnotation, ReadAnnotation

READ = ReadAnnotation(1, "", NamedSource(), None, "", "", "event", None, "", (), (), ())


@pytest.mark.parametrize(
    ("fates", "new", "changes"),
    [
        ((), 0, False),
        ((Fate.KNOWN, Fate.LEFT_OUT), 0, False),
        ((Fate.NEW, Fate.NEW), 2, True),
        ((Fate.LINKED,), 0, True),
    ],
)
def test_a_preview_tells_what_would_be_done(fates, new, changes):
    preview = AnnotationPreview("a", tuple(PlacedAnnotation(READ, fate, None) for fate in fates))
    assert preview.count(Fate.NEW) == new
    assert preview.changes_something is changes
