// Reading the cells of ruled tables, one by one.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"
#include "ocr/engine.h"

namespace trichluc {

// `text` is the page without its ruling lines. Words are in page coordinates and know their grid and cell.
// Empty cells cost nothing. A cell in which nothing is found is tried again as a line and enlarged: Tesseract
// gives nothing for a lone figure. In a first column of numbers what was read as something else is read again
// as figures.
std::vector<Word> ReadCells(const Image& text, const std::vector<Grid>& grids, OcrEngine& engine);

// The word's grid and cell, where its middle lies in a cell of this grid, the page's `index`th; else it stays as it is.
void PutIntoGrid(Word& word, const Grid& grid, int index);

// The box around the ink within `box`, specks at its rim left out; empty when there is none.
Box InkBox(const Image& grey, const Box& box);

}  // namespace trichluc
