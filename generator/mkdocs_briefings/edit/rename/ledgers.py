"""Change an id in the recorded versions of briefings: what they said stays, and where it leads follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.parse.version_ledger import version_sum

if TYPE_CHECKING:
    from mkdocs_briefings.edit.rename.references import Renaming
    from mkdocs_briefings.parse.version_ledger import ToldClaim, Version, VersionLedger


def ledger_renamed(ledger: VersionLedger, renaming: Renaming) -> VersionLedger:
    """Return the ledger of a briefing with one id changed."""
    names = {renaming.old: renaming.new}
    homes = names if renaming.kind == "briefing" else {}
    versions = tuple(_version(one, ledger.briefing, renaming) for one in ledger.versions)
    briefing = homes.get(ledger.briefing, ledger.briefing)
    return ledger.model_copy(update={"briefing": briefing, "versions": versions})


def _version(version: Version, home: str, renaming: Renaming) -> Version:
    old, new = renaming.old, renaming.new
    # A quotation in the prose is a claim whose id begins with that of its source.
    quoted = {
        claim.id: f"{new}{claim.id.removeprefix(old)}"
        for claim in version.claims
        if renaming.kind == "source" and not claim.analysed and claim.source == old
    }

    def ref(words: str) -> str:
        briefing, mark, claim = words.rpartition("#")
        if not mark:
            return new if renaming.kind == "source" and words == old else words
        if renaming.kind == "briefing":
            return f"{new}#{claim}" if briefing == old else words
        if renaming.kind == "claim":
            return f"{briefing}#{new}" if (briefing, claim) == (renaming.home, old) else words
        return f"{briefing}#{quoted.get(claim, claim)}" if briefing == home else words

    def source(id_: str) -> str:
        return new if renaming.kind == "source" and id_ == old else id_

    def entity(id_: str) -> str:
        return new if renaming.kind == "entity" and id_ == old else id_

    def told(claim: ToldClaim) -> ToldClaim:
        own = quoted.get(claim.id, claim.id)
        is_it = renaming.kind == "claim" and (home, claim.id) == (renaming.home, old)
        return claim.model_copy(
            update={
                "id": new if is_it else own,
                "source": source(claim.source),
                "said_by": tuple(
                    tuple(one.model_copy(update={"entity": entity(one.entity)}) for one in way)
                    for way in claim.said_by
                ),
                "states": tuple((entity(measure), state) for measure, state in claim.states),
                "denies": ref(claim.denies) if claim.denies else "",
                "replies": tuple(
                    one.model_copy(update={"party": entity(one.party)}) for one in claim.replies
                ),
            }
        )

    made = version.model_copy(
        update={
            "sources": tuple(map(source, version.sources)),
            "summary": tuple(
                one.model_copy(update={"cites": tuple(map(ref, one.cites))}) for one in version.summary
            ),
            "claims": tuple(map(told, version.claims)),
        }
    )
    return made.model_copy(update={"sum": version_sum(made)})
