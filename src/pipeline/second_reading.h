// Damaged pages are read once more, by a network that learnt on damaged print (rules/models/README.md), and of both
// readings of a word the likelier one stays.
#pragma once

#include "model/reading.h"

namespace trichluc {

// A black seal lies over it, or the engine was sure of too few words.
bool WantsSecondReading(const PageReading& reading);

// Whether the second reading is the one to go by: under black seals, which the first network never learnt, and where the
// second is surer on the whole.
bool PrefersSecond(const PageReading& first, const PageReading& second);

// `first` and `second`: of the same image of a page. Words that stand in the same place are weighed against each other: how
// sure each reading is, and whether its words can be words. In doubt, and in cells, order and everything else, `first` stays; figures
// over which the two disagree are as sure as the less sure one. Measurement "second_reading": how many words became others.
void TakeLikelierWords(PageReading* first, const PageReading& second);

}  // namespace trichluc
