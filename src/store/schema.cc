#include "store/schema.h"

#include <fmt/format.h>

#include <algorithm>

namespace trichluc {
namespace {

int Pragma(Connection& connection, const char* sql) {
  Statement query = connection.Query(sql);
  int value = 0;
  if (query.Next()) query >> value;
  return value;
}

void SetVersion(Connection& connection, int version) {
  connection.Execute(fmt::format("PRAGMA user_version = {}", version));
}

}  // namespace

const std::vector<Migration>& Migrations() {
  static const std::vector<Migration> kMigrations = {
      // Until then no word was ever repaired.
      {2,
       R"sql(CREATE TABLE word_repairs (  -- words that were misread and changed by what the program knows of the language
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,  -- the page; its reading keeps what was read
  ordinal INTEGER NOT NULL,        -- order on the page
  box_left INTEGER NOT NULL,       -- box of the word on the page
  box_top INTEGER NOT NULL,        -- box on the page
  box_right INTEGER NOT NULL,      -- box on the page
  box_bottom INTEGER NOT NULL,     -- box on the page
  raw TEXT NOT NULL,               -- as read
  text TEXT NOT NULL,              -- as repaired: what page text and documents were made of
  rule TEXT NOT NULL,              -- 'word.context': a valid word that does not fit; 'word.syllable': no word at all
  confidence REAL NOT NULL,        -- chance that the repair is right, 0..1
  PRIMARY KEY (page_id, ordinal)
) STRICT, WITHOUT ROWID;)sql"},
      // Until then nothing was known of agencies but their names; `reextract` fills it.
      {3,
       R"sql(CREATE TABLE agency_lives (  -- when agencies were, and what followed them, as the registry has it
  agency_id INTEGER PRIMARY KEY REFERENCES agencies (id) ON DELETE CASCADE,  -- the agency; none: nothing is known
  valid_from TEXT,                 -- first day: YYYY, YYYY-MM or YYYY-MM-DD
  valid_to TEXT,                   -- first day on which it no longer was; NULL: it still is
  successor_key TEXT,              -- key in the registry of the agency that took over
  successor TEXT                   -- its name; that agency need not be in this database
) STRICT;
CREATE VIEW v_agencies AS  -- one row an agency with its printed forms joined by '; ', its end and successor, for people
SELECT
  a.id,
  a.registry_key,
  a.name,
  (SELECT group_concat(printed, '; ') FROM (SELECT printed FROM agency_aliases x WHERE x.agency_id = a.id
     ORDER BY x.printed)) AS printed,
  l.valid_from,
  l.valid_to,
  l.successor_key,
  l.successor,
  (SELECT count(*) FROM documents d WHERE d.issuer_id = a.id) AS issued_count,
  (SELECT count(DISTINCT x.task_id) FROM task_agencies x WHERE x.agency_id = a.id) AS task_count
FROM agencies a
LEFT JOIN agency_lives l ON l.agency_id = a.id;)sql"},
      // Until then every file was hashed each time.
      {4,
       R"sql(CREATE TABLE known_files (  -- where files lay when they were last looked at: what is unchanged need not be hashed again
  path TEXT PRIMARY KEY,           -- absolute, links resolved
  bytes INTEGER NOT NULL,          -- size then
  modified INTEGER NOT NULL,       -- time of its last change, nanoseconds since 1970
  sha256 TEXT NOT NULL             -- of the bytes, hexadecimal
) STRICT, WITHOUT ROWID;)sql"},
      // Until then the chances of handwriting stood in the flags' text alone; `reextract` fills it.
      {5, R"sql(CREATE TABLE hand_fields (  -- handwritten numbers and days, as far as each document tells by itself
  id INTEGER PRIMARY KEY,          -- key
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- the document
  ordinal INTEGER NOT NULL,        -- order of reading
  field TEXT NOT NULL,             -- 'number' or 'issued_on'
  page INTEGER NOT NULL,           -- page in the file, 1-based
  box_left INTEGER NOT NULL,       -- box of its line on the page
  box_top INTEGER NOT NULL,        -- box on the page
  box_right INTEGER NOT NULL,      -- box on the page
  box_bottom INTEGER NOT NULL,     -- box on the page
  raw TEXT NOT NULL,               -- the line as read
  printed TEXT NOT NULL,           -- what the engine for print made of the handwriting
  before_symbol TEXT NOT NULL,     -- between number and symbol: '/', '-', '/2021/'
  unseen REAL NOT NULL,            -- chance that it is none of the candidates, 0..1
  blank REAL NOT NULL,             -- chance that nothing is written, 0..1
  UNIQUE (document_id, field)
) STRICT;

