// Words put in order: lines and blocks of a page, and text that knows its words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"

namespace trichluc {

// One printed line (of one column). Words from left to right.
struct Line {
  int page = 0;
  Box box;
  std::vector<Word> words;

  std::string Text() const;  // words joined by one blank, without the raised figures that point to footnotes
  std::string Printed() const;  // with them
};

// "tỉnh¹²" without its figures; exponents stay: "200 m³".
std::string WithoutNoteMarks(std::string_view text);

// Where a block stands across the page. Left/right columns occur in the letterhead and the signature block.
enum class BlockColumn { kFull, kLeft, kRight };

// Whether a line was broken inside a word: behind a hyphen without blank ("QĐ-" / "UBND"), a slash behind a figure ("30/" / "6/2021") or
// between abbreviations ("SKSS/" / "KHHGĐ", "b/" / "c"), before the last figure of a year ("15/12/202" / "4"), or before the last capital of
// a long abbreviation ("HĐND&UBN" / "D huyện"), behind the first letter of a symbol ("08/2022/N" / "Q-HĐND") or before its hyphen
// ("150/2025/NĐ" / "-CP"). Typesetters break there, and Vietnamese does not hyphenate: such lines are joined without a blank.
bool BrokenInsideWord(std::string_view upper, std::string_view lower);
// Two lines' texts as one: `blank` between them, or nothing where a word was broken. Empty parts add nothing.
void AppendLine(std::string& text, std::string_view line, char blank = ' ');

// Lines that belong together, or a ruled table (grid >= 0, lines empty).
struct Block {
  BlockColumn column = BlockColumn::kFull;
  std::vector<Line> lines;
  int grid = -1;  // PageReading::grids
  Box box;
  bool stamp = false;  // of the ĐẾN stamp: no part of the document's own text
};

// Blocks in reading order.
struct PageLayout {
  int page = 0;
  int width = 0, height = 0, dpi = 0;
  std::vector<Block> blocks;
};

std::string Dump(const PageLayout& layout);

// A stretch of text made of lines, which can say for any part of itself which words it came from: those of the lines, which
// must live as long as that is asked. Words of a line are joined by a blank, lines by '\n' (but see BrokenInsideWord). Offsets are bytes of text(). The
// raised figures that point to footnotes are no part of it.
class Passage {
 public:
  Passage() = default;
  explicit Passage(const std::vector<Line>& lines);
  explicit Passage(std::vector<Line>&&) = delete;  // its words would be gone

  void Add(const Line& line);
  const std::string& text() const { return text_; }
  bool Empty() const { return text_.empty(); }

  struct Piece {  // a word and where it stands in text()
    uint32_t begin, end;
    int page;
    const Word* word;
  };
  const std::vector<Piece>& pieces() const { return pieces_; }
  // The pieces that [begin, end) touches.
  std::vector<Piece> Touching(size_t begin, size_t end) const;

 private:
  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace trichluc
