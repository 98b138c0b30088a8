// The symbol of a document against its title and its issuer. Private to the room.
#pragma once

#include "extract/context.h"

namespace trichluc {

// A symbol that says the title's type and the issuer's initials ("KH-SYT" of a plan of Sở Y tế) was read right, whatever the pen did to
// its word; where it only begins so ("SYT-NVY"), nearly. A part that has Đ where the issuer's initials have D
// is mended.
void ConfirmSymbol(Work& work);

}  // namespace trichluc
