#include "ocr/doubts.h"

#include <algorithm>
#include <map>

namespace trichluc {
namespace {

constexpr float kLeast = 0.01f;
constexpr size_t kMost = 3;

// The letters of UTF-8 text.
std::vector<std::string> LettersOf(const std::string& text) {
  std::vector<std::string> letters;
  for (const char byte : text) {
    if (letters.empty() || (byte & 0xC0) != 0x80) letters.emplace_back();
    letters.back() += byte;
  }
  return letters;
}

using Seen = std::map<std::string, float>;

Seen SeenIn(const std::vector<std::vector<std::pair<const char*, float>>>& steps) {
  Seen seen;
  for (const auto& step : steps) {
    for (const auto& [letter, chance] : step) {
      if (letter != nullptr && *letter != '\0' && *letter != ' ') seen[letter] += chance;
    }
  }
  return seen;
}

std::vector<LetterDoubt> DoubtsOfLetter(int at, const std::string& read, const Seen& seen) {
  std::vector<LetterDoubt> doubts;
  const float given = seen.at(read);
  for (const auto& [letter, chance] : seen) {
    const float share = chance / (chance + given);
    if (letter != read && share >= kLeast) doubts.push_back({at, letter, share});
  }
  std::stable_sort(doubts.begin(), doubts.end(),
                   [](const LetterDoubt& a, const LetterDoubt& b) { return a.chance > b.chance; });
  if (doubts.size() > kMost) doubts.resize(kMost);
  return doubts;
}

}  // namespace

std::vector<LetterDoubt> DoubtsOf(const std::string& text, const LetterSteps& steps) {
  const std::vector<std::string> letters = LettersOf(text);
  if (steps.size() < letters.size() || steps.size() > letters.size() + 1) return {};
  const size_t white = steps.size() - letters.size();
  std::vector<LetterDoubt> doubts;
  for (size_t i = 0; i < letters.size(); ++i) {
    const Seen seen = SeenIn(steps[i + white]);
    if (seen.count(letters[i]) == 0) return {};
    for (LetterDoubt& doubt : DoubtsOfLetter(static_cast<int>(i), letters[i], seen))
      doubts.push_back(std::move(doubt));
  }
  return doubts;
}

}  // namespace trichluc
