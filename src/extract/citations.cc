// Which documents the text names: citations of the running text, the footnotes and the table cells, each with its page.
#include <algorithm>

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

// The document itself: in its letterhead, and in the note under an annex's title ("(Kèm theo Công văn số … )"), where
// its number may be unread or differ by a figure.
bool IsItself(const Work& work, const Paragraph& paragraph, const Reference& reference) {
  if (work.number_line != nullptr && Holds(paragraph, {work.number_line})) return true;
  const bool annex_note = std::any_of(paragraph.lines.begin(), paragraph.lines.end(), [&](const ViewLine& line) {
    return work.rules.First("annex_note", line.text).has_value();
  });
  if (!reference.number || !work.document.symbol || !annex_note) return false;
  const std::string number = StripDiacritics(*reference.number), symbol = StripDiacritics(*work.document.symbol);
  return number.size() > symbol.size() && number.compare(number.size() - symbol.size(), symbol.size(), symbol) == 0;
}

}  // namespace

void ReadReferences(Work& work) {
  std::vector<Cited> cited;
  for (const Paragraph& paragraph : work.paragraphs) {
    std::vector<Cited> here;
    Collect(work, paragraph.passage, here);
    std::erase_if(here, [&](const Cited& hit) { return IsItself(work, paragraph, hit.reference); });
    cited.insert(cited.end(), here.begin(), here.end());
  }
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
