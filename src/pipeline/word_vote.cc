#include "pipeline/word_vote.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string>

#include "repair/tokens.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kNothing = 0.34;  // how surely a reading without words says that nothing stands there
constexpr double kOver = 0.5;      // of the narrower word that two readings of one have in common
constexpr float kSure = 0.9f;

struct Column {
  int left, right;
};

bool Over(const Column& a, const Column& b) {
  const int common = std::min(a.right, b.right) - std::max(a.left, b.left);
  return common > kOver * std::min(a.right - a.left, b.right - b.left);
}

// A word that none can be says less.
constexpr double kNoWord = 0.7;
constexpr double kCertainty = 1.5;  // the power of a reading's confidence that its say has: three doubtful ones are often one and the same mistake

// Where words stand, left to right.
std::vector<Column> PlacesOf(const std::vector<std::vector<Word>>& readings) {
  std::vector<Column> places;
  for (const std::vector<Word>& reading : readings) {
    for (const Word& word : reading) places.push_back({word.box.left, word.box.right});
  }
  for (size_t i = 0; i < places.size(); ++i) {
    for (size_t k = i + 1; k < places.size();) {
      if (!Over(places[i], places[k])) {
        ++k;
        continue;
      }
      places[i] = {std::min(places[i].left, places[k].left), std::max(places[i].right, places[k].right)};
      places.erase(places.begin() + static_cast<std::ptrdiff_t>(k));
      k = i + 1;
    }
  }
  std::sort(places.begin(), places.end(), [](const Column& a, const Column& b) { return a.left < b.left; });
  return places;
}

std::vector<Word> WordsAt(const Column& place, const std::vector<Word>& reading) {
  std::vector<Word> words;
  std::copy_if(reading.begin(), reading.end(), std::back_inserter(words), [&](const Word& word) {
    return word.box.CentreX() >= place.left && word.box.CentreX() < place.right;
  });
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
  return words;
}

std::string TextOf(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

double Sureness(const std::vector<Word>& words) {
  if (words.empty()) return kNothing;
  double sum = 0;
  for (const Word& word : words) sum += word.confidence;
  return sum / static_cast<double>(words.size());
}

double Say(const std::vector<Word>& words, double sure) {
  const bool can_be = std::all_of(words.begin(), words.end(), [](const Word& word) { return CanBeWord(word.text); });
  return std::pow(sure, kCertainty) * (can_be ? 1 : kNoWord);
}

}  // namespace

// A syllable, or what need not be one: figures, marks, abbreviations.
bool CanBeWord(const std::string& text) {
  const std::string core = SplitWord(text).core;
  if (Length(core) < 2 || !IsLetters(core) || (IsUpper(core) && Length(core) < 5)) return !core.empty() || Length(text) < 3;
  return IsSyllable(FoldKey(core));
}

std::vector<Word> VoteOnWords(const std::vector<std::vector<Word>>& all) {
  constexpr size_t kSaw = 3;  // one of so many readings saw words
  std::vector<std::vector<Word>> readings = all;
  std::erase_if(readings, [](const std::vector<Word>& reading) { return reading.empty(); });
  if (kSaw * readings.size() < all.size()) return {};
  std::vector<Word> voted;
  for (const Column& place : PlacesOf(readings)) {
    struct Option {
      double weight = 0, surest = -1;
      std::vector<Word> words;
    };
    std::map<std::string, Option> options;
    for (const std::vector<Word>& reading : readings) {
      std::vector<Word> words = WordsAt(place, reading);
      const double sure = Sureness(words);
      Option& option = options[TextOf(words)];
      option.weight += Say(words, sure);
      if (sure > option.surest) option.surest = sure, option.words = std::move(words);
    }
    Option& best = std::max_element(options.begin(), options.end(), [](const auto& a, const auto& b) { return a.second.weight < b.second.weight; })->second;
    std::move(best.words.begin(), best.words.end(), std::back_inserter(voted));
  }
  return voted;
}

bool AllAgree(const std::vector<std::vector<Word>>& readings) {
  return std::all_of(readings.begin(), readings.end(), [&](const std::vector<Word>& reading) {
    return !reading.empty() && TextOf(reading) == TextOf(readings.front()) &&
           std::all_of(reading.begin(), reading.end(), [](const Word& word) { return word.confidence >= kSure; });
  });
}

}  // namespace trichluc
