from itertools import islice
from pathlib import Path

from tests.bench.soak import DRAGS, ZOOMS, Hand, strokes
from tests.bench.window import fit_canvas, session_on


def test_the_hand_zooms_drags_and_is_timed(qapp: object, story_path: Path) -> None:
    with session_on(story_path) as session:
        fit_canvas(session)
        view, model = session.window.timeline, session.models.viewport
        whole = model.viewport
        events = strokes(view)
        hand = Hand(view, 60.0)
        hand.play(islice(events, ZOOMS))
        assert model.viewport.days < whole.days / 10
        inside = model.viewport
        hand.play(islice(events, DRAGS // 3))
        assert model.viewport.start != inside.start
        assert len(hand.frames) == len(hand.busy) > ZOOMS
