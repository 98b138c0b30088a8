// trichluc status
#include "report/status.h"

#include "cli/command.h"

namespace trichluc {

std::function<ExitCode()> DeclareStatus(CLI::App& app) {
  const auto db = AddDatabaseOption(app);
  const auto rules = AddRulesOption(app);
  return [=] {
    const Database database(*db, Database::Mode::kReadOnly);
    WriteOut(DescribeStatus(database, LoadRules(*rules)->hash()));
    return ExitCode::kOk;
  };
}

}  // namespace trichluc
