// What a page's reading may hold before it is no page of print: noise read as words, a screen of dots as a table.
#pragma once

#include <string>

#include "model/reading.h"

namespace trichluc {

constexpr size_t kMaxWords = 50000;  // of a page; close print on A4 has about 1,500
constexpr size_t kMaxCells = 20000;  // of the grids of a page; a densely ruled A3 has about 2,000

// The bound that is broken, as the cause of an error; "" for none.
std::string Excess(const PageReading& reading);

}  // namespace trichluc
