#include "measure.h"

#include <fmt/format.h>

#include "repair/tokens.h"
#include "text/text.h"

namespace trichluc::repair {
namespace {

// Marks at the ends are no business of repair; both placements of a tone are one word.
std::string Word(const std::string& printed) { return MakeKey(SplitWord(printed).core).text; }

}  // namespace

std::map<std::string, Outcome> MeasureRepair(const std::vector<Proof>& proofs, Repairer* repairer) {
  std::map<std::string, Outcome> outcomes;
  for (const Proof& proof : proofs) {
    PageReading mended = proof.reading;
    repairer->Mend(&mended);
    for (size_t i = 0; i < proof.truth.size(); ++i) {
      const std::string truth = Word(proof.truth[i]), read = Word(proof.reading.words[i].text),
                        now = Word(mended.words[i].text);
      if (truth.empty()) continue;
      for (Outcome* outcome : {&outcomes[proof.quality], &outcomes["all"]}) {
        ++outcome->words;
        outcome->wrong_before += read != truth;
        outcome->wrong_after += now != truth;
        outcome->mended += read != truth && now == truth;
        outcome->spoiled += read == truth && now != truth;
        outcome->changed_wrongly += read != truth && now != truth && now != read;
        if (now != truth && now != read) {
          outcome->spoils.push_back(
              fmt::format("{}: {} → {} ({:.2f})", truth, read, now, proof.reading.words[i].confidence));
        } else if (now != truth) {
          outcome->misses.push_back(
              fmt::format("{}: {} ({:.2f})", truth, read, proof.reading.words[i].confidence));
        }
      }
    }
  }
  return outcomes;
}

}  // namespace trichluc::repair
