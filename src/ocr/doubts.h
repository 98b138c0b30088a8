// What else the letters of a word may be, from what the network saw at each step of it. Private to the room.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/reading.h"

namespace trichluc {

// As Tesseract gives it with lstm_choice_mode 1: for each letter of a word, behind one for the white before
// the word or without it, the steps of the network; for each step letters (UTF-8; "" for none) and their
// chances.
using LetterSteps = std::vector<std::vector<std::vector<std::pair<const char*, float>>>>;

// At most three for a letter, the likeliest first, of a chance of 0.01 at least. None when the steps are not
// those of `text`.
std::vector<LetterDoubt> DoubtsOf(const std::string& text, const LetterSteps& steps);

}  // namespace trichluc
