"""`take`: walk through the sentences of a source at the terminal, and make claims of them."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.edit import claim_entry, claim_walk
from mkdocs_briefings.edit.body_sentences import body_sentences
from mkdocs_briefings.edit.claim_walk import FIELDS, KEYS, KINDS, Learnt, Own
from mkdocs_briefings.edit.offer import offer
from mkdocs_briefings.edit.stretch import stretch
from mkdocs_briefings.edit.stub import fields, remarks
from mkdocs_briefings.files.desk import FileChange
from mkdocs_briefings.parse.yaml import load
from mkdocs_briefings.resolve.entities import gather_names
from mkdocs_briefings.text import quotation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from mkdocs_briefings.edit.offer import Offer
    from mkdocs_briefings.model.corpus import Briefing, Corpus, Source
    from mkdocs_briefings.model.names import Names
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.text.quotation import Span

    Guesses = Callable[[str], tuple[str, ...]]

_HELP = "Enter take · e edit · s skip · b back · u undo · q quit "


class Asker(Protocol):
    """Who answers: the terminal."""

    def key(self, question: str, allowed: Iterable[str]) -> str: ...

    def line(self, question: str, guesses: Guesses) -> str: ...


@dataclass(slots=True)
class _TakenClaim:
    """A claim that this walk wrote: the file before and after."""

    id: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Walk:
    """Where claims are written, and from what."""

    root: Path
    settings: Settings
    corpus: Corpus
    source: Source
    briefing: Briefing
    names: Names
    known: Learnt
    own: Own = field(default_factory=Own)
    written: list[_TakenClaim] = field(default_factory=list)

    @property
    def path(self) -> Path:
        return self.root / self.briefing.path


@click.command(short_help="Make claims of the sentences of SOURCE, at the keyboard.")
@click.argument("source")
@click.argument("briefing")
@click.pass_obj
def take(root: Path, source: str, briefing: str) -> None:
    """Walk through the sentences of SOURCE and write claims into BRIEFING: take, edit, skip, go back, undo.

    Each claim is written at once, so that you can stop at any time. For each sentence a claim is offered, as `stub` prints
    it. While you type, a line shows how it may go on: Tab, ↑ and ↓ take a word, → goes up to the next mark, End takes all.
    A quotation may be typed in short: `the lock..June` is all from the first words to the last.
    """
    site = shell.opened(root, preview=True)
    corpus = site.result.corpus
    for id_, known, kind in ((source, corpus.sources, "source"), (briefing, corpus.briefings, "briefing")):
        if id_ not in known:
            shell.fail(f"there is no {kind} `{id_}`; known are: {', '.join(sorted(known)) or 'none'}")
    if corpus.sources[source].outline is not None:
        shell.fail(f"the text of `{source}` is missing here; run this where the text is")
    if source not in corpus.briefings[briefing].sources:
        shell.fail(f"`{briefing}` does not name `{source}` under `sources`; add it there first")
    if not sys.stdin.isatty():
        shell.fail(
            "this command asks at the keyboard, and there is none; `briefings stub` prints claims instead"
        )
    from mkdocs_briefings.cli.terminal import Terminal  # noqa: PLC0415, it takes time, and only here

    untouched = set(site.result.derived.coverage[source].untouched)
    spans = [span for span in body_sentences(corpus.sources[source]) if span in untouched]
    walk = started(root, site.settings, corpus, source, briefing)
    if not spans:
        click.echo(f"every sentence of `{source}` that states something is covered by a claim")
    try:
        walked(walk, spans, Terminal())
    except (KeyboardInterrupt, EOFError):
        click.echo()
    count = len(walk.written)
    click.echo(f"{shell.counted(count, 'claim')} written to {walk.path}. Run `briefings check`.")


def started(root: Path, settings: Settings, corpus: Corpus, source: str, briefing: str) -> Walk:
    """Return a walk that has not taken a step."""
    found = corpus.sources[source]
    known = claim_walk.learnt(corpus, found, briefing)
    return Walk(
        root, settings, corpus, found, corpus.briefings[briefing], gather_names(corpus.entities), known
    )


def walked(walk: Walk, spans: Sequence[Span], asker: Asker) -> None:
    """Go through the sentences until the last, or until somebody quits."""
    n = 0
    while 0 <= n < len(spans):
        offered = offer(walk.source, spans[n], walk.corpus, walk.names, _taken(walk))
        _show(walk, spans, n, offered)
        key = asker.key(_HELP, ("enter", "e", "s", "b", "u", "q"))
        if key == "q":
            return
        if key == "u":
            _undo(walk)
        elif key == "e":
            _edit(walk, spans[n], asker)
        elif key == "b":
            n = max(0, n - 1)
        elif (
            key == "s"
            or offered is None
            or _write(walk, offered.id, _several(walk, fields(offered)), remarks(offered))
        ):
            n += 1


def _show(walk: Walk, spans: Sequence[Span], n: int, offered: Offer | None) -> None:
    words = " ".join(walk.source.text.raw[slice(*spans[n])].split())
    click.echo(shell.printable(f"\n{n + 1} of {len(spans)}  {words}"))
    if offered is None:
        click.echo("  these words are not there once, so they cannot be quoted as they are: edit or skip")
        return
    click.echo(shell.printable(f"  {offered.id}: {offered.text}"))
    for line in remarks(offered):
        click.echo(shell.printable(f"  # {line}"))


def _edit(walk: Walk, span: Span, asker: Asker) -> None:
    """Ask for the fields of a claim; an empty quotation is the whole sentence, an empty text or id what is offered."""
    quote, place = _quotation(walk, span, asker)
    offered = offer(walk.source, place, walk.corpus, walk.names, _taken(walk))
    if offered is None:
        click.echo("  these words are not there once")
        return
    near = [quote, " ".join(walk.source.text.raw[slice(*span)].split())]
    typed: dict[str, Any] = {"quote": [quote]}

    def line(name: str) -> str:
        return asker.line(f"  {name}: ", claim_walk.guesses(name, walk.known, walk.own, offered, near))

    typed["text"] = line("text")
    near.insert(0, typed["text"] or offered.text)
    id_ = line("id") or offered.id
    question = "  ".join(f"{key} {name}" for key, name in KEYS.items())
    while (key := asker.key(f"  {question}  Enter write  c cancel ", ("enter", "c", *KEYS))) != "enter":
        if key == "c":
            return
        name = KEYS[key]
        if name == "quote":
            typed["quote"].append(_quotation(walk, span, asker)[0])
        elif name == "kind":
            kinds = ", ".join(f"{one} {kind}" for one, kind in KINDS.items())
            typed["kind"] = KINDS[asker.key(f"  {kinds} ", KINDS)]
        else:
            words = line(name)
            try:
                value = claim_entry.field(name, words)
                typed[name] = {**typed.get(name, {}), **value} if isinstance(value, dict) else value
            except ValueError as error:
                click.echo(f"  {error}")
                continue
            near.append(words)
    typed["quote"] = typed["quote"][0] if len(typed["quote"]) == 1 else typed["quote"]
    typed["text"] = typed["text"] or (
        "" if "denies" in typed else offered.text
    )  # a denial may say what it denies
    ordered = {name: typed[name] for name in FIELDS if typed.get(name)}
    if _write(walk, id_, _several(walk, ordered), ()):
        walk.own.ids.append(id_)
        walk.own.words.extend(str(typed[name]) for name in ("text", "why", "note") if name in typed)


def _quotation(walk: Walk, span: Span, asker: Asker) -> tuple[str, Span]:
    """Ask for a quotation until it is one."""
    raw = walk.source.text.raw
    whole = " ".join(raw[slice(*span)].split())
    while True:
        typed = asker.line(
            "  quote: ", lambda words: (whole[len(words) :],) if whole.startswith(words) else ()
        )
        quote = stretch(raw, typed, span)
        found = quotation.find(
            walk.source.text, quote, [at for _, at in walk.source.skip], walk.source.sentences
        )
        if isinstance(found, quotation.Match):
            return quote, (found.spans[0][0], found.spans[-1][1])
        click.echo(shell.printable(f"  not a quotation that is there once: {quote}"))


def _several(walk: Walk, entry: dict[str, Any]) -> dict[str, Any]:
    """Name the source where the briefing has several, and more than one has the words."""
    if "source" in entry or len(walk.briefing.sources) == 1:
        return entry
    others = [walk.corpus.sources[one] for one in walk.briefing.sources if one in walk.corpus.sources]
    quotes = entry["quote"] if isinstance(entry["quote"], list) else [entry["quote"]]
    holding = [
        one
        for one in others
        if all(isinstance(quotation.find(one.text, quote), quotation.Match) for quote in quotes)
    ]
    made = {**entry, "source": walk.source.id} if len(holding) > 1 else entry
    return {name: made[name] for name in FIELDS if name in made}


def _taken(walk: Walk) -> frozenset[str]:
    """Return the ids that claims of the briefing have now."""
    data = load(walk.briefing.path, walk.path.read_text(encoding="utf-8", errors="replace")).data
    claims = data.get("claims") if isinstance(data, dict) else None
    return frozenset(claims) if isinstance(claims, dict) else frozenset()


def _write(walk: Walk, id_: str, entry: dict[str, Any], notes: Iterable[str]) -> bool:
    with shell.changing(walk.root, walk.settings) as desk:
        before = walk.path.read_bytes()
        try:
            after = claim_entry.with_claim(walk.briefing.path, before, id_, entry, notes)
        except claim_entry.ClaimRefusedError as error:
            shell.say(f"{walk.path}: not changed: {error}")
            return False
        refused = desk.change([FileChange(walk.path, before, after)])
    for path, why in refused.items():
        shell.say(f"{path}: left unchanged: {why}")
    if not refused:
        walk.written.append(_TakenClaim(id_, before, after))
        click.echo(f"  written: {id_}")
    return not refused


def _undo(walk: Walk) -> None:
    """Take back the last claim, if nobody has changed the file since."""
    if not walk.written:
        click.echo("  there is nothing to undo")
        return
    last = walk.written[-1]
    with shell.changing(walk.root, walk.settings) as desk:
        if walk.path.read_bytes() != last.after:
            click.echo(f"  {walk.path} was changed since `{last.id}` was written; undo it there")
            return
        refused = desk.change([FileChange(walk.path, last.after, last.before)])
    for path, why in refused.items():
        shell.say(f"{path}: left unchanged: {why}")
    if not refused:
        walk.written.pop()
        click.echo(f"  undone: {last.id}")
