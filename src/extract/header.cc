// The letterhead and the title: number, symbol, date, place, issuer, type, subject, urgency, secrecy.
// Nghị định 30/2020/NĐ-CP, annex I, components 1–5 and 10; party documents.
#include <algorithm>
#include <cctype>
#include <set>

#include "extract/context.h"
#include "extract/issue_lines.h"
#include "extract/issuer.h"
#include "extract/letter_case.h"
#include "extract/subject.h"
#include "extract/symbol_check.h"
#include "extract/titles.h"
#include "extract/types.h"
#include "extract/urgency_marks.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kHeadPart = 0.5;  // lines of the first page that can be letterhead
// Of 138 types that a title or "V/v" told, in scans of all kinds, every one was right.
constexpr double kTitleTells = 0.95, kFormTells = 0.93;

std::vector<const ViewLine*> UpperLines(const PageView& page) {
  std::vector<const ViewLine*> lines;
  for (const ViewLine& line : page.lines) {
    if (line.top < kHeadPart && line.top < page.first_grid_top) lines.push_back(&line);
  }
  return lines;
}

struct TypeHit {
  const TypeEntry* entry = nullptr;
  const ViewLine* line = nullptr;
  bool marks_misread = false;
  std::string rest;  // of the title line behind the type's name
};

// The type whose title the line begins with, both seen through `fold`; the longest wins.
TypeHit MatchTitle(const ViewLine& line, const RuleSet& rules, std::string (*fold)(std::string_view)) {
  TypeHit hit;
  size_t longest = 0;
  // "THÔNG BÁO-": strokes and specks behind the letters
  std::u32string letters = ToCodePoints(line.text);
  letters.resize(letters.find_last_not_of(U" -–—.,;:_'`*~|") + 1);
  const std::string folded = fold(FromCodePoints(letters));
  for (const TypeEntry& entry : rules.types()) {
    std::vector<std::string> titles = entry.titles;
    titles.push_back(entry.name);
    for (const std::string& title : titles) {
      const std::string key = fold(title);
      if (key.size() <= longest || folded.rfind(key, 0) != 0) continue;
      if (folded.size() > key.size() && folded[key.size()] != ' ') continue;
      longest = key.size();
      hit.entry = &entry;
      hit.line = &line;
      hit.rest = Normalise(FromCodePoints(letters.substr(std::min(letters.size(), Length(title)))));
    }
  }
  return hit;
}

// Exactly as printed first, then with its marks misread (KÉ HOẠCH): no two types differ by marks alone. `below`: share of the page's height.
TypeHit FindTitle(const Work& work, double below) {
  for (const auto fold : {FoldKey, StripDiacritics}) {
    for (const ViewLine& line : work.First().lines) {
      if (line.top < below - 0.002 || line.top > 0.6) continue;
      if (!IsUpper(line.text) || !Centred(line, work.First())) continue;
      TypeHit hit = MatchTitle(line, work.rules, fold);
      hit.marks_misread = fold != FoldKey;
      if (hit.entry != nullptr) return hit;
    }
  }
  return {};
}

// Letters alone, without marks and blanks.
std::string Squeezed(const std::string& text) {
  std::string letters;
  for (const char c : StripDiacritics(text)) {
    if (std::isalpha(static_cast<unsigned char>(c))) letters += c;
  }
  return letters;
}

// A title that ran together, was torn, or has a letter more, less or another ("KẾHOẠCH", "K É HOẠCH", "CHƯƠNG TRÌNIH"): the type that the
// symbol tells.
TypeHit FindDamagedTitle(const Work& work, const Head& head, const TypeEntry* by_symbol) {
  constexpr size_t kShortest = 6;  // letters of which one may be wrong
  if (by_symbol == nullptr) return {};
  std::vector<std::string> titles = by_symbol->titles;
  titles.push_back(by_symbol->name);
  for (const ViewLine& line : work.First().lines) {
    if (line.top < head.bottom - 0.002 || line.top > 0.6 || !IsUpper(line.text) || !Centred(line, work.First())) continue;
    const std::string seen = Squeezed(line.text);
    for (const std::string& title : titles) {
      const std::string letters = Squeezed(title);
      if (letters.size() >= kShortest && EditDistance(seen, letters, 1) <= 1) return {by_symbol, &line, true, ""};
    }
  }
  return {};
}

// `at_least`: how sure the form alone makes it – a title's words, or "V/v" in their place –, however its letters were read.
void SetType(Work& work, const TypeEntry& entry, const std::vector<const ViewLine*>& lines, const std::string& rule,
             double confidence, double at_least) {
  Document& document = work.document;
  document.doc_type = DocumentType{entry.code, entry.name};
  const size_t first = document.evidence.size();
  AddEvidence(document, "doc_type", lines, rule, confidence);
  for (size_t i = first; i < document.evidence.size(); ++i)
    document.evidence[i].confidence = std::max(document.evidence[i].confidence, at_least);
}

