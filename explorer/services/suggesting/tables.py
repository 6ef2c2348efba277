"""The words of dates, as data."""


def _words(text: str) -> list[str]:
    return text.split()


MONTHS = {
    name: number
    for number, name in enumerate(
        _words("january february march april may june july august september october november december"), 1
    )
}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items() if name != "may"} | {"sept": 9}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
WEEKDAYS = {
    name: number
    for number, name in enumerate(_words("monday tuesday wednesday thursday friday saturday sunday"))
}
NUMBERS = {
    name: number
    for number, name in enumerate(
        _words(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen twenty"
        ),
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
TENS |= {"eighties": 80, "nineties": 90}
_SMALL = _words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {name: number for number, name in enumerate(_SMALL, 1)} | {
    f"twenty-{name}": 20 + number for number, name in enumerate(_SMALL[:9], 1)
}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}

NAMED = {
    "9/11": ("2001-09-11", ""),
    "september 11 attacks": ("2001-09-11", ""),
    "pearl harbor": ("1941-12-07", ""),
    "world war i": ("1914-07-28", "1918-11-11"),
    "world war one": ("1914-07-28", "1918-11-11"),
    "first world war": ("1914-07-28", "1918-11-11"),
    "the great war": ("1914-07-28", "1918-11-11"),
    "world war ii": ("1939-09-01", "1945-09-02"),
    "world war two": ("1939-09-01", "1945-09-02"),
    "second world war": ("1939-09-01", "1945-09-02"),
    "korean war": ("1950-06-25", "1953-07-27"),
    "american civil war": ("1861-04-12", "1865-05-26"),
    "spanish civil war": ("1936-07-17", "1939-04-01"),
}
"""What has a name, with its first and last day; the last is empty for a single day."""

FEASTS = {
    "new year's day": (1, 1),
    "may day": (5, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Days of the year by name: month and day."""

DATED_VERBS = _words(
    "founded born died dated published established built opened begun completed created formed "
    "incorporated released signed enacted adopted passed ratified launched abolished reprinted printed "
    "issued est copyright"
)
"""Before a bare year these make it a date."""

HAPPENINGS = _words(
    "affair agreement arguments? articles? assertion books? amendments? arrests? assassination assault "
    "attacks? attempt ban battle blockade bombings? boycott budget campaigns? cases? census ceasefire "
    "coalition collapse conference congress conquest constitution convention coronation coups? "
    "crackdown crash crisis debates? decision declaration decree defeat demonstrations? deal disaster "
    "drought earthquake elections? embargo epidemic eruption escape essays? estimates? evacuation "
    "exhibition expedition famine festival film fire floods? genocide hearings? hurricane incident "
    "independence inquiry insurrection interview invasion investigation killing landings? launch law "
    "lecture legislation letter massacres? meetings? merger murders? mutiny negotiations occupation "
    "olympics operation novel outbreak pamphlet pandemic paper peace plague plebiscite pogroms? "
    "primaries primary proclamation prosecution protests? putsch raids? rebellion recession reforms? "
    "referendum reports? resolution? revolts? revolutions? riots? rising ruling rulings sanctions "
    "scandal season settlement shootings? siege slump speech standoff strikes? study summit surrender "
    "survey takeover talks tariffs? testimony tour treaty trials? truce uprisings? vote visits? wars? "
    "wave world"
)
"""Nouns of what happens: a bare year up to three words before one of them is a date."""

UNITS = _words(
    "kilograms? kilogrammes? kilos? kg grams? mg tons? tonnes? pounds? lbs? ounces? miles? "
    "kilomet(?:er|re)s? km met(?:er|re)s? feet foot ft inch(?:es)? yards? acres hectares lit(?:er|re)s? "
    "gallons barrels square cubic volts? watts? degrees hours? hrs? minutes? seconds? dollars euros francs "
    "marks rubles roubles yen yuan pesos cents points bytes bits percent per million billion thousand times"
)
"""After a number these make it an amount."""

COUNTED = _words(
    "people persons men women children inhabitants soldiers sailors troops workers members votes deaths "
    "cases homes houses copies pages words lines tablets pills doses ships boxes horses prisoners refugees "
    "students packages developers delegates shares"
)
"""After a number these make it a count, unless "in" or "since" stands before it: "in 1991 members asked"."""

NUMBERED = _words(
    "room page pages section sections resolution order number numbers flight line lines chapter figure "
    "table article title route highway interstate model version volume issue box form unit suite "
    "apartment flat channel bus train class mark type ward precinct regiment division lot item "
    "paragraph clause rule exhibit docket telephone phone tel fax extension code zip isbn issn grant "
    "case bill street road avenue"
)
"""Before a number these make it a name."""

LAWS = _words(
    "act law laws code statute treaty convention protocol constitution amendment amendments charter "
    "accord accords bill ordinance regulations rules declaration directive decree order resolution"
)
"""Capitalised and beside a year these are a name with the year in it."""
