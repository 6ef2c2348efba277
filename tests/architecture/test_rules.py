"""The rules hold, and each of them catches what it forbids."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import rules


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_the_rule_holds(rule: rules.Rule, root: Path) -> None:
    breaches = list(rule(root))
    assert not breaches, f"{rule.__doc__}\n" + "\n".join(breaches)


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Path]:
    """Makes a small project in which all rules hold, with some files put in or changed."""

    def make(**files: str) -> Path:
        given = {
            "main.py": "",
            "Makefile": "run:\n",
            "pyproject.toml": "",
            "requirements.lock": "numpy==2.4 --hash=sha256:0\n",
            ".ci/run": "make test\n",
            "explorer/__init__.py": '"""The app."""\n',
            "explorer/widgets/__init__.py": '"""Pixels."""\n',
            "explorer/widgets/theme.py": 'def dress(app):\n    app.setStyleSheet("#0B5CAD")\n',
            "tests/widgets/test_theme.py": "def test_dress(): pass\n",
        }
        for name, text in (given | files).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return make


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_a_clean_project_passes(rule: rules.Rule, small: Callable[..., Path]) -> None:
    assert not list(rule(small()))


PART = "explorer/widgets/part.py"
MACHINE = "/" + "home/ann/stories"


@pytest.mark.parametrize(
    ("rule", "file", "text"),
    [
        (rules.modules_are_short, PART, "x = 1\n" * 401),
        (rules.packages_say_what_they_are, "explorer/widgets/lanes/part.py", "x = 1\n"),
        (rules.packages_say_what_they_are, "explorer/widgets/__init__.py", ""),
        (rules.behaviour_is_tested, PART, "def work(): ...\n"),
        (rules.behaviour_is_tested, "explorer/widgets/lanes/part.py", "class A:\n    def work(self): ...\n"),
        (rules.nothing_knows_a_network, PART, "def work():\n    import urllib.request\n"),
        (rules.nothing_knows_a_network, PART, "from PySide6 import QtNetwork\n"),
        (rules.nothing_knows_a_network, "explorer/widgets/theme.py", "import socket\n"),
        (rules.texts_for_people_can_be_translated, PART, 'self.tr(f"{count} events")\n'),
        (rules.texts_for_people_can_be_translated, PART, 'self.tr("{} events".format(count))\n'),
        (
            rules.texts_for_people_can_be_translated,
            PART,
            'QCoreApplication.translate("Pane", "one " + text)\n',
        ),
        (rules.the_theme_alone_decides_the_look, PART, 'button.setStyleSheet("")\n'),
        (rules.the_theme_alone_decides_the_look, PART, 'ink = QColor("#1f2328")\n'),
        (rules.signals_keep_nothing_alive, PART, "button.clicked.connect(lambda: self.go())\n"),
        (rules.painters_are_let_go, PART, "painter = QPainter(picture)\n"),
        (rules.signals_carry_one_value, PART, "moved = Signal(int)\n"),
        (rules.signals_carry_one_value, PART, "moved = Signal(object, object)\n"),
        (rules.the_window_never_waits, PART, "time.sleep(1)\n"),
        (rules.the_window_never_waits, PART, "QApplication.processEvents()\n"),
        (rules.the_window_never_waits, PART, "answer = future.result()\n"),
        (rules.no_machine_is_named, "README.md", f"See {MACHINE}.\n"),
        (rules.no_machine_is_named, "resources/help/keys.html", f'<img src="{MACHINE}">\n'),
        (rules.the_set_up_names_no_host, "requirements.lock", "--index-url " + "https:" + "//example.org\n"),
        (rules.the_set_up_names_no_host, ".ci/run", "pip install --find-links wheels\n"),
        (rules.nothing_is_put_off, PART, "# TO" + "DO: later\n"),
        (rules.nothing_is_put_off, "tests/widgets/test_part.py", "@pytest.mark." + "skip\n"),
    ],
)
def test_a_breach_is_caught(rule: rules.Rule, file: str, text: str, small: Callable[..., Path]) -> None:
    (breach,) = rule(small(**{file: text}))
    assert breach.startswith(file.removesuffix("/__init__.py").removesuffix("/part.py"))


def test_one_test_may_stand_for_a_folder(small: Callable[..., Path]) -> None:
    project = small(
        **{
            "explorer/widgets/lanes/__init__.py": '"""Lanes."""\n',
            "explorer/widgets/lanes/part.py": "def work(): ...\n",
            "tests/widgets/lanes/test_lanes.py": "",
        }
    )
    assert not list(rules.behaviour_is_tested(project))
