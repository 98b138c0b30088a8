#include "model/layout.h"

#include <algorithm>
#include <cctype>

#include "model/table.h"

namespace trichluc {
namespace {

bool IsWordByte(char c) {  // letters and digits; bytes of Vietnamese letters, not those of dashes and quotes
  const unsigned char byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || (byte >= 0x80 && byte != 0xE2);
}

bool IsCapital(std::string_view text, size_t at) {  // A-Z, Đ
  if (at >= text.size()) return false;
  return std::isupper(static_cast<unsigned char>(text[at])) != 0 || text.substr(at, 2) == "Đ";
}

// "144-QĐ/" | "TW": the symbol of a document goes on; not "Ban Chỉ đạo/" | "Tổ giúp việc".
bool SymbolGoesOn(std::string_view upper, std::string_view lower) {
  const std::string_view word = upper.substr(upper.find_last_of(" \n") + 1);
  const bool symbol = word.find_first_of("0123456789") == 0 && word.find('-') != std::string_view::npos;
  return symbol && IsCapital(lower, 0) && (IsCapital(lower, 1) || IsCapital(lower, 2));
}

// "SKSS/" | "KHHGĐ dành cho": abbreviations of capitals; "(để b/" | "c);": báo cáo, the notes of recipients.
bool PairGoesOn(std::string_view upper, std::string_view lower) {
  std::string_view word = upper.substr(upper.find_last_of(" \n(") + 1);
  word.remove_suffix(1);  // the slash
  if (word == "b" || word == "k" || word == "p" || word == "đ") return lower == "c" || lower.starts_with("c)") || lower.starts_with("h)");
  const auto capitals = [](std::string_view part) {
    size_t count = 0;
    for (size_t at = 0; at < part.size() && IsCapital(part, at); at += part.substr(at, 2) == "Đ" ? 2 : 1) ++count;
    return count;
  };
  const size_t letters = capitals(word);
  return letters > 1 && IsCapital(word, word.size() - (word.ends_with("Đ") ? 2 : 1)) && word.find_first_of("&.-0123456789") == std::string_view::npos &&
         capitals(lower) > 1;
}

bool IsDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// "15/12/202", and "4" in the next line of a narrow column: no year has three figures.
bool CutYear(std::string_view upper, std::string_view lower) {
  constexpr size_t kFigures = 3, kShortest = 6;  // "2/2021" without its last
  if (upper.size() + 1 < kShortest || lower.empty() || !IsDigit(lower.front()) || (lower.size() > 1 && IsDigit(lower[1]))) return false;
  const std::string_view year = upper.substr(upper.size() - kFigures);
  const char stroke = upper[upper.size() - kFigures - 1], before = upper[upper.size() - kFigures - 2];
  const bool century = year.starts_with("19") || year.starts_with("20");
  return century && IsDigit(year.back()) && (stroke == '/' || stroke == '.' || stroke == '-') && IsDigit(before);
}

// "HĐND&UBN" | "D huyện", "P.GĐBHY" | "T": the last capital of a long abbreviation made of several, in a column that is too narrow for it.
bool CutCapitals(std::string_view upper, std::string_view lower) {
  constexpr size_t kShortest = 7;
  const std::string_view word = upper.substr(upper.find_last_of(" \n") + 1);
  const size_t next = lower.starts_with("Đ") ? std::string_view("Đ").size() : 1;
  const bool alone = IsCapital(lower, 0) && (next == lower.size() || lower[next] == ' ' || lower[next] == ';' || lower[next] == ',');
  const size_t joint = word.find_last_of("&.-/");
  if (!alone || word.size() < kShortest || joint == std::string_view::npos || joint + 1 == word.size()) return false;
  for (size_t at = 0; at < word.size();) {
    const bool capital = IsCapital(word, at);
    if (!capital && std::string_view("&.-/").find(word[at]) == std::string_view::npos) return false;
    at += word.substr(at, 2) == "Đ" ? 2 : 1;
  }
  return true;
}

// "08/2022/N" | "Q-HĐND ngày": the code of a symbol, cut behind its first letter in a narrow column. All codes have more.
bool CutSymbol(std::string_view upper, std::string_view lower) {
  const std::string_view word = upper.substr(upper.find_last_of(" \n") + 1);
  const size_t slash = word.rfind('/');
  if (slash == std::string_view::npos || slash == 0 || !IsDigit(word[slash - 1]) || word.find_first_of("0123456789") != 0) return false;
  const std::string_view code = word.substr(slash + 1);
  if (!IsCapital(code, 0) || code.size() > (code.starts_with("Đ") ? 2u : 1u)) return false;
  const size_t dash = lower.find('-');
  if (dash == std::string_view::npos || dash == 0 || dash > 3 || !IsCapital(lower, dash + 1)) return false;
  return IsCapital(lower, 0);
}

// "150/2025/NĐ" | "-CP": the code of a symbol goes on behind its hyphen.
bool SymbolGoesOnBehindHyphen(std::string_view upper, std::string_view lower) {
  const std::string_view word = upper.substr(upper.find_last_of(" \n") + 1);
  const size_t slash = word.rfind('/');
  if (lower.size() < 2 || lower[0] != '-' || !IsCapital(lower, 1)) return false;
  return slash != std::string_view::npos && slash > 0 && IsDigit(word[slash - 1]) && IsCapital(word, slash + 1);
}

// "500.000 đồng/" | "suất", "02 lần/" | "tháng": so much for each.
bool RateGoesOn(std::string_view lower) {
  constexpr std::string_view kEach[] = {"tháng", "năm", "quý", "tuần", "ngày", "giờ", "lần", "người", "suất", "hộ", "lớp", "xã", "thôn", "đơn vị", "học kỳ", "buổi", "vụ", "ha", "kg", "km", "phiếu", "trường", "huyện"};
  return std::any_of(std::begin(kEach), std::end(kEach), [&](std::string_view each) {
    return lower.starts_with(each) && (lower.size() == each.size() || std::string_view(" ,.;)").find(lower[each.size()]) != std::string_view::npos);
  });
}

// "m", "km" at the end of a text, behind no other letter: what is raised behind it is an exponent.
bool EndsInUnit(std::string_view text) {
  const size_t begin = text.find_last_not_of("mkcd") + 1;  // 0 where there is nothing else
  const std::string_view unit = text.substr(begin);
  const auto before = static_cast<unsigned char>(begin > 0 ? text[begin - 1] : ' ');
  if (before >= 0x80 || (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z')) return false;
  return unit == "m" || unit == "km" || unit == "cm" || unit == "dm" || unit == "mm";
}

}  // namespace

bool BrokenInsideWord(std::string_view upper, std::string_view lower) {
  if (CutYear(upper, lower) || CutCapitals(upper, lower) || CutSymbol(upper, lower) || SymbolGoesOnBehindHyphen(upper, lower)) return true;
  if (upper.size() < 2 || lower.empty() || !IsWordByte(lower.front())) return false;
  const char before = upper[upper.size() - 2];
  if (upper.back() == '-') return IsWordByte(before);
  if (upper.back() != '/') return false;
  const bool year = (before == 'I' || before == 'V' || before == 'X') && IsDigit(lower.front());
  return IsDigit(before) || year || SymbolGoesOn(upper, lower) || PairGoesOn(upper, lower) || (IsWordByte(before) && RateGoesOn(lower));
}

void AppendLine(std::string& text, std::string_view line, char blank) {
  if (!text.empty() && !line.empty() && !BrokenInsideWord(text, line)) text += blank;
  text += line;
}

std::string WithoutNoteMarks(std::string_view text) {
  std::string kept;
  for (size_t i = 0; i < text.size();) {
    // ¹ ² ³ are C2 B9, C2 B2, C2 B3; ⁰ and ⁴–⁹ are E2 81 B0 and E2 81 B4–B9.
    const auto byte = [&](size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0; };
    const bool exponent = byte(i) == 0xC2 && (byte(i + 1) == 0xB2 || byte(i + 1) == 0xB3) && EndsInUnit(kept);
    if (exponent) {
      kept += text.substr(i, 2);
      i += 2;
    } else if (byte(i) == 0xC2 && (byte(i + 1) == 0xB9 || byte(i + 1) == 0xB2 || byte(i + 1) == 0xB3)) {
      i += 2;
    } else if (byte(i) == 0xE2 && byte(i + 1) == 0x81 && byte(i + 2) >= 0xB0 && byte(i + 2) <= 0xB9) {
      i += 3;
    } else {
      kept += text[i++];
    }
  }
  return kept;
}

std::string Line::Text() const {
  std::string text;
  for (const Word& word : words) {
    const std::string part = WithoutNoteMarks(word.text);
    if (!text.empty() && !part.empty()) text += ' ';
    text += part;
  }
  return text;
}

std::string Line::Printed() const {
  std::string text;
  for (const Word& word : words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

Passage::Passage(const std::vector<Line>& lines) {
  for (const Line& line : lines) Add(line);
}

void Passage::Add(const Line& line) {
  bool first = true;
  for (const Word& word : line.words) {
    const std::string text = WithoutNoteMarks(word.text);
    if (text.empty()) continue;
    if (!first) {
      text_ += ' ';
    } else if (!text_.empty() && !BrokenInsideWord(text_, text)) {
      text_ += '\n';
    }
    first = false;
    const auto begin = static_cast<uint32_t>(text_.size());
    text_ += text;
    pieces_.push_back({begin, static_cast<uint32_t>(text_.size()), line.page, &word});
  }
}

std::vector<Passage::Piece> Passage::Touching(size_t begin, size_t end) const {
  std::vector<Piece> touched;
  for (const Piece& piece : pieces_) {
    if (piece.begin < end && piece.end > begin) touched.push_back(piece);
  }
  return touched;
}

std::string TableCell::Text() const {
  std::string text;
  for (const Line& line : lines) AppendLine(text, line.Text());
  return text;
}

std::vector<std::string> Table::ColumnTitles() const {
  std::vector<std::string> titles(static_cast<size_t>(columns));
  for (size_t r = 0; r < header.size(); ++r) {
    const std::vector<TableCell>& cells = header[r].cells;
    for (size_t i = 0; i < cells.size() && i < titles.size(); ++i) {
      // "Thời gian" over "Bắt đầu | Kết thúc" belongs to both.
      const size_t span = r + 1 < header.size() ? static_cast<size_t>(cells[i].column_span) : 1;
      for (size_t c = i; c < std::min(i + span, titles.size()); ++c) AppendLine(titles[c], cells[i].Text());
    }
  }
  return titles;
}

}  // namespace trichluc
