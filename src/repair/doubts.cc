#include "repair/doubts.h"

#include <algorithm>
#include <cmath>

#include "text/text.h"

namespace trichluc {
namespace {

struct Changed {
  std::u32string letters;
  double odds;
  int last;  // the letter changed last
};

}  // namespace

std::map<std::string, double> SeenInstead(const Word& word, size_t before, size_t behind, double least) {
  const std::u32string letters = ToCodePoints(word.text);
  std::map<std::string, double> seen;
  std::vector<Changed> words = {{letters, 0, -1}};
  for (int round = 0; round < 3; ++round) {
    std::vector<Changed> next;
    for (const Changed& from : words) {
      for (const LetterDoubt& doubt : word.doubts) {
        const auto at = static_cast<size_t>(doubt.at);
        const double odds = from.odds + std::log(doubt.chance / (1 - std::min(doubt.chance, 0.99f)));
        if (doubt.at <= from.last || at < before || at + behind >= letters.size() || odds < least) continue;
        Changed changed{from.letters, odds, doubt.at};
        changed.letters.replace(at, 1, ToCodePoints(doubt.letter));
        next.push_back(std::move(changed));
      }
    }
    for (const Changed& changed : next) {
      const std::string core =
          FromCodePoints(changed.letters.substr(before, changed.letters.size() - before - behind));
      const auto [place, fresh] = seen.emplace(FoldKey(core), changed.odds);
      if (!fresh) place->second = std::max(place->second, changed.odds);
    }
    words = std::move(next);
  }
  return seen;
}

double Unseen(const std::string& other, const std::string& read) {
  return kUnseen * static_cast<double>(std::max<size_t>(EditDistance(other, read), 1));
}

}  // namespace trichluc
