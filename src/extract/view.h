// Pages as the extraction looks at them: lines in reading order with their place in fractions of the page, and
// paragraphs that go on over page breaks.
#pragma once

#include <string>
#include <vector>

#include "model/layout.h"
#include "rules/rules.h"

namespace trichluc {

// Fractions of the page's width and height, so that rules of position hold at every resolution.
struct ViewLine {
  Line line;
  std::string text;  // normalised
  int block = 0;     // index in PageLayout::blocks
  BlockColumn column = BlockColumn::kFull;
  double left = 0, right = 0, top = 0, bottom = 0;

  double Centre() const { return (left + right) / 2; }
  double Height() const { return bottom - top; }
};

struct PageView {
  int page = 0;
  bool blank = false;  // no print worth reading
  std::vector<ViewLine> lines;  // outside tables and stamps
  std::vector<ViewLine> stamp_lines;  // of ĐẾN and HỎA TỐC stamps, where the page shows them apart from the text
  double text_left = 0, text_right = 1;  // margins of the text
  double first_grid_top = 1;             // top of the first table; 1 without one
  double last_grid_bottom = 0;           // bottom of the last table; 0 without one
};

// Lines of two columns that came out as one (a narrow gap between agency and motto, between number and date) are cut
// in two where a rule of the set "column_start" matches in the middle of a line of the page's upper part.
PageView MakeView(PageLayout layout, const RuleSet& rules);

// Consecutive lines of one block; a block that a page break cut is one paragraph again.
struct Paragraph {
  Passage passage;
  std::vector<const ViewLine*> lines;
  int page_from = 0, page_to = 0;
  bool footnote = false;

  // Lines joined by blanks, normalised.
  std::string Text() const;
};

// Paragraphs of the pages in order, made of their lines: the pages must stay where they are. Page numbers are left out.
std::vector<Paragraph> MakeParagraphs(const std::vector<const PageView*>& pages, const RuleSet& rules);

}  // namespace trichluc
