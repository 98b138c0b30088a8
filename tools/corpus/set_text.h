// A piece of text broken into lines: what every block sets.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>
#include <vector>

typedef struct _PangoLayout PangoLayout;

namespace trichluc::corpus {

struct Colour {
  double red = 0, green = 0, blue = 0;
};

struct TextStyle {
  double size = 14;  // points, as everything here
  bool bold = false, italic = false;
  std::string align = "left";  // left, center, right, justify
  double indent = 0;           // of the first line
  double leading = 1.15;       // line height as a multiple of the size
  std::string family = "Tinos";
  Colour colour = {};
};

// Lines of equal height. All lengths are points, origin top left. Throws Error when the font lacks a
// character.
class SetText {
 public:
  SetText(const std::string& markup, const TextStyle& style, double width);

  std::size_t size() const { return lines_.size(); }
  double line_height() const { return line_height_; }
  double height() const { return line_height_ * static_cast<double>(size()); }
  double natural_width() const { return natural_width_; }                        // of the widest line
  const std::string& text(std::size_t line) const { return lines_[line].text; }  // normalised

  // Where a line's ink lies when it is drawn at (0, 0); `baseline` is where its letters stand.
  struct Ink {
    double left = 0, top = 0, right = 0, bottom = 0, baseline = 0;
  };
  Ink ink(std::size_t line) const;

  // The line's top is at y; x is the left edge of the column.
  void Draw(cairo_t* ink, std::size_t line, double x, double y) const;

 private:
  struct Line {
    std::string text;
    double x = 0;
    Ink ink;  // beside x and the baseline
  };
  void CollectLines();

  std::shared_ptr<PangoLayout> layout_;
  Colour colour_;
  double line_height_ = 0, ascent_ = 0, natural_width_ = 0;
  std::vector<Line> lines_;
};

double Millimetres(double mm);  // in points

}  // namespace trichluc::corpus
