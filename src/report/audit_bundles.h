// Where documents begin in real bundles, as people wrote it down, against what is stored.
//
// The file is a list of objects: file (its name) and parts [{page, number, …}], the documents in it with their first pages;
// number is null where none is printed. Other keys are passed over. Files of the database that the list does not name hold
// one document each, as far as people know; those that were split are listed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/audit.h"

namespace trichluc {

struct BundlePart {
  int page = 0;  // the first
  std::optional<std::string> number;
};

struct BundleScore {
  std::string file;
  bool read = true;  // the database has it
  std::vector<BundlePart> expected, found;
  int matched = 0;  // first pages
};

struct BundlesReport {
  std::vector<BundleScore> bundles;
  Retrieval parts;  // by first page, of the bundles that were read
  Share numbers;    // right, of those printed on parts that were found
  std::vector<BundleScore> others;  // files with several documents that are not in the list
};

// UsageError: damaged file, none of its scans in the database (`database_path`: for the message).
BundlesReport AuditBundles(const Database& database, const std::string& file, const std::string& database_path);
std::string PrintBundles(const BundlesReport& report);

}  // namespace trichluc
