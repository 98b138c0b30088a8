// d/m/y in one hand: parted where the parts are numbers that a day, a month, a year can be.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>

#include "hand/pieces.h"
#include "pipeline/arrival.h"

namespace trichluc {
namespace {

constexpr size_t kMostStrokes = 6;      // candidates for the strokes between the numbers
constexpr double kNarrow = 0.8;         // width of a stroke in parts of its height
constexpr double kStrokeHeight = 0.25;  // of the whole date's height, at least
constexpr double kWithoutYear = 0.3;    // how much less often a date has no year
constexpr double kLeast = 1e-3;

bool IsPart(const std::string& text, int part) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos) return false;
  const int value = std::atoi(text.c_str());
  if (part == 0) return text.size() <= 2 && value >= 1 && value <= 31;
  if (part == 1) return text.size() <= 2 && value >= 1 && value <= 12;
  return text.size() == 2 ? value >= 1 && value <= 60 : text.size() == 4 && value >= 1950 && value <= 2060;
}

// The pieces from one to another (exclusive), read once for each part that they may be.
class Parts {
 public:
  Parts(const Image& ink, const Pieces& pieces, const HandReader& hand) : ink_(ink), pieces_(pieces), hand_(hand) {}

  const std::vector<HandCandidate>& Read(size_t from, size_t to) {
    const auto [at, is_new] = read_.try_emplace({from, to});
    if (is_new) at->second = hand_.Read(Picture(from, to));
    return at->second;
  }

  Box BoxOf(size_t from, size_t to) const {
    Box box;
    for (size_t i = from; i < to; ++i) box = box.Union(pieces_.pieces[i].box);
    return box;
  }

 private:
  Image Picture(size_t from, size_t to) const {
    const Box all = BoxOf(from, to);
    const int margin = std::max(2, all.Height() / 12), side = std::max(3, all.Height() / 5);
    Image picture{all.Width() + 2 * side, all.Height() + 2 * margin, 1, ink_.dpi, {}};
    picture.pixels.assign(static_cast<size_t>(picture.width) * picture.height, 255);
    for (int y = all.top; y < all.bottom; ++y) {
      for (int x = all.left; x < all.right; ++x) {
        const int piece = pieces_.label[static_cast<size_t>(y) * ink_.width + x];
        if (piece >= static_cast<int>(from) && piece < static_cast<int>(to))
          picture.Row(y - all.top + margin)[x - all.left + side] = ink_.Row(y)[x];
      }
    }
    return picture;
  }

  const Image& ink_;
  const Pieces& pieces_;
  const HandReader& hand_;
  std::map<std::pair<size_t, size_t>, std::vector<HandCandidate>> read_;
};

double Chance(const std::vector<HandCandidate>& candidates, int part) {
  double chance = 0;
  for (const HandCandidate& one : candidates) chance += IsPart(one.text, part) ? one.probability : 0;
  return chance;
}

// Narrow pieces that are no figure at an end; the narrowest where there are many.
std::vector<size_t> StrokesOf(const Pieces& pieces, int height) {
  std::vector<size_t> strokes;
  for (size_t i = 1; i + 1 < pieces.pieces.size(); ++i) {
    const Box& box = pieces.pieces[i].box;
    if (box.Width() <= kNarrow * box.Height() && box.Height() >= kStrokeHeight * height) strokes.push_back(i);
  }
  const auto fill = [&](size_t i) {
    const Piece& piece = pieces.pieces[i];
    return static_cast<double>(piece.pixels) / (static_cast<double>(piece.box.Height()) * piece.box.Height());
  };
  std::sort(strokes.begin(), strokes.end(), [&](size_t a, size_t b) { return fill(a) < fill(b); });
  strokes.resize(std::min(strokes.size(), kMostStrokes));
  std::sort(strokes.begin(), strokes.end());
  return strokes;
}

struct Parting {
  double chance = 0;
  size_t first = 0, second = 0;  // strokes; second 0: no year
};

}  // namespace

std::vector<HandReading> ReadHandDate(const Image& ink, const HandReader& hand) {
  const Pieces pieces = FindPieces(ink);
  const size_t end = pieces.pieces.size();
  Parts parts(ink, pieces, hand);
  const std::vector<size_t> strokes = StrokesOf(pieces, parts.BoxOf(0, end).Height());
  Parting best;
  for (size_t i = 0; i < strokes.size(); ++i) {
    const double day = Chance(parts.Read(0, strokes[i]), 0);
    if (day < kLeast) continue;
    const double short_date = kWithoutYear * day * Chance(parts.Read(strokes[i] + 1, end), 1);
    if (short_date > best.chance) best = {short_date, strokes[i], 0};
    for (size_t j = i + 1; j < strokes.size(); ++j) {
      if (strokes[j] == strokes[i] + 1) continue;
      const double month = Chance(parts.Read(strokes[i] + 1, strokes[j]), 1);
      if (month < kLeast) continue;
      const double date = day * month * Chance(parts.Read(strokes[j] + 1, end), 2);
      if (date > best.chance) best = {date, strokes[i], strokes[j]};
    }
  }
  if (best.chance < kLeast) return {};
  std::vector<HandReading> readings;
  const auto add = [&](const char* kind, size_t from, size_t to, int part) {
    HandReading reading{kind, parts.BoxOf(from, to), parts.Read(from, to), 0};
    std::erase_if(reading.candidates, [&](const HandCandidate& one) { return !IsPart(one.text, part); });
    readings.push_back(std::move(reading));
  };
  add("incoming day", 0, best.first, 0);
  add("incoming month", best.first + 1, best.second > 0 ? best.second : end, 1);
  if (best.second > 0) add("incoming year", best.second + 1, end, 2);
  return readings;
}

}  // namespace trichluc
