// A page full of lines of all sorts, to be scanned and cut into training lines.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "corpus/sheet.h"
#include "train/phrases.h"
#include "train/text_source.h"

namespace trichluc::train {

// A line as it stands on the sheet; points, origin top left.
struct PrintedLine {
  std::string text;
  corpus::SetText::Ink ink;
  double size = 12;  // of the type
};

struct ProofPage {
  std::unique_ptr<corpus::Sheet> sheet;
  std::vector<PrintedLine> lines;
  double aside = 0;  // points: lines may be cut so much wider, with what of seals and pens stands beside them
};

// What is set. `hard`: words that a round before has read wrongly, most often first; a share of the text is
// drawn around them.
struct Matter {
  const TextSource* text = nullptr;
  const Phrases* phrases = nullptr;
  std::vector<std::string> hard;
  bool figures_only = false;  // for the test of numbers
  bool as_written = false;    // running text keeps its tones
  bool signatures = false;    // signature blocks alone, each with its seal and pen
  bool worn = false;          // several faces and weights, letter-spacing, boxed stamps
  bool bare = false;          // signature blocks without their seals and pens
};

// Seals and a signature over its lines, as corpus::Stamp lays them; what lies under none is no longer one of `lines`.
void StampLines(int seals, const Phrases& phrases, Random* random, ProofPage* page);

ProofPage SetProofPage(const Matter& matter, bool seal, Random* random);

}  // namespace trichluc::train
