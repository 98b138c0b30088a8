// Lines of cells that list agencies: which line breaks part them. Private to the room.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "extract/agencies.h"
#include "model/table.h"

namespace trichluc {

// The lines of a cell, each in a line of its own. A ';' is put where a break parts two agencies although nothing is printed
// there: the next line begins an agency, and either its first word would have fitted at the end of the line above, or what stands
// above is a registered name already, or the line begins as agencies do and hardly a name goes on ("agency_line"); or a comma stands
// there and the next line's first word would have fitted. Names wrapped over lines stay whole.
class CellLines {
 public:
  CellLines(const Table& table, const AgencyRegistry& agencies);

  // `column`: where the cell stands. "" for none.
  std::string Of(const TableCell* cell, int column) const;

 private:
  struct Extent {  // of the lines of a column, pixels
    int left = 0, right = 0;
  };
  bool MayBegin(const std::string& line) const;
  bool IsInName(const TableCell& cell, size_t line, const std::string& name) const;
  bool IsNextEntry(const TableCell& cell, size_t line, const std::string& name, int column) const;
  bool WouldHaveFitted(const Line& upper, const Line& lower, int column) const;

  const AgencyRegistry& agencies_;
  std::map<std::pair<int, int>, Extent> extents_;  // page, column
};

}  // namespace trichluc
