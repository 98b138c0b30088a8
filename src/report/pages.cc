#include "report/pages.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "report/text_layout.h"

namespace trichluc {
namespace {

// The limits by which pipeline/text_layer.cc decides are not repeated: the page tells what came out, and the
// measurements that are missing tell how far the layer came.
class Described {
 public:
  explicit Described(const PageReading& reading) : reading_(reading) {}

  std::string Text() const { return (Value("spread_middle") ? "two pages on one sheet; " : "") + HowRead(); }

 private:
  std::string HowRead() const {
    if (!Value("text_layer_words"))
      return fmt::format("picture; recognised at {} dpi by {}", reading_.dpi, reading_.engine);
    const bool used = Value("text_layer_used") == 1;
    const std::string words = fmt::format("{}, {} words{}", Kind(), *Value("text_layer_words"), Encoding());
    if (used) {
      return fmt::format("{}: taken from the file's own text ({}; {})", words,
                         Share("text_layer_valid", "syllables"), Proof());
    }
    return fmt::format("{}: not trusted, {}; recognised at {} dpi by {}", words, Cause(), reading_.dpi,
                       reading_.engine);
  }

  std::optional<double> Value(const std::string& name) const {
    for (const Measurement& measurement : reading_.measurements) {
      if (measurement.name == name) return measurement.value;
    }
    return std::nullopt;
  }

  std::string Kind() const {
    const double pictured = Value("text_layer_pictured").value_or(0),
                 hidden = Value("text_layer_hidden").value_or(0);
    if (hidden > 0.5) return "scan with a text layer";
    if (pictured > 0.5) return "text on a picture";
    return pictured > 0 ? "text with pictures" : "text";
  }

  std::string Encoding() const {
    constexpr std::array<const char*, 7> kNames = {"", "TCVN3", "TCVN3", "VNI", "windows-1258", "VPS", "VPS"};
    const auto number = static_cast<size_t>(Value("text_layer_encoding").value_or(0));
    return number == 0 || number >= kNames.size() ? "" : fmt::format(" in {}", kNames[number]);
  }

  std::string Share(const char* name, const char* of) const {
    return fmt::format("{:.0f} % {}", 100 * Value(name).value_or(0), of);
  }

  std::string Proof() const {
    return Share("text_layer_covers", "of the print under it") + ", sampled lines " +
           Share("text_layer_agrees", "as recognised");
  }

  std::string Cause() const {
    if (Value("text_layer_agrees")) return Proof();
    if (Value("text_layer_hidden").value_or(0) > 0.1)
      return Share("text_layer_hidden", "of it is hidden behind the picture");
    return fmt::format("too few words or too few syllables ({})", Share("text_layer_valid", "are syllables"));
  }

  const PageReading& reading_;
};

}  // namespace

std::string DescribePages(const std::vector<PageReading>& readings, int page_from, int page_to,
                          size_t width) {
  constexpr size_t kName = 10;
  std::string text;
  for (const PageReading& reading : readings) {
    if (reading.page < page_from || reading.page > page_to) continue;
    const std::vector<std::string> lines =
        Wrap(Described(reading).Text(), std::max<size_t>(width, 50) - kName);
    for (size_t i = 0; i < lines.size(); ++i)
      text += Pad(i == 0 ? fmt::format("page {}", reading.page) : "", kName) + lines[i] + '\n';
  }
  return text;
}

}  // namespace trichluc
