"""Units that texts of all languages share: how many seconds, metres or grams they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_briefings.text.languages.pack import Measure

SECOND: Measure = ("time", 1.0)
MINUTE: Measure = ("time", 60.0)
HOUR: Measure = ("time", 3600.0)
DAY: Measure = ("time", 86400.0)
WEEK: Measure = ("time", 604800.0)
MONTH: Measure = ("months", 1.0)
YEAR: Measure = ("months", 12.0)
DECADE: Measure = ("months", 120.0)
CENTURY: Measure = ("months", 1200.0)
METRE: Measure = ("length", 1.0)
MILE: Measure = ("length", 1609.344)
FOOT: Measure = ("length", 0.3048)
KMH: Measure = ("speed", 1 / 3.6)
MPH: Measure = ("speed", 0.44704)
KNOT: Measure = ("speed", 0.514444)
SEA_MILE: Measure = ("length", 1852.0)
LITRE: Measure = ("volume", 1.0)
CURRENCIES = {
    "$": "$", "us$": "$", "usd": "$", "a$": "$", "c$": "$", "hk$": "$", "€": "€", "eur": "€", "£": "£", "gbp": "£", "¥": "¥", "jpy": "¥",
    "cny": "¥", "rmb": "¥", "chf": "fr", "sek": "kr", "nok": "kr", "dkk": "kr", "₹": "₹", "inr": "₹", "₩": "₩", "krw": "₩", "zł": "zł",
    "pln": "zł", "₽": "₽", "rub": "₽", "₺": "₺",
}  # fmt: skip
"""Signs and codes (ISO 4217) of currencies, in small letters."""
CENT = "c"
"""The unit of a hundredth of any money: pence, cents, centimes."""
CODES = r"US\$|A\$|C\$|HK\$|[$€£¥₹₩₽₺]|(?-i:USD|EUR|GBP|JPY|CNY|RMB|CHF|SEK|NOK|DKK|INR|KRW|PLN|RUB)(?=\s?\d)"
"""The same before a number, as a pattern."""
SHORT = {
    "mm": ("length", 0.001), "cm": ("length", 0.01), "m": METRE, "km": ("length", 1000.0),
    "g": ("mass", 1.0), "kg": ("mass", 1e3), "t": ("mass", 1e6),
    "kw": ("power", 1e3), "mw": ("power", 1e6), "gw": ("power", 1e9),
    "kwh": ("energy", 1e3), "mwh": ("energy", 1e6), "gwh": ("energy", 1e9), "twh": ("energy", 1e12),
    "ha": ("area", 1e4), "km²": ("area", 1e6), "km2": ("area", 1e6), "m²": ("area", 1.0),
    "km/h": KMH, "kph": KMH, "mph": MPH, "m/s": ("speed", 1.0),
}  # fmt: skip
_SYMBOLS = frozenset(
    [
        "b",
        "kb",
        "mb",
        "gb",
        "tb",
        "pb",
        "bit",
        "kbit",
        "mbit",
        "gbit",
        "hz",
        "khz",
        "mhz",
        "ghz",
        "thz",
        "v",
        "kv",
        "mv",
        "w",
        "va",
        "kva",
        "mva",
        "a",
        "ma",
        "ah",
        "mah",
        "j",
        "kj",
        "mj",
        "gj",
        "pa",
        "kpa",
        "mpa",
        "hpa",
        "bar",
        "k",
        "c",
        "f",
        "nm",
        "µm",
        "ft",
        "yd",
        "in",
        "mi",
        "l",
        "ml",
        "hl",
        "cl",
        "lb",
        "oz",
        "bhp",
        "hp",
        "ps",
        "rpm",
        "kph",
        "mph",
        "kn",
        "kt",
        "mt",
        "gt",
        "twh",
        "pj",
        "bbl",
        "boe",
        "mboe",
        "btu",
        "mmbtu",
        "db",
        "ppm",
        "ppb",
        "sv",
        "msv",
        "bq",
        "teu",
        "dwt",
    ]
)
"""Symbols of units that nothing here is converted from, in small letters."""


def is_unit(word: str) -> bool:
    """Return whether a word is the symbol of a unit or the code of a currency, such as stand after numbers."""
    low = word.casefold()
    return low in SHORT or low in _SYMBOLS or low in CURRENCIES
