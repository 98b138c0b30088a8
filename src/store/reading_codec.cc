#include "store/reading_codec.h"

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
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

Box BoxAt(const Json& array, size_t at) {
  return {array.at(at).get<int>(), array.at(at + 1).get<int>(), array.at(at + 2).get<int>(),
          array.at(at + 3).get<int>()};
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

Word DecodeWord(const Json& array) {
  Word word{array.at(0).get<std::string>(), BoxAt(array, 1), array.at(5).get<float>(), array.at(6).get<int>(),
            array.at(7).get<int>()};
  for (size_t i = 8; i + 2 < array.size(); i += 3) {  // younger than the form
    word.doubts.push_back(
        {array.at(i).get<int>(), array.at(i + 1).get<std::string>(), array.at(i + 2).get<float>()});
  }
  return word;
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

Grid DecodeGrid(const Json& json) {
  Grid grid;
  grid.box = BoxAt(json.at("box"), 0);
  grid.rows = json.at("rows").get<int>();
  grid.columns = json.at("columns").get<int>();
  for (const Json& cell : json.at("cells")) {
    grid.cells.push_back({cell.at(0).get<int>(), cell.at(1).get<int>(), cell.at(2).get<int>(),
                          cell.at(3).get<int>(), BoxAt(cell, 4)});
  }
  grid.column_edges = json.at("column_edges").get<std::vector<int>>();
  grid.row_edges = json.at("row_edges").get<std::vector<int>>();
  grid.confidence = json.at("confidence").get<float>();
  grid.open_top = json.value("open_top", false);  // these three are younger
  grid.open_bottom = json.value("open_bottom", false);
  grid.ruled = json.value("ruled", true);
  return grid;
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

HandReading DecodeHand(const Json& json) {
  HandReading hand{
      json.at("kind").get<std::string>(), BoxAt(json.at("box"), 0), {}, json.at("typeset").get<double>()};
  for (const Json& candidate : json.at("candidates")) {
    hand.candidates.push_back({candidate.at(0).get<std::string>(), candidate.at(1).get<double>()});
  }
  return hand;
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

PageReading DecodeAll(const Json& json, std::string_view pictures) {
  if (json.at("v").get<int>() != kForm) throw std::runtime_error("page reading of a newer form");
  PageReading reading;
  reading.page = json.at("page").get<int>();
  reading.width = json.at("width").get<int>();
  reading.height = json.at("height").get<int>();
  reading.dpi = json.at("dpi").get<int>();
  reading.engine = json.at("engine").get<std::string>();
  reading.failure = json.value("failure", "");  // younger than the form
  for (const Json& word : json.at("words")) reading.words.push_back(DecodeWord(word));
  for (const Json& grid : json.at("grids")) reading.grids.push_back(DecodeGrid(grid));
  for (const Json& region : json.at("regions")) {
    reading.regions.push_back(
        {region.at(0).get<std::string>(), BoxAt(region, 1), region.at(5).get<std::string>()});
  }
  for (const Json& crop : json.at("crops")) {
    const size_t size = crop.at(5).get<size_t>();
    if (size > pictures.size()) throw std::runtime_error("damaged page reading: a picture is cut off");
    reading.crops.push_back(
        {crop.at(0).get<std::string>(), BoxAt(crop, 1), std::string(pictures.substr(0, size))});
    pictures.remove_prefix(size);
  }
  if (json.contains("hand")) {  // younger than the form
    for (const Json& spot : json.at("hand")) reading.hand.push_back(DecodeHand(spot));
  }
  for (const Json& measurement : json.at("measurements")) {
    const Json& value = measurement.at(1);  // null: the measured value was not a number
    reading.measurements.push_back(
        {measurement.at(0).get<std::string>(), value.is_null() ? std::nan("") : value.get<double>()});
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
  try {
    return DecodeAll(Json::parse(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(end)),
                     std::string_view(bytes).substr(end + 1));
  } catch (const Json::exception& error) {
    throw std::runtime_error(std::string("damaged page reading: ") + error.what());
  }
}

}  // namespace trichluc
