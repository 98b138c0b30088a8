#include "pipeline/read_marks.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <optional>

#include "image/seals.h"
#include "image/signature_block.h"
#include "model/pixels.h"
#include "pipeline/moved.h"
#include "pipeline/read_signature.h"
#include "pipeline/seal_words.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kSureStamp = 0.55;  // mean confidence of a stamp that is text; a seal's ring gives less
constexpr double kGap = 4.5;         // mm of white that part a block from what stands beside it; blanks of set-out lines are narrower
constexpr double kSigns = 0.4;        // of the page's width: seals beside signatures lie right of it
constexpr double kLetter = 1;        // mm: ink over fewer rows is a speck
constexpr double kLine = 4, kBroken = 1.25;  // of that: a line's height, and how much of it broken letters ink
constexpr int kEnlarge = 2;          // stamps are read twice as large
constexpr double kLeft = 8, kAbove = 28, kBelow = 15;  // mm around a seal that belong to the signature block

// Rounded down, unlike that of model/pixels.h.

// The farthest row from `from` towards `to` such that no print crosses the column x on the way: a block must
// not cut lines in two. The column is wider than the gaps between words. Specks are lower than letters, and few in a
// line's height; letters that a seal was taken off may be in pieces.
int ClearTo(const Image& image, int x, int from, int to, double gap = kGap) {
  constexpr uint8_t kInk = 140;
  const int step = to < from ? -1 : 1, near = WholePixels(gap / 2, image.dpi), letter = WholePixels(kLetter, image.dpi);
  const int left = std::max(0, x - near), right = std::min(image.width, x + near + 1);
  std::deque<int> inked;  // rows of the last line's height with ink
  for (int y = from, run = 0; y != to; y += step) {
    const uint8_t* row = image.Row(y);
    const bool ink = std::any_of(row + left, row + right, [](uint8_t grey) { return grey < kInk; });
    run = ink ? run + 1 : 0;
    if (ink) inked.push_back(y);
    while (!inked.empty() && std::abs(y - inked.front()) > kLine * letter) inked.pop_front();
    if (run > letter || static_cast<int>(inked.size()) > kBroken * letter) return inked.front() - step * near;
  }
  return to;
}

// The first row from `from` towards `to` without print between two columns, so that the edge of a block cuts no line
// lengthwise; `from` where there is none.
int WhiteRow(const Image& image, int left, int right, int from, int to) {
  constexpr uint8_t kInk = 140;
  constexpr int kSpecks = 4;  // pixels
  for (int y = from; y != to; y += to < from ? -1 : 1) {
    const uint8_t* row = image.Row(y);
    if (std::count_if(row + left, row + right, [](uint8_t grey) { return grey < kInk; }) <= kSpecks) return y;
  }
  return from;
}

// Where the block of a seal begins: in white, so that it cuts no line. Nothing where there is no such column; then the seal
// lies over running text and not beside a signature.
std::optional<int> LeftOfBlock(const Image& image, const Box& seal) {
  for (const double away : {kLeft, kLeft / 2, 1.5 * kLeft, 2 * kLeft, 2.5 * kLeft, kLeft / 4}) {
    const int x = std::max(0, seal.left - WholePixels(away, image.dpi));
    if (ClearTo(image, x, seal.top, seal.bottom, std::min(kGap, away)) == seal.bottom) return x;
  }
  return std::nullopt;
}

bool InRound(const Box& ring, int x, int y) {
  const double dx = (x - ring.CentreX()) / (ring.Width() / 2.0), dy = (y - ring.CentreY()) / (ring.Height() / 2.0);
  return dx * dx + dy * dy < 1;
}

// Words of another reading that stand where this one has none.
void AddElsewhere(const std::vector<Word>& other, std::vector<Word>* words) {
  const std::vector<Word> own = *words;
  std::copy_if(other.begin(), other.end(), std::back_inserter(*words), [&](const Word& word) {
    return std::none_of(own.begin(), own.end(), [&](const Word& known) { return !known.box.Intersect(word.box).Empty(); });
  });
}

