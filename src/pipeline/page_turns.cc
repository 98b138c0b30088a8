#include "pipeline/page_turns.h"

namespace trichluc {

bool PageTurns::WantsAnother() const {
  if (next_file_ >= files_ || open_.size() >= kMostOpen) return false;
  size_t soon = 0;
  for (const auto& [file, open] : open_) soon += open.pages == 0 || (open.Left() > 0 && open.Left() <= kShort);
  return soon <= jobs_;
}

PageTurns::Step PageTurns::Page() {
  auto at = open_.lower_bound(turn_);
  if (at != open_.end() && at->first == turn_ && taken_ >= kPagesATurn) ++at;
  for (size_t looked = 0; looked < open_.size(); ++looked, ++at) {
    if (at == open_.end()) at = open_.begin();
    if (at->second.Left() <= 0) continue;
    if (at->first != turn_ || taken_ >= kPagesATurn) taken_ = 0;
    turn_ = at->first;
    ++taken_;
    return {Step::Kind::kPage, at->first, at->second.next++};
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

void PageTurns::Opened(size_t file, int pages) { open_[file].pages = pages; }
void PageTurns::Closed(size_t file) { open_.erase(file); }

}  // namespace trichluc
