// The words of a page as the word model reads them: runs of text with, for each word, whether it may be
// changed and to what. Private to the room.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/reading.h"
#include "repair/candidates.h"

namespace trichluc {

// One token. `word` is its place in PageReading::words; -1 for the end of a sentence. options[0] is what was
// read.
struct Slot {
  int word = -1;
  double confidence = 1;
  bool doubted = false;  // the reading tells what the engine saw: Candidate::seen counts
  bool name = false;     // beside other capitalised words
  std::vector<Candidate> options;
};
using Sequence = std::vector<Slot>;

using OpenTokens = std::function<std::vector<bool>(const std::vector<std::string>&)>;

// What is never changed: words with a digit or a mark inside, abbreviations, numerals, capitalised words
// beside another one (names) or behind ông, bà, đồng chí, and capitals that may be a person's name. Of other
// capitalised words only the marks may change. `family_names` are folded.
// `open`, of the tokens of a run: those that may have options; runs without any are left out. All when it is empty.
std::vector<Sequence> SequencesOf(const PageReading& reading, const std::vector<std::string>& family_names,
                                  CandidateMaker* candidates,
                                  const OpenTokens& open = {});

// The tokens of a page in the same order; a null word is the end of a sentence or of a run of text.
void ForEachToken(const PageReading& reading, const std::function<void(const std::string& token, const Word* word)>& each);

}  // namespace trichluc
