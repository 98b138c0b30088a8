// A day of issue that the rest of the document contradicts. Private to the room.
#pragma once

#include <set>
#include <string>

#include "model/record.h"

namespace trichluc {

// Asks what the document itself says against its day of issue: nobody cites what will be issued later, nor sets a first day of delivery
// that is years away – one misread figure of the year does both –, and the headings of its annexes name its day once more (`in_annexes`,
// ISO days in print). One such fact is flagged; where there are two, the day becomes the one that nothing contradicts: the same in a year
// that looks alike (2015 and 2018, 2011 and 2017), or that of the annexes; else null. True when there is any.
bool DoubtDay(Document& document, const std::set<std::string>& in_annexes);

}  // namespace trichluc
