#include "image/stems.h"

#include <algorithm>

#include "image/tones.h"

namespace trichluc {
namespace {

constexpr double kStemShare = 0.85;  // of the height, dark, in a stroke's columns
constexpr double kEndBand = 0.16;    // of the height: serifs keep to this much at top and bottom
constexpr int kNoise = 30;           // tones below the paper that are none of ink's
constexpr double kSerif = 0.35;      // rows of full ink that a serif or flag has at least

class Ink {
 public:
  explicit Ink(const Image& image) : image_(image), tones_(TonesOf(image)), top_(image.height) {
    for (int y = 0; y < image.height; ++y) {
      for (int x = 0; x < image.width; ++x) {
        if (!Dark(x, y)) continue;
        top_ = std::min(top_, y);
        bottom_ = std::max(bottom_, y + 1);
      }
    }
  }
  bool Dark(int x, int y) const { return image_.Row(y)[x * image_.channels] < tones_.Threshold(); }
  bool Usable() const { return tones_.Contrast() > kLeastContrast && Height() >= 10; }
  int Height() const { return bottom_ - top_; }
  int Width() const { return image_.width; }

  int DarkIn(int x, double from, double to) const {
    int dark = 0;
    for (int y = top_ + static_cast<int>(from * Height()); y < top_ + static_cast<int>(to * Height() + 0.5);
         ++y) {
      dark += Dark(x, std::min(y, image_.height - 1));
    }
    return dark;
  }
  double Share(int x, double from, double to) const {
    return DarkIn(x, from, to) / std::max(1.0, (to - from) * Height());
  }
  // Rows of full ink in a column, grey counted in part; 0 outside.
  double Mass(int x, double from, double to) const {
    if (x < 0 || x >= Width()) return 0;
    double mass = 0;
    for (int y = top_ + static_cast<int>(from * Height());
         y < std::min(image_.height, top_ + static_cast<int>(to * Height() + 0.5)); ++y)
      mass += std::max(0, tones_.lightest - image_.Row(y)[x * image_.channels] - kNoise) /
              static_cast<double>(std::max(1, tones_.Contrast()));
    return mass;
  }
  // As Share, of rows that are dark in this column or the next: a stroke that leans by a pixel is still one.
  double PairShare(int x, double from, double to) const {
    const int begin = top_ + static_cast<int>(from * Height()),
              end = top_ + static_cast<int>(to * Height() + 0.5);
    int dark = 0;
    for (int y = begin; y < std::min(end, image_.height); ++y)
      dark += Dark(x, y) || (x + 1 < Width() && Dark(x + 1, y));
    return dark / std::max(1.0, static_cast<double>(end - begin));
  }

 private:
  const Image& image_;
  const Tones tones_;
  int top_, bottom_ = 0;
};

enum class Column { kEmpty, kStem, kSerif, kOther };

Column Classify(const Ink& ink, int x) {
  if (ink.DarkIn(x, 0, 1) == 0) return Column::kEmpty;
  const bool core = ink.Share(x, kEndBand, 1 - kEndBand) >= 0.4;  // the darker column of a pair
  if (core && ink.PairShare(x, kEndBand, 1 - kEndBand) >= kStemShare) return Column::kStem;
  if (core && x > 0 && ink.PairShare(x - 1, kEndBand, 1 - kEndBand) >= kStemShare) return Column::kStem;
  return ink.Share(x, kEndBand + 0.06, 1 - kEndBand) < 0.12 ? Column::kSerif : Column::kOther;
}

// Ink at the top, beside a stroke, weighed on each side: an I has as much on its right, a 1 has its flag on
// the left.
StemKind KindOf(const Ink& ink, int left, int right) {
  const int reach = std::max(2, ink.Height() / 8);
  double before = 0, after = 0;
  for (int i = 0; i < reach; ++i) {
    before += ink.Mass(left - 1 - i, 0, kEndBand);
    after += ink.Mass(right + i, 0, kEndBand);
  }
  if (after >= kSerif && after >= before * 0.5) return StemKind::kNumeral;
  return before >= kSerif && after < before * 0.25 ? StemKind::kDigit : StemKind::kPlain;
}

// The grey edge of a stroke falls on either side of the threshold, row by row: one such column beside a
// stroke, with nothing beyond it, belongs to the stroke.
void TakeEdges(std::vector<Column>& columns) {
  const std::vector<Column> seen = columns;
  const auto at = [&](size_t x) { return x < seen.size() ? seen[x] : Column::kEmpty; };
  for (size_t x = 0; x < seen.size(); ++x) {
    if (seen[x] != Column::kOther) continue;
    const bool left_edge =
        at(x + 1) == Column::kStem && (x == 0 || at(x - 1) == Column::kSerif || at(x - 1) == Column::kEmpty);
    const bool right_edge =
        x > 0 && at(x - 1) == Column::kStem && (at(x + 1) == Column::kSerif || at(x + 1) == Column::kEmpty);
    if (left_edge || right_edge) columns[x] = Column::kStem;
  }
}

int SkipGlyph(const std::vector<Column>& columns) {
  size_t x = 0;
  while (x < columns.size() && columns[x] != Column::kOther) ++x;
  while (x < columns.size() && columns[x] == Column::kOther) ++x;
  return static_cast<int>(x);
}

}  // namespace

StemRun LeadingStems(const Image& word, bool skip_first_glyph) {
  StemRun run;
  const Ink ink(word);
  if (!ink.Usable()) return run;
  std::vector<Column> columns;
  for (int x = 0; x < ink.Width(); ++x) columns.push_back(Classify(ink, x));
  TakeEdges(columns);
  const int width = ink.Width();
  int x = skip_first_glyph ? SkipGlyph(columns) : 0;
  const int gap = ink.Height();  // more than this is another word
  int last = x;
  for (; x < width; ++x) {
    const Column column = columns[static_cast<size_t>(x)];
    if (column == Column::kStem) {
      const int left = x;
      while (x < width && columns[static_cast<size_t>(x)] == Column::kStem) ++x;
      if (x - left > ink.Height() / 3) return StemRun{};  // a blot
      run.stems.push_back({left, x, KindOf(ink, left, x)});
      last = x;
      --x;
    } else if (column == Column::kOther || x - last > gap) {
      break;
    }
  }
  if (x >= width || x - last > gap) {
    run.closed = true;
  } else {  // what stopped it: a dash or a slash stands clear of the stroke, a letter's diagonal does not
    const int clear = x - last;
    run.closed = clear > ink.Height() / 12 && ink.Share(x, 0, 1) < 0.35;
  }
  return run;
}

}  // namespace trichluc
