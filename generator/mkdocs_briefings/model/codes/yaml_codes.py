"""What can be wrong with the YAML of an editor, before anyone looks at what it says."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

SYNTAX = Rule(
    "yaml-syntax",
    Severity.ERROR,
    "A line that YAML cannot read.",
    "What follows it might be read as something that nobody wrote.",
    "`title:Foo`",
    "Write `key: value`, or `- value` in a list, and close every `[`, `{` and quotation mark.",
)
UNQUOTED_COLON = Rule(
    "yaml-unquoted-colon",
    Severity.ERROR,
    "A value that is not quoted contains a colon and a space.",
    "To YAML, a colon and a space end a key: it takes the words before them for one.",
    "`title: Nvidia: no sale`",
    "Quote the value (`'Nvidia: no sale'`), or write `>-` after the key and the text on the next line, indented. "
    "`briefings check --fix` does it where there is no doubt.",
)
LEADING_QUOTE = Rule(
    "yaml-leading-quote",
    Severity.ERROR,
    "A value opens with a quotation mark that does not close it.",
    "YAML takes the whole value to stand between the marks, and does not know what the rest is.",
    '`quote: "very good" equilibrium`',
    "Write `>-` after the key and the text on the next line, indented; or put the whole value in the other marks.",
)
LEADING_INDICATOR = Rule(
    "yaml-leading-indicator",
    Severity.ERROR,
    "A text opens with a sign that has a meaning in YAML.",
    "At the start of a value, YAML reads `[ ] { } , * & ! % @ | >`, a backtick, `- ` and `? ` as its own signs.",
    "`text: [x] and more`",
    "Quote the value, or write `>-` after the key and the text on the next line, indented.",
)
COMMENT_CUTS = Rule(
    "yaml-comment-cuts",
    Severity.ERROR,
    "A `#` after a text that is not quoted makes the rest of the line a comment.",
    "The text is cut there, and a quotation that is cut may still be found in its source.",
    "`quote: ranked #1`",
    "Quote the text if the `#` belongs to it; put a comment on a line of its own, above the key.",
)
TAB = Rule(
    "yaml-tab",
    Severity.ERROR,
    "A tab stands where YAML wants spaces.",
    "How wide a tab is, nobody can tell, so YAML does not take it for indentation.",
    "`⇥text: …`",
    "Use spaces, two for each level.",
)
ODD_SPACE = Rule(
    "yaml-odd-space",
    Severity.ERROR,
    "A no-break space, or another character that looks like a space, where YAML wants a space.",
    "It comes with text copied from a web page, and YAML takes it for a letter: of the key, or of the text.",
    "a key that is indented by no-break spaces",
    "Remove what stands there and type spaces; many editors can show such characters.",
)
INDENT = Rule(
    "yaml-indent",
    Severity.ERROR,
    "A line is not indented as the lines that it belongs to.",
    "Indentation alone tells YAML what belongs to what.",
    "`  text: …`, and `   quote: …` below it",
    "Let the keys of an entry, and the items of a list, begin in the same column; indent a text that goes on.",
)
DUPLICATE_KEY = Rule(
    "yaml-duplicate-key",
    Severity.ERROR,
    "The same key stands twice in one entry.",
    "Only one of the two values can hold, and YAML does not say which.",
    "two `quote:` in a claim",
    "Remove one, rename one, or make one list of both values.",
)
ALIAS = Rule(
    "yaml-alias",
    Severity.ERROR,
    "An anchor (`&x`), an alias (`*x`) or a merge key (`<<`).",
    "A text that is elsewhere cannot be reviewed here, and a few aliases can grow to gigabytes.",
    "`quote: *same`",
    "Write it out; if `&` or `*` belongs to the text, quote the text.",
)
TAG = Rule(
    "yaml-tag",
    Severity.ERROR,
    "A YAML tag (`!x`).",
    "Tags make other things than texts, numbers, lists and mappings, and there is no use for them here.",
    "`text: !important Cannon resigned.`",
    "Remove it; if the `!` belongs to the text, quote the text.",
)
MERGE_CONFLICT = Rule(
    "yaml-merge-conflict",
    Severity.ERROR,
    "Marks of a merge conflict that git left in a file.",
    "Two people changed the same lines, and only a person can say which of them hold.",
    "`<<<<<<< HEAD`",
    "Keep the lines that hold, of one version or of both, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`.",
)
DOCUMENTS = Rule(
    "yaml-documents",
    Severity.ERROR,
    "A second YAML document in one file.",
    "What stands below `---` or `...` would not be read.",
    "`---` between two claims",
    "Remove the line, or make two files.",
)
EMPTY = Rule(
    "yaml-empty",
    Severity.ERROR,
    "Nothing but comments or white space where YAML is wanted.",
    "An empty file is more often an accident than a wish.",
    "a file of 0 bytes",
    "Write what belongs here, or remove the file.",
)
TOO_LARGE = Rule(
    "yaml-too-large",
    Severity.ERROR,
    "A file of more than 1,048,576 characters, or a single text of more than 200,000.",
    "No editor writes so much by hand: it is a captured article in the wrong place, or an accident.",
    "an article pasted into `note`",
    "Articles belong below the front matter of a file in `seeds/`.",
)
TOO_DEEP = Rule(
    "yaml-too-deep",
    Severity.ERROR,
    "Lists or mappings that are nested more than 32 deep.",
    "Nothing here is more than a few levels deep.",
    "`[[[[[[[[…`",
    "Take it apart; quote it if it is a text.",
)
CONTROL_CHARACTER = Rule(
    "yaml-control-character",
    Severity.ERROR,
    "An invisible character that YAML refuses, or takes for the end of a line.",
    "It comes with copied text, cannot be seen, and may cut a text in two.",
    "a line separator (U+2028) from a web page",
    "Remove it, or write a space in its place.",
)
COMPLEX_KEY = Rule(
    "yaml-complex-key",
    Severity.ERROR,
    "A key that is a list or a mapping, or is written with `? `.",
    "Keys are words here.",
    "`? [a, b]`",
    "Write `key: value`; quote the text if it opens with `? ` or a bracket.",
)
RULES = (
    SYNTAX,
    UNQUOTED_COLON,
    LEADING_QUOTE,
    LEADING_INDICATOR,
    COMMENT_CUTS,
    TAB,
    ODD_SPACE,
    INDENT,
    DUPLICATE_KEY,
    ALIAS,
    TAG,
    MERGE_CONFLICT,
    DOCUMENTS,
    EMPTY,
    TOO_LARGE,
    TOO_DEEP,
    CONTROL_CHARACTER,
    COMPLEX_KEY,
)
