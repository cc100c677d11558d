"""An entity that much is told of has a page that can be read."""

from __future__ import annotations

from mkdocs_briefings.pages.entity import MOST

from tests.desks import page, sound, source, yaml

TEXT = "The Harbour Post says that the lock opened.\n"


def desk(briefings: int) -> dict[str, str]:
    made = {
        "seeds/post.txt": source(TEXT, id="post", lang="en"),
        "briefings/entities/all.yml": yaml(post={"kind": "outlet", "name": "The Harbour Post"}).replace(
            "post", "hp", 1
        ),
    }
    for n in range(briefings):
        made[f"briefings/2026-01-{n % 28 + 1:02}-b{n}.yml"] = yaml(
            title=f"Report {'i' * (n % 7 + 1)} of many",
            sources=["post"],
            summary="The lock opened, The Harbour Post says [@o].",
            claims={
                "o": {
                    "text": "The lock opened.",
                    "said_by": "hp",
                    "quote": "The Harbour Post says that the lock opened",
                }
            },
        )
    return made


def test_a_short_list_is_whole() -> None:
    text = page(sound(desk(3)), "entities/hp.md")
    assert "the search finds the others" not in text
    assert text.count("→\N{NO-BREAK SPACE}summary") == 3


def test_a_long_list_tells_what_it_leaves_out() -> None:
    text = page(sound(desk(MOST + 3)), "entities/hp.md")
    assert f"The {MOST} newest of {MOST + 3}; the search finds the others." in text
    assert text.count("→\N{NO-BREAK SPACE}summary") == MOST
