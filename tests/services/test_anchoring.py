import time
from collections import Counter
from concurrent.futures import CancelledError
from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from explorer.domain.difference import Fate, Part
from explorer.domain.paragraphs import paragraphs
from explorer.domain.passage import AnchorState
from explorer.services.anchoring import (
    FoldedText,
    FoldedTexts,
    anchor,
    differences,
    fold,
    likeness,
    selector_at,
    selectors,
)
from tests.support.articles import articles, own_article, passage
from tests.support.damage import Damaged, judge, kinds

EXACT, MOVED, APPROXIMATE, SEVERAL, LOST = AnchorState

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


def taken(text, start, end, number=1, *, known=True):
    """A passage as the reader takes it from a text, or as the story ships it: without the words around."""
    selector = selector_at(text, start, end, paragraphs(text))
    if not known:
        selector = replace(selector, prefix="", suffix="")
    return passage(number, selector)


def own_passages(quotes=QUOTES, *, known=False):
    return [
        taken(OWN, OWN.index(quote), OWN.index(quote) + len(quote), number, known=known)
        for number, quote in enumerate(quotes, 1)
    ]


def shown(text, found):
    return text[found.start : found.end]


@pytest.mark.parametrize("article", articles())
@pytest.mark.parametrize("same_text", [False, True])
def test_every_quotation_of_the_story_is_found_exactly(article, same_text):
    found = anchor(article.text, article.passages, same_text=same_text)
    assert [a.state for a in found] == [EXACT] * len(article.passages)
    assert [(a.start, a.end) for a in found] == article.spans


