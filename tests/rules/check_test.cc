// Examples and rejects are run; what fails is said in one line each.
#include <gmock/gmock.h>

#include "support/rule_folder.h"

namespace trichluc {
namespace {

std::vector<std::string> Check(const std::string& rule) {
  RuleFolder folder("set = \"s\"\n\n[[rule]]\nid = \"r\"\n" + rule);
  std::vector<std::string> failures = folder.Load()->Check();
  for (std::string& failure : failures) failure = folder.Shown(failure);
  return failures;
}

TEST(Check, HoldsWhenAllHold) {
  EXPECT_THAT(Check("match = 'quý (?P<q>\\d)(?P<more>x)?'\ngives = { kind = 'quarter' }\n"
                    "examples = [ { text = 'Quý 3', q = '3', kind = 'quarter' }, { text = 'quy\u0301  4x', "
                    "more = ' x ' } ]\n"
                    "rejects = [ 'quý báu', '' ]\n"),
              testing::IsEmpty());
}

TEST(Check, SaysWhatFails) {
  EXPECT_THAT(Check("match = 'quý (?P<q>\\d)(?P<more>x)?'\ngives = { kind = 'quarter' }\n"
                    "examples = [\n"
                    "  { text = 'năm 3' },\n"
                    "  { text = 'Quý 3', q = '4', kind = 'year', more = 'x' },\n"
                    "]\n"
                    "rejects = [ 'đến quý 4 này' ]\n"),
              testing::ElementsAre("rules/a.toml:8: r: does not match its example `năm 3`",
                                   "rules/a.toml:9: r: `kind` of `Quý 3` should be `year`, is `quarter`",
                                   "rules/a.toml:9: r: `more` of `Quý 3` should be `x`, is nothing",
                                   "rules/a.toml:9: r: `q` of `Quý 3` should be `4`, is `3`",
                                   "rules/a.toml:3: r: must not match `đến quý 4 này`, matches `quý 4`"));
}

TEST(Check, LooksAtWholeTextsOfWholeRules) {
  EXPECT_THAT(
      Check("match = '[IVX]+'\nwhole = true\nexamples = [ { text = ' IV ' } ]\nrejects = [ 'IV. a' ]\n"),
      testing::IsEmpty());
  EXPECT_THAT(Check("match = '[IVX]+'\nwhole = true\nexamples = [ { text = 'IV.' } ]\n"),
              testing::ElementsAre("rules/a.toml:7: r: does not match its example `IV.`"));
}

}  // namespace
}  // namespace trichluc
