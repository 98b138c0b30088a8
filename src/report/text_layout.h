// Text for terminals: widths, cutting, wrapping, tables. Private to the room.
//
// Width is counted in characters as a terminal shows them: marks that stand on the letter before them take no
// room. Every string is UTF-8; line breaks and tabs inside a cell are shown as blanks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trichluc {

size_t DisplayWidth(std::string_view text);

// At most `width` wide; what is left out is marked with "…".
std::string Cut(std::string_view text, size_t width);

// Filled with blanks to `width`; a longer text stays as it is.
std::string Pad(std::string_view text, size_t width, bool right = false);

// Broken at blanks into lines of at most `width` (a longer word stands alone). Line breaks of the text stay.
// Never empty.
std::vector<std::string> Wrap(std::string_view text, size_t width);

struct TextColumn {
  std::string title;
  size_t min_width = 0;  // may shrink down to this; 0: never shrinks
  bool right = false;
};

// How wide RenderTable makes each column.
std::vector<size_t> ColumnWidths(const std::vector<TextColumn>& columns,
                                 const std::vector<std::vector<std::string>>& rows, size_t width);

// Titles and rows, columns two blanks apart, without blanks at line ends. Where it is wider than `width`, the
// widest columns that may shrink are cut until it fits, as far as their least widths allow. width 0: never
// cut.
std::string RenderTable(const std::vector<TextColumn>& columns,
                        const std::vector<std::vector<std::string>>& rows, size_t width);

}  // namespace trichluc
