#include "extract/together.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

#include "extract/dates.h"
#include "extract/hand_fields.h"
#include "extract/together_facts.h"
#include "extract/together_rows.h"
#include "text/text.h"

namespace trichluc {
namespace {

const char* const kEpoch = "1970-01-01";  // from which the days of a row of numbers are counted

// How much likelier a number or day becomes when another document names it, with the other of the two being
// right: few documents of an office bear one day (a number is divided by how many do, see NumbersOfDay). Where the reference does
// not say whose document it means, other offices use the symbol as well.
constexpr double kCited = 200, kCitedPerhaps = 30;
constexpr double kCitedUndated = 3;
constexpr double kCitedOtherwise = 0.05;  // the number, or the day, belongs to another document
constexpr double kAfterCiting = 0.1;      // younger than the document that names it

struct Citation {
  std::string figures;
  std::optional<std::string> date;
  bool of_issuer = false;  // the reference names the office, or the office names its own document
  const Standing* citing = nullptr;
  std::string number;  // as printed
};

bool MaySame(const std::string& a, const std::string& b) { return a.rfind(b, 0) == 0 || b.rfind(a, 0) == 0; }

// How many numbers an office gives on one working day, by the number it has come to: 2000 in October are ten a day.
double NumbersOfDay(const std::string& figures, const std::string& date) {
  constexpr double kWorkdays = 5.0 / 7;
  const double days = static_cast<double>(DaysBetween(date.substr(0, 4) + "-01-01", date) + 1) * kWorkdays;
  return std::max(1.0, std::atof(figures.c_str()) / std::max(1.0, days));
}

class Together {
 public:
  explicit Together(const std::vector<KnownDocument>& documents) {
    for (const KnownDocument& document : documents) standings_.push_back(StandingOf(document));
    for (const Standing& standing : standings_) {
      for (const Reference& reference : standing.document->references) Cite(standing, reference);
      if (!standing.sure_figures || !AllDigits(*standing.sure_figures) || !standing.sure_day) continue;
      if (standing.issuer.empty()) continue;
      rows_.Add(standing.issuer, standing.year,
                {std::stol(*standing.sure_figures), DaysBetween(kEpoch, *standing.sure_day), standing.rest,
                 standing.document->name + " of " + *standing.sure_day, standing.document->id});
    }
  }

  std::vector<Verdict> Weigh() {
    std::vector<Verdict> verdicts;
    for (const Standing& standing : standings_) {
      for (const OpenField& open : standing.document->open_fields)
        verdicts.push_back(VerdictOn(standing, open));
    }
    return verdicts;
  }

 private:
  void Cite(const Standing& citing, const Reference& reference) {
    if (!reference.number) return;
    const std::optional<NumberParts> parts = PartsOfNumber(*reference.number);
    if (!parts) return;
    citations_[parts->rest].push_back({parts->figures, reference.date, false, &citing, *reference.number});
    agencies_[parts->rest].push_back(reference.agency ? FoldKey(*reference.agency) : "");
  }

  Verdict VerdictOn(const Standing& own, const OpenField& open) {
    Candidates candidates = CandidatesOf(open);
    Verdict verdict{own.document->id, open.field, std::nullopt, 0, "", {}};
    if (!own.rest.empty()) {
      for (const Citation& citation : CitationsOf(own)) {
        open.field == "number" ? CitedNumber(own, citation, open, candidates, &verdict)
                               : CitedDay(own, citation, open, candidates, &verdict);
      }
      ByOrder(own, open, candidates, &verdict);
    }
    const HandConclusion conclusion = ConcludeHand(open, own.document->symbol.value_or(""), candidates);
    verdict.detail = conclusion.detail;
    if (conclusion.figures) {
      verdict.probability = conclusion.probability;
      verdict.value = open.field == "number"
                          ? *conclusion.figures + open.before_symbol + own.document->symbol.value_or("")
                          : *conclusion.figures;
      verdict.evidence.push_back(
          {open.field, open.page, open.box, open.raw, "hand.all", conclusion.probability});
    }
    return verdict;
  }

  // What may mean this document: of its symbol, not of another office or year; each saying once.
  std::vector<Citation> CitationsOf(const Standing& own) const {
    std::vector<Citation> of_own;
    const auto found = citations_.find(own.rest);
    if (found == citations_.end()) return of_own;
    std::set<std::tuple<std::string, std::string, bool>> seen;
    for (size_t i = 0; i < found->second.size(); ++i) {
      const Citation& said = found->second[i];
      // Neither the number nor the day may be this one's.
      if (own.figures.count(said.figures) == 0 && (!said.date || own.days.count(*said.date) == 0)) continue;
      Citation citation = said;
      const std::string& agency = agencies_.at(own.rest)[i];
      if (citation.citing->document->id == own.document->id) continue;
      if (!agency.empty() && !own.issuer.empty() && !MaySame(agency, own.issuer)) continue;
      if (citation.date && !own.year.empty() && citation.date->compare(0, 4, own.year) != 0) continue;
      citation.of_issuer = !own.issuer.empty() && (agency.empty() ? citation.citing->issuer == own.issuer
                                                                  : MaySame(agency, own.issuer));
      if (seen.emplace(citation.figures, citation.date.value_or(""), citation.of_issuer).second)
        of_own.push_back(std::move(citation));
    }
    return of_own;
  }

  static void Add(const OpenField& open, const char* rule, const std::string& raw,
                  const Candidates& candidates, Verdict* verdict) {
    const auto ranked = candidates.Rank();
    verdict->evidence.push_back({open.field, open.page, open.box, raw, rule,
                                 ranked.empty() ? 0 : std::min(0.5, ranked.front().probability)});
  }

