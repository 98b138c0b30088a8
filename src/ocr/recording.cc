#include "ocr/recording.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "base/files.h"

namespace trichluc {

using nlohmann::json;

std::string RecordingKey(const Image& image, ReadAs mode) {
  std::string bytes = std::to_string(static_cast<int>(mode)) + " " + std::to_string(image.width) + "x" +
                      std::to_string(image.height) + "x" + std::to_string(image.channels) + "@" +
                      std::to_string(image.dpi) + "\n";
  bytes.append(reinterpret_cast<const char*>(image.pixels.data()), image.pixels.size());
  return Sha256(bytes);
}

std::string EncodeRecording(const Recording& recording) {
  std::string lines = json({{"engine", recording.engine}, {"version", 1}}).dump() + "\n";
  for (const auto& [key, words] : recording.answers) {
    json list = json::array();
    for (const Word& word : words) {
      list.push_back({word.text, word.box.left, word.box.top, word.box.right, word.box.bottom, word.confidence});
    }
    lines += json({{"key", key}, {"words", list}}).dump() + "\n";
  }
  return Compress(lines);
}

Recording DecodeRecording(const std::string& bytes) {
  std::istringstream lines(Decompress(bytes));
  Recording recording;
  std::string line;
  bool head = true;
  while (std::getline(lines, line)) {
    try {
      const json entry = json::parse(line);
      if (head) {
        recording.engine = entry.at("engine");
        head = false;
        continue;
      }
      std::vector<Word>& words = recording.answers[entry.at("key")];
      for (const json& w : entry.at("words")) {
        words.push_back({w.at(0), {w.at(1), w.at(2), w.at(3), w.at(4)}, w.at(5), -1, -1});
      }
    } catch (const json::exception& error) {
      throw std::runtime_error(std::string("damaged recording: ") + error.what());
    }
  }
  return recording;
}

}  // namespace trichluc
