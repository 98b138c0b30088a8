// trichluc ingest, reextract, worker: the commands that run the pipeline.
#include <cstdio>

#include "cli/command.h"
#include "pipeline/pipeline.h"

namespace trichluc {
namespace {

// One line a finished file; on a terminal also a running line of pages.
class ProgressPrinter {
 public:
  void operator()(const Progress& progress) {
    if (progress.path.empty()) {
      if (!StderrIsTerminal()) return;
      std::fprintf(stderr, "\r\033[K%d/%d files, %d/%d pages", progress.files_done, progress.files,
                   progress.pages_done, progress.pages);
      std::fflush(stderr);
      return;
    }
    if (StderrIsTerminal()) std::fprintf(stderr, "\r\033[K");
    const char* mark = progress.failed ? "FAILED " : "";
    std::fprintf(stderr, "[%d/%d] %s%s: %s\n", progress.files_done, progress.files, mark,
                 progress.path.c_str(), progress.message.c_str());
  }
};

ExitCode Conclude(const IngestResult& result, const char* verb) {
  if (StderrIsTerminal()) std::fprintf(stderr, "\r\033[K");
  std::fprintf(stderr, "%s %d files (%d pages): %d documents, %d tasks", verb, result.done, result.pages,
               result.documents, result.tasks);
  if (result.skipped > 0) std::fprintf(stderr, "; %d skipped, in the database already", result.skipped);
  std::fprintf(stderr, "\n");
  if (result.failed.empty()) return ExitCode::kOk;
  std::fprintf(stderr, "%zu failed:\n", result.failed.size());
  for (const FailedFile& file : result.failed) {
    std::fprintf(stderr, "  %s: %s\n", file.path.c_str(), file.message.c_str());
  }
  return ExitCode::kSomeFailed;
}

}  // namespace

std::function<ExitCode()> DeclareIngest(CLI::App& app) {
  auto paths = std::make_shared<std::vector<std::string>>();
  auto options = std::make_shared<IngestOptions>();
  const auto db = AddDatabaseOption(app);
  const auto rules = AddRulesOption(app);
  app.add_option("paths", *paths, "files, folders, globs")->required();
  app.add_option("--lang", options->reading.language,
                 "recognition model: trichluc, or one of Debian's: vie, Vietnamese")
      ->capture_default_str();
  app.add_option("--jobs", options->reading.jobs, "worker processes (default: one a core)")
      ->check(CLI::Range(1, 256));
  app.add_flag("--force", options->force, "read again what is in the database already");
  app.add_option("--recording", options->reading.recording, "answers of a recorded engine")->group("");
  app.add_option("--record-to", options->reading.record_to, "keep every answer of the engine here")
      ->group("");
  return [=] {
    const std::shared_ptr<const RuleSet> knowledge = LoadRules(*rules);  // before a database is made
    options->reading.models = ModelsFolder(*rules);
    Database database(*db, Database::Mode::kCreate);
    return Conclude(Ingest(*paths, database, knowledge, *options, ProgressPrinter()), "read");
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
    return Conclude(Reextract(database, LoadRules(*rules), ProgressPrinter(), names), "extracted again");
  };
}

std::function<ExitCode()> DeclareWorker(CLI::App& app) {
  auto options = std::make_shared<ReadingOptions>();
  app.add_option("--lang", options->language);
  app.add_option("--models", options->models);
  app.add_option("--recording", options->recording);
  app.add_option("--record-to", options->record_to);
  return [=] { return static_cast<ExitCode>(RunWorker(*options)); };
}

}  // namespace trichluc
