"""Take versions down that rest on what goes, or name it: their addresses stay, and say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.parse.version_ledger import Version, version_sum

if TYPE_CHECKING:
    import re
    from collections.abc import Collection

    from mkdocs_briefings.parse.version_ledger import VersionLedger


def versions_without(  # noqa: PLR0913, what goes
    ledger: VersionLedger,
    id_: str,
    claims: Collection[str],
    names: re.Pattern[str] | None,
    reason: str,
    *,
    whole: bool,
) -> VersionLedger:
    """Return a ledger in which nothing is left of a source or an entity.

    Args:
        ledger: of a briefing.
        id_: of the source or entity.
        claims: the claims that go, `briefing#claim`.
        names: finds the names of an entity in any text; None for a source.
        reason: what readers are told in the place of a version.
        whole: the briefing goes, and with it all of its versions.

    """

    def goes(version: Version) -> bool:
        refs = {ref for one in version.summary for ref in one.cites}
        refs |= {f"{ledger.briefing}#{one.id}" for one in version.claims}
        refs |= {one.denies for one in version.claims}
        ids = {one.source for one in version.claims} | set(version.sources) | refs
        ids |= {voice.entity for one in version.claims for way in one.said_by for voice in way}
        ids |= {measure for one in version.claims for measure, _ in one.states}
        named = names is not None and any(map(names.search, (*version.texts, version.reason)))
        return id_ in ids or named or not refs.isdisjoint(claims)

    def gone(version: Version) -> Version:
        made = Version(number=version.number, evidence=version.evidence, removed=True, reason=reason)
        return made.model_copy(update={"sum": version_sum(made)})

    versions = tuple(
        gone(one) if not one.removed and (whole or goes(one)) else one for one in ledger.versions
    )
    return ledger.model_copy(update={"versions": versions})
