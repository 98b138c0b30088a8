// Numbers and days that a clerk wrote in: what the reader of handwriting saw, weighed against everything else
// that speaks of the same number or day. A value is given at a probability of kHandGiven (contract:
// "Handwriting"); candidates stand in the flag either way, and each piece of evidence is a row of its own.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

#include "extract/context.h"
#include "extract/dates.h"
#include "extract/file_name.h"
#include "extract/hand_fields.h"
#include "extract/hand_parts.h"
#include "extract/likelihood.h"
#include "extract/own_mentions.h"
#include "text/text.h"

namespace trichluc {
namespace {

// Whether letters or figures were read, not dots to write on alone.
bool HoldsSigns(const std::string& printed) {
  const std::u32string letters = ToCodePoints(printed);
  return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c != U'…' && c != U'.' && c != U'/' && c != U'_' && c != U' '; });
}

bool HasFlag(const Document& document, const char* code) {
  return std::any_of(document.flags.begin(), document.flags.end(), [&](const Flag& flag) { return flag.code == code; });
}

// How much more often the right value than a wrong one has each of these; see also hand_fields.h.
constexpr double kEngineAgrees = 8;       // the engine for print, sure of its reading, says the same
constexpr double kNamedWithSymbol = 300;  // the file's name has the number beside the symbol: 239_kh_syt.pdf
constexpr double kNamed = 25;             // … the number alone
constexpr double kOwnPage = 150;          // another page of the document prints it with the symbol
constexpr double kDaysOfMonth = 30;
constexpr double kReadAgain = 0.1;  // a chance on another page, by hand, that speaks neither for nor against
constexpr double kSigned = 12;      // the day of signing
constexpr double kSignedNear = 3;   // up to three days before or after, when the clerk registers
constexpr double kAfterArrival = 0.02;            // later than the receiving office's stamp
constexpr double kBeforeCited = 0.03;             // earlier than a document that it cites

class Settlement {
 public:
  explicit Settlement(Work& work) : work_(work), document_(work.document) {}

  void Number() {
    const Unsettled& open = work_.open_number;
    const HandReading* spot = HandSpot(work_, "number", *open.line);
    Candidates candidates(kReaderUnseen);
    double blank = spot == nullptr && !HoldsSigns(open.engine) ? 1 : 0;
    for (const HandCandidate& candidate : Reading(spot)) {
      if (candidate.text.empty()) blank = candidate.probability;
      if (!PlainNumber(candidate.text).empty() && candidate.text.size() <= 6)
        candidates.Put(candidate.text, candidate.probability);
    }
    if (spot != nullptr)
      Row("number", "hand.reader", spot->box, open.line->line.page, ShowCandidates(spot->candidates),
          candidates);
    for (const NameToken& token : FileNameTokens(work_.file_name)) {
      if (token.digits.size() <= 5) ConsiderNumber(candidates, token.digits);
    }
    const std::vector<OwnMention> mentions = OwnMentions(work_);
    for (const OwnMention& mention : mentions) ConsiderNumber(candidates, mention.printed);
    ConsiderNumber(candidates, open.engine);
    ByEngine(candidates, open);
    ByName(candidates);
    for (const OwnMention& mention : mentions)
      ByMention("number", candidates, mention, mention.printed, "number");
    Conclude(candidates, blank);
  }

  void Date() {
    const OpenDate& open = work_.open_date;
    const HandReading* day = HandSpot(work_, "day", *open.line);
    const HandReading* month = HandSpot(work_, "month", *open.line);
    std::map<int, double> days = PartChances(day, open.day, 31), months = PartChances(month, open.month, 12);
    Candidates candidates(kReaderUnseen);
    for (const auto& [m, month_chance] : months) {
      for (const auto& [d, day_chance] : days) {
        const std::optional<std::string> iso = IsoDate(open.year, m, d);
        if (iso) candidates.Put(*iso, day_chance * month_chance);
      }
    }
    const int page = open.line->line.page;
    if (day != nullptr && !open.day.typed)
      Row("issued_on", "hand.reader", day->box, page, "ngày " + ShowCandidates(day->candidates), candidates);
    if (month != nullptr && !open.month.typed)
      Row("issued_on", "hand.reader", month->box, page, "tháng " + ShowCandidates(month->candidates),
          candidates);
    for (const OwnMention& mention : OwnMentions(work_)) {
      ByMention("issued_on", candidates, mention, mention.date, "");
      ByDayReading(candidates, mention, open.year);
    }
    ByCalendar(candidates);
    BySigning(candidates);
    ByArrival(candidates);
    ByCited(candidates);
    ByNameDate(candidates);
    const bool read = HoldsSigns(open.printed.substr(0, open.printed.rfind('/')));
    ConcludeDate(candidates, read ? 0 : BlankChance(day) * BlankChance(month));
  }

