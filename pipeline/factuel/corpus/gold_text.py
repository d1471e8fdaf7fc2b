"""Reader of a gold file as input: the article without its marks, so that a run can be scored against the gold."""

from __future__ import annotations

from collections.abc import Iterator

from factuel.corpus.gold import GoldError, read_gold_file
from factuel.corpus.protocol import CorpusError, Input
from factuel.records import PageMetadata, RawPage


def read_gold_text(source: Input) -> Iterator[RawPage]:
    """Yield the article of a `.gold` file as plain text, with the title (its first line) and date of its header."""
    if source.path is None:
        raise CorpusError("not_a_file", "gold is read from a file of its own, not from inside an archive or a stream")
    try:
        article = read_gold_file(source.path)
    except (GoldError, UnicodeDecodeError) as error:
        raise CorpusError("broken_gold", str(error)) from error
    title = article.text.partition("\n")[0]
    metadata = PageMetadata(title=title or None, published=article.published, charset="utf-8")
    yield RawPage(uri=source.uri, content=article.text.encode("utf-8"), media_type="text/plain", metadata=metadata)
