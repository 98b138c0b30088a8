#include "model/layout.h"

#include "model/table.h"

namespace trichluc {

std::string Line::Text() const {
  std::string text;
  for (const Word& word : words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

Passage::Passage(const std::vector<Line>& lines) {
  for (const Line& line : lines) Add(line);
}

void Passage::Add(const Line& line) {
  if (line.words.empty()) return;
  if (!text_.empty()) text_ += '\n';
  bool first = true;
  for (const Word& word : line.words) {
    if (!first) text_ += ' ';
    first = false;
    const size_t begin = text_.size();
    text_ += word.text;
    pieces_.push_back({begin, text_.size(), line.page, word});
  }
}

std::vector<Passage::Piece> Passage::Touching(size_t begin, size_t end) const {
  std::vector<Piece> touched;
  for (const Piece& piece : pieces_) {
    if (piece.begin < end && piece.end > begin) touched.push_back(piece);
  }
  return touched;
}

std::string TableCell::Text() const {
  std::string text;
  for (const Line& line : lines) {
    const std::string part = line.Text();
    if (part.empty()) continue;
    if (!text.empty()) text += ' ';
    text += part;
  }
  return text;
}

std::vector<std::string> Table::ColumnTitles() const {
  std::vector<std::string> titles(static_cast<size_t>(columns));
  for (const TableRow& row : header) {
    for (size_t i = 0; i < row.cells.size() && i < titles.size(); ++i) {
      const std::string text = row.cells[i].Text();
      if (text.empty()) continue;
      if (!titles[i].empty()) titles[i] += ' ';
      titles[i] += text;
    }
  }
  return titles;
}

}  // namespace trichluc
