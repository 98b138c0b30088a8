// Makes readings of pages by hand: text set at a place gives words with boxes as a perfect engine would.
#pragma once

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"

namespace trichluc {

inline size_t CountLetters(std::string_view text) {
  size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

inline std::vector<std::string> SplitWords(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

class PrintedPage {
 public:
  // A4 upright unless said otherwise.
  explicit PrintedPage(int dpi = 200, int page = 1, bool landscape = false) {
    reading_.page = page;
    reading_.dpi = dpi;
    reading_.width = Mm(landscape ? 297 : 210);
    reading_.height = Mm(landscape ? 210 : 297);
    reading_.engine = "made by hand";
  }

  int Mm(double mm) const { return static_cast<int>(mm / 25.4 * reading_.dpi + 0.5); }
  double Em(double points) const { return points / 72.0 * reading_.dpi; }

  // The width of a word or a line in pixels.
  double Width(const std::string& text, double points) const {
    double width = 0;
    for (const std::string& word : SplitWords(text)) {
      width += (width > 0 ? kBlank : 0) * Em(points) + WordWidth(word, points);
    }
    return width;
  }
  double WordWidth(const std::string& word, double points) const {
    double width = 0;
    for (const char c : word) {
      if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
      width += c == 'I'                                                            ? 0.33
               : (c >= 'A' && c <= 'Z')                                            ? 0.68
               : std::string_view(".,;:'il/()-").find(c) != std::string_view::npos ? 0.3
                                                                                   : 0.48;
    }
    return width * Em(points);
  }

  // One line, its left end and baseline in millimetres.
  void Text(double x_mm, double baseline_mm, const std::string& text, double points = 13,
            double blank = kBlank) {
    double x = Mm(x_mm);
    for (const std::string& word : SplitWords(text))
      x += Put(x, Mm(baseline_mm), word, points) + blank * Em(points);
  }
  void Centre(double centre_mm, double baseline_mm, const std::string& text, double points = 13) {
    Text(centre_mm - Width(text, points) / 2 / reading_.dpi * 25.4, baseline_mm, text, points);
  }
  // Justified, all but the last line. Returns the baseline of the line below, in millimetres.
  double Paragraph(double left_mm, double right_mm, double baseline_mm, double indent_mm,
                   const std::string& text, double points = 13, double pitch = 1.35) {
    std::vector<std::string> line;
    double y = baseline_mm, left = left_mm + indent_mm, width = 0;
    const double step = pitch * points / 72 * 25.4;
    const auto flush = [&](bool last) {
      double blank = kBlank;
      const double room = Mm(right_mm) - Mm(left);
      if (!last && line.size() > 1)
        blank += (room - width) / Em(points) / static_cast<double>(line.size() - 1);
      std::string joined;
      for (const std::string& word : line) joined += word + " ";
      Text(left, y, joined, points, blank);
      y += step;
      left = left_mm;
      width = 0;
      line.clear();
    };
    for (const std::string& word : SplitWords(text)) {
      const double more = WordWidth(word, points) + (line.empty() ? 0 : kBlank * Em(points));
      if (!line.empty() && width + more > Mm(right_mm) - Mm(left)) flush(false);
      width += WordWidth(word, points) + (line.empty() ? 0 : kBlank * Em(points));
      line.push_back(word);
    }
    if (!line.empty()) flush(true);
    return y;
  }

  // A word in pixels; returns its width.
  double Put(double x, double baseline, const std::string& word, double points, int grid = -1,
             int cell = -1) {
    const double em = Em(points), width = WordWidth(word, points);
    double up = 0.46, down = 0;
    bool letters = false;
    for (size_t i = 0; i < word.size(); ++i) {
      const char c = word[i];
      const unsigned char byte = static_cast<unsigned char>(c);
      letters = letters || byte >= 0x80 || std::isalnum(byte);
      if ((byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || kTall.find(c) != kTall.npos)
        up = std::max(up, 0.68);
      if (kDeep.find(c) != kDeep.npos) down = 0.21;
      if (byte >= 0xC3 && i + 1 < word.size())
        up = std::max(up, IsMarkedCapital(word.substr(i, 3)) ? 0.88 : 0.7);
    }
    Word printed;
    printed.text = word;
    printed.confidence = 0.93f;
    printed.grid = grid;
    printed.cell = cell;
    const double bottom = letters ? baseline + down * em : baseline - 0.2 * em;
    const double top = letters ? baseline - up * em : baseline - 0.27 * em;
    printed.box = {static_cast<int>(x), static_cast<int>(top), static_cast<int>(x + width),
                   static_cast<int>(bottom) + 1};
    reading_.words.push_back(printed);
    return width;
  }

  PageReading& reading() { return reading_; }
  const PageReading& reading() const { return reading_; }

 private:
  static constexpr std::string_view kTall = "bdfhkl/()", kDeep = "gpqy,;()";
  // À … Ý, and the even half of U+1EA0 … U+1EF9.
  static bool IsMarkedCapital(const std::string& utf8) {
    const auto byte = [&](size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(utf8[i])); };
    if (byte(0) == 0xC3) return byte(1) < 0xA0;
    return utf8.size() >= 3 && byte(0) == 0xE1 && byte(1) >= 0xBA && byte(2) % 2 == 0;
  }

  static constexpr double kBlank = 0.27;
  PageReading reading_;
};

}  // namespace trichluc
