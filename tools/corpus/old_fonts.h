// A born-digital file as offices made them before Unicode: it looks as ever, but its text is set in fonts
// whose letters have codes of their own, and that is what its text layer gives.
#pragma once

#include <string>

#include "corpus/old_codes.h"

namespace trichluc::corpus {

// `pdf` as cairo prints it, all its text re-labelled: fonts bear the names of the encoding's, and their
// ToUnicode maps give its codes. Capitals that the font lacks, and words of capitals that hold one, are set
// in the font of capitals; signs that neither has in "TimesNewRomanPSMT", as word processors do. The same
// bytes every time.
std::string InOldFonts(const std::string& pdf, OldFonts fonts);

}  // namespace trichluc::corpus