// Whether a name was read at the foot of the seal or below it, where one stands.
bool NamesBelow(const std::vector<Word>& words, const Box& seal) {
  constexpr double kShortest = 3;  // letters
  std::vector<Word> below;
  std::copy_if(words.begin(), words.end(), std::back_inserter(below), [&](const Word& word) { return word.box.CentreY() > seal.CentreY(); });
  return LettersRead(below) >= kShortest;
}

// A block with its seal taken off.
SignatureBlock BlockWithoutSeal(const PageImage& page, const Image& rest, const Region& region, const Box& block) {
  if (region.colour != "black") return {{}, Cut(rest, block), {}, {}, {}, {}};
  const Box& seal = region.box;
  const auto taken = std::find_if(page.taken_seals.begin(), page.taken_seals.end(), [&](const TakenSeal& one) {
    return seal.Contains(static_cast<int>(one.X()), static_cast<int>(one.Y()));
  });
  if (taken != page.taken_seals.end()) return WithoutSeal(page.sealed, block, *taken);
  return WithoutSeal(Cut(page.sealed.Empty() ? rest : page.sealed, block), {seal.left - block.left, seal.top - block.top, seal.right - block.left, seal.bottom - block.top});
}

}  // namespace

std::vector<Word> ReadSealedBlocks(const PageImage& page, Image& rest, const SignatureReaders& readers, SealedBlocks* found) {
  std::vector<Word> words;
  const int dpi = page.text.dpi;
  std::vector<Region> seals;
  std::copy_if(page.regions.begin(), page.regions.end(), std::back_inserter(seals),
               [&](const Region& region) { return IsSeal(region, dpi); });
  for (const Region& region : seals) {
    const std::optional<int> left = LeftOfBlock(rest, region.box);
    if (!left) continue;
    Box block = Box{*left, region.box.top - WholePixels(kAbove, dpi), rest.width,
                    region.box.bottom + WholePixels(kBelow, dpi)}
                    .Intersect({0, 0, rest.width, rest.height});
    // Two sign: the left one's block goes from the margin to the other seal.
    for (const Region& other : seals) {
      const bool beside = other.box.left > region.box.right && other.box.top < region.box.bottom &&
                          region.box.top < other.box.bottom;
      if (!beside) continue;
      block.left = 0;
      block.right = std::min(block.right, other.box.left - WholePixels(kLeft, dpi));
    }
    // Tables above and below bound it; in a table the seal is left alone.
    bool in_table = false;
    for (const Grid& grid : page.grids) {
      if (grid.box.Intersect(block).Empty()) continue;
      if (grid.box.bottom <= region.box.CentreY()) block.top = std::max(block.top, grid.box.bottom + 1);
      else if (grid.box.top >= region.box.CentreY()) block.bottom = std::min(block.bottom, grid.box.top - 1);
      else in_table = true;
    }
    if (block.Empty()) continue;
    const int top = std::clamp(region.box.top, block.top, block.bottom - 1);
    block.top = ClearTo(rest, block.left, top, block.top);
    block.bottom = ClearTo(rest, block.left, top, block.bottom);
    if (block.top < top) block.top = WhiteRow(rest, block.left, block.right, block.top, top);
    if (block.bottom < rest.height && block.bottom > region.box.bottom)
      block.bottom = WhiteRow(rest, block.left, block.right, block.bottom - 1, region.box.bottom) + 1;
    const bool left_of_two = block.right < rest.width;
    const bool signs = left_of_two || region.box.CentreX() > kSigns * rest.width;
    if (block.Empty() || !signs || in_table) continue;
    // Beside a signature everything but the lines above and below goes.
    const bool black = region.colour == "black";
    const Box& seal = region.box;
    const Box in_block{seal.left - block.left, seal.top - block.top, seal.right - block.left, seal.bottom - block.top};
    const SignatureBlock signature = BlockWithoutSeal(page, rest, region, block);
    std::vector<Box> voted;
    std::vector<Word> read = ReadSignature(signature, readers, &voted);
    if (!black && !NamesBelow(read, in_block)) AddElsewhere(ReadSignature(WithoutPen(signature.print, in_block), readers), &read);
    Move(&read, block.left, block.top);
    Erase(rest, block);
    if (found != nullptr) {
      found->blocks.push_back(block);
      for (const Box& line : voted) found->voted.push_back(Moved(line, block.left, block.top));
    }
    words.insert(words.end(), read.begin(), read.end());
  }
  return words;
}

