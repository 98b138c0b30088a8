// intake → [workers: render → image → ocr] → repair → layout → tables → extract → store → together
#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <deque>
#include <filesystem>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "intake/intake.h"
#include "intake/source_file.h"
#include "ocr/engine.h"
#include "pipeline/page_spill.h"
#include "pipeline/page_turns.h"
#include "pipeline/pipeline.h"
#include "pipeline/reextract.h"
#include "pipeline/sandbox.h"
#include "pipeline/worker_pool.h"
#include "store/reading_codec.h"

namespace trichluc {
namespace {

volatile std::sig_atomic_t stop_requested = 0;

// A file on its way through the workers.
struct OpenFile {
  OpenFile(FoundFile file, std::string before, const std::string& folder)
      : found(std::move(file)), read_before_by(std::move(before)), read(folder) {}
  FoundFile found;
  std::string read_before_by;  // "" for a file that was not stored, or is read again because it was asked for
  SourceFile source;           // open while its pages are read
  PageSpill read;              // encoded readings
  MendedPages mended;          // of `read`, those mended ahead
  int pages = 0, missing = 0;
  std::vector<Failure> failed;  // pages
};

std::string FolderOf(const std::string& database) {
  const std::string folder = std::filesystem::path(database).parent_path().string();
  return folder.empty() ? "." : folder;
}

class Ingestion {
 public:
  Ingestion(Database& database, const std::shared_ptr<const RuleSet>& rules, const IngestOptions& options,
            const ProgressSink& progress, const ExtractRun& run, std::string reader)
      : database_(database),
        rules_(rules),
        options_(options),
        progress_(progress),
        run_(run),
        reader_(std::move(reader)) {}

  IngestResult Run(const FindResult& found) {
    state_.files = static_cast<int>(found.files.size() + found.failures.size());
    for (const FindFailure& failure : found.failures) Fail(failure.path, "", failure.code, failure.message);
    for (const FoundFile& file : found.files) {
      if (stop_requested != 0) break;
      Sort(file);
    }
    const std::shared_ptr<WorkerPool> begun = options_.readers ? options_.readers : std::make_shared<WorkerPool>(options_.reading);
    pool_ = begun.get();
    turns_ = PageTurns(files_.size(), pool_->jobs());
    pool_->Run([this](WorkerPool::Job* job) { return Next(job); },
             [this](const WorkerPool::Job& job, const WorkerAnswer& answer) { Take(job, answer); },
             [this] { return WorkMeanwhile(); });
    result_.interrupted = result_.interrupted || stop_requested != 0;
    return result_;
  }

 private:
  // Whether it is read, extracted again from what was read, or skipped.
  void Sort(const FoundFile& file) {
    const std::string folder = FolderOf(database_.path());
    if (!seen_.insert(file.sha256).second) return Skip(file, "the same file again, skipped");
    const std::optional<StoredFile> stored = database_.FindFile(file.sha256);
    const bool again = options_.force || (options_.retry_failed && stored && stored->failed_pages > 0);
    if (!stored || stored->status != "done" || again) {
      files_.emplace_back(file, "", folder);
    } else if (!stored->reader.empty() && stored->reader != reader_) {
      files_.emplace_back(file, stored->reader, folder);
    } else if (stored->rules_hash != rules_->hash()) {
      const Reextracted made = ReextractFile(database_, TheExtractor(), *stored, run_, FileNames::kEvidence);
      ++result_.reextracted;
      Skip(file, fmt::format("the rules have changed: extracted again, {} documents, {} tasks", made.documents,
                             made.tasks));
    } else {
      Skip(file, "already in the database, skipped");
    }
  }

  void Skip(const FoundFile& file, const std::string& why) {
    ++result_.skipped;
    Report(file.path, why, false, true);
  }

