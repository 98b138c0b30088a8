// What is doubtful of a signer that was read: said as flags. Private to the room.
#pragma once

#include "extract/context.h"

namespace trichluc {

// Whether a name may be another: its family's was taken for one by other letters than were read, or is none that is known and was not
// read clearly, or may stand unread under ink before a name of two words.
bool IsDoubtfulName(const Work& work, const PageView& page, const ViewLine& line, const std::string& name);

// Flags the document's last signer, of whom `line` is the name: a doubtful name, a title that should be there and was not read, or
// that was told by a part of it or by the line of authority (`told_by`, else "").
void FlagSignerDoubts(Work& work, const PageView& page, const ViewLine& line, bool doubtful_name, const std::string& told_by);

}  // namespace trichluc
