// What is stamped on a document: the ĐẾN stamp of the receiving office and the block of an electronic
// signature.
#include <algorithm>

#include "extract/context.h"
#include "extract/dates.h"
#include "extract/electronic_signature.h"
#include "extract/hand_fields.h"
#include "extract/hand_parts.h"
#include "extract/likelihood.h"
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
std::optional<std::string> TakeHandNumber(Work& work, const HandReading* spot, int page) {
  if (spot == nullptr || spot->candidates.empty() || spot->candidates.front().text.empty())
    return std::nullopt;
  const HandCandidate& best = spot->candidates.front();
  AddFlag(work.document, "handwritten", page,
          "incoming/number: " + ShowCandidates(spot->candidates));
  work.document.evidence.push_back({"incoming/number", page, spot->box,
                                    ShowCandidates(spot->candidates), "hand.reader", best.probability});
  if (best.probability < kHandGiven || !AllDigits(best.text)) return std::nullopt;
  return best.text;
}
std::optional<std::string> HandNumber(Work& work, const ViewLine& line) {
  const HandReading* spot = HandSpot(work, "number", line);
  const bool own = work.number_line != nullptr && spot == HandSpot(work, "number", *work.number_line);  // right above the stamp
  return own ? std::nullopt : TakeHandNumber(work, spot, line.line.page);
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
  const std::string office = work.agencies.ResolveIssuer(text, "", work.place).name;
  if (text.find(' ') == std::string::npos && office == text) return;  // "NKĐK": letters that are short for nothing known
  incoming.agency = office;
  AddEvidence(work.document, "incoming/agency", name, "incoming.agency", 0.85);
}

// What the reader of handwriting saw on a framed stamp; null where it saw nothing of this kind.
const HandReading* SpotOn(const PageReading& reading, const Box& stamp, std::string_view kind) {
  for (const HandReading& spot : reading.hand) {
    if (spot.kind == kind && stamp.Contains(spot.box.CentreX(), spot.box.CentreY())) return &spot;
  }
  return nullptr;
}

// Days of issue as far as the letterhead tells them by itself, each with its chance: as printed, or what the reader of handwriting saw.
using IssueDays = std::vector<std::pair<std::string, double>>;
IssueDays LikelyIssues(const Work& work) {
  const OpenDate& open = work.open_date;
  IssueDays days;
  if (open.line != nullptr) {
    for (const auto& [month, of_month] : PartChances(HandSpot(work, "month", *open.line), open.month, 12)) {
      for (const auto& [day, of_day] : PartChances(HandSpot(work, "day", *open.line), open.day, 31)) {
        if (const auto iso = IsoDate(open.year, month, day)) days.emplace_back(*iso, of_month * of_day);
      }
    }
  }
  if (days.empty() && work.document.issued_on) days.emplace_back(*work.document.issued_on, 1);
  return days;
}

// How much less often a document arrives on this day than within two weeks of its day of issue, on a working day.
double OddsOfArrival(const std::string& iso, const std::string& issued) {
  constexpr double kBefore = 0.01, kMonthLater = 0.3, kLate = 0.1, kYearLater = 0.01;
  const long after = DaysBetween(issued, iso);
  const double delay = after < 0 ? kBefore : after <= 14 ? 1 : after <= 45 ? kMonthLater : after <= 365 ? kLate : kYearLater;
  return delay * OddsOfWeekday(iso);
}

// The same where the day of issue is one of several: what is left of their chances tells nothing.
double OddsOfArrival(const std::string& iso, const IssueDays& issued) {
  double odds = 0, all = 0;
  for (const auto& [day, chance] : issued) odds += chance * OddsOfArrival(iso, day), all += chance;
  return odds + std::max(0.0, 1 - all) * OddsOfWeekday(iso);
}

// One way to part what is written into numbers.
struct WrittenDay {
  const HandReading *day = nullptr, *month = nullptr, *year = nullptr;
};

