// intake → [workers: render → image → ocr] → repair → layout → tables → extract → store → together
#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <deque>
#include <map>
#include <set>

#include "base/error.h"
#include "intake/intake.h"
#include "intake/source_file.h"
#include "pipeline/pipeline.h"
#include "pipeline/sandbox.h"
#include "pipeline/worker_pool.h"
#include "store/reading_codec.h"

namespace trichluc {
namespace {

volatile std::sig_atomic_t stop_requested = 0;

// A file on its way through the workers.
struct OpenFile {
  FoundFile found;
  SourceFile source;  // open while its pages are read
  FileRecord record;
  int next_page = 1, missing = 0;
  std::vector<Failure> failed;  // pages
};

class Ingestion {
 public:
  Ingestion(Database& database, std::shared_ptr<const RuleSet> rules, const IngestOptions& options,
            const ProgressSink& progress, long long run)
      : database_(database), rules_(std::move(rules)), options_(options), progress_(progress), run_(run) {}

  IngestResult Run(const FindResult& found) {
    state_.files = static_cast<int>(found.files.size() + found.failures.size());
    for (const FindFailure& failure : found.failures) Fail(failure.path, "", failure.code, failure.message);
    for (const FoundFile& file : found.files) {
      if (Skip(file)) continue;
      files_.push_back({file, {}, {}, 1, 0, {}});
    }
    WorkerPool pool(options_.reading);
    pool.Run([this](WorkerPool::Job* job) { return Next(job); },
             [this](const WorkerPool::Job& job, const WorkerAnswer& answer) { Take(job, answer); });
    return result_;
  }

 private:
  bool Skip(const FoundFile& file) {
    const bool again = !seen_.insert(file.sha256).second;
    if (!again) {
      if (options_.force) return false;
      const std::optional<StoredFile> stored = database_.FindFile(file.sha256);
      if (!stored || stored->status != "done") return false;
      if (options_.retry_failed && stored->failed_pages > 0) return false;
    }
    ++result_.skipped;
    Report(file.path, again ? "the same file again, skipped" : "already in the database, skipped", false,
           true);
    return true;
  }

  // Pages of opened files first, in order, so that few files are open at a time; else the next file is
  // opened.
  bool Next(WorkerPool::Job* job) {
    if (stop_requested != 0) {
      result_.interrupted = true;
      return false;
    }
    for (auto at = reading_.begin(); at != reading_.end(); ++at) {
      OpenFile& file = files_[*at];
      if (file.next_page > file.record.pages) continue;
      job->request = {WorkerRequest::Kind::kRead, file.next_page++, file.found.path};
      job->tag = *at;
      job->file = file.source.descriptor();
      return true;
    }
    while (next_file_ < files_.size()) {
      job->tag = next_file_++;
      OpenFile& file = files_[job->tag];
      if (!OpenSource(file)) continue;
      job->request = {WorkerRequest::Kind::kPages, 0, file.found.path};
      job->file = file.source.descriptor();
      return true;
    }
    return false;
  }

  // False when the file failed: it is gone, or another by now.
  bool OpenSource(OpenFile& file) {
    try {
      file.source = SourceFile(file.found);
      return true;
    } catch (const DocumentError& error) {
      Fail(file.found.path, file.found.sha256, Name(error.code()), error.cause());
      return false;
    }
  }

  void Take(const WorkerPool::Job& job, const WorkerAnswer& answer) {
    OpenFile& file = files_[job.tag];
    if (job.request.kind == WorkerRequest::Kind::kPages) {
      Opened(job.tag, answer);
      return;
    }
    PageReading& reading = file.record.readings[static_cast<size_t>(job.request.page - 1)];
    if (answer.ok) {
      reading = DecodeReading(answer.body);
    } else {
      reading.page = job.request.page;
      reading.failure = answer.body;
      file.failed.push_back({file.found.path, answer.code, answer.body, job.request.page});
    }
    ++state_.pages_done;
    Report("", "", false, false);
    if (--file.missing == 0) Finish(job.tag);
  }