 private:
  static std::vector<HandCandidate> Reading(const HandReading* spot) {
    return spot == nullptr ? std::vector<HandCandidate>{} : spot->candidates;
  }

  void Row(const std::string& field, const std::string& rule, const Box& box, int page,
           const std::string& raw, const Candidates& candidates) {
    const auto ranked = candidates.Rank();
    document_.evidence.push_back(
        {field, page, box, raw, rule, ranked.empty() ? 0 : std::min(0.5, ranked.front().probability)});
  }

  void ByEngine(Candidates& candidates, const Unsettled& open) const {
    if (open.confidence >= kTypedConfidence && AllDigits(open.engine))
      FavourNumber(candidates, open.engine, kEngineAgrees);
  }

  void ByName(Candidates& candidates) {
    const std::vector<std::string> parts = SymbolParts(*document_.symbol);
    for (const NameToken& token : FileNameTokens(work_.file_name)) {
      if (token.digits.size() > 5 || PlainNumber(token.digits).empty()) continue;
      const bool symbol = std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
        return part.size() > 1 && token.letters.compare(0, part.size(), part) == 0;
      });
      if (!FavourNumber(candidates, token.digits, symbol ? kNamedWithSymbol : kNamed)) continue;
      Row("number", "hand.file_name", {}, work_.open_number.line->line.page, work_.file_name, candidates);
    }
  }

  void ByMention(const std::string& field, Candidates& candidates, const OwnMention& mention,
                 const std::string& printed, const char* kind) {
    if (!printed.empty()) {
      if (field == "number") {
        FavourNumber(candidates, printed, kOwnPage);
      } else {
        candidates.Favour(printed, kOwnPage);
      }
      Row(field, "hand.own_page", mention.line->line.box, mention.line->line.page, mention.line->text,
          candidates);
      return;
    }
    if (*kind == 0 || mention.reading == nullptr) return;
    const HandReading* spot = SpotAt(*mention.reading, kind, mention.line->line.box);
    if (spot == nullptr || spot->candidates.empty()) return;
    // A place that was left blank there says nothing of what stands here.
    const double blank = BlankChance(spot);
    if (blank >= kHandGiven) return;
    Weigh(candidates, [&](const std::string& known) { return blank + (1 - blank) * ChanceOf(known, *spot) / kReadAgain; });
    Row(field, "hand.own_page", spot->box, mention.line->line.page, ShowCandidates(spot->candidates),
        candidates);
  }

  // Day and month of the same date on another page, each where the reader of handwriting saw it.
  void ByDayReading(Candidates& candidates, const OwnMention& mention, int year) {
    if (!mention.date.empty() || mention.reading == nullptr || year == 0) return;
    const HandReading* day = SpotAt(*mention.reading, "day", mention.date_line->line.box);
    const HandReading* month = SpotAt(*mention.reading, "month", mention.date_line->line.box);
    if (day != nullptr && month != nullptr && !day->candidates.empty() && !month->candidates.empty()) {
      const auto iso = IsoDate(year, std::atoi(month->candidates.front().text.c_str()), std::atoi(day->candidates.front().text.c_str()));
      // A day that was not read in the letterhead: as likely as one of the days that were not.
      if (iso && !candidates.Has(*iso)) candidates.Put(*iso, candidates.Unseen() / kDaysOfMonth);
    }
    const auto weigh = [&](const HandReading* spot, const char* word, size_t begin) {
      const double blank = BlankChance(spot);
      if (blank >= kHandGiven) return;
      Weigh(candidates, [&](const std::string& iso) { return blank + (1 - blank) * ChanceOf(iso.substr(begin, 2), *spot) / kReadAgain; });
      Row("issued_on", "hand.own_page", spot->box, mention.line->line.page, word + ShowCandidates(spot->candidates), candidates);
    };
    weigh(day, "ngày ", 8);
    weigh(month, "tháng ", 5);
  }

  // Favours each candidate by what `times` gives for it; whether that is not 1 for all.
  template <typename Times>
  bool Weigh(Candidates& candidates, Times times) {
    std::map<std::string, double> all;
    bool differs = false;
    for (const auto& [iso, weight] : candidates.All()) {
      all[iso] = times(iso);
      differs |= all[iso] != 1;
    }
    for (const auto& [iso, factor] : all) candidates.Favour(iso, factor);
    return differs;
  }

  void ByCalendar(Candidates& candidates) {
    const std::chrono::sys_days today =
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    Weigh(candidates, [&](const std::string& iso) {
      return DayOf(iso) > today + std::chrono::days(1) ? 0.01 : OddsOfWeekday(iso);
    });
  }

  void BySigning(Candidates& candidates) {
    if (!document_.electronic_signature || !document_.electronic_signature->signed_at) return;
    const std::string day = document_.electronic_signature->signed_at->substr(0, 10);
    // A copy that was signed years later tells nothing.
    const bool told = Weigh(candidates, [&](const std::string& iso) {
      const long after = DaysBetween(iso, day);
      if (after == 0) return kSigned;
      return std::abs(after) <= 3 ? kSignedNear : 1.0;
    });
    if (told)
      Row("issued_on", "hand.signing_time", {}, work_.open_date.line->line.page,
          *document_.electronic_signature->signed_at, candidates);
  }

  void ByArrival(Candidates& candidates) {
    if (!document_.incoming || !document_.incoming->date) return;
    const bool told = Weigh(candidates, [&](const std::string& iso) {
      const long after = DaysBetween(iso, *document_.incoming->date);
      return after < 0 && after > -365 ? kAfterArrival : 1.0;
    });
    if (told)
      Row("issued_on", "hand.arrival", {}, work_.open_date.line->line.page,
          "ĐẾN " + *document_.incoming->date, candidates);
  }

  void ByCited(Candidates& candidates) {
    std::string latest;
    for (const Reference& reference : document_.references) {
      if (reference.date && reference.date->compare(0, 4, std::to_string(work_.open_date.year)) == 0)
        latest = std::max(latest, *reference.date);
    }
    if (latest.empty()) return;
    const bool told =
        Weigh(candidates, [&](const std::string& iso) { return iso < latest ? kBeforeCited : 1.0; });
    if (told)
      Row("issued_on", "hand.cited", {}, work_.open_date.line->line.page, "cites a document of " + latest,
          candidates);
  }

  // Eight digits of a file's name that are a day: 20231116…, 16112023.
  void ByNameDate(Candidates& candidates) {
    for (const NameToken& token : FileNameTokens(work_.file_name)) {
      if (token.digits.size() < 8) continue;
      const std::string& t = token.digits;
      const std::string forward = t.substr(0, 4) + "-" + t.substr(4, 2) + "-" + t.substr(6, 2);
      const std::string back = t.substr(4, 4) + "-" + t.substr(2, 2) + "-" + t.substr(0, 2);
      for (const std::string& iso : {forward, back}) {
        if (!candidates.Has(iso)) continue;
        candidates.Favour(iso, kNamed);
        Row("issued_on", "hand.file_name", {}, work_.open_date.line->line.page, work_.file_name, candidates);
      }
    }
  }

  OpenField Open(const char* field, const ViewLine& line, const std::string& printed) const {
    OpenField open{field, line.line.page, line.line.box, line.text, printed};
    return open;
  }

  void Conclude(const Candidates& candidates, double blank) {
    const Unsettled& unsettled = work_.open_number;
    OpenField open = Open("number", *unsettled.line, unsettled.engine);
    open.before_symbol = unsettled.before_symbol;
    open.blank = blank;
    work_.number_blank |= blank >= kHandGiven;
    const HandConclusion conclusion = Keep(std::move(open), candidates);
    if (!conclusion.figures) return;
    document_.number_seq = std::atoi(conclusion.figures->c_str());
    document_.number = *conclusion.figures + unsettled.before_symbol + *document_.symbol;
    Sure("number", conclusion.probability, unsettled.line);
    const std::string own = FoldKey(*document_.number);
    std::erase_if(document_.references,
                  [&](const Reference& r) { return r.number && FoldKey(*r.number) == own; });
  }

  // Number and day are written in when a document is issued.
  void ConcludeDate(const Candidates& candidates, double blank) {
    const OpenDate& unsettled = work_.open_date;
    OpenField open = Open("issued_on", *unsettled.line, unsettled.printed);
    open.blank = blank;
    const bool draft = work_.number_blank && blank >= kHandGiven && !HasFlag(document_, "draft");
    if (draft) AddFlag(document_, "draft", open.page, "number and day are left blank");
    const HandConclusion conclusion = Keep(std::move(open), candidates);
    if (!conclusion.figures) return;
    document_.issued_on = conclusion.figures;
    Sure("issued_on", conclusion.probability, unsettled.line);
  }

  // Into the record, with its flag.
  HandConclusion Keep(OpenField open, const Candidates& candidates) {
    PutCandidates(candidates, &open);
    const HandConclusion conclusion = ConcludeHand(open, document_.symbol.value_or(""), candidates);
    AddFlag(document_, "handwritten", open.page, conclusion.detail);
    document_.open_fields.push_back(std::move(open));
    return conclusion;
  }

  // The last word: all evidence together.
  void Sure(const char* field, double probability, const ViewLine* line) {
    for (Evidence& evidence : document_.evidence) {
      if (evidence.field == field) evidence.confidence = std::min(evidence.confidence, probability);
    }
    document_.evidence.push_back(
        {field, line->line.page, line->line.box, line->text, "hand.all", probability});
  }

  Work& work_;
  Document& document_;
};

}  // namespace

void SettleHandwriting(Work& work) {
  Settlement settlement(work);
  if (work.open_number.line != nullptr && work.document.symbol) settlement.Number();
  if (work.open_date.line != nullptr) settlement.Date();
}

}  // namespace trichluc
