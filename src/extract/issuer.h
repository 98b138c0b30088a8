// The letterhead's agency and its superior (Nghị định 30/2020/NĐ-CP, annex I, component 2). Private to the room.
#pragma once

#include <vector>

#include "extract/context.h"

namespace trichluc {

// Sets issuer, parent_issuer and the place of `work` from the lines in capitals above `limit`, the number line or the date
// line; nothing when it is nullptr. Asks for the document's place of issue, which is read before.
void ReadIssuer(Work& work, const std::vector<const ViewLine*>& lines, const ViewLine* limit);

}  // namespace trichluc
