// What an engine said, kept for fast tests. A Zstandard-compressed file of JSON lines:
//
//   {"engine":"tesseract 5.3.0 vie","version":1}
//   {"key":"<sha256>","words":[["Số:",left,top,right,bottom,0.96],…]}
//
// The key is the SHA-256 of mode, width, height, channels, dpi and pixels of the image that was asked about, so that a
// recording can never answer for another image: when image work changes, the tests say "record again" instead of
// passing on stale answers.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/image.h"
#include "ocr/engine.h"

namespace trichluc {

struct Recording {
  std::string engine;
  std::map<std::string, std::vector<Word>> answers;  // by RecordingKey
};

std::string RecordingKey(const Image& image, ReadAs mode);

// Throws std::runtime_error on damaged bytes.
std::string EncodeRecording(const Recording& recording);
Recording DecodeRecording(const std::string& bytes);

}  // namespace trichluc
