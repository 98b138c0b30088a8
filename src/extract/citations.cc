// Which documents the text names: citations of the running text, the footnotes and the table cells, each with its page.
#include <algorithm>

#include "extract/context.h"
#include "extract/footnotes.h"
#include "extract/own_number.h"
#include "extract/references.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kRead = 0.98, kRepaired = 0.7;  // confidence in a citation whose words are sure, and in what was changed by a rule
constexpr size_t kItemStart = 24;  // bytes of "12. " or "- Các " before the citation that an item begins with

struct Cited {
  FoundReference found;
  Passage passage;
};

void Collect(const Work& work, const Passage& passage, std::vector<Cited>& cited) {
  if (passage.Empty()) return;
  for (const FoundReference& found : FindReferences(work.rules, work.agencies, passage.text(), work.place)) {
    const auto pieces = passage.Touching(found.span.begin, found.span.end);
    if (pieces.empty()) continue;
    cited.push_back({found, passage});
    cited.back().found.reference.page = pieces.front().page;
  }
}

bool SameTarget(const Reference& a, const Reference& b) {
  if (a.number || b.number) return a.number && b.number && FoldKey(*a.number) == FoldKey(*b.number);
  return a.type == b.type && a.date == b.date && a.agency == b.agency;
}

// Whether a paragraph is, or ends in, the note under an annex's title; a line that only goes on with "kèm theo" is running text.
bool HasAnnexNote(const Work& work, const Paragraph& paragraph) {
  const std::vector<const ViewLine*>& lines = paragraph.lines;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string& text = lines[i]->text;
    if (!work.rules.First("annex_note", text)) continue;
    if (i == 0 || text.starts_with('(') || IsUpper(lines[i - 1]->text)) return true;
  }
  return false;
}

// Whether a citation begins in a line: the subject below the number may hold others.
bool StandsIn(const ViewLine& line, const Passage& passage, const Span& span) {
  const std::vector<Passage::Piece> pieces = passage.Touching(span.begin, span.end);
  return pieces.empty() || std::any_of(line.line.words.begin(), line.line.words.end(),
                                       [&](const Word& word) { return word.box == pieces.front().word->box; });
}

// The document itself: in its letterhead, and in the note under an annex's title ("(Kèm theo Công văn số … )"), where
// its number may be unread or differ by a figure.
bool IsItself(Work& work, const Paragraph& paragraph, const FoundReference& found) {
  const Reference& reference = found.reference;
  if (work.number_line != nullptr && Holds(paragraph, {work.number_line}) && StandsIn(*work.number_line, paragraph.passage, found.span)) return true;
  const bool annex_note = HasAnnexNote(work, paragraph);
  if (annex_note && TakeNumberOfNote(work, paragraph, reference, found.span)) return true;
  if (!reference.number || !work.document.symbol || !annex_note) return false;
  const std::string number = StripDiacritics(*reference.number), symbol = StripDiacritics(*work.document.symbol);
  const bool same_symbol = number.size() > symbol.size() && number.compare(number.size() - symbol.size(), symbol.size(), symbol) == 0;
  // Or the symbol differs by a letter behind the same figures: 07/KH-CNVIL
  constexpr size_t kLong = 6;
  const std::string own = StripDiacritics(work.document.number.value_or(""));
  const bool same_figures = !own.empty() && number.substr(0, number.find_first_not_of("0123456789")) == own.substr(0, own.find_first_not_of("0123456789"));
  return same_symbol || (same_figures && symbol.size() >= kLong && EditDistance(number, own, 1) <= 1);
}

// The first citation and those listed with it take what stands over them, if they do not say it themselves.
void Inherit(std::vector<Cited>& here, const std::string& relation, const std::optional<std::string>& agency) {
  for (size_t i = 0; i < here.size() && (i == 0 || here[i].found.listed); ++i) {
    Reference& reference = here[i].found.reference;
    if (!relation.empty() && reference.relation == "mentions") reference.relation = relation;
    if (!reference.agency) reference.agency = agency;
  }
}

// The clause that a text ends with.
std::string LastClause(const RuleSet& rules, const std::string& text) {
  size_t begin = 0;
  for (const Match& stop : rules.All("reference_clause_break", text)) begin = std::min(stop.span.end, text.size());
  return text.substr(begin);
}

// "căn cứ ý kiến của Ban Cán sự Đảng¹": what the note names is basis, and of that agency.
void InheritFromMark(const Work& work, const std::string& before, std::vector<Cited>& here) {
  const std::string clause = LastClause(work.rules, before);
  const auto relation = work.rules.First("relation_noted", clause);
  std::optional<std::string> agency;
  if (const auto of = work.rules.First("noted_agency", clause)) {
    const std::string name = of->Get("agency");
    const auto leading = work.agencies.ResolveLeading(name, work.place);
    if (leading && leading->registered && leading->length == name.size()) agency = leading->agency.name;
  }
  Inherit(here, relation ? relation->Get("relation") : "", agency);
}

