// All documents at a glance.
#pragma once

#include <string>

#include "store/database.h"

namespace trichluc {

// Which lines of a list are shown, in the order of file and page.
struct ListRange {
  size_t limit = 200;  // 0: all that follow
  size_t offset = 0;
};

// "112/KH-UBND"; "…/KH-UBND" where only the symbol of a number is known; "".
std::string NumberOf(const DocumentName& name);

// A table of the documents, one line each, and a line of sums over all of them; at most `width` characters
// wide (0: as wide as it gets). A further line says how many are not shown.
std::string ListDocuments(const Database& database, size_t width, const ListRange& range = {});

// The assigned work, one line a task: what, who leads, until when (last day, and as printed). `id` is the
// document's.
std::string ListTasks(const Database& database, size_t width, const ListRange& range = {});

// The files that could not be read, with the cause.
std::string ListFailures(const Database& database, size_t width);

}  // namespace trichluc
