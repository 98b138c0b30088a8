#include "report/status.h"

#include <fmt/format.h>

namespace trichluc {
namespace {

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

std::string DescribeStatus(const Database& database, const std::string& rules_hash, const std::string& reader) {
  const Totals sums = database.CountAll();
  const long long stale = database.CountStale(rules_hash);
  std::string text =
      fmt::format("files      {} read ({} pages), {} failed\n", sums.files, sums.pages, sums.failed);
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
  if (stale > 0) {
    text += fmt::format(
        "to do      {} files were extracted by other rules than today's: `trichluc reextract`\n", stale);
  }
  if (const long long other = database.CountReadOtherwise(reader); other > 0) {
    text += fmt::format("to do      {} files were read by another engine or model than {}: `trichluc ingest` of them\n",
                        other, reader);
  }
  return text;
}

}  // namespace trichluc
