"""Words that join clauses, by which a rule parts a sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Joining:
    """Words of one language, each set as alternatives of a pattern; empty where none stands by itself between clauses."""

    equal: str = ""
    """They join clauses of equal rank: "and", "but"."""
    contrasting: str = ""
    """They set one clause against another: "whereas"."""
    relative: str = ""
    """They tell more of what was named: "which"."""
    dependent: str = ""
    """They begin any other clause that depends on one: "because"."""
    parting: str = ""
    """They begin, behind a comma, what tells of a part: ", of which"."""


ENGLISH = Joining(
    equal=r"and|but",
    contrasting=r"while|whereas|although|though",
    relative=r"which|who",
    dependent=r"as|because|where|when|after|before|if|unless",
    parting=r"of\s\w+",
)
GERMAN = Joining(
    equal=r"und|aber|doch",
    contrasting=r"während|obwohl|wohingegen",
    relative="",
    dependent=r"weil|wenn|falls|sofern|nachdem|bevor",
)
FRENCH = Joining(
    equal=r"et|mais",
    contrasting=r"tandis|alors|bien",
    relative=r"dont|où",
    dependent=r"si|quand|lorsque|car|puisque|parce",
)
SPANISH = Joining(
    equal=r"y|e|pero",
    contrasting=r"mientras|aunque",
    relative=r"donde",
    dependent=r"si|cuando|porque|ya",
)
JAPANESE = Joining()
CHINESE = Joining()
ARABIC = Joining(equal=r"لكن|ولكن", contrasting=r"بينما|رغم", dependent=r"إذا|لأن|عندما")
