// What a clerk wrote, beside what it may be: for a reviewer, one glance a field.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace trichluc {

// Writes <folder>/<document id>-number.png and -issued_on.png for the handwritten fields of a stored
// document: the line as it was kept, twice as large, the figures framed; below it the candidates with their
// chances, all evidence weighed. Returns the paths; none where nothing is written by hand. The scan itself is
// not needed.
std::vector<std::string> DrawHandwriting(const Database& database, const StoredDocument& stored,
                                         const std::string& folder);

}  // namespace trichluc
