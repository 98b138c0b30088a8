#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace trichluc {
namespace {

using Json = nlohmann::ordered_json;

void Say(const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }
// File names may hold any bytes.
void SayJson(const Json& json) { Say(json.dump(-1, ' ', false, Json::error_handler_t::replace)); }

std::string Duration(double seconds) {
  const auto whole = static_cast<long long>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min", (whole + 30) / 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

Json FailureJson(const Failure& failure) {
  Json json = {{"path", failure.path}, {"code", failure.code}, {"message", failure.message}};
  if (failure.page > 0) json["page"] = failure.page;
  return json;
}

void ConcludeJson(const IngestResult& result) {
  Json failed = Json::array();
  for (const auto* list : {&result.failed, &result.failed_pages}) {
    for (const Failure& failure : *list) failed.push_back(FailureJson(failure));
  }
  SayJson(Json{{"event", "end"},
               {"interrupted", result.interrupted},
               {"files", result.done},
               {"pages", result.pages},
               {"documents", result.documents},
               {"tasks", result.tasks},
               {"skipped", result.skipped},
               {"reread", result.reread},
               {"reextracted", result.reextracted},
               {"weighed", result.weighed},
               {"failed", failed}});
}

void ConcludePlain(const IngestResult& result, const char* verb) {
  if (StderrIsTerminal()) std::fprintf(stderr, "\r\033[K");
  std::string sums = fmt::format("{} {} files ({} pages): {} documents, {} tasks", verb, result.done,
                                 result.pages, result.documents, result.tasks);
  if (result.skipped > 0) sums += fmt::format("; {} skipped, in the database already", result.skipped);
  Say(sums);
  if (result.reread > 0)
    Say(fmt::format("{} of these were read again: another engine or model had read them", result.reread));
  if (result.reextracted > 0)
    Say(fmt::format("{} of those skipped were extracted again: the rules have changed", result.reextracted));
  if (result.weighed > 0) {
    Say(fmt::format("{} handwritten numbers or days changed by what other documents say of them",
                    result.weighed));
  }
  if (!result.failed.empty()) Say(fmt::format("{} failed:", result.failed.size()));
  for (const Failure& file : result.failed) Say("  " + file.path + ": " + file.message);
  if (!result.failed_pages.empty()) {
    Say(fmt::format("{} pages could not be read; the rest of their files is stored:",
                    result.failed_pages.size()));
  }
  for (const Failure& page : result.failed_pages) {
    Say(fmt::format("  {}, page {}: {}", page.path, page.page, page.message));
  }
  if (!result.failed_pages.empty()) Say("try them again with `trichluc ingest --retry-failed`");
  if (result.interrupted)
    Say("stopped; what is finished is stored. Run the same command again to go on where it stopped");
}

}  // namespace

void ProgressPrinter::RunningLine(const Progress& progress) {
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begun_;
  const double rate = progress.pages_done / std::max(passed.count(), 0.001);
  std::string line = fmt::format("{}/{} files, {}/{} pages", progress.files_done, progress.files,
                                 progress.pages_done, progress.pages);
  // Files not opened yet are taken to be as long as the others.
  const int opened = progress.files_opened;
  if (opened > 0 && progress.pages_done > 0) {
    const double all = static_cast<double>(progress.pages) * progress.files / opened;
    line += fmt::format(", {:.1f} pages/s, {} left", rate, Duration((all - progress.pages_done) / rate));
  }
  if (failed_ > 0) line += fmt::format(", {} failed", failed_);
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  std::fflush(stderr);
}

void ProgressPrinter::operator()(const Progress& progress) {
  failed_ += progress.failed;
  if (progress.path.empty()) {
    if (form_ == Form::kPlain && StderrIsTerminal()) RunningLine(progress);
    return;
  }
  if (form_ == Form::kJson) {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begun_;
    return SayJson(Json{{"event", "file"},
                        {"path", progress.path},
                        {"status", progress.failed    ? "failed"
                                   : progress.skipped ? "skipped"
                                                      : "done"},
                        {"message", progress.message},
                        {"files_done", progress.files_done},
                        {"files", progress.files},
                        {"pages_done", progress.pages_done},
                        {"seconds", std::round(passed.count() * 1000) / 1000}});
  }
  if (StderrIsTerminal()) std::fprintf(stderr, "\r\033[K");
  Say(fmt::format("[{}/{}] {}{}: {}", progress.files_done, progress.files, progress.failed ? "FAILED " : "",
                  progress.path, progress.message));
}

void Announce(ProgressPrinter::Form form) {
  const std::string rights = WorkerRights();
  if (form == ProgressPrinter::Form::kJson) return SayJson(Json{{"event", "start"}, {"workers", rights}});
  Say("workers: " + rights);
}

ExitCode Conclude(const IngestResult& result, const char* verb, ProgressPrinter::Form form) {
  if (form == ProgressPrinter::Form::kJson) {
    ConcludeJson(result);
  } else {
    ConcludePlain(result, verb);
  }
  if (result.interrupted) return ExitCode::kInterrupted;
  return result.failed.empty() && result.failed_pages.empty() ? ExitCode::kOk : ExitCode::kSomeFailed;
}

}  // namespace trichluc