// The ways that the reader gives for the day on a stamp (pipeline/arrival.h).
std::vector<WrittenDay> WrittenDays(const PageReading& reading, const Box& stamp) {
  std::vector<WrittenDay> ways;
  for (const HandReading& spot : reading.hand) {
    if (!stamp.Contains(spot.box.CentreX(), spot.box.CentreY())) continue;
    if (spot.kind == "incoming day") ways.push_back({&spot});
    else if (spot.kind == "incoming month" && !ways.empty()) ways.back().month = &spot;
    else if (spot.kind == "incoming year" && !ways.empty()) ways.back().year = &spot;
  }
  std::erase_if(ways, [](const WrittenDay& way) { return way.month == nullptr; });
  return ways;
}

// Days that day, month and year may be; without a year the one that StampDate takes. Documents arrive soon after they
// were issued, and not before: where the date of issue is known, it speaks, else its year.
void AddArrivalDays(const WrittenDay& way, const Work& work, Candidates* days) {
  constexpr double kBefore = 0.01, kLate = 0.1;  // an earlier year than that of issue; a later one
  const IssueDays issued = LikelyIssues(work);
  const std::string known = !issued.empty() ? issued.front().first.substr(0, 4) : work.open_date.year > 0 ? std::to_string(work.open_date.year) : "";
  for (const HandCandidate& m : way.month->candidates) {
    for (const HandCandidate& d : way.day->candidates) {
      const auto put = [&](const std::string& written, double chance) {
        const int number = std::atoi(written.c_str());
        const auto iso = IsoDate(written.size() > 2 ? number : 2000 + number, std::atoi(m.text.c_str()), std::atoi(d.text.c_str()));
        if (!iso) return;
        double weight = d.probability * m.probability * chance;
        if (!issued.empty()) weight *= OddsOfArrival(*iso, issued);
        else if (!known.empty() && iso->substr(0, 4) < known) weight *= kBefore;
        else if (!known.empty() && iso->substr(0, 4) > known) weight *= kLate;
        days->Put(*iso, weight);
      };
      if (way.year == nullptr) {
        if (!known.empty()) put(known, 1);
        continue;
      }
      for (const HandCandidate& y : way.year->candidates) put(y.text, y.probability);
    }
  }
}

bool Tells(const HandReading& reading, int number) {
  return std::any_of(reading.candidates.begin(), reading.candidates.end(), [&](const HandCandidate& one) { return std::atoi(one.text.c_str()) == number; });
}

// The way that tells a day; the first where none does.
const WrittenDay& WayOf(const std::string& iso, const std::vector<WrittenDay>& ways) {
  const int month = std::atoi(iso.substr(5, 2).c_str()), day = std::atoi(iso.substr(8, 2).c_str());
  const auto way = std::find_if(ways.begin(), ways.end(), [&](const WrittenDay& one) { return Tells(*one.day, day) && Tells(*one.month, month); });
  return way == ways.end() ? ways.front() : *way;
}

// A date that the clerk of the receiving office wrote.
std::optional<std::string> HandDate(Work& work, const PageReading& reading, const Box& stamp) {
  const std::vector<WrittenDay> ways = WrittenDays(reading, stamp);
  Candidates days(kReaderUnseen);
  for (const WrittenDay& way : ways) AddArrivalDays(way, work, &days);
  const std::vector<Candidates::Ranked> ranked = days.Rank();
  if (ranked.empty()) return std::nullopt;
  AddFlag(work.document, "handwritten", reading.page, "incoming/date: " + ShowCandidates(ranked));
  const WrittenDay& way = WayOf(ranked.front().value, ways);
  for (const HandReading* part : {way.day, way.month, way.year}) {
    if (part == nullptr) continue;
    work.document.evidence.push_back({"incoming/date", reading.page, part->box, ShowCandidates(part->candidates),
                                      "hand.reader", ranked.front().probability});
  }
  if (ranked.front().probability < kHandGiven) return std::nullopt;
  return ranked.front().value;
}

