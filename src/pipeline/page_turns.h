// Which page is read next when several files are open.
#pragma once

#include <cstddef>
#include <deque>
#include <map>

namespace trichluc {

// Files are opened in their order, so many at a time that there is always a short one among them (as far as
// kMostOpen), and give a few pages in turn: a file of 200 pages holds the letters behind it up no longer than
// its share of the workers, and comes on itself meanwhile. A few pages and not one, since a worker that goes
// on in the same file need not open it again.
class PageTurns {
 public:
  static constexpr int kShort = 8;  // pages left of a file that is done soon
  static constexpr int kPagesATurn = 4;
  static constexpr size_t kMostOpen = 64;  // each holds a descriptor or two

  PageTurns(size_t files, int jobs) : files_(files), jobs_(static_cast<size_t>(jobs)) {}

  struct Step {
    enum class Kind { kNone, kOpen, kPage } kind = Kind::kNone;
    size_t file = 0;  // from 0
    int page = 0;     // 1-based
  };
  // kOpen: how many pages a file has is to be asked, and told by Opened or Closed. kNone: nothing before the
  // next of these.
  Step Next();
  void Opened(size_t file, int pages);
  // It is complete, or failed.
  void Closed(size_t file);

 private:
  struct Open {
    int pages = 0, next = 1;  // pages 0: asked, not told yet
    int Left() const { return pages - next + 1; }
  };
  bool WantsAnother() const;
  Step Page();

  size_t files_, jobs_, next_file_ = 0;
  std::map<size_t, Open> open_;
  std::deque<size_t> queue_;  // files with pages left; the first has its turn, then stands behind the others
  int taken_ = 0;             // pages in this turn
};

}  // namespace trichluc
