// Damaged pages are read once more, by a network that learnt on damaged print (rules/models/README.md), and of both
// readings of a word the likelier one stays.
#pragma once

#include <vector>

#include "model/reading.h"
#include "pipeline/read_marks.h"

namespace trichluc {

// The engine was sure of too few words: the page as a whole may become the second reading.
bool IsUnsure(const PageReading& reading);

// A black seal lies over it, or the engine was sure of too few words.
bool WantsSecondReading(const PageReading& reading);

// `first` and `second`: of the same image of a page. Words that stand in the same place are weighed against each other: how
// sure each reading is, and whether its words can be words. Where the engine was unsure of the whole page `first` becomes the
// reading that is surer on the whole, with its grids and all else, and takes single words of the other; elsewhere it takes
// words under black seals alone, which the first network never learnt, where they are clearly likelier.
// Lines of number stay as the first network read them.
// Figures over which the two disagree are as sure as the less sure one. `learnt`: blocks that the second was read by a network that
// learnt such; there it is believed where it is a little likelier, and names of which it read more are its own. Lines on which both
// networks voted are the second's.
// Measurement "second_reading": how many words became others.
void TakeLikelierWords(PageReading* first, PageReading second, const SealedBlocks& learnt = {});

}  // namespace trichluc
