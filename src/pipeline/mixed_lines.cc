#include "pipeline/mixed_lines.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "image/analyse.h"
#include "image/ink_boxes.h"
#include "model/pixels.h"
#include "pipeline/moved.h"
#include "pipeline/read_signature.h"

namespace trichluc {
namespace {

constexpr double kPoints = 13;                // of usual print; the em that the rest is reckoned in
constexpr double kLowest = 0.3, kHighest = 1.4, kWidest = 2;  // of letters, in em
constexpr double kHighWord = 1.6;             // of one line
constexpr double kMarks = 0.6;                // words of marks alone are lower
constexpr float kJunk = 0.5f;                 // and the engine is not sure of them
constexpr double kBeside = 1.5, kFar = 5;     // em from one letter, one junk word to the next of a line
constexpr size_t kLetters = 4, kWords = 2;    // from which they are a line
constexpr size_t kFewLetters = 2;             // of a paragraph's last word
constexpr double kAligned = 0.3;              // em
constexpr long kAlignedWords = 4;
constexpr float kSure = 0.9f;
constexpr double kLine = 2;                   // em: and its length
constexpr double kWhite = 3.5;                // mm that part a block from what stands beside it
constexpr double kNext = 1.2, kTallest = 20;  // em to the next line of a block, and its height
constexpr size_t kMostSeeds = 400;            // more are dirt, or a picture
constexpr size_t kMostBlocks = 8;
constexpr double kAsMuch = 0.95;              // of the letters: junk has some, too
constexpr double kMore = 1.08, kHardlyLess = 0.05;  // a line more, about as sure
constexpr double kReadable = 0.7;             // mean confidence of a second reading that is print

bool Overlap(int a, int b, int c, int d) { return std::max(a, c) < std::min(b, d); }

struct Seed {
  Box box;
  bool junk = false;  // a word of marks, else a letter without a word
};

class Looker {
 public:
  Looker(const Image& page, std::vector<Word>* words, OcrEngine& engine)
      : page_(page), words_(*words), engine_(engine), em_(page.dpi * kPoints / 72), white_(Pixels(kWhite, page.dpi)) {}

  void Run() {
    for (const Box& box : InkBoxes(page_)) {
      if (box.Height() >= kLowest * em_ && box.Height() <= kHighest * em_ && box.Width() <= kWidest * em_)
        letters_.push_back(box);
    }
    std::vector<Box> done;
    for (const Box& line : Lines(Seeds())) {
      if (done.size() >= kMostBlocks) break;
      const bool known = std::any_of(done.begin(), done.end(),
                                     [&](const Box& block) { return block.Contains(line.CentreX(), line.CentreY()); });
      if (known) continue;
      const Box block = BlockOf(line);
      if (block.Empty() || block.Height() > kTallest * em_) continue;
      done.push_back(block);
      ReadAgain(block);
    }
  }

 private:
  // Whether a letter is a word's: boxes of words that were cut lengthwise hold a part of it, those of two lines too much.
  bool Holds(const Box& word, const Box& letter) const {
    const int beyond = letter.Height() / 4;
    return word.Contains(letter.CentreX(), letter.CentreY()) && word.Height() <= kHighWord * em_ &&
           letter.top >= word.top - beyond && letter.bottom <= word.bottom + beyond;
  }

  std::vector<Seed> Seeds() const {
    std::vector<Seed> seeds;
    for (const Box& letter : letters_) {
      const bool has_word =
          std::any_of(words_.begin(), words_.end(), [&](const Word& word) { return Holds(word.box, letter); });
      if (!has_word) seeds.push_back({letter, false});
    }
    for (const Word& word : words_) {
      if (word.confidence < kJunk && word.box.Height() < kMarks * em_) seeds.push_back({word.box, true});
    }
    if (seeds.size() > kMostSeeds) seeds.clear();
    std::sort(seeds.begin(), seeds.end(), [](const Seed& a, const Seed& b) { return a.box.left < b.box.left; });
    return seeds;
  }

