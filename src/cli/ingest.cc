// trichluc ingest, watch, reextract: the commands that run the pipeline.
#include <algorithm>
#include <chrono>
#include <climits>
#include <filesystem>
#include <map>
#include <thread>

#include "cli/command.h"
#include "cli/progress.h"
#include "intake/intake.h"
#include "pipeline/pipeline.h"

namespace trichluc {
namespace {

// What ingest and watch share.
void AddReadingOptions(CLI::App& app, ReadingOptions* reading) {
  app.add_option("--lang", reading->language,
                 "recognition model: trichluc, or one of Debian's: vie, Vietnamese")
      ->capture_default_str();
  app.add_option("--jobs", reading->jobs, "worker processes (default: one a core)")
      ->check(CLI::Range(1, 256));
  app.add_option("--page-seconds", reading->page_seconds, "time a page may take, twice")
      ->capture_default_str()
      ->check(CLI::Range(1, 86400));
}

std::shared_ptr<bool> AddJsonLogOption(CLI::App& app) {
  auto json = std::make_shared<bool>(false);
  app.add_flag("--json-log", *json, "progress as JSON lines on standard error");
  return json;
}

ProgressPrinter::Form FormOf(bool json) {
  return json ? ProgressPrinter::Form::kJson : ProgressPrinter::Form::kPlain;
}

struct PdfState {
  long long bytes = 0, modified = 0;
  bool operator==(const PdfState&) const = default;
};

// Files that were the same in two rounds and are not read yet in this state: a file that is still being
// copied changes.
class Watch {
 public:
  explicit Watch(std::vector<std::string> folders) : folders_(std::move(folders)) {}

  std::vector<std::string> Arrived() {
    std::vector<std::string> whole;
    std::map<std::string, PdfState> now;
    for (const std::string& folder : folders_) {
      for (const ListedFile& file : ListFolder(folder)) {
        const PdfState state{file.bytes, file.modified};
        now[file.path] = state;
        const auto before = last_.find(file.path), read = read_.find(file.path);
        if (before == last_.end() || before->second != state || file.bytes == 0) continue;
        if (read == read_.end() || read->second != state) whole.push_back(file.path);
        read_[file.path] = state;
      }
    }
    last_ = std::move(now);
    return whole;
  }

 private:
  std::vector<std::string> folders_;
  std::map<std::string, PdfState> last_, read_;
};

void Sleep(int seconds) {
  for (int tenths = 0; tenths < 10 * seconds && !StopRequested(); ++tenths) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
}

// All files are new to a new database: the processes that read them get ready while the rules are loaded.
std::shared_ptr<WorkerPool> ReadersFor(const std::vector<std::string>& paths, const std::string& database, const ReadingOptions& reading) {
  if (paths.empty() || std::filesystem::exists(database)) return nullptr;
  const auto named = [](const std::string& path) { return std::filesystem::is_regular_file(path); };
  const bool files_alone = std::all_of(paths.begin(), paths.end(), named);
  return BeginReaders(reading, files_alone ? static_cast<int>(std::min<size_t>(paths.size(), INT_MAX)) : INT_MAX);
}

}  // namespace

std::function<ExitCode()> DeclareIngest(CLI::App& app) {
  auto paths = std::make_shared<std::vector<std::string>>();
  auto options = std::make_shared<IngestOptions>();
  const auto db = AddDatabaseOption(app);
  const auto rules = AddRulesOption(app);
  app.add_option("paths", *paths, "files, folders, globs");
  AddReadingOptions(app, &options->reading);
  app.add_flag("--force", options->force, "read again what is in the database already");
  app.add_flag("--retry-failed", options->retry_failed,
               "also what failed before: files, and files of which pages could not be read");
  app.add_flag("--as-scanned", options->reading.as_scanned, "no work on page images, to measure what it is worth");
  const auto json = AddJsonLogOption(app);
  app.add_option("--recording", options->reading.recording, "answers of a recorded engine")->group("");
  app.add_option("--record-to", options->reading.record_to, "keep every answer of the engine here")
      ->group("");
  return [=] {
    if (paths->empty() && !options->retry_failed)
      throw UsageError("ingest: name files, folders or globs to read, or say --retry-failed");
    options->reading.models = ModelsFolder(*rules);
    options->readers = ReadersFor(*paths, *db, options->reading);
    const std::shared_ptr<const RuleSet> knowledge = LoadRules(*rules);  // before a database is made
    Database database(*db, Database::Mode::kCreate);
    StopOnInterrupt();
    Announce(FormOf(*json));
    const IngestResult result = Ingest(*paths, database, knowledge, *options, ProgressPrinter(FormOf(*json)));
    options->readers.reset();
    return Conclude(result, "read", FormOf(*json));
  };
}

std::function<ExitCode()> DeclareWatch(CLI::App& app) {
  auto folders = std::make_shared<std::vector<std::string>>();
  auto options = std::make_shared<IngestOptions>();
  auto every = std::make_shared<int>(10);
  const auto db = AddDatabaseOption(app);
  const auto rules = AddRulesOption(app);
  app.add_option("folders", *folders, "folders to watch, with what lies below them")->required();
  app.add_option("--every", *every, "seconds between two looks")
      ->capture_default_str()
      ->check(CLI::Range(1, 86400));
  AddReadingOptions(app, &options->reading);
  const auto json = AddJsonLogOption(app);
  return [=] {
    const std::shared_ptr<const RuleSet> knowledge = LoadRules(*rules);
    options->reading.models = ModelsFolder(*rules);
    Database database(*db, Database::Mode::kCreate);
    StopOnInterrupt();
    Announce(FormOf(*json));
    for (Watch watch(*folders); !StopRequested(); Sleep(*every)) {
      const std::vector<std::string> arrived = watch.Arrived();
      if (arrived.empty()) continue;
      const IngestResult result =
          Ingest(arrived, database, knowledge, *options, ProgressPrinter(FormOf(*json)));
      Conclude(result, "read", FormOf(*json));
    }
    return ExitCode::kOk;
  };
}

std::function<ExitCode()> DeclareReextract(CLI::App& app) {
  const auto db = AddDatabaseOption(app);
  const auto rules = AddRulesOption(app);
  const auto nameless = std::make_shared<bool>(false);
  app.add_flag("--without-file-names", *nameless,
               "handwritten numbers without what the files' names tell (to measure it)");
  return [=] {
    Database database(*db, Database::Mode::kReadWrite);
    const FileNames names = *nameless ? FileNames::kIgnored : FileNames::kEvidence;
    constexpr ProgressPrinter::Form kForm = ProgressPrinter::Form::kPlain;
    return Conclude(Reextract(database, LoadRules(*rules), ProgressPrinter(kForm), names), "extracted again",
                    kForm);
  };
}

}  // namespace trichluc
