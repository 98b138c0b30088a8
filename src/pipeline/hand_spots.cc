#include "pipeline/hand_spots.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "layout/glyphs.h"
#include "layout/words.h"
#include "pipeline/number_words.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kHeadPart = 0.45;  // of the page height: where letterheads and the titles of annexes stand
constexpr double kSurePrint = 0.8;  // words that tell size and base line
// Advance widths of Times New Roman, in em
constexpr double kNgay = 1.89, kThang = 2.28, kNam = 1.72, kBlank = 0.25;
constexpr double kUp = 1.7, kDown = 0.6;  // how far handwriting reaches above and below the base line
constexpr double kWidest[] = {3.2, 1.9};  // a number, a day or month, where the right neighbour was not found
constexpr double kNumberPoints = 13.2;    // number lines are set in 13 pt at most
constexpr double kSwallowed = 0.5;        // wider by so much, a word has swallowed figures
constexpr double kLoose = 0.15;           // letters set wider than the font has them
constexpr double kSlash = 0.2;            // into the symbol, beyond its edge as read
constexpr double kMerged = 0.45;          // the same, its edge reckoned from its far end
constexpr double kInto = 0.3;             // into the neighbours
constexpr double kGaps[] = {1.2, 4, 14};  // of white between words of one line; behind wider ones may be the other column
constexpr double kHighest = 1.05;         // capitals with two marks, and what hangs below the line

// Capitals of Times New Roman, A to Z, in thousandths of an em; of the others a mean is enough.
constexpr int kCapitals[26] = {722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
                               722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611};

double Advance(const std::string& text) {
  double width = 0;
  for (char32_t c : DecodeUtf8(text)) {
    if (c >= U'A' && c <= U'Z') {
      width += kCapitals[c - U'A'] / 1000.0;
    } else {
      width += IsDigit(c)           ? 0.5
               : IsSmallLetter(c)   ? 0.45
               : IsLetterOrDigit(c) ? 0.7
               : c == U'-'          ? 0.33
                                    : 0.28;
    }
  }
  return width;
}

using Line = std::vector<const Word*>;  // left to right

class Finder {
 public:
  explicit Finder(const PageReading& reading) : reading_(reading) {
    std::vector<double> sizes;
    for (const Word& word : reading.words) {
      if (word.box.bottom > reading.height * kHeadPart) continue;
      words_.push_back(&word);
      if (word.confidence >= kSurePrint && EmOf(word) > 0) sizes.push_back(EmOf(word));
    }
    const double usual = reading.dpi * 13.5 / 72;
    em_ = std::clamp(Median(sizes, usual), usual * 0.75, usual * 1.3);
    std::sort(words_.begin(), words_.end(), [](const Word* a, const Word* b) {
      return a->box.top != b->box.top ? a->box.top < b->box.top : a->box.left < b->box.left;
    });
  }

  std::vector<HandSpot> Find() {
    for (const Word* word : words_) {
      if (static_cast<int>(spots_.size()) >= kMostSpots) break;
      TryNumber(*word);
      TryDate(*word);
    }
    return spots_;
  }

 private:
  Line LineOf(const Word& anchor) const {
    Line line;
    for (const Word* word : words_) {
      if (SameLine(word->box, anchor.box)) line.push_back(word);
    }
    std::sort(line.begin(), line.end(),
              [](const Word* a, const Word* b) { return a->box.left < b->box.left; });
    return line;
  }

  // The words that stand beside the anchor without a wide gap: those of the other column, which may stand a little higher
  // or lower, are none of them.
  static std::pair<size_t, size_t> RunOf(const Line& line, const Word& anchor, double gap) {
    size_t first = 0;
    while (first < line.size() && line[first] != &anchor) ++first;
    size_t last = std::min(first, line.size() - 1);
    while (first > 0 && first < line.size() && line[first]->box.left - line[first - 1]->box.right < gap) --first;
    while (last + 1 < line.size() && line[last + 1]->box.left - line[last]->box.right < gap) ++last;
    return {std::min(first, line.size()), last + 1};
  }

  // The base line near a place, from surely read words beside it; a box higher than any word holds a part of another line.
  int BaseOf(const Line& line, const Word& anchor) const {
    for (const double gap : kGaps) {
      std::vector<double> bases;
      const auto [first, end] = RunOf(line, anchor, gap * em_);
      for (size_t i = first; i < end; ++i) {
        const Word* word = line[i];
        if (word->confidence >= kSurePrint && !IsMark(word->text) && word->box.Height() <= kHighest * em_ &&
            std::abs(word->box.CentreX() - anchor.box.CentreX()) < 14 * em_) {
          bases.push_back(BaselineOf(*word, em_));
        }
      }
      if (!bases.empty()) return static_cast<int>(std::lround(Median(bases, 0)));
    }
    return static_cast<int>(std::lround(BaselineOf(anchor, em_)));
  }

