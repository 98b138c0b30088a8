// The text of pages, as read.
#include <algorithm>
#include <map>
#include <sstream>

#include "report/audit_align.h"
#include "report/audit_distance.h"
#include "report/audit_tally.h"
#include "text/text.h"

namespace trichluc {
namespace {

std::vector<std::string> Words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

void AddDistance(ErrorRate& rate, const std::string& truth, const std::string& found) {
  const std::u32string expected = ToCodePoints(truth);
  rate.errors += static_cast<long>(LevenshteinDistance(expected, ToCodePoints(found)));
  rate.length += static_cast<long>(expected.size());
}

void AddRecall(Share& share, const std::vector<std::string>& truth, const std::vector<std::string>& found) {
  std::map<std::string, int> left;
  for (const std::string& word : found) ++left[word];
  for (const std::string& word : truth) {
    ++share.all;
    int& times = left[word];
    if (times == 0) continue;
    --times;
    ++share.right;
  }
}

// Raised figures as plain ones: truth has the marks of footnotes without their position.
std::string LevelFigures(const std::string& text) {
  std::string level;
  for (const char32_t c : ToCodePoints(text)) {
    const char32_t figure = c == U'¹'                               ? U'1'
                            : c == U'²'                             ? U'2'
                            : c == U'³'                             ? U'3'
                            : c == U'⁰' || (c >= U'⁴' && c <= U'⁹') ? c - U'⁰' + U'0'
                                                                    : c;
    level += FromCodePoints({figure});
  }
  return level;
}

// A stretch of words on either side that differ.
struct Difference {
  size_t from, to, found_from, found_to;
};

// Differences with fewer than this many equal words between them are shown as one; and so many words around
// it.
constexpr size_t kContext = 2;

std::vector<Difference> Differences(const std::vector<std::string>& truth,
                                    const std::vector<std::string>& found) {
  auto pairs = AlignInOrder(truth.size(), found.size(),
                            [&](size_t i, size_t j) { return truth[i] == found[j] ? 1.0 : 0.0; });
  pairs.emplace_back(truth.size(), found.size());
  std::vector<Difference> differences;
  size_t i = 0, j = 0;
  for (const auto& [at, found_at] : pairs) {
    if (i < at || j < found_at) {
      if (!differences.empty() && i - differences.back().to <= kContext) {
        differences.back().to = at;
        differences.back().found_to = found_at;
      } else {
        differences.push_back({i, at, j, found_at});
      }
    }
    i = at + 1;
    j = found_at + 1;
  }
  return differences;
}

// The words of [from, to) and some around them.
Value Excerpt(const std::vector<std::string>& words, size_t from, size_t to) {
  from -= std::min(from, kContext);
  to = std::min(words.size(), to + kContext);
  return Join({words.begin() + static_cast<long>(from), words.begin() + static_cast<long>(to)}, " ");
}

void NoteDifferences(size_t page, const std::vector<std::string>& truth,
                     const std::vector<std::string>& found, Tally& tally) {
  for (const Difference& difference : Differences(truth, found)) {
    tally.Note("text of page " + std::to_string(page), Excerpt(truth, difference.from, difference.to),
               Excerpt(found, difference.found_from, difference.found_to));
  }
}

}  // namespace

void ScorePages(const std::vector<std::string>& truth, const std::vector<std::string>& found, Tally& tally) {
  for (size_t i = 0; i < std::max(truth.size(), found.size()); ++i) {
    const std::string expected = LevelFigures(Normalise(i < truth.size() ? truth[i] : ""));
    const std::string text = LevelFigures(Normalise(i < found.size() ? found[i] : ""));
    AddDistance(tally.score.rates["page_cer"], expected, text);
    AddDistance(tally.score.rates["page_cer_plain"], StripDiacritics(expected), StripDiacritics(text));
    const std::vector<std::string> expected_words = Words(expected), words = Words(text);
    ErrorRate& word_rate = tally.score.rates["page_wer"];
    word_rate.errors += static_cast<long>(WordDistance(expected_words, words));
    word_rate.length += static_cast<long>(expected_words.size());
    AddRecall(tally.score.shares["word_recall"], expected_words, words);
    NoteDifferences(i + 1, expected_words, words, tally);
  }
}

void ScoreStamps(const std::vector<StampedLine>& lines, const std::vector<std::string>& found, Tally& tally) {
  if (lines.empty()) return;
  ErrorRate& rate = tally.score.rates["under_stamps_cer"];
  std::vector<std::u32string> pages;
  for (const std::string& page : found) pages.push_back(ToCodePoints(LevelFigures(Normalise(page))));
  for (const StampedLine& stamped : lines) {
    const std::u32string line = ToCodePoints(LevelFigures(Normalise(stamped.line)));
    const bool read = stamped.page >= 1 && stamped.page <= static_cast<int>(pages.size());
    const size_t errors =
        read ? DistanceWithin(line, pages[static_cast<size_t>(stamped.page) - 1]) : line.size();
    rate.errors += static_cast<long>(errors);
    rate.length += static_cast<long>(line.size());
    if (errors > 0) {
      tally.Note("under a stamp on page " + std::to_string(stamped.page), stamped.line, std::nullopt);
    }
  }
}

}  // namespace trichluc
