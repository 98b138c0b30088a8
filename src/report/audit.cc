#include "report/audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "report/audit_tally.h"

namespace trichluc {
namespace {

namespace fs = std::filesystem;

struct Scan {
  std::string id, quality, path, sha256;
};

std::vector<Scan> ScansOf(const std::string& folder) {
  std::vector<Scan> scans;
  const fs::path absolute = fs::absolute(fs::path(folder) / "truth.json").parent_path();
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".pdf") continue;
    scans.push_back({absolute.filename().string(), entry.path().stem().string(), entry.path().string(), ""});
  }
  std::sort(scans.begin(), scans.end(), [](const Scan& a, const Scan& b) { return a.quality < b.quality; });
  return scans;
}

[[noreturn]] void FailNoScans(const AuditOptions& options, const std::set<std::string>& qualities) {
  if (qualities.empty()) throw UsageError(fmt::format("{}: truth without scans (PDF files)", options.truth));
  throw UsageError(fmt::format("{}: no scan is called {}.pdf; there are {}", options.truth, options.quality,
                               fmt::join(qualities, ", ")));
}

// A word of a command line, quoted where a shell would change it.
std::string ShellWord(const std::string& word) {
  const std::string plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./,+:@%=";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

class Auditor {
 public:
  Auditor(const Database& database, const AuditOptions& options) : database_(database), options_(options) {}

  AuditReport Run() {
    std::set<std::string> qualities;
    bool any = false;
    for (const std::string& folder : FindTruth(options_.truth)) {
      const Truth truth = ReadTruth(folder);
      for (Scan& scan : ScansOf(folder)) {
        qualities.insert(scan.quality);
        if (!options_.quality.empty() && scan.quality != options_.quality) continue;
        any = true;
        ScoreScan(truth, scan);
      }
    }
    if (!any) FailNoScans(options_, qualities);
    const auto by_quality = [](const auto& a, const auto& b) { return a.quality < b.quality; };
    std::stable_sort(report_.scans.begin(), report_.scans.end(), by_quality);
    std::stable_sort(report_.misses.begin(), report_.misses.end(), by_quality);
    if (report_.scans.empty()) throw UsageError(AdviseOnUnread(report_, options_));
    return std::move(report_);
  }

 private:
  void ScoreScan(const Truth& truth, Scan& scan) {
    scan.sha256 = Sha256OfFile(scan.path);
    const std::optional<StoredFile> file = database_.FindFile(scan.sha256);
    if (!file || file->status != "done") {
      report_.unread.push_back({scan.id, scan.quality, scan.path, file ? file->error : ""});
      return;
    }
    Tally tally(scan.id, scan.quality);
    const std::vector<std::string> pages = database_.PageTexts(file->id);
    ScoreFile(truth, DocumentsOf(file->id), pages, tally);
    ScoreStamps(ReadStamps(fs::path(scan.path).replace_extension(".stamps.json")), pages, tally);
    report_.qualities[scan.quality].Add(tally.score);
    report_.total.Add(tally.score);
    report_.misses.insert(report_.misses.end(), tally.misses.begin(), tally.misses.end());
    report_.scans.push_back({scan.id, scan.quality, scan.path, std::move(tally.score)});
  }

  const std::vector<Document>& DocumentsOf(long long file) {
    if (documents_.empty()) {
      database_.ForEachDocument([this](const StoredDocument& stored) {
        documents_[stored.file_id].push_back(stored.document);
        return true;
      });
    }
    return documents_[file];
  }

  const Database& database_;
  const AuditOptions& options_;
  std::map<long long, std::vector<Document>> documents_;  // by file
  AuditReport report_;
};

}  // namespace

AuditReport Audit(const Database& database, const AuditOptions& options) {
  return Auditor(database, options).Run();
}

std::string AdviseOnUnread(const AuditReport& report, const AuditOptions& options) {
  constexpr size_t kMostNamed = 5;
  std::map<std::string, std::vector<const UnreadScan*>> unread;
  for (const UnreadScan& scan : report.unread) unread[scan.quality].push_back(&scan);
  std::string advice;
  for (const auto& [quality, scans] : unread) {
    std::string paths, reasons;
    for (const UnreadScan* scan : scans) {
      paths += " " + ShellWord(scan->path);
      if (!scan->reason.empty()) reasons += "; " + scan->id + ": " + scan->reason;
    }
    const bool none = report.qualities.count(quality) == 0, many = scans.size() > kMostNamed;
    const fs::path pattern = fs::path(options.truth) / "*" / (quality + ".pdf");  // what was read before is passed over
    if (scans.size() > 1 && (none || many) && ShellWord(options.truth) == options.truth) paths = " " + pattern.string();
    advice +=
        fmt::format("{}{}: {} not in {}{}; read with: trichluc ingest --db {}{}", advice.empty() ? "" : "\n",
                    quality, scans.size() == 1 ? "1 scan" : fmt::format("{} scans", scans.size()),
                    options.database, reasons, ShellWord(options.database), paths);
  }
  return advice;
}

}  // namespace trichluc
