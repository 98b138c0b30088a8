// trichluc status
#include "report/status.h"

#include "cli/command.h"
#include "pipeline/pipeline.h"

namespace trichluc {

std::function<ExitCode()> DeclareStatus(CLI::App& app) {
  const auto db = AddDatabaseOption(app);
  const auto rules = AddRulesOption(app);
  return [=] {
    const Database database(*db, Database::Mode::kReadOnly);
    ReadingOptions reading;
    reading.models = ModelsFolder(*rules);
    WriteOut(DescribeStatus(database, LoadRules(*rules)->hash(), ReaderOf(reading)));
    return ExitCode::kOk;
  };
}

}  // namespace trichluc
