"""How languages spell whole numbers: all below a hundred as words of their own, hundreds before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_TEN, _TWENTY = 10, 20


def joined_backwards(ones: Sequence[str], tens: Sequence[str], join: str) -> dict[str, int]:
    """Give the numbers from 21 whose ones come before their tens: "einundzwanzig"; `tens` begin with twenty."""
    return {
        f"{one}{join}{ten}": count * _TEN + n
        for count, ten in enumerate(tens, 2)
        for n, one in enumerate(ones, 1)
    }


def joined(ones: Iterable[tuple[str, int]], tens: Mapping[str, int], joins: Sequence[str]) -> dict[str, int]:
    """Give the numbers whose tens come before their ones: "treinta y cuatro"."""
    return {
        f"{ten}{join}{one}": value + n for ten, value in tens.items() for one, n in ones for join in joins
    }


def french() -> dict[str, int]:
    """Give the French numbers from 21: "vingt et un", "soixante-douze", "quatre-vingt-dix-sept"; "septante" and "nonante", too."""
    ones = ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
        "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf")  # fmt: skip
    made: dict[str, int] = {}
    tens = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80,
        "nonante": 90, "quatre-vingt": 80}  # fmt: skip
    for ten, value in tens.items():
        most = _TWENTY if ten in {"soixante", "quatre-vingt"} else _TEN
        for n, one in enumerate(ones[: most - 1], 1):
            joins = (" et ", "-et-") if n in {1, 11} and ten != "quatre-vingt" else ("-", " ")
            made |= {f"{ten}{join}{one}": value + n for join in joins}
            if n == 1:
                made |= {f"{ten}{join}une": value + 1 for join in joins}
    return made | {ten: value for ten, value in tens.items() if ten != "quatre-vingt"} | {"quatre-vingts": 80}


def of_characters(text: str, digits: Mapping[str, float], scales: Mapping[str, float]) -> float | None:
    """Read "二百三十四" or "二〇二五"; None for what is no number."""
    if all(char in digits and digits[char] < _TEN for char in text):
        value = 0.0
        for char in text:
            value = value * _TEN + digits[char]
        return value
    total, below, last = 0.0, 0.0, 0.0
    for char in text:
        scale = float(_TEN) if char == "十" else scales.get(char)
        if scale is None:
            if char not in digits or digits[char] >= _TEN:
                return None
            last = digits[char]
        elif scale >= _GREAT:
            total, below, last = total + (below + last) * scale, 0.0, 0.0
        else:
            below, last = below + (last or 1) * scale, 0.0
    return total + below + last


_GREAT = 10**4
"""From here on a scale counts all that is before it."""
