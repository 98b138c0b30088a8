#include "extract/extract.h"

#include <algorithm>
#include <cstdlib>

#include "extract/agency_memory.h"
#include "extract/columns.h"
#include "extract/context.h"
#include "text/text.h"

namespace trichluc {

struct Extractor::Impl {
  explicit Impl(std::shared_ptr<const RuleSet> set) : rules(std::move(set)), agencies(rules) {}

  std::shared_ptr<const RuleSet> rules;
  AgencyRegistry agencies;

  Document ExtractOne(const FileLayout& file, const std::vector<const PageView*>& pages,
                      const TableJoiner& join_tables) const {
    const AgencyMemory memory(*rules);
    Work work{.rules = *rules, .agencies = agencies, .pages = pages, .file_name = file.file_name};
    work.document.page_from = pages.front()->page;
    work.document.page_to = pages.back()->page;
    for (const PageReading& reading : file.readings) {
      if (reading.page >= work.document.page_from && reading.page <= work.document.page_to)
        work.readings.push_back(&reading);
    }
    work.paragraphs = MakeParagraphs(pages, *rules);
    ReadHeader(work);
    ReadPeople(work);
    ReadStamps(work);
    work.tables = join_tables(work.document.page_from, work.document.page_to);
    ReadTables(work);
    ReadTypedTasks(work);
    ReadTextTasks(work);
    ReadTextRequests(work);
    MendShortNames(work);
    WriteOutShortNames(work);
    DoubtTasks(work);
    ReadReferences(work);
    SettleHandwriting(work);
    ExplainDamagedNames(work);
    RaiseFlags(work);
    return work.document;
  }
};

namespace {

// Whether a reference means a document: by its number, or, where a clerk's number was not read, by symbol and
// day.
bool Means(const Reference& reference, const Document& document) {
  if (!reference.number) return false;
  const std::string number = FoldKey(*reference.number);
  if (document.number) return number == FoldKey(*document.number);
  if (!document.symbol || (reference.date && document.issued_on && reference.date != document.issued_on))
    return false;
  const std::string symbol = FoldKey(*document.symbol);
  const size_t figures = number.find_first_not_of("0123456789");
  return figures != std::string::npos && figures > 0 && number.substr(figures + 1) == symbol;
}

// Whether a number is the document's, as far as its letterhead was read: a clerk's may be one of several.
bool MayBeNumber(const std::string& figures, const Document& document) {
  if (document.number_seq) return std::atoi(figures.c_str()) == *document.number_seq;
  return std::any_of(document.open_fields.begin(), document.open_fields.end(), [&](const OpenField& open) {
    return open.field == "number" && std::any_of(open.candidates.begin(), open.candidates.end(), [&](const HandCandidate& one) {
             return std::atoi(one.text.c_str()) == std::atoi(figures.c_str());
           });
  });
}

// Number and day are a document's, and its symbol but for a misread letter: then the reference takes the letterhead's symbol.
void MendSymbol(Reference& reference, const Document& document) {
  constexpr size_t kShortest = 5;  // letters of a symbol that one may be wrong in
  if (!reference.number || !document.symbol || !reference.date || reference.date != document.issued_on) return;
  const size_t figures = reference.number->find_first_not_of("0123456789");
  if (figures == std::string::npos || figures == 0 || !MayBeNumber(reference.number->substr(0, figures), document)) return;
  const std::string symbol = reference.number->substr(figures + 1);
  if (Length(symbol) < kShortest || EditDistance(FoldKey(symbol), FoldKey(*document.symbol), 1) != 1) return;
  reference.number->replace(figures + 1, std::string::npos, *document.symbol);
}

// A letter that names another document of the same file forwards it; what the letter does not say of it, it
// says itself.
void LinkBundle(std::vector<Document>& documents) {
  for (Document& letter : documents) {
    for (Reference& reference : letter.references) {
      for (const Document& other : documents) {
        if (other.page_from <= letter.page_from) continue;
        MendSymbol(reference, other);
        if (!Means(reference, other)) continue;
        reference.relation = "attached_to";
        if (!reference.type && other.doc_type) reference.type = other.doc_type->name;
        if (!reference.date) reference.date = other.issued_on;
        if (!reference.agency && other.issuer) reference.agency = other.issuer->name;
      }
    }
  }
}

}  // namespace

Extractor::Extractor(std::shared_ptr<const RuleSet> rules)
    : impl_(std::make_unique<Impl>(std::move(rules))) {}
Extractor::~Extractor() = default;

std::vector<Document> Extractor::Extract(FileLayout& file, const TableJoiner& join_tables) const {
  std::vector<PageView> views;
  views.reserve(file.pages.size());
  for (PageLayout& page : file.pages) views.push_back(MakeView(std::move(page), *impl_->rules));
  file.pages = {};
  std::vector<Document> documents;
  for (const auto& [first, last] : SplitDocuments(views, *impl_->rules)) {
    std::vector<const PageView*> pages;
    for (size_t i = first; i <= last; ++i) pages.push_back(&views[i]);
    documents.push_back(impl_->ExtractOne(file, pages, join_tables));
  }
  LinkBundle(documents);
  return documents;
}

bool Extractor::LooksLikeHeader(const std::vector<std::string>& cells) const {
  // No row of a table has "TT" for its number, and no heading a number of a row.
  const RuleSet& rules = *impl_->rules;
  if (!cells.empty() && MeaningOfTitle(rules, cells[0]) == "no") return true;
  if (!cells.empty() && rules.Full("row_number", Normalise(cells[0]))) return false;
  // Titles that are known by a phrase are short: work, agencies and dates hold such phrases, too.
  constexpr size_t kLongest = 50;  // letters
  const auto is_title = [&](const std::string& cell) {
    if (rules.column_titles().count(FoldKey(cell)) > 0) return true;
    const bool figures = cell.find_first_of("0123456789") != std::string::npos;
    return !MeaningOfTitle(rules, cell).empty() && (rules.First("column_number", cell) || (!figures && Length(cell) <= kLongest));
  };
  int known = 0, filled = 0;
  for (const std::string& cell : cells) {
    filled += !Normalise(cell).empty();
    known += is_title(cell);
  }
  return known >= 2 && known * 2 >= filled;
}

}  // namespace trichluc