  bool Next(WorkerPool::Job* job) {
    if (stop_requested != 0) {
      result_.interrupted = true;
      return false;
    }
    while (true) {
      const PageTurns::Step step = turns_.Next();
      if (step.kind == PageTurns::Step::Kind::kNone) return false;
      OpenFile& file = files_[step.file];
      const bool opening = step.kind == PageTurns::Step::Kind::kOpen;
      if (opening && !OpenSource(step.file)) continue;
      job->tag = step.file;
      job->request = {opening ? WorkerRequest::Kind::kPages : WorkerRequest::Kind::kRead, step.page, file.found.path};
      job->file = file.source.descriptor();
      return true;
    }
  }

  // False when the file failed: it is gone, or another by now.
  bool OpenSource(size_t tag) {
    OpenFile& file = files_[tag];
    try {
      file.source = SourceFile(file.found);
      return true;
    } catch (const DocumentError& error) {
      turns_.Closed(tag);
      Fail(file.found.path, file.found.sha256, Name(error.code()), error.cause());
      return false;
    }
  }

  void Take(const WorkerPool::Job& job, const WorkerAnswer& answer) {
    if (job.request.kind == WorkerRequest::Kind::kPages) return Opened(job.tag, answer);
    OpenFile& file = files_[job.tag];
    const int page = job.request.page;
    if (answer.ok && IsReading(answer.body)) {
      file.read.Put(page, answer.body);
      unmended_.emplace_back(job.tag, page);
    } else if (answer.ok) {
      file.failed.push_back({file.found.path, Name(ErrorCode::kEngine),
                             "the reading process answered with what is no reading", page});
    } else {
      file.failed.push_back({file.found.path, answer.code, answer.body, page});
    }
    ++state_.pages_done;
    Report("", "", false, false);
    if (--file.missing > 0) return;
    turns_.Closed(job.tag);
    read_.push_back(job.tag);
    pages_waiting_ += file.pages;
  }

  // A worker that a hostile file has taken over may answer anything.
  static bool IsReading(const std::string& bytes) {
    try {
      DecodeReading(bytes);
      return true;
    } catch (const std::runtime_error&) {
      return false;
    }
  }

  void Opened(size_t tag, const WorkerAnswer& answer) {
    OpenFile& file = files_[tag];
    const int pages = answer.ok ? std::atoi(answer.body.c_str()) : 0;
    if (pages < 1) {
      file.source.Close();
      turns_.Closed(tag);
      Fail(file.found.path, file.found.sha256, answer.ok ? Name(ErrorCode::kBroken) : answer.code,
           answer.ok ? "has no pages" : answer.body);
      return;
    }
    file.pages = file.missing = pages;
    state_.pages += pages;
    ++state_.files_opened;
    turns_.Opened(tag, pages);
  }

  // Documents of a file that is read whole, or words of a page; the workers read on meanwhile. They come first: with as many
  // as there are cores, the documents of a few pages wait until one of them has nothing to read, as when the last page is
  // read. Rules that cannot be used are told of before anything is read whole.
  bool WorkMeanwhile() {
    constexpr int kMayWait = 8;  // pages, whose documents take about as long as a page is read
    if (!files_.empty()) TheExtractor();
    const bool idle = pool_->HasIdleCore();
    if (read_.empty() || (!idle && pages_waiting_ <= kMayWait)) return idle && MendAhead();
    const size_t tag = read_.front();
    read_.pop_front();
    pages_waiting_ -= files_[tag].pages;
    Finish(tag);
    return true;
  }

  // The next page that was read; false where there is none, or enough of them are in memory.
  bool MendAhead() {
    constexpr size_t kMost = 64;
    if (unmended_.empty() || mended_ >= kMost) return false;
    const auto [tag, page] = unmended_.front();
    unmended_.pop_front();
    PageReading reading = ReadingOf(files_[tag], page);
    reading.crops.clear();
    files_[tag].mended[page] = TheExtractor().Mend(std::move(reading));
    ++mended_;
    return true;
  }

  void Finish(size_t tag) {
    OpenFile& file = files_[tag];
    std::erase_if(unmended_, [&](const auto& page) { return page.first == tag; });
    mended_ -= file.mended.size();
    try {
      file.source.RequireUnchanged(file.found);
      Store(file);
    } catch (const DocumentError& error) {
      Fail(file.found.path, file.found.sha256, Name(error.code()), error.cause());
    }
    file.source.Close();
    file.failed.clear();
    file.read.Clear();  // memory does not grow with the batch
    file.mended.clear();
  }

