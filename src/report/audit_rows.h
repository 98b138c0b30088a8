// Tables and tasks that people copied from scans row by row, against what the database has: for scans of
// which nothing else is known.
//
// The file is a list of tables – {"id", "file", "table", "logical_rows": [{"cells": […]}]}, the rows as they
// are after joining over pages, merged cells repeated – or one object of tasks {"id", "tasks": [{"tt",
// "noi_dung"}]}. A scan is known by its file name, or by the beginning of it ("R28" is A12_3.pdf). Compared
// is the table of the file that agrees most. Rows belong together when half of their text does; cells are
// right as audit.h says.
#pragma once

#include <string>
#include <vector>

#include "report/audit.h"

namespace trichluc {

struct RowsScore {
  std::string id, title;
  bool read = true;  // the database has the scan
  Retrieval rows;
  Share cells;  // of all cells of truth
  ErrorRate characters;
};

struct RowsReport {
  std::vector<RowsScore> tables;
  std::vector<Miss> misses;
};

// UsageError: no such file, damaged.
RowsReport AuditRows(const Database& database, const std::string& path);
std::string PrintRows(const RowsReport& report);

}  // namespace trichluc
