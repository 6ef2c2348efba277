"""Finds the people, bodies and events of the library that a sentence names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from explorer.domain.detail import EventHeading
from explorer.domain.entity import Entity, EntityKind
from explorer.services.suggesting.folding import fold
from explorer.services.suggesting.tables import HAPPENINGS

_TOKEN = re.compile(r"[^\W_]+(?:[.&][^\W_]+)*")
_HAPPENING = re.compile(r"(?:" + "|".join(HAPPENINGS) + r")")
_SURNAME = 4
_ACRONYM = 3
_DISTINCT = 2
_THREE = 3
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "over", "s", "the", "to"}
    | {"under", "with", "us"}
)

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a library, ready to be looked for. Each dictionary is by the first word of a name."""

    entities: dict[str, tuple[tuple[Words, int], ...]]
    events: dict[str, tuple[tuple[Words, int], ...]]
    acronyms: dict[str, tuple[int, ...]]

    @classmethod
    def of(cls, entities: Iterable[Entity], events: Iterable[EventHeading] = ()) -> "Names":
        """Take the names and aliases of people and bodies, and the short names of events.

        What is also the name of a place ("Washington") names no body. A surname stands for the one person
        who has it, and so do the first two of three names.
        """
        known = tuple(entities)
        places = {_words(name) for one in known if one.kind is EntityKind.PLACE for name in _names(one)}
        people = [one for one in known if one.kind is EntityKind.PERSON]
        surnames = Counter(_words(one.name)[-1:] for one in people)
        found: dict[str, list[tuple[Words, int]]] = {}
        for one in known:
            if one.kind not in (EntityKind.PERSON, EntityKind.BODY):
                continue
            names = {_words(name) for name in _names(one)}
            if one.kind is EntityKind.PERSON:
                words = _words(one.name)
                if words and surnames[words[-1:]] == 1 and len(words[-1]) >= _SURNAME:
                    names.add(words[-1:])
                if len(words) == _THREE:
                    names.add(words[:2])
            for words in names - places - {()}:
                found.setdefault(words[0], []).append((words, one.id))
        labels: dict[str, list[tuple[Words, int]]] = {}
        acronyms: dict[str, list[int]] = {}
        for event in events:
            words = tuple(dict.fromkeys(word for word in _words(event.label) if _telling(word)))
            if sum(not word.isdigit() for word in words) >= _DISTINCT:
                labels.setdefault(words[0], []).append((words, event.id))
            for token in _TOKEN.findall(event.label):
                if len(token) >= _ACRONYM and token.isupper() and token.isalpha():
                    acronyms.setdefault(token, []).append(event.id)
        return cls(
            {first: tuple(names) for first, names in found.items()},
            {first: tuple(names) for first, names in labels.items()},
            {token: tuple(ids) for token, ids in acronyms.items() if len(ids) == 1},
        )

    def entities_in(self, sentence: str) -> tuple[int, ...]:
        """The ids of the people and bodies that a sentence names, in order. A name begins with a capital."""
        tokens = [match[0] for match in _TOKEN.finditer(fold(sentence))]
        lower = [token.lower() for token in tokens]
        found: dict[int, None] = {}
        for at, word in enumerate(lower):
            if tokens[at][0].isupper():
                longest = max(
                    ((words, id_) for words, id_ in self._named_at(lower, at, word)),
                    key=lambda one: len(one[0]),
                    default=None,
                )
                if longest is not None:
                    found[longest[1]] = None
        return tuple(found)

    def events_in(self, sentence: str) -> tuple[int, ...]:
        """The ids of the events a sentence names: by all telling words of the short name, or its acronym."""
        tokens = [match[0] for match in _TOKEN.finditer(fold(sentence))]
        there = {token.lower() for token in tokens}
        found: dict[int, None] = {}
        for word in there & self.events.keys():
            for words, id_ in self.events[word]:
                if there.issuperset(words):
                    found[id_] = None
        for token, following in pairwise(tokens):
            if token in self.acronyms and _HAPPENING.fullmatch(following):
                found.update(dict.fromkeys(self.acronyms[token]))
        return tuple(sorted(found))

    def _named_at(self, lower: Sequence[str], at: int, word: str) -> Iterator[tuple[Words, int]]:
        for words, id_ in self.entities.get(word, ()):
            if tuple(lower[at : at + len(words)]) == words:
                yield words, id_


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def _words(text: str) -> Words:
    return tuple(match[0].lower() for match in _TOKEN.finditer(fold(text)))


def _telling(word: str) -> bool:
    return word not in _SMALL_WORDS
