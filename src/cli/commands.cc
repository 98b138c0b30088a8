#include "cli/command.h"
#include "report/find.h"

namespace trichluc {

const std::vector<Command>& Commands() {
  static const std::vector<Command> commands = {
      {"ingest", "read PDFs into the database",
       "  trichluc ingest scans/ 'letters/*.pdf'\n  trichluc ingest --db 2023.db --jobs 4 scans/\n"
       "  trichluc ingest --retry-failed",
       DeclareIngest},
      {"watch", "read PDFs into the database as they arrive in a folder",
       "  trichluc watch inbox/\n  trichluc watch --every 60 /mnt/scanner", DeclareWatch},
      {"status", "what the database holds, and what is left to do", "  trichluc status", DeclareStatus},
      {"reextract", "run the rules again over the whole database, without recognition",
       "  trichluc reextract", DeclareReextract},
      {"list", "the documents in the database",
       "  trichluc list\n  trichluc list --tasks --limit 0\n  trichluc list --failed", DeclareList},
      {"search", "where words stand: subjects, tasks, pages",
       "  trichluc search thuc hien chuyen doi so\n  trichluc search \"kế hoạch\" 'UBND*'", DeclareSearch},
      {"show", "one document with all its fields and tasks",
       "  trichluc show 112/KH-UBND\n  trichluc show scan_0017.pdf\n  trichluc show 3 --json\n"
       "  trichluc show 3 --pages\n  trichluc show 3 --pictures looks\n  trichluc show 3 --images looks",
       DeclareShow},
      {"explain", "why a value is what it is: rule, page, box, words",
       "  trichluc explain 112/KH-UBND issued_on\n  trichluc explain 3 tasks/5/deadline\n  trichluc explain "
       "3 deadline",
       DeclareExplain},
      {"graph", "what documents rest on, and what rests on them",
       "  trichluc graph 112/KH-UBND\n  trichluc graph --format dot | dot -Tsvg > documents.svg", DeclareGraph},
      {"export", "documents and tasks for other programs",
       "  trichluc export > documents.ndjson\n  trichluc export --format csv --output tasks.csv\n"
       "  trichluc export -o tracker.xlsx",
       DeclareExport},
      {"audit", "how right the extraction is: the database against truth",
       "  trichluc audit --truth corpus --quality usual200 --misses 40\n"
       "  trichluc audit --truth corpus --floors tests/floors.json",
       DeclareAudit},
      {"rules", "check the rule files", "  trichluc rules check", DeclareRules},
  };
  return commands;
}

std::string SuggestCommand(const std::string& misspelt) {
  std::vector<std::string> names;
  for (const Command& command : Commands()) {
    names.push_back(command.name);
  }
  const std::vector<std::string> nearest = Nearest(misspelt, names, 1);
  return nearest.empty() ? ";" : DidYouMean(nearest);
}

}  // namespace trichluc
