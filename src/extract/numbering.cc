#include "extract/numbering.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "text/text.h"

namespace trichluc {

int FigureOf(const std::string& no) {
  const std::string figures = no.substr(0, no.find_first_not_of("0123456789"));
  const bool plain = !figures.empty() && (figures == no || figures + "." == no);
  return plain && no.size() <= 4 ? std::stoi(figures) : 0;
}

double RankOfNumber(const RuleSet& rules, const std::string& no) {
  const std::optional<Match> match = rules.Full("row_number", no);
  if (!match) return 0;
  const double rank = std::stod(match->Get("rank"));
  return rank + static_cast<double>(
                    std::count(no.begin(), no.end() - (no.empty() || no.back() != '.' ? 0 : 1), '.'));
}

std::string RepairSubNumber(const std::string& head, int ordinal, const std::string& no,
                            const std::string& after) {
  const auto digits = [](const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  };
  if (ordinal == 1 && after == "b)" && no.size() == 2 && no[1] == ')') return "a)";
  if (digits(head) && digits(no) && no == head + std::to_string(ordinal))
    return head + "." + std::to_string(ordinal);
  // "5" | "511" | "5.2": the dot read as a 1
  const std::string next = head + "." + std::to_string(ordinal + 1);
  if (digits(head) && no == head + "1" + std::to_string(ordinal) && after == next) return head + "." + std::to_string(ordinal);
  // "2" | "1" | "2.2": the first lost its head.
  if (digits(head) && no == std::to_string(ordinal) && after == next) return head + "." + no;
  return no;
}

std::string RepairDotted(const std::string& head, int ordinal, const std::string& no) {
  constexpr size_t kLongest = 5;
  const std::string expected = head + "." + std::to_string(ordinal);
  const bool own = no.starts_with(head + ".") && no.find_first_not_of("0123456789.", head.size()) == std::string::npos;
  if (own || no.size() > kLongest) return no;
  const auto figures = [](const std::string& text) {
    std::string found;
    for (const char c : text) {
      if (std::isdigit(static_cast<unsigned char>(c)) != 0) found += c;
      if (c == 'I' || c == 'l' || c == '|') found += '1';
    }
    return found;
  };
  const std::string read = figures(no);
  return !read.empty() && EditDistance(read, figures(expected), 1) <= 1 ? expected : no;
}

std::string RepairOne(const RuleSet& rules, const std::string& no, const std::string& after) {
  return FigureOf(after) == 2 && rules.Full("misread_one", no) ? "1" : no;
}

namespace {

bool IsLetter(const std::string& no) { return no.size() == 1 && no[0] >= 'a' && no[0] <= 'z'; }

}  // namespace

std::string RepairBetween(const RuleSet& rules, const std::string& before, const std::string& no, const std::string& after) {
  constexpr size_t kLongest = 4;  // bytes: one letter with its marks, or a few signs
  const int first = FigureOf(before), third = FigureOf(after);
  if (const int own = FigureOf(no); first > 0 && third == first + 2 && own > 0 && (own < first || own > third)) return std::to_string(first + 1);
  if (IsLetter(before) && IsLetter(after) && after[0] == before[0] + 2 && FigureOf(no) > 0) return std::string(1, static_cast<char>(before[0] + 1));
  const bool none = !no.empty() && no.size() <= kLongest && !rules.Full("row_number", no);
  return none && first > 0 && third == first + 2 ? std::to_string(first + 1) + (before.back() == '.' ? "." : "") : no;
}

namespace {

// Figures that are taken for each other in worn print.
bool LookAlike(char one, char other) {
  static const std::string kPairs = " 17 38 35 58 56 68 08 06 69 89 49 ";
  return kPairs.find({one, other}) != std::string::npos || kPairs.find({other, one}) != std::string::npos;
}

}  // namespace

std::string RepairAlike(const std::string& before, const std::string& no, const std::string& after) {
  const int first = FigureOf(before), own = FigureOf(no);
  const bool fits = after.empty() ? own > first + 1 : own == first && FigureOf(after) == first + 2;
  const std::string meant = std::to_string(first + 1), read = std::to_string(own);
  if (first == 0 || own == 0 || !fits || meant.size() != read.size()) return no;
  size_t others = 0;
  for (size_t i = 0; i < read.size(); ++i) {
    if (read[i] == meant[i]) continue;
    if (!LookAlike(read[i], meant[i])) return no;
    ++others;
  }
  return others == 1 ? meant + no.substr(read.size()) : no;
}

bool FollowsLabel(const std::string& label, const std::string& next) {
  static const std::string kLetters = " a b c d đ e g h i k l m n o p q r s t u v x y ";
  if (FigureOf(label) > 0) return FigureOf(next) == FigureOf(label) + 1;
  if (const size_t dot = label.rfind('.'); dot != std::string::npos) {  // "6.1" | "6.2"
    return next.size() > dot && next.compare(0, dot + 1, label, 0, dot + 1) == 0 && FollowsLabel(label.substr(dot + 1), next.substr(dot + 1));
  }
  return !label.empty() && !next.empty() && kLetters.find(" " + label + " " + next + " ") != std::string::npos;
}

std::string RepairLetter(const std::string& before, const std::string& no) {
  const bool letters = !before.empty() && before.size() == no.size() && before[0] >= 'a' && before[0] < 'z' && before.substr(1) == no.substr(1);
  return letters && no[0] - 'A' == before[0] - 'a' + 1 ? std::string(1, static_cast<char>(before[0] + 1)) + no.substr(1) : no;
}

std::string NextHead(const std::string& head) {
  static const std::string kRoman[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"};
  const auto roman = std::find(std::begin(kRoman), std::end(kRoman), head);
  if (roman != std::end(kRoman)) return roman + 1 == std::end(kRoman) ? "" : *(roman + 1);
  return head == "A" ? "B" : head == "B" ? "C" : head == "C" ? "D" : "";
}

bool FollowsHead(const std::string& head, const std::string& next) {
  static const std::string kAfterC[] = {"DĐ", "DE", "ĐE", "EF", "EG", "FG", "GH", "HI"};
  return !next.empty() && (NextHead(head) == next || std::find(std::begin(kAfterC), std::end(kAfterC), head + next) != std::end(kAfterC));
}

bool IntroducesNumber(const std::string& no, const std::string& next) {
  std::string head = no;
  while (!head.empty() && (head.back() == '.' || head.back() == ')')) head.pop_back();
  if (head.empty() || next.size() <= head.size() || next.compare(0, head.size(), head) != 0) return false;
  const char after = next[head.size()];
  return after == '.' ? next.size() > head.size() + 1 : (after >= 'a' && after <= 'z');
}

}  // namespace trichluc
