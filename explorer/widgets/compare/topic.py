"""One topic on which sources were compared: a line for each of them, and what the record says."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from explorer.domain.claim import Concordance
from explorer.domain.comparison import Voice
from explorer.widgets.detail import wording
from explorer.widgets.detail.blocks import Card
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.text import Badge, Words
from explorer.widgets.theme import ThemeHolder

GAP = 16
"""Between two columns, in pixels at 100 % text."""


def tone_of(relation: str) -> str:
    """The colour of a relation: good where the sources agree, bad where they conflict, else warn."""
    if relation.startswith("agreement"):
        return "good"
    return "bad" if relation.startswith("conflict") else "warn"


def share_columns(grid: QGridLayout, count: int, least: int, gap: int) -> None:
    """Give the columns of a grid equal widths, so that several grids stand in line."""
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(gap)
    for column in range(count):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, least)


class TopicBand(Card):
    """A topic across all columns. ``edit_asked`` and ``delete_asked`` carry the :class:`Concordance`."""

    edit_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(
        self,
        topic: Concordance,
        voices: Sequence[Voice],
        least: int,
        look: ThemeHolder,
        parent: QWidget | None = None,
        *,
        writable: bool,
    ) -> None:
        super().__init__(look, parent)
        self._topic = topic
        head = QHBoxLayout()
        head.setSpacing(look.theme.size(10))
        name = Words("strong", self)
        name.setText(topic.topic[:1].upper() + topic.topic[1:])
        relation = Badge(look, self)
        relation.say(wording.concordance_relation(topic.relation), tone_of(topic.relation))
        relation.setToolTip(topic.note)
        head.addWidget(name, 1)
        head.addWidget(relation)
        self.body.addLayout(head)
        self.set_tone(tone_of(topic.relation))
        grid = QGridLayout()
        share_columns(grid, len(voices), least, look.theme.size(GAP))
        said = {line.source_id: line.line for line in topic.lines}
        for column, voice in enumerate(voices):
            line = Words("note", self)
            line.setText(said.get(voice.source.id) or self.tr("Nothing is noted of it here."))
            line.setAccessibleName(
                self.tr("{source}: {line}").format(source=voice.source.label, line=line.text())
            )
            grid.addWidget(line, 0, column)
        self.body.addLayout(grid)
        if topic.record:
            record = Words("note", self)
            record.tell(self.tr("The record:"), topic.record)
            self.body.addWidget(record)
        if writable:
            self._add_links(look)

    def _add_links(self, look: ThemeHolder) -> None:
        foot = QHBoxLayout()
        edit, delete = LinkButton(look, self, small=True), LinkButton(look, self, small=True)
        edit.say(self.tr("Edit"), self.tr("Write this comparison otherwise"))
        delete.say(self.tr("Delete"), self.tr("Take this comparison out; Ctrl+Z brings it back"))
        edit.clicked.connect(self._ask_to_edit)
        delete.clicked.connect(self._ask_to_delete)
        for link in (edit, delete):
            foot.addWidget(link)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def _ask_to_edit(self) -> None:
        self.edit_asked.emit(self._topic)

    def _ask_to_delete(self) -> None:
        self.delete_asked.emit(self._topic)
