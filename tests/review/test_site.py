"""What is told of the site around the desk: hand-written pages, settings, what can run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.files.git import RevisionError
from mkdocs_briefings.mkdocs import configuration
from mkdocs_briefings.review.flat import MOST, Tagged, TooManyError, flat
from mkdocs_briefings.review.json_report import as_json
from mkdocs_briefings.review.markdown_report import markdown

from tests.review.sides import change, side
from tests.review.test_compare import SOLD, desk

DESK = desk({"sold": SOLD}) | {"mkdocs.yml": "site_name: A\n"}


def settings(base: str, head: str) -> list[tuple[str, str, str, str, bool]]:
    found = change(DESK | {"mkdocs.yml": base}, DESK | {"mkdocs.yml": head}).site
    return [(one.name, one.how, one.old, one.new, bool(one.flags)) for one in found]


@pytest.mark.parametrize(
    ("base", "head", "told"),
    [
        ("site_name: A", "site_name: B", [("site_name", "changed", "A", "B", False)]),
        ("a: 1", "a: '1'", [("a", "changed", "1", '"1"', False)]),
        ("theme: material", "theme: {name: material}", []),
        ("plugins: [search, briefings]", "plugins: {briefings: {}, search: {}}", []),
        ("theme: {palette: a}", "theme: {palette: b}", [("theme.palette", "changed", "a", "b", False)]),
        ("a: 1", "a: 1\ntheme: {font: {text: Inter}}", [("theme.font.text", "added", "", "Inter", True)]),
        (
            "a: 1",
            "a: 1\nextra: {analytics: {property: G}}",
            [("extra.analytics.property", "added", "", "G", True)],
        ),
        (
            "plugins: [briefings]",
            "plugins: [briefings: {seeds_dir: texts}]",
            [("plugins.briefings.seeds_dir", "added", "", "texts", True)],
        ),
        (
            "plugins: [briefings: {max_share: 0.2}]",
            "plugins: [briefings]",
            [("plugins.briefings.max_share", "gone", "0.2", "", False)],
        ),
        (
            "plugins: [briefings]",
            "plugins: [briefings, briefings.evil]",
            [("plugins.briefings.evil", "added", "", "", True)],
        ),
        (
            "emoji: !!python/name:a.b",
            "emoji: !!python/name:os.system",
            [("emoji", "changed", "!!python/name:a.b", "!!python/name:os.system", False)],
        ),
        (
            "emoji: '!!python/name:a.b'",
            "emoji: !!python/name:a.b",
            [("emoji", "changed", '"!!python/name:a.b"', "!!python/name:a.b", False)],
        ),
        (
            "theme: {custom_dir: a}",
            "theme: {custom_dir: b}\ntheme.custom_dir: a",
            [("theme.custom_dir", "changed", "a", "b", True), ("theme.custom_dir", "added", "", "a", True)],
        ),
        (
            "repo_url: https://a.org",
            "repo_url: https://b.org",
            [("repo_url", "changed", "https://a.org", "https://b.org", False)],
        ),
        ("plugins: [a: {x: 1}]", "plugins: [a: {x: 1}, a]", [("plugins.a (2)", "added", "", "", True)]),
    ],
)
def test_settings_are_told_with_their_values(
    base: str, head: str, told: list[tuple[str, str, str, str, bool]]
) -> None:
    assert settings(base, head) == told


def test_what_another_file_sets_is_told_too() -> None:
    own = "INHERIT: base.yml\ntheme: {name: material}\nplugins: {briefings: {as_of: 2026-02-02}}\n"
    base, head = (
        DESK
        | {"mkdocs.yml": own, f"{folder}/main.html": "x"}
        | {"base.yml": f"theme: {{custom_dir: {folder}}}\nplugins: {{briefings: {{max_share: {share}}}}}\n"}
        for folder, share in (("a", 0.2), ("b", 0.3))
    )
    assert [(one.name, one.how) for one in change(base, head).site] == [
        ("b/main.html", "added"),
        ("theme.custom_dir", "changed"),
        ("a/main.html", "gone"),
        ("plugins.briefings.max_share", "changed"),
    ]


def test_settings_that_repeat_themselves_do_not_fill_the_memory() -> None:
    lines = ["a0: &a0 {x: 1, y: 1}", *(f"a{n}: &a{n} {{x: *a{n - 1}, y: *a{n - 1}}}" for n in range(1, 40))]
    for text in ("\n".join(lines), "a: &a [*a]", "a: &a {b: *a}"):
        with pytest.raises(RevisionError, match="more settings than any site needs"):
            side(DESK | {"mkdocs.yml": text})
        with pytest.raises(RevisionError, match="more settings than any site needs"):
            side(DESK | {"mkdocs.yml": f"INHERIT: base.yml\n{text}", "base.yml": text})
    with pytest.raises(TooManyError):
        flat({"a": [0] * MOST})
    long = "x" * 10_000
    values: tuple[object, ...] = (long, Tagged("!x", long), long.encode(), {long: 1}, {long})
    repeated: list[dict[str, object]] = [{"a": [value] * 5_000} for value in values]
    repeated.append({long: dict.fromkeys(map(str, range(5_000)))})
    for data in repeated:
        with pytest.raises(TooManyError):
            flat(data)


def test_settings_that_merge_others_have_a_bound_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(configuration, "MOST", 20)
    own = {n: ", ".join(f"k{key}: 1" for key in range(n)) for n in (10, 21)}
    texts = {n: f"a: &a {{{words}}}\nb: {{<<: *a}}" for n, words in own.items()}
    assert ("b", "k9") in side(DESK | {"mkdocs.yml": texts[10]}).site
    with pytest.raises(RevisionError, match="more settings than any site needs"):
        side(DESK | {"mkdocs.yml": texts[21]})


def test_tagged_settings_that_repeat_themselves_do_not_fill_the_memory() -> None:
    lines = [f"a0: &a0 !x [{'y' * 10_000}]", *(f"a{n}: !x [*a0]" for n in range(1, 1_000))]
    with pytest.raises(RevisionError, match="more settings than any site needs"):
        side(DESK | {"mkdocs.yml": "\n".join(lines)})


def test_settings_that_merge_others_are_told() -> None:
    told = settings("a: &a {x: 1}", "a: &a {x: 1}\nb: {<<: *a, y: 2}")
    assert [(name, new) for name, _, _, new, _ in told] == [("b.x", "1"), ("b.y", "2")]


HUGE = f"0x{'f' * 5000}"


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (f"x: {HUGE}", "x", f"!!int {HUGE}"),
        (f"x: [{HUGE}]", "x", f'[{{"!!int": "{HUGE}"}}]'),
        (f"x: {{? {HUGE} : 1}}", f"x.{HUGE}", "1"),
        (f"x: !!set {{? {HUGE} }}", "x", f'["{HUGE}"]'),
        (f"plugins: [{HUGE}]", f"plugins.!!int {HUGE}", ""),
        ("plugins: [[a]]", 'plugins.["a"]', ""),
        ("markdown_extensions: [[a]]", 'markdown_extensions.["a"]', ""),
        ("plugins: [!x y]", "plugins.!x y", ""),
    ],
)
def test_settings_of_any_kind_are_told(text: str, name: str, value: str) -> None:
    rows = side(DESK | {"mkdocs.yml": text}).site
    assert (name, value) in [(".".join(key), found) for key, found in rows.items()]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.builds(Tagged, st.text(), st.text()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
)


@given(VALUES, VALUES)
def test_no_two_values_of_a_setting_are_told_alike(one: object, two: object) -> None:
    if flat({"nav": [one]}) == flat({"nav": [two]}):
        assert str(one).replace("'", "") == str(two).replace("'", "")


def test_hand_written_pages_are_told_beside_the_others() -> None:
    base = DESK | {"docs/about.md": "# About\n", "docs/a.png": b"\x89", "docs/.hidden.md": "# X\n"}
    head = DESK | {"docs/new.md": "---\ntitle: New\n---\n", "docs/a.png": b"\x88"}
    found = change(base, head)
    assert {(page.how, page.path, page.title) for page in found.pages} == {
        ("gone", "about.md", "About"),
        ("added", "new.md", "New"),
        ("changed", "a.png", ""),
    }
    (address,) = found.addresses
    assert (address.path, [flag.look for flag in address.flags]) == ("about.md", ["address"])
    assert not found.site
    assert "](https://p.example/new/)" in markdown(found, preview="https://p.example")


def test_a_page_that_takes_the_place_of_another_keeps_its_address() -> None:
    head = dict(DESK)
    head["briefings/2026-01-24-trade.yml"] = head.pop("briefings/2026-01-24-sales.yml")
    head["docs/briefings/sales.md"] = "# It moved\n"
    assert not change(DESK, head).addresses


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("# A\n", "# A\n\nB.\n", False),
        ("# A\n", "# A\n\n<iframe src=x></iframe>\n", True),
        ("# A\n", "# A\n\n![x](https://evil.example/a.png)\n", True),
        ("# A\n", "# A\n\n[x](https://fine.example/)\n", False),
        ("<script>\na\n</script>\n", "<script>\nb\n</script>\n", True),
        ('<img\nsrc="a">\n', '<img\nsrc="https://evil.example/">\n', True),
        ("<img src=a>\n", "<img src=a>\n\nB.\n", False),
        ("# A\n", "# A\n\n[x](java&#115;cript:alert(1))\n", True),
        ("# A\n", "# A\n\n[x](java&Tab;script&colon;alert(1))\n", True),
        ("# A\n", "# A\n\n[x](java\tscript:alert(1))\n", True),
        ("# A\n", "# A\n\n![x](&#104;ttps://evil.example/a.png)\n", True),
        ("# A\n", '# A\n\n<div style="background:url(https://evil.example/)"></div>\n', True),
        ("# A\n", '# A\n\n<div style\n="background:url(https://evil.example/)"></div>\n', True),
        ("# A\n", '# A\n\n<div style\f="background:url(https://evil.example/)"></div>\n', True),
        ("# A\n", "# A\n\n<button formaction=x>B</button>\n", True),
        ("# A\n", "# A\n\n![a][b]\n\n[b]: https://evil.example/a.png\n", True),
        ("[x][b]\n\n[b]: https://a.example/\n", "![x][b]\n\n[b]: https://a.example/\n", True),
        ("![x][b]\n\n[b]: a.png\n", "![x][b]\n\n[b]:\n  https://evil.example/a.png\n", True),
        ("# A\n", "# A\n\n![x](\nhttps://evil.example/a.png)\n", True),
        ("# A\n", "# A\n\n![a [x]](https://evil.example/a.png)\n", True),
        ("# A\n", "# A\n\n[x][b]\n\n[b]: https://fine.example/\n", False),
        ("# A\n", "# A\n\n![x](a.png) [y](https://fine.example/)\n", False),
        ("# A\n", "# A\n\n![x][b]\n\n[b]: a.png\n", False),
        ("# A\n", "# A\n\nStyle\n=====\n", False),
    ],
)
def test_what_can_run_in_a_page(old: str, new: str, flagged: bool) -> None:
    found = change(DESK | {"docs/a.md": old}, DESK | {"docs/a.md": new})
    assert [page.path for page in found.pages] == ["a.md"]
    assert [flag.look for one in found.site for flag in one.flags] == ["code"] * flagged


def test_files_that_run_are_told_and_not_their_text() -> None:
    config = {"mkdocs.yml": "theme: {custom_dir: over}\nhooks: [h.py, ../out.py]\n"}
    base = DESK | config | {"h.py": "1", "over/a.html": "1", "over/b.html": "1", "docs/x.js": "1"}
    head = DESK | config | {"h.py": "secret", "over/a.html": "2", "docs/x.js": "2", ".gitlab-ci.yml": "a"}
    found = change(base, head)
    assert [(one.name, one.how, len(one.flags)) for one in found.site] == [
        (".gitlab-ci.yml", "added", 1),
        ("docs/x.js", "changed", 1),
        ("h.py", "changed", 1),
        ("over/a.html", "changed", 1),
        ("over/b.html", "gone", 0),
    ]
    assert "secret" not in as_json(found)


def test_a_hostile_name_hides_no_other() -> None:
    hostile = f"extra: {{? {'a' * 100_000} : https://x.example/}}"
    head = f"{hostile}\nhooks: [h.py]\nextra_javascript: ['https://evil.example/x.js']\n"
    report = markdown(change(DESK, DESK | {"mkdocs.yml": head}), most=60_000)
    for begin in (
        "- **Code** · `extra.aaa",
        "- **Code** · `hooks`",
        "- added: `extra.aaa",
        "- added: `hooks`",
    ):
        assert f"\n{begin}" in report
    assert "not shown" not in report


@pytest.mark.parametrize(
    "path",
    [
        "requirements.txt",
        "requirements-site.txt",
        "requirements.lock",
        "pyproject.toml",
        "uv.lock",
        ".pre-commit-config.yaml",
        "vendor/briefings-1.whl",
        ".github/actions/x/action.yml",
        "docs/a.xhtml",
        "docs/a.xht",
        "docs/a.XML",
    ],
)
def test_what_is_installed_and_run_is_told(path: str) -> None:
    for base in (DESK, DESK | {path: "1"}):
        (found,) = change(base, DESK | {path: "2"}).site
        assert (found.name, [flag.look for flag in found.flags]) == (path, ["code"])


def test_hostile_settings_are_only_text() -> None:
    base = DESK | {"mkdocs.yml": "a: b"}
    head = DESK | {
        "mkdocs.yml": '"@acme <b> `x` | y": "| <img> [a](http://x) @acme"\n',
        "docs/` | <b>.md": "# @acme <b>\n",
    }
    report = markdown(change(base, head))
    assert "<b>" not in report
    assert "<img>" not in report
    assert "@acme" not in report
    many = DESK | {"mkdocs.yml": "".join(f"k{n}: https://x.org/{'y' * 500}\n" for n in range(9_000))}
    assert len(markdown(change(base, many), most=60_000).encode()) <= 60_000
