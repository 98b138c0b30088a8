// Words by how often: for the model's dictionary, and for what a round has read wrongly.
#pragma once

#include <string>
#include <vector>

#include "train/text_source.h"

namespace trichluc::train {

// Words of the text that are made of the model's letters only, seen at least `least` times, most frequent
// first. Marks around a word are no part of it.
std::vector<std::string> FrequentWords(const TextSource& text, const Alphabet& alphabet, int least);

// From what lstmeval --verbosity 2 prints ("Truth:…", "OCR  :…"): words of the truth that were not answered,
// most often first.
std::vector<std::string> MissedWords(const std::string& report);

}  // namespace trichluc::train
