// What clerks wrote into letterheads, case by case, for a reviewer: what the reader of handwriting saw, what
// all evidence together gave, and – where people read the scans – what is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/reading.h"
#include "store/database.h"

namespace trichluc {

// One spot. Figures are compared without leading zeros: clerks write 2 and 02.
struct HandCase {
  std::string file, title;  // name of the scan; what document it is of, as far as known
  std::string kind;         // "number", "day", "month", "incoming number", "incoming day", "incoming month"
  std::optional<std::string> truth;       // figures; none where nobody read them
  std::vector<HandCandidate> candidates;  // of the reader; empty where no spot was found
  std::string weighed;                    // candidates with all evidence, as the flag has them; "" when typed
  std::optional<std::string> given;       // figures of the stored value
  Box box;                                // of the figures, on the page
  Crop crop;                              // the line as it was kept; no picture where none was kept
  // Filled in by who can look at the picture (pipeline/hand_pictures.h):
  std::string picture;               // PNG of the line, the figures framed
  std::optional<std::string> plain;  // the figures as plain Tesseract reads them
};

// Of all stored documents; with `truth`, a file of letterheads (audit_headers.h), of those it names, and only
// what it calls handwritten. In order of files. UsageError: the file is damaged.
std::vector<HandCase> CollectHandCases(const Database& database, const std::string& truth = "");

// The reader's chance for the true figures; 0 without either.
double ChanceOfTruth(const HandCase& one);

// By the reader alone, and by plain Tesseract where it was asked.
struct HandTally {
  int strings = 0, right = 0, figures = 0, wrong_figures = 0;
  int sure = 0, sure_right = 0;  // given at 0.9 or more
  int plain = 0, plain_right = 0, plain_figures = 0, plain_wrong_figures = 0, plain_empty = 0;
  // taken[is][read]: 0 to 9, then any letter, then nothing.
  static constexpr int kSigns = 12;
  int taken[kSigns][kSigns] = {};
};
// Of the cases with a truth.
HandTally TallyHand(const std::vector<HandCase>& cases);
// The tally as lines of text, the table of confusions below it.
std::string PrintHandTally(const HandTally& tally);

// One page of HTML that needs no other file: `figures` (text of an audit) first, then the tally, the twenty
// cases whose truth had the least chance, and all cases, each with its picture. Whoever writes it decides
// where it lies: it holds pieces of the scans.
std::string HandReportAsHtml(const std::vector<HandCase>& cases, const std::string& figures);

}  // namespace trichluc
