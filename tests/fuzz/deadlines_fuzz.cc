// Any text as a number, a date, a deadline, by the rules of the program.
#include "extract/dates.h"
#include "extract/numbering.h"
#include "extract/periods.h"
#include "fuzz/target.h"
#include "rules/rules.h"

using namespace trichluc;

namespace {

bool IsDay(const std::string& iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return false;
  return IsoDate(std::atoi(iso.c_str()), std::atoi(iso.c_str() + 5), std::atoi(iso.c_str() + 8)) == iso;
}

void CheckDeadline(const RuleSet& rules, std::string_view text, const YearContext& years) {
  std::string rule;
  const std::optional<Deadline> deadline = ParseDeadline(rules, text, years, &rule);
  if (!deadline) return;
  fuzz::Require(!deadline->kind.empty(), "a deadline has a kind");
  fuzz::Require(!deadline->from || IsDay(*deadline->from), "a deadline begins on a day of the calendar");
  fuzz::Require(!deadline->to || IsDay(*deadline->to), "a deadline ends on a day of the calendar");
  fuzz::Require(!deadline->from || !deadline->to || *deadline->from <= *deadline->to,
                "a deadline ends after it begins");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  if (size > 2048) return 0;
  fuzz::Bytes bytes(data, size);
  const YearContext years{bytes.Below(3) * 1011, bytes.Below(3) * 1012};
  const std::string text(bytes.Rest());
  CheckDeadline(*rules, text, years);
  const std::optional<FoundDate> date = FindDate(*rules, text);
  if (date) {
    fuzz::Require(date->span.begin < date->span.end && date->span.end <= text.size(),
                  "a date lies in its text");
    fuzz::Require(!date->iso || IsDay(*date->iso), "a date is a day of the calendar");
  }
  for (const Period& period : FindPeriods(*rules, text)) {
    fuzz::Require(period.span.begin < period.span.end && period.span.end <= text.size(),
                  "a period lies in its text");
  }
  const size_t half = text.size() / 2;
  RankOfNumber(*rules, text);
  RepairOne(*rules, text.substr(0, half), text.substr(half));
  RepairSubNumber(text.substr(0, half), 1 + bytes.Below(40), text.substr(half), text);
  IntroducesNumber(text.substr(0, half), text.substr(half));
  for (const char* set : {"number", "row_number", "reference"}) rules->All(set, text);
  return 0;
}
