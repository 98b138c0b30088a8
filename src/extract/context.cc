#include "extract/context.h"

#include <algorithm>
#include <cmath>

#include "text/text.h"

namespace trichluc {
namespace {

// One evidence row a page: the words' common box.
void AddRows(Document& document, const std::string& field, const std::vector<Passage::Piece>& pieces,
             const std::string& rule, double confidence) {
  size_t i = 0;
  while (i < pieces.size()) {
    Evidence evidence{field, pieces[i].page, {}, "", rule, confidence};
    for (; i < pieces.size() && pieces[i].page == evidence.page; ++i) {
      evidence.box = evidence.box.Union(pieces[i].word->box);
      evidence.raw += (evidence.raw.empty() ? "" : " ") + pieces[i].word->text;
    }
    document.evidence.push_back(evidence);
  }
}

}  // namespace

void AddEvidence(Document& document, const std::string& field, const Passage& passage, const Span& span,
                 const std::string& rule, double confidence) {
  AddRows(document, field, passage.Touching(span.begin, span.end), rule, confidence);
}

void AddEvidence(Document& document, const std::string& field, const std::vector<const ViewLine*>& lines,
                 const std::string& rule, double confidence) {
  Passage passage;
  for (const ViewLine* line : lines) {
    if (line != nullptr) passage.Add(line->line);
  }
  AddRows(document, field, passage.pieces(), rule, confidence * ChanceAllRight(passage.pieces()));
}

void AddFlag(Document& document, const std::string& code, int page, const std::string& detail) {
  document.flags.push_back({code, page > 0 ? std::optional<int>(page) : std::nullopt, detail});
}

double MeanConfidence(const std::vector<Passage::Piece>& pieces) {
  double sum = 0;
  for (const Passage::Piece& piece : pieces) sum += piece.word->confidence;
  return pieces.empty() ? 0 : sum / static_cast<double>(pieces.size());
}

double ChanceAllRight(const std::vector<Passage::Piece>& pieces) {
  // Errors to be expected of a word of less than this confidence. Fitted to the 730 tasks of the corpus at
  // usual200 and poor150, wholly right or not; `trichluc audit` prints what became of it.
  struct Step {
    double confidence, errors;
  };
  constexpr Step kSteps[] = {{0.5, 0.27}, {0.7, 0.21}, {0.8, 0.11}, {0.9, 0.065}, {0.96, 0.007}};
  double errors = 0;
  for (const Passage::Piece& piece : pieces) {
    const auto* step = std::find_if(std::begin(kSteps), std::end(kSteps),
                                    [&](const Step& one) { return piece.word->confidence < one.confidence; });
    if (step != std::end(kSteps)) errors += step->errors;
  }
  return pieces.empty() ? 0 : std::exp(-errors);
}

TaskPrint WeighPrint(const std::vector<Passage::Piece>& pieces) {
  constexpr float kDoubtful = 0.8f;  // one in nine of the words below it is wrong, one in fifty of those above
  std::vector<const Word*> words;
  for (const Passage::Piece& piece : pieces) {
    if (piece.word->confidence < kDoubtful) words.push_back(piece.word);
  }
  std::stable_sort(words.begin(), words.end(), [](const Word* a, const Word* b) { return a->confidence < b->confidence; });
  TaskPrint print{ChanceAllRight(pieces), {}, false};
  for (const Word* word : words) print.doubtful.push_back(word->text);
  return print;
}

void AddTask(Work& work, Task task, TaskPrint print) {
  work.document.tasks.push_back(std::move(task));
  work.prints.push_back(std::move(print));
}

bool Holds(const Paragraph& paragraph, const std::vector<const ViewLine*>& lines) {
  return std::any_of(paragraph.lines.begin(), paragraph.lines.end(), [&](const ViewLine* own) {
    return std::any_of(lines.begin(), lines.end(), [&](const ViewLine* line) {
      return line->line.page == own->line.page && line->top == own->top && line->left == own->left;
    });
  });
}

Passage PassageOf(const ViewLine& line) {
  Passage passage;
  passage.Add(line.line);
  return passage;
}

}  // namespace trichluc