  void Add(const char* kind, double left, double right, const Line& line, const Word& anchor,
           double slash = -1) {
    const bool number = std::string_view(kind) == "number";
    right = std::min(right, left + (number ? 4.6 : 2.8) * em_);
    if (right - left < 0.3 * em_) return;
    const int base = BaseOf(line, anchor);
    const int edge[2] = {static_cast<int>(left), static_cast<int>(right)};
    for (const HandSpot& spot : spots_) {
      if (spot.kind == kind && std::abs(spot.base - base) < em_ && std::abs(spot.left - edge[0]) < 2 * em_)
        return;
    }
    const Box span = Box{static_cast<int>(left - kInto * em_), static_cast<int>(base - kUp * em_),
                         static_cast<int>(right + kInto * em_), static_cast<int>(base + kDown * em_)}
                         .Intersect({0, 0, reading_.width, reading_.height});
    if (!span.Empty()) spots_.push_back({kind, span, edge[0], edge[1], base, em_, static_cast<int>(slash)});
  }

  double NumberEm() const { return std::min(em_, reading_.dpi * kNumberPoints / 72); }

  // Where figures before a symbol end at the latest, the symbol beginning at byte `at` of the word; and where
  // its slash begins.
  double BeforeSymbol(const Word& word, size_t at, double* slash) const {
    const double symbol = word.box.right - Advance(word.text.substr(at)) * NumberEm();
    *slash = at > 0 ? symbol : std::max<double>(word.box.left, symbol - kLoose * em_);
    return *slash + (at > 0 ? kMerged : kSlash) * em_;
  }

  void TryNumber(const Word& word) {
    bool alone = false;
    const bool so = BeginsWithSo(word.text, &alone);
    const size_t own_symbol = SymbolIn(word.text);
    if (!so && own_symbol == std::string::npos) return;
    const Line line = LineOf(word);
    if (so) {
      alone = alone && word.box.Width() <= (kSo + kSwallowed) * NumberEm();
      const double left = alone ? word.box.right : word.box.left + (kSo - kLoose) * NumberEm();
      double right = left + kWidest[0] * em_, slash = -1;
      bool symbol = false;
      if (own_symbol != std::string::npos && own_symbol > 0) {
        right = BeforeSymbol(word, own_symbol, &slash);
        symbol = true;
      } else {
        for (const Word* next : line) {
          if (next->box.left <= word.box.left || next->box.left > left + 5 * em_) continue;
          const size_t at = SymbolIn(next->text);
          if (at == std::string::npos) continue;
          right = BeforeSymbol(*next, at, &slash);
          symbol = true;
          break;
        }
      }
      const bool head = word.box.CentreX() < reading_.width / 2;
      if (symbol || (head && word.text.find_first_of(":;.,") != std::string::npos))
        Add("number", left, right, line, word, slash);
      return;
    }
    // "Số" was lost; the symbol alone is in the left half
    if (word.box.CentreX() > reading_.width / 2 || word.text[own_symbol] == '-') return;
    for (const Word* other : line) {
      bool ignored = false;
      if (other->box.left < word.box.left && BeginsWithSo(other->text, &ignored)) return;
    }
    double slash = -1;
    const double right = BeforeSymbol(word, own_symbol, &slash);
    Add("number", std::max(0.0, right - 2.6 * em_), right, line, word, slash);
  }

