// Registered names in the words in which a document has them. Private to the room.
#pragma once

#include <string>

#include "extract/agency_names.h"

namespace trichluc {

// The registered name `canonical` as `printed` (its words, abbreviations written out) has it: without what may be left away ("Đoàn
// Thanh niên xã" is not "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã"; rules "left_away"), and, in names that each place gives as it
// likes (rules "own_joints"), joined as printed: "Đài Phát thanh - Truyền hình". The letters are those of the registry. `canonical`
// itself where the printed words are others. Contract: abbreviations are written out, nothing else.
std::string AsPrinted(const NameWords& printed, const std::string& canonical, const RuleSet& rules);

}  // namespace trichluc
