// What the headers promise to several threads at once; tools/test_sanitized runs it under ThreadSanitizer.
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

#include "support/rule_folder.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr int kThreads = 4, kRounds = 50;

void Together(const std::function<void(int)>& work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) threads.emplace_back(work, i);
  for (std::thread& thread : threads) thread.join();
}

TEST(Threads, ShareARuleSet) {
  const auto rules = RuleFolder(
                         "set = 'd'\n[[rule]]\nid = 'a'\nmatch = '(?P<day>\\d+)/(?P<month>\\d+)'\nexamples = "
                         "[ { text = '1/2' } ]\n"
                         "[[rule]]\nid = 'b'\nmatch = 'Quý [IV]+'\nexamples = [ { text = 'quý I' } ]\n")
                         .Load();
  std::atomic<int> found = 0;
  Together([&](int i) {
    for (int round = 0; round < kRounds; ++round) {
      const std::string text = "ngày " + std::to_string(i) + "/12, quý II, " + std::to_string(round) + "/4";
      found += static_cast<int>(rules->All("d", text).size());
      EXPECT_EQ(rules->First("d", text)->Get("month"), "12");
      EXPECT_TRUE(rules->Check().empty());
    }
  });
  EXPECT_EQ(found, 3 * kThreads * kRounds);
}

TEST(Threads, ShareTheCollator) {
  Together([](int) {
    for (int round = 0; round < kRounds; ++round) EXPECT_LT(Compare("ân", "ba"), 0);
  });
}

}  // namespace
}  // namespace trichluc
