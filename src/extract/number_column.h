// The numbers of a table's rows as the table says them, mended from each other. Private to the room.
#pragma once

#include <string>
#include <vector>

namespace trichluc {

// "I", "2", "3", "4" … "6", "2", "8", "gì", "10": a cell of the column that numbers the rows which the numbers before and behind it
// leave one figure for becomes that figure, written as its neighbours are ("07", "7."). Numbers that stand twice, empty cells and
// words stay: offices number so, and leave out. So does a figure that was read surely (`sure`, one for each cell): typists number at
// random, too. Of each table, whatever it lists.
void MendNumberColumn(std::vector<std::string>* column, const std::vector<bool>& sure);

}  // namespace trichluc
