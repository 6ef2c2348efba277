"""What is to be handed out, in which form, on which paper."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.handing_out import (
    LARGEST_PICTURE,
    MOST_PIXELS,
    PAPERS,
    SMALLEST_PICTURE,
    Form,
    Part,
)
from explorer.viewmodels.handing_out import Choice, HandingOutModel
from explorer.widgets.parts.choice import Choice as ChoiceBox
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

SIZES = ((1280, 720), (1600, 1000), (1920, 1080), (3840, 2160), (10_000, 4_000))
SPIN = 30
RATIOS = (1.0, 1.5, 2.0, 3.0, 4.0)
ON_PAPER = (Form.PDF, Form.POSTER)


class Options(QWidget):
    """A form; ``changed`` carries the :class:`Choice` as it is now."""

    changed = Signal(object)

    def __init__(
        self,
        model: HandingOutModel,
        forms: tuple[Form, ...],
        look: ThemeHolder,
        parent: QWidget | None = None,
        *,
        printed: bool = False,
    ) -> None:
        """``printed``: nothing is written, so that no form is called by a kind of file."""
        super().__init__(parent)
        self._model = model
        self._forms = forms
        self._printed = printed
        self._filling = False
        self._choice = Choice()
        self._tours: tuple[str, ...] = ()
        self.what = ChoiceBox(self.tr("What to hand out"), look, self)
        self.form = ChoiceBox(self.tr("In which form"), look, self)
        self.form.addItems([self._name_of(form) for form in forms])
        self.size_box = ChoiceBox(self.tr("Size of the picture"), look, self)
        self.size_box.addItems([f"{width:,} × {height:,}" for width, height in SIZES])
        self.size_box.addItem(self.tr("Other…"))
        self.width_box, self.height_box = self._pixels(0), self._pixels(1)
        self.ratio = ChoiceBox(self.tr("How large everything is drawn"), look, self)
        self.ratio.addItems([f"{round(100 * ratio)} %" for ratio in RATIOS])
        self.theme = ChoiceBox(self.tr("Look of the picture"), look, self)
        self.theme.addItems([self.tr("On white"), self.tr("On dark")])
        self.paper = ChoiceBox(self.tr("Paper"), look, self)
        self.paper.addItems([f"{one.name}  ({one.width:g} × {one.height:g} mm)" for one in PAPERS])
        self.side = ChoiceBox(self.tr("Orientation of the paper"), look, self)
        self.side.addItems([self.tr("Upright"), self.tr("Across")])
        names = {
            Part.TIMELINE: self.tr("The timeline, with a legend"),
            Part.EVENTS: self.tr("The events, with their summaries"),
            Part.QUOTATIONS: self.tr("What the sources say, with citations"),
            Part.QUESTIONS: self.tr("Questions, with room to answer"),
        }
        self.parts = {part: QCheckBox(names[part], self) for part in Part}
        self.told = Words("muted", self)
        self._column = QVBoxLayout(self)
        self._rows = QFormLayout()
        self._column.addLayout(self._rows)
        self._column.addWidget(self.told)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._place_parts()
        self._join()
        look.changed.connect(self._dress)
        self._dress(look.theme)

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return self._choice

    def show_choice(self, choice: Choice) -> None:
        """Fill the form; a tour that this library does not have becomes what is in view."""
        self._tours = tuple(tour.slug for tour in self._model.tours)
        if choice.tour not in self._tours:
            choice = replace(choice, tour="")
        if choice.form not in self._forms:
            choice = replace(choice, form=self._forms[0])
        self._filling = True
        self.what.clear()
        self.what.addItems([self.tr("What is in view"), self.tr("Everything")])
        for tour in self._model.tours:
            self.what.addItem(self.tr("Tour: {title}").format(title=tour.title))
        at = 2 + self._tours.index(choice.tour) if choice.tour else int(choice.whole)
        self.what.setCurrentIndex(at)
        self.form.setCurrentIndex(self._forms.index(choice.form))
        size = (choice.width, choice.height)
        self.size_box.setCurrentIndex(SIZES.index(size) if size in SIZES else len(SIZES))
        self.width_box.setValue(choice.width)
        self.height_box.setValue(choice.height)
        self.ratio.setCurrentIndex(RATIOS.index(choice.ratio) if choice.ratio in RATIOS else 0)
        self.theme.setCurrentIndex(int(choice.theme == "dark"))
        self.paper.setCurrentIndex(next(at for at, one in enumerate(PAPERS) if one.name == choice.paper))
        self.side.setCurrentIndex(int(choice.landscape))
        for part, box in self.parts.items():
            box.setChecked(part in choice.parts)
        self._filling = False
        self._take()

    def _take(self, _changed: object = None) -> None:
        """Read the form."""
        if self._filling:
            return
        at, size = self.what.currentIndex(), self.size_box.currentIndex()
        if size < len(SIZES):
            self._filling = True
            self.width_box.setValue(SIZES[size][0])
            self.height_box.setValue(SIZES[size][1])
            self._filling = False
        self._choice = Choice(
            form=self._forms[self.form.currentIndex()],
            whole=at == 1,
            tour=self._tours[at - 2] if at > 1 else "",
            theme="dark" if self.theme.currentIndex() else "light",
            width=self.width_box.value(),
            height=self.height_box.value(),
            ratio=RATIOS[self.ratio.currentIndex()],
            paper=PAPERS[self.paper.currentIndex()].name,
            landscape=bool(self.side.currentIndex()),
            parts=tuple(part for part, box in self.parts.items() if box.isChecked()),
        )
        self._show_rows()
        self.changed.emit(self._choice)

    def _show_rows(self) -> None:
        """Only what has a say in the form that is chosen, and what it makes."""
        choice, rows = self._choice, self._rows
        paper = choice.form in ON_PAPER
        picture = choice.form in {Form.PNG, Form.SVG}
        rows.setRowVisible(self.size_box, picture)
        rows.setRowVisible(self._pixel_row, picture and self.size_box.currentIndex() == len(SIZES))
        rows.setRowVisible(self.ratio, choice.form is Form.PNG)
        rows.setRowVisible(self.theme, picture)
        rows.setRowVisible(self.paper, paper)
        rows.setRowVisible(self.side, paper)
        rows.setRowVisible(self._part_rows, choice.form is Form.PDF)
        self.told.setText(self._description(choice))

    @property
    def problem(self) -> str:
        """Why nothing can be made of the choice, as a sentence; "" where it can."""
        problem = self._choice.problem
        if problem == "parts":
            return self.tr("Choose at least one part.")
        if problem == "pixels" and self._choice.form is Form.PNG:
            text = self.tr("A picture has at most {most} million pixels. Make it smaller, or take SVG.")
            return text.format(most=MOST_PIXELS // 1_000_000)
        return ""

    def _description(self, choice: Choice) -> str:
        tour = bool(choice.tour)
        return {
            Form.PNG: self.tr("A picture for slides and documents."),
            Form.SVG: self.tr("A drawing that is sharp at any size, with its texts as texts."),
            Form.PDF: self.tr("Pages to print: every one is numbered and says what was not checked."),
            Form.POSTER: self.tr("One large page, as vectors with its fonts."),
            Form.HTML: self.tr("One file that opens in any browser, without a network."),
            Form.TIMELINEJS: self.tr("A story for TimelineJS."),
        }[choice.form] + (
            " " + self.tr("One for each step of the tour.")
            if tour and choice.form in {Form.PNG, Form.SVG, Form.POSTER}
            else ""
        )

    def _name_of(self, form: Form) -> str:
        if self._printed:
            return self.tr("Handout") if form is Form.PDF else self.tr("Poster: one sheet")
        return {
            Form.PNG: self.tr("Picture (PNG)"),
            Form.SVG: self.tr("Drawing (SVG)"),
            Form.PDF: self.tr("Handout (PDF)"),
            Form.POSTER: self.tr("Poster (PDF)"),
            Form.HTML: self.tr("Web page (HTML)"),
            Form.TIMELINEJS: self.tr("TimelineJS (JSON)"),
        }[form]

    def _pixels(self, side: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(SMALLEST_PICTURE[side], LARGEST_PICTURE[side])
        box.setGroupSeparatorShown(True)
        name = self.tr("Height in pixels") if side else self.tr("Width in pixels")
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSuffix(self.tr(" px"))
        return box

    def _place_parts(self) -> None:
        self._pixel_row = QWidget(self)
        pair = QHBoxLayout(self._pixel_row)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.addWidget(self.width_box, 1)
        pair.addWidget(QLabel("×", self._pixel_row))
        pair.addWidget(self.height_box, 1)
        self._part_rows = QWidget(self)
        column = QVBoxLayout(self._part_rows)
        column.setContentsMargins(0, 0, 0, 0)
        for box in self.parts.values():
            column.addWidget(box)
        for text, field in (
            (self.tr("What"), self.what),
            (self.tr("Form"), self.form),
            (self.tr("Size"), self.size_box),
            ("", self._pixel_row),
            (self.tr("Drawn at"), self.ratio),
            (self.tr("Look"), self.theme),
            (self.tr("Paper"), self.paper),
            (self.tr("Orientation"), self.side),
            (self.tr("Parts"), self._part_rows),
        ):
            label = QLabel(text, self)
            label.setBuddy(field)
            self._rows.addRow(label, field)

    def _join(self) -> None:
        boxes: tuple[QComboBox, ...] = (
            self.what,
            self.form,
            self.size_box,
            self.ratio,
            self.theme,
            self.paper,
            self.side,
        )
        for box in boxes:
            box.currentIndexChanged.connect(self._take)
        for spin in (self.width_box, self.height_box):
            spin.valueChanged.connect(self._take)
        for check in self.parts.values():
            check.toggled.connect(self._take)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.size(12))
        self._rows.setVerticalSpacing(theme.size(9))
        for box in (self.width_box, self.height_box):
            box.setMinimumHeight(theme.size(SPIN))
        self._rows.setHorizontalSpacing(theme.size(12))