CREATE TABLE hand_candidates (  -- what such a field may be
  hand_field_id INTEGER NOT NULL REFERENCES hand_fields (id) ON DELETE CASCADE,  -- the field
  ordinal INTEGER NOT NULL,        -- 0 is the likeliest
  value TEXT NOT NULL,             -- figures of a number, or a day YYYY-MM-DD
  chance REAL NOT NULL,            -- 0..1
  PRIMARY KEY (hand_field_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE field_changes (  -- values that other documents of the database raised, changed or took back
  id INTEGER PRIMARY KEY,          -- key
  document_id INTEGER NOT NULL,    -- documents.id; no foreign key, so that the log outlives a new extraction
  field TEXT NOT NULL,             -- 'number' or 'issued_on'
  before TEXT,                     -- the value as it was; NULL: none
  after TEXT,                      -- as it is since; NULL: none
  probability REAL NOT NULL,       -- of `after`, 0..1
  reason TEXT NOT NULL,            -- rules of the evidence that spoke: 'hand.cited_by, hand.order'
  run_id INTEGER NOT NULL REFERENCES runs (id)  -- the run that changed it
) STRICT;
CREATE INDEX field_changes_by_document ON field_changes (document_id, field);)sql"},
      // Until then documents were found by id and number, and what read a file was not kept.
      {6, R"sql(CREATE TABLE run_readers (  -- what read the pages of a run of ingest; none: it was not noted before schema 6
  run_id INTEGER PRIMARY KEY REFERENCES runs (id),  -- the run
  reader TEXT NOT NULL             -- engine and models with the beginnings of their SHA-256: 'tesseract 5.3.0, trichluc 0123456789ab, hand 0123456789ab'
) STRICT;
CREATE INDEX files_by_name ON files (substr(path, 1 + length(rtrim(path, replace(path, '/', '')))));
CREATE INDEX files_failed ON files (path) WHERE status <> 'done';
CREATE INDEX pages_not_read ON pages (file_id) WHERE engine = '';
CREATE INDEX documents_by_sequence ON documents (number_seq);
CREATE INDEX documents_by_symbol ON documents (symbol);
CREATE TABLE search_entries (  -- what `search` finds beside the text of pages
  id INTEGER PRIMARY KEY,          -- key
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- the document
  task_ordinal INTEGER,            -- tasks.ordinal; NULL: the document itself
  page INTEGER NOT NULL,           -- where it begins in the file, 1-based
  head TEXT NOT NULL,              -- of a document: subject, number, agencies, signers; of a task ''
  task TEXT NOT NULL,              -- of a task: content, output, agencies; of a document ''
  UNIQUE (document_id, task_ordinal)
) STRICT;

CREATE VIRTUAL TABLE entry_index  -- search_entries by word; marks are folded, đ is written d (hence never 'rebuild')
USING fts5 (head, task, content='search_entries', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE page_index  -- pages.text by word, folded as entry_index
USING fts5 (text, content='pages', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

CREATE TRIGGER search_entries_added AFTER INSERT ON search_entries BEGIN
  INSERT INTO entry_index (rowid, head, task) VALUES (new.id,
    replace(replace(new.head, 'đ', 'd'), 'Đ', 'D'), replace(replace(new.task, 'đ', 'd'), 'Đ', 'D'));
END;
CREATE TRIGGER search_entries_gone AFTER DELETE ON search_entries BEGIN
  INSERT INTO entry_index (entry_index, rowid, head, task) VALUES ('delete', old.id,
    replace(replace(old.head, 'đ', 'd'), 'Đ', 'D'), replace(replace(old.task, 'đ', 'd'), 'Đ', 'D'));
END;
CREATE TRIGGER pages_added AFTER INSERT ON pages BEGIN
  INSERT INTO page_index (rowid, text) VALUES (new.id, replace(replace(new.text, 'đ', 'd'), 'Đ', 'D'));
END;
CREATE TRIGGER pages_gone AFTER DELETE ON pages BEGIN
  INSERT INTO page_index (page_index, rowid, text)
    VALUES ('delete', old.id, replace(replace(old.text, 'đ', 'd'), 'Đ', 'D'));
END;
CREATE TRIGGER pages_changed AFTER UPDATE OF text ON pages WHEN new.text <> old.text BEGIN
  INSERT INTO page_index (page_index, rowid, text)
    VALUES ('delete', old.id, replace(replace(old.text, 'đ', 'd'), 'Đ', 'D'));
  INSERT INTO page_index (rowid, text) VALUES (new.id, replace(replace(new.text, 'đ', 'd'), 'Đ', 'D'));
END;
INSERT INTO page_index (rowid, text) SELECT id, replace(replace(text, 'đ', 'd'), 'Đ', 'D') FROM pages;
INSERT INTO search_entries (document_id, task_ordinal, page, head, task)
SELECT d.id, NULL, d.page_from, rtrim(ifnull(d.subject || ' · ', '') || ifnull(d.number || ' · ', '') ||
    ifnull(i.name || ' · ', '') || ifnull(nullif(d.issuer_printed, i.name) || ' · ', '') ||
    ifnull(p.name || ' · ', '') || ifnull(nullif(d.parent_issuer_printed, p.name) || ' · ', '') ||
    ifnull((SELECT group_concat(s.name, ' · ') FROM signers s WHERE s.document_id = d.id), ''), ' ·'), ''
FROM documents d LEFT JOIN agencies i ON i.id = d.issuer_id LEFT JOIN agencies p ON p.id = d.parent_issuer_id
ORDER BY d.id;
INSERT INTO search_entries (document_id, task_ordinal, page, head, task)
SELECT t.document_id, t.ordinal, t.page_from, '', t.content || ifnull(' · ' || t.output, '') ||
    ifnull(' · ' || (SELECT group_concat(a.name || iif(x.printed = a.name, '', ' (' || x.printed || ')'), ' · ')
      FROM task_agencies x JOIN agencies a ON a.id = x.agency_id WHERE x.task_id = t.id), '')
FROM tasks t ORDER BY t.document_id, t.ordinal;)sql"},
      // Until then every extraction repaired all words anew.
      {7, R"sql(CREATE TABLE run_repairers (  -- what repaired the words of the files that a run extracted; none: it was not noted
  run_id INTEGER PRIMARY KEY REFERENCES runs (id),  -- the run
  repairer TEXT NOT NULL           -- SHA-256 over program and rules of repair: as long as both are the same, repairs are
) STRICT;)sql"},
  };
  return kMigrations;
}

