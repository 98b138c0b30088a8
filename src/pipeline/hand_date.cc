// d/m/y in one hand: parted where the parts are numbers that a day, a month, a year can be.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <map>

#include "hand/pieces.h"
#include "pipeline/arrival.h"

namespace trichluc {
namespace {

constexpr size_t kMostStrokes = 6;      // candidates for the strokes between the numbers
constexpr double kNarrow = 0.8;         // width of a stroke in parts of its height
constexpr double kThin = 0.3;           // … of its ink in a row, on the average: a 3 that is narrow is no stroke
constexpr double kStrokeHeight = 0.25;  // of the whole date's height, at least
constexpr double kWithoutYear = 0.3;    // how much less often a date has no year
constexpr double kLeast = 1e-3;         // chance of a parting
constexpr double kSure = 0.5;           // a date that pieces tell so surely needs no other look
constexpr double kLowest = 0.42;        // height of a figure in parts of the highest piece; lower ones at the ends are the label's

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

// From the leftmost to the rightmost ink of a piece's rows, columns on the average.
double Breadth(const Pieces& pieces, size_t piece, int width) {
  const Box& box = pieces.pieces[piece].box;
  double sum = 0;
  for (int y = box.top; y < box.bottom; ++y) {
    int left = box.right, right = box.left;
    for (int x = box.left; x < box.right; ++x) {
      if (pieces.label[static_cast<size_t>(y) * width + x] != static_cast<int>(piece)) continue;
      left = std::min(left, x);
      right = std::max(right, x + 1);
    }
    sum += std::max(0, right - left);
  }
  return sum / std::max(1, box.Height());
}

// Narrow pieces that are no figure at an end; the narrowest where there are many. `width`: of the picture.
std::vector<size_t> StrokesOf(const Pieces& pieces, int height, int width) {
  std::vector<size_t> strokes;
  for (size_t i = 1; i + 1 < pieces.pieces.size(); ++i) {
    const Box& box = pieces.pieces[i].box;
    const bool narrow = box.Width() <= kNarrow * box.Height() && box.Height() >= kStrokeHeight * height;
    if (narrow && Breadth(pieces, i, width) <= kThin * box.Height()) strokes.push_back(i);
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

// What the label or the leader left at both ends.
Image WithoutEnds(const Image& ink) {
  const Pieces pieces = FindPieces(ink);
  const size_t end = pieces.pieces.size();
  int highest = 0;
  for (const Piece& piece : pieces.pieces) highest = std::max(highest, piece.box.Height());
  const auto low = [&](size_t i) { return pieces.pieces[i].box.Height() < kLowest * highest; };
  std::vector<bool> drop(end);
  for (size_t i = 0; i < end && low(i); ++i) drop[i] = true;
  for (size_t i = end; i > 0 && low(i - 1); --i) drop[i - 1] = true;
  Image rest = ink;
  for (size_t i = 0; i < pieces.label.size(); ++i) {
    if (pieces.label[i] >= 0 && drop[static_cast<size_t>(pieces.label[i])]) rest.pixels[i] = 255;
  }
  return rest;
}

// A straight stroke that rises to the right, through the whole height of the ink.
struct Slash {
  double foot = 0, rise = 0;  // x at the lowest row; columns from there to the highest
  double inked = 0;           // share of the rows
  double At(int y, const Box& all) const { return foot + rise * (all.bottom - 1 - y) / std::max(1, all.Height() - 1); }
};

// Strokes between numbers that touch the figures beside them are no pieces of their own: lines that are inked nearly from top to
// bottom are, and the ink beside each of them is read.
class SlashParts {
 public:
  SlashParts(const Image& ink, const HandReader& hand) : ink_(ink), hand_(hand), pieces_(FindPieces(ink)) {
    for (const Piece& piece : pieces_.pieces) all_ = all_.Union(piece.box);
    if (!all_.Empty()) FindSlashes();
  }

  size_t size() const { return slashes_.size(); }

  // The figures between two slashes; -1: the beginning, size(): the end.
  const std::vector<HandCandidate>& Read(int from, int to) {
    const auto [at, is_new] = read_.try_emplace({from, to});
    if (!is_new) return at->second.candidates;
    Box box;
    const Image picture = Picture(from, to, &box);
    at->second = {"", box, picture.Empty() ? std::vector<HandCandidate>{} : hand_.Read(picture), 0};
    return at->second.candidates;
  }
  HandReading Reading(int from, int to) {
    Read(from, to);
    return read_.at({from, to});
  }

 private:
  bool Inked(int x, int y) const { return x >= 0 && x < ink_.width && pieces_.label[static_cast<size_t>(y) * ink_.width + x] >= 0; }

  void FindSlashes() {
    constexpr double kFlattest = 0.8, kStep = 0.05, kInked = 0.85, kApart = 0.2, kEnds = 0.08;  // of the height
    constexpr size_t kMost = 6;
    const int height = all_.Height(), skip = static_cast<int>(kEnds * height);
    std::vector<Slash> found;
    for (double rise = 0.1; rise <= kFlattest; rise += kStep) {
      for (int foot = all_.left; foot + rise * height < all_.right; ++foot) {
        Slash slash{static_cast<double>(foot), rise * height, 0};
        int rows = 0, inked = 0;
        for (int y = all_.top + skip; y < all_.bottom - skip; ++y, ++rows) {
          const int x = static_cast<int>(std::lround(slash.At(y, all_)));
          inked += Inked(x, y);
        }
        slash.inked = rows == 0 ? 0 : static_cast<double>(inked) / rows;
        if (slash.inked >= kInked) found.push_back(slash);
      }
    }
    std::stable_sort(found.begin(), found.end(), [](const Slash& a, const Slash& b) { return a.inked > b.inked; });
    const auto middle = [](const Slash& slash) { return slash.foot + slash.rise / 2; };
    for (const Slash& slash : found) {
      const bool known = std::any_of(slashes_.begin(), slashes_.end(), [&](const Slash& other) { return std::abs(middle(other) - middle(slash)) < kApart * height; });
      if (!known && slashes_.size() < kMost) slashes_.push_back(slash);
    }
    std::sort(slashes_.begin(), slashes_.end(), [&](const Slash& a, const Slash& b) { return middle(a) < middle(b); });
  }

  // The ink right of `from` and left of `to`, without the strokes themselves.
  Image Picture(int from, int to, Box* box) const {
    constexpr double kHalf = 0.09;  // of the height: half a stroke
    const double half = std::max(1.5, kHalf * all_.Height());
    std::vector<bool> taken(pieces_.label.size());
    *box = {};
    for (int y = all_.top; y < all_.bottom; ++y) {
      const double left = from < 0 ? -1e9 : slashes_[static_cast<size_t>(from)].At(y, all_) + half;
      const double right = to >= static_cast<int>(size()) ? 1e9 : slashes_[static_cast<size_t>(to)].At(y, all_) - half;
      for (int x = all_.left; x < all_.right; ++x) {
        if (!Inked(x, y) || x < left || x > right) continue;
        taken[static_cast<size_t>(y) * ink_.width + x] = true;
        *box = box->Union({x, y, x + 1, y + 1});
      }
    }
    if (box->Empty() || box->Height() < kLowest * all_.Height()) return {};
    const int margin = std::max(2, box->Height() / 12), side = std::max(3, box->Height() / 5);
    Image picture{box->Width() + 2 * side, box->Height() + 2 * margin, 1, ink_.dpi, {}};
    picture.pixels.assign(static_cast<size_t>(picture.width) * picture.height, 255);
    for (int y = box->top; y < box->bottom; ++y) {
      for (int x = box->left; x < box->right; ++x) {
        if (taken[static_cast<size_t>(y) * ink_.width + x]) picture.Row(y - box->top + margin)[x - box->left + side] = ink_.Row(y)[x];
      }
    }
    return picture;
  }

  const Image& ink_;
  const HandReader& hand_;
  const Pieces pieces_;
  Box all_;
  std::vector<Slash> slashes_;
  std::map<std::pair<int, int>, HandReading> read_;
};

HandReading Only(HandReading reading, const char* kind, int part) {
  reading.kind = kind;
  std::erase_if(reading.candidates, [&](const HandCandidate& one) { return !IsPart(one.text, part); });
  return reading;
}

// A way to part a date.
struct Parting {
  double chance = 0;
  std::vector<HandReading> readings;  // day, month, and the year where it has one
};

// By slashes that run into figures.
void PartBySlashes(const Image& ink, const HandReader& hand, std::vector<Parting>* partings) {
  SlashParts parts(ink, hand);
  const int end = static_cast<int>(parts.size());
  const auto add = [&](double chance, int first, int second) {
    if (chance < kLeast) return;
    Parting parting{chance, {Only(parts.Reading(-1, first), "incoming day", 0),
                             Only(parts.Reading(first, second >= 0 ? second : end), "incoming month", 1)}};
    if (second >= 0) parting.readings.push_back(Only(parts.Reading(second, end), "incoming year", 2));
    partings->push_back(std::move(parting));
  };
  for (int i = 0; i < end; ++i) {
    const double day = Chance(parts.Read(-1, i), 0);
    if (day < kLeast) continue;
    add(kWithoutYear * day * Chance(parts.Read(i, end), 1), i, -1);
    for (int j = i + 1; j < end; ++j) {
      const double month = Chance(parts.Read(i, j), 1);
      if (month >= kLeast) add(day * month * Chance(parts.Read(j, end), 2), i, j);
    }
  }
}

// By pieces that are strokes.
void PartByPieces(const Image& ink, const HandReader& hand, std::vector<Parting>* partings) {
  const Pieces pieces = FindPieces(ink);
  const size_t end = pieces.pieces.size();
  Parts parts(ink, pieces, hand);
  const auto reading = [&](const char* kind, size_t from, size_t to, int part) {
    return Only({"", parts.BoxOf(from, to), parts.Read(from, to), 0}, kind, part);
  };
  const auto add = [&](double chance, size_t first, size_t second) {
    if (chance < kLeast) return;
    Parting parting{chance, {reading("incoming day", 0, first, 0), reading("incoming month", first + 1, second, 1)}};
    if (second < end) parting.readings.push_back(reading("incoming year", second + 1, end, 2));
    partings->push_back(std::move(parting));
  };
  const std::vector<size_t> strokes = StrokesOf(pieces, parts.BoxOf(0, end).Height(), ink.width);
  for (size_t i = 0; i < strokes.size(); ++i) {
    const double day = Chance(parts.Read(0, strokes[i]), 0);
    if (day < kLeast) continue;
    add(kWithoutYear * day * Chance(parts.Read(strokes[i] + 1, end), 1), strokes[i], end);
    for (size_t j = i + 1; j < strokes.size(); ++j) {
      if (strokes[j] == strokes[i] + 1) continue;
      const double month = Chance(parts.Read(strokes[i] + 1, strokes[j]), 1);
      if (month >= kLeast) add(day * month * Chance(parts.Read(strokes[j] + 1, end), 2), strokes[i], strokes[j]);
    }
  }
}

}  // namespace

std::vector<HandReading> ReadHandDate(const Image& all, const HandReader& hand) {
  constexpr size_t kMostPartings = 5;
  constexpr double kBeside = 0.01;  // of the likeliest one's chance
  const Image ink = WithoutEnds(all);
  std::vector<Parting> partings;
  const auto likelier = [](const Parting& a, const Parting& b) { return a.chance > b.chance; };
  PartByPieces(ink, hand, &partings);
  std::stable_sort(partings.begin(), partings.end(), likelier);
  if (partings.empty() || partings.front().chance < kSure * kWithoutYear) PartBySlashes(ink, hand, &partings);
  std::stable_sort(partings.begin(), partings.end(), likelier);
  std::vector<HandReading> readings;
  for (size_t i = 0; i < std::min(partings.size(), kMostPartings); ++i) {
    if (partings[i].chance < kBeside * partings.front().chance) break;
    std::move(partings[i].readings.begin(), partings[i].readings.end(), std::back_inserter(readings));
  }
  return readings;
}

}  // namespace trichluc
