"""Measure how many of the first names that `briefings suggest` lists are useful, on three corpora made from lists, and eight articles.

    python -m bench.suggest [--articles 25] [--first 50] [--seed 1] [--keep DIR]

A name is useful if it is, word for word, one that an editor would make an entity of: a person's full name, an agency or its
short form, a company, a place, a law. A surname alone, a title before a name, half a name and two names in one are not.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import suggest_words as words
from bench.suggest_articles import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator

WANTED = 0.8
"""The share of useful names among the first that are listed: 40 of 50."""
HALF = 0.5
SOME = 0.3
_SHORT = re.compile(r"(?P<long>.+) \((?P<short>[A-Z]+)\)")


def useful(field: words.Field) -> set[str]:
    """Return the names of a field that an editor would make entities of, reporters among them."""
    found = {*field.people, *field.companies, *field.places, *field.laws, *words.REPORTERS}
    for name in field.agencies:
        parts = _SHORT.fullmatch(name)
        found |= {parts["long"], parts["short"]} if parts else {name}
    return found


def _filled(rng: random.Random, field: words.Field, sentence: str, told: set[str]) -> str:
    """Return a sentence with names in its places; `told` are those that the article has named in full."""

    def one(match: re.Match[str]) -> str:
        slot = match[1]
        if slot == "s":
            return rng.choice([name for name in field.people if name in told] or field.people).split()[-1]
        if slot == "p":
            name = rng.choice(field.people)
            told.add(name)
            return rng.choice(field.roles) + name
        if slot == "a":
            name = rng.choice(field.agencies)
            parts = _SHORT.fullmatch(name)
            if parts is None:
                return name
            known = name in told
            told.add(name)
            return parts["short"] if known else name
        lists = {"c": field.companies, "w": field.places, "l": field.laws, "m": words.MONTHS, "d": words.DAYS}
        return rng.choice(lists[slot])

    filled = re.sub(r"\{(\w)\}", one, sentence)
    return filled[0].upper() + filled[1:]


def _article(rng: random.Random, field: words.Field) -> Iterator[str]:
    """Yield the blocks of one article, its title first."""
    told: set[str] = set()
    title = _filled(rng, field, rng.choice(field.sentences), told)
    yield title.title() if rng.random() < SOME else title
    yield f"By {rng.choice(words.REPORTERS)}"
    for number in range(rng.randint(4, 6)):
        sentences = [_filled(rng, field, one, told) for one in rng.sample(field.sentences, 3)]
        sentences.insert(rng.randint(0, 3), rng.choice(words.COMMON))
        dateline = f"{rng.choice(field.places).upper()}, {rng.choice(words.MONTHS)} — "
        start = dateline if not number and rng.random() < HALF else ""
        yield start + " ".join(one if one.endswith("”") else f"{one}." for one in sentences)
        if number % 2:
            yield rng.choice(field.headings)
        if rng.random() < HALF:
            yield rng.choice(words.LEFTOVERS)


def write_desk(folder: Path, field: words.Field, articles: int, rng: random.Random) -> None:
    """Write a desk whose sources are the articles of one field, and which has no entities."""
    subprocess.run(["briefings", "init", str(folder)], check=True, capture_output=True)
    for old in (
        *folder.glob("seeds/*.txt"),
        *folder.glob("briefings/*.yml"),
        *folder.glob("briefings/entities/*.yml"),
    ):
        old.unlink()
    for number in range(articles):
        title, *blocks = _article(rng, field)
        head = f"id: s{number:02}\ntitle: {json.dumps(title, ensure_ascii=False)}\npublished: 2026-01-{number % 28 + 1:02}\n"
        text = "\n\n".join((title, *blocks))
        (folder / "seeds" / f"s{number:02}.txt").write_text(
            f"---\n{head}lang: en\n---\n\n{text}\n", encoding="utf-8"
        )


def write_articles(folder: Path) -> set[str]:
    """Write a desk of the eight articles, where most names are once; return the names that an editor would make entities of."""
    subprocess.run(["briefings", "init", str(folder)], check=True, capture_output=True)
    for old in (
        *folder.glob("seeds/*.txt"),
        *folder.glob("briefings/*.yml"),
        *folder.glob("briefings/entities/*.yml"),
    ):
        old.unlink()
    for number, one in enumerate(ARTICLES):
        head = f"id: s{number:02}\ntitle: {json.dumps(one.title, ensure_ascii=False)}\npublished: 2026-01-{number + 1:02}\nlang: {one.lang}\n"
        (folder / "seeds" / f"s{number:02}.txt").write_text(
            f"---\n{head}---\n\n{one.title}\n\n{one.text}\n", encoding="utf-8"
        )
    return {name for one in ARTICLES for name in one.names}


def suggested(folder: Path, least: int) -> list[dict[str, Any]]:
    """Return what `briefings suggest` lists, in its order."""
    command = ["briefings", "suggest", "--format", "json", "--least", str(least)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    answer: list[dict[str, Any]] = json.loads(done.stdout)
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=25)
    parser.add_argument("--first", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="Write the desks here and leave them.")
    args = parser.parse_args()
    missed = False
    with tempfile.TemporaryDirectory() as made:
        for subject, field in (*words.FIELDS.items(), ("articles", None)):
            folder = (args.keep or Path(made)) / subject
            if field is None:
                wanted = write_articles(folder)
            else:
                write_desk(folder, field, args.articles, random.Random(f"{args.seed} {subject}"))
                wanted = useful(field)
            names = [one["name"] for one in suggested(folder, 1 if field is None else 2)]
            first = names[: args.first]
            bad = [name for name in first if name.removeprefix("the ").removeprefix("The ") not in wanted]
            absent = sorted(wanted - set(names))
            missed |= len(first) - len(bad) < WANTED * len(first)
            print(
                f"{subject}: {len(first) - len(bad)} of the first {len(first)} useful; {len(names)} listed, {len(absent)} of {len(wanted)} not"
            )
            print(f"  useless: {'; '.join(bad)}\n  not listed: {'; '.join(absent)}")
    sys.exit(missed)


if __name__ == "__main__":
    main()
