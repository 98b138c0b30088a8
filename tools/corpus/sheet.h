// One page of paper: the ink on it and the text that the ink says, in reading order.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>
#include <vector>

#include "corpus/set_text.h"

namespace trichluc::corpus {

class Sheet {
 public:
  Sheet(double width, double height);            // points
  Sheet(const Sheet& left, const Sheet& right);  // the ink of two pages side by side, without their text

  double width() const { return width_; }
  double height() const { return height_; }
  cairo_t* ink() { return ink_.get(); }

  // Seal, stamp or coloured box: a scanner set to "automatic" keeps this page in colour.
  void MarkColoured() { coloured_ = true; }
  bool coloured() const { return coloured_; }

  // A place in the reading order whose text comes later (a table cell is set after its neighbours).
  std::size_t Reserve();
  void AddText(std::size_t place, const std::string& line) { places_[place].push_back(line); }
  void AddText(const std::string& line) { AddText(Reserve(), line); }
  // Draws a line of a footnote and records its text.
  void SetFootnote(const SetText& note, std::size_t line, double x, double y);

  // Draws the lines [from, to) below each other and records their text at `place`.
  void Set(const SetText& text, std::size_t from, std::size_t to, double x, double y, std::size_t place);
  void Set(const SetText& text, double x, double y) { Set(text, 0, text.size(), x, y, Reserve()); }

  void Rule(double x, double y, double width, double thickness = 0.7);
  void Box(double x, double y, double width, double height, double thickness, const Colour& colour);

  // Draws the page with the target's current transformation.
  void Replay(cairo_t* target) const;

  std::vector<std::string> Lines() const;  // the text, footnotes last

  // Where each printed line's ink lies, in the order in which the lines were set.
  struct PrintedLine {
    std::string text;
    double left = 0, top = 0, right = 0, bottom = 0;
  };
  const std::vector<PrintedLine>& printed() const { return printed_; }

  // Whether `wanted` (normalised) begins on this page; it may end on the next one, cut within its paragraph
  // or cell.
  bool Prints(const std::string& wanted) const;

 private:
  void Draw(const SetText& text, std::size_t line, double x, double y);

  double width_, height_;
  bool coloured_ = false;
  std::shared_ptr<cairo_surface_t> record_;
  std::shared_ptr<cairo_t> ink_;
  std::vector<std::vector<std::string>> places_;
  std::vector<std::string> footnotes_;
  std::vector<PrintedLine> printed_;
  struct CutText {
    std::string text;  // from its first line here to its very end
    std::size_t here;  // so many bytes of it stand here
  };
  std::vector<CutText> cuts_;
};

}  // namespace trichluc::corpus
