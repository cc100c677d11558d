"""Everything that can be wrong, by code: the catalogue that the rules page is made from."""

from __future__ import annotations

from generator.codes import desk, fields, files, quotations, references, voice, yaml

GROUPS = (
    ("Files", files.RULES),
    ("YAML", yaml.RULES),
    ("Fields", fields.RULES),
    ("Ids and references", references.RULES),
    ("Quotations", quotations.RULES),
    ("Prose and the desk", desk.RULES),
    ("Our own voice", voice.RULES),
)
ALL = {rule.code: rule for _, rules in GROUPS for rule in rules}
