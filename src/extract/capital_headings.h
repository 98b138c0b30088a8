// Headings of the running text that have no number and stand in capitals: "PHÂN CÔNG THỰC HIỆN". Small offices part their papers by
// these alone. Private to the room.
#pragma once

#include <set>

#include "extract/context.h"

namespace trichluc {

// Of the body: neither of the letterhead, of an annex's own title nor of who signs. Empty where there is but one, which may be a title
// of something else, and where Roman numerals part the text: then what stands in capitals without a number is below or beside them,
// and nothing tells which. Behind ReadHeader and ReadPeople.
std::set<const Paragraph*> CapitalHeadings(const Work& work);

}  // namespace trichluc
