"""What is said of each state."""

from explorer.domain.difference import Fate, Part
from explorer.widgets.sources import placing_words


def test_every_state_has_its_words(whole, tools, troubled):
    said = {}
    for item in whole.models.reader.state.passages:
        whole.models.reader.go_to(item.passage.id)
        placing = whole.models.placing.placing
        said[placing_words.state(placing)] = (placing_words.tone(placing), placing_words.sentence(placing))
    assert set(said) == {"Found exactly", "Approximate", "Several places", "Not found"}
    assert said["Found exactly"][0] == "good"
    assert said["Several places"][0] == "warn"
    assert said["Not found"][0] == "bad"
    assert len({sentence for _, sentence in said.values()}) == 4


def test_a_difference_can_be_heard():
    parts = (Part(Fate.SAME, "on"), Part(Fate.MISSING, "4"), Part(Fate.ADDED, "6"), Part(Fate.SAME, "April"))
    assert placing_words.spoken(parts) == "on [missing: 4] [instead: 6] April"


def test_of_long_words_both_ends_are_shown():
    assert placing_words.middle_out("short words") == "short words"
    long = "The first half of it. " * 5 + "And the very end."
    assert placing_words.middle_out(long).startswith("The first half of it.")
    assert placing_words.middle_out(long).endswith("And the very end.")


def test_long_words_are_clipped_on_one_line():
    assert placing_words.clipped("a\n b") == "a b"
    assert placing_words.clipped("word " * 50, 20) == "word word word word…"
