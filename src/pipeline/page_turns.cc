#include "pipeline/page_turns.h"

namespace trichluc {

bool PageTurns::WantsAnother() const {
  if (next_file_ >= files_ || open_.size() >= kMostOpen) return false;
  size_t soon = 0;
  for (const auto& [file, open] : open_)
    soon += open.pages == 0 || (open.Left() > 0 && open.Left() <= kShort);
  return soon <= jobs_;
}

PageTurns::Step PageTurns::Page() {
  while (!queue_.empty()) {
    const size_t file = queue_.front();
    const auto open = open_.find(file);
    const bool left = open != open_.end() && open->second.Left() > 0;
    if (left && taken_ < kPagesATurn) {
      ++taken_;
      return {Step::Kind::kPage, file, open->second.next++};
    }
    queue_.pop_front();
    if (left) queue_.push_back(file);
    taken_ = 0;
  }
  return {};
}

PageTurns::Step PageTurns::Next() {
  if (!WantsAnother()) {
    const Step page = Page();
    if (page.kind != Step::Kind::kNone || next_file_ >= files_) return page;
  }
  open_[next_file_] = {};
  return {Step::Kind::kOpen, next_file_++, 0};
}

void PageTurns::Opened(size_t file, int pages) {
  open_[file].pages = pages;
  queue_.push_back(file);
}
void PageTurns::Closed(size_t file) { open_.erase(file); }

}  // namespace trichluc
