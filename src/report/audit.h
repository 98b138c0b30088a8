// How right the extraction is: stored documents against truth. (This header and audit*.cc, cli/audit.cc are being
// written as a piece of their own.)
//
// Truth is a folder of folders: <truth>/<id>/truth.json (array of objects with keys of the export contract; keys that are
// absent are not scored), truth.txt (pages separated by form feeds), and the scans <quality>.pdf. Documents are matched to
// truth by number, else by page_from.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/database.h"

namespace trichluc {

// right of all, for a field that is scored once a document
struct Share {
  int right = 0, all = 0;
  double Value() const { return all == 0 ? 1 : static_cast<double>(right) / all; }
};

// one-to-one matched lists
struct Retrieval {
  int matched = 0, found = 0, expected = 0;
  double Precision() const { return found == 0 ? (expected == 0 ? 1 : 0) : static_cast<double>(matched) / found; }
  double Recall() const { return expected == 0 ? 1 : static_cast<double>(matched) / expected; }
  double F1() const {
    return found + expected == 0 ? 1 : 2.0 * matched / static_cast<double>(found + expected);
  }
};

// characters or words: edit distance over length of truth
struct ErrorRate {
  long errors = 0, length = 0;
  double Value() const { return length == 0 ? 0 : static_cast<double>(errors) / static_cast<double>(length); }
};

}  // namespace trichluc
