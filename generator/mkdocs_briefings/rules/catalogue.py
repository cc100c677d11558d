"""The table of all codes; `explain`, the manual and the checks are made from it.

What reading a desk finds is declared where it is found; a rule of the desk is a row, in a file of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.lock import lock_codes
from mkdocs_briefings.model import baseline
from mkdocs_briefings.model.problem import Rule
from mkdocs_briefings.parse import field_codes, file_codes, yaml_codes
from mkdocs_briefings.parse.version_ledger import VERSIONS_BROKEN, VERSIONS_ORPHANED
from mkdocs_briefings.resolve import quotation_codes, reference_codes, source_codes
from mkdocs_briefings.rules import (
    answer_uncited,
    attribution_lost,
    cause_added,
    chain_unsupported,
    condition_lost,
    cut_beside_hedge,
    date_mismatch,
    denial_missing,
    field_contradicted,
    figure_turned,
    hedge_lost,
    negation_left_out,
    negation_lost,
    note_unsupported,
    occasion_undated,
    opposite_word,
    order_differs,
    outlet_unknown,
    passage_crosses,
    printed_not_found,
    prospect_as_fact,
    quoted_words,
    rank_raised,
    reads_otherwise,
    scope_widened,
    single_value_property,
    speaker_differs,
    speaker_missing,
    stage_ahead,
    state_not_told,
    state_word_missing,
    title_too_long,
    translation_differs,
    translation_missing,
    uncited_sentence,
    unclassed_disagreement,
    universal_added,
    unmentioned_entity,
    unsupported_count,
    unsupported_date,
    unsupported_name,
    unsupported_number,
    unused_source,
    word_exchanged,
)

if TYPE_CHECKING:
    from mkdocs_briefings.rules.row import Row

_LISTED: tuple[tuple[str, tuple[Row | Rule, ...]], ...] = (
    (
        "Files",
        (
            file_codes.BAD_ENCODING,
            file_codes.FRONT_MATTER_BROKEN,
            file_codes.TEXT_UNUSABLE,
            file_codes.PATH_OUTSIDE,
            file_codes.FOLDER_MISSING,
            file_codes.BAD_FILE_NAME,
            file_codes.UNKNOWN_FILE,
            source_codes.SEAL_BROKEN,
            source_codes.SEAL_MISSING,
            source_codes.METADATA_MISSING,
            file_codes.PAGE_TAKEN,
            lock_codes.LOCK_BROKEN,
            lock_codes.LOCK_OUT_OF_DATE,
            VERSIONS_BROKEN,
            VERSIONS_ORPHANED,
        ),
    ),
    (
        "YAML",
        (
            yaml_codes.SYNTAX,
            yaml_codes.UNQUOTED_COLON,
            yaml_codes.LEADING_QUOTE,
            yaml_codes.LEADING_INDICATOR,
            yaml_codes.COMMENT_CUTS,
            yaml_codes.TAB,
            yaml_codes.ODD_SPACE,
            yaml_codes.INDENT,
            yaml_codes.DUPLICATE_KEY,
            yaml_codes.ALIAS,
            yaml_codes.TAG,
            yaml_codes.MERGE_CONFLICT,
            yaml_codes.DOCUMENTS,
            yaml_codes.EMPTY,
            yaml_codes.TOO_LARGE,
            yaml_codes.TOO_DEEP,
            yaml_codes.CONTROL_CHARACTER,
            yaml_codes.COMPLEX_KEY,
        ),
    ),
    (
        "Fields",
        (
            field_codes.UNKNOWN_FIELD,
            field_codes.MISSING_FIELD,
            field_codes.WRONG_TYPE,
            field_codes.BAD_CHOICE,
            field_codes.BAD_ID,
            field_codes.BAD_ADDRESS,
            field_codes.BAD_DATE,
            reference_codes.BAD_VALUE,
            date_mismatch.ROW,
            printed_not_found.ROW,
            field_contradicted.ROW,
            state_word_missing.ROW,
        ),
    ),
    (
        "Ids and references",
        (
            reference_codes.UNKNOWN_SOURCE,
            reference_codes.UNKNOWN_CLAIM,
            reference_codes.UNKNOWN_ENTITY,
            reference_codes.UNKNOWN_STORYLINE,
            reference_codes.WRONG_KIND,
            reference_codes.NOT_PUBLISHED,
            reference_codes.DUPLICATE_ID,
            reference_codes.ID_COLLISION,
            reference_codes.RESERVED_ID,
            reference_codes.CYCLE,
            occasion_undated.ROW,
            reference_codes.UNKNOWN_INFERRED,
            reference_codes.PUBLISHER_TYPED,
            reference_codes.REPLY_UNCLEAR,
        ),
    ),
    (
        "Quotations",
        (
            quotation_codes.PASSAGE_NOT_FOUND,
            quotation_codes.PASSAGE_NOT_UNIQUE,
            quotation_codes.PASSAGE_CUTS_WORD,
            quotation_codes.PASSAGE_EMPTY,
            quotation_codes.GAP_CROSSES_SENTENCE,
            quotation_codes.GAP_SWALLOWS_NEGATION,
            quotation_codes.NEGATION_BESIDE,
            quotation_codes.SOURCE_AMBIGUOUS,
            quotation_codes.NOT_VERIFIED,
            quotation_codes.TRANSLATION_UNCLEAR,
            passage_crosses.ROW,
        ),
    ),
    (
        "Prose and the desk",
        (
            reference_codes.PROSE_SYNTAX,
            uncited_sentence.ROW,
            answer_uncited.ROW,
            reference_codes.AMBIGUOUS_ALIAS,
            unmentioned_entity.ROW,
            outlet_unknown.ROW,
            unclassed_disagreement.ROW,
            denial_missing.ROW,
            single_value_property.ROW,
            unused_source.ROW,
            title_too_long.ROW,
            baseline.BASELINE_STALE,
        ),
    ),
    (
        "Our own voice",
        (
            unsupported_number.ROW,
            unsupported_date.ROW,
            unsupported_name.ROW,
            figure_turned.ROW,
            word_exchanged.ROW,
            note_unsupported.ROW,
            speaker_missing.ROW,
            chain_unsupported.ROW,
            negation_lost.ROW,
            state_not_told.ROW,
            quoted_words.ROW,
            translation_differs.ROW,
        ),
    ),
    (
        "Doubts for the reviewer",
        (
            hedge_lost.ROW,
            prospect_as_fact.ROW,
            stage_ahead.ROW,
            rank_raised.ROW,
            order_differs.ROW,
            condition_lost.ROW,
            negation_left_out.ROW,
            opposite_word.ROW,
            scope_widened.ROW,
            universal_added.ROW,
            unsupported_count.ROW,
            cause_added.ROW,
            attribution_lost.ROW,
            speaker_differs.ROW,
            translation_missing.ROW,
            cut_beside_hedge.ROW,
            reads_otherwise.ROW,
        ),
    ),
)

ROWS: tuple[Row, ...] = tuple(one for _, listed in _LISTED for one in listed if not isinstance(one, Rule))
GROUPS = tuple(
    (name, tuple(one if isinstance(one, Rule) else one.rule for one in listed)) for name, listed in _LISTED
)
ALL = {rule.code: rule for _, rules in GROUPS for rule in rules}
BESIDE = frozenset(row.rule.code for row in ROWS if row.beside)
"""Codes of the rules that read beside the passages."""
