#include "extract/own_number.h"

#include "extract/dates.h"

namespace trichluc {
namespace {

// Whether a day is the document's, as far as its own letterhead was read: the clerk's day may be open.
bool MayBeIssuedOn(const Work& work, const std::string& day) {
  if (work.document.issued_on) return day == *work.document.issued_on;
  const OpenDate& open = work.open_date;
  const bool month = open.month.typed && open.month.value > 0;
  return open.line != nullptr && month && day.substr(0, 7) == IsoDate(open.year, open.month.value, 1).value_or("").substr(0, 7);
}

}  // namespace

bool TakeNumberOfNote(Work& work, const Paragraph& note, const Reference& cited, const Span& span) {
  constexpr double kNoted = 0.88;  // a document of the same type and day may be meant, and the note may be another's
  Document& document = work.document;
  const bool open = !document.number && !document.symbol && work.number_line == nullptr && work.open_number.line == nullptr;
  if (!open || !cited.number || !cited.date || !MayBeIssuedOn(work, *cited.date)) return false;
  if (!document.doc_type || cited.type != document.doc_type->name) return false;
  const auto number = work.rules.First("number", "Số: " + *cited.number);
  if (!number || !number->Has("seq")) return false;
  document.number = cited.number;
  document.number_seq = std::stoi(number->Get("seq"));
  document.symbol = number->Get("symbol");
  const double sure = kNoted * ChanceAllRight(note.passage.Touching(span.begin, span.end));
  for (const char* field : {"number", "symbol"}) AddEvidence(document, field, note.passage, span, "header.annex_note", sure);
  return true;
}

}  // namespace trichluc
