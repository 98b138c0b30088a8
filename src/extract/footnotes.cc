#include "extract/footnotes.h"

#include <algorithm>

#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kMostPairs = 1000000;  // of marks and notes; documents have some dozens

struct Mark {
  int page = 0;
  std::string figures;  // "" where none was read
  size_t paragraph = 0;
  size_t end = 0;  // of the marked word in its paragraph's text
};

// "¹²" → "12"
std::string RaisedFigures(const std::string& word) {
  static const std::u32string kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  std::string figures;
  for (const char32_t letter : ToCodePoints(word)) {
    const size_t at = kRaised.find(letter);
    if (at != std::u32string::npos) figures += static_cast<char>('0' + at);
  }
  return figures;
}

std::string LeadingFigures(const std::string& text) {
  const std::string raised = RaisedFigures(text.substr(0, text.find(' ')));
  if (!raised.empty()) return raised;
  const std::string figures = text.substr(0, text.find_first_not_of("0123456789"));
  return figures.size() <= 2 ? figures : std::string();
}

std::vector<Mark> MarksOf(const std::vector<Paragraph>& paragraphs) {
  std::vector<Mark> marks;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    if (paragraphs[i].footnote) continue;
    for (const Passage::Piece& piece : paragraphs[i].passage.pieces()) {
      const std::string figures = RaisedFigures(piece.word->text);
      if (!figures.empty()) marks.push_back({piece.page, figures, i, piece.end});
    }
  }
  return marks;
}

// A figure that became a line of its own belongs to the note below it.
std::vector<Mark> NotesOf(const std::vector<Paragraph>& paragraphs) {
  std::vector<Mark> notes;
  std::string lone;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    if (!paragraphs[i].footnote) continue;
    std::string printed;
    for (const ViewLine* line : paragraphs[i].lines) printed += line->line.Printed() + " ";
    const std::string figures = LeadingFigures(printed);
    if (!figures.empty() && Length(Normalise(printed)) <= 2) {
      lone = figures;
      continue;
    }
    notes.push_back({paragraphs[i].page_from, figures.empty() ? lone : figures, i, 0});
    lone.clear();
  }
  return notes;
}

// How well a mark and a note fit each other; 0: not at all. A note stands on its mark's page or goes over to the next.
int Fit(const Mark& mark, const Mark& note) {
  if (note.page != mark.page && note.page != mark.page + 1) return 0;
  if (mark.figures == note.figures) return 6;
  const std::string& longer = mark.figures.size() > note.figures.size() ? mark.figures : note.figures;
  const std::string& shorter = mark.figures.size() > note.figures.size() ? note.figures : mark.figures;
  const bool cut = !shorter.empty() && longer.compare(longer.size() - shorter.size(), shorter.size(), shorter) == 0;
  return cut || shorter.empty() ? 3 : 2;
}

}  // namespace

std::map<size_t, std::string> TextsBeforeNotes(const std::vector<Paragraph>& paragraphs) {
  const std::vector<Mark> marks = MarksOf(paragraphs), notes = NotesOf(paragraphs);
  std::map<size_t, std::string> texts;
  if (marks.empty() || notes.empty() || marks.size() * notes.size() > kMostPairs) return texts;
  // best[i][j]: of the marks from i and the notes from j, in order
  std::vector<std::vector<int>> best(marks.size() + 1, std::vector<int>(notes.size() + 1));
  const auto paired = [&](size_t i, size_t j) {
    const int fit = Fit(marks[i], notes[j]);
    return fit > 0 ? fit + best[i + 1][j + 1] : 0;
  };
  for (size_t i = marks.size(); i-- > 0;) {
    for (size_t j = notes.size(); j-- > 0;) best[i][j] = std::max({best[i + 1][j], best[i][j + 1], paired(i, j)});
  }
  for (size_t i = 0, j = 0; i < marks.size() && j < notes.size();) {
    if (paired(i, j) == best[i][j] && best[i][j] > 0) {
      texts[notes[j].paragraph] = paragraphs[marks[i].paragraph].passage.text().substr(0, marks[i].end);
      ++i;
      ++j;
    } else if (best[i + 1][j] >= best[i][j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return texts;
}

}  // namespace trichluc
