from hypothesis import given
from hypothesis import strategies as st

from explorer.services.reading.pdf_flow import Line, flowing, headline, without_heads


def lines(*texts: str, size: float = 10, right: float = 400) -> list[Line]:
    return [Line(text, 50, right, 700 - 12 * at, size) for at, text in enumerate(texts)]


def test_lines_of_a_paragraph_are_joined_and_broken_words_made_whole():
    (text,) = flowing(
        [lines("The board voted for the east\x02", "ern channel of the well-", "known harbour")]
    )
    assert text == "The board voted for the eastern channel of the well-known harbour\n"


def test_a_line_put_in_and_one_further_away_begin_paragraphs():
    put_in = lines("First line", "second line", "third line")
    put_in[1] = Line("second line", 65, 400, put_in[1].middle, 10)
    assert flowing([put_in]) == ["First line\nsecond line third line\n"]
    apart = [*lines("First line", "second line", "third line"), Line("fourth line", 50, 400, 650, 10)]
    assert flowing([apart]) == ["First line second line third line\nfourth line\n"]


def test_a_short_line_ends_a_paragraph():
    short = lines("First line that is whole", "It ends.", "Another one begins here")
    short[1] = Line("It ends.", 50, 120, short[1].middle, 10)
    assert flowing([short]) == ["First line that is whole It ends.\nAnother one begins here\n"]


def test_a_page_that_ends_within_a_sentence_goes_on_on_the_next_one():
    assert flowing([lines("The board"), lines("voted late."), lines("Then it rose.")]) == [
        "The board ",
        "voted late.\n",
        "Then it rose.\n",
    ]


def test_lines_that_stand_on_most_pages_are_running_heads():
    pages = [lines(f"Annals {at}", f"The words of page number {'abcd'[at]}", f"— {at} —") for at in range(4)]
    assert [[line.text for line in page] for page in without_heads(pages)] == [
        [f"The words of page number {letter}"] for letter in "abcd"
    ]


def test_heads_of_left_and_right_pages_may_differ():
    pages = [
        lines("Annals" if at % 2 else "The Coast", f"The words of page number {'abcdef'[at]}")
        for at in range(6)
    ]
    assert all(len(page) == 1 for page in without_heads(pages))


def test_lines_that_count_the_pages_are_no_text_either():
    names = ["Introduction", "Introduction", "Mud", "Mud", "Mud", "Mines", "Ends", "Ends"]
    pages = [
        lines(f"{name} {at + 7}", f"The words of page {'abcdefgh'[at]}", f"{'abcdefgh'[at]} had ships")
        for at, name in enumerate(names)
    ]
    kept = [[line.text for line in page] for page in without_heads(pages)]
    assert [page[0] for page in kept if len(page) == 2] == [f"The words of page {at}" for at in "cde"]
    assert [page[0] for page in kept if len(page) == 3] == [
        f"{name} {at + 7}" for at, name in enumerate(names) if name != "Mud"
    ]


def test_a_word_that_goes_on_in_its_line_is_whole():
    assert flowing([lines("the manip\ufffeulation of it")]) == ["the manipulation of it\n"]


def test_a_headline_is_larger_than_most_lines():
    page = [Line("A Large Title", 50, 300, 720, 20), *lines("words", "more words", "still more")]
    assert headline(page) == "A Large Title"
    assert headline(page[1:]) == ""
    assert headline([]) == ""


@given(
    st.lists(st.lists(st.text("ab c-\x02.", min_size=1, max_size=12).map(str.strip).filter(bool), max_size=8))
)
def test_no_letter_is_lost_and_pages_keep_theirs(texts):
    pages = [[Line(text, 50, 300, 700 - 12 * at, 10) for at, text in enumerate(some)] for some in texts]
    made = flowing(pages)
    assert len(made) == len(pages)
    for text, page in zip(made, without_heads(pages), strict=True):
        kept = "".join(line.text for line in page)
        assert [letter for letter in text if letter in "abc."] == [
            letter for letter in kept if letter in "abc."
        ]
