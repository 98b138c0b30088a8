#include "hand/pieces.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace trichluc {
namespace {

constexpr double kPiecesPaper = 0.75, kPiecesInk = 0.02;  // as hand/strip.cc
constexpr int kFaintestPiece = 25;                           // grey values darker than the paper

int Threshold(const Image& grey) {
  std::array<int, 256> counts{};
  for (uint8_t value : grey.pixels) ++counts[value];
  const auto quantile = [&](double share) {
    int seen = 0;
    for (int value = 0; value < 256; ++value) {
      seen += counts[value];
      if (seen > share * static_cast<double>(grey.pixels.size())) return value;
    }
    return 255;
  };
  const int paper = quantile(kPiecesPaper), ink = quantile(kPiecesInk);
  return paper - std::max(kFaintestPiece, (paper - ink) / 3);
}

}  // namespace

Pieces FindPieces(const Image& grey) {
  const int threshold = Threshold(grey);
  Pieces found;
  std::vector<int> label(grey.pixels.size(), -1), stack;
  for (size_t start = 0; start < label.size(); ++start) {
    if (grey.pixels[start] >= threshold || label[start] >= 0) continue;
    const int index = static_cast<int>(found.pieces.size());
    Piece piece;
    label[start] = index;
    stack.assign(1, static_cast<int>(start));
    while (!stack.empty()) {
      const int at = stack.back(), x = at % grey.width, y = at / grey.width;
      stack.pop_back();
      ++piece.pixels;
      piece.box = piece.box.Union({x, y, x + 1, y + 1});
      for (int ny = std::max(0, y - 1); ny <= std::min(grey.height - 1, y + 1); ++ny) {
        for (int nx = std::max(0, x - 1); nx <= std::min(grey.width - 1, x + 1); ++nx) {
          const int next = ny * grey.width + nx;
          if (label[next] >= 0 || grey.pixels[next] >= threshold) continue;
          label[next] = index;
          stack.push_back(next);
        }
      }
    }
    found.pieces.push_back(piece);
  }
  std::vector<int> order(found.pieces.size()), rank(found.pieces.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](int a, int b) { return found.pieces[a].box.left < found.pieces[b].box.left; });
  std::vector<Piece> sorted;
  for (size_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = static_cast<int>(i);
    sorted.push_back(found.pieces[order[i]]);
  }
  found.pieces = std::move(sorted);
  for (int& index : label) {
    if (index >= 0) index = rank[index];
  }
  found.label = std::move(label);
  return found;
}

}  // namespace trichluc
