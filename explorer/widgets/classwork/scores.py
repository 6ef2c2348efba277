"""The teams of a game with their points, the one whose turn it is in front."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.viewmodels.class_game import ClassGame
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.parts.pool import Pool
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder


class TeamSign(Words):
    """A team and its points; filled while it is its turn."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__("strong", parent)
        self._look = look
        self._turn = False

    def put(self, given: tuple[str, int, bool]) -> None:
        """Show name, points, and whether it is the team's turn."""
        name, points, self._turn = given
        text = self.tr("{team}: {points}") if not self._turn else self.tr("▸ {team}: {points}")
        self.setText(text.format(team=name, points=points))
        turn = self.tr("{team}: {points} points, it is their turn")
        still = self.tr("{team}: {points} points")
        self.setAccessibleName((turn if self._turn else still).format(team=name, points=points))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field and the words."""
        theme = self._look.theme
        across, down = self._room()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.colour("accent" if self._turn else "line"))
            painter.setBrush(theme.colour("accent" if self._turn else "paper"))
            radius = theme.size(8)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
            painter.setPen(theme.colour("on_accent" if self._turn else "ink"))
            lines = self._broken.lines(self.width() - 2 * across)
            lines.draw(painter, QRectF(across, down, 0, 0).topLeft())

    def _room(self) -> tuple[int, int]:
        return self._look.theme.size(10), self._look.theme.size(4)


class Scores(QWidget):
    """One sign a team, in the order in which they play."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = FlowLayout(self)
        self._signs = Pool(self._row, self._make)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def show_game(self, game: ClassGame) -> None:
        """Take points and turn from a game."""
        totals = [
            sum(one.points for one in game.rounds if one.team == number) for number in range(len(game.teams))
        ]
        turn = game.turn % len(game.teams) if game.teams and game.playing else -1
        signs = [(name, totals[at], at == turn) for at, name in enumerate(game.teams)]
        self._signs.fill(signs, TeamSign.put)

    def _make(self) -> TeamSign:
        return TeamSign(self._look, self)

    def _dress(self, theme: Theme) -> None:
        self._row.set_gap(theme.size(8), theme.size(6))
