"""What can be wrong with YAML itself."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

SYNTAX = Rule(
    "yaml-syntax",
    Severity.ERROR,
    "A line that YAML cannot read.",
    "The lines after it might be read as something that nobody wrote.",
    "`title:Foo`",
    "Write `key: value`, or `- value` in a list, and close every `[`, `{` and quotation mark.",
)
UNQUOTED_COLON = Rule(
    "yaml-unquoted-colon",
    Severity.ERROR,
    "A value without quotation marks contains a colon followed by a space.",
    "In YAML, a colon and a space end a key, so the words before them are read as a key.",
    "`title: Nvidia: no sale`",
    "Quote the value (`'Nvidia: no sale'`), or write `>-` after the key and the text on the next line, indented. "
    "`briefings check --fix` does this where only one reading is possible.",
)
LEADING_QUOTE = Rule(
    "yaml-leading-quote",
    Severity.ERROR,
    "A value begins with a quotation mark, but does not end with the matching one.",
    "YAML expects the whole value between the two marks and cannot read the rest.",
    '`quote: "very good" equilibrium`',
    "Write `>-` after the key and the text on the next line, indented; or put the whole value between marks of the other kind.",
)
LEADING_INDICATOR = Rule(
    "yaml-leading-indicator",
    Severity.ERROR,
    "A text begins with a character that has a meaning in YAML.",
    "At the start of a value, `[ ] { } , * & ! % @ | >`, a backtick, `- ` and `? ` are YAML syntax.",
    "`text: [x] and more`",
    "Quote the value, or write `>-` after the key and the text on the next line, indented.",
)
COMMENT_CUTS = Rule(
    "yaml-comment-cuts",
    Severity.ERROR,
    "A `#` after a text without quotation marks turns the rest of the line into a comment.",
    "The text is cut there, and a shortened quotation may still be found in its source.",
    "`quote: ranked #1`",
    "If the `#` belongs to the text, put the text in quotation marks. Put a comment on its own line, above the key.",
)
TAB = Rule(
    "yaml-tab",
    Severity.ERROR,
    "A tab where YAML needs spaces.",
    "The width of a tab is not defined, so YAML does not accept it as indentation.",
    "`⇥text: …`",
    "Use two spaces for each level.",
)
ODD_SPACE = Rule(
    "yaml-odd-space",
    Severity.ERROR,
    "A no-break space, or another character that looks like a space, where YAML needs a space.",
    "It comes with text copied from a web page. YAML reads it as a letter of the key or of the text.",
    "a key that is indented with no-break spaces",
    "Delete it and type a space; many editors can show such characters.",
)
INDENT = Rule(
    "yaml-indent",
    Severity.ERROR,
    "A line is not indented like the lines that it belongs to.",
    "YAML decides by indentation alone which lines belong together.",
    "`  text: …`, and `   quote: …` below it",
    "Start the keys of an entry, and the items of a list, in the same column; indent the continuation of a text.",
)
DUPLICATE_KEY = Rule(
    "yaml-duplicate-key",
    Severity.ERROR,
    "The same key occurs twice in one entry.",
    "Only one of the two values can be used, and YAML does not define which.",
    "two `quote:` in a claim",
    "Remove or rename one of them, or combine both values in one list.",
)
ALIAS = Rule(
    "yaml-alias",
    Severity.ERROR,
    "An anchor (`&x`), an alias (`*x`) or a merge key (`<<`).",
    "A reviewer does not see the text behind an alias, and a few aliases can expand to gigabytes.",
    "`quote: *same`",
    "Write the text out; if `&` or `*` belongs to it, put it in quotation marks.",
)
TAG = Rule(
    "yaml-tag",
    Severity.ERROR,
    "A YAML tag (`!x`).",
    "Tags create types other than texts, numbers, lists and mappings; none of them is used here.",
    "`text: !important Cannon resigned.`",
    "Remove it; if the `!` belongs to the text, put the text in quotation marks.",
)
MERGE_CONFLICT = Rule(
    "yaml-merge-conflict",
    Severity.ERROR,
    "The file contains the markers of a git merge conflict.",
    "Two people changed the same lines, and only a person can decide which to keep.",
    "`<<<<<<< HEAD`",
    "Keep the right lines, from one version or both, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`.",
)
DOCUMENTS = Rule(
    "yaml-documents",
    Severity.ERROR,
    "A second YAML document in one file.",
    "Nothing below `---` or `...` would be read.",
    "`---` between two claims",
    "Remove the line, or make two files.",
)
EMPTY = Rule(
    "yaml-empty",
    Severity.ERROR,
    "The file or front matter has no YAML, only comments or white space.",
    "A file is seldom left empty on purpose.",
    "a file of 0 bytes",
    "Fill it in, or delete the file.",
)
TOO_LARGE = Rule(
    "yaml-too-large",
    Severity.ERROR,
    "A file of more than 1,048,576 characters, or a single text of more than 200,000.",
    "Nobody writes so much by hand: it is probably a captured article in the wrong place.",
    "an article pasted into `note`",
    "Put articles below the front matter of a file in `seeds/`.",
)
TOO_DEEP = Rule(
    "yaml-too-deep",
    Severity.ERROR,
    "Lists or mappings are nested more than 32 levels deep.",
    "No field needs more than a few levels.",
    "`[[[[[[[[…`",
    "Flatten it; if it is a text, put it in quotation marks.",
)
CONTROL_CHARACTER = Rule(
    "yaml-control-character",
    Severity.ERROR,
    "An invisible character that YAML refuses or reads as the end of a line.",
    "It comes with copied text and may silently cut a text in two.",
    "a line separator (U+2028) from a web page",
    "Delete it or replace it with a space.",
)
COMPLEX_KEY = Rule(
    "yaml-complex-key",
    Severity.ERROR,
    "A key is a list or a mapping, or is written with `? `.",
    "Only words are valid as keys here.",
    "`? [a, b]`",
    "Write `key: value`; if a text begins with `? ` or a bracket, put it in quotation marks.",
)
