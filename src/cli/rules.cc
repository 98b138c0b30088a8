// trichluc rules check
#include <cstdio>

#include "cli/command.h"

namespace trichluc {

std::function<ExitCode()> DeclareRules(CLI::App& app) {
  CLI::App* check =
      app.add_subcommand("check", "load every rule file and run every rule against its own examples");
  const auto folder = AddRulesOption(*check);
  app.require_subcommand(1);
  return [=] {
    const std::shared_ptr<const RuleSet> rules = LoadRules(*folder);
    const std::vector<std::string> complaints = rules->Check();
    for (const std::string& complaint : complaints) std::printf("%s\n", complaint.c_str());
    size_t examples = 0;
    for (const PatternRule& rule : rules->patterns()) examples += rule.examples.size() + rule.rejects.size();
    std::printf(
        "%zu rules, %zu examples, %zu agencies, %zu units, %zu column meanings, %zu document types: %s\n",
        rules->patterns().size(), examples, rules->agencies().size(), rules->units().size(),
        rules->columns().size(), rules->types().size(),
        complaints.empty() ? "all hold" : (std::to_string(complaints.size()) + " broken").c_str());
    return complaints.empty() ? ExitCode::kOk : ExitCode::kUsage;
  };
}

}  // namespace trichluc
