#include "image/level_stamp.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "image/pix.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kLargest = 12, kStep = 0.25, kLevel = 0.5;  // degrees

// How much of the ink lies in few rows, when rows rise by `slope` to the right: the squares of what each holds.
double InRows(const std::vector<std::pair<int, int>>& ink, double slope, int rows, int width) {
  std::vector<int> held(static_cast<size_t>(rows + 2 * width));
  for (const auto& [x, y] : ink) ++held[static_cast<size_t>(y + width - std::lround(slope * x))];
  double squares = 0;
  for (const int count : held) squares += static_cast<double>(count) * count;
  return squares;
}

}  // namespace

std::optional<LevelStamp> TurnLevel(const Image& stamp) {
  constexpr double kClearly = 1.1;  // times what rows hold as it lies
  if (stamp.Empty() || stamp.channels != 1) return std::nullopt;
  std::vector<std::pair<int, int>> ink;
  for (int y = 0; y < stamp.height; ++y) {
    for (int x = 0; x < stamp.width; ++x) {
      if (stamp.Row(y)[x] < kInk) ink.emplace_back(x, y);
    }
  }
  double best = 0, degrees = 0;
  for (double turn = -kLargest; turn <= kLargest; turn += kStep) {
    const double squares = InRows(ink, std::tan(turn * std::numbers::pi / 180), stamp.height, stamp.width);
    if (squares > best) best = squares, degrees = turn;
  }
  const bool edge = std::abs(degrees) > kLargest - kStep;
  if (edge || std::abs(degrees) < kLevel || best < kClearly * InRows(ink, 0, stamp.height, stamp.width)) return std::nullopt;
  LevelStamp level{{}, degrees};
  level.image = level.Turned(stamp);
  return level;
}

Image LevelStamp::Turned(const Image& other) const { return FromPix(Straighten(ToPix(other).get(), degrees).get(), other.dpi); }

Box LevelStamp::Back(const Box& box, const Image& given) const {
  const double turn = degrees * std::numbers::pi / 180, cosine = std::cos(turn), sine = std::sin(turn);
  const double x = (box.left + box.right - image.width) / 2.0, y = (box.top + box.bottom - image.height) / 2.0;
  const int middle_x = static_cast<int>(std::lround(given.width / 2.0 + x * cosine - y * sine));
  const int middle_y = static_cast<int>(std::lround(given.height / 2.0 + x * sine + y * cosine));
  const int left = middle_x - box.Width() / 2, top = middle_y - box.Height() / 2;
  return {left, top, left + box.Width(), top + box.Height()};
}

}  // namespace trichluc
