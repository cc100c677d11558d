"""Everything that can be wrong, by code: the catalogue that the rules page is made from."""

from __future__ import annotations

from mkdocs_briefings.model.codes import (
    desk_codes,
    field_codes,
    file_codes,
    quotation_codes,
    reference_codes,
    voice_codes,
    yaml_codes,
)

GROUPS = (
    ("Files", file_codes.RULES),
    ("YAML", yaml_codes.RULES),
    ("Fields", field_codes.RULES),
    ("Ids and references", reference_codes.RULES),
    ("Quotations", quotation_codes.RULES),
    ("Prose and the desk", desk_codes.RULES),
    ("Our own voice", voice_codes.RULES),
)
ALL = {rule.code: rule for _, rules in GROUPS for rule in rules}
