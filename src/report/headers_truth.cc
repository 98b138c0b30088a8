#include "report/headers_truth.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "base/error.h"
#include "base/files.h"
#include "report/audit_truth.h"
#include "text/text.h"

namespace trichluc {
namespace {

using nlohmann::json;

// A table instead of objects: a line of titles, then one scan a line, cells apart by tabs. Columns file,
// number, symbol, date_iso, place and handwritten ("number,day"); others are passed over, and empty cells say
// nothing.
json ReadHeaderTable(const std::string& file) {
  static const std::map<std::string, std::string> kKeys = {{"file", "file"},          {"sha256", "sha256"},
                                                           {"number", "number"},      {"symbol", "symbol"},
                                                           {"date_iso", "issued_on"}, {"place", "place"}};
  const auto split = [](const std::string& text, char mark) {
    std::vector<std::string> cells;
    std::istringstream rest(text);
    for (std::string cell; std::getline(rest, cell, mark);) cells.push_back(cell);
    return cells;
  };
  std::istringstream in(ReadFile(file));
  std::string line;
  std::getline(in, line);
  const std::vector<std::string> titles = split(line, '\t');
  if (std::find(titles.begin(), titles.end(), "file") == titles.end()) {
    throw UsageError(file + ": its first line names no column \"file\"; columns are parted by tabs");
  }
  json truths = json::array();
  while (std::getline(in, line)) {
    const std::vector<std::string> cells = split(line, '\t');
    json truth = json::object();
    for (size_t i = 0; i < std::min(cells.size(), titles.size()); ++i) {
      if (cells[i].empty()) continue;
      if (const auto key = kKeys.find(titles[i]); key != kKeys.end())
        truth[key->second] = Normalise(cells[i]);
      if (titles[i] == "handwritten") truth["handwritten"] = split(cells[i], ',');
    }
    if (!truth.empty()) truths.push_back(truth);
  }
  return truths;
}

}  // namespace

json ReadHeadersTruth(const std::string& file) {
  return file.ends_with(".tsv") ? ReadHeaderTable(file) : ReadJsonFile(file);
}

FirstDocuments::FirstDocuments(const Database& database) {
  database.ForEachDocument([&](const StoredDocument& stored) {
    for (const std::string& key :
         {stored.sha256, Normalise(std::filesystem::path(stored.path).filename().string())}) {
      const auto [at, is_new] = documents_.try_emplace(key, stored);
      if (!is_new && stored.document.page_from < at->second.document.page_from) at->second = stored;
    }
    return true;
  });
}

const StoredDocument* FirstDocuments::Of(const json& truth) const {
  auto at = documents_.find(TextAt(truth, "sha256").value_or(""));
  if (at == documents_.end()) at = documents_.find(Normalise(truth.at("file").get<std::string>()));
  return at == documents_.end() ? nullptr : &at->second;
}

}  // namespace trichluc
