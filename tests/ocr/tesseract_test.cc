// The engine in itself, without recognition.
#include <fcntl.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "ocr/engine.h"

namespace trichluc {
namespace {

// A confined worker can open nothing any more when Tesseract makes its first remark, which then goes to the
// terminal.
TEST(Tesseract, HasItsLogOpenBeforeItReads) {
  const auto engine = MakeTesseract("trichluc", TRICHLUC_SOURCE_DIR "/rules/models");
  int open = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code error;
    const int number = std::stoi(entry.path().filename());
    const bool for_writing = (fcntl(number, F_GETFL) & O_ACCMODE) == O_WRONLY;
    open += number > 2 && for_writing && std::filesystem::read_symlink(entry.path(), error) == "/dev/null";
  }
  EXPECT_GE(open, 1);
}

}  // namespace
}  // namespace trichluc
