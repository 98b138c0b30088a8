// How often words, pairs and triples of words stand in public administrative text: the word model. Counts
// alone; the text cannot be had back from them.
//
// The file (made by tools/repair, `trichluc-repair count`), numbers little-endian:
//
//   "TLCOUNT1"            8 bytes
//   words, text_bytes     4 bytes each: of the vocabulary
//   tokens                8 bytes: of the text
//   slots                 4 bytes: of the table of pairs and triples
//   vocabulary            `text_bytes` bytes: a line "word count" each
//   table                 3 bytes a slot: 2 of the hash, 1 of the count, 0 where the slot is empty
//
// A slot is found by the hash of pair or triple, and on from there; counts are kept on a logarithmic scale, 8
// steps to a doubling. One in some three thousand absent triples is taken for another that is there.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/mapped_file.h"

namespace trichluc {

using WordHash = uint64_t;
WordHash HashOf(std::string_view token);
WordHash HashOf(WordHash first, WordHash second);
WordHash HashOf(WordHash first, WordHash second, WordHash third);

class WordCounts {
 public:
  // Takes a few milliseconds: the table is read where it is asked. Throws UsageError when the file is no such
  // file.
  explicit WordCounts(const std::string& path);

  double Count(WordHash word) const;  // 0: not in the vocabulary
  double Count(WordHash first, WordHash second) const;
  double Count(WordHash first, WordHash second, WordHash third) const;

  // Natural logarithm of the chance of `word` behind the two others: what was counted, triples smoothed by
  // pairs and pairs by words (each weighs as much as it was seen). Never -inf.
  double LogChance(WordHash before, WordHash previous, WordHash word) const;

  // A word with what is known of it by itself: looked up once, it serves beside every other.
  struct Known {
    WordHash hash = 0;
    double count = 0;   // 0: not in the vocabulary
    double unseen = 1;  // sightings that weigh as much as what is known without them (counts.cc)
    double alone = 0;   // chance of it anywhere
  };
  Known KnownOf(WordHash word) const;

  // What is known of two neighbours: looked up once, it serves for every word before and behind them.
  struct Pair {
    double count = 0;   // of the pair
    double unseen = 1;  // as Known::unseen
    double chance = 0;  // of the second behind the first
    bool met = false;   // the second was seen behind the first
  };
  // Of many [first * seconds.size() + second]. Many at once, so that the table, which no processor holds near, is asked for all
  // before the first answer is waited for.
  Pair PairOf(const Known& first, const Known& second) const;
  void PairsOf(const std::vector<Known>& firsts, const std::vector<Known>& seconds, std::vector<Pair>* pairs) const;
  // The same as above, to the last bit; `context` of (before, previous), `pair` of (previous, word).
  double LogChance(WordHash before, WordHash previous, WordHash word, const Pair& context, const Pair& pair) const;
  // Has the processor fetch what LogChance of these three will ask for.
  void Expect(WordHash before, WordHash previous, WordHash word) const;

  // Every word with its count, in the order of the file.
  const std::vector<std::pair<std::string, double>>& words() const { return words_; }

 private:
  unsigned char Find(WordHash hash) const;  // the step of its count
  unsigned char FindFrom(size_t place, WordHash hash) const;
  size_t Fetch(WordHash hash) const;  // the place where Find begins
  double Alone(double count) const { return (count + 0.1) / (tokens_ + 1e5); }
  Pair PairOf(const Known& first, const Known& second, unsigned char step) const;

  MappedFile file_;
  std::vector<std::pair<std::string, double>> words_;
  std::unordered_map<WordHash, Known> by_hash_;
  double tokens_ = 1;
  const unsigned char* table_ = nullptr;
  size_t slots_ = 0;
};

// For the tool that counts. Pairs and triples by hash.
struct RawCounts {
  std::map<std::string, double> words;
  std::unordered_map<WordHash, float> pairs, triples;
  double tokens = 0;
};
// At most `most` bytes: of pairs and triples the most frequent stay (a triple counts half).
std::string EncodeCounts(const RawCounts& counts, size_t most);

}  // namespace trichluc
