// Streaks of a copier's drum or a scanner's feeder: thin upright lines over the whole height of the sheet, broken where the light is.
// Private to the room.
#pragma once

#include "image/lines.h"

namespace trichluc {

// Takes the streaks out of the upright lines of a page, and returns how many: several lines stand above the highest level rule and below
// the lowest, where no table is; on such a page the rules of tables are those that are thicker, or begin and end at level rules. Pages
// without level rules, or with few such lines, keep all.
int DropStreaks(RuledLines* lines, int dpi);

}  // namespace trichluc
