"""Makes synthetic sites of any size: the same seed gives the same bytes.

    python -m bench.make_site DIR [--briefings 200] [--seed 1]

Each briefing is told from one article of some 600 words. The prose means nothing, but it is built like news:
words of a usual length, names in full and then in short, figures, speech, negations.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import random
import re
import textwrap
from dataclasses import dataclass, field
from pathlib import Path

FIRST_DAY, DAYS = dt.date(2016, 1, 4), 3650
"""The sources are spread over ten years."""
WORDS = 600
"""Of a source."""


def _words(text: str) -> list[str]:
    return text.split()


def _phrases(text: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in text.split("|")]


ADJECTIVES = _words("""advanced bilateral broad cautious civilian commercial competing critical digital domestic draft early
    emerging exclusive external fiscal foreign formal fresh global hidden independent industrial interim joint key legal
    limited maritime mutual narrow national nuclear official overseas partial pending persistent planned preliminary
    private provincial public quiet regional remaining reported rival rural seasonal separate sensitive steady strategic
    strict temporary tentative tougher unilateral unusual upcoming voluntary wider""")
NOUNS = _words("""agreement allocation assembly assessment batch blueprint border budget bulletin campaign cargo catalogue ceiling
    certificate channel charter clause coalition commitment component compromise consultation contract corridor council
    customs deadline delegation delivery demand deposit dispute dossier embargo equipment estimate exemption exhibition
    factory filing forecast framework funding gateway grant guideline harbour hearing incentive inquiry inspection
    investment journal laboratory ledger licence loophole market memorandum mission network notice objection offer
    operator order outlook package panel partnership patent permit platform pledge procedure project prototype
    provision quota registry regulator remedy request reserve review revision safeguard schedule sector session
    settlement shipment statement statute stockpile subsidy summit supplier surplus survey tariff tender terminal
    testimony timetable transaction treaty tribunal turnover venture verdict warehouse workshop""")
VERBS = _words("""abandoned accelerated adjusted amended analysed approved assembled backed blocked broadened cancelled certified
    challenged circulated clarified completed contested curbed debated defended deferred delayed detailed doubled drafted
    eased endorsed examined expanded extended financed halted hosted inspected launched leased loosened measured monitored
    negotiated opposed outlined overhauled postponed promoted published quantified questioned ratified rebuilt recalled
    reclassified reduced refinanced registered renewed reopened replaced reshaped resumed revised scrapped shelved signed
    simplified sponsored stalled suspended tightened traced trimmed tripled underwrote unveiled upgraded verified vetoed
    welcomed widened""")
PLACES = _phrases("""abroad|across three provinces|after a closed meeting|along the northern coast|at a trade fair|before the
    recess|beyond the usual channels|by a narrow margin|despite earlier assurances|during a routine audit|for the second
    time|in a written reply|in the capital|in two stages|near the old port|on short notice|outside the main
    season|over several weeks|pending a court ruling|under a pilot scheme|with little debate|without further
    comment""")
SPEECH = _phrases("told reporters that|said|said in a statement|wrote|argued|claimed|confirmed|denied that")
DESCRIBED = _phrases(
    "people familiar with the matter|two officials|a person briefed on the talks|company filings"
)
SYLLABLES = _words("""bal bren cal cor dal den dor el fal fen gar gol hal hem ister jan kal kel lan lor mal mar mel nor or pel
    quin ral rin sal sel tal ten tor ul val ven vor wel yar zan zel""")
ENDINGS = _words("a and ec en er ia ik in is o on or os ov um us")
STATES = ("considered", "proposed", "issued", "in force", "suspended", "revoked")
SUFFIX = {
    "company": _phrases("Systems|Industries|Logistics|Semiconductors|Holdings"),
    "agency": _phrases("Bureau of Standards|Trade Office|Customs Authority|Ministry of Industry"),
    "outlet": _phrases("Daily|Courier|Gazette|Wire"),
    "organization": _phrases("Association|Institute|Forum|Chamber of Commerce"),
    "technology": _phrases("lattice memory|sensor array|cell chemistry|routing protocol"),
    "measure": _phrases("export rule|screening order|licensing scheme|procurement ban"),
}
LONGEST_TITLE = 80
NEGATIONS = {"not", "without", "denied"}
KINDS = ("country", "outlet", "agency", "person", "company", "measure", "place", "technology", "organization")

MKDOCS = """site_name: Synthetic desk
docs_dir: docs
theme:
  name: material
  font: false
markdown_extensions:
  - toc:
      permalink: true
plugins:
  - {plugin}
validation:
  anchors: warn
  omitted_files: warn
  absolute_links: warn
  unrecognized_links: warn
