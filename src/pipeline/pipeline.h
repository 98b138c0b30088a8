// The order of the stages, and the worker processes that carry pages through the first of them. The front
// header of the room; the order itself stands in pipeline.cc and is meant to be read in a minute.
//
//   intake → [worker: render → image → ocr] → repair → layout → tables → extract → store
//
// A page is read in a worker process, started with OMP_THREAD_LIMIT=1 in its environment (Tesseract spins
// otherwise: ten times the processor time); a crash there costs one page's attempt, not the batch. Everything
// after reading is cheap and runs in the calling process, so that reextract is the same code without the
// workers.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "model/record.h"
#include "rules/rules.h"
#include "store/database.h"

namespace trichluc {

struct ReadingOptions {
  std::string program;  // the executable to start workers with; empty: this one (/proc/self/exe)
  std::string language = "trichluc";  // model for Tesseract: one in `models`, else one of Debian's
  std::string models;                 // folder of the program's own models; empty: Debian's alone
  std::string recording;              // answers of a recorded engine instead of Tesseract; for tests
  std::string record_to;  // keep every answer of the engine in this file; for tests. Implies one worker.
  int jobs = 0;           // worker processes; 0: one a core
};

struct IngestOptions {
  ReadingOptions reading;
  bool force = false;  // read again what is already stored
};

struct FailedFile {
  std::string path, code, message;
};

struct IngestResult {
  int done = 0, skipped = 0, pages = 0, documents = 0, tasks = 0;
  std::vector<FailedFile> failed;
};

// Called from the ingesting thread: after each page and each file.
struct Progress {
  int files = 0, files_done = 0;  // done, skipped and failed
  int pages = 0, pages_done = 0;  // of the files opened so far
  std::string path;               // the file just finished, or ""
  std::string message;            // one line about it: "2 documents, 31 tasks" or why it failed
  bool failed = false, skipped = false;
};
using ProgressSink = std::function<void(const Progress&)>;

// Reads files, folders and globs into the database. A file whose SHA-256 is stored as done is skipped. One
// bad file never stops the others. Returns what became of them; throws only UsageError (database, rules,
// missing language).
IngestResult Ingest(const std::vector<std::string>& paths, Database& database,
                    const std::shared_ptr<const RuleSet>& rules, const IngestOptions& options,
                    const ProgressSink& progress);

// What the names of files may tell: offices name scans after the number. Left out to measure how much that is
// worth.
enum class FileNames { kEvidence, kIgnored };

// Runs layout, tables and extraction again over everything stored, without recognition.
IngestResult Reextract(Database& database, const std::shared_ptr<const RuleSet>& rules,
                       const ProgressSink& progress, FileNames names = FileNames::kEvidence);

// The body of the hidden command "worker": requests on stdin, readings on stdout, until stdin closes.
int RunWorker(const ReadingOptions& options);

// From readings to records: repair → layout → tables → extract. Fills repairs, page_texts and documents of
// `file`; its readings stay as they are.
void ExtractFile(FileRecord& file, const std::shared_ptr<const RuleSet>& rules,
                 FileNames names = FileNames::kEvidence);

}  // namespace trichluc
