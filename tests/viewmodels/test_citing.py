import pytest

from explorer.domain.citation import CitationStyle
from explorer.store import reads
from explorer.viewmodels.citing import NAMES
from explorer.viewmodels.settings import CITATION_STYLE
from tests.viewmodels.conftest import settle


@pytest.fixture
def heard(models):
    class Heard:
        copied, said, styles = [], [], []

    heard = Heard()
    models.citing.copied.connect(heard.copied.append)
    models.citing.style_changed.connect(heard.styles.append)
    models.messages.shown.connect(heard.said.append)
    return heard


def event_id(models, slug):
    with models.library.current.store.reading() as connection:
        return reads.event_id(connection, slug)


def source(models, slug):
    return next(one for one in models.library.current.contents.sources if one.slug == slug)


def test_the_selected_event_is_cited_in_the_style_chosen(models, heard, qtbot):
    models.citing.choose_style(CitationStyle.MLA)
    models.selection.select(event_id(models, "un-single-convention-1961"))
    models.citing.copy_selected()
    settle(qtbot, models)
    (text,) = heard.copied
    assert text.plain.startswith("Single Convention on Narcotic Drugs, 1961. 520 UNTS 151, 30 Mar. 1961")
    assert [message.text for message in heard.said] == ["Citation copied (MLA)."]


def test_without_a_selected_event_it_is_said(models, heard):
    models.selection.select(None)
    models.citing.copy_selected()
    assert heard.copied == []
    assert "Choose an event first" in heard.said[0].text


def test_what_was_not_checked_or_is_not_known_is_said(models, heard, qtbot):
    with models.library.current.store.reading() as connection:
        passage = reads.passages(connection, 2)[0]
    models.citing.copy_passage(source(models, "seed-b"), passage, None)
    settle(qtbot, models)
    assert "para." in heard.copied[0].plain
    assert heard.said[0].text == (
        "Citation copied (Chicago). Pfeiffer: title, publisher not known. Pfeiffer: date inferred."
    )
    models.citing.copy_event(_unchecked(models))
    settle(qtbot, models)
    assert "It was not checked: look the document up before you cite it." in heard.said[-1].text


def _unchecked(models):
    with models.library.current.store.reading() as connection:
        for number in range(1, 189):
            if reads.event_detail(connection, number).event.citation_status == "unchecked":
                return number
    raise AssertionError


def test_a_source_is_cited_whole(models, heard, qtbot):
    models.citing.copy_source(source(models, "eo-14059"))
    settle(qtbot, models)
    assert heard.copied[0].plain == "Exec. Order No. 14,059, 86 Fed. Reg. 71549 (2021)."


def test_the_style_is_remembered_and_told(models, begin, heard):
    assert models.citing.style is CitationStyle.CHICAGO
    models.citing.choose_style(CitationStyle.HARVARD)
    models.citing.choose_style(CitationStyle.HARVARD)
    assert heard.styles == [CitationStyle.HARVARD]
    models.settings.flush()
    again = begin()
    assert again.citing.style is CitationStyle.HARVARD
    again.settings.set_value(CITATION_STYLE, "nonsense")
    assert again.citing.style is CitationStyle.CHICAGO
    assert set(NAMES) == set(CitationStyle)
