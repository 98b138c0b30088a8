// description.json as structs: what stands on the paper, and what it means. README.md is the format's manual.
// Lengths are millimetres, type sizes points, text NFC with Pango markup.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "corpus/json_node.h"

namespace trichluc::corpus {

struct LetterheadLine {
  std::string text;
  bool bold = false;
  bool underline = false;  // a rule beneath the line
};

struct Letterhead {
  std::vector<LetterheadLine> left, right;
  std::string number, date;
  std::vector<std::string> under_number;
  std::string urgency;
  bool party = false;
};

struct Incoming {
  std::vector<std::string> lines;
  double x = 32, y = 62, width = 45;
  bool blue = false;
};

struct Title {
  std::string type;
  std::vector<std::string> subject, note;
};

struct Address {
  std::string intro;
  std::vector<std::string> lines;
};

struct Heading {
  std::string text;
  bool italic = false;
  std::string align;
};

struct Para {
  std::string text, align;
  double indent = 10;
  std::vector<std::string> footnotes;
  std::vector<Node> tasks;
};

struct Column {
  std::string title;
  double width = 1;
  std::string align;
};

enum class Stroke { kSolid, kThin, kThick, kDotted, kDashed, kBroken, kFaint, kDouble };

struct Cell {
  std::string text;
  int rows = 1, cols = 1;
  bool bold = false, italic = false;
  std::string align;     // empty: the column's
  bool covered = false;  // by the span of another cell
  double shift = 0;      // millimetres by which the text is set too far to the right, over the border
};

struct Row {
  std::vector<Cell> cells;  // one for each column
  int section = 0;          // level that the row opens, 0: none
  int end_section = 0;      // level that the row closes, 0: none
  std::string title;        // of the section
  bool is_task = true;
  Node node;                 // for complaints
  std::optional<Node> task;  // fields that override the mapped ones
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> header, later_header;  // later: as it is repeated, when otherwise
  double size = 12;
  bool repeat_header = false, split_rows = true, middle = false;
  std::size_t turn = 0;  // the row (from 1) before which the paper is turned to landscape; 0: never
  std::string rules;     // full, horizontal, header, none
  Stroke stroke = Stroke::kSolid;
  bool frame = true;  // the outermost lines are drawn
  double shift = 0;   // millimetres by which every other page's part stands further right
  double margin = 0;  // millimetres left free on both sides
  std::map<std::string, int> map;
  std::vector<std::string> under;  // titles of the headings that its rows stand under, outermost first
  std::vector<Row> rows;
};

struct Signature {
  std::string recipients_title;
  std::vector<std::string> recipients, right;
  std::string name;
  bool seal = true;
};

struct Esign {
  std::vector<std::string> lines;
  bool top_right = false;
};

struct Seal {  // a round seal over whatever stands there
  double x = 0, y = 0;
};

struct PageStart {
  bool landscape = false;
  bool restart = false;
  bool blank = false;  // an empty sheet, which belongs to no document; what follows begins on the next
};

struct Block {
  Node node;  // for complaints
  std::variant<Letterhead, Incoming, Title, Address, Heading, Para, Table, Signature, Esign, PageStart, Seal>
      body;
};

struct Document {
  Node truth;
  double size = 14;  // of the body
  std::vector<Block> blocks;
};

struct Description {
  std::shared_ptr<const Json> json;  // what all nodes point into
  std::string file, id;
  std::uint64_t seed = 0;
  Node agencies, deadlines;
  std::vector<Document> documents;
};

// Reads and checks a description. `file` stands in the complaints only.
Description ParseDescription(const std::string& text, const std::string& file);

// The cell that covers row and column of a table: itself, or the one whose span reaches it.
const Cell& CellAt(const Table& table, std::size_t row, std::size_t column);

// For parse_blocks.cc and parse_table.cc.
Block ParseBlock(const Node& node);
Table ParseTable(const Node& node);

}  // namespace trichluc::corpus
