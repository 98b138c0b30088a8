// Heading rows: of the first page, and their repetitions on later ones.
#pragma once

#include <vector>

#include "tables/draft.h"
#include "tables/tables.h"

namespace trichluc {

// "1 2 3 4", "(1) (2) (3)", "A B 1 2", "7 8 9=7/8": every filled cell is a label, and there are several. Of a whole row
// "(1) (2) (3) (4) (5)" one may be what is left of a label: ")". Where six and two thirds of all say which column they are, the others
// are such that were misread.
bool NumbersColumns(const DraftRow& row);

// How many of the first fragment's rows are headings. `later` are the table's other fragments: what stands at
// the head of several pages is a heading, whatever its words. Spans decide how many rows belong to it; a row
// that only numbers the columns ("(1) (2) (3)") closes it.
size_t HeadingDepth(const TableFragment& first, const std::vector<TableFragment>& later,
                    const JoinOptions& options);

// A heading that is printed on several pages is read several times: of each cell the reading that most pages
// agree on stays, of equals the surest. Each repetition begins with the heading's rows.
void TakeMostRead(std::vector<DraftRow>& heading, const std::vector<std::vector<DraftRow>>& repetitions);

// How many of the fragment's leading rows repeat the heading. Recognition errors are tolerated.
size_t RepeatedHeading(const std::vector<DraftRow>& heading, const TableFragment& fragment);

// The rest of a row that the page before broke, right below a repeated heading without a rule between: the titles are taken out of its cells.
// Nothing where fewer than four of five titles stand at the head of their cells.
void TakeOffHeading(const std::vector<DraftRow>& heading, DraftRow* row);

// The fragment begins with column titles, and they are other ones.
bool HasOtherHeading(const TableFragment& first, const TableFragment& fragment, const JoinOptions& options);

// "(1)", "(2)", "(3)" at the head of each filled cell of a row: the row of column numbers, whose lower rule was not seen. They are
// taken out.
void DropColumnNumbers(DraftRow& row);

}  // namespace trichluc
