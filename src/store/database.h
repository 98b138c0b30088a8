// Records ↔ SQLite. The only room that speaks SQL; schema in store/schema.sql, one migration a version.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/record.h"
#include "model/together.h"
#include "store/listing.h"

namespace trichluc {

struct RunInfo {
  std::string program_version, engine, rules_hash, command;
  std::string reader;  // engine and models with their hashes; "" when nothing is read, or it was not noted
  std::string repairer;  // what repairs words (pipeline.h); "" when none may be taken for it
};

// A document as stored, with the keys a person uses to name it.
struct StoredDocument {
  long long id = 0;  // kept when the document is extracted again
  long long file_id = 0;
  std::string path, sha256;
  int file_pages = 0;
  Document document;
  // For each of document.references the id of the stored document that it names; 0 where the database has
  // none.
  std::vector<long long> reference_targets;
  // Other documents with the same number and issuer (Nghị định 30/2020/NĐ-CP, annex VI, asks to warn of
  // them): another scan, another year, or a misread number. By id.
  std::vector<long long> duplicates;
  // Words on the document's pages that were changed: what was read, and what it became.
  std::vector<Repair> repairs;
};

struct StoredFile {
  long long id = 0;
  std::string path, sha256, status;  // "done" | "failed"
  std::string error_code, error;     // of a failed file
  int pages = 0;
  std::string rules_hash, engine;  // of the last extraction; of the reading
  std::string reader;              // RunInfo::reader of the run that read it
  std::string repairer;            // RunInfo::repairer of the last extraction
  int failed_pages = 0;            // of a file that is done: pages that could not be read
};

// One call of ingest or reextract. `ended_at` is "" while it runs, or when it was cut off.
struct StoredRun {
  long long id = 0;
  RunInfo info;
  std::string started_at, ended_at;  // UTC, YYYY-MM-DDTHH:MM:SSZ
  int done = 0, failed = 0, skipped = 0;
};

// A file as it lay when it was hashed.
struct KnownFile {
  std::string path;  // absolute, links resolved
  long long bytes = 0, modified = 0;  // modified: nanoseconds since 1970
  std::string sha256;
};

// One connection; not thread-safe. Every failure is a UsageError that names the database file, what is wrong
// with it (no database, made by another program, newer, locked, read-only, damaged, disk full) and what to
// do.
//
// Several programs may use one file: readers see the last committed state, writers wait for each other, at
// most ten seconds. A program that is killed leaves the file as of its last committed document.
class Database {
 public:
  enum class Mode { kCreate, kReadWrite, kReadOnly };
  // kCreate makes the file and its schema when absent; an older schema is migrated (kCreate, kReadWrite), a
  // newer one refused. kReadOnly writes nothing, and works on a file that may not be written.
  Database(const std::string& path, Mode mode);
  ~Database();
  const std::string& path() const;  // as given

  // EndRun also forgets agencies that no document names any more.
  long long BeginRun(const RunInfo& run);
  void EndRun(long long run, int done, int failed, int skipped);

  std::optional<StoredFile> FindFile(const std::string& sha256) const;
  std::vector<StoredFile> Files() const;  // by path
  std::vector<StoredRun> Runs() const;    // the latest first

  // The hash of a file that was remembered at this place with this size and time; "" when none was.
  std::string KnownHash(const std::string& path, long long bytes, long long modified) const;
  void RememberFiles(const std::vector<KnownFile>& files);  // one transaction
  // Files remembered below a folder (absolute, links resolved), and how to forget them: those that lie there no
  // more. One transaction.
  std::vector<std::string> KnownPlaces(const std::string& folder) const;
  void ForgetFiles(const std::vector<std::string>& places);

  // The file with its pages and documents in one transaction: in whole or not at all. Replaces what was
  // stored for the same sha256, and failures recorded for the same path. References of all documents are
  // linked anew where this file's documents may be meant.
  void SaveFile(const FileRecord& file, long long run);
  // The same with readings that are made one after the other, each but once and written before the next:
  // `reading` gives that of a page (1-based); those of `file` are not looked at.
  using ReadingSource = std::function<PageReading(int page)>;
  void SaveFile(const FileRecord& file, const ReadingSource& reading, long long run);
  // A file that is stored as done stays as it is: a failed second reading destroys nothing.
  void SaveFailure(const std::string& path, const std::string& sha256, const std::string& error_code,
                   const std::string& error, long long run);

  // `pictures`: with their crops, which extraction has no need of.
  std::vector<PageReading> Readings(long long file_id, bool pictures = true) const;
  // The pictures kept of one page.
  std::vector<Crop> Crops(long long file_id, int page) const;
  std::vector<std::string> PageTexts(long long file_id) const;
  // Words of the file that were changed, by page, in the order of changing.
  std::vector<Repair> Repairs(long long file_id) const;
  // New documents (and page texts and repairs) for a stored file, in one transaction: what reextract does. What
  // equals what is stored is not written again; the file is the run's all the same.
  void ReplaceDocuments(long long file_id, const std::vector<Document>& documents,
                        const std::vector<std::string>& page_texts, long long run,
                        const std::vector<Repair>& repairs = {});

  // All documents, as far as they speak of each other's handwritten fields. By content, whatever the order of
  // import. Costs no loading of tables, tasks or readings.
  std::vector<KnownDocument> KnownDocuments() const;
  // Writes what the documents together say where that is not what is stored: value, confidence, flag and
  // evidence (rules "hand.cited_by", "hand.cited_before", "hand.order", "hand.all"); references are linked anew.
  // A value that differs from the one it had last is logged with the run. One transaction. Returns how many
  // values changed.
  int Revise(const std::vector<Verdict>& verdicts, long long run);
  // The log of one document, the oldest first.
  std::vector<FieldChange> Changes(long long document_id) const;

  // In order of path and page, whatever the order of import. The callback returns false to stop; it may read
  // from the database, not write to it.
  void ForEachDocument(const std::function<bool(const StoredDocument&)>& visit) const;
  // By row id, by number ("112/KH-UBND"), by path or file name (with or without .pdf), by the number's
  // sequence ("112"), by symbol ("KH-UBND", "…/KH-UBND"): the first of these that finds any. Several when the
  // number repeats or the file bundles several. Each through an index.
  std::vector<StoredDocument> FindDocuments(const std::string& key) const;
  // Every number and file name, each once.
  std::vector<std::string> Names() const;

  // Lines of lists in the order of ForEachDocument, from the `offset`-th on, at most `limit` (0: all). Cost what
  // they show, not what the database holds.
  std::vector<DocumentLine> ListDocuments(size_t limit, size_t offset) const;
  std::vector<TaskLine> ListTasks(size_t limit, size_t offset) const;
  Totals CountListed() const;  // documents, tasks, files and failed alone
  Totals CountAll() const;
  // Files whose documents were made by other rules than these.
  long long CountStale(const std::string& rules_hash) const;
  // Files that another engine or model read (RunInfo::reader); those of which it was not noted are none.
  long long CountReadOtherwise(const std::string& reader) const;

  // Where all terms stand together in the head of a document (subject, number, agencies, signers), in a task
  // (content, output, agencies) or on a page: these three in this order, in each the documents imported last
  // first. A term is a word or, with blanks in it, a phrase; one that ends in "*" is a beginning. Letter case
  // and all Vietnamese marks are forgiven on both sides. At most `limit` hits, and three of one document and
  // place; limit 0: all. A page is left out where a head or task on it was shown.
  std::vector<SearchHit> Search(const std::vector<std::string>& terms, size_t limit) const;

  struct Impl;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace trichluc
