// How the pages of a document were read, in words.
#pragma once

#include <string>
#include <vector>

#include "model/reading.h"

namespace trichluc {

// A line or two for each page from `page_from` to `page_to`: what kind of page it is, whether its words were
// recognised or taken from the text that the file carries, and what decided that. Wrapped at `width`.
std::string DescribePages(const std::vector<PageReading>& readings, int page_from, int page_to, size_t width);

}  // namespace trichluc
