#include <fmt/format.h>

#include "rules/impl.h"
#include "text/text.h"

namespace trichluc {
namespace {

void CheckExample(const RuleSet::Impl& rules, size_t pattern, const RuleExample& example,
                  std::vector<std::string>* failures) {
  const PatternRule& rule = rules.patterns[pattern];
  const std::string head = fmt::format("{}:{}: {}: ", rule.file, example.line, rule.id);
  const std::optional<Match> match = MatchRule(rules, pattern, example.text);
  if (!match) {
    failures->push_back(fmt::format("{}does not match its example `{}`", head, example.text));
    return;
  }
  for (const auto& [name, text] : example.expect) {
    if (match->Has(name) && match->Get(name) == Normalise(text)) continue;
    const std::string got = match->Has(name) ? fmt::format("`{}`", match->Get(name)) : "nothing";
    failures->push_back(
        fmt::format("{}`{}` of `{}` should be `{}`, is {}", head, name, example.text, text, got));
  }
}

}  // namespace

std::vector<std::string> RuleSet::Check() const {
  std::vector<std::string> failures;
  for (size_t pattern = 0; pattern < impl_->patterns.size(); ++pattern) {
    const PatternRule& rule = impl_->patterns[pattern];
    for (const RuleExample& example : rule.examples) CheckExample(*impl_, pattern, example, &failures);
    for (const std::string& text : rule.rejects) {
      const std::optional<Match> match = MatchRule(*impl_, pattern, text);
      if (!match) continue;
      failures.push_back(fmt::format("{}:{}: {}: must not match `{}`, matches `{}`", rule.file, rule.line,
                                     rule.id, text,
                                     text.substr(match->span.begin, match->span.end - match->span.begin)));
    }
  }
  return failures;
}

}  // namespace trichluc
