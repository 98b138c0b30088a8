// Names printed in capitals in normal case (NĐ 30/2020, annex II). Private to the room.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "extract/agency_names.h"
#include "rules/rules.h"

namespace trichluc {

// Known phrases are written as the registry, the units list and the list "case_phrases" have them, the words
// of "case_small" small, all others as parts of a proper name, with a capital.
class LetterCase {
 public:
  explicit LetterCase(const RuleSet& rules);

  // Words in small letters, as AgencyNames::Words gives them for a text in capitals.
  std::string Apply(const NameWords& words) const;

 private:
  void Learn(const std::string& phrase);

  std::unordered_map<std::string, std::string> phrases_;  // FoldKey → as written
  std::unordered_set<std::string> small_;
  size_t longest_ = 1;
};

bool StartsUpper(const std::string& word);  // its first letter is a capital

}  // namespace trichluc
