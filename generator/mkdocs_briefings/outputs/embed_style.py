"""The style sheet of what other sites show of this one; a test holds its colours to those of the theme."""

from __future__ import annotations

_LIGHT = {
    "paper": "#fff", "tint": "#f6f4ef", "ink": "#1a1c20", "soft": "#565b64", "line": "#d9d6cf", "accent": "#1d4f91",
    "considered": "#61656d", "proposed": "#8f5400", "issued": "#1f5fa8", "in-force": "#14663a", "suspended": "#7a4a9c",
    "ended": "#a3282d",
}  # fmt: skip
_DARK = {
    "paper": "#15171c", "tint": "#1f2229", "ink": "#e8e6e1", "soft": "#a9adb6", "line": "#3a3e47", "accent": "#8fbcf5",
    "considered": "#a9adb5", "proposed": "#f0b35a", "issued": "#86b8f2", "in-force": "#7fd0a0", "suspended": "#cba6e8",
    "ended": "#f2999c",
}  # fmt: skip
_STATES = ("considered", "proposed", "issued", "in-force", "suspended")
_ENDS = ("withdrawn", "revoked", "dropped", "expired")


def _named(colours: dict[str, str]) -> str:
    return " ".join(f"--b-{name}: {value};" for name, value in colours.items())


def _states() -> str:
    hues = {**{name: name for name in _STATES}, **dict.fromkeys(_ENDS, "ended")}
    return "\n".join(
        f".s-{name} {{ --b-state: var(--b-{hue}); }} .b-from-{name} {{ --b-before: var(--b-{hue}); }}"
        for name, hue in hues.items()
    )


STYLE = f"""\
:root {{ color-scheme: light dark; {_named(_LIGHT)} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_named(_DARK)} }} }}
{_states()}
body {{ background: var(--b-paper); color: var(--b-ink); font: 1rem/1.45 Georgia, "Times New Roman", serif; margin: 0; }}
article {{ border: 1px solid var(--b-line); border-inline-start: 4px solid var(--b-ink); overflow-wrap: anywhere; padding: .7rem 1rem; }}
h1 {{ font: 650 .85rem/1.3 system-ui, sans-serif; margin: 0 0 .5rem; }}
p, ul {{ margin: .4rem 0; }}
ul {{ padding-inline-start: 1.1rem; }}
a {{ color: var(--b-accent); text-underline-offset: .15em; }}
h1 a {{ color: inherit; text-decoration: none; }}
h1 a:is(:hover, :focus) {{ text-decoration: underline; }}
a:focus-visible {{ outline: 2px solid var(--b-accent); outline-offset: 2px; }}
blockquote {{ background: var(--b-tint); margin: .6rem 0 .2rem; padding: .1rem .8rem; }}
blockquote + p, footer {{ color: var(--b-soft); font: .8rem/1.4 system-ui, sans-serif; }}
footer {{ border-top: 1px solid var(--b-line); margin-top: .7rem; }}
.b-axis {{ color: var(--b-soft); direction: ltr; font: .7rem/1 system-ui, sans-serif; height: 1.2em; position: relative; }}
.b-axis span {{ position: absolute; }}
.b-track {{ background: var(--b-tint); direction: ltr; height: 1rem; overflow: hidden; position: relative; }}
.b-bar, .b-doubt, .b-stale {{ bottom: 0; position: absolute; top: 0; }}
.b-bar {{ background: var(--b-state); border-inline-start: 2px solid var(--b-paper); box-sizing: border-box; }}
.b-doubt {{ background: repeating-linear-gradient(45deg, var(--b-state) 0 3px, var(--b-before, transparent) 3px 7px); }}
.b-stale {{ background: var(--b-paper); opacity: .6; }}
@media print {{ .b-bar, .b-doubt {{ print-color-adjust: exact; }} }}
"""