int SchemaVersion(Connection& connection) {
  // In this order: another program may make the schema, in one transaction, between the two.
  const int objects = Pragma(connection, "SELECT count(*) FROM sqlite_schema");
  const int application = Pragma(connection, "PRAGMA application_id");
  if (application == kApplicationId) return Pragma(connection, "PRAGMA user_version");
  if (application == 0 && objects == 0) return 0;
  connection.Fail("was made by another program and would be spoilt; give another file with --db");
}

void CreateSchema(Connection& connection) {
  Transaction transaction(connection, Transaction::Kind::kWrite);
  // Another program may have made it while this one waited for the lock.
  if (Pragma(connection, "SELECT count(*) FROM sqlite_schema") == 0) {
    connection.Execute(kSchemaSql);
    connection.Execute(fmt::format("PRAGMA application_id = {}", kApplicationId));
    SetVersion(connection, kSchemaVersion);
  }
  transaction.Commit();
}

void Migrate(Connection& connection, const std::vector<Migration>& migrations) {
  const int known = migrations.empty() ? 1 : migrations.back().version;
  const int version = SchemaVersion(connection);
  if (version > known) {
    connection.Fail(fmt::format(
        "has schema {}, this program knows schemas up to {}; use the trichluc that made it", version, known));
  }
  for (const Migration& migration : migrations) {
    if (migration.version <= version) continue;
    Transaction transaction(connection, Transaction::Kind::kWrite);
    const int now = SchemaVersion(connection);
    if (now >= migration.version) continue;  // done by another program meanwhile
    if (now + 1 != migration.version) {
      connection.Fail(
          fmt::format("has schema {}, and no migration leads from there to {}", now, migration.version));
    }
    connection.Execute(migration.sql);
    SetVersion(connection, migration.version);
    transaction.Commit();
  }
}

}  // namespace trichluc