// "Qb-DCT" below which QUYẾT ĐỊNH stands → "QĐ-DCT", "cTr/HU" → "CTr/HU": an abbreviation that is none, a letter away from
// the title's, or that of the title but for its capital.
void MendSymbol(Work& work, const TypeEntry& title, const Head& head) {
  Document& document = work.document;
  if (!document.symbol || head.number == nullptr) return;
  const size_t end = document.symbol->find_first_of("-/");
  if (end == std::string::npos) return;
  const std::string code = document.symbol->substr(0, end);
  const bool small = ToLower(code) == ToLower(title.code) && !StartsUpper(code);
  if (!small && TypeOfSymbol(*document.symbol, work.rules) != nullptr) return;
  const bool alike = Length(code) == Length(title.code) && Length(code) > 1 && code.front() == title.code.front();
  if (!small && (!alike || EditDistance(ToLower(code), ToLower(title.code), 1) != 1)) return;
  const std::string mended = title.code + document.symbol->substr(end);
  if (document.number && document.number->ends_with(*document.symbol))
    document.number->replace(document.number->size() - document.symbol->size(), std::string::npos, mended);
  document.symbol = mended;
  AddEvidence(document, "symbol", std::vector<const ViewLine*>{head.number}, "header.symbol.title", 0.85);
}

// "-MTTQ-BTT" below which KẾ HOẠCH stands → "KH-MTTQ-BTT", where the dash was no slash ("12-KH-SYT"); nothing where no title tells.
void CompleteSymbol(const RuleSet& rules, Document* document) {
  if (!document->symbol || !document->symbol->starts_with('-')) return;
  const std::string rest = document->symbol->substr(1);
  if (TypeOfSymbol(rest, rules) != nullptr) document->symbol = rest;
  else if (document->doc_type) document->symbol = document->doc_type->code + *document->symbol;
  else document->symbol.reset();
}

// "08/CT-UBND" above CHƯƠNG TRÌNH, whose abbreviation is CTr: another type's, but a letter away, so that a letter may have been
// misread, or left out by the clerk.
void DoubtSymbol(Work& work, const TypeEntry& title, const TypeEntry* by_symbol) {
  constexpr double kDoubtful = 0.7;
  if (by_symbol == nullptr || by_symbol->code == title.code) return;
  const std::string& symbol = *work.document.symbol;
  if (EditDistance(symbol.substr(0, symbol.find_first_of("-/")), title.code, 1) <= 1) work.symbol_at_most = kDoubtful;
}

// Two rules that do not say the same: the title is believed, and both stand in the evidence.
void FlagRivalType(Work& work, const TypeEntry& title, const TypeEntry* by_symbol, const Head& head) {
  if (by_symbol == nullptr || by_symbol->code == title.code || head.number == nullptr) return;
  AddEvidence(work.document, "doc_type", std::vector<const ViewLine*>{head.number}, "header.symbol", 0.5);
  AddFlag(work.document, "disagreement", head.number->line.page,
          "doc_type: the title says " + title.name + ", the symbol " + work.document.symbol.value_or("") + " says " +
              by_symbol->name + "; the title is believed");
}

// A number of the form 13/2021/QĐ-UBND carries its year.
void FlagRivalYear(Work& work) {
  const Document& document = work.document;
  const auto legal = document.number ? work.rules.First("legal_number", *document.number) : std::nullopt;
  if (!legal || !document.issued_on || document.issued_on->rfind(legal->Get("year"), 0) == 0) return;
  AddFlag(work.document, "disagreement", document.page_from,
          "issued_on: " + *document.issued_on + " is not in the year of the number " + *document.number);
}

// "LỊCH CÔNG TÁC" above "Kỳ thi kết thúc học phần …": a line in capitals in the middle of the page with a subject below it is a title,
// though no type is called so. Null for none.
const ViewLine* UnknownTitle(const Work& work, const Head& head) {
  constexpr double kLowest = 0.45;
  constexpr size_t kFewest = 2, kMost = 8;  // words
  for (const ViewLine& line : work.First().lines) {
    if (line.top < head.bottom - 0.002) continue;
    if (line.top > kLowest || !Centred(line, work.First()) || !IsUpper(line.text)) return nullptr;
    const size_t words = WordsOf(line.text).size();
    if (words < kFewest || words > kMost || work.rules.First("address_start", line.text) || work.rules.First("urgency", line.text) ||
        work.rules.First("secrecy", line.text) || work.agencies.Likelihood(line.text) > 0.5)
      return nullptr;
    const std::vector<const ViewLine*> below = SubjectLines(work, line, head.date);
    return !below.empty() && !IsUpper(below.front()->text) ? &line : nullptr;
  }
  return nullptr;
}