  PageReading ReadingOf(const OpenFile& file, int page) const {
    if (file.read.Has(page)) return DecodeReading(file.read.Get(page));
    PageReading reading;
    reading.page = page;
    for (const Failure& failure : file.failed) {
      if (failure.page == page) reading.failure = failure.message;
    }
    return reading;
  }

  // What stands on all pages of a file is in memory while its documents are made; pictures are not.
  FileRecord Extracted(OpenFile& file) {
    FileRecord record;
    record.path = file.found.path;
    record.sha256 = file.found.sha256;
    record.bytes = file.found.bytes;
    record.pages = file.pages;
    for (int page = 1; page <= file.pages; ++page) {
      record.readings.push_back(ReadingOf(file, page));
      record.readings.back().crops.clear();
    }
    TheExtractor().Extract(record, FileNames::kEvidence, std::move(file.mended));
    return record;
  }

  void Store(OpenFile& file) {
    if (static_cast<int>(file.failed.size()) == file.pages) {
      const Failure& first = file.failed.front();
      Fail(file.found.path, file.found.sha256, first.code, fmt::format("page {}: {}", first.page, first.message));
      return;
    }
    result_.failed_pages.insert(result_.failed_pages.end(), file.failed.begin(), file.failed.end());
    const FileRecord record = Extracted(file);
    database_.SaveFile(
        record, [&](int page) { return ReadingOf(file, page); }, run_.id);
    ++result_.done;
    result_.pages += record.pages;
    int tasks = 0;
    for (const Document& document : record.documents) tasks += static_cast<int>(document.tasks.size());
    result_.documents += static_cast<int>(record.documents.size());
    result_.tasks += tasks;
    result_.reread += !file.read_before_by.empty();
    Report(file.found.path,
           fmt::format("{} pages, {} documents, {} tasks{}{}", record.pages, record.documents.size(), tasks,
                       file.failed.empty() ? "" : fmt::format("; {} pages not read", file.failed.size()),
                       file.read_before_by.empty() ? "" : "; read again: it was read by " + file.read_before_by),
           false, false);
  }

  void Fail(const std::string& path, const std::string& sha256, const std::string& code,
            const std::string& message) {
    result_.failed.push_back({path, code, message, 0});
    database_.SaveFailure(path, sha256, code, message, run_.id);
    Report(path, message, true, false);
  }

  void Report(const std::string& path, const std::string& message, bool failed, bool skipped) {
    if (skipped || failed) ++state_.files_opened;
    if (!path.empty()) ++state_.files_done;
    state_.path = path;
    state_.message = message;
    state_.failed = failed;
    state_.skipped = skipped;
    if (progress_) progress_(state_);
  }

  // Made when first asked for: the workers have begun by then, and where all is known already none is needed.
  FileExtractor& TheExtractor() {
    if (!extractor_) extractor_.emplace(rules_);
    return *extractor_;
  }

