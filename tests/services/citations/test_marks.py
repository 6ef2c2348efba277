import pytest

from explorer.services.citations.marks import CLOSE_QUOTE, OPEN_QUOTE, finished, incoming, italic, plain


def quoted(text):
    return f"{OPEN_QUOTE}{text}{CLOSE_QUOTE}"


@pytest.mark.parametrize(
    ("text", "american", "british"),
    [
        (f"A, {quoted('Title')}, B.", "A, “Title,” B.", "A, ‘Title’, B."),
        (f"{quoted('Title')}.", "“Title.”", "‘Title’."),
        (f"{quoted('Why?')}.", "“Why?”", "‘Why?’"),
        (f"{quoted('Why?')}, B", "“Why?,” B", "‘Why?’, B"),
        (f"{quoted('The “New” Way')}.", "“The ‘New’ Way.”", "‘The “New” Way’."),
        (f"{quoted('The ' + italic('Papaver'))}.", "“The Papaver.”", "‘The Papaver’."),
        (f"{italic('Is It?')}. B", "Is It? B", "Is It? B"),
        (f"{italic('Book Inc.')}. B", "Book Inc. B", "Book Inc. B"),
        ("Wait ... what", "Wait ... what", "Wait ... what"),
    ],
)
def test_stops_and_quotation_marks_stand_as_each_usage_has_it(text, american, british):
    assert finished(text, inside=True, single=False).plain == american
    assert finished(text, inside=False, single=True).plain == british


def test_html_is_closed_and_escaped_whatever_comes():
    text = "\ue011a\ue010b\ue012c\ue011 <d> & \ue0ff\ue014e"
    assert finished(text, inside=True, single=False).html == (
        "a<i>b<b>c</b></i> &lt;d&gt; &amp; <sup>e</sup>"
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('The "New" Way', "The “New” Way"),
        ("It's 'just' so", "It’s ‘just’ so"),
        ("the '80s", "the ’80s"),
        ('<span class="nocase">iPad</span> and <sc>x</sc>', "iPad and x"),
        ("a\ue010b", "ab"),
    ],
)
def test_fields_get_typographic_marks_and_lose_ours(written, read):
    assert incoming(written) == read


def test_tags_of_a_field_become_marks():
    assert incoming("On <i>Papaver</i>") == "On " + italic("Papaver")
    assert plain(incoming("On <i>Papaver</i>")) == "On Papaver"
