#include "pipeline/read_signature.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "image/analyse.h"
#include "pipeline/moved.h"
#include "pipeline/word_vote.h"
#include "text/text.h"

namespace trichluc {
namespace {

// A way to look at a line of a block.
struct Look {
  const Image* image;
  PrintLine line;
  int times = 1;  // enlarged
};

// One line of a block alone. Lines may touch: the words have the height of the line's own letters.
std::vector<Word> ReadAlone(const Look& look, OcrEngine& engine) {
  const PrintLine& line = look.line;
  const Image level = CutLevel(*look.image, line);
  std::vector<Word> words = engine.Read(look.times == 1 ? level : Enlarge(level, look.times), ReadAs::kLine);
  for (Word& word : words) {
    const Box& at = word.box;
    word.box = {at.left / look.times, at.top / look.times, at.right / look.times, at.bottom / look.times};
  }
  const int aside = (level.width - line.row.Width()) / 2, above = (level.height - line.row.Height()) / 2;
  Move(&words, line.row.left - aside, line.row.top - above);
  for (Word& word : words) {
    word.box.left = std::clamp(word.box.left, line.row.left, line.row.right - 1);
    word.box.right = std::clamp(word.box.right, word.box.left + 1, line.row.right);
    word.box.top = line.letters.top;
    word.box.bottom = line.letters.bottom;
  }
  return words;
}

bool AllSure(const std::vector<Word>& words) {
  constexpr float kSure = 0.9f;
  return !words.empty() && std::all_of(words.begin(), words.end(), [](const Word& word) { return word.confidence >= kSure; });
}

bool SameRows(const Image& a, const Image& b, const Box& rows) {
  return std::equal(a.Row(rows.top), a.Row(rows.bottom), b.Row(rows.top));
}

// Whether the seal crosses a line: what was taken off it may be letters.
bool IsSealed(const SignatureBlock& block, const PrintLine& line) {
  return !block.sealed.Empty() && !SameRows(block.sealed, block.print, line.row);
}

// Ways to look at a line until one is sure: level, as it lies, a little further turned; with the seal on it, where its broken strokes are
// told from letters best when they are large; a title whole, though seal is left; with and without what the pen may have left.
std::vector<Look> LooksAt(const SignatureBlock& block, const PrintLine& line) {
  constexpr double kFurther = 1.5;
  constexpr int kLarge = 2;
  std::vector<double> turns = {line.degrees};
  if (line.degrees != 0) turns.push_back(0);
  turns.insert(turns.end(), {line.degrees - kFurther, line.degrees + kFurther});
  std::vector<Look> looks;
  for (const double degrees : turns) {
    for (const Image* image : {&block.print, &block.sealed, &block.whole_title, &block.no_pen}) {
      const bool other = image == &block.sealed || image == &block.whole_title;
      if (image->Empty() || (other && SameRows(*image, block.print, line.row))) continue;
      Look look{image, line};
      look.line.degrees = degrees;
      looks.push_back(look);
      look.times = kLarge;
      if (image == &block.sealed) looks.push_back(look);
    }
  }
  return looks;
}

// A line that a seal crosses, looked at in all ways unless the first agree: none of them is right alone.
std::vector<Word> ReadSealedLine(const SignatureBlock& block, const PrintLine& line, std::vector<Word> in_block, const SignatureReaders& readers) {
  constexpr size_t kFirst = 3;  // alone without the seal, and with it, once and twice as large
  std::vector<std::vector<Word>> readings{std::move(in_block)};
  size_t looks = 0;
  for (const Look& look : LooksAt(block, line)) {
    if (looks++ == kFirst && AllAgree(readings)) break;
    for (OcrEngine* reader : readers) readings.push_back(ReadAlone(look, *reader));
  }
  std::vector<Word> words = VoteOnWords(readings);
  for (Word& word : words) word.box.top = line.letters.top, word.box.bottom = line.letters.bottom;  // those of the block, too
  return words;
}

}  // namespace

double LettersRead(const std::vector<Word>& words) {
  double letters = 0;
  for (const Word& word : words) {
    if (Length(word.text) < 2) continue;
    for (const char32_t letter : ToCodePoints(word.text)) {
      const std::string one = FromCodePoints({letter});
      letters += ToLower(one) != ToUpper(one) ? word.confidence : 0;
    }
  }
  return letters;
}

std::vector<Word> ReadSignature(const SignatureBlock& block, const SignatureReaders& readers, std::vector<Box>* voted) {
  OcrEngine& engine = *readers.front();
  const int first_looks = 2 + !block.whole_title.Empty();
  constexpr double kLetters = 3;  // fewer read after the first looks: no line of print
  std::vector<Word> words = engine.Read(block.print, ReadAs::kBlock);
  if (!block.letters.Empty()) {
    std::vector<Word> other = engine.Read(block.letters, ReadAs::kBlock);
    if (LettersRead(other) > LettersRead(words)) words = std::move(other);
  }
  std::vector<Word> read;  // of lines, kept apart: rows of lines that stand close overlap
  for (const PrintLine& line : block.lines) {
    const auto of_line = [&](const Word& word) { return line.row.Contains(word.box.CentreX(), word.box.CentreY()); };
    std::vector<Word> best;
    std::copy_if(words.begin(), words.end(), std::back_inserter(best), of_line);
    std::erase_if(words, of_line);
    if (IsSealed(block, line)) {
      for (Word& word : ReadSealedLine(block, line, std::move(best), readers)) read.push_back(std::move(word));
      if (voted != nullptr) voted->push_back(line.row);
      continue;
    }
    int looks = 0;
    for (const Look& look : LooksAt(block, line)) {
      if (AllSure(best) || (++looks > first_looks && LettersRead(best) < kLetters)) break;
      std::vector<Word> alone = ReadAlone(look, engine);
      if (LettersRead(alone) > LettersRead(best)) best = std::move(alone);
    }
    read.insert(read.end(), best.begin(), best.end());
  }
  words.insert(words.end(), read.begin(), read.end());
  return words;
}

}  // namespace trichluc
