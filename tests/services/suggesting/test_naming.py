import pytest

from explorer.domain.detail import EventHeading
from explorer.domain.edtf import parse
from explorer.domain.entity import Entity, EntityKind
from explorer.domain.event import Status
from explorer.services.suggesting.naming import Names


def entity(number, kind, name, *aliases):
    return Entity(number, str(number), name, kind, name, aliases, "", "", None, None, Status.CHECKED)


def event(number, label, start="2023"):
    date = parse(start)
    return EventHeading(
        number, label, label, label, start, None, date.extent, date.precision, date.flags, 1, 3
    )


PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.BODY, EntityKind.PLACE
NAMES = Names.of(
    [
        entity(1, PERSON, "Joe Biden"),
        entity(2, PERSON, "George H. W. Bush"),
        entity(3, PERSON, "George W. Bush"),
        entity(4, PERSON, "Andrés Manuel López Obrador", "AMLO", "Obrador"),
        entity(5, PERSON, "Salvador Cienfuegos Zepeda"),
        entity(6, BODY, "Asia-Pacific Economic Cooperation", "APEC"),
        entity(7, BODY, "Government of the United States", "Washington"),
        entity(8, PLACE, "Washington"),
        entity(9, PERSON, "—"),
    ],
    [event(1, "APEC in San Francisco"), event(2, "Pelosi in Taiwan"), event(3, "100,000 overdose deaths")],
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Biden’s meeting with AMLO", (1, 4)),
        ("In Washington, Bush spoke.", ()),
        ("George W. Bush spoke.", (3,)),
        ("General Salvador Cienfuegos was held.", (5,)),
        ("the Asia‑Pacific Economic Cooperation (APEC) summit", (6,)),
        ("They were biden their time.", ()),
    ],
)
def test_people_and_bodies_are_known_by_their_names(sentence, expected):
    assert NAMES.entities_in(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Pelosi’s visit to Taiwan heightened tensions.", (2,)),
        ("At the APEC summit they met.", (1,)),
        ("APEC is a body.", ()),
        ("Some 70,000 overdose deaths were counted.", ()),
        ("There were 100,000 overdose deaths.", (3,)),
    ],
)
def test_an_event_is_named_by_all_telling_words_of_its_short_name(sentence, expected):
    assert NAMES.events_in(sentence) == expected


def test_nothing_is_named_in_an_empty_library():
    names = Names.of([])
    assert names.entities_in("Joe Biden") == ()
    assert names.events_in("Pelosi in Taiwan") == ()
