// Which of several patterns match a text, asked of all of them in one pass. Nearly always none does. Inside the room only.
//
// Compiling patterns together takes as long as some hundred questions: it is done for those that are asked often. May be
// asked by several threads at once.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace trichluc {

class Sieve {
 public:
  explicit Sieve(RE2::Anchor anchor) : anchor_(anchor) {}

  // Before the first question. `number` is what Find gives back; the expression must live as long as the sieve.
  void Add(size_t number, const RE2* expression);

  // Adds the numbers of those that match at the anchor, in any order. Some that do not may be among them: one pattern alone
  // is not asked, and all are given at the first kSeldom questions and where the memory for their common table of states does
  // not do.
  void Find(re2::StringPiece text, std::vector<size_t>* found) const;

  static constexpr int kSeldom = 300;  // questions

 private:
  bool IsAskedOften() const;
  void Compile() const;

  RE2::Anchor anchor_;
  std::vector<size_t> numbers_;
  std::vector<const RE2*> expressions_;
  mutable std::atomic<int> asked_ = 0;  // up to kSeldom
  mutable std::once_flag once_;
  mutable std::unique_ptr<RE2::Set> together_;  // null: they cannot be compiled together
};

// True when the pattern can match at the beginning of a text alone: it begins with ^ and has no | outside of brackets.
bool BeginsAtStart(const std::string& pattern);

// The rules of a set.
class RuleGroup {
 public:
  // In file order, before the first question.
  void Add(size_t number, const RE2* expression, bool whole);

  // Those that may match anywhere in the text, or all of the text where they are `whole` rules, in file order.
  // `inner` is the text without white space at both ends.
  std::vector<size_t> Anywhere(re2::StringPiece text, re2::StringPiece inner) const;
  // Those that may match all of `inner`, in file order.
  std::vector<size_t> Whole(re2::StringPiece inner) const;

 private:
  Sieve at_start_{RE2::ANCHOR_START}, anywhere_{RE2::UNANCHORED}, whole_{RE2::ANCHOR_BOTH}, all_whole_{RE2::ANCHOR_BOTH};
};

}  // namespace trichluc
