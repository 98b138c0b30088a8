// What an engine answered, kept in a file, so that tests run without recognition and always see the same
// words.
//
// The file is Zstandard-compressed (`zstd -dc FILE`), one JSON object a line. The first line says what it is,
// each other line is one answer; lines are sorted by key, so that recording again changes only what the
// engine answers otherwise:
//
//   {"trichluc_recording":1,"engine":"tesseract 5.3.0 vie"}
//   {"key":"page:5f2c…","words":[["Số:",left,top,right,bottom,confidence],…]}
//
// The key is the mode (page, block, line, word) and the SHA-256 of "width height channels dpi\n" and the
// pixels: a change of the pixels, by a step before recognition, is an answer that is missing, never one that
// is stale. Confidence is rounded to a thousandth when it is recorded, both in the file and in what
// RecordingEngine passes on.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ocr/engine.h"

namespace trichluc {

struct Recording {
  std::string engine;
  std::map<std::string, std::vector<Word>> answers;  // by key
};

std::string RecordingKey(const Image& image, ReadAs mode);
std::string EncodeRecording(const Recording& recording);
// Throws UsageError when the bytes are no recording or of a newer form.
Recording DecodeRecording(const std::string& bytes);

}  // namespace trichluc
