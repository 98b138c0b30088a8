#include "corpus/sheet.h"

#include <algorithm>

#include "corpus/plain.h"

namespace trichluc::corpus {

Sheet::Sheet(double width, double height) : width_(width), height_(height) {
  const cairo_rectangle_t extents{0, 0, width, height};
  record_.reset(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents), cairo_surface_destroy);
  ink_.reset(cairo_create(record_.get()), cairo_destroy);
}

Sheet::Sheet(const Sheet& left, const Sheet& right)
    : Sheet(left.width() + right.width(), std::max(left.height(), right.height())) {
  coloured_ = left.coloured() || right.coloured();
  left.Replay(ink());
  cairo_translate(ink(), left.width(), 0);
  right.Replay(ink());
}

std::size_t Sheet::Reserve() {
  places_.emplace_back();
  return places_.size() - 1;
}

void Sheet::Draw(const SetText& text, std::size_t line, double x, double y) {
  text.Draw(ink(), line, x, y);
  if (text.text(line).empty()) return;
  const SetText::Ink at = text.ink(line);
  printed_.push_back({text.text(line), x + at.left, y + at.top, x + at.right, y + at.bottom});
}

void Sheet::SetFootnote(const SetText& note, std::size_t line, double x, double y) {
  Draw(note, line, x, y);
  footnotes_.push_back(note.text(line));
}

void Sheet::Set(const SetText& text, std::size_t from, std::size_t to, double x, double y,
                std::size_t place) {
  for (std::size_t line = from; line < to; ++line) {
    Draw(text, line, x, y + static_cast<double>(line - from) * text.line_height());
    if (!text.text(line).empty()) AddText(place, text.text(line));
  }
  if (from == to || to == text.size()) return;
  CutText cut;
  for (std::size_t line = from; line < text.size(); ++line) {
    cut.text += text.text(line) + ' ';
    if (line + 1 == to) cut.here = cut.text.size();
  }
  cuts_.push_back(cut);
}

void Sheet::Rule(double x, double y, double width, double thickness) {
  cairo_set_source_rgb(ink(), 0, 0, 0);
  cairo_set_line_width(ink(), thickness);
  cairo_move_to(ink(), x, y);
  cairo_line_to(ink(), x + width, y);
  cairo_stroke(ink());
}

void Sheet::Box(double x, double y, double width, double height, double thickness, const Colour& colour) {
  cairo_set_source_rgb(ink(), colour.red, colour.green, colour.blue);
  cairo_set_line_width(ink(), thickness);
  cairo_rectangle(ink(), x, y, width, height);
  cairo_stroke(ink());
}

void Sheet::Replay(cairo_t* target) const {
  cairo_set_source_surface(target, record_.get(), 0, 0);
  cairo_paint(target);
}

std::vector<std::string> Sheet::Lines() const {
  std::vector<std::string> result;
  for (const auto& place : places_) result.insert(result.end(), place.begin(), place.end());
  result.insert(result.end(), footnotes_.begin(), footnotes_.end());
  return result;
}

bool Sheet::Prints(const std::string& wanted) const {
  std::string page;
  for (const std::string& line : Lines()) page += line + ' ';
  if (FindPrinted(page, wanted) != std::string::npos) return true;
  for (const CutText& cut : cuts_) {
    if (FindPrinted(cut.text, wanted) < cut.here) return true;  // npos is no such place
  }
  return false;
}

}  // namespace trichluc::corpus
