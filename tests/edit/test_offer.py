"""What is offered of a sentence: its statement, its speaker, its date; and which sentences are the body of an article."""

from __future__ import annotations

import pytest
from mkdocs_briefings.edit.body_sentences import body_sentences
from mkdocs_briefings.edit.offer import Offer, offers
from mkdocs_briefings.edit.stub import stub
from mkdocs_briefings.parse.yaml import load
from mkdocs_briefings.resolve.entities import gather_names

from tests.desks import made, source

ENTITIES = (
    "ruth-alder: {kind: person, name: Ruth Alder, short: Alder}\n"
    "port-authority: {kind: agency, name: Port Authority}\n"
    "courier: {kind: outlet, name: Westhaven Courier}\n"
    "westhaven: {kind: place, name: Westhaven}\n"
)


def offered(text: str, **front: object) -> list[Offer]:
    files = {
        "seeds/a.txt": source(
            text, **{"title": "A", "published": "2026-03-04", "publisher": "courier", **front}
        ),
        "briefings/entities/all.yml": ENTITIES,
    }
    corpus = made(files).corpus
    found = corpus.sources["a"]
    return list(offers(found, body_sentences(found), corpus, gather_names(corpus.entities)))


@pytest.mark.parametrize(
    ("sentence", "text", "speaker"),
    [
        ("The harbour master said on Monday that the lock is late.", "The lock is late.", "the harbour master"),
        ("According to Ruth Alder, the lock is late again.", "The lock is late again.", "ruth-alder"),
        ("The lock is late again, according to two officials.", "The lock is late again.", "two officials"),
        ("“The lock is late again,” said Ruth Alder.", "The lock is late again.", "ruth-alder"),
        ("“The lock is late again,” the engineer, Ruth Alder, said.", "The lock is late again.", "ruth-alder"),
        ("The lock is late again, the Port Authority announced.", "The lock is late again.", "port-authority"),
        ("The Westhaven Courier reported that the lock is late.", "The lock is late.", ""),
        ("The master denied that the lock is late again.", "The master denied that the lock is late again.", ""),
        ("The master did not say that the lock is late.", "The master did not say that the lock is late.", ""),
        ("However, the lock is late again.", "The lock is late again.", ""),
        ("The gate closes at 5 a.m.", "The gate closes at 5 a.m.", ""),
    ],
)  # fmt: skip
def test_what_is_stated_and_who_says_it(sentence: str, text: str, speaker: str) -> None:
    (one,) = offered(f"{sentence}\n")
    assert (one.text, one.speaker) == (text, speaker)
    assert sentence.rstrip(".").startswith(one.quote.rstrip("."))


@pytest.mark.parametrize(
    ("lang", "sentence", "text", "speaker"),
    [
        ("de", "Die Schleuse öffnet im Juni, sagte der Hafenmeister.", "Die Schleuse öffnet im Juni.", "der Hafenmeister"),
        ("de", "Der Hafenmeister teilte mit, dass die Schleuse schließt.", "Die Schleuse schließt.", "der Hafenmeister"),
        ("fr", "Selon le port, l'écluse ouvre en juin.", "L'écluse ouvre en juin.", "le port"),
        ("fr", "Le port a déclaré que l'écluse ouvre en juin.", "L'écluse ouvre en juin.", "le port"),
        ("es", "El puerto dijo que la esclusa abre en junio.", "La esclusa abre en junio.", "el puerto"),
        ("es", "La esclusa abre en junio, según el puerto.", "La esclusa abre en junio.", "el puerto"),
    ],
)  # fmt: skip
def test_other_languages(lang: str, sentence: str, text: str, speaker: str) -> None:
    (one,) = offered(f"{sentence}\n", lang=lang)
    assert (one.text, one.speaker.lower()) == (text, speaker.lower())


@pytest.mark.parametrize(
    ("sentence", "date", "printed"),
    [
        ("The gate was delivered on Monday.", "2026-03-02", "on Monday"),
        ("The gate was delivered on 2 March 2026.", "2026-03-02", ""),
        ("The port said on Monday that the gate is there.", "", ""),
        ("The gate was delivered in the week of 16 February.", "", ""),
        ("The gate was delivered about 16 February or in March.", "", ""),
        ("The gate was delivered on Monday and paid on Tuesday.", "", ""),
        ("The gate is to be delivered by Friday at last.", "", ""),
    ],
)
def test_a_date_is_offered_only_where_it_is_read_whole(sentence: str, date: str, printed: str) -> None:
    (one,) = offered(f"{sentence}\n")
    assert (one.date, one.printed) == (date, printed)


def test_pronouns_and_relative_times_are_marked_and_metonyms_linked() -> None:
    (one,) = offered("She told the US last week that the Harbour is full.\n", means={"Harbour": "westhaven"})
    assert one.text == "The [[westhaven|Harbour]] is full."
    (one,) = offered("It left the US early, in February.\n")
    assert one.unclear == ("It",), "not the US; the month is computed"


def test_what_surrounds_an_article_is_no_claim() -> None:
    text = (
        "LOCK LATE AGAIN\n\nBy Ada Alder\nPublished: March 4, 2026.\nPhoto: The lock in winter, seen from the bridge.\n\n"
        "The lock is late. It cost 3 million.\n\nRead more about the lock and its gates here.\n[1] The council decided that.\n"
        "© 2026 The Westhaven Courier has all rights.\n\nReferences\n\nAlder wrote that the lock is late.\n"
    )
    assert [one.quote for one in offered(text)] == ["The lock is late", "It cost 3 million"]


def test_words_that_are_there_twice_are_not_offered_and_ids_differ() -> None:
    text = "The lock is late. The lock is late. The new lock gate opened. The new lock gate opened again.\n"
    found = offered(text)
    assert [one.quote for one in found] == ["The new lock gate opened again"]
    ids = [one.id for one in offered("The lock gate opened once. The lock gate opened twice.\n")]
    assert len(set(ids)) == 2


def test_hostile_words_make_yaml_that_can_be_read() -> None:
    text = "The [[lock]] is: 'late' # and {so} [@x] on. He said: - no \"way\" & *that* it is.\n"
    made_ = load("x.yml", stub(offered(text)))
    assert not made_.problems
    assert isinstance(made_.data, dict)
    assert all("[[" not in one["text"] for one in made_.data["claims"].values())