  // Seeds that stand in one line, from the top.
  std::vector<Box> Lines(const std::vector<Seed>& seeds) const {
    struct Line {
      Box box;
      size_t letters = 0, junk = 0;
    };
    std::vector<Line> lines;
    for (const Seed& seed : seeds) {
      const double reach = (seed.junk ? kFar : kBeside) * em_;
      const auto line = std::find_if(lines.begin(), lines.end(), [&](const Line& l) {
        return seed.box.left - l.box.right < reach && Overlap(l.box.top, l.box.bottom, seed.box.top, seed.box.bottom) &&
               l.box.Union(seed.box).Height() <= 2 * kHighest * em_;
      });
      Line& own = line == lines.end() ? lines.emplace_back() : *line;
      own.box = own.box.Union(seed.box);
      if (seed.junk) own.box.bottom = std::max(own.box.bottom, static_cast<int>(seed.box.bottom + em_ / 2));  // the letters below
      ++(seed.junk ? own.junk : own.letters);
    }
    std::vector<Box> boxes;
    for (const Line& line : lines) {
      const bool long_line = (line.letters >= kLetters || line.junk >= kWords) && line.box.Width() >= kLine * em_;
      if (long_line || (line.letters >= kFewLetters && AtMargin(line.box))) boxes.push_back(line.box);
    }
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    return boxes;
  }

  // The last word of a paragraph, alone on its line, stands where other lines begin.
  bool AtMargin(const Box& box) const {
    const auto begin_there = std::count_if(words_.begin(), words_.end(), [&](const Word& word) {
      return std::abs(word.box.left - box.left) < kAligned * em_ && word.confidence >= kSure;
    });
    return begin_there >= kAlignedWords;
  }

  // The whole line, to the white on either side.
  Box WholeLine(Box line) const {
    const int top = line.top, bottom = line.bottom;
    for (bool grown = true; grown;) {
      grown = false;
      for (const Box& letter : letters_) {
        const bool beside = Overlap(letter.top, letter.bottom, top, bottom) && letter.left < line.right + white_ &&
                            letter.right > line.left - white_;
        if (!beside || line.Union(letter) == line) continue;
        line = line.Union(letter);
        grown = true;
      }
    }
    return line;
  }

  // The line, and the lines above and below that keep to its white; nothing of those that do not.
  Box BlockOf(const Box& seed) const {
    const Box line = WholeLine(seed);
    const int left = line.left - white_ / 2, right = line.right + white_ / 2;
    int highest = 0, lowest = page_.height;
    for (const Box& letter : letters_) {
      if (letter.right <= left || letter.left >= right || (letter.left >= line.left && letter.right <= line.right)) continue;
      if (letter.CentreY() < line.top) highest = std::max(highest, letter.bottom);
      if (letter.CentreY() > line.bottom) lowest = std::min(lowest, letter.top);
    }
    // Lines that reach beyond: their letters within the block's width stand between the limits and the line
    Box block = line;
    for (bool grown = true; grown;) {
      grown = false;
      for (const Box& letter : letters_) {
        if (letter.left < line.left || letter.right > line.right || block.Union(letter) == block) continue;
        const bool above = letter.bottom <= block.top + em_ / 2 && letter.bottom > block.top - kNext * em_ && letter.top >= highest;
        const bool below = letter.top >= block.bottom - em_ / 2 && letter.top < block.bottom + kNext * em_ && letter.bottom <= lowest;
        if (!above && !below) continue;
        block = block.Union(letter);
        grown = true;
      }
    }
    const int margin = static_cast<int>(kLowest * em_);  // marks above, below
    return Box{left, std::max(block.top - margin, std::min(highest, block.top)), right,
               std::min(block.bottom + margin, std::max(lowest, block.bottom))}
        .Intersect({0, 0, page_.width, page_.height});
  }

  void ReadAgain(const Box& block) {
    const auto within = [&](const Word& word) { return block.Contains(word.box.CentreX(), word.box.CentreY()); };
    std::vector<Word> before;
    std::copy_if(words_.begin(), words_.end(), std::back_inserter(before), within);
    std::vector<Word> again = engine_.Read(Cut(page_, block), ReadAs::kBlock);
    const double sure = MeanConfidence(again), was = MeanConfidence(before);
    const double letters = LettersRead(again), had = LettersRead(before);
    const bool surer = sure > was && letters >= kAsMuch * had, fuller = sure > was - kHardlyLess && letters >= kMore * had;
    const bool better = sure >= kReadable && (surer || fuller);
    if (!better) return;
    Move(&again, block.left, block.top);
    std::erase_if(words_, within);
    words_.insert(words_.end(), std::make_move_iterator(again.begin()), std::make_move_iterator(again.end()));
  }

  const Image& page_;
  std::vector<Word>& words_;
  OcrEngine& engine_;
  double em_;
  int white_;
  std::vector<Box> letters_;
};

}  // namespace

void ReadMixedLines(const Image& page, std::vector<Word>* words, OcrEngine& engine) { Looker(page, words, engine).Run(); }

}  // namespace trichluc
