#include "extract/issue_lines.h"

#include <algorithm>
#include <chrono>

#include "extract/agency_names.h"
#include "extract/dates.h"
#include "extract/place_of_issue.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kPrinted = 0.95;  // confidence of what is printed beside handwriting

std::string RemoveBlanks(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (c != ' ') out += c;
  }
  return out;
}

// A symbol without blanks, its dashes as NĐ 30/2020 has them.
// A party's symbol has one slash, which may have come out as another mark: CTr.HU. A provincial committee's ends with TU (Hướng dẫn
// 36-HD/VPTW): the hook of "TƯ" is a speck.
std::string SymbolAsWritten(const std::string& printed, bool party) {
  std::u32string letters = ToCodePoints(RemoveBlanks(printed));
  if (party && letters.find(U'/') == std::u32string::npos) {
    const size_t slash = letters.find_first_of(U".,|");
    if (slash != std::u32string::npos) letters[slash] = U'/';
  }
  for (char32_t& letter : letters) {
    if (letter == U'–' || letter == U'—' || letter == U'‐' || letter == U'‑' || letter == U'−') letter = U'-';
  }
  if (party && letters.ends_with(U"/TƯ")) letters.back() = U'U';
  return FromCodePoints(letters);
}

// The figures that typeset ones are misread as: 1 as I or l, 0 as O.
std::string Figures(std::string text) {
  for (char& c : text) {
    if (c == 'I' || c == 'l') c = '1';
    if (c == 'O' || c == 'o') c = '0';
  }
  return text;
}

double SpanConfidence(const Passage& passage, const Match& match, const std::string& group) {
  const auto found = match.groups.find(group);
  return found == match.groups.end() ? 0 : MeanConfidence(passage.Touching(found->second.begin, found->second.end));
}

// --- number -------------------------------------------------------------------------------------------------------

// Even figures, read alike by the engine and by the reader of figures, are sure, however doubtful the rest of the word is to the engine.
bool BothReadersAgree(const Work& work, const ViewLine& line, const std::string& seq) {
  constexpr double kEven = 0.9, kSure = 0.95;
  const HandReading* spot = HandSpot(work, "number", line);
  return spot != nullptr && spot->typeset >= kEven && !spot->candidates.empty() && spot->candidates.front().text == seq &&
         spot->candidates.front().probability >= kSure;
}

// Uneven figures that are print all the same, worn by the scanner: both readers see the same before the slash – where the figures are even,
// the engine may doubt the word –, or the spot missed what the engine is sure of.
bool WornPrint(const Work& work, const ViewLine& line, const std::string& seq, double confidence) {
  constexpr double kEngine = 0.6, kEngineEven = 0.25, kSame = 0.95, kEngineAlone = 0.9, kEngineBeside = 0.85, kEmpty = 0.95, kSurely = 0.6, kMaybeSlash = 0.9,
                   kHardly = 0.01;
  const HandReading* spot = HandSpot(work, "number", line);
  if (spot == nullptr || spot->candidates.empty() || seq.empty()) return false;
  const double least = spot->typeset >= kTypeset ? kEngineEven : kEngine;
  if (confidence >= least && SeenBeforeSlash(*spot, seq) >= kSame) return true;
  const HandCandidate& best = spot->candidates.front();
  // In heavy print the slash looks like a figure more, and the reader cannot tell which, or takes it for a 1.
  const bool one_more = best.probability < (best.text == seq + "1" ? kMaybeSlash : kSurely) && std::all_of(spot->candidates.begin(), spot->candidates.end(), [&](const HandCandidate& candidate) {
    return candidate.probability < kHardly || (candidate.text.starts_with(seq) && candidate.text.size() <= seq.size() + 2);
  });
  return (confidence >= kEngineBeside && one_more) || (confidence >= kEngineAlone && best.text.empty() && best.probability >= kEmpty);
}

