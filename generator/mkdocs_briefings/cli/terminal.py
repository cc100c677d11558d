"""Ask at the terminal: for one key, or for a line whose probable ending is shown and taken with a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggest, Suggestion
from prompt_toolkit.filters import Always
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys

from mkdocs_briefings.cli import shell
from mkdocs_briefings.edit.typing_aid import chunk, clause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.document import Document
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.output import Output

    Guesses = Callable[[str], tuple[str, ...]]
    """How a line may go on, the best first."""

NEXT_WORDS = (Keys.Tab, Keys.Up, Keys.Down)
"""Each takes the next word of one of the guesses, in this order."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where questions are asked; the real one unless a test gives its own."""

    input: Input | None = None
    output: Output | None = None

    def key(self, question: str, allowed: Iterable[str]) -> str:
        """Return one of the keys that are allowed; `enter` is named so.

        Raises:
            KeyboardInterrupt: Ctrl-C.
            EOFError: Ctrl-D, or no more input.

        """
        bindings = KeyBindings()
        for name in allowed:
            bindings.add(name)(lambda event, name=name: event.app.exit(result=name))
        bindings.add(Keys.Any)(lambda _: None)
        session: PromptSession[str] = PromptSession(input=self.input, output=self.output)
        return session.prompt(question, key_bindings=bindings)

    def line(self, question: str, guesses: Guesses) -> str:
        """Return a line; Tab, ↑ and ↓ take a word of what is shown, → all up to the next mark, End all.

        Raises:
            KeyboardInterrupt: Ctrl-C.
            EOFError: Ctrl-D on an empty line, or no more input.

        """
        session: PromptSession[str] = PromptSession(input=self.input, output=self.output)
        return session.prompt(
            question,
            key_bindings=_bindings(guesses),
            auto_suggest=_FirstGuess(guesses),
            enable_history_search=False,
            bottom_toolbar=lambda: _toolbar(guesses(session.default_buffer.text)),
            complete_while_typing=False,
        ).strip()


class _FirstGuess(AutoSuggest):
    def __init__(self, guesses: Guesses) -> None:
        self._guesses = guesses

    def get_suggestion(self, buffer: Buffer, document: Document) -> Suggestion | None:  # noqa: ARG002, the interface
        found = self._guesses(document.text) if document.is_cursor_at_the_end else ()
        return Suggestion(shell.printable(found[0])) if found else None


def _toolbar(found: tuple[str, ...]) -> str:
    names = ("Tab", "↑", "↓")
    words = [f"{name} {shell.printable(chunk(one).strip())}" for name, one in zip(names, found, strict=False)]
    return "  ".join([*words, "→ up to the next mark", "End all"] if words else [])


def _bindings(guesses: Guesses) -> KeyBindings:
    bindings = KeyBindings()

    def takes(key: Keys, number: int, part: Callable[[str], str]) -> None:
        def take(event: KeyPressEvent) -> None:
            buffer = event.current_buffer
            found = guesses(buffer.text) if buffer.document.is_cursor_at_the_end else ()
            if len(found) > number:
                buffer.insert_text(part(found[number]))
            elif key is Keys.Right:
                buffer.cursor_right()
            elif key is Keys.End:
                buffer.cursor_position = len(buffer.text)

        bindings.add(key, filter=Always(), eager=True)(take)

    for number, key in enumerate(NEXT_WORDS):
        takes(key, number, chunk)
    takes(Keys.Right, 0, clause)
    takes(Keys.End, 0, lambda rest: rest)
    return bindings
