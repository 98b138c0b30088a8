// The engine in itself, without recognition.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "ocr/engine.h"

namespace trichluc {
namespace {

// A confined worker can open nothing any more when Tesseract makes its first remark, which then goes to the terminal.
TEST(Tesseract, HasItsLogOpenBeforeItReads) {
  const auto engine = MakeTesseract("trichluc", TRICHLUC_SOURCE_DIR "/rules/models");
  int open = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code error;
    const std::string number = entry.path().filename();
    open += std::stoi(number) > 2 && std::filesystem::read_symlink(entry.path(), error) == "/dev/null";
  }
  EXPECT_GE(open, 1);
}

}  // namespace
}  // namespace trichluc
