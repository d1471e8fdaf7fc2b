-- A run of factuel as tables. Offsets count Unicode code points of article.text; "end" columns are exclusive.
-- Lists are JSON arrays; fact.details is a JSON object with the keys that only the fact's type has.
CREATE TABLE article (
    id TEXT PRIMARY KEY,
    uri TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    url TEXT,
    site TEXT,
    title TEXT,
    authors TEXT NOT NULL,
    published TEXT,
    modified TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE entity (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article (id),
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    links TEXT NOT NULL,
    confidence REAL NOT NULL
) STRICT;
CREATE INDEX entity_name ON entity (name);
CREATE INDEX entity_article ON entity (article_id);

CREATE TABLE mention (
    entity_id TEXT NOT NULL REFERENCES entity (id),
    text TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL
) STRICT;
CREATE INDEX mention_entity ON mention (entity_id);

CREATE TABLE fact (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES article (id),
    evidence TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    factuality TEXT NOT NULL,
    attribution_entity_id TEXT REFERENCES entity (id),
    attribution TEXT,
    time_edtf TEXT,
    time_from TEXT,
    time_to TEXT,
    place_entity_id TEXT REFERENCES entity (id),
    place TEXT,
    confidence REAL NOT NULL,
    extractor TEXT NOT NULL,
    details TEXT NOT NULL
) STRICT;
CREATE INDEX fact_type ON fact (type);
CREATE INDEX fact_article ON fact (article_id);

CREATE TABLE reject (
    source TEXT NOT NULL,
    stage TEXT NOT NULL,
    error TEXT NOT NULL,
    message TEXT NOT NULL
) STRICT;
