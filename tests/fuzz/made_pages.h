// Pages as PageReading's comments promise them – cells sorted, without overlap, words in their cells – but
// with geometry, spans and words that the input chooses.
#pragma once

#include <algorithm>
#include <vector>

#include "fuzz/target.h"
#include "model/reading.h"

namespace trichluc::fuzz {

// What rows, headings, dates and people of tables are made of: random letters would never be any of these.
inline const std::vector<std::string>& Vocabulary() {
  static const std::vector<std::string> words = {
      "STT",        "TT",   "Nội",    "dung",  "nhiệm", "vụ",    "Đơn",   "vị",  "chủ",    "trì",
      "phối",       "hợp",  "Thời",   "gian",  "hoàn",  "thành", "Ghi",   "chú", "1",      "2",
      "3",          "10",   "1.1",    "2.3.",  "a)",    "b)",    "I",     "II",  "III.",   "A",
      "-",          "+",    "QĐ-",    "UBND",  "Sở",    "Y",     "tế",    "Quý", "I/2023", "30/6/2023",
      "tháng",      "6",    "Thường", "xuyên", "Các",   "sở,",   "ngành", ";",   ".",      "…",
      "(1)",        "KT.",  "CHỦ",    "TỊCH",  "Nơi",   "nhận:", "Điều",  "Căn", "cứ",     "Số:",
      "12/KH-UBND", "ngày", "năm",    "2024",  "Trang", "12"};
  return words;
}

inline std::string MadeWord(Bytes& bytes) {
  const int choice = bytes.Byte();
  const auto& words = Vocabulary();
  return choice < 224 ? words[static_cast<size_t>(choice) % words.size()]
                      : "x" + bytes.Text(1 + bytes.Below(4));
}

// `parts` + 1 rising positions from `from`.
inline std::vector<int> MadeEdges(Bytes& bytes, int from, int parts) {
  std::vector<int> edges = {from};
  for (int i = 0; i < parts; ++i) edges.push_back(edges.back() + 8 + bytes.Byte());
  return edges;
}

inline void MakeCells(Bytes& bytes, Grid* grid) {
  std::vector<std::vector<bool>> taken(static_cast<size_t>(grid->rows),
                                       std::vector<bool>(static_cast<size_t>(grid->columns)));
  for (int row = 0; row < grid->rows; ++row) {
    for (int column = 0; column < grid->columns; ++column) {
      if (taken[static_cast<size_t>(row)][static_cast<size_t>(column)]) continue;
      const int shape = bytes.Byte();
      int right = column + 1,
          bottom = std::min(grid->rows, row + 1 + ((shape & 7) == 1 ? 1 + (shape >> 3) % 3 : 0));
      const int reach = (shape & 7) == 2 ? 1 + (shape >> 3) % 3 : (shape & 7) == 1 ? (shape >> 6) % 2 : 0;
      while (right < grid->columns && right <= column + reach &&
             !taken[static_cast<size_t>(row)][static_cast<size_t>(right)])
        ++right;
      for (int r = row; r < bottom; ++r) {
        for (int c = column; c < right; ++c) taken[static_cast<size_t>(r)][static_cast<size_t>(c)] = true;
      }
      const auto& x = grid->column_edges;
      const auto& y = grid->row_edges;
      grid->cells.push_back({row,
                             column,
                             bottom - row,
                             right - column,
                             {x[static_cast<size_t>(column)] + 2, y[static_cast<size_t>(row)] + 2,
                              x[static_cast<size_t>(right)] - 2, y[static_cast<size_t>(bottom)] - 2}});
    }
  }
}

inline Grid MakeGrid(Bytes& bytes, int top) {
  Grid grid;
  grid.rows = 1 + bytes.Below(7);
  grid.columns = 1 + bytes.Below(6);
  grid.column_edges = MadeEdges(bytes, 20 + bytes.Byte(), grid.columns);
  grid.row_edges = MadeEdges(bytes, top, grid.rows);
  grid.box = {grid.column_edges.front(), grid.row_edges.front(), grid.column_edges.back(),
              grid.row_edges.back()};
  const int flags = bytes.Byte();
  grid.open_top = (flags & 1) != 0;
  grid.open_bottom = (flags & 2) != 0;
  grid.ruled = (flags & 4) == 0;
  grid.confidence = static_cast<float>(flags) / 255;
  MakeCells(bytes, &grid);
  return grid;
}

// A line of words from `box`'s left on, as far as it goes.
inline void MakeWords(Bytes& bytes, const Box& box, int grid, int cell, PageReading* page) {
  const int count = bytes.Below(5);
  int left = box.left + 1, top = box.top + 1;
  for (int i = 0; i < count; ++i) {
    Word word;
    word.text = MadeWord(bytes);
    const int shape = bytes.Byte();
    const int width = 4 + shape % 60, height = 8 + shape / 60 * 4;
    if (left + width > box.right && left > box.left + 1) {
      left = box.left + 1;
      top += height + 2;
    }
    word.box = {left, top, std::max(left + 1, std::min(left + width, box.right)),
                std::max(top + 1, std::min(top + height, box.bottom))};
    if (word.box.top >= word.box.bottom || word.box.bottom > box.bottom) break;
    left += width + 3 + shape % 5;
    word.confidence = static_cast<float>(shape) / 255;
    word.grid = grid;
    word.cell = cell;
    page->words.push_back(word);
  }
}

inline PageReading MakePage(Bytes& bytes, int number) {
  PageReading page;
  page.page = number;
  page.dpi = 100 + bytes.Byte();
  page.width = 400 + 8 * bytes.Byte();
  page.height = 600 + 8 * bytes.Byte();
  page.engine = "fuzz";
  int top = 10 + bytes.Byte();
  const int grids = bytes.Below(4);
  for (int i = 0; i < grids; ++i) {
    MakeWords(bytes, {30, top, 30 + 4 * bytes.Byte(), top + 14}, -1, -1, &page);  // text above
    top += 16 + bytes.Byte();
    page.grids.push_back(MakeGrid(bytes, top));
    const Grid& grid = page.grids.back();
    for (size_t cell = 0; cell < grid.cells.size(); ++cell)
      MakeWords(bytes, grid.cells[cell].box, i, static_cast<int>(cell), &page);
    top = grid.box.bottom + 4;
  }
  for (int lines = bytes.Below(8); lines > 0; --lines, top += 16)
    MakeWords(bytes, {30, top, page.width - 30, top + 14}, -1, -1, &page);
  page.width = std::max(page.width, 2400);
  page.height = std::max(page.height, top + 20);
  return page;
}

inline std::vector<PageReading> MakePages(Bytes& bytes) {
  std::vector<PageReading> pages(static_cast<size_t>(1 + bytes.Below(4)));
  for (size_t i = 0; i < pages.size(); ++i) pages[i] = MakePage(bytes, static_cast<int>(i) + 1);
  return pages;
}

}  // namespace trichluc::fuzz
