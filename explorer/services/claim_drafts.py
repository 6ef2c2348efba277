"""Makes change sets of claims. Each function returns a plan for ``Edits.apply``."""

import json
from uuid import uuid4

from explorer.domain import workings
from explorer.domain.change import Change, ChangeSet, added, removed, updated
from explorer.domain.claim_draft import ClaimDraft, refuse_unfit
from explorer.domain.draft import PassageDraft
from explorer.domain.errors import ReaderError
from explorer.services.drafts import new_passage, slug_of
from explorer.services.edits import Plan
from explorer.services.tour_mentions import in_tours
from explorer.store import reads
from explorer.store.engine import Transaction
from explorer.store.records import Fields, fields_of, keys_where, next_id
from explorer.store.removal import removal

NAME_LENGTH = 60


def new_claim(draft: ClaimDraft) -> Plan:
    """Put a claim to the tests of a draft, with the passage that the draft brings along.

    The plan raises ReaderError if the draft is not fit to become a claim (``domain.claim_draft.problems``).
    """

    def plan(connection: Transaction) -> ChangeSet:
        _refuse(connection, draft)
        passage_id, changes = _passage(connection, draft)
        claim_id = next_id(connection, "claim")
        said = _named(connection, passage_id, draft)
        fields = _fields(draft) | {
            "uuid": str(uuid4()),
            "slug": _slug(connection, said),
            "computed": json.dumps([]),
        }
        changes.append(added("claim", {"id": claim_id}, fields))
        changes += _links(connection, claim_id, passage_id, draft)
        return ChangeSet(f"New claim “{said}”", tuple(changes))

    return plan


def changed_claim(claim_id: int, draft: ClaimDraft) -> Plan:
    """Give a claim the tests and texts of a draft; the figures on its record stay."""

    def plan(connection: Transaction) -> ChangeSet:
        before = fields_of(connection, "claim", {"id": claim_id})
        if before is None:
            raise _gone()
        _refuse(connection, draft)
        passage_id, changes = _passage(connection, draft)
        changes += updated("claim", {"id": claim_id}, before, _fields(draft))
        changes += _links(connection, claim_id, passage_id, draft)
        return ChangeSet(f"Edit claim “{_named(connection, passage_id, draft)}”", tuple(changes))

    return plan


def deleted_claim(claim_id: int) -> Plan:
    """Take a claim out; its passage and its series stay."""

    def plan(connection: Transaction) -> ChangeSet:
        before = fields_of(connection, "claim", {"id": claim_id})
        if before is None:
            raise _gone()
        passages = _ordered(connection, "claim_passage", claim_id)
        said = _quoted(connection, passages[0]["passage_id"]) if passages else str(before["test"])
        title = f"Delete claim “{_short(said)}”{in_tours(connection, 'claim', claim_id)}"
        return ChangeSet(title, removal(connection, "claim", {"id": claim_id}))

    return plan


def _refuse(connection: Transaction, draft: ClaimDraft) -> None:
    refuse_unfit(draft, {one.slug: one for one in reads.contents(connection).series})


def _passage(connection: Transaction, draft: ClaimDraft) -> tuple[int, list[Change]]:
    """The id of the passage, and the changes that make it where it is new."""
    if isinstance(draft.passage, PassageDraft):
        changes = list(new_passage(draft.passage, "")(connection).changes)
        return int(next(each.key["id"] for each in changes if each.record == "passage")), changes
    if draft.passage is None or fields_of(connection, "passage", {"id": draft.passage}) is None:
        raise _gone()
    return draft.passage, []


def _fields(draft: ClaimDraft) -> Fields:
    return {
        "test": draft.test.strip(),
        "verdict": draft.verdict.strip(),
        "finding": None if draft.finding is None else draft.finding.value,
        "caveats": json.dumps(
            [caveat.strip() for caveat in draft.caveats if caveat.strip()], ensure_ascii=False
        ),
        "workings": workings.to_text(draft.workings),
    }


def _links(connection: Transaction, claim_id: int, passage_id: int, draft: ClaimDraft) -> list[Change]:
    """Passages and series of a claim. Other passages that state it too stay behind the chosen one."""
    others = [key["passage_id"] for key in _ordered(connection, "claim_passage", claim_id)]
    if passage_id not in others:
        others = [passage_id, *others[1:]]
    wanted = list(dict.fromkeys([passage_id, *others]))
    slugs = [slug for one in draft.workings for slug in (one.series, one.other_series) if slug is not None]
    series = [
        key["id"] for slug in dict.fromkeys(slugs) for key in keys_where(connection, "series", slug=slug)
    ]
    return [
        *_tied(connection, "claim_passage", "passage_id", claim_id, wanted),
        *_tied(connection, "claim_series", "series_id", claim_id, series),
    ]


def _tied(
    connection: Transaction, record: str, target: str, claim_id: int, wanted: list[int]
) -> list[Change]:
    """The changes that leave a claim tied to these records, in this order."""
    changes = [
        removed(record, key, fields_of(connection, record, key) or {})
        for key in keys_where(connection, record, claim_id=claim_id)
        if key[target] not in wanted
    ]
    for position, each in enumerate(wanted):
        key = {"claim_id": claim_id, target: each}
        before = fields_of(connection, record, key)
        if before is None:
            changes.append(added(record, key, {"position": position}))
        else:
            changes += updated(record, key, before, {"position": position})
    return changes


def _ordered(connection: Transaction, record: str, claim_id: int) -> list[Fields]:
    keys = keys_where(connection, record, claim_id=claim_id)
    return sorted(keys, key=lambda key: (fields_of(connection, record, key) or {})["position"])


def _named(connection: Transaction, passage_id: int, draft: ClaimDraft) -> str:
    if isinstance(draft.passage, PassageDraft):
        return _short(draft.passage.selector.exact)
    return _short(_quoted(connection, passage_id))


def _quoted(connection: Transaction, passage_id: int) -> str:
    fields = fields_of(connection, "passage", {"id": passage_id})
    return "" if fields is None else str(fields["exact"])


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= NAME_LENGTH else line[: NAME_LENGTH - 1].rstrip() + "…"


def _slug(connection: Transaction, text: str) -> str:
    """A readable name that no claim has."""
    stem = slug_of(text) or "claim"
    slug, number = stem, 1
    while keys_where(connection, "claim", slug=slug):
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _gone() -> ReaderError:
    return ReaderError("This is no longer in the library. Nothing was changed.")
