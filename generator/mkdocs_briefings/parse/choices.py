"""What each word of a fixed list means; editors show it while typing."""

from __future__ import annotations

_KINDS = {
    "report": "The source reports it as something that happened or is so. The default.",
    "allegation": "The source reports it as a charge against somebody, not as established.",
    "denial": "Somebody says that it is not so. `denies` names the claim that is denied.",
    "opinion": "A judgement, a wish, a demand.",
    "forecast": "What somebody expects, plans or announces.",
}
_STATES = {
    "considered": "Weighed or prepared, but not put forward yet.",
    "proposed": "Put forward, and open to change.",
    "issued": "Decided and made public; not necessarily binding yet.",
    "in force": "It is binding, and a source says so.",
    "suspended": "It is not binding for the time being.",
    "withdrawn": "Taken back by those who proposed it.",
    "revoked": "Undone after it had been issued.",
    "dropped": "The plan was given up.",
    "expired": "It ended by its own terms.",
}
_ENTITIES = {
    "person": "A human being.",
    "agency": "A public body or a part of one: a ministry, an office, a court.",
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
    "scope": "They cover different extents.",
    "wording": "They say the same in words of different weight.",
    "internal": "One article contradicts itself.",
    "causation": "They differ on what led to what.",
}
_BRIEFINGS = {
    "draft": "Visible in the preview only.",
    "published": "The default.",
    "withdrawn": "Its address stays and shows the reason under `withdrawn`; its claims are removed.",
}
_SOURCES = {
    "current": "As it was published. The default.",
    "corrected": "Its publisher corrected it; `status_note` says what.",
    "withdrawn": "Its publisher withdrew it; `status_note` says why.",
}
_RIGHTS = {
    "public-domain": "No rights remain, or there never were any.",
    "cc0": "CC0: all rights waived.",
    "cc-by": "Creative Commons, with attribution.",
    "cc-by-sa": "Creative Commons, with attribution, under the same terms.",
    "cc-by-nc": "Creative Commons, with attribution, non-commercial.",
    "cc-by-nd": "Creative Commons, with attribution, no derivatives.",
    "cc-by-nc-sa": "Creative Commons, with attribution, non-commercial, under the same terms.",
    "cc-by-nc-nd": "Creative Commons, with attribution, non-commercial, no derivatives.",
    "own": "The text is the desk's own.",
    "permission": "Its publisher allowed it; say so under `note`.",
    "all-rights-reserved": "Only passages are published. The default.",
}
_SKIPPED = {
    "heading": "A headline, a kicker or the name of the paper.",
    "caption": "The caption of a picture.",
    "boilerplate": "Text that the publisher puts below every article.",
    "advertisement": "An advertisement: not part of the article.",
    "byline": "The author line or the date line.",
}

_MEDIA = {
    "state media": "A state or a ruling party owns or runs it.",
    "news agency": "It sells its reports to other outlets.",
    "newspaper": "A newspaper, printed or not.",
    "broadcaster": "Radio or television, and its site.",
    "magazine": "A magazine.",
    "trade press": "It writes for an industry.",
    "local news": "It writes for a town or a region.",
    "aggregator": "It passes on what others wrote.",
    "think tank": "A research group.",
    "official": "An authority that publishes its own texts.",
}
MEANINGS: dict[frozenset[str], dict[str, str]] = {
    frozenset(words): words
    for words in (_KINDS, _STATES, _ENTITIES, _DISAGREEMENTS, _BRIEFINGS, _SOURCES, _RIGHTS, _SKIPPED, _MEDIA)
}
"""The meaning of each word, by the words that there are to choose from."""
