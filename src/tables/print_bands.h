// The print of a page as bands: what stands side by side on one line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/reading.h"

namespace trichluc {

// Columns that no rules part, in heights of words: a gap this wide parts pieces (blanks are 0.3, justified ones up to 0.6), and so much
// of it is kept clear in all lines.
constexpr double kPieces = 0.7, kLeastGutter = 0.3;
// A table has three columns at least, and as many lines that print in them.
constexpr size_t kLeastGutters = 2, kLeastTabular = 3;

// A strip of the page without print, from left to right.
struct Gutter {
  int left = 0, right = 0;
  int Width() const { return right - left; }
};

// Words without a wide gap between them.
struct Piece {
  Box box;
  std::string text;
  std::vector<Gutter> blanks;  // between its words
};

struct Band {
  Box box;
  std::vector<Piece> pieces;  // from left to right
  double centre = 0;          // y: the median of its words, which minds accents and descenders least
};

// Words sorted into bands from top to bottom; pieces are parted where the gap is at least `gap` wide.
std::vector<Band> MakeBands(std::vector<const Word*> words, double gap);

// Where the text of a page begins that is `width` pixels wide: the left edge of the leftmost of its long lines, of which three at
// least, and one in five, begin there (specks and stamps may stand before some); nothing where the page has no such lines.
std::optional<int> LeftOfText(const std::vector<Band>& bands, int width, double height);

// The usual height of words.
double UsualHeight(const std::vector<const Word*>& words);

// The strips between stretches of print, `least` wide.
std::vector<Gutter> StripsBetween(std::vector<Gutter> print, double least);

// The gaps between the pieces of a band.
std::vector<Gutter> GapsOf(const Band& band);

// Narrows each gutter to what the band leaves of it; gutters of which less than `least` would be left stay as
// they are. Returns how many those are: the band runs across them.
size_t Narrow(std::vector<Gutter>& gutters, const Band& band, double least);

// Whether the band has a gap where one of the gutters is.
bool HasGapAt(const std::vector<Gutter>& gutters, const Band& band);

}  // namespace trichluc
