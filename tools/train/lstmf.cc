#include "train/lstmf.h"

#include <cstdint>

namespace trichluc::train {
namespace {

template <typename T>
void PutRaw(std::string* out, T value) {
  out->append(reinterpret_cast<const char*>(&value), sizeof value);
}

void PutText(std::string* out, const std::string& text) {
  PutRaw(out, static_cast<std::uint32_t>(text.size()));
  *out += text;
}

}  // namespace

std::string Lstmf(const std::vector<TrainingLine>& lines) {
  std::string out;
  PutRaw(&out, static_cast<std::uint32_t>(lines.size()));
  for (const TrainingLine& line : lines) {
    PutRaw(&out, std::uint8_t{1});  // the pointer is not null
    PutText(&out, "");           // name of the image
    PutRaw(&out, std::int32_t{0});  // its page
    PutText(&out, line.png);
    PutText(&out, "");  // language
    PutText(&out, line.text);
    PutRaw(&out, std::uint32_t{1});  // one box: the whole line
    for (const int edge : {0, 0, line.width, line.height}) PutRaw(&out, static_cast<std::int16_t>(edge));
    PutRaw(&out, std::uint32_t{1});
    PutText(&out, line.text);
    PutRaw(&out, std::int8_t{0});  // not vertical
  }
  return out;
}

}  // namespace trichluc::train
