#include "repair/candidates.h"

#include <algorithm>
#include <set>
#include <utility>

#include "repair/doubts.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kLeastCount = 8;  // rarer words of the model may be misprints
constexpr double kLeastChance = -16;
constexpr double kDoubled = -6;  // that one letter is seen twice
constexpr size_t kMost = 14;

}  // namespace

CandidateMaker::CandidateMaker(const WordCounts& counts, const Confusions& confusions)
    : counts_(counts), confusions_(confusions) {
  for (const auto& [word, count] : counts.words()) {
    if (count < kLeastCount || !IsSyllable(word)) continue;
    by_letters_[StripDiacritics(word)].push_back({word, ToCodePoints(word), count});
  }
}

void CandidateMaker::AddFrom(const std::string& letters, const std::u32string& read,
                             std::vector<Candidate>* found) const {
  const auto bucket = by_letters_.find(letters);
  if (bucket == by_letters_.end()) return;
  for (const Known& known : bucket->second) {
    const double chance = confusions_.LogChance(known.points, read, kLeastChance);
    if (chance >= kLeastChance && known.points != read)
      found->push_back({known.word, counts_.KnownOf(HashOf(known.word)), chance});
  }
}

// One letter seen twice, each time with other marks: "Củúm", "điệêm".
void CandidateMaker::AddUndoubled(const std::u32string& read, std::vector<Candidate>* found) const {
  const auto bare = [](char32_t letter) { return StripDiacritics(FromCodePoints(std::u32string(1, letter))); };
  for (size_t i = 0; i + 1 < read.size(); ++i) {
    if (bare(read[i]) != bare(read[i + 1])) continue;
    for (const size_t gone : {i, i + 1}) {
      std::u32string once = read;
      once.erase(gone, 1);
      std::vector<Candidate> others;
      AddFrom(StripDiacritics(FromCodePoints(once)), once, &others);
      const std::string word = FromCodePoints(once);
      if (Knows(word)) others.push_back({word, counts_.KnownOf(HashOf(word)), 0});
      for (Candidate& other : others) {
        other.log_chance += kDoubled;
        const auto known = std::find_if(found->begin(), found->end(), [&](const Candidate& old) { return old.word == other.word; });
        if (known == found->end()) {
          found->push_back(std::move(other));
        } else {
          known->log_chance = std::max(known->log_chance, other.log_chance);
        }
      }
    }
  }
}

// At most kMost, the likeliest first.
std::vector<Candidate> CandidateMaker::Foremost(std::vector<Candidate> found) const {
  std::vector<std::pair<double, const Candidate*>> ranked;
  for (const Candidate& one : found) ranked.emplace_back(one.log_chance + counts_.LogChance(0, 0, one.known.hash), &one);
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second->word < b.second->word;
  });
  if (ranked.size() > kMost) ranked.resize(kMost);
  std::vector<Candidate> likeliest;
  for (const auto& [chance, one] : ranked) likeliest.push_back(*one);
  return likeliest;
}

bool CandidateMaker::Knows(const std::string& word) const {
  return counts_.Count(HashOf(word)) >= kLeastCount && IsSyllable(word);
}

const std::vector<Candidate>& CandidateMaker::For(const std::string& read) {
  const auto made = made_.find(read);
  if (made != made_.end()) return made->second;
  const std::u32string points = ToCodePoints(read);
  const std::u32string letters = ToCodePoints(StripDiacritics(read));
  std::set<std::u32string> tried = {letters};
  for (const auto& [printed, taken] : confusions_.letters()) {
    // Where the letter `taken` was read, `printed` may have stood.
    for (size_t at = 0; at <= letters.size(); ++at) {
      if (letters.compare(at, taken.size(), taken) != 0) continue;
      std::u32string other = letters;
      tried.insert(other.replace(at, taken.size(), printed));
    }
  }
  std::vector<Candidate> found;
  for (const std::u32string& other : tried) AddFrom(FromCodePoints(other), points, &found);
  if (!IsSyllable(read)) AddUndoubled(points, &found);
  std::vector<Candidate> likeliest = Foremost(std::move(found));
  for (Candidate& other : likeliest) other.unseen = Unseen(other.word, read);
  return made_.emplace(read, std::move(likeliest)).first->second;
}

}  // namespace trichluc
