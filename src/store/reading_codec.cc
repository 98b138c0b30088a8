#include "store/reading_codec.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <simdjson.h>
#include <stdexcept>

#include "base/files.h"

namespace trichluc {
namespace {

using Json = nlohmann::json;

constexpr int kForm = 1;

// The shortest decimal that gives the same float again: 0.87, not 0.8700000047683716.
Json ShortFloat(float value) {
  if (!std::isfinite(value)) return 0;
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  double shortest = 0;
  std::from_chars(text.data(), end, shortest);
  return shortest;
}

void AddBox(Json& array, const Box& box) {
  for (const int edge : {box.left, box.top, box.right, box.bottom}) array.push_back(edge);
}

Json EncodeWord(const Word& word) {
  Json array = {word.text};
  AddBox(array, word.box);
  array.push_back(ShortFloat(word.confidence));
  array.push_back(word.grid);
  array.push_back(word.cell);
  for (const LetterDoubt& doubt : word.doubts) {
    array.push_back(doubt.at);
    array.push_back(doubt.letter);
    array.push_back(ShortFloat(doubt.chance));
  }
  return array;
}

Json EncodeGrid(const Grid& grid) {
  Json cells = Json::array(), box = Json::array();
  for (const GridCell& cell : grid.cells) {
    Json array = {cell.row, cell.column, cell.row_span, cell.column_span};
    AddBox(array, cell.box);
    cells.push_back(std::move(array));
  }
  AddBox(box, grid.box);
  return {{"box", box},
          {"rows", grid.rows},
          {"columns", grid.columns},
          {"cells", cells},
          {"column_edges", grid.column_edges},
          {"row_edges", grid.row_edges},
          {"confidence", ShortFloat(grid.confidence)},
          {"open_top", grid.open_top},
          {"open_bottom", grid.open_bottom},
          {"ruled", grid.ruled}};
}

// A kind, its box, and one thing more.
Json EncodeKind(const std::string& kind, const Box& box, Json last) {
  Json array = {kind};
  AddBox(array, box);
  array.push_back(std::move(last));
  return array;
}

Json EncodeHand(const HandReading& hand) {
  Json box = Json::array(), candidates = Json::array();
  AddBox(box, hand.box);
  for (const HandCandidate& candidate : hand.candidates) {
    Json array = {candidate.text};
    array.push_back(candidate.probability);
    candidates.push_back(std::move(array));
  }
  return {{"kind", hand.kind}, {"box", box}, {"typeset", hand.typeset}, {"candidates", candidates}};
}

Json EncodeAll(const PageReading& reading) {
  Json words = Json::array(), grids = Json::array(), regions = Json::array(), crops = Json::array(),
       measurements = Json::array(), hand = Json::array();
  for (const Word& word : reading.words) words.push_back(EncodeWord(word));
  for (const Grid& grid : reading.grids) grids.push_back(EncodeGrid(grid));
  for (const Region& region : reading.regions)
    regions.push_back(EncodeKind(region.kind, region.box, region.colour));
  for (const Crop& crop : reading.crops) crops.push_back(EncodeKind(crop.kind, crop.box, crop.png.size()));
  for (const Measurement& measurement : reading.measurements) {
    Json array = {measurement.name};
    array.push_back(measurement.value);
    measurements.push_back(std::move(array));
  }
  for (const HandReading& spot : reading.hand) hand.push_back(EncodeHand(spot));
  return {{"v", kForm},
          {"page", reading.page},
          {"width", reading.width},
          {"height", reading.height},
          {"dpi", reading.dpi},
          {"engine", reading.engine},
          {"failure", reading.failure},
          {"words", words},
          {"grids", grids},
          {"regions", regions},
          {"crops", crops},
          {"hand", hand},
          {"measurements", measurements}};
}

namespace dom = simdjson::dom;

[[noreturn]] void Damaged(const char* what) { throw std::runtime_error(std::string("damaged page reading: ") + what); }

int Int(dom::element value) {
  const double number = value.get_double();
  if (!(std::abs(number) <= std::numeric_limits<int>::max())) Damaged("a number is too large");
  return static_cast<int>(number);
}

std::string Text(dom::element value) { return std::string(std::string_view(value)); }

// Takes the items of an array one after the other, each looked for.
class Row {
 public:
  explicit Row(dom::element array) : array_(array), next_(array_.begin()) {}

  bool AtEnd() const { return !(next_ != array_.end()); }
  dom::element Next() {
    if (AtEnd()) Damaged("a value is missing");
    const dom::element item = *next_;
    ++next_;
    return item;
  }
  int Int() { return trichluc::Int(Next()); }
  double Number() { return Next().get_double(); }
  float Float() { return static_cast<float>(Number()); }
  std::string Text() { return trichluc::Text(Next()); }
  trichluc::Box Box() {
    return {Int(), Int(), Int(), Int()};  // in this order
  }

