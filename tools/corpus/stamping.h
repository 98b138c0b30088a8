// Seals and signatures that lie over the text: a seal over the fold of the sheets, a copy certified across
// its print, initials on every page.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "corpus/random.h"
#include "corpus/sheet.h"

namespace trichluc::corpus {

struct StampedSheet {
  std::shared_ptr<Sheet> sheet;    // the page with the stamps on it; it has no text of its own
  std::vector<std::string> under;  // the printed lines that a stamp's ink lies over, in the order of the page
};

// `count` seals, in turn over wide lines (running text) and narrow ones (cells, headings), and one signature
// over any line. Ink lies on ink: black print stays black under it.
StampedSheet Stamp(const Sheet& page, int count, const std::string& agency, const std::string& above,
                   Random random);

}  // namespace trichluc::corpus
