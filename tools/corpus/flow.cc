#include "corpus/flow.h"

#include <fmt/format.h>

#include <algorithm>

namespace trichluc::corpus {
namespace {

constexpr double kShort = 595.276, kLong = 841.890;  // A4
constexpr double kFootnoteGap = 10;                  // above the footnotes, with their rule in it

double Height(const std::vector<SetText>& texts) {
  double height = texts.empty() ? 0 : kFootnoteGap;
  for (const SetText& text : texts) height += text.height();
  return height;
}

}  // namespace

// Nghị định 30/2020/NĐ-CP, annex I: top and bottom 20–25, left 30–35, right 15–20 mm. Landscape pages turn
// the paper, the binding edge is then at the top.
double Flow::left() const { return Millimetres(landscape_ ? 20 : 30); }
double Flow::right() const { return sheets_.back()->width() - Millimetres(landscape_ ? 20 : 17); }
double Flow::limit() const { return sheets_.back()->height() - Millimetres(20) - Height(footnotes_); }
bool Flow::at_top() const { return y_ <= Millimetres(landscape_ ? 25 : 20) + 0.01; }

void Flow::BeginDocument(double size) {
  PlaceFootnotes();
  size_ = size;
  number_ = 0;
  footnote_count_ = 0;
  landscape_ = false;
  NewPage();
}

void Flow::NewPage() {
  if (!sheets_.empty()) PlaceFootnotes();
  sheets_.push_back(landscape_ ? std::make_shared<Sheet>(kLong, kShort)
                               : std::make_shared<Sheet>(kShort, kLong));
  y_ = Millimetres(landscape_ ? 25 : 20);
  if (++number_ > 1) Number();
}

void Flow::NewPage(const PageStart& start) {
  PlaceFootnotes();
  landscape_ = start.landscape;
  NewPage();
  if (!start.restart) return;
  sheets_.back() = std::make_shared<Sheet>(sheet().width(), sheet().height());
  number_ = 1;
  Number();
}

void Flow::BlankPage() {
  PlaceFootnotes();
  sheets_.push_back(std::make_shared<Sheet>(kShort, kLong));
}

void Flow::Number() {
  const SetText text(std::to_string(number_), {.size = 13, .align = "center"}, sheet().width());
  sheet().Set(text, 0, Millimetres(landscape_ ? 14 : 10));
}

void Flow::Skip(double height) {
  if (!at_top()) y_ += height;
}

void Flow::Need(double height) {
  if (!Fits(height) && !at_top()) NewPage();
}

std::size_t Flow::LinesHere(const SetText& text, std::size_t next, double reserve) const {
  const std::size_t left = text.size() - next;
  const double room = limit() - y_ + 0.01;
  if (static_cast<double>(left) * text.line_height() + reserve <= room) return left;
  auto here = static_cast<std::size_t>(std::max(0.0, room / text.line_height()));
  if (here >= left) here = left - 1;  // the last line waits for its footnotes
  if (left - here < 2 && here > 0) --here;
  return here < 2 && next == 0 ? 0 : here;
}

PageSpan Flow::Set(const SetText& text, double x, const std::vector<std::string>& footnotes) {
  std::vector<SetText> notes;
  for (const std::string& note : footnotes) {
    const bool numbered = note.starts_with("<sup>");
    ++footnote_count_;
    notes.emplace_back(numbered ? note : fmt::format("<sup>{}</sup> {}", footnote_count_, note),
                       TextStyle{.size = 10, .align = "justify"}, width());
  }
  const double reserve = Height(notes) - (footnotes_.empty() || notes.empty() ? 0 : kFootnoteGap);
  PageSpan span;
  for (std::size_t next = 0; next < text.size();) {
    std::size_t here = LinesHere(text, next, reserve);
    if (here == 0 && !at_top()) {
      NewPage();
      continue;
    }
    here = std::max<std::size_t>(here, 1);
    sheet().Set(text, next, next + here, x, y_, sheet().Reserve());
    y_ += static_cast<double>(here) * text.line_height();
    if (next == 0) span.from = page();
    next += here;
    if (next < text.size()) NewPage();
  }
  span.to = page();
  if (span.from == 0) span.from = page();
  footnotes_.insert(footnotes_.end(), notes.begin(), notes.end());
  return span;
}

void Flow::PlaceFootnotes() {
  if (footnotes_.empty()) return;
  double y = limit() + kFootnoteGap;
  sheet().Rule(left(), y - 4, Millimetres(50), 0.5);
  for (const SetText& note : footnotes_) {
    for (std::size_t line = 0; line < note.size(); ++line) {
      sheet().SetFootnote(note, line, left(), y);
      y += note.line_height();
    }
  }
  footnotes_.clear();
}

std::vector<std::shared_ptr<Sheet>> Flow::Finish() {
  PlaceFootnotes();
  return sheets_;
}

}  // namespace trichluc::corpus
