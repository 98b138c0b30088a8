// Sheets with two pages side by side (image/spread.h). Such a sheet is one page of the file and one reading:
// both pages are read alone and lie side by side in the reading's pixels. What comes after reading sees
// single pages, and what it finds is put back to page and pixels of the file.
//
// The reading's measurements are those of the left page, then "spread_middle" (x where the right page begins)
// and "spread_turned_degrees" (0, 90, 180, 270: turn of the sheet that was undone), then those of the right
// page, their names preceded by "right_".
#pragma once

#include <cstddef>
#include <vector>

#include "model/reading.h"
#include "model/record.h"

namespace trichluc {

PageReading JoinSpread(PageReading left, const PageReading& right, int turned);

// A file's readings (in page order) as single pages, numbered from 1.
class SinglePages {
 public:
  explicit SinglePages(std::vector<PageReading> readings);

  std::vector<PageReading> readings;

  size_t IndexInFile(int single) const;  // of the file's reading it is part of
  int PageInFile(int single) const;      // that reading's page
  // From single pages to pages and pixels of the file.
  void ToFile(Document* document) const;
  void ToFile(Repair* repair) const;

 private:
  struct Place {
    size_t index;  // of the file's reading
    int page;      // of the file
    int left;      // edge of the single page in the reading's pixels
  };
  const Place& At(int single) const { return places_.at(static_cast<size_t>(single) - 1); }
  void Move(int* page, Box* box) const;
  std::vector<Place> places_;
};

}  // namespace trichluc
