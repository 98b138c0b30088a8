// Pages as pixels, and what a scanner does to them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "corpus/quality.h"
#include "corpus/random.h"
#include "corpus/sheet.h"

namespace trichluc::corpus {

// Row by row, origin top left; `channels` is 1 (grey) or 3 (RGB).
struct Raster {
  int width = 0, height = 0, channels = 1;
  std::vector<std::uint8_t> pixels;
};

// The paper on the scanner's glass, turned and shifted as `quality` allows.
Raster Render(const Sheet& sheet, const Quality& quality, Random* random);

void Blur(double sigma, Raster* raster);  // pixels

// What lens, lamp and sensor add. Deterministic for a given state of `random`.
void Spoil(const Quality& quality, Random* random, Raster* raster);

// The pages as an office program prints them to PDF: text, not pictures; the same bytes every time.
std::string PrintPdf(const std::vector<std::shared_ptr<Sheet>>& sheets);

// Writes the unspoiled page for looking. Throws Error when the file cannot be written.
void WritePng(const Sheet& sheet, double dpi, const std::string& path);

}  // namespace trichluc::corpus
