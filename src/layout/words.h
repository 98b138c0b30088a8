// The words of a page worth arranging, and how large they are.
#pragma once

#include <vector>

#include "model/reading.h"

namespace trichluc {

double Median(std::vector<double> values, double otherwise);

// The page's usual font size in pixels: the median over its words, or what 13 pt are at its dpi.
double UsualEm(const std::vector<Word>& words, int dpi);

// What is left of the words, in their order, when unusable boxes, words read twice, specks and strokes read
// as letters are gone. A word read twice is one whose box another one covers; the surer reading stays, a
// cell's before the page's. Figures are dropped only where they are as small as specks, lone letters of a table's cell never.
std::vector<Word> UsableWords(const std::vector<Word>& words, double em);

}  // namespace trichluc
