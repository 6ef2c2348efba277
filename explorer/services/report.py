"""The report of a check: is the file sound, what does everything rest on, do the sums and quotations hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from explorer.domain.claim import Verdict
from explorer.domain.contents import Contents, Web
from explorer.domain.coverage import Coverage, Gap
from explorer.domain.errors import ReaderError
from explorer.domain.event import Layer, Status
from explorer.domain.judgement import Judgement
from explorer.domain.judging import judge_all
from explorer.domain.passage import AnchorState, Evidence, Passage
from explorer.domain.series import Series
from explorer.domain.source import Source, SourceRole
from explorer.services import checks
from explorer.services.copies import Copy, find_copies
from explorer.services.coverage import coverage
from explorer.services.sums import basis_of, line_of
from explorer.services.workers import Errand
from explorer.store import reads
from explorer.store.checking import Standing, standings, troubles
from explorer.store.library import Library

WIDTH = 110


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: ``lines`` to print, none wider than 110, and the number of ``problems``."""

    lines: tuple[str, ...]
    problems: int


@dataclass(frozen=True, slots=True)
class _Records:
    """What is read of a library for the report."""

    contents: Contents
    web: Web
    events: tuple[Standing, ...]
    passages: tuple[Passage, ...]
    evidence: tuple[Evidence, ...]

    def articles(self) -> tuple[Source, ...]:
        held = {passage.source_id for passage in self.passages}
        return tuple(
            source
            for source in self.contents.sources
            if source.role is SourceRole.ARTICLE or source.id in held
        )


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of the report: a sentence for the summary, the lines below its heading, its problems."""

    name: str
    summary: str
    lines: tuple[str, ...]
    problems: tuple[str, ...] = ()


def check_library(library: Library, documents: Path | None) -> Report:
    """Check a library, and with ``documents`` look up its quotations in the text files of that folder.

    Raises:
        ReaderError: the library or the folder cannot be read, or there is no such folder.
    """
    if documents is not None:
        _refuse_what_is_no_folder(documents)
    with library.reading() as connection:
        wrong = troubles(connection)
        contents = reads.contents(connection)
        records = _Records(
            contents,
            reads.web(connection),
            standings(connection),
            tuple(
                passage for source in contents.sources for passage in reads.passages(connection, source.id)
            ),
            reads.evidence(connection),
        )
        covered = coverage(connection, Errand())
    copies = None if documents is None else find_copies(documents, records.articles(), records.passages)
    sections = [
        _file(wrong),
        _events(records),
        _passages(records, copies),
        _relations(records),
        _claims(records),
        _support(covered),
    ]
    if documents is not None and copies is not None:
        sections.append(_documents(documents, copies))
    return _report(library.path, contents, sections)


def _refuse_what_is_no_folder(path: Path) -> None:
    """Before all is read in vain."""
    if path.is_file():
        raise ReaderError(
            f"{path} is a file. Name the folder that holds the documents, such as {path.absolute().parent}."
        )
    if not path.exists():
        raise ReaderError(f"The folder {path} does not exist. Name a folder that holds the documents.")


def _report(path: Path, contents: Contents, sections: Sequence[_Section]) -> Report:
    problems = [problem for section in sections for problem in section.problems]
    lines = [*_wrapped(f"{contents.title}: {contents.subtitle}" if contents.subtitle else contents.title)]
    lines += [*_wrapped(str(path)), ""]
    lines.append("Nothing is wrong." if not problems else f"{_count(len(problems), 'problem')}:")
    lines += [line for problem in problems for line in _wrapped(problem, "  ! ", "    ")]
    lines.append("")
    for section in sections:
        lines += _wrapped(section.summary, f"  {section.name + ':':<11}", " " * 13)
    for section in sections:
        if section.lines:
            lines += ["", f"{section.name.upper()}", *section.lines]
    return Report(tuple(lines), len(problems))


def _file(wrong: Sequence[str]) -> _Section:
    sound = "sound: pages, references and search index were read through"
    return _Section("File", f"{len(wrong)} faults" if wrong else sound, (), tuple(wrong))


def _events(records: _Records) -> _Section:
    labels = {source.id: source.label for source in records.contents.sources}
    source_of = {passage.id: labels[passage.source_id] for passage in records.passages}
    said: dict[int, dict[str, int]] = {}
    for each in (link for link in records.evidence if not link.example):
        words = said.setdefault(each.event_id, {})
        key = f"{source_of[each.passage_id]} {each.stance.value}"
        words[key] = words.get(key, 0) + 1
    lines, problems = [], []
    for event in records.events:
        words = said.get(event.id, {})
        rests = "; ".join(f"{key} ({count})" if count > 1 else key for key, count in words.items())
        lines += _row(event.start, event.slug, f"{rests or _context(event)}{_doubts(event)}")
        if not rests and event.layer is Layer.ARTICLES:
            problems.append(
                f"Event {event.slug} is filed as told by the articles, but no passage speaks of it."
            )
        if not rests and not event.citation:
            problems.append(f"Event {event.slug} rests on nothing: it has no passage and no citation.")
    dates = sum(event.date_status is not Status.CHECKED for event in records.events)
    citations = sum(event.citation_status is not Status.CHECKED for event in records.events)
    summary = (
        f"{len(records.events)}, of which {len(said)} rest on passages"
        f" and {len(records.events) - len(said)} on a citation alone;"
        f" not checked: {_count(dates, 'date')}, {_count(citations, 'citation')}"
    )
    return _Section("Events", summary, tuple(lines), tuple(problems))


def _context(event: Standing) -> str:
    if event.records:
        return f"context: cites {_count(event.records, 'record')}"
    return "context: a citation" if event.citation else "nothing"


def _doubts(event: Standing) -> str:
    marks = [
        name
        for name, status in (("date", event.date_status), ("citation", event.citation_status))
        if status is not Status.CHECKED
    ]
    return f" [not checked: {', '.join(marks)}]" if marks else ""


def _passages(records: _Records, copies: Sequence[Copy] | None) -> _Section:
    events_of: dict[int, int] = {}
    for each in (link for link in records.evidence if not link.example):
        events_of[each.passage_id] = events_of.get(each.passage_id, 0) + 1
    states = {anchor.passage_id: anchor.state for copy in copies or () for anchor in copy.anchors}
    lines: list[str] = []
    for source in records.articles():
        own = [passage for passage in records.passages if passage.source_id == source.id]
        lines += _wrapped(f"{source.label}: {_count(len(own), 'passage')}", "  ", "    ")
        for passage in own:
            rests = events_of.get(passage.id, 0)
            words = _count(rests, "event") if rests else f"no event ({passage.kind})"
            found = f", {_state(states[passage.id])}" if passage.id in states else ""
            lines += _row(f"par. {passage.selector.paragraph}", passage.slug, f"{words}{found}")
    silent = sum(passage.id not in events_of for passage in records.passages)
    undated = sum(passage.date is None for passage in records.passages)
    summary = (
        f"{len(records.passages)} of {_count(len(records.articles()), 'source')};"
        f" {silent} speak of no event, {undated} cannot be dated"
    )
    return _Section("Passages", summary, tuple(lines))


def _relations(records: _Records) -> _Section:
    slugs = {event.id: event.slug for event in records.events}
    passages = {passage.id: passage.slug for passage in records.passages}
    lines, problems = [], []
    on_passages = 0
    for relation in records.web.relations:
        link = f"{slugs[relation.from_id]} {relation.kind.value} {slugs[relation.to_id]}"
        if relation.passage_id is not None:
            on_passages += 1
            basis = f"passage {passages[relation.passage_id]}"
        elif relation.reading:
            basis = "our reading"
        else:
            basis = "no basis"
            problems.append(f"Relation {link} rests on no passage and is not marked as our reading.")
        lines += _wrapped(f"{link}: {basis}", "  ", "    ")
    readings = len(records.web.relations) - on_passages - len(problems)
    summary = f"{len(records.web.relations)}; {on_passages} rest on a passage, {readings} are our reading"
    return _Section("Relations", summary, tuple(lines), tuple(problems))


def _claims(records: _Records) -> _Section:
    series = {one.slug: one for one in records.contents.series}
    lines: list[str] = []
    problems: list[str] = []
    verdicts: dict[Verdict, int] = {}
    for claim in records.web.claims:
        outcome = judge_all(claim.workings, series)
        compared = checks.compare(claim, outcome)
        against = checks.disagreement(claim, outcome)
        verdicts[outcome.verdict] = verdicts.get(outcome.verdict, 0) + 1
        lines += _wrapped(f"{claim.slug}: {outcome.verdict.value}", "  ", "    ")
        lines += _wrapped(f"on record: {claim.verdict}", "    ", "    ") if claim.verdict else []
        lines += [line for one in outcome.judgements for line in _judged(one, series)]
        lines += _wrapped(f"no test: {outcome.reason}", "    ", "    ") if not outcome.judgements else []
        if compared.confirmed:
            lines += _wrapped(f"equal to the record: {', '.join(compared.confirmed)}", "    ", "    ")
        wrong = (*compared.mismatches, against) if against else compared.mismatches
        problems += [f"Claim {claim.slug}: {sentence}" for sentence in wrong]
    tests = sum(len(claim.workings) for claim in records.web.claims)
    told = ", ".join(f"{verdicts[one]} {one.value}" for one in Verdict if one in verdicts)
    count = _count(len(series), "series", "series")
    summary = f"{len(records.web.claims)}; {_count(tests, 'test')} worked anew from {count}: {told or 'none'}"
    return _Section("Claims", summary, tuple(lines), tuple(problems))


def _judged(judgement: Judgement, series: Mapping[str, Series]) -> list[str]:
    if judgement.result is None:
        return _wrapped(judgement.reason, "    ", "      ")
    said = f"{line_of(judgement, series)}  ({basis_of(judgement, series)}): {judgement.verdict.value}"
    return [
        *_wrapped(said, "    ", "      "),
        *(line for note in judgement.notes for line in _wrapped(note, "      ", "      ")),
    ]


def _support(covered: Coverage) -> _Section:
    lines = [
        line
        for each in covered.of(Gap.NUMBER)
        for line in _wrapped(f"{each.slug}: {each.words}", "  ", "    ")
    ]
    readings, bare = (len(covered.of(gap)) for gap in (Gap.INTERPRETATION, Gap.CITATION_ALONE))
    sentences = _count(len(covered.of(Gap.NUMBER)), "sentence")
    summary = (
        f"no passage supports {_count(bare, 'event')} (they rest on a citation), {sentences} with a number"
        f" and {_count(readings, 'relation')} (our reading)"
    )
    return _Section("Support", summary, tuple(lines))


def _documents(folder: Path, copies: Sequence[Copy]) -> _Section:
    lines: list[str] = []
    problems: list[str] = []
    for copy in copies:
        if copy.file is None:
            problems.append(f"No file in {folder} is a copy of “{copy.source.label}”.")
            continue
        same = "the very file" if copy.same else "another copy than the passages were taken from"
        lines += _wrapped(f"{copy.source.label}: {copy.file.name}, {same}", "  ", "    ")
        lines += _wrapped(_states(copy), "    ", "    ")
        for state in (state for state in AnchorState if state is not AnchorState.EXACT):
            named = [slug for slug, found in copy.by_slug() if found is state]
            if named:
                lines += _wrapped(f"{_state(state)}: {', '.join(named)}", "    ", "      ")
        for state in (AnchorState.APPROXIMATE, AnchorState.SEVERAL, AnchorState.LOST):
            number = copy.count(state)
            if number:
                problems.append(
                    f"{_count(number, 'quotation')} of “{copy.source.label}” {_state(state)} in"
                    f" {copy.file.name}."
                )
        lines += [line for notice in copy.notices for line in _wrapped(notice, "    ", "    ")]
    total = sum(len(copy.anchors) for copy in copies)
    exact = sum(copy.count(AnchorState.EXACT) for copy in copies)
    summary = f"{exact} of {total} quotations found exactly in {folder}"
    return _Section("Documents", summary, tuple(lines), tuple(problems))


def _states(copy: Copy) -> str:
    always = (AnchorState.EXACT, AnchorState.LOST)
    return ", ".join(
        f"{copy.count(state)} {_state(state)}"
        for state in AnchorState
        if state in always or copy.count(state)
    )


def _state(state: AnchorState) -> str:
    return {
        AnchorState.EXACT: "found exactly",
        AnchorState.MOVED: "found at another place",
        AnchorState.APPROXIMATE: "found in nearly the same words",
        AnchorState.SEVERAL: "found at several places",
        AnchorState.LOST: "not found",
    }[state]


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _row(first: str, second: str, third: str) -> list[str]:
    return _wrapped(third, f"  {first:<21} {second:<34} ", " " * 8)


def _wrapped(text: str, first: str = "", then: str = "") -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=then) or [first.rstrip()]
