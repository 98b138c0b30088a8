// Urgency and secrecy (Nghị định 30/2020/NĐ-CP, annex I, component 10): stamps and lines of one of a few words. Private to the room.
#pragma once

#include <vector>

#include "extract/context.h"

namespace trichluc {

// Sets the document's urgency and secrecy: by a stamp read apart from the page, whose words may be a letter off; by a line of `upper`,
// the upper lines of the first page; or by what stands in such a line apart from the rest of it, as a stamp does beside the text.
// Of several the first.
void ReadUrgencyMarks(Work& work, const std::vector<const ViewLine*>& upper);

}  // namespace trichluc
