"""What sheets say."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from explorer.domain.event import Event, Status
from explorer.domain.passage import AnchorState
from explorer.domain.words import exactness, in_words
from explorer.services.handing_out.content import Asked, Content, Counted, Question, Quoted, Shown, Told
from explorer.services.handing_out.order import View
from explorer.viewmodels.summary import DAYS_BY_UNIT, edtf_of
from explorer.viewmodels.verdicts import verdict_words
from explorer.widgets.detail.wording import place, stance
from explorer.widgets.timeline.wording import Wording

CONTEXT = "Paper"
NAMED = 4
"""Sources that a picture names; of the others it tells how many there are."""


class PaperWording:
    """Sentences and names; they come from the translation of the app."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._timeline = Wording()

    def band(self, name: str) -> str:
        """A row of eras."""
        return self._timeline.band(name)

    def in_view(self, count: int) -> str:
        """A lane's events in view."""
        return self.tr("1 event") if count == 1 else self.tr("{count} events").format(count=f"{count:,}")

    def span(self, view: View) -> str:
        """The time in view, no finer than it can be told."""
        days = view.end - view.start
        unit = next((name for name, least in DAYS_BY_UNIT if days >= least), "hours")
        first, last = edtf_of(view.start, unit), edtf_of(view.end - min(days / 1000, 0.001), unit)
        return in_words(first) if first == last else in_words(first, last)

    def counts(self, counted: Counted) -> str:
        """How many events are shown, of how many, and how many of them were not checked."""
        text = self.tr("{seen} of {total} events shown, {open} not checked")
        return text.format(
            seen=f"{counted.in_view:,}", total=f"{counted.total:,}", open=f"{counted.unchecked:,}"
        )

    def made(self) -> str:
        """Whose work the sheet is, and when."""
        return self.tr("Made with Timeline Explorer on {day}").format(day=in_words(self._today.isoformat()))

    def page(self, number: int, count: int) -> str:
        """The number of a page."""
        return self.tr("Page {number} of {count}").format(number=number, count=count)

    def step(self, number: int, count: int) -> str:
        """The number of a step of a tour."""
        return self.tr("Step {number} of {count}").format(number=number, count=count)

    def narrowed(self, filters: str) -> str:
        """What the view keeps out."""
        return self.tr("Shown under filters: {filters}").format(filters=filters) if filters else ""

    def audience(self, content: Content) -> str:
        """For whom a tour is, and how long it takes."""
        minutes = self.tr("{minutes} minutes").format(minutes=content.minutes) if content.minutes else ""
        return " · ".join(part for part in (content.audience, minutes) if part)

    def figures(self, sources: str) -> str:
        """Where the figures come from."""
        return self.tr("Figures: {sources}").format(sources=sources)

    def sources(self, content: Content) -> str:
        """On what the events rest; all of it stands in the handout."""
        labels = sorted({label for told in content.events for label in told.sources})
        rest = content.works_cited - len(labels)
        if not labels:
            return self.tr("Sources: {count} works.").format(count=f"{rest:,}") if rest > 0 else ""
        named = ", ".join(labels[:NAMED])
        rest += max(len(labels) - NAMED, 0)
        if rest <= 0:
            return self.tr("Sources: {named}.").format(named=named)
        return self.tr("Sources: {named} and {count} more.").format(named=named, count=f"{rest:,}")

    def beyond(self, count: int) -> str:
        """Events that reach into the view and are not drawn."""
        text = self.tr("{count} events that began before this time or end after it are not drawn.")
        return text.format(count=f"{count:,}")

    # The legend

    def legend(self) -> dict[str, str]:
        """What each mark means, by the name of its sample."""
        return {
            "disc": self.tr("day known; larger: more important"),
            "month": self.tr("known to the month or year only"),
            "about": self.tr("about then; dashed edge: uncertain"),
            "span": self.tr("lasts; fades where its end is open"),
            "cluster": self.tr("so many events close together"),
            "density": self.tr("very many events; darker: more"),
            "sources": self.tr("sources that speak of it; half: they differ; ring: none"),
            "figure": self.tr("dashed, ring: figure not checked"),
            "dagger": self.tr("date or citation not checked"),
        }

    def lane_legend(self) -> str:
        """How lanes are told apart."""
        return self.tr("Each lane has its name at the left; its colour only repeats it.")

    # The list of events

    def heading(self, part: str) -> str:
        """The heading of a part of the handout."""
        return {
            "timeline": self.tr("Timeline"),
            "events": self.tr("Events"),
            "quotations": self.tr("What the sources say"),
            "questions": self.tr("Questions"),
            "works": self.tr("Sources"),
            "key": self.tr("The most important events"),
            "legend": self.tr("How to read it"),
        }[part]

    def date(self, event: Event) -> str:
        """The date of an event in words."""
        return in_words(event.start, event.end)

    def exactness(self, event: Event) -> str:
        """How exactly it is known, and what of it was not checked."""
        return exactness(event.start, event.end)

    def state(self, told: Told) -> str:
        """Whether date and citation were checked."""
        event = told.event
        said = {
            Status.CHECKED: "",
            Status.UNCHECKED: self.tr("date not checked"),
            Status.PROVISIONAL: self.tr("date provisional"),
            Status.APPROXIMATE: self.tr("date approximate"),
        }[event.date_status]
        citation = "" if event.citation_status is Status.CHECKED else self.tr("citation not checked")
        return " · ".join(part for part in (said, citation) if part) or self.tr("checked")

    def told_by(self, labels: Sequence[str]) -> str:
        """Which sources with passages speak of an event."""
        return self.tr("Told by {sources}").format(sources=", ".join(labels)) if labels else ""

    def left_out(self, shown: int, there: int) -> str:
        """Events that did not go into the list; "" where all did."""
        if shown >= there:
            return ""
        text = self.tr(
            "The list has the {shown} most important of {there} events; {rest} are left out. A shorter time"
            " or a filter brings fewer."
        )
        return text.format(shown=f"{shown:,}", there=f"{there:,}", rest=f"{there - shown:,}")

    def quotations_left_out(self, shown: int, there: int) -> str:
        """Quotations that did not go in."""
        if shown >= there:
            return ""
        text = self.tr("{shown} of {there} quotations stand here, those of the most important events.")
        return text.format(shown=f"{shown:,}", there=f"{there:,}")

    def works_left_out(self, shown: int, there: int) -> str:
        """Works that did not go in."""
        if shown >= there:
            return ""
        text = self.tr("{shown} of {there} sources stand here.")
        return text.format(shown=f"{shown:,}", there=f"{there:,}")

    def none(self, part: str) -> str:
        """What is said where a part has nothing in it."""
        return {
            "events": self.tr("No event lies in this time and passes the filters."),
            "quotations": self.tr("No quotation speaks of these events."),
            "questions": self.tr("There is nothing here to ask about."),
            "works": self.tr("These events name no source."),
        }[part]

    # Quotations

    def quotation(self, text: str) -> str:
        """Words of a source, in quotation marks."""
        inner = text[1:-1]
        own = len(text) > 2 and text[0] in '“"' and text[-1] in '”"' and not set(inner) & set('“”"')
        return self.tr("“{words}”").format(words=inner if own else text)

    def speaks_of(self, quoted: Quoted) -> str:
        """How a quotation stands to which events."""
        text = self.tr("{stance}: {events}")
        return text.format(stance=stance(quoted.card.stance), events="; ".join(quoted.events))

    def compared(self, quoted: Quoted) -> str:
        """Whether the words were compared with a copy of the document, and where they stand."""
        anchor = quoted.card.anchor
        if anchor is None:
            return self.tr("{place} · not compared with a copy of the source here").format(
                place=place(quoted.card)
            )
        if anchor.state is AnchorState.EXACT:
            return self.tr("{place} · compared with a copy").format(place=place(quoted.card))
        return place(quoted.card)

    def who(self, quoted: Quoted) -> str:
        """Who says it."""
        source = quoted.card.source
        return source.authors or source.publisher or source.label

    def focus(self, shown: Shown) -> list[tuple[str, str]]:
        """What a step has in focus: words of a source, and what is said of them."""
        found: list[tuple[str, str]] = []
        if shown.focus is None:
            return found
        passage, claim = shown.focus.passage, shown.focus.claim
        if passage is not None:
            source = passage.source
            text = self.tr("{who}, paragraph {paragraph}")
            said = text.format(
                who=source.authors or source.publisher or source.label,
                paragraph=passage.passage.selector.paragraph,
            )
            found.append((self.quotation(passage.passage.selector.exact), said))
        if claim is not None and claim.quotation:
            verdict = verdict_words(claim.outcome.verdict)
            parts = (
                claim.sum,
                claim.basis,
                verdict,
                *((self.tr("not all figures checked"),) * claim.doubtful),
            )
            found.append((self.quotation(claim.quotation), " · ".join(filter(None, parts))))
        return found

    # Questions

    def question(self, question: Question) -> str:
        """A question as a sentence."""
        matter = question.matter
        if question.kind is Asked.NOTED:
            return matter[0]
        if question.kind is Asked.ORDER:
            return self.tr("Put these events into their order, the earliest first.")
        return {
            Asked.WHEN: self.tr("{matter}: when was this, and how do we know?"),
            Asked.WHO: self.tr("Which source says this, and does it report or judge? “{matter}”"),
            Asked.DIFFER: self.tr("{matter}: the sources differ on this. What does each of them say?"),
            Asked.CLAIM: self.tr("Which published figures would test this, and does it hold? “{matter}”"),
            Asked.CHECKED: self.tr(
                "{matter}: this was not checked. Where would you look up its date and its source?"
            ),
        }[question.kind].format(matter=matter[0])

    def about_step(self, title: str) -> str:
        """The step to which a question of a tour belongs."""
        return self.tr("On “{title}”").format(title=title)

    @staticmethod
    def tr(text: str) -> str:
        """Translated."""
        return QCoreApplication.translate(CONTEXT, text)
