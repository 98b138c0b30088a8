// Letterheads as people read them (format: audit_headers.h), and the stored documents they belong to. Private
// to the room.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "store/database.h"

namespace trichluc {

// A list of objects, of a file of either kind. UsageError: damaged file.
nlohmann::json ReadHeadersTruth(const std::string& file);

// The first document of each stored file.
class FirstDocuments {
 public:
  explicit FirstDocuments(const Database& database);
  // By the truth's "sha256", else by its "file"; null where the database has none. The truth must have "file".
  const StoredDocument* Of(const nlohmann::json& truth) const;

 private:
  std::map<std::string, StoredDocument> documents_;
};

}  // namespace trichluc
