import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.services.bibliography.latex import decode, encode


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Andr\'es {L}{\'o}pez Obrador", "Andrés López Obrador"),
        (r"G{\"o}del and \"Uber", "Gödel and Über"),
        (r"Mart{\'\i}nez", "Martínez"),
        (r"\v{S}e{\v c}ena \c{c} \ss \aa ngstr{\"o}m", "Šečena ç ßångström"),
        (r"{The {DEA} Story}", "The DEA Story"),
        ("pages 1--12 --- and ``so'' on", "pages 1–12 — and “so” on"),
        (r"100\% of \$5 \& more \#1 a\_b", "100% of $5 & more #1 a_b"),
        (r"100% sure", "100% sure"),
        (r"A~Title\\ in 100\,kg", "A Title in 100 kg"),
        (
            r"\emph{Papaver} and {\it coca} and \textbf{x\textsuperscript{2}}",
            "<i>Papaver</i> and <i>coca</i> and <b>x<sup>2</sup></b>",
        ),
        (r"\enquote{Just Say No}", "“Just Say No”"),
        (r"\url{http://a.example/b_c}", "http://a.example/b_c"),
        (r"{\noopsort{1973b}}Nixon", "Nixon"),
        (r"The {\LaTeX} \textsc{Companion}", "The LaTeX Companion"),
        ("ends with a backslash \\", "ends with a backslash \\"),
    ],
)
def test_latex_becomes_letters(written, read):
    assert " ".join(decode(written).split()) == read


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" -'`?!\\{}$%~^_&#"),
        max_size=40,
    )
)
def test_any_text_comes_back(text):
    assert " ".join(decode(encode(text)).split()) == " ".join(text.split())


def test_marks_of_csl_become_commands():
    assert encode("On <i>Papaver</i> & x<sup>2</sup>") == r"On \emph{Papaver} \& x\textsuperscript{2}"