@pytest.mark.parametrize("article", articles())
def test_one_changed_letter_makes_the_passages_over_it_approximate_and_no_other(article):
    start, end = article.spans[len(article.passages) // 2]
    at = next(i for i in range(start, end) if article.text[i].isalpha())
    changed = article.text[:at] + ("x" if article.text[at] != "x" else "y") + article.text[at + 1 :]
    for p, a in zip(article.passages, anchor(changed, article.passages), strict=True):
        hit = p.selector.start <= at < p.selector.end
        assert a.state is (APPROXIMATE if hit else EXACT)
        assert (a.score < 1.0) == hit
        assert abs(a.start - p.selector.start) <= 1


@pytest.mark.parametrize("article", articles())
def test_typography_case_and_line_breaks_leave_a_passage_exact(article):
    text = article.text
    for typographic, plain in ("’'", '“"', '”"', "–-", "\u00a0 ", ("fi", "ﬁ"), ("ment", "me-\nnt")):
        text = text.replace(typographic, plain)
    text = text.upper()
    for p, a in zip(article.passages, anchor(text, article.passages), strict=True):
        assert a.state is EXACT
        assert fold(shown(text, a)) == fold(p.selector.exact)


def damaged_draws():
    """Every kind of damage, by draws that no threshold was chosen on."""
    for number, article in enumerate(articles()):
        for kind, damage in kinds(article.spans).items():
            yield kind, article, damage(Damaged.of(article.text), Random(f"fresh {number} {kind}"))


def test_passages_in_damaged_copies_are_placed_rightly_or_asked_about_and_never_misplaced():
    verdicts = {}
    for kind, article, damaged in damaged_draws():
        found = anchor(damaged.text, article.passages)
        for span, a in zip(article.spans, found, strict=True):
            placed = None if a.start is None else (a.start, a.end)
            asked = [(c.start, c.end) for c in a.candidates] if a.state is SEVERAL else []
            verdicts.setdefault(kind, Counter())[judge(damaged, span, placed, asked).verdict] += 1
    assert not {kind: found for kind, found in verdicts.items() if found["false"] or found["asked wrongly"]}
    for kind in ("typography", "ligatures", "hyphenation", "reflow", "page breaks"):
        assert set(verdicts[kind]) == {"right"}
    for kind in ("noise 1 %", "noise 3 %", "noise 5 %", "noise 3 %, typeset"):
        assert verdicts[kind]["right"] >= 0.99 * verdicts[kind].total()
    assert verdicts["deleted"]["gone"] > 0
    assert set(verdicts["deleted"]) == {"right", "gone"}
    assert set(verdicts["repeated"]) == {"right", "asked"}


@pytest.mark.parametrize("kind", ["typography", "page breaks, typeset", "noise 3 %, typeset", "deleted"])
def test_without_the_words_around_the_neighbours_tell_the_place(kind):
    for number, article in enumerate(articles()):
        bare = [
            replace(each, selector=replace(each.selector, prefix="", suffix="")) for each in article.passages
        ]
        damaged = kinds(article.spans)[kind](Damaged.of(article.text), Random(f"bare {number} {kind}"))
        verdicts = Counter(
            judge(damaged, span, None if a.start is None else (a.start, a.end), ()).verdict
            for span, a in zip(article.spans, anchor(damaged.text, bare), strict=True)
        )
        present = verdicts.total() - verdicts["gone"]
        assert verdicts["right"] >= 0.98 * present
        assert verdicts["false"] == 0


def test_paragraphs_in_another_order_move_the_fewer_passages():
    article = own_article()
    parts = article.text.split("\n\n")
    text = "\n\n".join([*parts[:2], parts[6], *parts[2:6], *parts[7:]])
    for p, a in zip(article.passages, anchor(text, article.passages), strict=True):
        moved = article.text.index(parts[6]) <= p.selector.start < article.text.index(parts[7])
        assert a.state is (MOVED if moved else EXACT)
        assert shown(text, a) == p.selector.exact


def test_a_folded_passage_keeps_its_own_edges():
    text = "He said: «Nothing came,» a neighbour wrote later - and no more."
    (found,) = anchor(text, [own_passages()[4]])
    assert found.state is EXACT
    assert shown(text, found) == "«Nothing came,» a neighbour wrote later - and"


@pytest.mark.parametrize("known", [False, True])
def test_a_number_is_never_folded_into_another(known):
    changed = (
        "Quite another beginning. Then it gave the price as 15 crowns a sack and no more was heard of it."
    )
    (found,) = anchor(changed, [own_passages(known=known)[3]])
    assert found.state is LOST
    assert [changed[c.start : c.end] for c in found.candidates] == ["gave the price as 15 crowns a sack"]


def test_a_changed_number_between_the_same_words_is_shown_as_approximate():
    changed = OWN.replace("1.5 crowns", "15 crowns")
    found = anchor(changed, own_passages(known=True))[3]
    assert found.state is APPROXIMATE
    assert shown(changed, found) == "gave the price as 15 crowns a sack"


def test_words_are_not_found_inside_other_words():
    text = "The warning came. Then war."
    p = taken("war", 0, 3)
    (found,) = anchor(text, [p])
    assert (found.state, found.start) == (EXACT, text.index("war."))
    assert anchor("A warning.", [p])[0].state is LOST


def test_a_quotation_across_a_page_break_is_one_passage_with_the_foot_and_head_between():
    article = own_article()
    p = next(p for p in article.passages if "forty tons" in p.selector.exact)
    middle = p.selector.start + p.selector.exact.index("forty")
    furniture = "\n17\n\nLETTERS FROM OSTERVIK\n"
    text = article.text[:middle] + furniture + article.text[middle:]
    (found,) = anchor(text, [p])
    assert found.state is APPROXIMATE
    assert shown(text, found) == p.selector.exact.replace("forty", furniture + "forty")


def test_passages_that_overlap_and_passages_over_paragraphs_keep_their_own_places():
    spans = [(0, 60), (20, 200), (25, 130), (100, 330), (100, len(OWN)), (0, len(OWN))]
    passages = [taken(OWN, start, end, number) for number, (start, end) in enumerate(spans)]
    text = "A new first line.\n\n" + OWN.replace("\n\n", "\n   \n")
    for p, a in zip(passages, anchor(text, passages), strict=True):
        assert a.state is EXACT
        assert fold(shown(text, a)) == fold(p.selector.exact)


def test_passages_at_both_edges_of_the_document():
    passages = [taken(OWN, 0, 30), taken(OWN, len(OWN) - 60, len(OWN), 2)]
    text = "A PREFACE\n\n" + OWN + "\n\nNotes of the printer, 1931."
    for p, a in zip(passages, anchor(text, passages), strict=True):
        assert (a.state, shown(text, a)) == (EXACT, p.selector.exact)


@pytest.mark.parametrize("text", ["", " \n ", "—", "12"])
def test_in_a_document_without_words_everything_is_lost(text):
    assert [(a.state, a.candidates) for a in anchor(text, own_passages(known=True))] == [(LOST, ())] * 6


def test_a_passage_without_letters_is_lost():
    assert anchor(OWN, [taken("— …", 0, 3)])[0].state is LOST


@pytest.mark.parametrize(
    "text",
    [
        "وصلت السفينة الأولى إلى الميناء في شهر يونيو من عام 1911. ولم يكن على متنها سوى الملح والدقيق.",
        "האונייה הראשונה הגיעה לנמל ביוני 1911 ועל סיפונה מלח, חבלים ושלוש מאות חביות של קמח בלבד.",
        "一九一一年六月,第一艘船抵达港口,船上只有盐、绳索和三百桶面粉。镇上的人在码头上等了整整一个上午。",
    ],
)
def test_writing_that_runs_to_the_left_or_without_spaces(text):
    third = len(text) // 3
    p = taken(text, third, 2 * third)
    before = f"۱۲ — {text}"
    (found,) = anchor(before, [p])
    assert (found.state, shown(before, found)) == (EXACT, p.selector.exact.strip())
    noisy = text[: third + 8] + "x" + text[third + 9 :]
    (found,) = anchor(noisy, [p])
    assert (found.state, shown(noisy, found)) == (APPROXIMATE, noisy[third : 2 * third].strip())


def repeated(*, known=False):
    """The sentence that stands three times, as three passages."""
    sentence = "He asked the council for coal"
    starts = [i for i in range(len(OWN)) if OWN.startswith(sentence, i)]
    assert len(starts) == 3
    return [taken(OWN, i, i + len(sentence), n, known=known) for n, i in enumerate(starts, 1)]


@pytest.mark.parametrize("known", [False, True])
def test_a_sentence_that_stands_three_times_keeps_its_places(known):
    passages = repeated(known=known)
    assert [a.start for a in anchor(OWN, passages)] == [p.selector.start for p in passages]
    shifted = "A new first line.\n\n" + OWN
    found = anchor(shifted, passages)
    assert [a.state for a in found] == [EXACT] * 3
    assert [a.start for a in found] == [p.selector.start + 19 for p in passages]


def test_the_words_around_it_tell_one_copy_from_another():
    middle = repeated(known=True)[1]
    shifted = "Some words put before. " + OWN
    (found,) = anchor(shifted, [middle])
    assert (found.state, found.start) == (EXACT, middle.selector.start + 23)


def test_the_neighbours_tell_one_copy_from_another():
    passages = [*own_passages(), repeated()[1]]
    shifted = "Some words put before. " + OWN
    found = anchor(shifted, passages)
    assert found[-1].start == passages[-1].selector.start + 23


def test_a_copy_that_nothing_tells_apart_is_asked_about_rather_than_guessed():
    text = "Coal was sent. " * 4
    p = taken(text, 15, 28, known=False)
    (found,) = anchor("New. " + text, [p])
    assert (found.state, found.start) == (SEVERAL, None)
    assert [c.start for c in found.candidates] == [5, 20, 35, 50]
    (same,) = anchor(text, [p], same_text=True)
    assert (same.state, same.start) == (EXACT, 15)


def test_more_copies_than_anyone_would_look_through_are_asked_about():
    text = "He asked the council for coal. " * 100
    (found,) = anchor(text, repeated()[:1])
    assert found.state is SEVERAL
    assert 1 < len(found.candidates) <= 12


@pytest.mark.parametrize("known", [False, True])
def test_a_paragraph_that_was_doubled_is_not_chosen_from_by_chance(known):
    heading, rest = OWN.split("\n\n", 1)
    doubled = f"{heading}\n\n{heading}\n\n{rest}"
    passages = own_passages(known=known)
    found = anchor(doubled, passages)
    assert found[0].state is SEVERAL
    assert [c.start for c in found[0].candidates] == [0, 32]
    assert all(a.start == p.selector.start + 32 for p, a in zip(passages[1:], found[1:], strict=True))


def test_a_copy_of_the_words_elsewhere_does_not_stand_in_for_the_passage():
    known = own_passages(("asked the council",), known=True)
    text = "The mayor never asked the council of the next town for anything at all."
    (found,) = anchor(text, known)
    assert found.state is LOST
    assert [text[c.start : c.end] for c in found.candidates] == ["asked the council"]


def test_fresh_selectors_hold_32_characters_on_either_side():
    passages = own_passages()
    fresh = selectors(OWN, passages, anchor(OWN, passages))
    first, second = fresh[1], fresh[2]
    assert first.prefix == ""
    assert first.suffix == OWN[len(QUOTES[0]) : len(QUOTES[0]) + 32]
    assert OWN.index(second.prefix + second.exact + second.suffix) == second.start - 32
    changed = OWN.replace("nine weeks", "ten weeks")
    assert 2 not in selectors(changed, passages, anchor(changed, passages))


def test_what_is_known_of_the_words_around_is_not_overwritten_from_another_copy():
    text = "A new first line.\n\n" + OWN
    known, unknown = own_passages(known=True), own_passages()
    assert not selectors(text, known, anchor(text, known))
    fresh = selectors(text, unknown, anchor(text, unknown))
    assert (fresh[2].start, fresh[2].prefix) == (unknown[1].selector.start, known[1].selector.prefix)


def test_selectors_of_a_selection_name_its_paragraph_and_stop_at_the_edges():
    start = OWN.index("The council answered")
    selector = selector_at(OWN, start, start + 11, paragraphs(OWN))
    assert (selector.exact, selector.paragraph) == ("The council", 3)
    assert selector.prefix + selector.exact + selector.suffix == OWN[start - 32 : start + 43]
    whole = selector_at(OWN, 0, len(OWN), paragraphs(OWN))
    assert (whole.prefix, whole.suffix, whole.paragraph) == ("", "", 1)


def test_offsets_are_code_points_with_astral_characters():
    text = "😀 A sentence with 😀 inside it. The end of it all."
    start = text.index("The end")
    p = taken(text, start, start + len("The end of it all"))
    (found,) = anchor("😀" + text, [p])
    assert (found.state, found.start) == (EXACT, start + 1)


@settings(max_examples=100)
@given(
    where=st.integers(0, len(OWN)),
    what=st.text(st.sampled_from("abc coal He asked. 1911 “north”\n—😀"), min_size=1, max_size=400),
    known=st.booleans(),
)
def test_an_insertion_outside_a_quotation_neither_loses_nor_misplaces_it(where, what, known):
    passages = own_passages(known=known)
    text = OWN[:where] + what + OWN[where:]
    assume(all(text.count(p.selector.exact) == 1 for p in passages))
    for p, a in zip(passages, anchor(text, passages), strict=True):
        start, end = p.selector.start, p.selector.end
        if start < where < end or (where in (start, end) and (what[-1].isalnum() or what[0].isalnum())):
            continue  # The insertion is inside, or made one word of the quotation's edge and its own.
        place = start + len(what) if where <= start else start
        assert a.state in (EXACT, MOVED)
        assert a.start == place


@settings(max_examples=100)
@given(st.integers(0, len(OWN) - 1), st.integers(1, 200))
def test_a_deletion_loses_only_what_it_touches(where, length):
    passages = own_passages(known=True)
    text = OWN[:where] + OWN[where + length :]
    for p, a in zip(passages, anchor(text, passages), strict=True):
        if where + length < p.selector.start or where > p.selector.end:
            place = p.selector.start - (length if where < p.selector.start else 0)
            assert a.start == place
            assert a.state in (EXACT, MOVED)
        elif a.start is not None:
            left = OWN[p.selector.start : p.selector.end]
            assert a.state is not APPROXIMATE or set(shown(text, a).split()) & set(left.split())


def test_a_difference_is_told_word_by_word():
    quotation = "The council answered on 4 April that coal would be sent"
    found = "“the council\nanswered on 6 April, that the coal would"
    assert differences(quotation, found) == (
        Part(Fate.SAME, "“the council answered on"),
        Part(Fate.MISSING, "4"),
        Part(Fate.ADDED, "6"),
        Part(Fate.SAME, "April, that"),
        Part(Fate.ADDED, "the"),
        Part(Fate.SAME, "coal would"),
        Part(Fate.MISSING, "be sent"),
    )
    assert differences("Coal", "coal.") == (Part(Fate.SAME, "coal."),)


def test_likeness_is_that_of_the_letters():
    assert likeness("“Coal,” he said.", "coal he SAID") == 1.0
    assert likeness("coal", "cool") == 0.75
    assert likeness("coal", "xyzw") == 0.0


@given(st.text("ab c", max_size=40), st.text("ab c", max_size=40))
def test_a_difference_holds_both_texts(quotation, found):
    parts = differences(quotation, found)
    ours = " ".join(part.words for part in parts if part.fate is not Fate.ADDED)
    theirs = " ".join(part.words for part in parts if part.fate is not Fate.MISSING)
    assert (ours.split(), theirs.split()) == (quotation.split(), found.split())


def test_anchoring_ends_when_it_is_called_off():
    calls = []

    def pulse():
        calls.append(1)
        if len(calls) > 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        anchor(OWN, own_passages(), pulse)


def test_a_text_is_folded_once_while_it_is_kept():
    texts = FoldedTexts()
    first = texts.of(OWN)
    assert texts.of("".join([*OWN])) is first
    assert texts.of(OWN + ".") is not first
    assert anchor(first, own_passages()) == anchor(OWN, own_passages())


def test_a_folded_text_leads_back_to_its_characters():
    folded = FoldedText("Où l’ﬁn — ½")
    assert folded.letters == "oulfin12"
    assert folded.span(3, 5) == (5, 6)
    assert (folded.begins_word(2), folded.begins_word(3), folded.ends_word(6)) == (True, True, True)


def test_a_book_is_searched_within_about_a_second():
    article = articles()[0]
    filler = "\n\n".join(
        f"Paragraph {n} of a long book, which speaks of weather {n % 7}." for n in range(17_000)
    )
    started = time.perf_counter()
    found = anchor(filler + "\n\n" + article.text.upper(), article.passages)
    assert time.perf_counter() - started < 3.0
    assert all(a.state is EXACT for a in found)
