// The order of the stages, and the worker processes that carry pages through the first of them. The front
// header of the room; the order itself stands in pipeline.cc and is meant to be read in a minute.
//
//   intake → [worker: render → image → ocr] → repair → layout → tables → extract → store → together
//
// A page is read in a worker process; a crash there costs one page's attempt, not the batch. Everything
// after reading is cheap and runs in the calling process, so that reextract is the same code without the
// workers.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "model/record.h"
#include "repair/repair.h"
#include "rules/rules.h"
#include "store/database.h"

namespace trichluc {

struct ReadingOptions {
  std::string program;  // the executable to start workers with; empty: ReaderProgram()
  std::string language = "trichluc";  // model for Tesseract: one in `models`, else one of Debian's
  std::string models;                 // folder of the program's own models; empty: Debian's alone
  std::string recording;              // answers of a recorded engine instead of Tesseract; for tests
  std::string record_to;   // keep every answer of the engine in this file; for tests. Implies one worker.
  bool as_scanned = false;            // no work on page images, to measure what it is worth
  int jobs = 0;            // worker processes; 0: one a core
  int page_seconds = 180;  // for one attempt at a page; a worker that takes longer is killed
  int worker_megabytes = 2048;  // of address space; a worker that wants more fails its page
};

class WorkerPool;  // worker_pool.h

// Begins so many reading processes ahead of an import; they get ready while the caller loads rules. Throws UsageError where they
// cannot read (a missing language).
std::shared_ptr<WorkerPool> BeginReaders(const ReadingOptions& options, int count);

struct IngestOptions {
  ReadingOptions reading;
  std::shared_ptr<WorkerPool> readers;  // begun with the same options; null: begun when there is something to read
  bool force = false;         // read again what is already stored
  bool retry_failed = false;  // also the stored files that failed, or of which pages could not be read
};

// A file, or with `page` > 0 one page of a file that is stored all the same.
struct Failure {
  std::string path, code, message;
  int page = 0;
};

struct IngestResult {
  int done = 0, skipped = 0, pages = 0, documents = 0, tasks = 0;
  int reread = 0;            // of those done: stored already, but read by another engine or model
  int reextracted = 0;       // of those skipped: extracted again from what was read, since the rules have changed
  int weighed = 0;           // handwritten values that other documents raised, changed or took back
  bool interrupted = false;  // asked to stop: what is left is as if it had not been asked for
  std::vector<Failure> failed, failed_pages;
};

// Called from the ingesting thread: after each page and each file.
struct Progress {
  int files = 0, files_done = 0;  // done, skipped and failed
  int pages = 0, pages_done = 0;  // of the files opened so far
  int files_opened = 0;           // these and the ones skipped or failed
  std::string path;               // the file just finished, or ""
  std::string message;            // one line about it: "2 documents, 31 tasks" or why it failed
  bool failed = false, skipped = false;
};
using ProgressSink = std::function<void(const Progress&)>;

// Reads files, folders and globs into the database. A file whose SHA-256 is stored as done is skipped; when
// other rules made its documents they are made again from what was read, and when another engine or model read
// it (ReaderOf) it is read again. One bad file never stops the others. Pages of several files are read in turn,
// so that a long one does not hold back the short ones behind it; what was read waits on disk (page_spill.h). A page over which the worker fails twice – crashed, out of time or memory,
// damaged – is stored as not read, with the cause and a flag; a file of which no page can be read has failed.
// When RequestStop was called no further page is begun, and files in hand of which pages are missing are left
// for the next time. Returns what became of all; throws only UsageError (database, rules, missing language).
IngestResult Ingest(const std::vector<std::string>& paths, Database& database,
                    const std::shared_ptr<const RuleSet>& rules, const IngestOptions& options,
                    const ProgressSink& progress);

// The program that reads pages, beside the one that runs: trichluc-reader.
std::string ReaderProgram();

// What reads with these options: engine and models with the beginnings of their SHA-256, "tesseract 5.3.0,
// trichluc 0123456789ab, hand 0123456789ab".
std::string ReaderOf(const ReadingOptions& options);

// The models that read damaged pages, and authorities, titles and names below black seals, once more (second_reading.h), beside that of
// the language in `models`: "trichluc_damaged", "trichluc_signed"; "" when there is none.
constexpr const char *kDamagedModel = "_damaged", *kSignedModel = "_signed";
std::string NeighbourModel(const ReadingOptions& options, const std::string& suffix);

// What the workers of an import may do here, in words (sandbox.h).
std::string WorkerRights();

// Asks a running Ingest to stop; may be called from a signal handler.
void RequestStop();
bool StopRequested();

// What the names of files may tell: offices name scans after the number. Left out to measure how much that is
// worth.
enum class FileNames { kEvidence, kIgnored };

// Runs layout, tables and extraction again over everything stored, without recognition.
IngestResult Reextract(Database& database, const std::shared_ptr<const RuleSet>& rules,
                       const ProgressSink& progress, FileNames names = FileNames::kEvidence);

// Handwritten numbers and days of all documents, weighed with what the others say (extract/together.h): the last
// step of Ingest and Reextract. Returns how many values changed; the database keeps the log.
int WeighHandwriting(Database& database, long long run);

// The body of `trichluc-reader worker`: requests on stdin, readings on stdout, until stdin closes. Ends the process then; returns
// for a request that is none.
int RunWorker(const ReadingOptions& options);

// A page, or one of the two on a sheet, with the words repaired as far as the page alone tells.
struct MendedPage {
  PageReading reading;
  std::vector<Repair> repairs;
  std::set<int> undecided;  // Repairer::Mend
};
using MendedPages = std::map<int, std::vector<MendedPage>>;  // by page of the file

// From readings to records: repair → layout → tables → extract. Made once for many files: it loads what the
// rules and the repair of words need. Not thread-safe.
class FileExtractor {
 public:
  explicit FileExtractor(const std::shared_ptr<const RuleSet>& rules);
  ~FileExtractor();
  // The part of Extract that looks at one page alone; may be done ahead of it, as pages are read. `reading`: of the file.
  std::vector<MendedPage> Mend(PageReading reading);
  // Fills repairs, page_texts and documents of `file`; takes its readings, which are gone afterwards. `ahead`: what Mend made
  // of some of them.
  void Extract(FileRecord& file, FileNames names = FileNames::kEvidence, MendedPages ahead = {});
  // The same where `file` has the repairs that this program made of these readings by the same rules (RepairerOf):
  // they are made once more, and not looked for again. Where they do not fit they are.
  void ExtractRepaired(FileRecord& file, FileNames names);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The names in the rules that repairs of words look at.
RepairNames NamesForRepair(const RuleSet& rules);

// SHA-256 over what repairs of words depend on: this program and the rules of repair. "" when the program was
// linked without a build id: then nothing is known to be the same.
std::string RepairerOf(const RuleSet& rules);

// The same for one file; its readings stay as they are.
void ExtractFile(FileRecord& file, const std::shared_ptr<const RuleSet>& rules,
                 FileNames names = FileNames::kEvidence);

}  // namespace trichluc