// The line above ĐẾN, in a frame whose name is read whole or not at all: an office, though nobody knows it.
bool StandsAsName(const ViewLine& line, const std::vector<ViewLine>& lines, const RuleSet& rules) {
  constexpr size_t kShortest = 10;  // letters
  const bool above = std::any_of(lines.begin(), lines.end(), [&](const ViewLine& mark) {
    return rules.First("incoming_mark", mark.text) && line.bottom <= mark.top + mark.Height() / 2;
  });
  return above && Length(line.text) >= kShortest && line.text.find(' ') != std::string::npos;
}

// The stamp that was found by its frame: print where the engine is sure of it, else the clerk's hand.
bool ReadFramed(Work& work) {
  const PageView& page = work.First();
  for (const PageReading* reading : work.readings) {
    for (const Region& region : reading->regions) {
      if (reading->page != page.page || region.kind != "incoming") continue;
      Incoming incoming;
      std::vector<const ViewLine*> office;
      // Of the figures: the label beside them is print, they mostly are a pen's.
      constexpr double kSurely = 0.85;
      const auto sure = [](const ViewLine& line, const Match& match, const char* first) {
        const size_t begin = match.groups.at(first).begin;
        return MeanConfidence(PassageOf(line).Touching(begin, std::max(begin + 1, match.span.end))) >= kSurely;
      };
      const HandReading* pen = SpotOn(*reading, region.box, "incoming number");
      // "3" of a pen's 318: the figures that the engine took for print are some of those that the reader of handwriting is sure of.
      const auto is_pens = [&](const std::string& figures) {
        if (pen == nullptr || pen->candidates.empty()) return false;
        const HandCandidate& best = pen->candidates.front();
        return best.probability >= kHandGiven && best.text.size() > figures.size() && best.text.find(figures) != std::string::npos;
      };
      for (const ViewLine& line : page.stamp_lines) {
        const auto number = work.rules.First("incoming_number", line.text);
        const auto date = work.rules.First("incoming_date", line.text);
        const bool name = IsUpper(line.text) && (work.agencies.Likelihood(line.text) > 0.5 || StandsAsName(line, page.stamp_lines, work.rules));
        if (number && sure(line, *number, "number") && !incoming.number && !is_pens(number->Get("number"))) {
          incoming.number = Value(*number, "number");
          AddIncomingEvidence(work, "number", line, number->rule->id);
        } else if (date && sure(line, *date, "day") && !incoming.date) {
          incoming.date = StampDate(*date, work);
          AddIncomingEvidence(work, "date", line, date->rule->id);
        } else if (name && (office.empty() || Continues(*office.back(), line))) {
          office.push_back(&line);
        }
      }
      if (!incoming.number) incoming.number = TakeHandNumber(work, pen, page.page);
      if (!incoming.date) incoming.date = HandDate(work, *reading, region.box);
      AddOffice(work, office, incoming);
      if (incoming.number || incoming.date || incoming.agency) work.document.incoming = incoming;
      return true;
    }
  }
  return false;
}

void ReadIncoming(Work& work) {
  if (ReadFramed(work)) return;
  std::vector<const ViewLine*> lines;
  for (const ViewLine& line : work.First().stamp_lines) lines.push_back(&line);
  for (const ViewLine& line : work.First().lines) lines.push_back(&line);
  for (const ViewLine* mark_line : lines) {
    const ViewLine& mark = *mark_line;
    if (mark.top > 0.6 || !work.rules.First("incoming_mark", mark.text)) continue;
    Incoming incoming;
    std::vector<const ViewLine*> office;
    for (const ViewLine* each : lines) {
      const ViewLine& line = *each;
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

}  // namespace

void ReadStamps(Work& work) {
  ReadIncoming(work);
  ReadElectronicSignature(work);
}

}  // namespace trichluc