void SetNumber(Work& work, const Match& match, double confidence, const ViewLine& line) {
  Document& document = work.document;
  const std::string form = match.Get("form");
  const bool party = form == "party" || form == "unread_party";
  document.symbol = SymbolAsWritten(match.Has("office") ? match.Get("kind") + "/" + match.Get("office") : match.Get("symbol"), party);
  const std::string seq = Figures(RemoveBlanks(match.Get("seq"))), year = match.Get("year");
  const std::string before_symbol = (year.empty() ? "" : "/" + year) + (party ? "-" : "/");
  work.number_blank = form == "blank";
  if (work.number_blank) return;
  const bool worn = WornPrint(work, line, seq, confidence);
  const bool typeset = worn || LooksTypeset(work, "number", line, seq) ||
                       (!year.empty() && LooksTypeset(work, "number", line, seq + "/" + year + "/"));
  const bool sure = worn || confidence >= kTypedConfidence || BothReadersAgree(work, line, seq);
  if (seq.empty() || !sure || !typeset) {
    work.open_number = {&line, seq.empty() ? match.Get("junk") : seq, confidence, before_symbol};
    return;
  }
  document.number_seq = std::stoi(seq);
  document.number = seq + before_symbol + *document.symbol;
}

// "ngày I tháng 10", where 11 is printed: what the engine read as letters is what the reader of figures is sure of, if the figures are even.
std::string FiguresRead(const Work& work, const char* kind, const ViewLine& line, const std::string& printed) {
  constexpr double kEven = 0.9, kSure = 0.95;
  const std::string read = RemoveBlanks(printed), figures = Figures(read);
  if (read == figures || read.empty()) return figures;
  const HandReading* spot = HandSpot(work, kind, line);
  if (spot == nullptr || spot->typeset < kEven || spot->candidates.empty()) return figures;
  const HandCandidate& best = spot->candidates.front();
  return best.probability >= kSure && ToInt(best.text) > 0 ? best.text : figures;
}

// --- date and place -------------------------------------------------------------------------------------------------

int ThisYear() {
  using namespace std::chrono;
  return static_cast<int>(year_month_day(floor<days>(system_clock::now())).year());
}

// A long place leaves no room for the year: the line with the one that stands below it in its column; null where none does.
const ViewLine* WithLineBelow(Work& work, const std::vector<const ViewLine*>& lines, const ViewLine& line) {
  const ViewLine* below = nullptr;
  for (const ViewLine* other : lines) {
    const bool under = other->top > line.Height() / 2 + line.top && other->top < line.bottom + line.Height() &&
                       other->column == line.column && other->left >= line.left - 0.02 && other->right <= line.right + 0.02;
    if (under && (below == nullptr || other->top < below->top)) below = other;
  }
  if (below == nullptr) return nullptr;
  ViewLine& joined = work.joined_lines.emplace_back(line);
  joined.line.words.insert(joined.line.words.end(), below->line.words.begin(), below->line.words.end());
  joined.line.box = line.line.box.Union(below->line.box);
  joined.text += " " + below->text;
  joined.bottom = below->bottom;
  return &joined;
}

}  // namespace

int ToInt(const std::string& printed) {
  const std::string text = Figures(RemoveBlanks(printed));
  return !text.empty() && text.size() < 5 && text.find_first_not_of("0123456789") == std::string::npos
             ? std::stoi(text)
             : 0;
}

void ReadNumber(Work& work, const std::vector<const ViewLine*>& lines, Head& head) {
  const ViewLine* best = nullptr;
  std::optional<Match> best_match;
  for (const ViewLine* line : lines) {
    std::optional<Match> match = work.rules.First("number", line->line.Text());
    if (!match && line->Centre() < 0.5) match = work.rules.First("number_bare", line->line.Text());
    if (!match || work.rules.First("number_cited", line->line.Text().substr(match->span.end))) continue;
    const bool better = !best_match || match->rule->confidence > best_match->rule->confidence;
    if (better) {
      best = line;
      best_match = match;
    }
  }
  if (best == nullptr) return;
  head.number = work.number_line = best;
  head.bottom = std::max(head.bottom, best->bottom);
  const Passage passage = PassageOf(*best);
  const double read = best_match->Has("seq") ? SpanConfidence(passage, *best_match, "seq") : 0;
  SetNumber(work, *best_match, read, *best);
  const auto add = [&](const char* field, double rule, double part) {
    AddEvidence(work.document, field, passage, best_match->span, best_match->rule->id, rule * (0.5 + 0.5 * std::min(1.0, part + 0.05)));
  };
  add("number", best_match->rule->confidence, read);
  // A pen over the figures leaves the printed symbol behind them as sure as its own letters are.
  add("symbol", std::max(best_match->rule->confidence, kPrinted), SpanConfidence(passage, *best_match, "symbol"));
}

