#include "pipeline/table_pictures.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/files.h"
#include "extract/extract.h"
#include "image/analyse.h"
#include "image/spread.h"
#include "pipeline/join_options.h"
#include "pipeline/spreads.h"
#include "render/pdf.h"
#include "tables/tables.h"

namespace trichluc {
namespace {

struct Colour {
  uint8_t red, green, blue;
};
constexpr Colour kCell{40, 90, 230}, kOpenCell{240, 130, 0}, kHeading{60, 60, 60}, kGoesOn{225, 20, 20},
    kHand{200, 0, 200}, kPen{0, 170, 200}, kStamp{200, 120, 60};
constexpr Colour kRows[] = {{40, 170, 70}, {170, 170, 170}};
constexpr Colour kTables[] = {{0, 120, 60}, {150, 0, 150}, {0, 130, 150}};

Image InColour(const Image& grey) {
  Image out{grey.width, grey.height, 3, grey.dpi};
  out.pixels.reserve(grey.pixels.size() * 3);
  for (const uint8_t value : grey.pixels) out.pixels.insert(out.pixels.end(), 3, value);
  return out;
}

void Fill(Image& image, const Box& box, Colour colour) {
  const Box part = box.Intersect({0, 0, image.width, image.height});
  for (int y = part.top; y < part.bottom; ++y) {
    for (int x = part.left; x < part.right; ++x) {
      uint8_t* pixel = image.Row(y) + static_cast<size_t>(x) * 3;
      pixel[0] = colour.red;
      pixel[1] = colour.green;
      pixel[2] = colour.blue;
    }
  }
}

void Frame(Image& image, const Box& box, int thick, Colour colour) {
  Fill(image, {box.left, box.top, box.right, box.top + thick}, colour);
  Fill(image, {box.left, box.bottom - thick, box.right, box.bottom}, colour);
  Fill(image, {box.left, box.top, box.left + thick, box.bottom}, colour);
  Fill(image, {box.right - thick, box.top, box.right, box.bottom}, colour);
}

// Where the text of a row stands on one page.
Box RowOnPage(const TableRow& row, int page) {
  Box box;
  for (const TableCell& cell : row.cells) {
    for (const Line& line : cell.lines) {
      if (line.page == page) box = box.Union(line.box);
    }
  }
  return box;
}

void DrawBars(Image& image, const Table& table, const Box& grid, int page, int width) {
  const Box bar{grid.left - 2 * width, 0, grid.left - width, 0};
  const auto draw = [&](const TableRow& row, Colour colour) {
    const Box box = RowOnPage(row, page);
    if (box.Empty() || !grid.Contains(box.CentreX(), box.CentreY())) return;
    Fill(image, {bar.left, box.top, bar.right, box.bottom}, colour);
  };
  for (const TableRow& row : table.header) draw(row, kHeading);
  for (size_t r = 0; r < table.rows.size(); ++r) {
    draw(table.rows[r], table.rows[r].page_from < table.rows[r].page_to ? kGoesOn : kRows[r % 2]);
  }
}

void DrawPage(Image& image, const PageReading& reading, const std::vector<Table>& tables) {
  const int thick = std::max(1, reading.dpi / 100);
  for (const Region& region : reading.regions) {
    const bool pen = region.kind == "handwriting" || region.kind == "signature";
    const bool stamp = region.kind == "stamp" || region.kind == "incoming" || region.kind == "label";
    if (pen || stamp) Frame(image, region.box, thick, pen ? kPen : kStamp);
  }
  for (const HandReading& hand : reading.hand) {
    if (hand.typeset < kTypeset) Frame(image, hand.box, thick, kHand);
  }
  for (const Grid& grid : reading.grids) {
    for (const GridCell& cell : grid.cells) Frame(image, cell.box, thick, grid.ruled ? kCell : kOpenCell);
    for (size_t t = 0; t < tables.size(); ++t) {
      if (reading.page < tables[t].page_from || reading.page > tables[t].page_to) continue;
      DrawBars(image, tables[t], grid.box, reading.page, 6 * thick);
      for (const TableRow& row : tables[t].rows) {
        const Box text = RowOnPage(row, reading.page);
        if (text.Empty() || !grid.box.Contains(text.CentreX(), text.CentreY())) continue;
        Frame(image, grid.box, 2 * thick, kTables[t % 3]);
        break;
      }
    }
  }
}

}  // namespace

std::vector<std::string> DrawTables(const Database& database, const StoredDocument& stored,
                                    const std::shared_ptr<const RuleSet>& rules, const std::string& folder) {
  const Extractor extractor(rules);
  std::vector<PageReading> pages;
  for (PageReading& reading : database.Readings(stored.file_id)) {
    const bool own = reading.page >= stored.document.page_from && reading.page <= stored.document.page_to;
    if (own) pages.push_back(std::move(reading));
  }
  const SinglePages single(pages);
  const std::vector<Table> tables = JoinTables(single.readings, JoinOptionsFor(extractor));
  const Pdf pdf(stored.path);
  std::filesystem::create_directories(folder);
  std::vector<std::string> paths;
  const auto keep = [&](const PageReading& file_page, const std::string& name, const std::string& png) {
    paths.push_back(fmt::format("{}/page-{:03}{}.png", folder, file_page.page, name));
    WriteFileAtomically(paths.back(), png);
  };
  for (const PageReading& reading : single.readings) {
    const size_t index = single.IndexInFile(reading.page);
    const bool right = reading.page > 1 && single.IndexInFile(reading.page - 1) == index;
    const Image rendered = pdf.Render(pages[index].page);
    const std::optional<Spread> spread = PartSpread(rendered);
    Image image = InColour(Analyse(!spread ? rendered : right ? spread->right : spread->left).upright);
    DrawPage(image, reading, tables);
    const std::string side = right ? "-right" : "";
    keep(pages[index], side, EncodePng(image));
    for (const Crop& crop : reading.crops) keep(pages[index], side + "-" + crop.kind, crop.png);
  }
  return paths;
}

}  // namespace trichluc
