// Which place in the text a footnote belongs to.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/view.h"

namespace trichluc {

// For each footnote (by its place among the paragraphs) the text of its paragraph up to its mark. Marks and notes stand in
// one order; their figures, small and often misread, only help to tell which is missing. Notes without a mark are left out.
std::map<size_t, std::string> TextsBeforeNotes(const std::vector<Paragraph>& paragraphs);

}  // namespace trichluc
