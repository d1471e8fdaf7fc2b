-- The review of a run: an index of its facts, and what curators decided, in SQLite and in PostgreSQL.
-- review_decision is the history, only ever added to; every other table follows from it and from the run.
-- Records are JSON as in the run folder. Offsets count code points of the article's text, "end_char" is exclusive.
CREATE TABLE review_setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE review_counter (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO review_counter (name, value) VALUES ('decision', 0);

-- Each version of the run that was opened: `versions` is a JSON object of the program, model and lexicons.
CREATE TABLE review_version (
    number BIGINT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    versions TEXT NOT NULL,
    opened_at TEXT NOT NULL
);

CREATE TABLE review_article (
    id TEXT PRIMARY KEY,
    position BIGINT NOT NULL,
    url TEXT,
    title TEXT NOT NULL,
    present INTEGER NOT NULL,
    record TEXT NOT NULL
);

-- `extracted` is null for an entity that a curator made. `merged_into` is the entity that this one is part of.
CREATE TABLE review_entity (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    merged_into TEXT,
    extracted TEXT,
    current_record TEXT NOT NULL
);
CREATE INDEX review_entity_article ON review_entity (article_id);
CREATE INDEX review_entity_folded ON review_entity (folded);

-- A fact through all versions of the run. `extracted` is the fact of the present version, null for one that only a
-- curator found; `current_record` what the curators hold true. `todo` is 1 while somebody has yet to decide.
CREATE TABLE review_item (
    id TEXT PRIMARY KEY,
    fact_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    type TEXT NOT NULL,
    position BIGINT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    content TEXT NOT NULL,
    factuality TEXT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    teaches DOUBLE PRECISION NOT NULL,
    contradicted INTEGER NOT NULL,
    entity TEXT NOT NULL,
    words TEXT NOT NULL,
    extracted TEXT,
    present INTEGER NOT NULL,
    needed INTEGER NOT NULL,
    todo INTEGER NOT NULL,
    state TEXT NOT NULL,
    version BIGINT NOT NULL,
    current_record TEXT
);
CREATE INDEX review_item_teaches ON review_item (present, todo, teaches, position);
CREATE INDEX review_item_position ON review_item (present, todo, position);
CREATE INDEX review_item_type ON review_item (present, todo, type, position);
CREATE INDEX review_item_entity ON review_item (present, todo, entity, position);
CREATE INDEX review_item_confidence ON review_item (present, todo, confidence, position);
CREATE INDEX review_item_state ON review_item (present, state, type);
CREATE INDEX review_item_article ON review_item (article_id, start_char);

CREATE TABLE review_participant (
    name TEXT NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (name, item)
);
CREATE INDEX review_participant_item ON review_participant (item);

CREATE TABLE review_decision (
    number BIGINT PRIMARY KEY,
    batch BIGINT NOT NULL,
    made_at TEXT NOT NULL,
    curator TEXT NOT NULL,
    kind TEXT NOT NULL,
    article_id TEXT,
    item TEXT,
    fact_id TEXT,
    fact_type TEXT,
    content_before TEXT,
    content_after TEXT,
    reason TEXT,
    remark TEXT,
    record_before TEXT,
    record_after TEXT,
    entities TEXT,
    adjudicates INTEGER NOT NULL,
    undoes BIGINT UNIQUE,
    version BIGINT NOT NULL REFERENCES review_version (number)
);
CREATE INDEX review_decision_item ON review_decision (item);
CREATE INDEX review_decision_article ON review_decision (article_id);
CREATE INDEX review_decision_curator ON review_decision (curator, number);

-- Who holds which fact, until when (seconds since 1970); nobody else is given it before.
CREATE TABLE review_claim (
    item TEXT PRIMARY KEY,
    curator TEXT NOT NULL,
    until DOUBLE PRECISION NOT NULL
);
CREATE INDEX review_claim_curator ON review_claim (curator);

CREATE TABLE review_assignment (
    article_id TEXT PRIMARY KEY,
    curator TEXT NOT NULL
);

CREATE TABLE review_curator (
    name TEXT PRIMARY KEY,
    since TEXT NOT NULL
);
