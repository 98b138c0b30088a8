// The database's documents for other programs. The front header of the room's exports.
//
// All of them go through the documents one at a time, in order of path and page, so that memory does not grow
// with the database and the same database always gives the same bytes (XLSX: but for its time stamp).
#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "store/database.h"

namespace trichluc {

struct ExportCounts {
  int documents = 0, tasks = 0;
};

// One JSON object a line, one line a document, each valid against export.schema.json.
ExportCounts ExportNdjson(const Database& database, std::ostream& out);

// The line of one document.
std::string ExportOne(const StoredDocument& stored);

// One row a task: RFC 4180 (CR LF, quotes doubled), UTF-8 with a byte order mark, without which Excel takes
// it for the system's code page. Dates are YYYY-MM-DD.
ExportCounts ExportCsv(const Database& database, std::ostream& out);

// Sheets “Nhiệm vụ” and “Văn bản”: frozen heading, filter, real dates; “Tình trạng” offers its two values,
// deadlines that are near or past are coloured by the day on which the sheet is looked at. The file is
// replaced as a whole, or – on UsageError – not at all.
ExportCounts ExportXlsx(const Database& database, const std::string& path);

}  // namespace trichluc
