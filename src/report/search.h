// Where words stand.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace trichluc {

// A table of what Database::Search finds, one line a place: document, page, and the words around; a last line
// that says whether there is more. `limit` 0: all.
std::string ListHits(const Database& database, const std::vector<std::string>& terms, size_t limit,
                     size_t width);

}  // namespace trichluc
