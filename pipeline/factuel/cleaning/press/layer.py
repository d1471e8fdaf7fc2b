"""The press layer as one readable sequence."""

from __future__ import annotations

from factuel.cleaning.press.block import Draft
from factuel.cleaning.press.company import set_aside_company, set_aside_orphans
from factuel.cleaning.press.glue import split_glued
from factuel.cleaning.press.head import set_aside_labels, set_aside_tags, take_title
from factuel.cleaning.press.lines import set_aside_lines
from factuel.cleaning.press.repeats import set_aside_repeats, set_aside_titles
from factuel.cleaning.press.teasers import set_aside_teasers


def apply_press_layer(draft: Draft, *, find_title: bool) -> None:
    """Set aside in `draft` all that is not the article.

    With `find_title`, a title is looked for in the first line when the draft has none. Lines are judged again after
    teasers are gone, since what is "after the article" has moved.
    """
    split_glued(draft)
    before = list(draft.blocks)
    set_aside_company(draft)
    if draft.title:
        set_aside_titles(draft)
    set_aside_teasers(draft)
    set_aside_lines(draft)
    if find_title and not draft.title:
        take_title(draft)
    set_aside_titles(draft)
    set_aside_labels(draft)
    set_aside_teasers(draft)
    set_aside_lines(draft)
    set_aside_tags(draft)
    set_aside_company(draft)
    set_aside_repeats(draft)
    set_aside_orphans(draft, before)
