"""Identifiers that outlive a file."""

from uuid import UUID, uuid5


def record_uuid(library: UUID, kind: str, slug: str) -> str:
    """The UUID of a record of a library whose slugs are final: the same slug always gives the same UUID.

    Args:
        library: the UUID of the library the record belongs to.
        kind: the kind of the record ("event", "passage" ...); slugs are unique within one kind.
        slug: the readable name of the record.
    """
    return str(uuid5(library, f"{kind}/{slug}"))
