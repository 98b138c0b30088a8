// trichluc-train: the steps of training that Tesseract's own tools do not do. tools/train/run puts them
// together.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>

#include "base/files.h"
#include "corpus/error.h"
#include "train/cut_lines.h"
#include "train/network_file.h"
#include "train/word_counts.h"

namespace {

using namespace trichluc;
using namespace trichluc::train;

struct LineJob {
  std::string data, corpus, unicharset, out, hard, seals;
  std::uint64_t seed = 1;
  int lines = 1000, per_file = 500;
  bool held_out = false, figures = false, worn = false;
  std::string kind = "mixed";  // clean, usual, poor
  std::string damaged;         // sealed, signed, blurred, faint, mixed; "": not
};

void Shuffle(std::vector<TrainingLine>* lines, Random* random) {
  for (std::size_t i = lines->size(); i > 1; --i) std::swap((*lines)[i - 1], (*lines)[random->Next() % i]);
}

DamageKind DamageOf(const std::string& name, Random* random) {
  if (name == "sealed") return DamageKind::kSealed;
  if (name == "signed") return DamageKind::kSigned;
  if (name == "blurred") return DamageKind::kBlurred;
  if (name == "faint") return DamageKind::kFaint;
  const double kind = random->Unit();
  return kind < 0.55 ? DamageKind::kSealed : kind < 0.9 ? DamageKind::kBlurred : DamageKind::kFaint;
}

void MakeLines(const LineJob& job) {
  const std::set<std::string> without = SharedWithCorpus(job.data, job.corpus);
  const TextSource text(job.data + "/text", job.held_out, without);
  const Phrases phrases(job.data);
  const Alphabet alphabet(job.unicharset);
  Matter matter{&text, &phrases, {}, job.figures, false, job.damaged == "signed", job.worn};
  if (!job.hard.empty()) matter.hard = Split(ReadFile(job.hard), '\n');
  std::optional<SealNetwork> seals;
  if (!job.seals.empty()) seals.emplace(ReadFile(job.seals));
  std::filesystem::create_directories(std::filesystem::path(job.out).parent_path());
  std::vector<std::vector<TrainingLine>> files(
      static_cast<std::size_t>((job.lines + job.per_file - 1) / job.per_file));
  std::string list, texts;
  int made = 0;
  for (int page = 0; made < job.lines; ++page) {
    Random random(job.seed, page, job.held_out ? "held out" : "training");
    const int kind = job.kind == "clean"   ? 0
                     : job.kind == "usual" ? 1
                     : job.kind == "poor"  ? 2
                                           : static_cast<int>(random.Next() % 3);
    const Damage damage = job.damaged.empty() ? Damage{} : DrawDamage(DamageOf(job.damaged, &random), &random);
    const corpus::Quality quality = !job.damaged.empty() ? damage.quality
                                    : job.held_out && job.kind != "mixed"
                                        ? corpus::Qualities()[static_cast<std::size_t>(kind)]
                                    : job.worn ? DrawWornQuality(&random)
                                               : DrawQuality(kind, &random);
    const bool seal = quality.colour && random.Unit() < 0.3;
    ProofPage proof = SetProofPage(matter, seal, &random);
    if (damage.seals > 0) StampLines(damage.seals, phrases, &random, &proof);
    for (TrainingLine& line :
         ScanLines(proof, quality, alphabet, job.out + ".scratch.pdf", &random, job.worn, seals ? &*seals : nullptr)) {
      if (made == job.lines) break;
      texts += line.text + "\n";
      files[static_cast<std::size_t>(made) % files.size()].push_back(std::move(line));
      ++made;
    }
  }
  Random shuffler(job.seed, 0, "order");
  for (std::size_t i = 0; i < files.size(); ++i) {
    // Training takes a line of each file in turn: neighbours of one page must not follow each other.
    Shuffle(&files[i], &shuffler);
    const std::string path = fmt::format("{}-{:03}.lstmf", job.out, i);
    WriteFileAtomically(path, Lstmf(files[i]));
    list += std::filesystem::absolute(path).string() + "\n";
  }
  WriteFileAtomically(job.out + ".list", list);
  WriteFileAtomically(job.out + ".txt", texts);
  std::filesystem::remove(job.out + ".scratch.pdf");
  fmt::print("{} lines in {} files; {} documents of the corpus left out of the text\n", made, files.size(),
             without.size());
}

// Words, one a line.
void WriteWords(const std::vector<std::string>& words, const std::string& out) {
  std::string text;
  for (const std::string& word : words) text += word + "\n";
  WriteFileAtomically(out, text);
}

void MakeDictionary(const LineJob& job, int least) {
  const TextSource text(job.data + "/text", false, SharedWithCorpus(job.data, job.corpus));
  WriteWords(FrequentWords(text, Alphabet(job.unicharset), least), job.out);
}

void Convert(const std::string& in, const std::string& out, bool to_float) {
  const NetworkFile network = ParseNetwork(ReadFile(in), in);
  WriteFileAtomically(out, WriteNetwork(to_float ? ToFloat(network) : ToInteger(network)));
}

// Where the field ends that describes the network ("[1,36,0,…]", after its length). A checkpoint may hold a
// second network behind the first, the best so far.
std::size_t EndOfSpec(const std::string& bytes) {
  for (std::size_t at = bytes.find("[1,", 4); at != std::string::npos; at = bytes.find("[1,", at + 1)) {
    std::uint32_t length = 0;
    std::memcpy(&length, bytes.data() + at - sizeof length, sizeof length);
    if (length < 300 && at + length + 40 < bytes.size() && bytes[at + length - 1] == ']') return at + length;
  }
  return std::string::npos;
}

// How many lines that were read without a fault are passed over for each that is trained on: a field of a
// checkpoint of lstmtraining (LSTMTrainer::Serialize), which its own option sets for new networks alone. It
// stands 36 bytes after the network's description.
void SetPace(const std::string& checkpoint, std::int32_t pace) {
  std::string bytes = ReadFile(checkpoint);
  const std::size_t end = EndOfSpec(bytes);
  if (end == std::string::npos) throw corpus::Error(checkpoint + ": no checkpoint of lstmtraining");
  bytes.replace(end + 36, sizeof pace, reinterpret_cast<const char*>(&pace), sizeof pace);
  WriteFileAtomically(checkpoint, bytes);
}

void MixFiles(const std::string& a, const std::string& b, double share, const std::string& out) {
  WriteFileAtomically(
      out, WriteNetwork(ToInteger(Mix(ParseNetwork(ReadFile(a), a), ParseNetwork(ReadFile(b), b), share))));
}

int CompareFiles(const std::string& a, const std::string& b) {
  const Difference difference = Compare(ParseNetwork(ReadFile(a), a), ParseNetwork(ReadFile(b), b));
  fmt::print("{} weights, {} unequal, largest difference {}\n", difference.weights, difference.unequal,
             difference.largest);
  return difference.unequal == 0 ? 0 : 1;
}

int Run(int argc, char** argv) {
  CLI::App app("Steps of training a model for Tesseract; tools/train/README.md");
  app.require_subcommand(1);
  std::string in, out;
  int code = 0;
  auto* to_float = app.add_subcommand("float", "an integer network made trainable");
  auto* to_int = app.add_subcommand("int", "a float network made small");
  auto* compare = app.add_subcommand("compare", "two networks, weight by weight");
  for (CLI::App* command : {to_float, to_int, compare}) {
    command->add_option("in", in)->required();
    command->add_option("out", out)->required();
  }
  to_float->callback([&] { Convert(in, out, true); });
  to_int->callback([&] { Convert(in, out, false); });
  compare->callback([&] { code = CompareFiles(in, out); });
  std::string other;
  double share = 0.5;
  auto* mix = app.add_subcommand("mix", "a small network between two: (1 - SHARE)·A + SHARE·B");
  mix->add_option("a", in)->required();
  mix->add_option("b", other)->required();
  mix->add_option("share", share)->required()->check(CLI::Range(0.0, 1.0));
  mix->add_option("out", out)->required();
  mix->callback([&] { MixFiles(in, other, share, out); });
  std::int32_t pace = 1;
  auto* set_pace = app.add_subcommand("pace", "a checkpoint set to train on faultless lines less often");
  set_pace->add_option("checkpoint", in)->required();
  set_pace->add_option("lines", pace, "faulty lines in a row before a faultless one is trained on");
  set_pace->callback([&] { SetPace(in, pace); });
  LineJob job;
  auto* lines = app.add_subcommand("lines", "training lines: OUT-000.lstmf …, OUT.list, OUT.txt");
  lines->add_option("--seed", job.seed);
  lines->add_option("--lines", job.lines);
  lines->add_option("--hard", job.hard, "words to set more often, one a line, worst first");
  lines->add_option("--kind", job.kind)->check(CLI::IsMember({"mixed", "clean", "usual", "poor"}));
  lines->add_flag("--held-out", job.held_out, "from the text that is never trained on");
  lines->add_flag("--worn", job.worn,
                  "several faces, half of it bold, broken and swollen strokes, copies of copies");
  lines->add_option("--damaged", job.damaged, "under black seals and signatures, signature blocks, out of focus, or faint")
      ->check(CLI::IsMember({"sealed", "signed", "blurred", "faint", "mixed"}));
  lines->add_option("--seals", job.seals, "network that takes black seals off");
  lines->add_flag("--figures", job.figures, "numbers, dates and marks only");
  lines->callback([&] { MakeLines(job); });
  auto* words = app.add_subcommand("words", "the words of the text, most frequent first, for wordlist2dawg");
  int least = 5;
  words->add_option("--least", least, "times that a word must stand in the text");
  for (CLI::App* command : {lines, words}) {
    command->add_option("out", job.out)->required();
    command->add_option("--data", job.data, "folder with text/, agencies/, units/, symbols/")->required();
    command->add_option("--corpus", job.corpus, "folder of the corpus, whose documents are left out")
        ->required();
    command->add_option("--unicharset", job.unicharset, "component lstm-unicharset of the model")->required();
  }
  words->callback([&] { MakeDictionary(job, least); });
  auto* missed =
      app.add_subcommand("missed", "words that lstmeval --verbosity 2 reports as read wrongly, worst first");
  missed->add_option("report", in)->required();
  missed->add_option("out", out)->required();
  missed->callback([&] { WriteWords(MissedWords(ReadFile(in)), out); });
  CLI11_PARSE(app, argc, argv);
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return Run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "trichluc-train: %s\n", error.what());
    return 1;
  }
}
