// A day of issue that the rest of the document contradicts. Private to the room.
#pragma once

#include <string>

#include "model/record.h"

namespace trichluc {

// Asks what the document itself says against its day of issue: nobody cites what will be issued later, nor sets a first day of delivery
// that is years away. One misread figure of the year does both. One such fact is flagged; where there are two, the day becomes the same in
// the one year that looks alike (2015 and 2018, 2011 and 2017) and that nothing contradicts, else null. True when there is any.
bool DoubtDay(Document& document);

}  // namespace trichluc
