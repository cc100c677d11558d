"""What each word means that editors choose from a fixed list, told by their editor beside the word."""

from __future__ import annotations

_KINDS = {
    "report": "The source tells it as something that happened, or that is so; what holds without this line.",
    "allegation": "The source tells it as a charge against somebody, not as established.",
    "denial": "Somebody says that it is not so. `denies` names the claim that is denied.",
    "opinion": "A judgement, a wish, a demand.",
    "forecast": "What somebody expects, plans or announces.",
}
_STATES = {
    "considered": "Weighed or prepared, and not put forward yet.",
    "proposed": "Put forward, and open to change.",
    "issued": "Decided and made public; it need not bind anyone yet.",
    "in force": "It binds, and a source says so.",
    "suspended": "It does not bind for the time being.",
    "withdrawn": "Taken back by those who had proposed it.",
    "revoked": "What had been issued was undone.",
    "dropped": "The plan was given up.",
    "expired": "It ended by its own terms.",
}
_ENTITIES = {
    "person": "A human being.",
    "agency": "A body of a state, or a part of one: a ministry, an office, a court.",
    "company": "A firm.",
    "outlet": "A publisher of articles: a paper, an agency, a broadcaster.",
    "organization": "Any other body: an association, a university, a group of states.",
    "country": "A state or territory.",
    "place": "Any other place: a city, a building, a sea.",
    "technology": "A technology or a kind of product.",
    "measure": "A rule, a sanction, a list, a plan: what can be proposed, issued, revoked.",
}
_DISAGREEMENTS = {
    "contradiction": "They cannot both be true.",
    "superseded": "A later claim overtakes an earlier one.",
    "scope": "They speak of different extents.",
    "wording": "They tell the same in words of different weight.",
    "internal": "One article differs with itself.",
    "causation": "They differ on what led to what.",
}
_BRIEFINGS = {
    "draft": "Seen in the preview only.",
    "published": "What holds without this line.",
    "withdrawn": "Its address stays, with the reason under `withdrawn`; its claims go.",
}
_SOURCES = {
    "current": "As it was published; what holds without this line.",
    "corrected": "Its publisher corrected it; `status_note` says what.",
    "withdrawn": "Its publisher withdrew it; `status_note` says why.",
}
_RIGHTS = {
    "public-domain": "No rights are left, or there never were any.",
    "cc0": "CC0: all rights waived.",
    "cc-by": "Creative Commons, with attribution.",
    "cc-by-sa": "Creative Commons, with attribution, under the same terms.",
    "cc-by-nc": "Creative Commons, with attribution, not for commerce.",
    "cc-by-nd": "Creative Commons, with attribution, unchanged.",
    "cc-by-nc-sa": "Creative Commons, with attribution, not for commerce, under the same terms.",
    "cc-by-nc-nd": "Creative Commons, with attribution, not for commerce, unchanged.",
    "own": "The text is the desk's own.",
    "permission": "Its publisher allowed it; say so under `note`.",
    "all-rights-reserved": "What holds without this line: only passages are published.",
}
_SKIPPED = {
    "heading": "A headline, a kicker, the name of the paper.",
    "caption": "The words of a picture.",
    "boilerplate": "What stands below every article of the publisher.",
    "advertisement": "What is no part of the article.",
    "byline": "The author's line, the date line.",
}

MEANINGS: dict[frozenset[str], dict[str, str]] = {
    frozenset(words): words
    for words in (_KINDS, _STATES, _ENTITIES, _DISAGREEMENTS, _BRIEFINGS, _SOURCES, _RIGHTS, _SKIPPED)
}
"""The meaning of each word, by the words that there are to choose from."""
