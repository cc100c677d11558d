"""Messages in English of what is published beside the pages: feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OUTPUTS: Mapping[str, str | tuple[str, str]] = {
    "follow": "Follow",
    "follow-description": "Feeds of what is new, moved, corrected or withdrawn, and calendars of what is expected.",
    "follow-preview": "Feeds and calendars are made when the site is published; this preview has none.",
    "follow-nothing": "This site has no feeds and no calendars.",
    "follow-no-address": "There are no feeds, because this site does not say under which address it is published.",
    "feeds": "Feeds",
    "feeds-about": (
        "Copy an address into a feed reader, which then shows new and updated briefings, measures that moved, corrections "
        "and withdrawals. It needs no account."
    ),
    "feeds-all": "All that is new on this site",
    "feeds-of": "What is new about",
    "feeds-scope.storyline": "Storylines",
    "feeds-scope.measure": "Measures",
    "feeds-scope.entity": "Who and what else is named often",
    "citations": "Citations",
    "citations-about": "All briefings and sources, for a reference manager such as Zotero:",
    "changes": "For programs",
    "changes-about": "What is new, as JSON with a schema: {address}",
    "cite-take": "For a reference manager:",
    "cite-article": "Cite the article",
    "cite-evidence": "Evidence to {date}.",
    "cite-date": "Dated {date}.",
    "cite-no-title": "The text gives no title; this is what the desk calls it.",
    "cite-status.corrected": "The article was corrected by its publisher.",
    "cite-status.withdrawn": "The article was withdrawn by its publisher.",
    "calendars": "Calendars",
    "calendars-about": (
        "Copy an address into a calendar program (“subscribe”, “add by URL”), or open the file once. It shows what sources "
        "announced and by when, on whole days; a date that is not sure covers all days that it may be."
    ),
    "calendars-all": "All that is expected",
    "calendars-of": "What is expected of",
    "calendars-file": "Calendar",
    "calendar-expected": "Expected: {claim}",
    "calendar-expected-date": "Expected {date}: {claim}",
    "calendar-standing.ahead": "Still ahead of the evidence of this site.",
    "calendar-standing.overdue": "The day has passed, and no question about it is answered.",
    "calendar-standing.answered": "It has been answered since.",
    "calendar-answer": "{question} {answer}",
    "digest": "What is new",
    "digest-take": "For a mail or another site:",
    "digest-page": "this briefing as one plain page",
    "digest-period": "After {first}, up to {last}.",
    "digest-nothing": "Nothing is new after {first}, up to {last}.",
    "edition-contents": "Contents",
    "edition-who": "Who is who",
    "edition-words": "What words mean here",
    "embed": "Show this on another site",
    "embed-about": (
        "Each line, copied into a page, shows this there with its voices, its evidence and a link back, and follows what changes "
        "here. It has no script."
    ),
    "embed-back": "Read it on {site}",
    "embed-claim": "Claim {number} of: {title}",
    "embed-claim-label": "Claim {number}",
    "embed-states": "{name}: states",
    "embed-states-label": "States",
    "embed-timeline": "{name}: timeline",
    "embed-timeline-label": "Timeline",
    "feed-title": "{site}: {about}",
    "feed-evidence": "Evidence to {date}.",
    "feed-evidence-unknown": "The evidence is not dated.",
    "feed-rests-on": "What this rests on, and who says it:",
    "feed-read-all": "Read it with its passages",
    "feed-withdrawn": "Withdrawn: {title}",
    "feed-withdrawn-on": "This briefing was withdrawn on {date}. {reason}",
    "feed-withdrawn-some-day": "This briefing was withdrawn. {reason}",
    "feed-no-reason": "No reason is given.",
    "feed-corrected": "Corrected: {title}",
    "feed-corrected-on": "This briefing was corrected on {date}.",
    "feed-now": "What it says now:",
    "feed-read-correction": "Read what was wrong, and all of the briefing",
    "feed-version": "Text changed: {title}",
    "feed-version-on": "The text of this briefing changed; version {number} was recorded with evidence to {date}.",
    "feed-read-version": "Read what changed, and what it said before",
    "feed-state": "{measure}: {state}",
}
