// Abbreviations of agencies whose letters were misread ("BGII", "P.01"): the same document mostly writes them elsewhere, too.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "extract/context.h"
#include "extract/titles.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr int kFewest = 2;         // times that an abbreviation nobody knows must stand elsewhere
constexpr size_t kLongEnough = 5;   // letters of which one may be wrong altogether
constexpr double kDistance = 1;    // as evidence: what it was taken for differs by so many letters

struct ShortName {
  std::string head, letters;  // "p", "ĐT"
  auto operator<=>(const ShortName&) const = default;
};

struct Seen {
  int times = 0;
  const Agency* agency = nullptr;
};

std::optional<ShortName> ShortNameOf(const RuleSet& rules, const Agency& agency) {
  const auto match = rules.Full("short_name", Normalise(agency.printed));
  if (!match) return std::nullopt;
  return ShortName{FoldKey(match->Get("head")), match->Get("short")};
}

// Letters that look alike are the same: list `shape_classes`.
std::string ShapeOf(const RuleSet& rules, std::string letters) {
  for (const std::string& alike : rules.List("shape_classes")) {
    const std::vector<std::string> shapes = WordsOf(alike);
    for (size_t i = 1; i < shapes.size(); ++i) {
      for (size_t at = letters.find(shapes[i]); at != std::string::npos; at = letters.find(shapes[i], at + 1))
        letters.replace(at, shapes[i].size(), shapes[0]);
    }
  }
  return letters;
}

class ShortNames {
 public:
  explicit ShortNames(Work& work) : rules_(work.rules), tasks_(work.document.tasks) {}

  void Mend() {
    ForEach([&](Agency& agency) {
      const auto name = ShortNameOf(rules_, agency);
      if (!name) return;
      Seen& seen = seen_[*name];
      ++seen.times;
      seen.agency = &agency;
    });
    std::map<ShortName, Agency> meant;
    for (const auto& [name, seen] : seen_) {
      if (const Agency* one = MeantBy(name, seen)) meant.emplace(name, *one);
    }
    ForEach([&](Agency& agency) {
      const auto name = ShortNameOf(rules_, agency);
      const auto one = name ? meant.find(*name) : meant.end();
      if (one == meant.end()) return;
      agency = {one->second.id, one->second.name, agency.printed, one->second.life, {{one->second.name, kDistance}}};
    });
  }

 private:
  template <typename Do>
  void ForEach(const Do& act) {
    for (Task& task : tasks_) {
      for (auto* agencies : {&task.lead, &task.coordinators, &task.approver}) {
        for (Agency& agency : *agencies) act(agency);
      }
    }
  }

  bool Alike(const std::string& a, const std::string& b) const {
    const std::u32string one = ToCodePoints(ShapeOf(rules_, a)), other = ToCodePoints(ShapeOf(rules_, b));
    if (one == other) return true;
    return std::min(one.size(), other.size()) >= kLongEnough && EditDistance(one, other, 1) <= 1;
  }

  bool IsWrittenOut(const Agency& agency) const {
    return agency.id || (agency.name != agency.printed && !rules_.First("unknown_abbreviation", agency.name));
  }

  // The one abbreviation of the document, written out or commoner, that this unknown one looks like; null for none or several.
  const Agency* MeantBy(const ShortName& name, const Seen& own) const {
    if (IsWrittenOut(*own.agency)) return nullptr;
    const Agency* meant = nullptr;
    for (const auto& [other, seen] : seen_) {
      if (other.head != name.head || other.letters == name.letters || !Alike(other.letters, name.letters)) continue;
      if (!IsWrittenOut(*seen.agency) && (seen.times < kFewest || seen.times <= own.times)) continue;
      if (meant != nullptr && meant->name != seen.agency->name) return nullptr;
      meant = seen.agency;
    }
    return meant;
  }

  const RuleSet& rules_;
  std::vector<Task>& tasks_;
  std::map<ShortName, Seen> seen_;
};

}  // namespace

void MendShortNames(Work& work) { ShortNames(work).Mend(); }

}  // namespace trichluc