void ReadDate(Work& work, const std::vector<const ViewLine*>& lines, Head& head) {
  for (const ViewLine* printed_line : lines) {
    const ViewLine* line = printed_line;
    std::optional<Match> match = work.rules.First("issue_date", line->line.Text());
    if (!match && work.rules.First("issue_date_open", line->line.Text())) {
      const ViewLine* joined = WithLineBelow(work, lines, *line);
      if (joined != nullptr) match = work.rules.First("issue_date", joined->line.Text());
      if (match) line = joined;
    }
    if (!match) match = work.rules.First("issue_date_yearless", line->line.Text());
    if (!match) continue;
    head.date = line;
    head.bottom = std::max(head.bottom, line->bottom);
    const Passage passage = PassageOf(*line);
    Document& document = work.document;
    document.place = PlaceAsWritten(match->Get("place"), work.rules);
    const int year = ToInt(match->Get("year"));
    const std::string month_figures = FiguresRead(work, "month", *line, match->Get("month"));
    const std::string day_figures = FiguresRead(work, "day", *line, match->Get("day"));
    const int month = ToInt(match->Has("month") ? month_figures : match->Get("month_junk"));
    const int day = ToInt(match->Has("day") ? day_figures : match->Get("day_junk"));
    work.years.issue_year = year;
    if (year <= ThisYear() + 1) document.issued_on = IsoDate(year, month, day);  // 2077 is a misread 2017
    const double day_read = match->Has("day") ? SpanConfidence(passage, *match, "day") : 0;
    const double month_read = match->Has("month") ? SpanConfidence(passage, *match, "month") : SpanConfidence(passage, *match, "month_junk");
    const double read = std::min(day_read, match->Has("month") ? month_read : 0.0);
    const auto typed = [&](const char* kind, const std::string& figures, int value, double sure) {
      return value > 0 && sure >= kTypedConfidence && LooksTypeset(work, kind, *line, figures);
    };
    const bool day_typed = typed("day", day_figures, day, day_read), month_typed = typed("month", month_figures, month, month_read);
    if (!document.issued_on || !day_typed || !month_typed) {
      document.issued_on.reset();
      const std::string printed = Normalise(match->Get("day") + match->Get("day_junk") + "/" + match->Get("month") +
                                            match->Get("month_junk") + "/" + match->Get("year"));
      if (day_typed && month_typed) {
        AddFlag(document, "impossible_date", line->line.page, "issued_on: read as " + printed);
      } else {
        work.open_date = {line, {day, day_read, day_typed}, {month, month_read, month_typed}, year, printed};
      }
    }
    const double confidence = match->rule->confidence * (0.5 + 0.5 * std::min(1.0, read + 0.05));
    AddEvidence(document, "issued_on", passage, match->span, match->rule->id, confidence);
    const Span place = match->groups.at("place");
    // So does one over the day with the place, when that is one as it was read.
    const std::string bare = StripDiacritics(*document.place);
    const size_t stop = bare.rfind(". ");  // "TP." may be read as "7P."
    const std::string name = stop == std::string::npos ? bare : bare.substr(stop + 2);
    const bool same = StripDiacritics(match->Get("place")).find(name) != std::string::npos;
    const double sure = same && IsPlaceOfUnit(*document.place, work.rules)
                            ? std::max(match->rule->confidence, kPrinted)
                            : match->rule->confidence * ChanceAllRight(passage.Touching(place.begin, place.end));
    AddEvidence(document, "place", passage, place, match->rule->id, sure);
    return;
  }
}

}  // namespace trichluc
