// The number of a document whose own number line was not read, from the note under the title of its annex:
// "(Kèm theo Báo cáo số 1126/BC-BHXH ngày 09/7/2024 của Bảo hiểm xã hội tỉnh)".
#pragma once

#include "extract/context.h"

namespace trichluc {

// `note` is the paragraph of such a note, `cited` a citation in it. Where it is of the document's type and day – month and year, where a
// clerk wrote the day – and the letterhead gave neither number nor symbol, it becomes the document's number. True when it did.
bool TakeNumberOfNote(Work& work, const Paragraph& note, const Reference& cited, const Span& span);

}  // namespace trichluc
