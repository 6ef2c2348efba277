import json
import time
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from explorer.domain.passage import AnchorState, Passage, Selector
from explorer.services.anchoring import anchor, fold, selectors
from explorer.services.plain_text import canonical

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
EXACT, MOVED, LOST = AnchorState.EXACT, AnchorState.MOVED, AnchorState.LOST

OWN = """A harbour town and its letters

In March 1911 the harbour master wrote that no ship had come from the north for \
nine weeks. He asked the council for coal.

The council answered on 4 April 1911 that coal would be sent. He asked the council \
for coal. A second letter, never answered, gave the price as 1.5 crowns a sack.

“Nothing came,” a neighbour wrote later — and the north wind stayed until June. \
He asked the council for coal."""
QUOTES = (
    "A harbour town and its letters",
    "no ship had come from the north for nine weeks",
    "The council answered on 4 April 1911 that coal would be sent",
    "gave the price as 1.5 crowns a sack",
    "“Nothing came,” a neighbour wrote later — and",
    "the north wind stayed until June",
)


def passage(number, text, start, end, prefix="", suffix=""):
    selector = Selector(text[start:end], prefix, suffix, start, end, 1)
    return Passage(number, str(number), f"p-{number}", 1, selector, "", "event", None, "", "", ())


def own_passages(quotes=QUOTES):
    return [passage(n, OWN, OWN.index(q), OWN.index(q) + len(q)) for n, q in enumerate(quotes, 1)]


def with_context(text, passages):
    fresh = selectors(text, passages, anchor(text, passages))
    return [
        Passage(p.id, p.uuid, p.slug, 1, fresh[p.id], "", "event", None, "", "", ()) if p.id in fresh else p
        for p in passages
    ]


def story():
    """The articles with their claims where the seeds are at hand, else our own text."""
    claims = json.loads((ROOT / "resources" / "library" / "seed_claims.json").read_text(encoding="utf-8"))
    sources = json.loads((ROOT / "resources" / "library" / "sources.json").read_text(encoding="utf-8"))
    documents = []
    for source in sources["seeds"]:
        path = SEEDS / source["file"]
        if path.exists():
            text = canonical(path.read_text(encoding="utf-8"))
            mine = [claim for claim in claims if claim["seed"] == source["id"]]
            found = []
            for n, claim in enumerate(mine, 1):
                selector = Selector(
                    claim["quote"], "", "", claim["char_start"], claim["char_end"], claim["paragraph"]
                )
                found.append(Passage(n, claim["id"], claim["id"], 1, selector, "", "event", None, "", "", ()))
            documents.append((text, found))
    return documents or [(OWN, own_passages())]


@pytest.mark.parametrize(("text", "passages"), story())
def test_every_quotation_of_the_story_is_found_exactly(text, passages):
    found = anchor(text, passages)
    assert [a.state for a in found] == [EXACT] * len(passages)
    for p, a in zip(passages, found, strict=True):
        assert text[a.start : a.end] == p.selector.exact


@pytest.mark.parametrize(("text", "passages"), story())
def test_one_changed_letter_loses_the_passages_over_it_and_no_other(text, passages):
    target = passages[len(passages) // 2].selector
    at = next(i for i in range(target.start, target.end) if text[i].isalpha())
    changed = text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]
    for p, a in zip(passages, anchor(changed, passages), strict=True):
        hit = p.selector.start <= at < p.selector.end
        assert a.state is (LOST if hit else EXACT)


@pytest.mark.parametrize(("text", "passages"), story())
def test_an_added_letter_loses_its_passage_and_moves_the_later_ones(text, passages):
    target = passages[len(passages) // 2].selector
    at = next(i for i in range(target.start + 1, target.end) if text[i - 1].isalpha())
    for p, a in zip(passages, anchor(text[:at] + "x" + text[at:], passages), strict=True):
        if p.selector.end <= at:
            assert (a.state, a.start) == (EXACT, p.selector.start)
        elif p.selector.start >= at:
            assert (a.state, a.start) == (MOVED, p.selector.start + 1)
        else:
            assert a.state is LOST


@pytest.mark.parametrize(("text", "passages"), story())
def test_typography_case_and_line_breaks_do_not_lose_a_passage(text, passages):
    other = (
        text.replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "--").replace("\u00a0", " ")
    )
    other = other.replace("fi", "ﬁ").replace("ment", "me-\nnt").upper()
    found = anchor(other, passages)
    assert all(a.state is not LOST for a in found)
    for p, a in zip(passages, found, strict=True):
        assert fold(other[a.start : a.end]) == fold(p.selector.exact)


def test_a_folded_passage_keeps_its_own_edges():
    text = "He said: «Nothing came,» a neighbour wrote later - and no more."
    (found,) = anchor(text, [own_passages()[4]])
    assert found.state is MOVED
    assert text[found.start : found.end] == "«Nothing came,» a neighbour wrote later - and"


def test_a_number_is_never_folded_into_another():
    changed = OWN.replace("1.5 crowns", "15 crowns")
    assert anchor(changed, own_passages())[3].state is LOST


def test_words_are_not_found_inside_other_words():
    text = "The warning came. Then war."
    p = passage(1, "war", 0, 3)
    (found,) = anchor(text, [p])
    assert (found.state, found.start) == (MOVED, text.index("war."))
    assert anchor("A warning.", [p])[0].state is LOST