nav:
  - Home: index.md
  - New: new.md
  - Briefings: briefings/index.md
  - Storylines: storylines/index.md
  - Measures: measures.md
  - Timeline: timeline.md
  - Disagreements: disagreements.md
  - Questions: questions.md
  - Entities: entities/index.md
  - Sources: sources/index.md
"""


@dataclass(frozen=True)
class Entity:
    id: str
    kind: str
    name: str
    short: str


@dataclass
class Article:
    """A source while it is written."""

    id: str
    published: dt.date
    publisher: str
    cast: list[Entity]
    sentences: list[str] = field(default_factory=list)
    named: set[str] = field(default_factory=set)


def make(briefings: int, seed: int) -> dict[str, bytes]:
    """Make the files of a site with as many briefings, by their paths."""
    rng = random.Random(f"{seed}-{briefings}")
    entities = _entities(rng, max(len(KINDS), briefings // 5))
    stories = max(1, briefings // 25)
    files: dict[str, str] = {"mkdocs.yml": MKDOCS.format(plugin="briefings"), "docs/.keep": ""}
    for kind in KINDS:
        files[f"briefings/entities/{kind}.yml"] = _entity_file(rng, entities, kind)
    events: list[list[tuple[str, str]]] = [[] for _ in range(stories)]
    for n in range(briefings):
        article = _article(rng, n, FIRST_DAY + dt.timedelta(days=n * DAYS // briefings), entities)
        files[f"seeds/{article.id}.txt"] = _seed_file(article)
        story = rng.randrange(stories)
        draft = n % 100 == 99  # noqa: PLR2004, one in a hundred
        path = f"briefings/{article.published}-b{n}.yml"
        files[path] = _briefing_file(rng, article, n, story, draft=draft)
        if not draft:
            told = re.search(r'(?m)^  first:\n    text: "(.*)"$', files[path])
            events[story].append((f"b{n}#first", told[1].rstrip(".") if told else ""))
    measures = [entity.id for entity in entities if entity.kind == "measure"]
    files["briefings/storylines.yml"] = _storyline_file(rng, events, measures)
    return {path: text.encode() for path, text in files.items()}


def write(folder: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _entities(rng: random.Random, number: int) -> list[Entity]:
    made: list[Entity] = []
    taken: set[str] = set()

    def word() -> str:
        while True:
            new = (rng.choice(SYLLABLES) + rng.choice(SYLLABLES) + rng.choice(ENDINGS)).capitalize()
            if new not in taken:
                taken.add(new)
                return new

    for n in range(number):
        kind = KINDS[n % len(KINDS)]
        own = word()
        if kind == "person":
            name, short = f"{word()} {own}", own
        elif kind in SUFFIX:
            suffix = rng.choice(SUFFIX[kind])
            name, short = f"{own} {suffix}", own
        else:
            name, short = own, ""
        made.append(Entity(re.sub(r"\W+", "-", name.lower()), kind, name, short))
    return made


def _entity_file(rng: random.Random, entities: list[Entity], kind: str) -> str:
    by_kind = {kind: [e.id for e in entities if e.kind == kind] for kind in KINDS}
    lines = []
    for entity in entities:
        if entity.kind != kind:
            continue
        lines += [f"{entity.id}:", f"  kind: {kind}", f"  name: {entity.name}"]
        lines += ["  medium: newspaper"] if kind == "outlet" else []
        lines += [f"  short: {entity.short}"] if entity.short else []
        if kind in {"agency", "company"}:
            lines.append(f"  of: {rng.choice(by_kind['country'])}")
        if kind == "measure":
            lines.append(f"  issuer: {rng.choice(by_kind['agency'])}")
            lines.append(f"  targets: [{rng.choice(by_kind['country'])}]")
            lines.append(f"  technologies: [{rng.choice(by_kind['technology'])}]")
    return _lines(lines)


def _article(rng: random.Random, n: int, published: dt.date, entities: list[Entity]) -> Article:
    # Some entities are in a fifth of all articles, most in a few; each in one at least.
    chosen = {int(len(entities) * rng.random() ** 2) for _ in range(8)} | {n % len(entities)}
    cast = [entities[at] for at in sorted(chosen)]
    publishers = [entity for entity in entities if entity.kind == "outlet"]
    article = Article(f"s{n}", published, rng.choice(publishers).id, cast)
    count = 0
    while count < WORDS:
        sentence = _sentence(rng, article)
        article.sentences.append(sentence)
        count += sentence.count(" ") + 1
    return article


def _sentence(rng: random.Random, article: Article) -> str:
    """Make a sentence of 12 to 35 words."""
    core = f"{_clause(rng, article)} {rng.choice(PLACES)}"
    match rng.choices(("told", "spoken", "unknown", "dated", "joined", "relayed"), (3, 2, 1, 2, 2, 2))[0]:
        case "told":
            text = f"{_who(rng, article)} {rng.choice(SPEECH)} {core}"
        case "spoken":
            text = (
                f"“{core},” {_who(rng, article)} said of {_thing(rng)}, adding that {_clause(rng, article)}"
            )
        case "unknown":
            text = f"{core}, but {_who(rng, article)} did not say why {_thing(rng)} was {rng.choice(VERBS)}"
        case "dated":
            day = article.published - dt.timedelta(days=rng.randrange(1, 400))
            text = f"On {day.day} {day:%B %Y}, {core}, according to {_thing(rng)}"
        case "relayed":
            text = f"{core}, {rng.choice(DESCRIBED)} told {_name(rng, article)}"
        case _:
            text = f"{core}, while {_clause(rng, article)}"
    return _capital(text) + "."


def _clause(rng: random.Random, article: Article) -> str:
    amount = ""
    if _chance(rng, 0.15):
        amount = f" by {rng.randrange(2, 90)}.{rng.randrange(10)} percent"
    elif _chance(rng, 0.15):
        amount = f" worth ${rng.randrange(2, 900)} million"
    return f"{_who(rng, article)} {rng.choice(VERBS)} {_thing(rng)}{amount}"


def _who(rng: random.Random, article: Article) -> str:
    if _chance(rng, 0.4):
        return _thing(rng)
    return _name(rng, article)


def _name(rng: random.Random, article: Article) -> str:
    entity = rng.choice(article.cast)
    if entity.short and entity.id in article.named:
        return entity.short
    article.named.add(entity.id)
    return entity.name


def _chance(rng: random.Random, share: float) -> bool:
    return rng.random() < share


def _thing(rng: random.Random) -> str:
    words = [rng.choice(("the", "a", "its", "every")), rng.choice(ADJECTIVES), rng.choice(NOUNS)]
    if _chance(rng, 0.3):
        words.insert(2, rng.choice(NOUNS))
    return " ".join(words)


def _seed_file(article: Article) -> str:
    title = " ".join(article.sentences[0].split()[:10]).replace("“", "").rstrip(".,”")
    paragraphs = [" ".join(article.sentences[at : at + 3]) for at in range(0, len(article.sentences), 3)]
    text = f"{title}\n\n" + "\n\n".join(paragraphs) + "\n"
    head = [
        "---", f"id: {article.id}", f"title: {json.dumps(title, ensure_ascii=False)}",
        f"published: {article.published}", f"publisher: {article.publisher}", "author: not stated",
        f"sha256: {hashlib.sha256(text.encode()).hexdigest()}", "---",
    ]  # fmt: skip
    return _lines(head) + text


def _briefing_file(rng: random.Random, article: Article, n: int, story: int, *, draft: bool) -> str:
    names = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
    names = names[: rng.randrange(6, 9)]
    quoted = rng.sample(range(2, len(article.sentences)), len(names))
    quotations = {
        name: _quotation(rng, article.sentences[at]) for name, at in zip(names, quoted, strict=True)
    }
    told = {name: _told(quotation) for name, quotation in quotations.items()}
    lines = [
        f"title: {json.dumps(_title(told), ensure_ascii=False)}",
        f"sources: [{article.id}]",
        f"storylines: [story-{story}]",
        *(["status: draft"] if draft else []),
        "summary: |",
    ]
    lines += textwrap.wrap(
        f"{told['first']} [@first; @second]. {told['third']} [@third].",
        105, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False,
    )  # fmt: skip
    lines += [
        "",
        f"  - It is denied: {told['fourth']} [@fourth].",
        *(f"  - {told[name]} [@{name}]." for name in names[4:6]),
        "claims:",
    ]
    for name, at in zip(names, quoted, strict=True):
        lines += _claim(rng, article, name, quotations[name], " ".join(article.sentences[at - 1 : at + 2]))
    if n % 3 == 0:
        about = _thing(rng)
        lines += ["disagreements:", f"- about: How {about} was {rng.choice(VERBS)}"]
        lines += ["  class: internal", "  between: [first, second]"]
    if n % 2 == 0:
        lines += ["questions:", f"- text: Was {_thing(rng)} {rng.choice(VERBS)} in time?", "  on: first"]
        lines.append(f"- When will {_thing(rng)} be {rng.choice(VERBS)}?")
    return _lines(lines)


def _claim(rng: random.Random, article: Article, name: str, quotation: str, around: str) -> list[str]:
    lines = [f"  {name}:", f"    text: {json.dumps(_told(quotation) + '.', ensure_ascii=False)}"]
    others = [entity for entity in article.cast if entity.id != article.publisher]
    voices = [entity.id for entity in others if entity.name in around]
    described = [words for words in DESCRIBED if words in around]
    voice = rng.choice(voices or [entity.id for entity in others])
    chains = [f"    said_by: {voice}"] if voices else []
    chains += [f"    said_by: {words}{f' > {voice}' if voices else ''}" for words in described]
    lines += rng.choice([[], *([chain] for chain in chains)])
    if name == "first":
        told = article.published - dt.timedelta(days=rng.randrange(-60, 300))
        lines.append(f"    date: {_printed(quotation) or told}")
        measures = [entity.id for entity in article.cast if entity.kind == "measure"]
        if measures:
            state = rng.choice(STATES)
            lines.append(f"    state: {{{measures[0]}: {state}}}")
            lines.append(f"    why: The words mean nothing, so they do not tell that it is {state}.")
    elif name == "second":
        lines.append("    at: first")
    elif name == "third":
        lines.append(f"    date: {_printed(quotation) or article.published.year - rng.randrange(3)}")
    elif name == "fourth":
        lines.append("    denies: third")
    elif name == "fifth":
        year = 1900 + sum(map(ord, voice)) % 100
        lines.append(f"    value: {{{voice}: {{founded: {year}}}}}")
        if not any(line.startswith("    why:") for line in lines):
            lines.append(f"    why: The words mean nothing, so they do not tell of {year}.")
        people = [entity.id for entity in article.cast if entity.kind == "person"]
        if people:
            lines.append(f"    role: {{{people[0]}: head of {rng.choice(article.cast).id}}}")
    return [*lines, "    quote: >-", *_folded(quotation)]


def _printed(quotation: str) -> str:
    """Give the day that a quotation prints, which its claim must bear."""
    found = re.match(r"On (\d+ \w+ \d{4}),", quotation)
    return f"{dt.datetime.strptime(found[1], '%d %B %Y'):%Y-%m-%d}" if found else ""  # noqa: DTZ007, a day


def _quotation(rng: random.Random, sentence: str) -> str:
    """Quote a sentence, or a part of it, or two of its parts with a gap between them that swallows no negation."""
    words = sentence.rstrip(".").split(" ")
    if "not" in words or "without" in words:
        return sentence
    if _chance(rng, 0.2):
        cut = len(words) // 2
        cut += words[cut - 2].startswith("$") or words[cut - 1] == "percent"  # a figure keeps its unit
        return " ".join((*words[: cut - 1], "[…]", *words[cut + 1 :]))
    start = 0 if sentence.startswith("On ") else rng.randrange(3)
    return " ".join(words[start:])


def _title(told: dict[str, str]) -> str:
    """Say what a claim says, in a line that is not too long."""
    least = min(told.values(), key=len)
    if len(least) <= LONGEST_TITLE:
        return least
    plain = next(one for one in told.values() if not NEGATIONS & {*one.split()})
    count = next(n for n in range(16, 0, -1) if len(_cut(plain.split(" "), n)) <= LONGEST_TITLE)
    return _cut(plain.split(" "), count)


def _told(quotation: str) -> str:
    """Say again what is quoted, in its own words; cut only where that loses no negation."""
    words = quotation.replace("[…] ", "").replace("“", "").replace("”", "").rstrip(".").split(" ")
    return _cut(words, len(words) if NEGATIONS & {*words} else 16)


def _cut(words: list[str], cut: int) -> str:
    # A figure keeps its unit.
    cut -= cut < len(words) and (words[cut - 1].startswith("$") or words[cut] == "percent")
    return _capital(" ".join(words[:cut]).rstrip(","))


def _storyline_file(rng: random.Random, events: list[list[tuple[str, str]]], measures: list[str]) -> str:
    lines = []
    for n, refs in enumerate(events):
        lines += [f"story-{n}:", f"  title: The {rng.choice(ADJECTIVES)} {rng.choice(NOUNS)}, part {n}"]
        lines += [f"  measures: [{rng.choice(measures)}]", "  summary: |"]
        for ref, told in refs[-4:]:
            lines.append(f"    - {told} [@{ref}].")
        if not refs:
            lines.append("    Nothing.")
    return _lines(lines)


def _capital(text: str) -> str:
    at = 1 if text.startswith("“") else 0
    return f"{text[:at]}{text[at].upper()}{text[at + 1 :]}"


def _folded(text: str) -> list[str]:
    return textwrap.wrap(
        text, 105, initial_indent="      ", subsequent_indent="      ", break_on_hyphens=False, break_long_words=False
    )  # fmt: skip


def _lines(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a synthetic site.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--briefings", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    files = make(args.briefings, args.seed)
    write(args.folder, files)
    print(f"{len(files)} files in {args.folder}")


if __name__ == "__main__":
    main()
