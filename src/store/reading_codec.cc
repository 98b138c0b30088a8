#include "store/reading_codec.h"

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "base/files.h"
#include "store/json_tree.h"

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

// The items of an array, each looked for.
class Items {
 public:
  explicit Items(const JsonValue& array) : items_(array.Items()) {}

  const JsonValue& operator[](size_t i) const {
    if (i >= items_.size()) throw std::runtime_error("damaged page reading: a value is missing");
    return items_[i];
  }
  Box BoxAt(size_t at) const {
    return {(*this)[at].Int(), (*this)[at + 1].Int(), (*this)[at + 2].Int(), (*this)[at + 3].Int()};
  }
  size_t size() const { return items_.size(); }

 private:
  std::vector<JsonValue> items_;
};

float Float(const JsonValue& value) { return static_cast<float>(value.Number()); }

Word DecodeWord(const Items& array) {
  Word word{array[0].Text(), array.BoxAt(1), Float(array[5]), array[6].Int(), array[7].Int()};
  for (size_t i = 8; i + 2 < array.size(); i += 3) {  // younger than the form
    word.doubts.push_back({array[i].Int(), array[i + 1].Text(), Float(array[i + 2])});
  }
  return word;
}

bool FlagOr(const JsonValue& json, const char* key, bool otherwise) { return json.Has(key) ? json[key].Flag() : otherwise; }

Grid DecodeGrid(const JsonValue& json) {
  Grid grid;
  grid.box = Items(json["box"]).BoxAt(0);
  grid.rows = json["rows"].Int();
  grid.columns = json["columns"].Int();
  for (const JsonValue& item : json["cells"].Items()) {
    const Items cell(item);
    grid.cells.push_back({cell[0].Int(), cell[1].Int(), cell[2].Int(), cell[3].Int(), cell.BoxAt(4)});
  }
  grid.column_edges = json["column_edges"].Ints();
  grid.row_edges = json["row_edges"].Ints();
  grid.confidence = Float(json["confidence"]);
  grid.open_top = FlagOr(json, "open_top", false);  // these three are younger
  grid.open_bottom = FlagOr(json, "open_bottom", false);
  grid.ruled = FlagOr(json, "ruled", true);
  return grid;
}

HandReading DecodeHand(const JsonValue& json) {
  HandReading hand{json["kind"].Text(), Items(json["box"]).BoxAt(0), {}, json["typeset"].Number()};
  for (const JsonValue& item : json["candidates"].Items()) {
    const Items candidate(item);
    hand.candidates.push_back({candidate[0].Text(), candidate[1].Number()});
  }
  return hand;
}

PageReading DecodeAll(const JsonValue& json, std::string_view pictures) {
  if (json["v"].Int() != kForm) throw std::runtime_error("page reading of a newer form");
  PageReading reading;
  reading.page = json["page"].Int();
  reading.width = json["width"].Int();
  reading.height = json["height"].Int();
  reading.dpi = json["dpi"].Int();
  reading.engine = json["engine"].Text();
  if (json.Has("failure")) reading.failure = json["failure"].Text();  // younger than the form
  for (const JsonValue& word : json["words"].Items()) reading.words.push_back(DecodeWord(Items(word)));
  for (const JsonValue& grid : json["grids"].Items()) reading.grids.push_back(DecodeGrid(grid));
  for (const JsonValue& item : json["regions"].Items()) {
    const Items region(item);
    reading.regions.push_back({region[0].Text(), region.BoxAt(1), region[5].Text()});
  }
  for (const JsonValue& item : json["crops"].Items()) {
    const Items crop(item);
    const int size = crop[5].Int();
    if (size < 0 || static_cast<size_t>(size) > pictures.size()) throw std::runtime_error("damaged page reading: a picture is cut off");
    reading.crops.push_back({crop[0].Text(), crop.BoxAt(1), std::string(pictures.substr(0, static_cast<size_t>(size)))});
    pictures.remove_prefix(static_cast<size_t>(size));
  }
  if (json.Has("hand")) {  // younger than the form
    for (const JsonValue& spot : json["hand"].Items()) reading.hand.push_back(DecodeHand(spot));
  }
  for (const JsonValue& item : json["measurements"].Items()) {
    const Items measurement(item);  // null: the measured value was not a number
    reading.measurements.push_back(
        {measurement[0].Text(), measurement[1].IsNull() ? std::nan("") : measurement[1].Number()});
  }
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
  const JsonTree tree(std::string_view(bytes).substr(0, end));
  return DecodeAll(tree.root(), std::string_view(bytes).substr(end + 1));
}

}  // namespace trichluc
