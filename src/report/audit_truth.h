// Truth, as far as somebody wrote it down. Private to the room.
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "model/record.h"

namespace trichluc {

// The keys that an object of truth has; only these are scored.
using Keys = std::set<std::string>;

struct TruthDocument {
  Document document;
  Keys keys, incoming;
  std::vector<Keys> signers, references, tasks;  // one for each of the document's
};

struct Truth {
  std::vector<TruthDocument> documents;
  bool has_text = false;           // truth.txt is there
  std::vector<std::string> pages;  // of truth.txt
};

// The folders below `folder` (itself included) that have a truth.json, by name. UsageError when there is
// none.
std::vector<std::string> FindTruth(const std::string& folder);

// A printed line that a stamp lies over: <quality>.stamps.json beside the scan, a list of these.
struct StampedLine {
  int page = 0;  // 1-based
  std::string line;
};
// Empty when there is no such file. UsageError names it and what is wrong with it.
std::vector<StampedLine> ReadStamps(const std::string& path);

// UsageError names the file and what is wrong with it.
Truth ReadTruth(const std::string& folder);

// What a JSON object says of a document. Throws nlohmann's exceptions.
TruthDocument ParseTruth(const nlohmann::json& object);

// A file of JSON; UsageError when it is missing or damaged.
nlohmann::json ReadJsonFile(const std::string& path);

// Null and absent are nothing, numbers become text. Throws nlohmann's exceptions on lists and objects.
std::optional<std::string> TextAt(const nlohmann::json& object, const char* key);

}  // namespace trichluc
