#include "clerk/labels.h"

#include <cctype>
#include <map>
#include <sstream>

#include "base/files.h"
#include "image/analyse.h"

namespace trichluc::clerk {
namespace {

std::vector<std::string> Split(const std::string& row) {
  std::vector<std::string> cells;
  std::istringstream rest(row);
  for (std::string cell; std::getline(rest, cell, '\t');) cells.push_back(cell);
  return cells;
}

std::string OriginOf(const std::string& file) {
  const size_t mark = file.find("__");
  const std::string origin = mark == std::string::npos ? file.substr(0, file.find('_')) : file.substr(0, mark);
  return origin.size() > 1 && std::isdigit(static_cast<unsigned char>(origin[1])) ? "file " + origin : origin;
}

}  // namespace

std::vector<LabelledCrop> ReadLabels(const std::string& directory) {
  std::istringstream in(ReadFile(directory + "/labels.tsv"));
  std::map<std::string, size_t> column;
  std::string line;
  std::getline(in, line);
  const std::vector<std::string> titles = Split(line);
  for (size_t i = 0; i < titles.size(); ++i) column[titles[i]] = i;
  std::vector<LabelledCrop> crops;
  while (std::getline(in, line)) {
    const std::vector<std::string> cells = Split(line);
    if (cells.size() <= column.at("text")) continue;
    const std::string& name = cells[column.at("crop")];
    crops.push_back({name, OriginOf(cells[column.at("file")]), cells[column.at("text")],
                     DecodePng(ReadFile(directory + "/" + name))});
  }
  return crops;
}

}  // namespace trichluc::clerk
