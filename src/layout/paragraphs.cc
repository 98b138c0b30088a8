#include "layout/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "layout/glyphs.h"

namespace trichluc {
namespace {

constexpr double kIndent = 0.8;       // em
constexpr double kWordSlack = 0.55;   // em: a blank and what hyphens or rough edges take
constexpr double kSpaced = 1.28;      // of the usual pitch: space before a paragraph
constexpr double kTitleSpaced = 1.9;  // lines of a title are often set wider
constexpr double kSmaller = 0.86;     // of the font size
constexpr double kSurelySmaller = 0.72;

double LeftSpace(const PrintRow& row, const PageFrame& frame) { return row.box.left - frame.area.left; }
double RightSpace(const PrintRow& row, const PageFrame& frame) { return frame.area.right - row.box.right; }

bool FillsWidth(const PrintRow& row, const PageFrame& frame) {
  return LeftSpace(row, frame) < kIndent * frame.em && RightSpace(row, frame) < 1.2 * frame.em;
}

bool MayBeCentred(const PrintRow& row, const PageFrame& frame) {
  const double left = LeftSpace(row, frame), right = RightSpace(row, frame);
  if (std::min(left, right) > 0.5 * frame.em && std::abs(left - right) < 0.9 * frame.em) return true;
  if (left < 1.5 * frame.em || right < 1.5 * frame.em) return false;
  if (std::abs(left - right) > std::max(1.6 * frame.em, 0.1 * (left + right))) return false;
  // An indented line of a paragraph that happens to end as far from the margin is no title.
  return left > 3.4 * frame.em || std::abs(left - right) < 0.8 * frame.em;
}

// Lines of different width that begin at one place: a list set in from the margin, not a title.
bool AlignedLeft(const PrintRow& a, const PrintRow& b, const PageFrame& frame) {
  return std::abs(a.box.left - b.box.left) < 0.4 * frame.em &&
         std::abs(a.box.right - b.box.right) > 1.2 * frame.em &&
         std::abs(a.baseline - b.baseline) < 2.2 * frame.em;
}

bool IsCentred(const std::vector<PrintRow>& rows, size_t i, const PageFrame& frame) {
  return MayBeCentred(rows[i], frame) && !(i > 0 && AlignedLeft(rows[i - 1], rows[i], frame)) &&
         !(i + 1 < rows.size() && AlignedLeft(rows[i], rows[i + 1], frame));
}

// "2011 | - 2020;": a dash before a year goes on with the years above.
bool IsDashOfYears(const PrintRow& row) {
  const std::string& dash = row.words.front().text;
  if ((dash != "-" && dash != "–") || row.words.size() < 2) return false;
  const std::string& year = row.words[1].text;
  const bool century = year.starts_with("19") || year.starts_with("20");
  return century && year.size() >= 4 && year.size() <= 6 && IsDigit(static_cast<unsigned char>(year[2])) && IsDigit(static_cast<unsigned char>(year[3])) &&
         (year.size() == 4 || !IsDigit(static_cast<unsigned char>(year[4])));
}

// `-` `+` `•` `1.` `2.1.` `12)` `a)` `IV.` `Điều 5.` at the head of a line.
bool StartsWithMark(const PrintRow& row) {
  if (IsDashOfYears(row)) return false;
  const std::string& text = row.words.front().text;
  if (text == "-" || text == "–" || text == "+" || text == "•" || text == "*" || text == "o") return true;
  if ((text[0] == '-' || text[0] == '+') && text.size() > 1 && !IsDigit(static_cast<unsigned char>(text[1])))
    return true;
  if (row.words.size() > 1 && (text == "Điều" || text == "Chương" || text == "Mục" || text == "Phần")) {
    return IsDigit(static_cast<unsigned char>(row.words[1].text[0])) ||
           row.words[1].text.find_first_not_of("IVXLC.") == std::string::npos;
  }
  const char last = text.back();
  if (last != '.' && last != ')' && last != '-' && last != '/') return false;
  const std::string body =
      text.substr(text[0] == '(' ? 1 : 0, text.find_last_not_of(".)-/") + 1 - (text[0] == '(' ? 1 : 0));
  if (body.empty() || DecodeUtf8(body).size() > 5) return false;
  const bool number = body.find_first_not_of("0123456789.") == std::string::npos;
  const bool roman = body.find_first_not_of("IVXLC") == std::string::npos;
  return number || roman || DecodeUtf8(body).size() == 1;
}

bool EndsClosed(const PrintRow& row) {
  const std::string& text = row.words.back().text;
  return std::string(".;:?!").find(text.back()) != std::string::npos;
}

// `2`, `- 2 -`, `Trang 2/5` alone on its line at the head or the foot.
bool IsPageNumber(const PrintRow& row, const PageFrame& frame) {
  if (row.box.top > 0.12 * frame.height && row.box.bottom < 0.9 * frame.height) return false;
  size_t digits = 0, others = 0;
  for (const Word& word : row.words) {
    for (const char32_t c : DecodeUtf8(word.text)) {
      digits += IsDigit(c);
      others += IsLetterOrDigit(c) && !IsDigit(c);
    }
  }
  return digits >= 1 && digits <= 4 && others == 0 && row.words.size() <= 3;
}

bool SizeDiffers(const PrintRow& a, const PrintRow& b) {
  if (a.words.size() < 3 || b.words.size() < 3) return false;
  return std::min(a.em, b.em) < kSmaller * std::max(a.em, b.em);
}

bool IsSmall(const PrintRow& row, const PageFrame& frame) { return row.em < kSmaller * frame.em; }

// A footnote begins with its raised figure, which stands before small print.
bool StartsFootnote(const PrintRow& row, const PageFrame& frame) {
  if (row.box.top < 0.4 * frame.height || !IsSmall(row, frame)) return false;
  const std::vector<char32_t> letters = DecodeUtf8(row.words.front().text);
  size_t digits = 0;
  while (digits < letters.size() && (IsDigit(letters[digits]) || letters[digits] == '*')) ++digits;
  if (digits >= 1 && digits <= 3 && (digits == letters.size() || IsLetterOrDigit(letters[digits]))) {
    return true;
  }
  const PrintRow mark = MakeRow({row.words.front()}, row.em);
  return letters.size() <= 2 && (mark.baseline < row.baseline - 0.12 * row.em || mark.em < 0.85 * row.em);
}

// Whether the next line's first word would have fitted on the line above.
bool EndsShort(const PrintRow& above, const PrintRow& row, const PageFrame& frame) {
  return RightSpace(above, frame) > row.words.front().box.Width() + kWordSlack * frame.em;
}

// A full line, and the next one goes on in the middle of the sentence: one paragraph, however the lines are
// spaced.
bool SentenceGoesOn(const PrintRow& above, const PrintRow& row, const PageFrame& frame) {
  const std::vector<char32_t> letters = DecodeUtf8(row.words.front().text);
  return !EndsClosed(above) && !EndsShort(above, row, frame) && IsSmallLetter(letters.front()) &&
         !StartsWithMark(row) && row.box.left - above.box.left < kIndent * frame.em;
}

// Lines of one paragraph by all but the height of their words, which few words and raised marks make uncertain: the line above is
// full and open, and the next one follows at the usual pitch.
bool SetAlike(const PrintRow& above, const PrintRow& row, const PageFrame& frame) {
  constexpr double kFirstLine = 4;  // em that the first line of a paragraph is indented at most
  const double pitch = row.baseline - above.baseline, indent = above.box.left - row.box.left;
  const bool below_first = LeftSpace(row, frame) < 0.5 * frame.em && indent > 0 && indent < kFirstLine * frame.em;
  return !EndsClosed(above) && !EndsShort(above, row, frame) && !StartsWithMark(row) &&
         (below_first || std::abs(indent) < 0.5 * frame.em) && std::abs(pitch - frame.pitch) < 0.08 * frame.pitch &&
         std::min(above.em, row.em) > kSurelySmaller * std::max(above.em, row.em);
}

// The line above is full and open, and stands as far below the one before it in the paragraph as the next one below it: a paragraph
// that is set wider than the rest of the page. `first`: where the paragraph begins.
bool KeepsItsPitch(const std::vector<PrintRow>& rows, size_t i, size_t first, const PageFrame& frame) {
  if (i < first + 2) return false;
  const PrintRow& above = rows[i - 1];
  const PrintRow& row = rows[i];
  const double own = above.baseline - rows[i - 2].baseline, pitch = row.baseline - above.baseline;
  return own > kSpaced * frame.pitch && std::abs(pitch - own) < 0.08 * own && !EndsClosed(above) && !EndsShort(above, row, frame) &&
         !StartsWithMark(row) && std::abs(row.box.left - above.box.left) < 0.5 * frame.em;
}

// "… trong tháng 6, tháng 7 năm | 2026.": figures at the margin that end the sentence of the full line above, as the last line of a page.
bool EndsSentence(const PrintRow& above, const PrintRow& row, const PageFrame& frame) {
  const double pitch = row.baseline - above.baseline;
  return !EndsClosed(above) && EndsClosed(row) && !EndsShort(above, row, frame) && LeftSpace(row, frame) < kIndent * frame.em &&
         pitch > 0 && pitch < kSpaced * frame.pitch;
}

// Whether row i begins another block than the one that began at row `first`.
bool BreaksBody(const std::vector<PrintRow>& rows, size_t i, size_t first, const PageFrame& frame, bool group_centred) {
  const PrintRow& above = rows[i - 1];
  const PrintRow& row = rows[i];
  if (IsPageNumber(above, frame) || (IsPageNumber(row, frame) && !EndsSentence(above, row, frame))) return true;
  const double pitch = row.baseline - above.baseline;
  if (pitch < 0.3 * frame.em) return false;  // two parts of one row
  const double size = row.words.size() < 3 ? 1 : std::clamp(row.em / frame.em, 0.75, 1.15);
  const double usual = std::max(frame.pitch * size, 1.05 * row.em);
  if (SizeDiffers(above, row) && !SetAlike(above, row, frame)) return true;
  if (StartsFootnote(row, frame)) return true;
  const bool centred = IsCentred(rows, i, frame);
  if (group_centred && (centred || (FillsWidth(row, frame) && pitch < 1.25 * usual))) {
    return pitch > kTitleSpaced * usual;
  }
  if (centred != group_centred && (group_centred || !IsCentred(rows, i - 1, frame))) return true;
  const bool goes_on = SentenceGoesOn(above, row, frame) || KeepsItsPitch(rows, i, first, frame);
  if (pitch > (goes_on ? 2 : kSpaced) * usual) return true;
  if (EndsShort(above, row, frame)) return true;
  const double indent = row.box.left - above.box.left;
  if (indent > kIndent * frame.em) return !StartsWithMark(above) || StartsWithMark(row);
  if (StartsWithMark(row) && (EndsClosed(above) || LeftSpace(row, frame) > kIndent * frame.em)) return true;
  return std::abs(indent) <= kIndent * frame.em && LeftSpace(row, frame) > kIndent * frame.em &&
         EndsClosed(above);
}

bool Beside(const PrintRow& above, const PrintRow& row) {
  return std::min(above.box.right, row.box.right) <= std::max(above.box.left, row.box.left);
}

bool BreaksColumn(const PrintRow& above, const PrintRow& row, const PageFrame& frame) {
  const double em = std::max(above.em, row.em);
  const double pitch = row.baseline - above.baseline;
  if (pitch > std::max(1.75 * frame.pitch, 2.1 * em)) return true;
  return std::min(above.em, row.em) < 0.72 * em && above.words.size() > 2 && row.words.size() > 2;
}

}  // namespace

double UsualPitch(const std::vector<PrintRow>& rows, const Interval& area, double em) {
  std::vector<double> pitches;
  for (size_t i = 1; i < rows.size(); ++i) {
    const double pitch = rows[i].baseline - rows[i - 1].baseline;
    if (rows[i - 1].box.right < area.right - 4 * em || pitch < 0.9 * em || pitch > 2.6 * em) continue;
    if (rows[i].box.left - rows[i - 1].box.left > kIndent * em) continue;
    pitches.push_back(pitch);
  }
  if (pitches.empty()) return 1.3 * em;
  const size_t low = pitches.size() * 2 / 5;
  std::nth_element(pitches.begin(), pitches.begin() + static_cast<long>(low), pitches.end());
  return pitches[low];
}

std::vector<RowGroup> GroupBody(const std::vector<PrintRow>& rows, const PageFrame& frame) {
  std::vector<RowGroup> groups;
  bool centred = false;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || BreaksBody(rows, i, groups.back().front(), frame, centred)) {
      groups.emplace_back();
      centred = IsCentred(rows, i, frame);
    }
    groups.back().push_back(i);
  }
  return groups;
}

std::vector<RowGroup> GroupColumn(const std::vector<PrintRow>& rows, const PageFrame& frame) {
  std::vector<RowGroup> groups;
  std::vector<size_t> home(rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    // The nearest row above it that is not beside it.
    size_t above = i;
    while (above > 0 && (Beside(rows[above - 1], rows[i]) ||
                         rows[above - 1].baseline > rows[i].baseline - 0.3 * frame.em)) {
      --above;
    }
    if (above == 0 || BreaksColumn(rows[above - 1], rows[i], frame)) {
      home[i] = groups.size();
      groups.emplace_back();
    } else {
      home[i] = home[above - 1];
    }
    groups[home[i]].push_back(i);
  }
  return groups;
}

}  // namespace trichluc
