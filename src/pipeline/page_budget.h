// What a page's reading may hold before it is no page of print: noise read as words, a screen of dots as a
// table.
#pragma once

#include <string>

#include "model/reading.h"
#include "ocr/engine.h"

namespace trichluc {

constexpr size_t kMaxWords = 50000;  // of a page; close print on A4 has about 1,500
constexpr size_t kMaxCells = 20000;  // of the grids of a page; a densely ruled A3 has about 2,000

constexpr size_t kMaxWordsRead = 4 * kMaxWords;  // of all its readings: as it may lie, cells a second time

// Counts what an engine reads of one page, while it reads: DocumentError too_large from the word on that is
// one too many, so that a page of noise ends before it has filled the memory.
class BudgetedEngine : public OcrEngine {
 public:
  explicit BudgetedEngine(OcrEngine& engine) : engine_(engine) {}
  std::string Name() const override { return engine_.Name(); }
  std::vector<Word> Read(const Image& image, ReadAs mode) override;

 private:
  OcrEngine& engine_;
  size_t words_ = 0;
};

// DocumentError too_large when they have more cells than a page may: before the first of these is read.
void RequireFewCells(const std::vector<Grid>& grids);

// The bound that is broken, as the cause of an error; "" for none.
std::string Excess(const PageReading& reading);

}  // namespace trichluc
