from explorer.domain.citation import Formatted


def test_texts_are_joined_in_both_forms():
    parts = (Formatted("a", "<i>a</i>"), Formatted("b", "b"))
    assert Formatted.joined(parts, "; ", "<br>") == Formatted("a; b", "<i>a</i><br>b")
