// Comparing with what people wrote down of a page. Private to the room.
#pragma once

#include <string>

#include "report/audit_tally.h"

namespace trichluc {

// As FoldKey, without blanks and what stands at the very end (. ; ,).
std::string Loose(const std::string& text);
bool SameLoosely(const Value& a, const Value& b);

// "PGS.TS. Lê Thị Ánh" is "Lê Thị Ánh".
bool SamePerson(const Value& truth, const Value& found);

// "UBND TỈNH X" → "ủy ban nhân dân tỉnh x": letterheads abbreviate UBND and HĐND.
std::string WrittenOut(const std::string& printed);

}  // namespace trichluc
