#include "pipeline/white_gaps.h"

#include <algorithm>

#include "model/pixels.h"

namespace trichluc {
namespace {

constexpr int kInk = 150;
constexpr double kNarrowest = 2.5;  // mm: a wide blank of justified text has less, and not in all rows
constexpr double kMost = 0.7;          // rows that leave a gap white; headings across the table do not
constexpr double kSome = 0.3;        // rows with ink beside it
constexpr size_t kFewestRows = 4;

// Which columns of pixels of a box hold ink, its rim left out, where rules were taken off.
std::vector<bool> InkColumns(const Image& text, const Box& box) {
  const int rim = Pixels(0.5, text.dpi);
  const Box area = Box{box.left + rim, box.top + rim, box.right - rim, box.bottom - rim}.Intersect({0, 0, text.width, text.height});
  std::vector<bool> ink(static_cast<size_t>(std::max(0, box.Width())), false);
  for (int y = area.top; y < area.bottom; ++y) {
    const uint8_t* row = text.Row(y);
    for (int x = area.left; x < area.right; ++x) {
      if (row[x] < kInk) ink[static_cast<size_t>(x - box.left)] = true;
    }
  }
  return ink;
}

bool HasInk(const std::vector<bool>& ink, int from, int to) {
  from = std::max(from, 0);
  to = std::min(to, static_cast<int>(ink.size()));
  return from < to && std::find(ink.begin() + from, ink.begin() + to, true) != ink.begin() + to;
}

}  // namespace

std::vector<WhiteGap> WhiteGaps(const Image& text, const Grid& grid) {
  if (grid.columns != 1 || grid.cells.size() < kFewestRows) return {};
  std::vector<std::vector<bool>> rows;
  for (const GridCell& cell : grid.cells) {
    std::vector<bool> ink = InkColumns(text, {grid.box.left, cell.box.top, grid.box.right, cell.box.bottom});
    if (std::find(ink.begin(), ink.end(), true) != ink.end()) rows.push_back(std::move(ink));
  }
  if (rows.size() < kFewestRows) return {};
  const int width = grid.box.Width();
  const auto share = [&](int from, int to) {  // of rows with ink there
    const auto inked = std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return HasInk(row, from, to); });
    return static_cast<double>(inked) / static_cast<double>(rows.size());
  };
  std::vector<WhiteGap> gaps;
  for (int x = 0; x < width;) {
    int end = x;
    while (end < width && share(end, end + 1) <= 1 - kMost) ++end;
    const bool wide = end - x >= Pixels(kNarrowest, text.dpi);
    const int before = gaps.empty() ? 0 : gaps.back().right - grid.box.left;
    if (wide && x > 0 && end < width && share(before, x) >= kSome) gaps.push_back({grid.box.left + x, grid.box.left + end});
    x = std::max(end, x + 1);
  }
  return gaps;
}

std::vector<Box> PartAtGaps(const Image& text, const Box& ink, const std::vector<WhiteGap>& gaps) {
  std::vector<Box> parts;
  const std::vector<bool> columns = InkColumns(text, ink);
  int left = ink.left;
  for (const WhiteGap& gap : gaps) {
    const int middle = (gap.left + gap.right) / 2, around = Pixels(kNarrowest / 2, text.dpi);
    if (middle <= left || middle >= ink.right || HasInk(columns, middle - around - ink.left, middle + around - ink.left)) continue;
    if (HasInk(columns, left - ink.left, middle - ink.left)) parts.push_back({left, ink.top, middle, ink.bottom});
    left = middle;
  }
  parts.push_back({left, ink.top, ink.right, ink.bottom});
  return parts;
}

}  // namespace trichluc
