// Why a value is what it is.
#pragma once

#include <string>

#include "store/database.h"

namespace trichluc {

// The field's value, its confidence, and for each piece of evidence the rule, page, box, the words as read,
// their confidence; then the flags that concern it. `field` is
//   - a path in the export: "number", "tasks/5/deadline" ("tasks.5.deadline" and "tasks[5].deadline" are the
//   same); of
//     a list or an object everything below it counts, of a value inside one the evidence for the whole;
//   - or a name that occurs in such paths: "deadline" is the deadline of every task.
// UsageError with the nearest names when the document has no such field.
std::string ExplainField(const StoredDocument& stored, const std::string& field, size_t width);

}  // namespace trichluc