std::vector<Word> ReadTextStamps(const PageImage& page, OcrEngine& engine) {
  std::vector<Word> words;
  if (page.red.Empty()) return words;
  const int dpi = page.red.dpi, margin = WholePixels(1, dpi);
  const Box whole{0, 0, page.red.width, page.red.height};
  std::vector<Region> seals;
  for (const Region& region : page.regions) {
    if (region.kind != "stamp") continue;
    const Box box = Box{region.box.left - margin, region.box.top - margin, region.box.right + margin,
                        region.box.bottom + margin}
                        .Intersect(whole);
    if (box.Empty()) continue;
    std::vector<Word> read = engine.Read(Enlarge(Cut(page.red, box), kEnlarge), ReadAs::kBlock);
    if (MeanConfidence(read) < kSureStamp) {  // a seal's ring and star
      if (region.colour == "red" && IsSeal(region, dpi, kSealAndName)) seals.push_back(region);
      continue;
    }
    for (Word& word : read) {
      const Box& at = word.box;
      word.box = {at.left / kEnlarge, at.top / kEnlarge, at.right / kEnlarge, at.bottom / kEnlarge};
    }
    Move(&read, box.left, box.top);
    words.insert(words.end(), read.begin(), read.end());
  }
  for (const Region& seal : seals) {
    const Box block = Box{seal.box.left - WholePixels(kLeft, dpi), seal.box.top - WholePixels(kAbove, dpi), whole.right,
                          seal.box.bottom + WholePixels(kBelow, dpi)}
                          .Intersect(whole);
    // The ring may hide a letter of the name, and so may taking it off: as it says more.
    Image image = Cut(page.red, block);
    std::vector<Word> read = SureRuns(engine.Read(image, ReadAs::kBlock));
    std::vector<Region> rings;
    for (const Ring& ring : FindBlackSeals(image)) rings.push_back(SealRegion(ring, image));
    if (!rings.empty()) {
      for (size_t i = 1; i < rings.size(); ++i) image = WithoutSeal(image, rings[i].box, true).print;
      std::vector<Word> other = SureRuns(ReadSignature(WithoutSeal(image, rings.front().box, true), {&engine}));
      if (LettersRead(other) > LettersRead(read)) std::swap(other, read);
      AddElsewhere(other, &read);
    }
    // What stands on the seal itself is no name.
    std::erase_if(read, [&](const Word& word) {
      const bool round = rings.empty() && IsSeal(seal, dpi);
      return (round && InRound(seal.box, word.box.CentreX() + block.left, word.box.CentreY() + block.top)) ||
             std::any_of(rings.begin(), rings.end(),
                         [&](const Region& ring) { return InRound(ring.box, word.box.CentreX(), word.box.CentreY()); });
    });
    Move(&read, block.left, block.top);
    std::copy_if(read.begin(), read.end(), std::back_inserter(words), [&, stamps = words](const Word& word) {
      return std::none_of(stamps.begin(), stamps.end(),
                          [&](const Word& other) { return other.box.Contains(word.box.CentreX(), word.box.CentreY()); });
    });
  }
  return words;
}

}  // namespace trichluc
