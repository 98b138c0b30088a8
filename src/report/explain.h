// Why a value is what it is.
#pragma once

#include <string>

#include "store/database.h"

namespace trichluc {

// The field's value, its confidence, and for each piece of evidence the rule, page, box, the words it was
// made of and which of them were repaired, their confidence; then the flags that concern it, and of `changes` those of the field: when other documents raised it, changed it or
// took it back. `field` is
//   - a path in the export: "number", "tasks/5/deadline" ("tasks.5.deadline" and "tasks[5].deadline" are the
//   same); of
//     a list or an object everything below it counts, of a value inside one the evidence for the whole;
//   - or a name that occurs in such paths: "deadline" is the deadline of every task.
// UsageError with the nearest names when the document has no such field.
std::string ExplainField(const StoredDocument& stored, const std::string& field, size_t width,
                         const std::vector<FieldChange>& changes = {});

// The picture (PNG) that was kept of a field's box: of the number line for number, number_seq and symbol, of
// place and date for issued_on and place. UsageError for other fields, and where the reading kept none.
std::string PictureOf(const Database& database, const StoredDocument& stored, const std::string& field);

}  // namespace trichluc