void ReadTypeAndSubject(Work& work, const std::vector<const ViewLine*>& lines, const Head& head) {
  const TypeEntry* by_symbol =
      work.document.symbol ? TypeOfSymbol(*work.document.symbol, work.rules) : nullptr;
  TypeHit title = FindTitle(work, head.bottom);
  // Minutes have their day below the title: "(Cần Thơ, ngày 18 tháng 9 năm 2019)".
  if (title.entry == nullptr && head.number != nullptr) title = FindTitle(work, head.number->bottom);
  if (title.entry == nullptr) title = FindDamagedTitle(work, head, by_symbol);
  const std::vector<const ViewLine*> under = UnderNumber(work, lines, head);
  if (title.entry != nullptr) {
    SetType(work, *title.entry, {title.line}, "header.title", 0.98, title.marks_misread ? kFormTells : kTitleTells);
    DoubtSymbol(work, *title.entry, by_symbol);
    FlagRivalType(work, *title.entry, by_symbol, head);
    MendSymbol(work, *title.entry, head);
    std::vector<const ViewLine*> subject = SubjectLines(work, *title.line, head.date);
    work.header_lines.push_back(title.line);
    work.header_lines.insert(work.header_lines.end(), subject.begin(), subject.end());
    // Capitals above a subject in normal case belong to the title: CHƯƠNG TRÌNH HÀNH ĐỘNG / CỦA … / thực hiện …
    const auto normal = std::find_if(subject.begin(), subject.end(), [](const ViewLine* l) {
      return ToUpper(l->text) != l->text;  // "2030" is neither
    });
    const bool title_goes_on = normal != subject.end();
    if (title_goes_on) subject.erase(subject.begin(), normal);
    SetSubject(work, subject, title_goes_on ? "" : title.rest, "header.subject");
    return;
  }
  // "Về việc …" below a decision's lost title stands as a letter's subject does; what its symbol tells no office's name looks like.
  const bool told = by_symbol != nullptr && work.document.number && TypeOfNumber(*work.document.number, work.rules) == by_symbol;
  const bool letter_form = !under.empty() && work.rules.First("subject_of_letter", under.front()->text);
  if (const ViewLine* unknown = under.empty() ? UnknownTitle(work, head) : nullptr; unknown != nullptr) {
    // A law says so in its title: "LCT" may be what an office calls its calendar.
    if (by_symbol != nullptr && by_symbol->family != "legal") SetType(work, *by_symbol, {head.number}, "header.symbol", 0.85, 0);
    const std::vector<const ViewLine*> subject = SubjectLines(work, *unknown, head.date);
    work.header_lines.push_back(unknown);
    work.header_lines.insert(work.header_lines.end(), subject.begin(), subject.end());
    SetSubject(work, subject, "", "header.subject");
    return;
  }
  if (by_symbol != nullptr && (under.empty() || (told && !letter_form))) {
    SetType(work, *by_symbol, {head.number}, "header.symbol", 0.85, 0);
    if (!under.empty()) SetSubject(work, under, "", "header.under_number");
    return;
  }
  if (const TypeEntry* letter = TypeOfCode("CV", work.rules); letter != nullptr && (head.number || !under.empty())) {
    SetType(work, *letter, under.empty() ? std::vector<const ViewLine*>{head.number} : under, "header.letter", 0.95,
            under.empty() ? 0 : kFormTells);
  }
  SetSubject(work, under, "", "header.under_number");
  work.header_lines.insert(work.header_lines.end(), under.begin(), under.end());
}

// SAO Y, DỰ THẢO, XEM XONG TRẢ LẠI: each once, on whatever page; a copy is certified at the end.
void FlagDocumentMarks(Work& work) {
  std::set<std::string> said;
  for (const PageView* page : work.pages) {
    for (const ViewLine& line : page->lines) {
      const auto mark = work.rules.Full("document_mark", line.text);
      if (!mark || !said.insert(mark->Get("flag")).second) continue;
      AddFlag(work.document, mark->Get("flag"), page->page, Normalise(line.text));
    }
  }
}

}  // namespace

void ReadHeader(Work& work) {
  const std::vector<const ViewLine*> lines = UpperLines(work.First());
  Head head;
  ReadNumber(work, lines, head);
  ReadDate(work, lines, head);
  ReadIssuer(work, lines, head.number != nullptr ? head.number : head.date);
  ReadTypeAndSubject(work, lines, head);
  CompleteSymbol(work.rules, &work.document);
  ConfirmSymbol(work);
  FlagRivalYear(work);
  ReadUrgencyMarks(work, lines);
  FlagDocumentMarks(work);
  for (const ViewLine* line : lines) {
    if (line->bottom <= head.bottom + 0.002) work.header_lines.push_back(line);
  }
}

}  // namespace trichluc
