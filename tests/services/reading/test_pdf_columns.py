from explorer.services.reading.pdf_columns import Box, gutter, in_columns


def columns(rows: int) -> list[Box]:
    made = []
    for at in range(rows):
        top = 700 - 14 * at
        made.append(Box(40, 230, top, top - 10, f"left {at}"))
        made.append(Box(260, 450, top, top - 10, f"right {at}"))
    return made


def test_the_space_between_two_columns_is_found():
    place = gutter(columns(20))
    assert place is not None
    assert 230 < place < 260


def test_a_page_of_one_column_or_of_a_few_words_has_none():
    whole = [Box(40, 450, 700 - 14 * at, 690 - 14 * at, "line") for at in range(30)]
    assert gutter(whole) is None
    assert gutter(columns(3)) is None
    assert gutter([Box(40, 230, 700 - 14 * at, 690 - 14 * at, "verse") for at in range(30)]) is None


def test_a_title_over_both_columns_comes_first_and_divides():
    boxes = [Box(100, 400, 730, 715, "Title"), *columns(20), Box(40, 450, 405, 395, "A figure of both")]
    texts = [line.text for line in in_columns(boxes, 245)]
    assert texts[0] == "Title"
    assert texts[1:21] == [f"left {at}" for at in range(20)]
    assert texts[21:41] == [f"right {at}" for at in range(20)]
    assert texts[41] == "A figure of both"


def test_runs_of_one_line_are_parted_where_there_is_space():
    boxes = [Box(40, 70, 700, 690, "har"), Box(70.2, 100, 700, 690, "bour"), Box(104, 130, 700, 690, "board")]
    assert [line.text for line in in_columns(boxes, 245)] == ["harbour board"]
