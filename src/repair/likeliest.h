// Of all that the words of a sequence may have been, what is likeliest together. Private to the room.
#pragma once

#include <cstddef>
#include <vector>

#include "repair/confusions.h"
#include "repair/counts.h"
#include "repair/file_words.h"
#include "repair/repair.h"
#include "repair/sequence.h"

namespace trichluc {

using Choice = std::vector<size_t>;  // option of each slot

// Keeps what it is given by reference. Not thread-safe: room for the work is kept between calls.
class Likeliest {
 public:
  Likeliest(const WordCounts& counts, const Confusions& confusions, const RepairWeights& weights);

  // Evidence of the print: that the option was read as it was. 0 for what was read.
  double Print(const Slot& slot, size_t option) const;

  // Of the whole sequence, which is not empty: Viterbi over pairs of neighbours.
  Choice Of(const Sequence& slots, const FileWords& file);

  // Of the words at slots [from, to) chosen so: evidence of the print and of the words before them.
  double Score(const Sequence& slots, const Choice& choice, size_t from, size_t to, const FileWords& file) const;

 private:
  struct State {
    double score;
    size_t before;  // option of the slot before the previous one
  };
  using States = std::vector<State>;  // [previous option * options + option]

  size_t Options(size_t at) const { return words_[at].size(); }
  void Step(const Sequence& slots, size_t at, const FileWords& file);
  double Language(const Sequence& slots, const Choice& choice, size_t at, const FileWords& file) const;
  State BestOf(size_t at, double print, size_t previous, size_t option) const;
  Choice Trace(const Sequence& slots) const;

  const WordCounts& counts_;
  const Confusions& confusions_;
  const RepairWeights& weights_;
  const WordCounts::Known end_;
  // What stands at a slot stands here two places on: a sentence's end, twice, is before the first word.
  std::vector<std::vector<WordCounts::Known>> words_;
  std::vector<States> table_;
  std::vector<WordCounts::Pair> contexts_,
      behind_;  // of the neighbours before `pairs_at_`, and of it and the one before
  size_t pairs_at_ = 0;
};

}  // namespace trichluc
