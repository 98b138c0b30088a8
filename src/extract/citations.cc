// Which documents the text names: citations of the running text, the footnotes and the table cells, each with its page.
#include "extract/context.h"
#include "extract/references.h"
#include "text/text.h"

namespace trichluc {
namespace {

struct Cited {
  Reference reference;
  Passage passage;
  Span span;
  std::string rule;
};

void Collect(const Work& work, const Passage& passage, std::vector<Cited>& cited) {
  if (passage.Empty()) return;
  for (const FoundReference& found : FindReferences(work.rules, work.agencies, passage.text(), work.place)) {
    Cited hit{found.reference, passage, found.span, found.rule};
    const auto pieces = passage.Touching(found.span.begin, found.span.end);
    if (pieces.empty()) continue;
    hit.reference.page = pieces.front().page;
    cited.push_back(hit);
  }
}

bool SameTarget(const Reference& a, const Reference& b) {
  if (a.number || b.number) return a.number && b.number && FoldKey(*a.number) == FoldKey(*b.number);
  return a.type == b.type && a.date == b.date && a.agency == b.agency;
}

}  // namespace

void ReadReferences(Work& work) {
  std::vector<Cited> cited;
  for (const Paragraph& paragraph : work.paragraphs) Collect(work, paragraph.passage, cited);
  for (const Table& table : work.tables) {
    for (const TableRow& row : table.rows) {
      for (const TableCell& cell : row.cells) Collect(work, Passage(cell.lines), cited);
    }
  }
  std::vector<Reference> found;
  for (const Cited& hit : cited) found.push_back(hit.reference);
  work.document.references = MergeReferences(found, work.document.number.value_or(""));
  for (size_t i = 0; i < work.document.references.size(); ++i) {
    for (const Cited& hit : cited) {
      if (!SameTarget(hit.reference, work.document.references[i])) continue;
      AddEvidence(work.document, "references/" + std::to_string(i), hit.passage, hit.span, hit.rule, 0.9);
      break;
    }
  }
}

}  // namespace trichluc
