"""Makes change sets of comparisons. Each function returns a plan for ``Edits.apply``."""

from uuid import uuid4

from explorer.domain.change import Change, ChangeSet, added, updated
from explorer.domain.comparison import RELATIONS, TopicDraft
from explorer.domain.errors import ReaderError
from explorer.services.edits import Plan
from explorer.store.engine import Transaction
from explorer.store.records import fields_of, keys_where, next_id
from explorer.store.removal import removal


def new_topic(draft: TopicDraft, event_id: int) -> Plan:
    """Compare the sources of an event on a topic; each line rests on the passages that its source has on it.

    The plan raises ReaderError if the draft has no topic or no line.
    """

    def plan(connection: Transaction) -> ChangeSet:
        _refuse_unfit(draft)
        topic_id = next_id(connection, "concordance")
        uuid = str(uuid4())
        fields = {**_fields(draft), "uuid": uuid, "slug": f"topic-{uuid[:8]}", "note": ""}
        changes = [
            added("concordance", {"id": topic_id}, fields),
            added("concordance_event", {"concordance_id": topic_id, "event_id": event_id}, {"position": 0}),
        ]
        for position, (source_id, line) in enumerate(_lines(draft).items()):
            changes += _new_line(connection, topic_id, source_id, position, line, event_id)
        return ChangeSet(_title("New", draft), tuple(changes))

    return plan


def changed_topic(topic_id: int, draft: TopicDraft, event_id: int) -> Plan:
    """Give a topic the words of a draft; a source without a line in it is not compared any more.

    The plan raises ReaderError if the draft has no topic or no line, or if the topic is gone.
    """

    def plan(connection: Transaction) -> ChangeSet:
        _refuse_unfit(draft)
        key = {"id": topic_id}
        before = fields_of(connection, "concordance", key)
        if before is None:
            raise ReaderError("This comparison is not there any more. Nothing was changed.")
        changes = list(updated("concordance", key, before, _fields(draft)))
        lines = _lines(draft)
        known = {
            each["source_id"]: each
            for each in keys_where(connection, "concordance_line", concordance_id=topic_id)
        }
        for source_id, line_key in known.items():
            fields = fields_of(connection, "concordance_line", line_key)
            if source_id not in lines:
                changes += removal(connection, "concordance_line", line_key)
            elif fields is not None:
                changes += updated("concordance_line", line_key, fields, {"line": lines[source_id]})
        free = 1 + max((_position(connection, each) for each in known.values()), default=-1)
        for position, source_id in enumerate((one for one in lines if one not in known), free):
            changes += _new_line(connection, topic_id, source_id, position, lines[source_id], event_id)
        return ChangeSet(_title("Edit", draft), tuple(changes))

    return plan


def deleted_topic(topic_id: int) -> Plan:
    """Take a comparison out of the library; what the sources say stays."""

    def plan(connection: Transaction) -> ChangeSet:
        changes = removal(connection, "concordance", {"id": topic_id})
        fields = fields_of(connection, "concordance", {"id": topic_id}) or {}
        return ChangeSet(f"Delete comparison “{fields['topic']}”", changes)

    return plan


def _refuse_unfit(draft: TopicDraft) -> None:
    if not draft.topic.strip():
        raise ReaderError("Say in a few words what is compared.")
    if draft.relation not in RELATIONS:
        raise ReaderError("Choose how the sources stand to each other.")
    if not _lines(draft):
        raise ReaderError("Write a line on one of the sources at least.")


def _fields(draft: TopicDraft) -> dict[str, str]:
    return {"topic": draft.topic.strip(), "relation": draft.relation, "record": draft.record.strip()}


def _lines(draft: TopicDraft) -> dict[int, str]:
    return {source: line.strip() for source, line in draft.lines.items() if line.strip()}


def _title(verb: str, draft: TopicDraft) -> str:
    return f"{verb} comparison “{draft.topic.strip()}”"


def _position(connection: Transaction, key: dict[str, int]) -> int:
    fields = fields_of(connection, "concordance_line", key)
    return -1 if fields is None else int(fields["position"])


def _new_line(
    connection: Transaction, topic_id: int, source_id: int, position: int, line: str, event_id: int
) -> list[Change]:
    key = {"concordance_id": topic_id, "source_id": source_id}
    changes = [added("concordance_line", key, {"position": position, "line": line})]
    spoken = (each["passage_id"] for each in keys_where(connection, "evidence", event_id=event_id, example=0))
    own = [
        passage
        for passage in spoken
        if (fields_of(connection, "passage", {"id": passage}) or {}).get("source_id") == source_id
    ]
    return changes + [
        added("concordance_passage", {**key, "passage_id": passage}, {"position": at})
        for at, passage in enumerate(own)
    ]
