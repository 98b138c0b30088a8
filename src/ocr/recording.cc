#include "ocr/recording.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/files.h"

namespace trichluc {
namespace {

using Json = nlohmann::json;

const char* ModeName(ReadAs mode) {
  switch (mode) {
    case ReadAs::kPage:
      return "page";
    case ReadAs::kBlock:
      return "block";
    case ReadAs::kLine:
      return "line";
    case ReadAs::kFigures:
      return "figures";
    case ReadAs::kWord:
      return "word";
  }
  return "?";
}

Json Encode(const std::vector<Word>& words) {
  Json array = Json::array();
  for (const Word& word : words) {
    const auto rounded = [](float value) { return std::round(value * 1000.0) / 1000; };
    array.push_back(
        {word.text, word.box.left, word.box.top, word.box.right, word.box.bottom, rounded(word.confidence)});
    for (const LetterDoubt& doubt : word.doubts) {
      array.back().push_back(doubt.at);
      array.back().push_back(doubt.letter);
      array.back().push_back(rounded(doubt.chance));
    }
  }
  return array;
}

std::vector<Word> DecodeWords(const Json& array) {
  std::vector<Word> words;
  for (const Json& item : array) {
    Word word{item.at(0).get<std::string>(), {item.at(1), item.at(2), item.at(3), item.at(4)}};
    word.confidence = item.at(5).get<float>();
    for (size_t i = 6; i + 2 < item.size(); i += 3) {
      word.doubts.push_back(
          {item.at(i).get<int>(), item.at(i + 1).get<std::string>(), item.at(i + 2).get<float>()});
    }
    words.push_back(std::move(word));
  }
  return words;
}

class RecordedEngine : public OcrEngine {
 public:
  explicit RecordedEngine(const std::string& path)
      : path_(path), recording_(DecodeRecording(ReadFile(path))) {}

  std::string Name() const override { return recording_.engine; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    const auto found = recording_.answers.find(RecordingKey(image, mode));
    if (found != recording_.answers.end()) return found->second;
    throw DocumentError(
        ErrorCode::kEngine, "ocr", path_, 0,
        "an image is not in this recording: a step before recognition changed it. Record again: "
        "tools/record");
  }

 private:
  std::string path_;
  Recording recording_;
};

}  // namespace

std::string RecordingKey(const Image& image, ReadAs mode) {
  std::string bytes = fmt::format("{} {} {} {}\n", image.width, image.height, image.channels, image.dpi);
  bytes.append(reinterpret_cast<const char*>(image.pixels.data()), image.pixels.size());
  return std::string(ModeName(mode)) + ":" + Sha256(bytes);
}

std::string EncodeRecording(const Recording& recording) {
  std::string lines = Json{{"trichluc_recording", 1}, {"engine", recording.engine}}.dump() + "\n";
  for (const auto& [key, words] : recording.answers) {
    lines += Json{{"key", key}, {"words", Encode(words)}}.dump() + "\n";
  }
  return Compress(lines);
}

Recording DecodeRecording(const std::string& bytes) try {
  const std::string text = Decompress(bytes);
  Recording recording;
  bool first = true;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const Json line =
        Json::parse(text.begin() + static_cast<long>(begin), text.begin() + static_cast<long>(end));
    begin = end + 1;
    if (first) {
      if (line.at("trichluc_recording").get<int>() != 1) throw UsageError("recording of a newer version");
      recording.engine = line.at("engine").get<std::string>();
      first = false;
    } else {
      recording.answers[line.at("key").get<std::string>()] = DecodeWords(line.at("words"));
    }
  }
  if (first) throw UsageError("the recording is empty");
  return recording;
} catch (const UsageError&) {
  throw;
} catch (const std::exception& error) {
  throw UsageError(fmt::format("not a recording of an engine's answers: {}", error.what()));
}

std::unique_ptr<OcrEngine> MakeRecordedEngine(const std::string& recording_path) {
  return std::make_unique<RecordedEngine>(recording_path);
}

struct RecordingEngine::Impl {
  std::unique_ptr<OcrEngine> engine;
  Recording recording;
};

RecordingEngine::RecordingEngine(std::unique_ptr<OcrEngine> engine) : impl_(new Impl{std::move(engine), {}}) {
  impl_->recording.engine = impl_->engine->Name();
}
RecordingEngine::~RecordingEngine() = default;

std::string RecordingEngine::Name() const { return impl_->engine->Name(); }

std::vector<Word> RecordingEngine::Read(const Image& image, ReadAs mode) {
  // Through the recorded form, so that a run that records and one that plays back give the same.
  return impl_->recording.answers[RecordingKey(image, mode)] =
             DecodeWords(Encode(impl_->engine->Read(image, mode)));
}

void RecordingEngine::Save(const std::string& path) const {
  WriteFileAtomically(path, EncodeRecording(impl_->recording));
}

}  // namespace trichluc
