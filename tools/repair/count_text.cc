#include "count_text.h"

#include <sstream>

#include "repair/tokens.h"
#include "text/text.h"

namespace trichluc::repair {
namespace {

constexpr double kOffices = 0.1;  // files drawn more often than this hold documents of offices, laws apart
constexpr int kOfficeFactor = 4;

// Tokens of a paragraph, behind the end of the sentence before it. Words run together or misprinted are kept.
std::vector<std::string> Tokens(const std::string& paragraph) {
  std::vector<std::string> tokens = {std::string(kSentenceEnd)};
  std::istringstream in(paragraph);
  for (std::string word; in >> word;) {
    for (std::string& token : TokensOf(word)) tokens.push_back(std::move(token));
  }
  return tokens;
}

}  // namespace

RawCounts CountText(const train::TextSource& text, double least) {
  RawCounts raw;
  std::unordered_map<std::string, double> words;
  const auto factor = [](double weight) { return weight > 0.5 ? kOfficeFactor : weight > kOffices ? 1 : 2; };
  text.ForEach([&](const std::string& paragraph, double weight) {
    for (const std::string& token : Tokens(paragraph)) words[token] += factor(weight);
  });
  for (const auto& [word, count] : words) {
    raw.tokens += count;
    if (count >= least) raw.words[word] = count;
  }
  text.ForEach([&](const std::string& paragraph, double weight) {
    const auto count = static_cast<float>(factor(weight));
    WordHash before = 0, previous = 0;  // 0: a word that is not in the vocabulary
    for (const std::string& token : Tokens(paragraph)) {
      const WordHash hash = raw.words.count(token) != 0 ? HashOf(token) : 0;
      if (hash != 0 && previous != 0) raw.pairs[HashOf(previous, hash)] += count;
      if (hash != 0 && previous != 0 && before != 0) raw.triples[HashOf(before, previous, hash)] += count;
      before = previous;
      previous = hash;
    }
  });
  return raw;
}

}  // namespace trichluc::repair
