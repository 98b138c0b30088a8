// Types of documents by their abbreviations (Nghị định 30/2020/NĐ-CP, annex III). Private to the room.
#pragma once

#include <string>

#include "rules/rules.h"

namespace trichluc {

// nullptr when no type has the code. Letters decide as printed (QĐ, CTr), else without case and marks.
const TypeEntry* TypeOfCode(const std::string& code, const RuleSet& rules);

// The type that a symbol begins with: "KH-UBND", "CTr/TU".
const TypeEntry* TypeOfSymbol(const std::string& symbol, const RuleSet& rules);

// The type that a whole number tells by itself, of those that no office's own abbreviation looks like (the
// rules' list types_told_by_number; for "TT" only where a year stands before it, for "CT" also in party numbers): 92/2017/NĐ-CP, 07-CTr/TU.
// "5348/CT-CS" tells none.
const TypeEntry* TypeOfNumber(const std::string& number, const RuleSet& rules);

// The name of the type whose title the words begin with, the longest: "Thông báo kết luận" → "Thông báo". Without one the
// words themselves: "Giấy phép".
std::string TypeOfWords(const std::string& words, const RuleSet& rules);

}  // namespace trichluc
