// One document as text for people.
#pragma once

#include <string>

#include "store/database.h"

namespace trichluc {

// Every field that has a value with its confidence, references with the stored documents they name, tables in
// outline, tasks with all their fields, flags. Names are those of the export contract, so that `explain`
// understands them. Lines are wrapped at `width`.
std::string ShowDocument(const StoredDocument& stored, size_t width);

}  // namespace trichluc