 private:
  dom::array array_;
  dom::array::iterator next_;
};

std::vector<int> Ints(dom::element array) {
  std::vector<int> values;
  for (Row row(array); !row.AtEnd();) values.push_back(row.Int());
  return values;
}

Word DecodeWord(Row row) {
  Word word{row.Text(), row.Box(), row.Float(), row.Int(), row.Int()};
  while (!row.AtEnd()) word.doubts.push_back({row.Int(), row.Text(), row.Float()});  // younger than the form
  return word;
}

// A flag younger than the form.
bool FlagOr(dom::object json, std::string_view key, bool otherwise) {
  bool flag = otherwise;
  if (json[key].get(flag) == simdjson::NO_SUCH_FIELD) return otherwise;
  return json[key].get_bool();
}

GridCell DecodeCell(Row row) { return {row.Int(), row.Int(), row.Int(), row.Int(), row.Box()}; }

Grid DecodeGrid(dom::object json) {
  Grid grid;
  grid.box = Row(json["box"]).Box();
  grid.rows = Int(json["rows"]);
  grid.columns = Int(json["columns"]);
  for (const dom::element cell : dom::array(json["cells"])) grid.cells.push_back(DecodeCell(Row(cell)));
  grid.column_edges = Ints(json["column_edges"]);
  grid.row_edges = Ints(json["row_edges"]);
  grid.confidence = static_cast<float>(json["confidence"].get_double());
  grid.open_top = FlagOr(json, "open_top", false);  // these three are younger
  grid.open_bottom = FlagOr(json, "open_bottom", false);
  grid.ruled = FlagOr(json, "ruled", true);
  return grid;
}

HandReading DecodeHand(dom::object json) {
  HandReading hand{Text(json["kind"]), Row(json["box"]).Box(), {}, json["typeset"].get_double()};
  for (const dom::element item : dom::array(json["candidates"])) {
    Row candidate(item);
    hand.candidates.push_back({candidate.Text(), candidate.Number()});
  }
  return hand;
}

Region DecodeRegion(Row row) { return {row.Text(), row.Box(), row.Text()}; }

// Takes the crop's picture off the front of `pictures`.
Crop DecodeCrop(Row row, std::string_view* pictures) {
  Crop crop{row.Text(), row.Box(), ""};
  const int size = row.Int();
  if (size < 0 || static_cast<size_t>(size) > pictures->size()) Damaged("a picture is cut off");
  crop.png = pictures->substr(0, static_cast<size_t>(size));
  pictures->remove_prefix(static_cast<size_t>(size));
  return crop;
}

Measurement DecodeMeasurement(Row row) {
  std::string name = row.Text();
  const dom::element value = row.Next();  // null: the measured value was not a number
  return {std::move(name), value.is_null() ? std::nan("") : double(value.get_double())};
}

PageReading DecodeAll(dom::object json, std::string_view pictures) {
  if (Int(json["v"]) != kForm) throw std::runtime_error("page reading of a newer form");
  PageReading reading;
  reading.page = Int(json["page"]);
  reading.width = Int(json["width"]);
  reading.height = Int(json["height"]);
  reading.dpi = Int(json["dpi"]);
  reading.engine = Text(json["engine"]);
  if (dom::element failure; json["failure"].get(failure) == simdjson::SUCCESS) reading.failure = Text(failure);  // younger
  for (const dom::element word : dom::array(json["words"])) reading.words.push_back(DecodeWord(Row(word)));
  for (const dom::element grid : dom::array(json["grids"])) reading.grids.push_back(DecodeGrid(grid));
  for (const dom::element region : dom::array(json["regions"])) reading.regions.push_back(DecodeRegion(Row(region)));
  for (const dom::element crop : dom::array(json["crops"])) reading.crops.push_back(DecodeCrop(Row(crop), &pictures));
  if (dom::array hand; json["hand"].get(hand) == simdjson::SUCCESS) {  // younger
    for (const dom::element spot : hand) reading.hand.push_back(DecodeHand(spot));
  }
  for (const dom::element item : dom::array(json["measurements"])) reading.measurements.push_back(DecodeMeasurement(Row(item)));
  return reading;
}

}  // namespace

std::string EncodeReading(const PageReading& reading) {
  std::string bytes = EncodeAll(reading).dump(-1, ' ', false, Json::error_handler_t::replace);
  bytes += '\n';
  for (const Crop& crop : reading.crops) bytes += crop.png;
  return Compress(bytes);
}

PageReading DecodeReading(std::string_view compressed) {
  const std::string bytes = Decompress(compressed);
  const size_t end = bytes.find('\n');
  if (end == std::string::npos) throw std::runtime_error("damaged page reading");
  try {
    dom::parser parser;
    return DecodeAll(parser.parse(bytes.data(), end), std::string_view(bytes).substr(end + 1));
  } catch (const simdjson::simdjson_error& error) {
    Damaged(error.what());
  }
}

}  // namespace trichluc
