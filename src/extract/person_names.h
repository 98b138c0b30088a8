// Names of persons in lines of print under pen and seal. Private to the room.
#pragma once

#include <optional>
#include <string>

#include "extract/view.h"
#include "rules/rules.h"

namespace trichluc {

// The name of a person that a line is: two to five capitalised words, its rank and what else stands there left out, the family's
// name mended. Of a line with strokes read as words beside it ("x7 Trần Huy Lâm 4"), what a family's name begins.
std::optional<std::string> NameIn(const ViewLine& line, const RuleSet& rules);

// "nhà Xuân Hưởng", "XS Căn Xuân Hưởng": the two or three sure words that end a line whose first ones a seal hides. For what must be a
// name by its place.
std::optional<std::string> EndOfName(const ViewLine& line, const RuleSet& rules);

// Whether the line's words say the name as it is, surely, and nothing that could be a part of it stands unread right before.
bool IsSureName(const ViewLine& line, const std::string& name);

// "Chamaléa Thị Thủy": no family of the list and not of Vietnamese syllables, but sure print, capitalised word by word, below the
// title `above` (nullptr: none) with room for a signature.
bool IsRareName(const ViewLine& line, const ViewLine* above, const RuleSet& rules);

}  // namespace trichluc
