// Headings of the running text, and which of them a table stands under (contract: "section": titles of the
// enclosing section rows or headings). Private to the room.
#pragma once

#include <string>
#include <vector>

#include "extract/context.h"

namespace trichluc {

// "PHỤ LỤC 1", "(Kèm theo Kế hoạch số …)": headings of the body enclose nothing behind it.
bool BeginsAnnex(const Work& work, const Paragraph& paragraph);

// A numbered line of its own: short of the right margin, or in capitals, and neither a sentence nor the title of who signs.
bool IsHeadingLine(const Work& work, const Paragraph& paragraph);

class BodyHeadings {
 public:
  // Of all paragraphs of the document, numbered or in capitals. Articles ("Điều 2. …") and sentences that introduce ("như sau:") are none. The body
  // ends with its closing sentence or the recipients, and an annex begins anew: what stood above encloses nothing below.
  explicit BodyHeadings(const Work& work);

  // Titles without their numbers, outermost first, of the headings that are open where the table begins.
  std::vector<std::string> Over(const Table& table) const;

 private:
  struct Mark {
    int page;
    double top;         // share of the page's height
    double rank;        // of the number; 0: nothing is open from here on
    std::string title;  // without the number
  };

  const Work& work_;
  std::vector<Mark> marks_;
};

}  // namespace trichluc
