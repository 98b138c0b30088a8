// What is stamped on a document: the ĐẾN stamp of the receiving office and the block of an electronic
// signature.
#include <algorithm>

#include "extract/context.h"
#include "extract/hand_fields.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kStampHeight = 0.07;  // of the page: how far a stamp's lines stand from the word ĐẾN
constexpr double kStampWidth = 0.22;

std::optional<std::string> Value(const Match& match, const char* group) {
  const std::string text = match.Get(group);
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

// The year of a stamp's date is often not written: the first such day not before the date of issue; where a
// clerk wrote that date, not before its printed month.
std::optional<std::string> StampDate(const Match& match, const Work& work) {
  const int day = std::stoi(match.Get("day")), month = std::stoi(match.Get("month"));
  if (match.Has("year")) return IsoDate(std::stoi(match.Get("year")), month, day);
  const std::optional<std::string>& issued = work.document.issued_on;
  const OpenDate& open = work.open_date;
  if (!issued && open.line != nullptr && open.year > 0 && open.month.typed)
    return IsoDate(open.year + (month < open.month.value ? 1 : 0), month, day);
  if (!issued) return std::nullopt;
  const int year = std::stoi(issued->substr(0, 4));
  const std::optional<std::string> same = IsoDate(year, month, day);
  return same && *same >= *issued ? same : IsoDate(year + 1, month, day);
}

void AddIncomingEvidence(Work& work, const char* field, const ViewLine& line, const std::string& rule) {
  AddEvidence(work.document, std::string("incoming/") + field, std::vector<const ViewLine*>{&line}, rule,
              0.85);
}

// A line that holds no more than "Số:" in print; what a clerk wrote behind it may have been read as anything.
bool IsNumberSpot(const Work& work, const ViewLine& line) {
  if (&line == work.number_line || &line == work.open_number.line) return false;
  return work.rules.First("incoming_number_spot", line.text) && HandSpot(work, "number", line) != nullptr;
}

// A number that the clerk of the receiving office wrote: given when the reader is sure, pointed out either
// way.
std::optional<std::string> HandNumber(Work& work, const ViewLine& line) {
  const HandReading* spot = HandSpot(work, "number", line);
  if (spot == nullptr || spot->candidates.empty() || spot->candidates.front().text.empty())
    return std::nullopt;
  const HandCandidate& best = spot->candidates.front();
  AddFlag(work.document, "handwritten", line.line.page,
          "incoming/number: " + ShowCandidates(spot->candidates));
  work.document.evidence.push_back({"incoming/number", line.line.page, spot->box,
                                    ShowCandidates(spot->candidates), "hand.reader", best.probability});
  if (best.probability < kHandGiven || !AllDigits(best.text)) return std::nullopt;
  return best.text;
}

// As printed, unless it is a clerk's: not sure to the engine for print, nor even. Figures of a stamp are smaller than
// the page's print, so that evenness alone tells little.
void TakeNumber(Work& work, const ViewLine& line, const Match& match, Incoming& incoming) {
  const bool sure = MeanConfidence(PassageOf(line).pieces()) >= kTypedConfidence;
  if (!sure && !LooksTypeset(work, "number", line, match.Get("number"))) {
    incoming.number = HandNumber(work, line);
    return;
  }
  incoming.number = Value(match, "number");
  AddIncomingEvidence(work, "number", line, match.rule->id);
}

// "HUYỆN GÒ QUAO" right below "TRUNG TÂM Y TẾ".
bool Continues(const ViewLine& above, const ViewLine& line) {
  return line.top > above.top && line.top - above.bottom < above.bottom - above.top &&
         line.left < above.right && line.right > above.left;
}

// The receiving office: capitals above the word ĐẾN, on one line or on several.
void AddOffice(Work& work, const std::vector<const ViewLine*>& name, Incoming& incoming) {
  std::string text;
  for (const ViewLine* line : name) text += (text.empty() ? "" : " ") + line->text;
  if (text.empty()) return;
  incoming.agency = work.agencies.ResolveIssuer(text, "", work.place).name;
  AddEvidence(work.document, "incoming/agency", name, "incoming.agency", 0.85);
}

void ReadIncoming(Work& work) {
  const PageView& page = work.First();
  for (const ViewLine& mark : page.lines) {
    if (mark.top > 0.6 || !work.rules.First("incoming_mark", mark.text)) continue;
    Incoming incoming;
    std::vector<const ViewLine*> office;
    for (const ViewLine& line : page.lines) {
      const bool near = std::abs(line.top - mark.top) < kStampHeight &&
                        line.left < mark.right + kStampWidth && line.right > mark.left - kStampWidth;
      if (!near) continue;
      const auto number = work.rules.First("incoming_number", line.text);
      const auto date = work.rules.First("incoming_date", line.text);
      const bool above = line.bottom <= mark.bottom && IsUpper(line.text) && line.right - line.left < 0.45 &&
                         work.agencies.Likelihood(line.text) > 0.5 && &line != &mark;
      if (number && !incoming.number) {
        TakeNumber(work, line, *number, incoming);
      } else if (!incoming.number && IsNumberSpot(work, line)) {
        incoming.number = HandNumber(work, line);
      } else if (date && !incoming.date) {
        incoming.date = StampDate(*date, work);
        AddIncomingEvidence(work, "date", line, date->rule->id);
      } else if (above && (office.empty() || Continues(*office.back(), line))) {
        office.push_back(&line);
      }
    }
    AddOffice(work, office, incoming);
    if (incoming.number || incoming.date || incoming.agency) {
      work.document.incoming = incoming;
      return;
    }
  }
}

void ReadElectronicSignature(Work& work) {
  ElectronicSignature signature;
  bool found = false;
  for (const PageView* page : work.pages) {
    for (const ViewLine& line : page->lines) {
      for (const Match& match : work.rules.All("electronic_signature", line.text)) {
        found = true;
        if (match.Has("signer")) signature.signer = match.Get("signer");
        if (match.Has("agency")) signature.agency = match.Get("agency");
        if (match.Has("email")) signature.email = match.Get("email");
        if (match.Has("day")) {
          const auto date = IsoDate(std::stoi(match.Get("year")), std::stoi(match.Get("month")),
                                    std::stoi(match.Get("day")));
          const std::string zone = match.Has("zone") ? match.Get("zone") : "+07:00";
          if (date) signature.signed_at = *date + "T" + match.Get("time") + zone;
        }
        AddEvidence(work.document, "electronic_signature", std::vector<const ViewLine*>{&line},
                    match.rule->id, 0.9);
      }
    }
    if (found) break;
  }
  if (found) work.document.electronic_signature = signature;
}

}  // namespace

void ReadStamps(Work& work) {
  ReadIncoming(work);
  ReadElectronicSignature(work);
}

}  // namespace trichluc