  static std::string Saying(const Citation& citation) {
    return citation.number + (citation.date ? " ngày " + *citation.date : "") + " in " +
           citation.citing->document->name;
  }

  void CitedNumber(const Standing& own, const Citation& citation, const OpenField& open,
                   Candidates& candidates, Verdict* verdict) const {
    double times = citation.of_issuer ? kCitedUndated : 1;
    if (citation.date) {
      const double same_day = own.ChanceOfDay(*citation.date);
      times = same_day * (citation.of_issuer ? kCited : kCitedPerhaps) / NumbersOfDay(citation.figures, *citation.date) +
              (1 - same_day) * (citation.of_issuer && !own.days.empty() ? kCitedOtherwise : 1);
      if (same_day > 0.5) ConsiderNumber(candidates, citation.figures);
    }
    if (times == 1 || !FavourNumber(candidates, citation.figures, times)) return;
    Add(open, "hand.cited_by", Saying(citation), candidates, verdict);
  }

  void CitedDay(const Standing& own, const Citation& citation, const OpenField& open, Candidates& candidates,
                Verdict* verdict) const {
    const double same_number = own.ChanceOfFigures(citation.figures);
    if (same_number < 0.05) return;
    const auto mix = [&](double times) { return same_number * times + 1 - same_number; };
    if (citation.date) {
      // A day that nobody read: as likely as one of the days that were not.
      if (!candidates.Has(*citation.date)) candidates.Put(*citation.date, candidates.Unseen() / 30);
      const std::map<std::string, double> all = candidates.All();
      for (const auto& [iso, weight] : all)
        candidates.Favour(iso, mix(iso != *citation.date ? kCitedOtherwise
                                   : citation.of_issuer  ? kCited
                                                         : kCitedPerhaps));
      candidates.FavourUnseen(mix(kCitedOtherwise));
      Add(open, "hand.cited_by", Saying(citation), candidates, verdict);
    } else if (citation.of_issuer && citation.citing->sure_day) {
      const std::map<std::string, double> all = candidates.All();
      const std::string& day = *citation.citing->sure_day;
      if (day.compare(0, 4, own.year) != 0) return;
      for (const auto& [iso, weight] : all) {
        if (iso > day) candidates.Favour(iso, mix(kAfterCiting));
      }
      Add(open, "hand.cited_before", Saying(citation) + " of " + day, candidates, verdict);
    }
  }

  // What nobody read is mostly one figure away from the best candidate; of a day, another of its month.
  static std::vector<std::string> NearBy(const OpenField& open) {
    const std::string& best = open.candidates.front().text;
    std::vector<std::string> near;
    if (open.field == "number") {
      for (size_t i = 0; AllDigits(best) && i < best.size(); ++i) {
        for (char figure = '0'; figure <= '9'; ++figure) {
          if (figure == best[i]) continue;
          near.push_back(best);
          near.back()[i] = figure;
        }
      }
      return near;
    }
    for (int day = 1; day <= 28; ++day)
      near.push_back(best.substr(0, 8) + (day < 10 ? "0" : "") + std::to_string(day));
    return near;
  }

  template <typename Times>
  static double MeanOver(const std::vector<std::string>& values, const Times& times_of) {
    double sum = 0;
    for (const std::string& value : values) sum += times_of(value);
    return values.empty() ? 1 : sum / static_cast<double>(values.size());
  }

  void ByOrder(const Standing& own, const OpenField& open, Candidates& candidates, Verdict* verdict) {
    const bool number = open.field == "number";
    const std::map<std::string, double>& others = number ? own.days : own.figures;
    if (others.empty()) return;
    if (own.issuer.empty() || own.year.empty()) return;
    const NumberRow& row = rows_.Of(own.issuer, own.year, own.rest);
    if (row.empty()) return;
    const long long id = own.document->id;
    const auto times_of = [&](const std::string& value) {
      double times = 1;
      for (const auto& [other, chance] : others) {
        if (!number && !AllDigits(other)) continue;
        const std::string& figures = number ? value : other;
        const std::string& day = number ? other : value;
        times -= chance * (1 - InOrder(row, std::stol(figures), DaysBetween(kEpoch, day), id));
      }
      return times;
    };
    const std::map<std::string, double> all = candidates.All();
    double least = 1;
    for (const auto& [value, weight] : all) {
      if (number && !AllDigits(value)) continue;
      const double times = times_of(value);
      candidates.Favour(value, times);
      least = std::min(least, times);
    }
    if (!open.candidates.empty()) candidates.FavourUnseen(MeanOver(NearBy(open), times_of));
    if (least > 0.9) return;
    std::string best = number ? candidates.Rank().front().value : "";
    for (const auto& [figures, chance] : own.figures) {
      if (!number && (best.empty() || chance > own.ChanceOfFigures(best))) best = figures;
    }
    Add(open, "hand.order", Around(row, AllDigits(best) ? std::stol(best) : 0, id), candidates, verdict);
  }

  std::vector<Standing> standings_;
  std::map<std::string, std::vector<Citation>> citations_;    // by the rest of the number
  std::map<std::string, std::vector<std::string>> agencies_;  // that the same citations name, folded
  NumberRows rows_;
};

}  // namespace

std::vector<Verdict> WeighTogether(const std::vector<KnownDocument>& documents) {
  return Together(documents).Weigh();
}

}  // namespace trichluc
