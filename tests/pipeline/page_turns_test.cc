#include "pipeline/page_turns.h"

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <set>
#include <vector>

namespace trichluc {
namespace {

using Kind = PageTurns::Step::Kind;

struct Outcome {
  std::vector<size_t> finished;  // files in this order
  std::map<size_t, int> at;      // how many pages of all were read when a file was complete
  size_t most_open = 0;
};

// Workers that all take the same time for a page and none to open a file.
Outcome Play(const std::vector<int>& pages, int jobs) {
  PageTurns turns(pages.size(), jobs);
  Outcome outcome;
  std::map<size_t, std::set<int>> missing;
  std::deque<std::pair<size_t, int>> at_work;
  int read = 0;
  while (true) {
    const PageTurns::Step step = turns.Next();
    if (step.kind == Kind::kOpen) {
      for (int page = 1; page <= pages[step.file]; ++page) missing[step.file].insert(page);
      outcome.most_open = std::max(outcome.most_open, missing.size());
      turns.Opened(step.file, pages[step.file]);
      continue;
    }
    if (step.kind == Kind::kPage) at_work.emplace_back(step.file, step.page);
    if (at_work.empty()) return outcome;
    if (step.kind == Kind::kPage && at_work.size() < static_cast<size_t>(jobs)) continue;
    const auto [file, page] = at_work.front();
    at_work.pop_front();
    ++read;
    EXPECT_EQ(missing[file].erase(page), 1u) << "a page that was given twice";
    if (!missing[file].empty()) continue;
    missing.erase(file);
    turns.Closed(file);
    outcome.finished.push_back(file);
    outcome.at[file] = read;
  }
}

TEST(PageTurns, LongFileInFrontHoldsNoShortOneBack) {
  std::vector<int> pages(51, 1);
  pages[0] = 200;
  const Outcome outcome = Play(pages, 2);
  ASSERT_EQ(outcome.finished.size(), 51u);
  EXPECT_EQ(outcome.finished.back(), 0u);
  EXPECT_LE(outcome.at.at(1), 10) << "the first letter is out at once";
  // The long one has its share, no more: at most four of five pages beside single ones.
  EXPECT_LE(outcome.at.at(50), 50 * (PageTurns::kPagesATurn + 1) + 10);
}

TEST(PageTurns, LongFilesComeOnBesideShortOnes) {
  std::vector<int> pages(400, 1);
  pages[0] = 20;
  EXPECT_LT(Play(pages, 4).at.at(0), 100);
}

TEST(PageTurns, ManyLongFilesInFront) {
  std::vector<int> pages(60, 300);
  pages.resize(90, 2);
  const Outcome outcome = Play(pages, 2);
  EXPECT_EQ(outcome.finished.front(), 60u) << "a short one, found behind sixty long ones";
  EXPECT_LE(outcome.most_open, PageTurns::kMostOpen);
}

TEST(PageTurns, FewFilesAreOpenAtATime) {
  EXPECT_LE(Play(std::vector<int>(1000, 3), 2).most_open, 4u);
  EXPECT_LE(Play(std::vector<int>(200, 30), 2).most_open, PageTurns::kMostOpen);
}

TEST(PageTurns, EveryPageOfAnyMixture) {
  for (unsigned seed = 1; seed < 40; ++seed) {
    std::vector<int> pages;
    size_t all = 0;
    for (unsigned i = 0; i < seed * 5; ++i)
      pages.push_back(static_cast<int>(1 + (i * 2654435761u * seed >> 20) % 40));
    for (const int count : pages) all += static_cast<size_t>(count);
    const Outcome outcome = Play(pages, static_cast<int>(seed % 7) + 1);
    ASSERT_EQ(outcome.finished.size(), pages.size());
    EXPECT_EQ(static_cast<size_t>(outcome.at.at(outcome.finished.back())), all);
  }
}

TEST(PageTurns, FileThatFailsToOpenIsPassedOver) {
  PageTurns turns(2, 1);
  ASSERT_EQ(turns.Next().kind, Kind::kOpen);
  turns.Closed(0);
  ASSERT_EQ(turns.Next().kind, Kind::kOpen);
  turns.Opened(1, 1);
  EXPECT_EQ(turns.Next().page, 1);
  EXPECT_EQ(turns.Next().kind, Kind::kNone);
}

}  // namespace
}  // namespace trichluc
