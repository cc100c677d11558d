"""Messages in English that one kind of page has: titles, headings, what a page is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LISTS: Mapping[str, str | tuple[str, str]] = {
    "and-more": ("{shown} and {count} more", "{shown} and {count} more"),
    "list-all-by-year": "All by year:",
    "list-by-date": "By date:",
    "list-by-level": "By level:",
    "list-by-month": "By month:",
    "list-by-topic": "By topic:",
    "list-by-year": "By year:",
    "list-count": "{part} ({count})",
    "list-newest": "The newest {shown} of {all}.",
    "list-no-month": "{year}, month not stated",
    "list-not-dated": "Not dated",
    "list-part": "{part}, part {number} of {parts}",
    "list-title": "{title}: {part}",
    "moved": "This page has moved to {page}.",
    "newer-and-older": "Newer and older",
    "none": "None.",
    "step.newer": "Newer: {part}",
    "step.older": "Older: {part}",
    "step.earlier": "Earlier: {part}",
    "step.later": "Later: {part}",
    "step.before": "Before: {part}",
    "step.after": "After: {part}",
}

HOME: Mapping[str, str | tuple[str, str]] = {
    "home-all-disagreements": "All disagreements, side by side",
    "home-all-measures": "All measures, on any day",
    "home-all-questions": "All open questions",
    "home-commands": "For the desk, and not for readers: {add} takes in saved articles, {new} writes a briefing to edit.",
    "home-counts": "{claims} from {articles}, each with the passage that it rests on.",
    "home-description": "{site}: briefings on which every sentence shows its evidence.",
    "home-disagreements": "Where the sources do not agree",
    "home-empty": "There is no briefing here yet.",
    "home-checked": "checked {day}",
    "home-listed": "The articles that the first will rest on are {listed}.",
    "home-listed-link": "listed",
    "home-more-briefings": "More briefings",
    "home-newest": "Newest: {briefing}",
    "home-state": "{measure}: {state}. {voices}",
    "home-state-before": "{state}; before: {before}",
    "overview": "Overview",
}

BRIEFINGS: Mapping[str, str | tuple[str, str]] = {
    "answer": "Answer:",
    "asks-about": "Asks about: {claim}.",
    "bottom-line": "The bottom line",
    "briefings": "Briefings",
    "briefings-all": "All briefings",
    "briefings-count": ("{count} briefing", "{count} briefings"),
    "briefings-description": "{title}, newest development first.",
    "briefings-newest": (
        "The newest {shown} of {count} briefing.",
        "The newest {shown} of {count} briefings.",
    ),
    "briefings-newest-first": (
        "{count} briefing, newest development first.",
        "{count} briefings, newest development first.",
    ),
    "briefings-none": "There is no briefing yet.",
    "briefings-of-level": "Briefings, {level}",
    "briefings-part-description": "{title} of {part}, newest development first.",
    "claims-and-passages": "Claims and their passages",
    "corrected-on": "Corrected {day}.",
    "development-of": "development of {day}",
    "draft": "Draft.",
    "draft-about": "This page is not published.",
    "embargo": "Under embargo until {day}.",
    "notes": "Notes",
    "part-of-heading": "Part of",
    "relays": "(relays {outlets})",
    "rests-on": "Rests on {sources}.",
    "state-of-play": "State of play",
    "storyline-anew": "States that it told anew",
    "storyline-changes": "What changed from article to article",
    "storyline-latest": "The latest {shown} of {events}; {timeline} holds all.",
    "storyline-picture": "The events of the storyline over time, by measure. The table below holds the same.",
    "storyline-timeline-link": "the timeline",
    "storylines": "Storylines",
    "storylines-all": "all storylines",
    "storylines-description": "Developments followed over time.",
    "tellings": "How it is told, and by whom",
    "updated-on": "updated {day}",
    "what-is-answered": "What has been answered",
    "what-is-open": "What is open",
    "withdrawn": "This briefing was withdrawn.",
    "withdrawn-no-reason": "No reason is given.",
    "withdrawn-on": "This briefing was withdrawn on {day}.",
}

MEASURES: Mapping[str, str | tuple[str, str]] = {
    "issuer-not-stated": "Issuer not stated",
    "measure-part-of": "{measure}, part of {whole}",
    "measures": "Measures",
    "measures-about": (
        "Rules, controls, sanctions, lists and plans, with the last state that a source tells. Evidence to {day}. "
        "A state is computed from cited events alone: nothing is in force here unless a source says so."
    ),
    "measures-all": "All measures",
    "measures-by-issuer": "By issuer:",
    "measures-description": "Every rule, control and sanction, and its state.",
    "measures-newest": "Here stand the {shown} that moved last, of {all}.",
    "measures-of": "Measures: {part}",
    "measures-of-description": "{title}, and their states.",
    "official-held": "Official text held: {sources}.",
    "official-none": "No official text of any of these measures is held: others tell of all of them.",
    "over-time": "Over time",
}

STATES: Mapping[str, str | tuple[str, str]] = {
    "ago-months": ("{count} month before the newest evidence", "{count} months before the newest evidence"),
    "ago-years": ("{count} year before the newest evidence", "{count} years before the newest evidence"),
    "ahead-when-told": "Ahead when it was told: {events}",
    "checked": "Last checked {day}; nothing newer is held.",
    "checked-before-newest": "Last checked {day}, before the newest of it was published.",
    "heard": "last heard of {day}",
    "heard-ago": "last heard of {day}, {ago}",
    "named-with": "{name} ({about})",
    "no-day": "no day given",
    "no-day-told": "no day given, told {day}",
    "none-since.considered": "none reports a decision",
    "none-since.proposed": "none reports that it was issued",
    "none-since.issued": "none reports its withdrawal",
    "none-since.in force": "none reports its withdrawal",
    "none-since.suspended": "none reports that it was taken up again",
    "parts-left": "No source says whether this holds for its parts, last told before that: {parts}",
    "state-dated": "{state} ({day})",
    "state-dated-manner": "{state} ({day}; {kind})",
    "state-either": ("{states}: {untold} is not told", "{states}: {untold} are not told"),
    "state-never-told": "No source tells its state",
    "state-none-tells": "not known: no source tells it",
    "state-not-known": "state not known",
    "state-not-known-then": "not known on this day",
    "state-or-not-known": "not known",
    "state-untold": "state not told",
    "state-without-day": "No source gives its state with a day",
    "states-announced": "announced: {states}",
    "states-before": "before that {states}",
    "told-on": "told {day}",
    "untold.considered": "on which day it was first considered",
    "untold.proposed": "the day of the proposal",
    "untold.issued": "the day of issue",
    "untold.in force": "the day of entry into force",
    "untold.suspended": "the day of the suspension",
    "untold.withdrawn": "the day of the withdrawal",
    "untold.revoked": "the day of the revocation",
    "untold.dropped": "on which day it was dropped",
    "untold.expired": "the day of expiry",
    "whole-moved": (
        "The whole, {whole}, was {state} after this was told; no source says whether that holds for this part"
    ),
}

TIMELINE: Mapping[str, str | tuple[str, str]] = {
    "events": ("{count} event", "{count} events"),
    "events-all": "All events",
    "events-heading": "Events",
    "events-other": "Other events",
    "timeline": "Timeline",
    "timeline-about": (
        "Every dated claim, with the passage that it rests on. "
        "What was still to come when its source was published is marked as scheduled."
    ),
    "timeline-ahead": "Still ahead when it was told",
    "timeline-description": "Every dated claim, year by year.",
    "timeline-of": "Timeline: {part}",
    "timeline-of-description": "{title}: dated claims, each with its passage.",
    "timeline-picture": "All events over time, by storyline. The lists below hold the same.",
}

DISAGREEMENTS: Mapping[str, str | tuple[str, str]] = {
    "disagreement-class": "Class",
    "disagreements": "Disagreements",
    "disagreements-about": "Claims that cannot stand together unqualified, side by side, as an editor classed them.",
    "disagreements-all": "All disagreements",
    "disagreements-count": ("{count} disagreement.", "{count} disagreements."),
    "disagreements-description": "Where the sources do not agree.",
    "disagreements-none": "None is known.",
    "disagreements-of": "Disagreements: {part}",
    "disagreements-of-description": "Where the sources of {part} do not agree.",
    "questions": "Open questions",
    "questions-about": (
        "What no source of this site tells. Seen from {day}: what was due by then comes first."
    ),
    "questions-ahead": "Ahead",
    "questions-all": "All questions",
    "questions-answered": "Answered",
    "questions-description": "What is not known, and what is awaited.",
    "questions-newest": "Here stand the newest of each kind.",
    "questions-of": "Questions: {part}",
    "questions-of-description": "What the briefings of {part} leave open, and what has been answered since.",
    "questions-open": "Open",
    "outcome-none": "no source held tells what became of it",
    "outcome-told": "told since, though nobody ties it to this: {events}",
    "questions-overdue": "Due by now",
}

ENTITIES: Mapping[str, str | tuple[str, str]] = {
    "about-technologies": "about {technologies}",
    "aimed-at": "aimed at {targets}",
    "also-called": "also called {names}",
    "also-called-short": "also {names}",
    "belongs-to": "belongs to {whole}",
    "entities": "Entities",
    "entities-description": "Who and what the briefings are about.",
    "entities-part-description": "{part}, from A to Z.",
    "entity-briefings": "In the briefings",
    "entity-dates": "Dates",
    "entity-description": ("{kind}: {name}, in {count} sentence.", "{kind}: {name}, in {count} sentences."),
    "entity-history": "History",
    "entity-note": "Note: {note}",
    "entity-other-dates": "Other dates",
    "entity-outside": "{field} (not from the sources): {why}",
    "entity-relayed": "Known only through other articles",
    "entity-relayed-about": (
        "What this site knows of the reports of {name} is relayed by articles of others; its own report is not held."
    ),
    "entity-responses": "Called a response",
    "entity-roles": "Roles",
    "entity-said": "Said by or through {name}",
    "entity-scope": "As each source gives it",
    "entity-sources": "In the sources",
    "entity-together": "Appears with",
    "entity-together-about": "In how many sentences of the briefings.",
    "issuer-is": "issuer: {issuer}",
    "left-out.last": "The {shown} last of {all}; the search finds the others.",
    "left-out.most frequent": "The {shown} most frequent of {all}; the search finds the others.",
    "left-out.newest": "The {shown} newest of {all}; the search finds the others.",
    "part-of": "part of {whole}",
    "source-calls": "called “{words}”",
    "source-cites": "is cited by it",
    "source-names": ("named {count} time", "named {count} times"),
    "source-prints": "printed “{words}”",
    "source-publishes": "publishes it",
    "wikidata": "Wikidata {id}",
}

SOURCES: Mapping[str, str | tuple[str, str]] = {
    "basis-desk": "entered by the desk",
    "basis-inferred-why": "inferred: {why}",
    "basis-outside-why": "not from the text: {why}",
    "basis-printed": "as printed",
    "ledger-misprints-about": "Misspelt names and garbled words, as the articles print them.",
    "ledger-part-description": "{title}: articles of {part}.",
    "ledger-relays": "Which sources rest on which",
    "ledger-relays-about": (
        "What an article relays, by the chains of its claims, and what it lists itself. The last column names "
        "what this site holds of that outlet; it need not be the report that is meant."
    ),
    "not-looked-at": "not looked at",
    "resting-lists": "lists it as a source",
    "resting-none": "no outlet is named",
    "resting-none-held": "none",
    "resting-relays": "relays its report",
    "source-briefings": "Briefings that draw on it",
    "source-coverage": (
        "{touched} of {all} sentences are touched by a claim; its cited passages are {share} of its words."
    ),
    "source-description": "{title}: what is known of this article and what rests on it.",
    "source-disputes": "Where it does not agree with itself",
    "source-lists": "Sources that it lists",
    "source-names-heading": "Whom it names",
    "source-not-used": "not in a briefing yet",
    "source-passages": "Cited passages, in their order",
    "source-untouched": "Sentences that no claim touches",
    "source-whole-text": "The whole text",
    "sources": "Sources",
    "sources-about": (
        "The articles that the briefings rest on, newest first. A source is somebody else’s text: "
        "its page shows the passages that are cited, and all of it only where its rights allow."
    ),
    "sources-all": "All sources",
    "sources-description": "The articles that the briefings rest on.",
    "sources-further": "About all of them:",
    "sources-of": "Sources: {part}",
    "sources-of-description": "Sources: articles of {part}.",
}
