#include "cli/command.h"

namespace trichluc {

const std::vector<Command>& Commands() {
  static const std::vector<Command> commands = {
      {"ingest", "read PDFs into the database",
       "  trichluc ingest scans/ 'letters/*.pdf'\n  trichluc ingest --db 2023.db --jobs 4 scans/", false, DeclareIngest},
      {"reextract", "run the rules again over the whole database, without recognition", "  trichluc reextract", false,
       DeclareReextract},
      {"audit", "how right the extraction is: the database against truth",
       "  trichluc audit --truth corpus --quality usual200 --misses 40\n"
       "  trichluc audit --truth corpus --floors tests/floors.json",
       false, DeclareAudit},
      {"rules", "check the rule files", "  trichluc rules check", false, DeclareRules},
      {"worker", "read pages for another process", "", true, DeclareWorker},
  };
  return commands;
}

}  // namespace trichluc
