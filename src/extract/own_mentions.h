// What later pages of a document say of its own number and day.
#pragma once

#include <string>
#include <vector>

#include "extract/context.h"

namespace trichluc {

// Where another page of the document names itself: "kèm theo Kế hoạch số 239/KH-SYT ngày 01/3/2018".
struct OwnMention {
  const ViewLine* line;
  const ViewLine* date_line;  // that of its day: the same, or the next
  std::string printed;        // the number as print, "" when it is not
  std::string date;           // ISO as print, "" when it is not
  const PageReading* reading;
};

// Lines outside the letterhead that name the document's symbol: those of annexes, and those whose number is handwritten, too.
std::vector<OwnMention> OwnMentions(const Work& work);

}  // namespace trichluc
