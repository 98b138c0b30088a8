#include "tables/print_bands.h"

#include <algorithm>

namespace trichluc {

double UsualHeight(const std::vector<const Word*>& words) {
  std::vector<int> heights;
  for (const Word* word : words) heights.push_back(word->box.Height());
  if (heights.empty()) return 0;
  std::nth_element(heights.begin(), heights.begin() + static_cast<long>(heights.size() / 2), heights.end());
  return heights[heights.size() / 2];
}

std::vector<Band> MakeBands(std::vector<const Word*> words, double gap) {
  std::sort(words.begin(), words.end(),
            [](const Word* a, const Word* b) { return a->box.CentreY() < b->box.CentreY(); });
  std::vector<std::vector<const Word*>> lines;
  int bottom = 0;  // of the word that began the line
  for (const Word* word : words) {
    if (lines.empty() || word->box.CentreY() >= bottom) {
      lines.emplace_back();
      bottom = word->box.bottom;
    }
    lines.back().push_back(word);
  }
  std::vector<Band> bands;
  for (std::vector<const Word*>& line : lines) {
    std::sort(line.begin(), line.end(),
              [](const Word* a, const Word* b) { return a->box.left < b->box.left; });
    Band band;
    std::vector<double> centres;
    for (const Word* word : line) {
      centres.push_back((word->box.top + word->box.bottom) / 2.0);
      band.box = band.box.Union(word->box);
      if (band.pieces.empty() || word->box.left - band.pieces.back().box.right >= gap) {
        band.pieces.push_back({word->box, word->text, {}});
      } else {
        const int end = band.pieces.back().box.right;
        if (word->box.left > end) band.pieces.back().blanks.push_back({end, word->box.left});
        band.pieces.back().box = band.pieces.back().box.Union(word->box);
        band.pieces.back().text += ' ' + word->text;
      }
    }
    std::nth_element(centres.begin(), centres.begin() + static_cast<long>(centres.size() / 2), centres.end());
    band.centre = centres[centres.size() / 2];
    bands.push_back(std::move(band));
  }
  return bands;
}

std::optional<int> LeftOfText(const std::vector<Band>& bands, int width, double height) {
  constexpr double kLong = 0.6, kPiece = 0.25;  // of the page's width; the second: more than a stamp before the line
  constexpr size_t kFewest = 3, kShare = 5;
  std::vector<int> lefts;
  size_t lines = 0;
  for (const Band& band : bands) {
    if (band.box.Width() < kLong * width) continue;
    ++lines;
    for (const Piece& piece : band.pieces) {
      if (piece.box.Width() > kPiece * width && band.box.right - piece.box.left > kLong * width) lefts.push_back(piece.box.left);
    }
  }
  const size_t least = std::max(kFewest, lines / kShare);
  std::sort(lefts.begin(), lefts.end());
  for (size_t i = 0; i + least <= lefts.size(); ++i) {
    if (lefts[i + least - 1] - lefts[i] < height / 2) return lefts[i];
  }
  return std::nullopt;
}

std::vector<Gutter> StripsBetween(std::vector<Gutter> print, double least) {
  std::sort(print.begin(), print.end(), [](const Gutter& a, const Gutter& b) { return a.left < b.left; });
  std::vector<Gutter> strips;
  int reached = print.empty() ? 0 : print.front().right;
  for (const Gutter& stretch : print) {
    if (stretch.left - reached >= least) strips.push_back({reached, stretch.left});
    reached = std::max(reached, stretch.right);
  }
  return strips;
}

std::vector<Gutter> GapsOf(const Band& band) {
  std::vector<Gutter> gaps;
  for (size_t i = 1; i < band.pieces.size(); ++i)
    gaps.push_back({band.pieces[i - 1].box.right, band.pieces[i].box.left});
  return gaps;
}

size_t Narrow(std::vector<Gutter>& gutters, const Band& band, double least) {
  size_t crossed = 0;
  for (Gutter& gutter : gutters) {
    Gutter left = gutter;
    for (const Piece& piece : band.pieces) {
      if (piece.box.right <= left.left || piece.box.left >= left.right) continue;
      // The wider of what is left on both sides of the piece.
      const Gutter before{left.left, std::max(left.left, piece.box.left)};
      const Gutter after{std::min(left.right, piece.box.right), left.right};
      left = before.Width() > after.Width() ? before : after;
    }
    if (left.Width() < least) {
      ++crossed;
    } else {
      gutter = left;
    }
  }
  return crossed;
}

bool HasGapAt(const std::vector<Gutter>& gutters, const Band& band) {
  const std::vector<Gutter> gaps = GapsOf(band);
  return std::any_of(gaps.begin(), gaps.end(), [&](const Gutter& gap) {
    return std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& gutter) {
      return gap.left <= gutter.left && gap.right >= gutter.right;
    });
  });
}

}  // namespace trichluc
