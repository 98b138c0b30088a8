// trichluc-repair: word counts, confusions, and what repair with them is worth; tools/repair/README.md.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>
#include <sstream>

#include "base/files.h"
#include "count_text.h"
#include "learn.h"
#include "measure.h"
#include "pipeline/pipeline.h"
#include "repair/quality.h"
#include "rules/rules.h"
#include "text/text.h"

namespace {

using namespace trichluc;
using namespace trichluc::repair;

struct Job {
  std::string data, corpus, out, in, rules = "rules";
  std::vector<std::string> folders;
  std::uint64_t seed = 1;
  int pages = 60, most_kilobytes = 4800;
  double least = 5;
  RepairWeights weights;
  bool show = false;
};

void Count(const Job& job) {
  const train::TextSource text(job.data + "/text", false, train::SharedWithCorpus(job.data, job.corpus));
  const RawCounts counts = CountText(text, job.least);
  const std::string bytes = EncodeCounts(counts, static_cast<size_t>(job.most_kilobytes) * 1000);
  WriteFileAtomically(job.out, bytes);
  fmt::print("{} words, {} pairs, {} triples of {:.0f} tokens in {} bytes\n", counts.words.size(),
             counts.pairs.size(), counts.triples.size(), counts.tokens, bytes.size());
}

void Read(const Job& job) {
  const train::TextSource text(job.data + "/text", true, train::SharedWithCorpus(job.data, job.corpus));
  const train::Phrases phrases(job.data);
  train::Matter matter{&text, &phrases, {}};
  matter.as_written = true;
  const std::unique_ptr<OcrEngine> engine = MakeTesseract("trichluc", job.rules + "/models");
  std::filesystem::create_directories(job.out);
  for (int page = 0; page < job.pages; ++page) {
    const std::string path = fmt::format("{}/{:04}.proof", job.out, page);
    if (std::filesystem::exists(path)) continue;
    SaveProof(MakeProof(matter, job.seed, page, job.out + "/scratch.pdf", engine.get()), path);
  }
  std::filesystem::remove(job.out + "/scratch.pdf");
}

void Learn(const Job& job) {
  std::vector<Proof> proofs;
  for (const std::string& folder : job.folders) {
    for (Proof& proof : LoadProofs(folder)) proofs.push_back(std::move(proof));
  }
  WriteFileAtomically(job.out, LearnConfusions(proofs));
}

void Measure(const Job& job) {
  const auto rules = RuleSet::Load(job.rules);
  Repairer repairer(job.rules, NamesForRepair(*rules), job.weights);
  fmt::print("{:8} {:>7} {:>13} {:>12} {:>7} {:>8} {:>16}\n", "quality", "words", "wrong before",
             "wrong after", "mended", "spoiled", "changed wrongly");
  for (const auto& [quality, outcome] : MeasureRepair(LoadProofs(job.in), &repairer)) {
    fmt::print("{:8} {:7} {:13} {:12} {:7} {:8} {:16}\n", quality, outcome.words, outcome.wrong_before,
               outcome.wrong_after, outcome.mended, outcome.spoiled, outcome.changed_wrongly);
    if (!job.show || quality != "all") continue;
    for (const std::string& spoil : outcome.spoils) fmt::print("  spoiled {}\n", spoil);
    for (const std::string& miss : outcome.misses) fmt::print("  left    {}\n", miss);
  }
}

// The measure of src/repair/quality.h on plain text: its blanks part the words.
void Syllables(const Job& job) {
  for (const std::string& path : job.folders) {
    PageReading reading;
    std::istringstream text(Normalise(ReadFile(path)));
    for (std::string word; text >> word;) reading.words.push_back({word, {}, 1.0f});
    const ReadingQuality quality = MeasureQuality(reading);
    fmt::print("{}\t{}\t{:.4f}\n", path, quality.words, quality.valid_syllables);
  }
}

int Run(int argc, char** argv) {
  CLI::App app("Repair of misread words: its counts, its confusions, its worth; tools/repair/README.md");
  app.require_subcommand(1);
  Job job;
  const auto text_options = [&](CLI::App* command) {
    command->add_option("--data", job.data, "folder with text/, agencies/, units/, symbols/")->required();
    command->add_option("--corpus", job.corpus, "folder of the corpus, whose documents are left out")
        ->required();
  };
  auto* count = app.add_subcommand("count", "words, pairs and triples of the text that is not held out");
  count->add_option("out", job.out)->required();
  count->add_option("--least", job.least, "times that a word must be seen");
  count->add_option("--kilobytes", job.most_kilobytes);
  text_options(count);
  count->callback([&] { Count(job); });
  auto* read = app.add_subcommand("read", "pages of text held out, scanned and read, into a folder");
  read->add_option("out", job.out)->required();
  read->add_option("--seed", job.seed);
  read->add_option("--pages", job.pages);
  text_options(read);
  read->callback([&] { Read(job); });
  auto* learn = app.add_subcommand("learn", "confusions from such folders");
  learn->add_option("out", job.out)->required();
  learn->add_option("in", job.folders)->required();
  learn->callback([&] { Learn(job); });
  auto* measure = app.add_subcommand("measure", "words wrong before and after repair on such a folder");
  measure->add_option("in", job.in)->required();
  measure->add_flag("--show", job.show, "each word spoiled or left wrong");
  measure->add_option("--language", job.weights.language);
  measure->add_option("--sureness", job.weights.sureness);
  measure->add_option("--seen", job.weights.seen);
  measure->add_option("--confusions", job.weights.confusions);
  measure->add_option("--least", job.weights.least);
  measure->add_option("--letters", job.weights.letters);
  measure->add_option("--names", job.weights.names);
  measure->add_option("--unseen", job.weights.unseen, "more of them where the engine was sure and saw nothing of the other");
  measure->callback([&] { Measure(job); });
  auto* syllables = app.add_subcommand("syllables", "words of text files, and the share of them that are syllables of the language");
  syllables->add_option("in", job.folders)->required()->check(CLI::ExistingFile);
  syllables->callback([&] { Syllables(job); });
  for (CLI::App* command : {read, measure}) command->add_option("--rules", job.rules, "folder of the rules");
  CLI11_PARSE(app, argc, argv);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return Run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "trichluc-repair: %s\n", error.what());
    return 1;
  }
}