def repeated():
    """The sentence that stands three times, as three passages."""
    sentence = "He asked the council for coal"
    starts = [i for i in range(len(OWN)) if OWN.startswith(sentence, i)]
    assert len(starts) == 3
    return [passage(n, OWN, i, i + len(sentence)) for n, i in enumerate(starts, 1)]


@pytest.mark.parametrize("known", [False, True])
def test_a_sentence_that_stands_three_times_keeps_its_places(known):
    passages = with_context(OWN, repeated()) if known else repeated()
    assert [a.start for a in anchor(OWN, passages)] == [p.selector.start for p in passages]
    shifted = "A new first line.\n\n" + OWN
    found = anchor(shifted, passages)
    assert [a.state for a in found] == [MOVED] * 3
    assert [a.start for a in found] == [p.selector.start + 19 for p in passages]


def test_the_words_around_it_tell_one_copy_from_another():
    middle = with_context(OWN, repeated())[1]
    shifted = "Some words put before. " + OWN
    (found,) = anchor(shifted, [middle])
    assert found.start == middle.selector.start + 23


def test_the_neighbours_tell_one_copy_from_another():
    passages = [*own_passages(), repeated()[1]]
    shifted = "Some words put before. " + OWN
    found = anchor(shifted, passages)
    assert found[-1].start == passages[-1].selector.start + 23


def test_a_copy_that_nothing_tells_apart_is_lost_rather_than_guessed():
    text = "Coal was sent. " * 4
    p = passage(1, text, 15, 28)
    assert anchor("New. " + text, [p])[0].state is LOST


def test_a_paragraph_that_was_doubled_is_not_chosen_from_by_chance():
    heading, rest = OWN.split("\n\n", 1)
    doubled = f"{heading}\n\n{heading}\n\n{rest}"
    found = anchor(doubled, own_passages())
    assert found[0].state is LOST
    assert all(a.start == p.selector.start + 32 for p, a in zip(own_passages()[1:], found[1:], strict=True))


def test_a_copy_of_the_words_elsewhere_does_not_stand_in_for_the_passage():
    known = with_context(OWN, own_passages(("asked the council",)))
    text = "The mayor never asked the council of the next town for anything at all."
    assert anchor(text, known)[0].state is LOST


def test_fresh_selectors_hold_32_characters_on_either_side():
    passages = own_passages()
    fresh = selectors(OWN, passages, anchor(OWN, passages))
    first, second = fresh[1], fresh[2]
    assert first.prefix == ""
    assert first.suffix == OWN[len(QUOTES[0]) : len(QUOTES[0]) + 32]
    assert OWN.index(second.prefix + second.exact + second.suffix) == second.start - 32
    changed = OWN.replace("nine weeks", "ten weeks")
    assert 2 not in selectors(changed, passages, anchor(changed, passages))


def test_offsets_are_code_points_with_astral_characters():
    text = "😀 A sentence with 😀 inside it. The end of it all."
    quote = "The end of it all"
    p = passage(1, text, text.index(quote), text.index(quote) + len(quote))
    (found,) = anchor("😀" + text, [p])
    assert (found.state, found.start) == (MOVED, p.selector.start + 1)


@settings(max_examples=150)
@given(
    where=st.integers(0, len(OWN)),
    what=st.text(st.sampled_from("abc coal He asked. 1911 “north”\n—😀"), min_size=1, max_size=400),
    known=st.booleans(),
)
def test_an_insertion_outside_a_quotation_neither_loses_nor_misplaces_it(where, what, known):
    passages = own_passages()
    passages += repeated() if known else []
    passages = with_context(OWN, passages) if known else passages
    text = OWN[:where] + what + OWN[where:]
    assume(all(text.count(p.selector.exact) <= OWN.count(p.selector.exact) for p in passages))
    for p, a in zip(passages, anchor(text, passages), strict=True):
        start, end = p.selector.start, p.selector.end
        if start < where < end:
            continue
        if where in (start, end) and (what[-1].isalnum() or what[0].isalnum()):
            continue  # The insertion made one word of the quotation's edge and its own.
        place = start + len(what) if where <= start else start
        assert (a.state, a.start) == (EXACT if place == start else MOVED, place)


@settings(max_examples=100)
@given(st.integers(0, len(OWN) - 1), st.integers(1, 200))
def test_a_deletion_loses_only_what_it_touches(where, length):
    passages = with_context(OWN, own_passages())
    text = OWN[:where] + OWN[where + length :]
    for p, a in zip(passages, anchor(text, passages), strict=True):
        if where + length < p.selector.start or where > p.selector.end:
            place = p.selector.start - (length if where < p.selector.start else 0)
            assert a.start == place
        elif a.start is not None:
            assert fold(text[a.start : a.end]) == fold(p.selector.exact)


def test_a_book_is_searched_within_about_a_second():
    (text, passages) = story()[0]
    filler = "\n\n".join(
        f"Paragraph {n} of a long book, which speaks of weather {n % 7}." for n in range(17_000)
    )
    started = time.perf_counter()
    found = anchor(filler + "\n\n" + text.upper(), passages)
    assert time.perf_counter() - started < 3.0
    assert all(a.state is MOVED for a in found)
