// Documents that a text names (contract: "References").
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/agencies.h"
#include "model/record.h"

namespace trichluc {

struct FoundReference {
  Reference reference;  // page is left 0
  Span span;            // of the citation in the text
  std::string rule;
  std::map<std::string, std::string> repaired;  // part ("date", "number") → rule by which what was read was changed
  bool listed = false;        // only words of enumeration since the citation before
  bool date_in_full = false;  // as article 9 of NĐ 30/2020 wants it: no figure left out
};

// All citations in a text, in order; relation by the words around ("Căn cứ" → basis, "Thực hiện" →
// implements, "thay thế", "bãi bỏ" → replaces, "sửa đổi, bổ sung" → amends, else mentions). The same number
// may occur several times.
std::vector<FoundReference> FindReferences(const RuleSet& rules, const AgencyRegistry& agencies,
                                           std::string_view text, const PlaceContext& place);

// Citations of one number that disagree about the date: a date printed in full is right where the others are not. Returns
// what disagrees for good or was settled so, one line a number.
std::vector<std::string> SettleDates(std::vector<FoundReference>& found);

// One entry for each distinct number (or type, agency and date where there is none): the first citation's
// place, the fullest data, the strongest relation. `own_number` is left out.
std::vector<Reference> MergeReferences(const std::vector<Reference>& found, std::string_view own_number);

}  // namespace trichluc
