#include "tables/cell_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace trichluc {
namespace {

enum class Case { kNone, kSmall, kCapital };

// The code point at i; `length` its bytes. Broken bytes are 0.
char32_t PointAt(std::string_view text, size_t i, size_t* length) {
  const auto byte = [&](size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
  const unsigned lead = byte(i);
  *length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (lead < 0x80) return lead;
  if (*length == 2) return ((lead & 0x1F) << 6) | (byte(i + 1) & 0x3F);
  if (*length == 3) return ((lead & 0x0F) << 12) | ((byte(i + 1) & 0x3F) << 6) | (byte(i + 2) & 0x3F);
  return 0;
}

// Vietnamese letters lie in Latin-1, Latin Extended-A and -Additional (capital even, small odd) and Ơ Ư.
Case CaseAt(std::string_view text, size_t i) {
  size_t length = 0;
  const char32_t point = PointAt(text, i, &length);
  if (point < 0x80)
    return std::islower(point) ? Case::kSmall : std::isupper(point) ? Case::kCapital : Case::kNone;
  if (point >= 0xC0 && point <= 0xFF && point != 0xD7 && point != 0xF7) {
    return point < 0xE0 ? Case::kCapital : Case::kSmall;
  }
  if (point == 0x1A0 || point == 0x1AF) return Case::kCapital;
  if (point == 0x1A1 || point == 0x1B0) return Case::kSmall;
  if ((point >= 0x100 && point <= 0x17F) || (point >= 0x1EA0 && point <= 0x1EF9)) {
    return point % 2 == 0 ? Case::kCapital : Case::kSmall;
  }
  return Case::kNone;
}

// Small ASCII letter without any mark, a digit, or 0.
char Bare(char32_t point) {
  static constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo0ouuuuy00";  // À …
  static constexpr std::string_view kVietnamese =
      "aaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy";  // Ạ …, in pairs
  static_assert(kLatin1.size() == 32 && kVietnamese.size() == 45);
  if (point < 0x80) return std::isalnum(point) ? static_cast<char>(std::tolower(point)) : '\0';
  if (point >= 0xC0 && point <= 0xFF) return kLatin1[(point - 0xC0) % 32];
  if (point >= 0x1EA0 && point <= 0x1EF9) return kVietnamese[(point - 0x1EA0) / 2];
  switch (point | 1) {
    case 0x103:
      return 'a';
    case 0x111:
      return 'd';
    case 0x129:
      return 'i';
    case 0x169:
      return 'u';
    case 0x1A1:
      return 'o';
    default:
      return point == 0x1AF || point == 0x1B0 ? 'u' : '\0';
  }
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string_view FirstWord(std::string_view text) { return text.substr(0, text.find(' ')); }

std::string_view LastWord(std::string_view text) {
  const size_t blank = text.rfind(' ');
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string_view StripMarks(std::string_view label) {
  while (!label.empty() && (label.front() == '(' || label.front() == '-')) label.remove_prefix(1);
  while (!label.empty() && std::string_view(".):-,/").find(label.back()) != std::string_view::npos) {
    label.remove_suffix(1);
  }
  return label;
}

int Roman(std::string_view text) {
  int sum = 0, last = 0;
  for (size_t i = text.size(); i-- > 0;) {
    const char c = text[i];
    const int value = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : c == 'L' ? 50 : c == 'C' ? 100 : 0;
    if (value == 0) return 0;
    sum += value < last ? -value : value;
    last = std::max(last, value);
  }
  return sum;
}

// `- Xây dựng` → `Xây dựng`.
std::string_view PastListMark(std::string_view text) {
  text = Trim(text);
  if (!StartsWithListMark(text)) return text;
  const std::string_view word = FirstWord(text);
  if (word.size() > 1 && (word[0] == '-' || word[0] == '+')) return text.substr(1);
  return Trim(text.substr(word.size()));
}

}  // namespace

bool StartsWithListMark(std::string_view text) {
  text = Trim(text);
  const std::string_view word = FirstWord(text);
  if (word.empty()) return false;
  if (word[0] == '-' || word[0] == '+' || word == "•" || word == "*" || word == "–") return true;
  const char last = word.back();
  return word.size() < text.size() && word.size() <= 6 && (last == ')' || last == '.') && IsNumberLabel(word);
}

bool StartsSmall(std::string_view text) {
  const std::string_view rest = PastListMark(text);
  return CaseAt(rest, 0) == Case::kSmall;
}

bool StartsCapital(std::string_view text) {
  std::string_view rest = PastListMark(text);
  while (!rest.empty() && (rest[0] == '"' || rest[0] == '(')) rest.remove_prefix(1);
  if (rest.substr(0, 3) == "“") rest.remove_prefix(3);
  return CaseAt(rest, 0) == Case::kCapital;
}

bool EndsClosed(std::string_view text) {
  text = Trim(text);
  return !text.empty() && std::string_view(".;!?").find(text.back()) != std::string_view::npos;
}

bool EndsOpen(std::string_view text) {
  text = Trim(text);
  if (text.empty()) return false;
  if (text.back() == ',' || text.back() == '(' || text.back() == '-' || EndsWith(text, "–")) return true;
  static constexpr std::array<std::string_view, 31> kNeverLast = {
      "và", "của",  "các",   "với",   "cho",  "về",    "theo", "tại",   "trên", "từ",        "đến",
      "bị", "Sở",   "Các",   "Bộ",    "quý",  "tháng", "Quý",  "Tháng", "ngày", "giai đoạn", "để",
      "là", "hoặc", "những", "trong", "được", "do",    "vào",  "có",    "nhằm"};
  if (std::find(kNeverLast.begin(), kNeverLast.end(), LastWord(text)) == kNeverLast.end()) return false;
  // "Văn phòng Bộ", "Thanh tra Sở": whole names
  static constexpr std::array<std::string_view, 5> kOfOwnOffice = {"phòng", "tra", "đạo", "đoàn", "thuộc"};
  const std::string_view before = Trim(text.substr(0, text.size() - LastWord(text).size()));
  const bool office = EndsWith(text, "Bộ") || EndsWith(text, "Sở");
  return !office || std::find(kOfOwnOffice.begin(), kOfOwnOffice.end(), LastWord(before)) == kOfOwnOffice.end();
}

bool ClosesBracket(std::string_view upper, std::string_view lower) {
  const auto count = [](std::string_view text, std::string_view mark) {
    int found = 0;
    for (size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) ++found;
    return found;
  };
  static constexpr std::array<std::array<std::string_view, 2>, 2> kPairs = {{{"(", ")"}, {"“", "”"}}};
  for (const auto& pair : kPairs) {
    if (count(upper, pair[0]) > count(upper, pair[1]) && count(lower, pair[1]) > count(lower, pair[0]))
      return true;
  }
  return false;
}

bool IsNumberLabel(std::string_view text) {
  const std::string_view label = StripMarks(Trim(text));
  if (label.empty() || label.size() > 8) return false;
  if (label.find_first_not_of("0123456789.") == std::string_view::npos) return true;
  if (label.find_first_not_of("IVXLC") == std::string_view::npos) return true;
  const bool letter = std::isalpha(static_cast<unsigned char>(label[0])) != 0 || label == "đ" || label == "Đ";
  if (label == "đ" || label == "Đ") return true;
  return letter && label.find_first_not_of("0123456789.", 1) == std::string_view::npos;
}

int LastNumber(std::string_view text) {
  std::string_view label = StripMarks(Trim(text));
  if (const size_t dot = label.rfind('.'); dot != std::string_view::npos) label.remove_prefix(dot + 1);
  if (label.empty() || label.size() > 6) return 0;
  if (label.find_first_not_of("0123456789") == std::string_view::npos) {
    int number = 0;
    for (const char c : label) number = number * 10 + (c - '0');
    return number;
  }
  return Roman(label);
}

std::string Figures(std::string_view text) {
  std::string figures;
  for (const char c : text) {
    if (c >= '0' && c <= '9') figures += c;
  }
  return figures;
}

double Similarity(std::string_view a, std::string_view b) {
  const auto reduce = [](std::string_view text) {
    std::string out;
    for (size_t i = 0, length = 1; i < text.size(); i += length) {
      if (const char c = Bare(PointAt(text, i, &length)); c != '\0') out += c;
    }
    return out;
  };
  const std::string whole = reduce(a), other_whole = reduce(b);
  const size_t longer = std::max(whole.size(), other_whole.size());
  if (longer == 0) return 1;
  std::string_view one = whole, other = other_whole;  // without what both begin and end with
  while (!one.empty() && !other.empty() && one.front() == other.front()) one.remove_prefix(1), other.remove_prefix(1);
  while (!one.empty() && !other.empty() && one.back() == other.back()) one.remove_suffix(1), other.remove_suffix(1);
  std::vector<size_t> row(other.size() + 1);
  for (size_t j = 0; j <= other.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= one.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= other.size(); ++j) {
      const size_t substitute = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
    }
  }
  return 1 - static_cast<double>(row.back()) / static_cast<double>(longer);
}

}  // namespace trichluc