  Database& database_;
  std::shared_ptr<const RuleSet> rules_;
  std::optional<FileExtractor> extractor_;
  const IngestOptions& options_;
  const ProgressSink& progress_;
  ExtractRun run_;
  std::string reader_;
  std::deque<OpenFile> files_;  // to be read
  std::deque<size_t> read_;     // of them, those read whole whose documents are still to be made
  int pages_waiting_ = 0;       // of these
  std::deque<std::pair<size_t, int>> unmended_;  // pages that were read: file and page
  size_t mended_ = 0;                            // pages, of all files
  WorkerPool* pool_ = nullptr;
  PageTurns turns_{0, 1};
  std::set<std::string> seen_;
  Progress state_;
  IngestResult result_;
};

}  // namespace

namespace {

// What is remembered of files that lay in these folders and lie there no more. Files named one by one, and in
// folders that cannot be looked into, stay remembered: that costs a line each and does no harm.
void ForgetGone(const std::vector<std::string>& paths, const FindResult& found, Database& database) {
  std::set<std::string> here;
  for (const FoundFile& file : found.files) here.insert(file.place);
  std::vector<std::string> gone;
  for (const std::string& path : paths) {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::canonical(path, error);
    if (error || !std::filesystem::is_directory(folder, error)) continue;
    for (const std::string& place : database.KnownPlaces(folder.string())) {
      if (here.count(place) == 0 && !std::filesystem::exists(place, error) && !error) gone.push_back(place);
    }
  }
  database.ForgetFiles(gone);
}

// Unchanged files cost a stat. With `force` all are hashed.
FindResult Find(const std::vector<std::string>& paths, Database& database, bool force) {
  HashSource known;
  if (!force) {
    known = [&](const std::string& place, long long bytes, long long modified) {
      return database.KnownHash(place, bytes, modified);
    };
  }
  FindResult found = FindFiles(paths, known);
  // A file changed this moment may change once more without its time showing it.
  constexpr long long kSettled = 2000000000;
  const long long now =
      std::chrono::nanoseconds(std::chrono::system_clock::now().time_since_epoch()).count();
  std::vector<KnownFile> fresh;
  for (const FoundFile& file : found.files) {
    if (file.hashed && !file.place.empty() && now - file.modified > kSettled)
      fresh.push_back({file.place, file.bytes, file.modified, file.sha256});
  }
  database.RememberFiles(fresh);
  ForgetGone(paths, found, database);
  return found;
}

}  // namespace

std::string ReaderOf(const ReadingOptions& options) {
  constexpr size_t kShown = 12;  // digits of a hash
  if (!options.recording.empty()) return "recording " + Sha256OfFile(options.recording).substr(0, kShown);
  const bool own = std::filesystem::exists(options.models + "/" + options.language + ".traineddata");
  std::string reader = DescribeTesseract(options.language, own ? options.models : "");
  for (const char* network : {"hand", "seal"}) {
    const std::string model = options.models + "/" + network + ".net";
    if (!options.models.empty() && std::filesystem::exists(model))
      reader += std::string(", ") + network + " " + Sha256OfFile(model).substr(0, kShown);
  }
  for (const char* suffix : {kDamagedModel, kSignedModel}) {
    if (const std::string model = NeighbourModel(options, suffix); !model.empty())
      reader += ", " + model + " " + Sha256OfFile(options.models + "/" + model + ".traineddata").substr(0, kShown);
  }
  if (options.as_scanned) reader += ", pages as scanned";
  return reader;
}

std::shared_ptr<WorkerPool> BeginReaders(const ReadingOptions& options, int count) {
  ReaderOf(options);  // tells of a missing language
  auto pool = std::make_shared<WorkerPool>(options);
  pool->Begin(count);
  return pool;
}

std::string WorkerRights() { return Describe(ProbeSandbox()); }

void RequestStop() { stop_requested = 1; }
bool StopRequested() { return stop_requested != 0; }

IngestResult Ingest(const std::vector<std::string>& named, Database& database,
                    const std::shared_ptr<const RuleSet>& rules, const IngestOptions& options,
                    const ProgressSink& progress) {
  std::vector<std::string> paths = named;
  for (const StoredFile& file : options.retry_failed ? database.Files() : std::vector<StoredFile>{}) {
    if (file.status != "done" || file.failed_pages > 0) paths.push_back(file.path);
  }
  const std::string reader = ReaderOf(options.reading);
  ExtractRun run{0, RepairerOf(*rules)};
  run.id = database.BeginRun(
      {TRICHLUC_VERSION, options.reading.language, rules->hash(), "ingest", reader, run.repairer});
  IngestResult result =
      Ingestion(database, rules, options, progress, run, reader).Run(Find(paths, database, options.force));
  if (result.done > 0 || result.reextracted > 0) result.weighed = WeighHandwriting(database, run.id);
  database.EndRun(run.id, result.done, static_cast<int>(result.failed.size()), result.skipped);
  return result;
}

}  // namespace trichluc
