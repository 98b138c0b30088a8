#include "repair/confusions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

// What was never seen: a kind of change of marks, any other letter.
constexpr double kOtherMarks = 2e-5, kOtherLetter = 5e-7;
constexpr double kPrior = 2000;     // letters that these chances are worth
constexpr double kKindPrior = 400;  // and the chance of a kind of change, for the letters themselves

std::vector<std::string> Fields(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

char32_t Letter(const std::string& field) { return field.empty() ? 0 : ToCodePoints(field).front(); }

std::u32string Bare(char32_t letter) {
  return letter == 0 ? U"" : ToCodePoints(StripDiacritics(FromCodePoints({letter})));
}

// Tones before and behind, and whether the letter itself has other marks: one number.
int Kind(char32_t printed, char32_t read) {
  const bool letter = LetterWithoutTone(printed) != LetterWithoutTone(read);
  return (ToneOf(printed) * 6 + ToneOf(read)) * 2 + (letter ? 1 : 0);
}

bool IsVowel(char32_t letter) {
  const std::u32string bare = Bare(letter);
  return !bare.empty() && std::u32string_view(U"aeiouy").find(bare.front()) != std::u32string_view::npos;
}

double Number(const std::string& field, const std::string& path, size_t line) {
  try {
    size_t used = 0;
    const double value = std::stod(field, &used);
    if (used == field.size() && value >= 0) return value;
  } catch (const std::exception&) {
  }
  throw UsageError(fmt::format("{}:{}: \"{}\" is no number", path, line, field));
}

}  // namespace

Confusions::Confusions(const std::string& path) {
  const std::string text = ReadFile(path);
  std::set<std::pair<std::u32string, std::u32string>> letters;
  size_t line_number = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> fields = Fields(line);
    const auto number = [&](size_t i) { return Number(fields[i], path, line_number); };
    if (fields[0] == "seen" && fields.size() == 3) {
      seen_[Letter(fields[1])] += number(2);
      all_ += number(2);
    } else if (fields[0] == "read" && fields.size() == 4) {
      const char32_t printed = Letter(fields[1]), read = Letter(fields[2]);
      taken_[{printed, read}] += number(3);
      if (Bare(printed) != Bare(read) && number(3) >= 2) letters.emplace(Bare(printed), Bare(read));
    } else if (fields[0] == "sure" && fields.size() == 4) {
      sure_.emplace_back(number(1),
                         std::log((number(2) + 0.5) / (std::max(0.0, number(3) - number(2)) + 0.5)));
    } else {
      throw UsageError(fmt::format("{}:{}: neither seen, read nor sure with its fields", path, line_number));
    }
  }
  if (sure_.empty() || seen_.empty()) throw UsageError(path + ": holds no confusions");
  letters_.assign(letters.begin(), letters.end());
  for (const auto& [letter, count] : seen_) {
    if (!IsVowel(letter)) continue;
    for (int read = 0; read < 12; ++read) could_[ToneOf(letter) * 12 + read] += count;
  }
  for (const auto& [pair, count] : taken_) {
    if (pair.first != 0 && pair.second != 0 && IsVowel(pair.first) && Bare(pair.first) == Bare(pair.second))
      was_[Kind(pair.first, pair.second)] += count;
  }
}

double Confusions::LogTaken(char32_t printed, char32_t read) const {
  const auto [found, fresh] = worked_out_.try_emplace(static_cast<uint64_t>(printed) << 32 | read, 0.0);
  if (fresh) found->second = WorkOut(printed, read);
  return found->second;
}

double Confusions::WorkOut(char32_t printed, char32_t read) const {
  const auto found = taken_.find({printed, read});
  const double count = found == taken_.end() ? 0 : found->second;
  if (printed == 0) return std::log((count + kPrior * kOtherLetter) / (all_ + kPrior));
  const auto seen = seen_.find(printed);
  const double of = seen == seen_.end() ? 0 : seen->second;
  if (read == 0 || Bare(printed) != Bare(read))
    return std::log((count + kPrior * kOtherLetter) / (of + kPrior));
  const auto could = could_.find(Kind(printed, read)), was = was_.find(Kind(printed, read));
  const double kind = ((was == was_.end() ? 0 : was->second) + kPrior * kOtherMarks) /
                      ((could == could_.end() ? 0 : could->second) + kPrior);
  return std::log((count + kKindPrior * kind) / (of + kKindPrior));
}

double Confusions::LogChance(const std::u32string& printed, const std::u32string& read, double least) const {
  if (printed == read) return 0;
  const size_t n = printed.size(), m = read.size();
  if (n > m + 2 || m > n + 2) return least - 1;
  std::vector<double> above(m + 1), row(m + 1);
  for (size_t j = 1; j <= m; ++j) above[j] = above[j - 1] + LogTaken(0, read[j - 1]);
  for (size_t i = 1; i <= n; ++i) {
    row[0] = above[0] + LogTaken(printed[i - 1], 0);
    double best = row[0];
    for (size_t j = 1; j <= m; ++j) {
      const double same =
          above[j - 1] + (printed[i - 1] == read[j - 1] ? 0 : LogTaken(printed[i - 1], read[j - 1]));
      row[j] =
          std::max({same, above[j] + LogTaken(printed[i - 1], 0), row[j - 1] + LogTaken(0, read[j - 1])});
      best = std::max(best, row[j]);
    }
    if (best < least) return least - 1;
    std::swap(above, row);
  }
  return above[m];
}

double Confusions::LogOddsWrong(double confidence) const {
  for (const auto& [upper, odds] : sure_) {
    if (confidence <= upper) return odds;
  }
  return sure_.back().second;
}

}  // namespace trichluc
