#include "rules/sieve.h"

#include <algorithm>

namespace trichluc {
namespace {

constexpr int64_t kSieveMemory = 32 << 20;  // bytes, at most, of the patterns together and their table of states

RE2::Options OptionsOf(const RE2& expression) {
  RE2::Options options;
  options.Copy(expression.options());
  options.set_max_mem(kSieveMemory);
  return options;
}

}  // namespace

void Sieve::Add(size_t number, const RE2* expression) {
  numbers_.push_back(number);
  expressions_.push_back(expression);
}

void Sieve::Compile() const {
  auto together = std::make_unique<RE2::Set>(OptionsOf(*expressions_.front()), anchor_);
  for (const RE2* expression : expressions_) {
    if (together->Add(expression->pattern(), nullptr) < 0) return;
  }
  if (together->Compile()) together_ = std::move(together);
}

bool Sieve::IsAskedOften() const {
  if (asked_.load(std::memory_order_relaxed) >= kSeldom) return true;
  asked_.fetch_add(1, std::memory_order_relaxed);
  return false;
}

void Sieve::Find(re2::StringPiece text, std::vector<size_t>* found) const {
  const bool ask = numbers_.size() > 1 && IsAskedOften();
  if (ask) std::call_once(once_, [this] { Compile(); });
  std::vector<int> matched;
  RE2::Set::ErrorInfo error{RE2::Set::kNoError};
  const bool can_tell = ask && together_ != nullptr && (together_->Match(text, &matched, &error) || error.kind == RE2::Set::kNoError);
  if (!can_tell) {
    found->insert(found->end(), numbers_.begin(), numbers_.end());
    return;
  }
  for (const int i : matched) found->push_back(numbers_[static_cast<size_t>(i)]);
}

bool BeginsAtStart(const std::string& pattern) {
  if (pattern.empty() || pattern.front() != '^') return false;
  int depth = 0;
  bool in_class = false;
  for (size_t i = 1; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\') {
      if (pattern.compare(i, 2, "\\Q") == 0) return false;  // quoted text is not looked through
      ++i;
    } else if (in_class) {
      if (c == '[') return false;  // [[:alpha:]]: nor are classes in classes
      in_class = c != ']' || pattern[i - 1] == '[' || (pattern[i - 1] == '^' && pattern[i - 2] == '[');
    } else if (c == '[') {
      in_class = true;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      --depth;
    } else if (c == '|' && depth == 0) {
      return false;
    }
  }
  return true;
}

void RuleGroup::Add(size_t number, const RE2* expression, bool whole) {
  Sieve& sieve = whole ? whole_ : BeginsAtStart(expression->pattern()) ? at_start_ : anywhere_;
  sieve.Add(number, expression);
  all_whole_.Add(number, expression);
}

std::vector<size_t> RuleGroup::Anywhere(re2::StringPiece text, re2::StringPiece inner) const {
  std::vector<size_t> found;
  at_start_.Find(text, &found);
  anywhere_.Find(text, &found);
  whole_.Find(inner, &found);
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<size_t> RuleGroup::Whole(re2::StringPiece inner) const {
  std::vector<size_t> found;
  all_whole_.Find(inner, &found);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace trichluc
