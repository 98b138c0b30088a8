// Which words stand beside each other in one file. A document says the same things again and again ("học phần", the name
// of its office), and the engine errs now here, now there: what is read so in many places is what was printed in the
// one where it was read otherwise.
#pragma once

#include <set>
#include <unordered_map>

#include "model/reading.h"
#include "repair/counts.h"

namespace trichluc {

class FileWords {
 public:
  static constexpr float kSure = 0.8f;  // words below it are no evidence

  // Takes the pairs of neighbours on a page that the engine was sure of. Pages as Mend left them: errors that the engine
  // makes again and again would speak for themselves. Those that it left `undecided` count for less.
  void Add(const PageReading& reading, const std::set<int>& undecided);

  double Count(WordHash first, WordHash second) const;

  // Chance of `second` behind `first`, which is `general` by the word model: `weight` sightings of the model's and those
  // of the file's other places. `read`: the second word that was read behind this very first at the place in question
  // (it does not speak for itself); 0: another first was read there, or one that did not count.
  double Chance(WordHash first, WordHash second, double general, double weight, WordHash read) const;
  bool empty() const { return pairs_.empty(); }

 private:
  std::unordered_map<WordHash, double> firsts_, pairs_;
};

}  // namespace trichluc
