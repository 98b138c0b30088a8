// The list of recipients, "Nơi nhận" (Nghị định 30/2020/NĐ-CP, annex I, component 9b). Private to the room.
#pragma once

#include "extract/context.h"

namespace trichluc {

// Sets the document's recipients and adds their lines to `work.closing_lines`. Asks for the signers' lines, which are read before.
void ReadRecipients(Work& work);

}  // namespace trichluc