// Items below "Bãi bỏ các văn bản sau:" begin with what is repealed.
class ListHeads {
 public:
  explicit ListHeads(const RuleSet& rules) : rules_(rules) {}

  void Apply(const Paragraph& paragraph, std::vector<Cited>& here) {
    const std::string text = paragraph.Text();
    const auto heading = rules_.First("heading", text);
    const bool part = heading && heading->Get("no").find_first_not_of("IVX") == std::string::npos;  // "II. MỤC TIÊU"
    if (part || !rules_.First("list_mark", text)) relation_.clear();
    if (!relation_.empty() && !here.empty() && here.front().found.span.begin <= kItemStart) {
      Inherit(here, relation_, std::nullopt);
    }
    auto head = rules_.First("relation_list", LastClause(rules_, text));
    if (!head) head = rules_.First("relation_list", text);  // "I. CĂN CỨ": a number ends a clause
    if (head) relation_ = head->Get("relation");
  }

 private:
  const RuleSet& rules_;
  std::string relation_;
};

bool StartsSmall(const std::string& text) {
  const std::u32string points = ToCodePoints(text.substr(0, 8));
  const std::string first = points.empty() ? "" : FromCodePoints(points.substr(0, 1));
  return ToUpper(first) != first;
}

// With the paragraph behind it where the layout cut one in two ("… của Ủy" / "ban nhân dân tỉnh").
Passage WithRest(const Work& work, size_t at) {
  const Paragraph& paragraph = work.paragraphs[at];
  Passage passage = paragraph.passage;
  if (at + 1 >= work.paragraphs.size()) return passage;
  const Paragraph& next = work.paragraphs[at + 1];
  const bool cut = next.footnote == paragraph.footnote && next.page_from - paragraph.page_to <= 1 &&
                   !work.rules.First("sentence_end", paragraph.Text()) && StartsSmall(next.Text());
  if (!cut) return passage;
  for (const ViewLine* line : next.lines) passage.Add(line->line);
  return passage;
}

std::vector<Cited> CitationsOfText(Work& work) {
  const std::map<size_t, std::string> marked = TextsBeforeNotes(work.paragraphs);
  ListHeads heads(work.rules);
  std::vector<Cited> cited;
  for (size_t i = 0; i < work.paragraphs.size(); ++i) {
    const Paragraph& paragraph = work.paragraphs[i];
    std::vector<Cited> here;
    Collect(work, WithRest(work, i), here);
    std::erase_if(here, [&](const Cited& hit) { return hit.found.span.begin >= paragraph.passage.text().size(); });
    if (const auto before = marked.find(i); before != marked.end()) {
      InheritFromMark(work, before->second, here);
    } else if (!paragraph.footnote) {
      heads.Apply(paragraph, here);
    }
    std::erase_if(here, [&](const Cited& hit) { return IsItself(work, paragraph, hit.found); });
    cited.insert(cited.end(), here.begin(), here.end());
  }
  return cited;
}

void CollectFromTables(Work& work, std::vector<Cited>& cited) {
  for (const Table& table : work.tables) {
    for (const TableRow& row : table.rows) {
      for (const TableCell& cell : row.cells) Collect(work, Passage(cell.lines), cited);
    }
  }
}

}  // namespace

void ReadReferences(Work& work) {
  std::vector<Cited> cited = CitationsOfText(work);
  CollectFromTables(work, cited);
  std::vector<FoundReference> found;
  for (const Cited& hit : cited) found.push_back(hit.found);
  for (const std::string& doubt : SettleDates(found)) AddFlag(work.document, "reference_date", work.document.page_from, doubt);
  std::vector<Reference> references;
  for (const FoundReference& hit : found) references.push_back(hit.reference);
  work.document.references = MergeReferences(references, work.document.number.value_or(""));
  for (size_t i = 0; i < work.document.references.size(); ++i) {
    for (const Cited& hit : cited) {
      if (!SameTarget(hit.found.reference, work.document.references[i])) continue;
      const std::string field = "references/" + std::to_string(i);
      const double read = kRead * ChanceAllRight(hit.passage.Touching(hit.found.span.begin, hit.found.span.end));
      AddEvidence(work.document, field, hit.passage, hit.found.span, hit.found.rule, read);
      for (const auto& [part, rule] : hit.found.repaired) {
        AddEvidence(work.document, field + "/" + part, hit.passage, hit.found.span, rule, kRepaired);
      }
      break;
    }
  }
}

}  // namespace trichluc
