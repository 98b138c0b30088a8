// Text forms of the plain structs, for tests and for looking.
#include <fmt/format.h>

#include "model/layout.h"
#include "model/record.h"
#include "model/table.h"

namespace trichluc {

std::string Dump(const Box& box) {
  return fmt::format("{},{}-{},{}", box.left, box.top, box.right, box.bottom);
}

std::string Dump(const PageReading& reading) {
  std::string out = fmt::format("page {} {}x{} {} dpi, {}\n", reading.page, reading.width, reading.height,
                                reading.dpi, reading.engine);
  for (const Grid& grid : reading.grids) {
    out += fmt::format("grid {} {} rows {} columns\n", Dump(grid.box), grid.rows, grid.columns);
    for (const GridCell& cell : grid.cells) {
      out += fmt::format("  cell {},{} {}x{} {}\n", cell.row, cell.column, cell.row_span, cell.column_span,
                         Dump(cell.box));
    }
  }
  for (const Region& region : reading.regions)
    out += fmt::format("{} {} {}\n", region.colour, region.kind, Dump(region.box));
  for (const Word& word : reading.words) {
    out += fmt::format("{} {:.2f} {}", Dump(word.box), word.confidence, word.text);
    out += word.grid >= 0 ? fmt::format(" @{}.{}\n", word.grid, word.cell) : "\n";
  }
  return out;
}

std::string Dump(const PageLayout& layout) {
  std::string out = fmt::format("page {}\n", layout.page);
  for (const Block& block : layout.blocks) {
    const char* column = block.column == BlockColumn::kFull   ? "full"
                         : block.column == BlockColumn::kLeft ? "left"
                                                              : "right";
    out += block.grid >= 0 ? fmt::format("[grid {}]\n", block.grid) : fmt::format("[{}]\n", column);
    for (const Line& line : block.lines) out += line.Text() + "\n";
  }
  return out;
}

std::string Dump(const Table& table) {
  std::string out =
      fmt::format("table pages {}-{}, {} columns\n", table.page_from, table.page_to, table.columns);
  auto add = [&out](const TableRow& row, char mark) {
    out += mark;
    for (const TableCell& cell : row.cells) {
      out += cell.covered ? " ^ |" : " " + cell.Text() + " |";
    }
    out += '\n';
  };
  for (const TableRow& row : table.header) add(row, '#');
  for (const TableRow& row : table.rows) add(row, '|');
  return out;
}

namespace {
void Put(std::string& out, const char* name, const std::optional<std::string>& value) {
  if (value) out += fmt::format("{}: {}\n", name, *value);
}
std::string Names(const std::vector<Agency>& agencies) {
  std::string out;
  for (const Agency& agency : agencies) out += (out.empty() ? "" : " + ") + agency.name;
  return out;
}
}  // namespace

std::string Dump(const Document& document) {
  std::string out = fmt::format("document pages {}-{}\n", document.page_from, document.page_to);
  Put(out, "number", document.number);
  if (document.doc_type)
    out += fmt::format("type: {} {}\n", document.doc_type->code, document.doc_type->name);
  Put(out, "issued_on", document.issued_on);
  Put(out, "place", document.place);
  if (document.issuer) out += fmt::format("issuer: {}\n", document.issuer->name);
  if (document.parent_issuer) out += fmt::format("parent: {}\n", document.parent_issuer->name);
  Put(out, "subject", document.subject);
  Put(out, "urgency", document.urgency);
  Put(out, "secrecy", document.secrecy);
  for (const Signer& signer : document.signers) {
    out += fmt::format("signer: {} | {} | {}\n", signer.authority.value_or("-"), signer.title.value_or("-"),
                       signer.name);
  }
  for (const std::string& recipient : document.recipients) out += fmt::format("to: {}\n", recipient);
  for (const Reference& r : document.references) {
    out += fmt::format("ref p{} {}: {} {} {} {}\n", r.page, r.relation, r.type.value_or("-"),
                       r.number.value_or("-"), r.date.value_or("-"), r.agency.value_or("-"));
  }
  for (const Task& task : document.tasks) {
    out += fmt::format("task {} [{}] {} | {} | {} | {}\n", task.no.value_or("-"),
                       task.section.empty() ? "" : task.section.back(), task.content, Names(task.lead),
                       Names(task.coordinators), task.deadline ? task.deadline->text : "-");
  }
  for (const Flag& flag : document.flags)
    out += fmt::format("flag {} p{}: {}\n", flag.code, flag.page.value_or(0), flag.detail);
  return out;
}

}  // namespace trichluc
