#include "report/audit_bundles.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/error.h"
#include "report/audit_loose.h"
#include "report/audit_truth.h"
#include "text/text.h"

namespace trichluc {
namespace {

using nlohmann::json;

std::string NameOfFile(const std::string& path) { return Normalise(std::filesystem::path(path).filename().string()); }

// By file name, in the order of their pages.
std::map<std::string, std::vector<BundlePart>> PartsOfFiles(const Database& database) {
  std::map<std::string, std::vector<BundlePart>> files;
  database.ForEachDocument([&](const StoredDocument& stored) {
    files[NameOfFile(stored.path)].push_back({stored.document.page_from, stored.document.number});
    return true;
  });
  return files;
}

void ScoreBundle(BundleScore& bundle, BundlesReport& report) {
  for (const BundlePart& part : bundle.expected) {
    const auto found = std::find_if(bundle.found.begin(), bundle.found.end(),
                                    [&](const BundlePart& other) { return other.page == part.page; });
    if (found == bundle.found.end()) continue;
    ++bundle.matched;
    if (!part.number) continue;
    ++report.numbers.all;
    report.numbers.right += SameLoosely(part.number, found->number);
  }
  report.parts.matched += bundle.matched;
  report.parts.expected += static_cast<int>(bundle.expected.size());
  report.parts.found += static_cast<int>(bundle.found.size());
}

std::string Describe(const std::vector<BundlePart>& parts) {
  std::string text;
  for (const BundlePart& part : parts) {
    text += fmt::format("{}p. {} {}", text.empty() ? "" : "; ", part.page, part.number.value_or("(no number)"));
  }
  return text.empty() ? "–" : text;
}

}  // namespace

BundlesReport AuditBundles(const Database& database, const std::string& file, const std::string& database_path) {
  BundlesReport report;
  const auto files = PartsOfFiles(database);
  std::set<std::string> listed;
  bool any = false;
  try {
    for (const json& truth : ReadJsonFile(file)) {
      BundleScore& bundle = report.bundles.emplace_back();
      bundle.file = Normalise(truth.at("file").get<std::string>());
      listed.insert(bundle.file);
      for (const json& part : truth.at("parts")) {
        const json number = part.value("number", json());
        bundle.expected.push_back(
            {part.at("page").get<int>(), number.is_null() ? std::nullopt : std::optional(number.get<std::string>())});
      }
      const auto at = files.find(bundle.file);
      bundle.read = at != files.end();
      if (!bundle.read) continue;
      any = true;
      bundle.found = at->second;
      ScoreBundle(bundle, report);
    }
  } catch (const json::exception& error) {
    throw UsageError(fmt::format("{}: not a list of bundles: {}", file, error.what()));
  }
  if (!any) {
    throw UsageError(fmt::format("{}: none of its {} files is in {}; read them with: trichluc ingest --db {} FOLDER", file,
                                 report.bundles.size(), database_path, database_path));
  }
  for (const auto& [name, parts] : files) {
    if (parts.size() > 1 && listed.count(name) == 0) report.others.push_back({name, true, {}, parts, 0});
  }
  return report;
}

std::string PrintBundles(const BundlesReport& report) {
  std::string text;
  for (const BundleScore& bundle : report.bundles) {
    const bool whole = bundle.matched == static_cast<int>(bundle.expected.size()) && bundle.found.size() == bundle.expected.size();
    text += fmt::format("{}: {}\n  truth  {}\n  found  {}\n", bundle.file,
                        !bundle.read ? "not in the database" : whole ? "right" : "WRONG", Describe(bundle.expected),
                        Describe(bundle.found));
  }
  text += fmt::format("\nfirst pages: {} of {} found, {} beyond, F1 {:.3f}; numbers right {} of {}\n", report.parts.matched,
                      report.parts.expected, report.parts.found - report.parts.matched, report.parts.F1(), report.numbers.right,
                      report.numbers.all);
  if (report.others.empty()) return text + "no other file was split\n";
  text += fmt::format("other files with several documents: {}\n", report.others.size());
  for (const BundleScore& other : report.others) text += fmt::format("  {}: {}\n", other.file, Describe(other.found));
  return text;
}

}  // namespace trichluc