  void Opened(size_t tag, const WorkerAnswer& answer) {
    OpenFile& file = files_[tag];
    if (!answer.ok) {
      file.source.Close();
      Fail(file.found.path, file.found.sha256, answer.code, answer.body);
      return;
    }
    file.record.path = file.found.path;
    file.record.sha256 = file.found.sha256;
    file.record.bytes = file.found.bytes;
    file.record.pages = file.missing = std::stoi(answer.body);
    file.record.readings.resize(static_cast<size_t>(file.record.pages));
    state_.pages += file.record.pages;
    ++state_.files_opened;
    reading_.insert(tag);
  }

  void Finish(size_t tag) {
    OpenFile& file = files_[tag];
    reading_.erase(tag);
    try {
      file.source.RequireUnchanged(file.found);
      Store(file);
    } catch (const DocumentError& error) {
      Fail(file.found.path, file.found.sha256, Name(error.code()), error.cause());
    }
    file.source.Close();
    file.failed.clear();
    file.record = {};  // memory does not grow with the batch
  }

  void Store(OpenFile& file) {
    if (!file.failed.empty() && file.failed.size() == file.record.readings.size()) {
      const Failure& first = file.failed.front();
      Fail(file.found.path, file.found.sha256, first.code,
           fmt::format("page {}: {}", first.page, first.message));
      return;
    }
    result_.failed_pages.insert(result_.failed_pages.end(), file.failed.begin(), file.failed.end());
    ExtractFile(file.record, rules_);
    database_.SaveFile(file.record, run_);
    ++result_.done;
    result_.pages += file.record.pages;
    int tasks = 0;
    for (const Document& document : file.record.documents) tasks += static_cast<int>(document.tasks.size());
    result_.documents += static_cast<int>(file.record.documents.size());
    result_.tasks += tasks;
    Report(file.found.path,
           fmt::format("{} pages, {} documents, {} tasks{}", file.record.pages, file.record.documents.size(),
                       tasks,
                       file.failed.empty() ? "" : fmt::format("; {} pages not read", file.failed.size())),
           false, false);
  }

  void Fail(const std::string& path, const std::string& sha256, const std::string& code,
            const std::string& message) {
    result_.failed.push_back({path, code, message, 0});
    database_.SaveFailure(path, sha256, code, message, run_);
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

  Database& database_;
  std::shared_ptr<const RuleSet> rules_;
  const IngestOptions& options_;
  const ProgressSink& progress_;
  long long run_;
  std::deque<OpenFile> files_;
  std::set<size_t> reading_;  // files whose pages are being read
  std::set<std::string> seen_;
  size_t next_file_ = 0;
  Progress state_;
  IngestResult result_;
};

}  // namespace

namespace {

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
  return found;
}

}  // namespace

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
  const long long run =
      database.BeginRun({TRICHLUC_VERSION, options.reading.language, rules->hash(), "ingest"});
  IngestResult result =
      Ingestion(database, rules, options, progress, run).Run(Find(paths, database, options.force));
  if (result.done > 0) result.weighed = WeighHandwriting(database, run);
  database.EndRun(run, result.done, static_cast<int>(result.failed.size()), result.skipped);
  return result;
}

IngestResult Reextract(Database& database, const std::shared_ptr<const RuleSet>& rules,
                       const ProgressSink& progress, FileNames names) {
  const long long run = database.BeginRun({TRICHLUC_VERSION, "", rules->hash(), "reextract"});
  IngestResult result;
  const std::vector<StoredFile> files = database.Files();
  Progress state;
  state.files = static_cast<int>(files.size());
  for (const StoredFile& stored : files) {
    ++state.files_done;
    if (stored.status != "done") continue;
    FileRecord file;
    file.path = stored.path;
    file.sha256 = stored.sha256;
    file.pages = stored.pages;
    file.readings = database.Readings(stored.id);
    ExtractFile(file, rules, names);
    database.ReplaceDocuments(stored.id, file.documents, file.page_texts, run, file.repairs);
    ++result.done;
    result.pages += file.pages;
    result.documents += static_cast<int>(file.documents.size());
    for (const Document& document : file.documents) result.tasks += static_cast<int>(document.tasks.size());
    state.path = stored.path;
    state.pages_done += file.pages;
    state.message = std::to_string(file.documents.size()) + " documents";
    if (progress) progress(state);
  }
  result.weighed = WeighHandwriting(database, run);
  database.EndRun(run, result.done, 0, 0);
  return result;
}

}  // namespace trichluc
