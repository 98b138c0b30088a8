// How right the figures of clerks are read: by the reader alone, beside plain Tesseract.
#include <fmt/format.h>

#include <algorithm>

#include "report/hand_cases.h"
#include "text/align.h"

namespace trichluc {
namespace {

constexpr double kSure = 0.9;

std::string Plain(const std::string& figures) {
  const size_t first = figures.find_first_not_of('0');
  return first == std::string::npos ? "" : figures.substr(first);
}

int SignOf(char32_t sign) {
  if (sign >= U'0' && sign <= U'9') return static_cast<int>(sign - U'0');
  return sign == U'-' ? HandTally::kSigns - 1 : HandTally::kSigns - 2;
}

double Share(int part, int all) { return all == 0 ? 0 : static_cast<double>(part) / all; }

int WrongFigures(const std::string& truth, const std::string& read) {
  int wrong = 0;
  for (const auto& [is, was] : AlignLetters(truth, read)) wrong += is != was;
  return std::min(wrong, static_cast<int>(truth.size()));
}

}  // namespace

double ChanceOfTruth(const HandCase& one) {
  double chance = 0;
  for (const HandCandidate& candidate : one.candidates) {
    if (one.truth && Plain(candidate.text) == Plain(*one.truth)) chance += candidate.probability;
  }
  return chance;
}

HandTally TallyHand(const std::vector<HandCase>& cases) {
  HandTally tally;
  for (const HandCase& one : cases) {
    if (!one.truth) continue;
    const std::string truth = Plain(*one.truth);
    const std::string read = one.candidates.empty() ? "" : Plain(one.candidates.front().text);
    const bool sure = !one.candidates.empty() && one.candidates.front().probability >= kSure;
    ++tally.strings;
    tally.right += read == truth;
    tally.sure += sure;
    tally.sure_right += sure && read == truth;
    tally.figures += static_cast<int>(truth.size());
    tally.wrong_figures += WrongFigures(truth, read);
    for (const auto& [is, was] : AlignLetters(truth, read)) ++tally.taken[SignOf(is)][SignOf(was)];
    if (!one.plain) continue;
    const std::string plain = Plain(*one.plain);
    ++tally.plain;
    tally.plain_right += plain == truth;
    tally.plain_empty += one.plain->empty();
    tally.plain_figures += static_cast<int>(truth.size());
    tally.plain_wrong_figures += WrongFigures(truth, plain);
  }
  return tally;
}

std::string PrintHandTally(const HandTally& tally) {
  if (tally.strings == 0) return "";
  std::string text = fmt::format(
      "handwritten, from the whole page, the reader alone\n"
      "  {} strings, {:.3f} right, single figures {:.3f}\n"
      "  read at 0.9 or more: {:.3f}, of these right {}/{}\n",
      tally.strings, Share(tally.right, tally.strings), 1 - Share(tally.wrong_figures, tally.figures),
      Share(tally.sure, tally.strings), tally.sure_right, tally.sure);
  if (tally.plain > 0) {
    text += fmt::format("  plain Tesseract on {} of them: {:.3f} right, single figures {:.3f}, nothing read {:.3f}\n",
                        tally.plain, Share(tally.plain_right, tally.plain),
                        1 - Share(tally.plain_wrong_figures, tally.plain_figures),
                        Share(tally.plain_empty, tally.plain));
  }
  constexpr const char* kNames[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a-z", "-"};
  text += "  is \\ read as";
  for (const char* name : kNames) text += fmt::format("{:>5}", name);
  text += "\n";
  for (int is = 0; is < HandTally::kSigns; ++is) {
    const auto& row = tally.taken[is];
    if (std::all_of(std::begin(row), std::end(row), [](int count) { return count == 0; })) continue;
    text += fmt::format("{:>14}", kNames[is]);
    for (const int count : row) text += count == 0 ? "    ." : fmt::format("{:5}", count);
    text += "\n";
  }
  return text;
}

}  // namespace trichluc
