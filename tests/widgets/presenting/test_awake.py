"""A screen that is kept on, asked for on a bus of this test's own."""

import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import ClassInfo, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from explorer.widgets.presenting.awake import PATH, REASON, SERVICE, Awake

SAVER = "saver of the test"


@ClassInfo({"D-Bus Interface": SERVICE})
class Saver(QObject):
    """What a desktop has."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    @Slot(str, str, result="uint")
    def Inhibit(self, _application: str, reason: str) -> int:  # noqa: N802
        self.asked.append(reason)
        return 7


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[QDBusConnection]:
    """A session bus with nothing on it."""
    child = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert child.stdout is not None
    address = child.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield QDBusConnection.connectToBus(address, SAVER)
    QDBusConnection.disconnectFromBus(SAVER)
    child.terminate()
    child.wait(10)
    child.stdout.close()


def names_on(bus: QDBusConnection) -> set[str]:
    """Who is on the bus."""
    ask = QDBusMessage.createMethodCall(
        "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ListNames"
    )
    return set(bus.call(ask).arguments()[0])


@pytest.mark.window
def test_it_holds_until_it_is_released_as_the_desktop_sees_it(bus: QDBusConnection, qtbot: QtBot) -> None:
    saver = Saver()
    assert bus.registerObject(PATH, saver, QDBusConnection.RegisterOption.ExportAllSlots)
    assert bus.registerService(SERVICE)
    awake = Awake()
    awake.hold()
    qtbot.waitUntil(lambda: saver.asked == [REASON])
    awake.hold()
    assert awake.holds
    # A desktop lets the screen sleep when the one who asked has left the bus.
    before = names_on(bus)
    awake.release()
    assert not awake.holds
    qtbot.waitUntil(lambda: names_on(bus) < before)
    assert saver.asked == [REASON]


@pytest.mark.window
def test_a_desktop_without_such_a_service_refuses(bus: QDBusConnection, qtbot: QtBot) -> None:
    awake = Awake()
    with qtbot.waitSignal(awake.refused):
        awake.hold()
    assert not awake.holds


def test_without_a_bus_it_is_refused_at_once(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    awake = Awake()
    with qtbot.waitSignal(awake.refused):
        awake.hold()
    assert not awake.holds
    awake.release()
