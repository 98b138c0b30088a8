// All documents at a glance.
#pragma once

#include <string>

#include "store/database.h"

namespace trichluc {

// A table of the documents, one line each, and a line of sums; at most `width` characters wide (0: as wide as
// it gets). Where only the symbol of a number is known it stands as "…/KH-UBND".
std::string ListDocuments(const Database& database, size_t width);

// The assigned work, one line a task: what, who leads, until when (last day, and as printed). `id` is the
// document's.
std::string ListTasks(const Database& database, size_t width);

// The files that could not be read, with the cause.
std::string ListFailures(const Database& database, size_t width);

}  // namespace trichluc
