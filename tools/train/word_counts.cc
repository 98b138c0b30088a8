#include "train/word_counts.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>
#include <string_view>

namespace trichluc::train {
namespace {

using Counts = std::map<std::string, int>;

std::vector<std::string> ByCount(const Counts& counts, int least) {
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [word, count] : counts) {
    if (count >= least) order.emplace_back(-count, word);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::string> words;
  for (const auto& [count, word] : order) words.push_back(word);
  return words;
}

Counts CountWords(const std::string& line) {
  Counts counts;
  std::istringstream in(line);
  for (std::string word; in >> word;) ++counts[word];
  return counts;
}

bool IsMark(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }

// Quotation marks and the long dash are three bytes.
bool HasWideMark(std::string_view text) {
  for (const std::string_view mark : {"“", "”", "„", "—", "«", "»"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

// Without marks at the ends; empty when digits or marks stand inside.
std::string Bare(const std::string& word) {
  std::size_t from = 0, to = word.size();
  while (from < to && IsMark(word[from])) ++from;
  while (to > from && IsMark(word[to - 1])) --to;
  const std::string bare = word.substr(from, to - from);
  const bool plain = std::none_of(bare.begin(), bare.end(), [](char c) {
    return IsMark(c) || std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
  return plain && !HasWideMark(bare) ? bare : "";
}

}  // namespace

std::vector<std::string> FrequentWords(const TextSource& text, const Alphabet& alphabet, int least) {
  Counts counts;
  text.ForEach([&](const std::string& paragraph, double) {
    for (const auto& [word, count] : CountWords(paragraph)) {
      const std::string bare = Bare(word);
      if (!bare.empty() && alphabet.Answer(bare) == bare) counts[bare] += count;
    }
  });
  return ByCount(counts, least);
}

std::vector<std::string> MissedWords(const std::string& report) {
  constexpr std::string_view kTruth = "Truth:", kAnswer = "OCR  :";
  Counts missed, wanted;
  for (const std::string& line : Split(report, '\n')) {
    if (line.starts_with(kTruth)) wanted = CountWords(line.substr(kTruth.size()));
    if (!line.starts_with(kAnswer)) continue;
    const Counts answered = CountWords(line.substr(kAnswer.size()));
    for (const auto& [word, count] : wanted) {
      const auto found = answered.find(word);
      if (found == answered.end() || found->second < count) ++missed[word];
    }
  }
  return ByCount(missed, 1);
}

}  // namespace trichluc::train
