// The running text of a document: where on which page the next block stands.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "corpus/description.h"
#include "corpus/sheet.h"

namespace trichluc::corpus {

struct PageSpan {
  int from = 0, to = 0;  // 1-based, inclusive
};

// All lengths are points. Pages are made as they are needed and numbered at the top, the first of a document
// apart.
class Flow {
 public:
  explicit Flow(std::uint64_t seed) : seed_(seed) {}

  void BeginDocument(double size);
  void NewPage();  // of the same orientation
  void NewPage(const PageStart& start);
  void BlankPage();  // without a number, and not counted

  Sheet& sheet() { return *sheets_.back(); }
  int page() const { return static_cast<int>(sheets_.size()); }
  std::uint64_t seed() const { return seed_; }
  double size() const { return size_; }  // type size of the body
  double left() const;
  double right() const;
  double width() const { return right() - left(); }
  double limit() const;  // no ink below, but for footnotes

  double y() const { return y_; }
  void MoveTo(double y) { y_ = y; }
  void Skip(double height);  // vertical space, dropped at the top of a page
  bool Fits(double height) const { return y_ + height <= limit() + 0.01; }
  void Need(double height);  // begins a new page when `height` does not fit
  bool at_top() const;

  // Sets lines over as many pages as they take, two lines at least on either side of a page break. The
  // footnotes stand on the page of the last line.
  PageSpan Set(const SetText& text, double x, const std::vector<std::string>& footnotes = {});

  std::vector<std::shared_ptr<Sheet>> Finish();

 private:
  void PlaceFootnotes();
  void Number();
  // How many of the lines from `next` on stand on this page.
  std::size_t LinesHere(const SetText& text, std::size_t next, double reserve) const;

  std::uint64_t seed_;
  double size_ = 14;
  bool landscape_ = false;
  int number_ = 0;          // of the page in its own numbering
  int footnote_count_ = 0;  // in this document
  double y_ = 0;
  std::vector<SetText> footnotes_;  // of this page
  std::vector<std::shared_ptr<Sheet>> sheets_;
};

}  // namespace trichluc::corpus
