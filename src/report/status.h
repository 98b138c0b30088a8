// The state of a database in a few lines.
#pragma once

#include <string>

#include "store/database.h"

namespace trichluc {

// Files, pages, documents, tasks; the last run; and what is to be done: files that failed, pages that could
// not be read, a run that was cut off, documents made by other rules than `rules_hash`, files read by
// another engine or model than `reader`, and with which command.
std::string DescribeStatus(const Database& database, const std::string& rules_hash, const std::string& reader);

}  // namespace trichluc
