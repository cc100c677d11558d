"""What a version of a briefing holds, and the next version of one that has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.model.prose import Cite, Name, without_cites
from mkdocs_briefings.parse.version_ledger import (
    VERSIONS_ORPHANED,
    Speaker,
    ToldClaim,
    ToldCorrection,
    ToldDisagreement,
    ToldQuestion,
    ToldReply,
    ToldSentence,
    Version,
    VersionLedger,
    version_sum,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.model.corpus import Briefing, Chain, Claim, Corpus, Reply
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.model.prose import Prose, Sentence
    from mkdocs_briefings.parse.file import Parsed
    from mkdocs_briefings.parse.schema import DisagreementClass, State


def ledgers(files: Iterable[Parsed]) -> dict[str, VersionLedger]:
    """Give the ledgers among the files of a desk, by the ids of their briefings."""
    return {
        parsed.entry.briefing: parsed.entry for parsed in files if isinstance(parsed.entry, VersionLedger)
    }


def orphaned(files: Iterable[Parsed]) -> Iterator[Problem]:
    """Report recorded versions whose briefing has no file."""
    held = list(files)
    known = {parsed.name.id for parsed in held if parsed.name}
    for parsed in held:
        if isinstance(parsed.entry, VersionLedger) and parsed.entry.briefing not in known:
            message = f"there is no briefing `{parsed.entry.briefing}`"
            yield VERSIONS_ORPHANED.at(Place(parsed.path, ("briefing",)), message)


def content(briefing: Briefing, corpus: Corpus, number: int = 1) -> Version:
    """Return what a briefing says now as a version of it."""
    made = Version(
        number=number,
        evidence=corpus.as_of,
        lang=briefing.lang,
        title=_line(briefing.title),
        note=_line(briefing.note),
        matters=_line(briefing.matters),
        sources=briefing.sources,
        summary=tuple(_sentences(corpus, briefing.summary)),
        claims=tuple(_claim(corpus, one) for one in briefing.claims),
        disagreements=tuple(
            ToldDisagreement.model_construct(
                id=one.id, about=_words(corpus, one.about), sort=cast("DisagreementClass", one.class_)
            )
            for one in briefing.disagreements
        ),
        questions=tuple(
            ToldQuestion(id=one.id, text=_words(corpus, one.text), answer=_words(corpus, one.answer))
            for one in briefing.questions
        ),
        corrections=tuple(
            ToldCorrection(date=one.date.text, text=_words(corpus, one.text)) for one in briefing.corrections
        ),
    )
    return made.model_copy(update={"sum": version_sum(made)})


def changed(corpus: Corpus, known: Mapping[str, VersionLedger]) -> Iterator[VersionLedger]:
    """Give the ledgers of the published briefings that have changed since their newest version, with the next one."""
    for briefing in corpus.briefings.values():
        if briefing.status != "published" or briefing.is_held(corpus.as_of):
            continue
        ledger = known.get(briefing.id)
        versions = ledger.versions if ledger else ()
        now = content(briefing, corpus, len(versions) + 1)
        if not versions or versions[-1].said != now.said:
            yield VersionLedger(briefing=briefing.id, versions=(*versions, now))


def _line(words: str) -> str:
    return " ".join(words.split())


def _words(corpus: Corpus, sentence: Sentence | None) -> str:
    """Give the words of a sentence, entities by the names that readers see."""
    told = ""
    for part in without_cites(sentence.inlines) if sentence else ():
        if isinstance(part, Name):
            known = corpus.entities.get(part.entity)
            told += part.words or (known.name if known else part.entity)
        elif not isinstance(part, Cite):
            told += part.words
    return _line(told)


def _sentences(corpus: Corpus, prose: Prose) -> Iterator[ToldSentence]:
    for block in prose:
        for n, sentence in enumerate(block.sentences):
            cites = dict.fromkeys(item.ref for item in sentence.cites)
            opens: Literal["", "paragraph", "bullet"] = "" if n else "bullet" if block.bullet else "paragraph"
            yield ToldSentence.model_construct(opens=opens, text=_words(corpus, sentence), cites=tuple(cites))


def _claim(corpus: Corpus, claim: Claim) -> ToldClaim:
    return ToldClaim.model_construct(
        id=claim.id,
        text=_words(corpus, claim.text),
        kind=claim.kind,
        analysed=claim.analysed,
        said_by=tuple(map(_way, claim.chains)),
        source=claim.source,
        passages=tuple(passage.spans for passage in claim.passages),
        date=claim.date.text if claim.date else "",
        states=cast("tuple[tuple[str, State], ...]", claim.states),
        denies=claim.denies or "",
        replies=tuple(map(_reply, claim.replies)),
        translations=tuple(map(_line, claim.translations)),
        translator=_line(claim.translator),
    )


def _reply(reply: Reply) -> ToldReply:
    return ToldReply.model_construct(
        party=reply.party,
        outcome=reply.outcome,
        date=reply.date.text,
        asked=reply.asked.text if reply.asked else "",
        words=_line(reply.words),
    )


def _way(chain: Chain) -> tuple[Speaker, ...]:
    return tuple(
        Speaker.model_construct(
            entity=one.entity, description=_line(one.description), occasion=_line(one.occasion)
        )
        for one in chain
    )
