// The lines of number and date in the letterhead (Nghị định 30/2020/NĐ-CP, annex I, components 3 and 4; party documents).
// Private to the room.
#pragma once

#include <string>
#include <vector>

#include "extract/context.h"

namespace trichluc {

// Where number and date stand on the first page; nullptr: not found.
struct Head {
  const ViewLine* number = nullptr;
  const ViewLine* date = nullptr;
  double motto_top = 1;
  double bottom = 0;  // of number and date lines
};

// Sets number and symbol, or keeps an open number for the reader of handwriting; of several lines the one of the surest rule.
void ReadNumber(Work& work, const std::vector<const ViewLine*>& lines, Head& head);

// Sets place and date of issue and the year that deadlines go by, or keeps an open date; a day that is none is a flag.
void ReadDate(Work& work, const std::vector<const ViewLine*>& lines, Head& head);

// A number through misread figures (I as 1, O as 0); 0 for none.
int ToInt(const std::string& printed);

}  // namespace trichluc
