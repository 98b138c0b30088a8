// Public text → counts of words, pairs and triples.
#pragma once

#include "repair/counts.h"
#include "train/text_source.h"

namespace trichluc::repair {

// Documents of offices count four times: there is less of them than of laws, and they are what is read. Pairs
// and triples hold words of the vocabulary only (seen `least` times and more), figures, and the ends of
// sentences.
RawCounts CountText(const train::TextSource& text, double least);

}  // namespace trichluc::repair