  static bool IsYear(const std::string& text) {
    size_t digits = 0;
    while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits]))) ++digits;
    return digits >= 4 && (text.compare(0, 2, "20") == 0 || text.compare(0, 2, "19") == 0);
  }

  // Type size of the line around a word, at most that of the page's head: dates are often set a point smaller.
  double EmBeside(const Line& line, const Word& anchor) const {
    std::vector<double> sizes;
    const auto [first, end] = RunOf(line, anchor, kGaps[0] * em_);
    for (size_t i = first; i < end; ++i) {
      if (line[i]->confidence >= kSurePrint && EmOf(*line[i]) > 0) sizes.push_back(EmOf(*line[i]));
    }
    return std::clamp(Median(sizes, em_), 0.85 * em_, em_);
  }

  // Where a neighbour to the left ends: at its word's edge, or before what ran into the word behind its letters.
  static double EndOf(const Word& word, double left, double advance, bool swallowed) {
    return swallowed ? std::min<double>(word.box.right, left + advance) : word.box.right;
  }

  // Whether more than a speck follows the letters that end at byte `end` of a word without diacritics: "ngay]", "thangj0ham".
  static bool GoesOn(const std::string& plain, size_t end) {
    return plain.find_first_not_of(".,:;'", std::min(end, plain.size())) != std::string::npos;
  }

  // Whether "ngày" stands farther right on the line, before any "tháng".
  static bool NgayBehind(const Line& line, const Word& word) {
    for (const Word* next : line) {
      if (next->box.left <= word.box.left) continue;
      const std::string plain = StripDiacritics(next->text);
      if (plain.compare(0, 4, "ngay") == 0) return true;
      if (plain.find("thang") != std::string::npos) return false;
    }
    return false;
  }

  void TryDate(const Word& word) {
    const std::string plain = StripDiacritics(word.text);
    const bool letter = plain.size() > 3 && std::isalpha(static_cast<unsigned char>(plain[3]));
    if (plain.compare(0, 3, "nga") != 0 || (letter && plain[3] != 'y' && plain[3] != 'v')) return;
    const Line line = LineOf(word);
    if (!letter && NgayBehind(line, word)) return;  // Ngã Bảy, ngày 9: the place
    const double em = EmBeside(line, word);
    const bool wide = plain.size() > 5 || word.box.Width() > (kNgay + kSwallowed) * em_;
    const double day_left = wide ? word.box.left + kNgay * em_
                                 : EndOf(word, word.box.left, kNgay * em, GoesOn(plain, letter ? 4 : 3));
    std::optional<double> month_word, month_end, year_word;
    for (const Word* next : line) {
      if (next->box.left <= word.box.left || next->box.left > word.box.left + 13 * em_) continue;
      const std::string text = StripDiacritics(next->text);
      const size_t thang = std::min(text.find("hang"), text.find("thg"));
      if (!month_word && thang != std::string::npos && thang <= 3) {
        const double width = next->box.Width() / em_;
        const bool junk_before = thang > 1, junk_behind = text.size() > thang + 4;
        month_word = junk_before && !junk_behind ? next->box.right - kThang * em_ : next->box.left;
        month_end = EndOf(*next, *month_word, kThang * em, width > kThang + 0.4 || GoesOn(text, thang + 4));
        if (const size_t nam = text.find("nam", thang + 4); nam != std::string::npos) {
          year_word = next->box.right - Advance(text.substr(nam)) * em;
        }
      } else if (month_word && !year_word && text.find("nam") != std::string::npos) {
        year_word = text.find("nam") == 0 ? next->box.left
                                          : next->box.right - Advance(text.substr(text.find("nam"))) * em;
      } else if (month_word && !year_word && IsYear(text)) {
        year_word = next->box.left - (kNam + kBlank) * em;
      }
    }
    if (!month_word && !year_word) {  // tháng went with the figures
      for (const Word* next : line) {
        if (next->box.left > word.box.right && IsYear(next->text))
          year_word = next->box.left - (kNam + kBlank) * em_;
      }
      if (!year_word || *year_word - day_left > 8 * em_ || *year_word - day_left < 3 * em_) return;
      month_word = day_left + (*year_word - day_left - kThang * em_) / 2;
      month_end = *month_word + kThang * em_;
    }
    if (!month_word) return;
    Add("day", day_left, *month_word, line, word);
    if (year_word && *year_word - *month_end < 4 * em_) Add("month", *month_end, *year_word, line, word);
  }

  const PageReading& reading_;
  std::vector<const Word*> words_;
  double em_;
  std::vector<HandSpot> spots_;
};

}  // namespace

std::vector<HandSpot> FindHandSpots(const PageReading& reading) { return Finder(reading).Find(); }

std::vector<HandReading> ReadHand(const PageReading& reading, const Image& upright,
                                  const HandReader& reader) {
  std::vector<HandReading> read;
  for (const HandSpot& spot : FindHandSpots(reading)) {
    const FigureCrop figures = CutFigures(spot, upright);
    HandReading hand{spot.kind, figures.box, {}, figures.typeset};
    if (figures.box.Empty()) {
      hand.box = spot.span;
      hand.candidates = {{"", 1}};
    } else {
      hand.candidates = reader.Read(figures.crop);
      for (HandCandidate& candidate : hand.candidates)
        candidate.probability = std::round(candidate.probability * 1e4) / 1e4;
      std::erase_if(hand.candidates,
                    [](const HandCandidate& candidate) { return candidate.probability < 1e-3; });
    }
    read.push_back(std::move(hand));
  }
  return read;
}

}  // namespace trichluc
