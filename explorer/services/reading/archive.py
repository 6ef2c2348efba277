"""Looks into the zip archives that Word documents and e-books are, without being flooded by one."""

import io
import posixpath
import zipfile
import zlib
from typing import Any

from explorer.domain.reading import UnreadableError

MOST_BYTES = 200_000_000
MOST_MEMBERS = 2_000
MOST_RATIO = 100
SMALL = 1_000_000
"""A member of up to so many bytes may be packed as tightly as it likes."""
_BROKEN = "“{name}” is damaged: its parts cannot be unpacked. Get the file again from where it came."


class Archive:
    """A zip archive in memory whose members were counted before any is unpacked."""

    def __init__(self, data: bytes, name: str) -> None:
        """Looks through the list of members.

        Raises:
            UnreadableError: it is damaged, encrypted, or would unpack to more than it may.
        """
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, RuntimeError) as error:
            raise UnreadableError(_BROKEN.format(name=name)) from error
        whole = sum(member.file_size for member in members)
        tight = any(
            member.file_size > SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1)
            for member in members
        )
        if whole > MOST_BYTES or len(members) > MOST_MEMBERS or tight:
            raise UnreadableError(
                f"“{name}” would unpack to far more than a document holds ({whole // 1_000_000:,} MB in"
                f" {len(members):,} parts) and was not opened. It may be made to do harm."
            )
        if any(member.flag_bits & 1 for member in members):
            raise UnreadableError(
                f"“{name}” is protected by a password. Save a copy without one and add that."
            )
        self.names = frozenset(member.filename for member in members)

    def read(self, member: str) -> bytes:
        """What a member holds: never more than the list says, which was counted.

        Raises:
            UnreadableError: there is no such member, or it is damaged.
        """
        try:
            return self._zip.read(member)
        except (KeyError, zipfile.BadZipFile, zlib.error, ValueError, EOFError, RuntimeError) as error:
            raise UnreadableError(_BROKEN.format(name=self._name)) from error

    def xml(self, member: str) -> Any:
        """A member as an lxml tree; entities of its own stay as they are written, and nothing is fetched.

        Raises:
            UnreadableError: there is no such member, or it is no XML.
        """
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            return etree.fromstring(self.read(member), parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableError(_BROKEN.format(name=self._name)) from error


def beside(member: str, reference: str) -> str:
    """The name of the member that another one refers to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(member), reference.partition("#")[0]))
