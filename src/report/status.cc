#include "report/status.h"

#include <fmt/format.h>

namespace trichluc {
namespace {

struct Sums {
  int done = 0, failed = 0, pages = 0, failed_pages = 0, stale = 0, documents = 0;
  size_t tasks = 0, flags = 0;
};

Sums SumUp(const Database& database, const std::string& rules_hash) {
  Sums sums;
  for (const StoredFile& file : database.Files()) {
    if (file.status != "done") {
      ++sums.failed;
      continue;
    }
    ++sums.done;
    sums.pages += file.pages;
    sums.failed_pages += file.failed_pages;
    sums.stale += file.rules_hash != rules_hash;
  }
  database.ForEachDocument([&](const StoredDocument& stored) {
    ++sums.documents;
    sums.tasks += stored.document.tasks.size();
    sums.flags += stored.document.flags.size();
    return true;
  });
  return sums;
}

std::string LastRun(const std::vector<StoredRun>& runs) {
  if (runs.empty()) return "nothing was read yet\n";
  const StoredRun& run = runs.front();
  if (run.ended_at.empty()) {
    return fmt::format(
        "last run   {} since {}: it still runs, or was cut off; what is missing is read by the same "
        "command\n",
        run.info.command, run.started_at);
  }
  return fmt::format("last run   {}, {} to {}: {} done, {} failed, {} skipped\n", run.info.command,
                     run.started_at, run.ended_at, run.done, run.failed, run.skipped);
}

}  // namespace

std::string DescribeStatus(const Database& database, const std::string& rules_hash) {
  const Sums sums = SumUp(database, rules_hash);
  std::string text =
      fmt::format("files      {} read ({} pages), {} failed\n", sums.done, sums.pages, sums.failed);
  text += fmt::format("documents  {}, {} tasks, {} flags\n", sums.documents, sums.tasks, sums.flags);
  text += LastRun(database.Runs());
  if (sums.failed > 0) {
    text += fmt::format(
        "to do      {} files failed: `trichluc list --failed`, then `trichluc ingest --retry-failed`\n",
        sums.failed);
  }
  if (sums.failed_pages > 0) {
    text += fmt::format("to do      {} pages could not be read: `trichluc ingest --retry-failed`\n",
                        sums.failed_pages);
  }
  if (sums.stale > 0) {
    text += fmt::format(
        "to do      {} files were extracted by other rules than today's: `trichluc reextract`\n", sums.stale);
  }
  return text;
}

}  // namespace trichluc
