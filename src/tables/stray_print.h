// What of a page's print is no table without rules, though it may stand in columns.
#pragma once

#include <vector>

#include "model/reading.h"

namespace trichluc {

// Dirt, or what is left of a rule; the marks of lists are as small.
bool IsSpeck(const Word& word, double height);

// Print that happens to stand in columns: who signs beside the list of recipients, cut by strokes of the pen. A table
// has a heading above its rows, or goes on from the page before as the first print of its page.
bool IsLoneRow(const Grid& grid, const std::vector<const Word*>& words, double height);

// Where the list of recipients begins (Nơi nhận, NĐ 30/2020, component 9); beyond the page where there is none. It ends a
// document: what stands below its title and beside it is the signature, and no table without rules.
int TopOfRecipients(const std::vector<const Word*>& words, double height);

// "- Lưu: VT, …", of parties "- Lưu Văn phòng …", the last line of the list of recipients, where its title cannot be read.
bool HoldsFiling(const Grid& grid, const std::vector<const Word*>& words);

// What a seal's ring and the pen's strokes are read as: it would fill the gap beside a signature as a column does.
bool IsOfMark(const Word& word, const PageReading& page);

// Words in the left margin (NĐ 30/2020: 30 mm, a seventh of the page) are of a stamp over the text's edge, which would be a column
// beside its lines.
void DropMargin(int width, double height, std::vector<const Word*>* words);

}  // namespace trichluc
