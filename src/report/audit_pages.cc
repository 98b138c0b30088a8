// The text of pages, as read.
#include <algorithm>
#include <map>
#include <sstream>

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

}  // namespace

void ScorePages(const std::vector<std::string>& truth, const std::vector<std::string>& found, Tally& tally) {
  for (size_t i = 0; i < std::max(truth.size(), found.size()); ++i) {
    const std::string expected = Normalise(i < truth.size() ? truth[i] : "");
    const std::string text = Normalise(i < found.size() ? found[i] : "");
    ErrorRate& characters = tally.score.rates["page_cer"];
    const long before = characters.errors;
    AddDistance(characters, expected, text);
    AddDistance(tally.score.rates["page_cer_plain"], StripDiacritics(expected), StripDiacritics(text));
    const std::vector<std::string> expected_words = Words(expected), words = Words(text);
    ErrorRate& word_rate = tally.score.rates["page_wer"];
    word_rate.errors += static_cast<long>(WordDistance(expected_words, words));
    word_rate.length += static_cast<long>(expected_words.size());
    AddRecall(tally.score.shares["word_recall"], expected_words, words);
    const long errors = characters.errors - before;
    if (errors == 0) continue;
    tally.Note("text of page " + std::to_string(i + 1) + " (" + std::to_string(errors) + " characters)",
               expected, text);
  }
}

}  // namespace trichluc
