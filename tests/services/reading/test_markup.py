from lxml import html

from explorer.services.reading.markup import lines_of


def lines(text: str) -> list[str]:
    return lines_of(html.document_fromstring(text)).lines


def test_blocks_are_lines_and_runs_within_them_are_not():
    assert lines("<h1>On <em>mud</em></h1><p>One\n  two<br>three<ul><li>a</li><li>b</ul>tail") == [
        "On mud",
        "One two",
        "three",
        "a",
        "b",
        "tail",
    ]


def test_cells_of_a_row_stand_on_one_line():
    assert lines("<table><tr><th>Year</th><td>Depth</td></tr></table>") == ["Year\u2003Depth"]


def test_scripts_styles_navigation_and_what_is_hidden_are_left_out():
    text = "<nav>Home</nav><script>bad()</script><style>p{}</style><!-- no --><p hidden>no</p><p>yes</p>"
    assert lines(text) == ["yes"]


def test_deep_nesting_is_walked_through():
    assert lines("<div>" * 200 + "deep" + "</div>" * 200) == ["deep"]
