// What else a word may have been that was read so. Private to the room.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "repair/confusions.h"
#include "repair/counts.h"

namespace trichluc {

struct Candidate {
  std::string word;  // folded
  WordCounts::Known known;
  double log_chance = 0;  // that it is read as what was read; 0 for what was read itself
  double seen =
      0;  // log odds of what the engine saw of it in this very word against what it gave (repair/doubts.h)
  double unseen = 0;  // the same where it saw nothing of it
};

class CandidateMaker {
 public:
  CandidateMaker(const WordCounts& counts, const Confusions& confusions);

  // Syllables of the word model that may be read as `read` (a folded word), the likeliest first, at most
  // `most`; `read` itself is not among them. Remembered: the same word gives the same list. Not thread-safe.
  const std::vector<Candidate>& For(const std::string& read);

  // What was read itself.
  Candidate AsRead(const std::string& token) const { return {token, counts_.KnownOf(HashOf(token))}; }

  // Whether a folded word is a syllable that the word model has seen often enough not to be a misprint.
  bool Knows(const std::string& word) const;

 private:
  std::vector<Candidate> Foremost(std::vector<Candidate> found) const;

  void AddFrom(const std::string& letters, const std::u32string& read, std::vector<Candidate>* found) const;

  void AddUndoubled(const std::u32string& read, std::vector<Candidate>* found) const;

  struct Known {
    std::string word;
    std::u32string points;
    double count;
  };
  const WordCounts& counts_;
  const Confusions& confusions_;
  std::unordered_map<std::string, std::vector<Known>> by_letters_;  // without marks
  std::unordered_map<std::string, std::vector<Candidate>> made_;
};

}  // namespace trichluc
