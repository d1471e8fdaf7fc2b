"""The tables of `outputs/sql/r*.sql` for queries; a test keeps them in step."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa


def _table(name: str, columns: str) -> sa.TableClause:
    return sa.table(name, *map(sa.column, columns.split()))


SETTING: Final = _table("review_setting", "name value")
COUNTER: Final = _table("review_counter", "name value")
VERSION: Final = _table("review_version", "number fingerprint versions opened_at")
ARTICLE: Final = _table("review_article", "id position url title present record")
ENTITY: Final = _table("review_entity", "id article_id type name folded merged_into extracted current_record")
ITEM: Final = _table(
    "review_item",
    "id fact_id article_id type position start_char end_char content factuality confidence teaches contradicted entity "
    "words extracted present needed todo state version current_record",
)
PARTICIPANT: Final = _table("review_participant", "name item")
DECISION: Final = _table(
    "review_decision",
    "number batch made_at curator kind article_id item fact_id fact_type content_before content_after reason remark "
    "record_before record_after entities adjudicates undoes version",
)
CLAIM: Final = _table("review_claim", "item curator until")
ASSIGNMENT: Final = _table("review_assignment", "article_id curator")
CURATOR: Final = _table("review_curator", "name since")
COUNT: Final = _table("review_count", "state facts")
TABLES: Final = (
    SETTING,
    COUNTER,
    VERSION,
    ARTICLE,
    ENTITY,
    ITEM,
    PARTICIPANT,
    DECISION,
    CLAIM,
    ASSIGNMENT,
    CURATOR,
    COUNT,
)
