// Pages set from text held out, scanned, read by the engine, and held against what was printed: what repair
// is learned from and measured on.
#pragma once

#include <string>
#include <vector>

#include "model/reading.h"
#include "ocr/engine.h"
#include "train/proof_page.h"

namespace trichluc::repair {

struct Proof {
  std::string quality;  // "usual", "poor", "worn"
  PageReading reading;
  std::vector<std::string> truth;  // of each word of the reading; empty where it is not known
};

// Page `number` of `seed`: a third grey JPEG, a third bilevel, a third worn print (train/cut_lines.h).
Proof MakeProof(const train::Matter& matter, std::uint64_t seed, int number, const std::string& scratch,
                OcrEngine* engine);

// What stood in place of each word read: the words of a line aligned, so that the letters that differ are
// fewest.
std::vector<std::string> AlignWords(const std::vector<std::string>& read,
                                    const std::vector<std::string>& printed);

// One file a page in `folder`.
void SaveProof(const Proof& proof, const std::string& path);
std::vector<Proof> LoadProofs(const std::string& folder);

}  // namespace trichluc::repair
