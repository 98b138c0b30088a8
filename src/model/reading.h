// What was read of one page: everything that later stages need, so that rules can run again without the
// image. Stored compressed in the database; coordinates are pixels of the upright, deskewed page image.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/geometry.h"

namespace trichluc {

// What else a letter of a word may be, as the engine saw it: letter `at` (in code points, from 0) is `letter`
// with a chance of 0..1; the letter that was given has the rest.
struct LetterDoubt {
  int at = 0;
  std::string letter;
  float chance = 0;
  bool operator==(const LetterDoubt&) const = default;
};

// A printed word. `text` is NFC without blanks; `confidence` 0..1 as the engine gives it.
struct Word {
  std::string text;
  Box box;
  float confidence = 0;
  int grid = -1,
      cell = -1;  // the table cell it was read from: PageReading::grids[grid].cells[cell]; -1 outside
  std::vector<LetterDoubt> doubts;
  bool operator==(const Word&) const = default;
};

// Mean of the words' confidence, 0 when there are none.
double MeanConfidence(const std::vector<Word>& words);

// A cell of a ruled grid; spans are at least 1. `box` is the inside of its rules.
struct GridCell {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  Box box;
  bool operator==(const GridCell&) const = default;
};

// A table as it stands on one page. Cells are sorted by row, then column, and do not overlap.
// `open_top` / `open_bottom`: the rule that would close the first / last row is missing. `ruled`: false when
// the columns were found by the white between them.
struct Grid {
  Box box;
  int rows = 0, columns = 0;
  std::vector<GridCell> cells;
  std::vector<int> column_edges;  // columns + 1 x positions
  std::vector<int> row_edges;     // rows + 1 y positions
  float confidence = 1;           // share of each cell edge that is backed by a rule
  bool open_top = false, open_bottom = false, ruled = true;
  bool operator==(const Grid&) const = default;
};

// A part of the page that is no print: "stamp", "signature" (blue), "handwriting" (what else a pen left), "picture"; or a
// stamp that is text of its own and no part of the page's: "incoming" (ĐẾN), "label" (HỎA TỐC, an electronic signature).
struct Region {
  std::string kind;
  Box box;
  std::string colour;  // "red", "blue", "black"
  bool operator==(const Region&) const = default;
};

// A picture kept as evidence (PNG): the box of the document number, of its date, of the ĐẾN stamp, so that a person can
// look.
struct Crop {
  std::string kind;  // "number", "date", "incoming"
  Box box;
  std::string png;
  bool operator==(const Crop&) const = default;
};

// What a clerk's figures may be: digits and letters without blanks, "" for nothing written; probability 0..1.
struct HandCandidate {
  std::string text;
  double probability = 0;
  bool operator==(const HandCandidate&) const = default;
};

// A spot that clerks fill in: of the letterhead "number", "day", "month", of the ĐẾN stamp "incoming number", "incoming
// day", "incoming month", "incoming year". `box` holds the figures alone.
// `candidates` best first; they come from the reader of handwriting, also where the figures are typeset.
// `typeset` 0..1: how much they look so (as high as the printed neighbours' figures, of one height, on one
// line); below kTypeset they are a clerk's.
constexpr double kTypeset = 0.5;
struct HandReading {
  std::string kind;
  Box box;
  std::vector<HandCandidate> candidates;
  double typeset = 0;
  bool operator==(const HandReading&) const = default;
};

// A measured property of the page that decided a step: "skew_degrees", "mean_confidence", "image_dpi" …
struct Measurement {
  std::string name;
  double value = 0;
  bool operator==(const Measurement&) const = default;
};

// A word that was read wrongly and changed by what the program knows of the language. The reading keeps what
// was read.
struct Repair {
  int page = 0;      // 1-based
  Box box;           // of the word
  std::string raw;   // as read
  std::string text;  // as repaired
  std::string
      rule;  // "word.context": a valid word that does not fit; "word.syllable": no word of the language; others in repair/repair.h
  double confidence = 0;  // chance that the repair is right, 0..1
  bool operator==(const Repair&) const = default;
};

struct PageReading {
  int page = 0;  // 1-based
  int width = 0, height = 0, dpi = 0;
  std::string engine;   // engine and model, e.g. "tesseract 5.3.0 vie"; "" for a page that could not be read
  std::string failure;  // why it could not; "" for all others
  std::vector<Word> words;
  std::vector<Grid> grids;
  std::vector<Region> regions;
  std::vector<Crop> crops;
  std::vector<HandReading> hand;
  std::vector<Measurement> measurements;
  bool operator==(const PageReading&) const = default;
};

std::string Dump(const PageReading& reading);

// What was measured under this name; 0 when nothing was.
double Measured(const PageReading& reading, std::string_view name);

}  // namespace trichluc
