// trichluc-hand: trains and measures the reader of clerks' figures (src/hand). See README.md beside this
// file.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <map>
#include <numbers>

#include "base/files.h"
#include "clerk/grow.h"
#include "clerk/labels.h"
#include "clerk/learn.h"
#include "clerk/measure.h"
#include "clerk/strip_maker.h"
#include "corpus/error.h"
#include "hand/reader.h"
#include "image/analyse.h"
#include "train/lstmf.h"

namespace {

using namespace trichluc;
using namespace trichluc::clerk;

struct Job {
  std::string data, out, model, crops, worst;  // `out`: a file, or the beginning of files' names
  std::uint64_t seed = 1;
  int steps = 10000, batch = 16, count = 5000, threads = 1;
  double rate = 0.002, softness = 0, styles = 0, times = 1.33, noise = 0.1;
  bool wide = false, once = false, resume = false, held_out = false;
};

constexpr const char* kSigns = "0123456789abc";

double Seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Sets and seed make the figures; the time spent decides nothing but how long it takes.
void Train(const Job& job) {
  const DigitSets sets(job.data, false), strangers(job.data, true);
  const StripMaker maker(sets), tester(strangers);
  fmt::print("trained on {}\nheld out   {}\n", sets.Summary(), strangers.Summary());
  Random random(job.seed, 0, "training");
  Learner learner(job.model.empty() ? FreshNetwork(kSigns, &random) : Unpack(ReadFile(job.model)));
  const std::string state = job.out + ".state";
  if (job.resume) learner.Restore(ReadFile(state));
  double loss = 0;
  int since = 0;
  const double begin = Seconds();
  for (int step = learner.Steps(); step < job.steps; ++step) {
    const double warm = std::min(1.0, (step + 1) / 300.0);
    const double rate =
        job.rate * warm * (0.02 + 0.98 * 0.5 * (1 + std::cos(std::numbers::pi * step / job.steps)));
    loss += learner.AddMany(job.batch, job.threads, [&](int k) {
      Random draw(job.seed, step * job.batch + k, "training");
      const auto& qualities = corpus::Qualities();
      const bool styled = draw.Unit() < job.styles;
      const Sample sample = maker.Make(&draw, styled ? &qualities[draw.Next() % qualities.size()] : nullptr);
      return Lesson{StripOf(sample.crop), sample.text};
    });
    learner.Step(rate);
    ++since;
    if ((step + 1) % 500 == 0 || step + 1 == job.steps) {
      const HandReader reader(Pack(learner.Averaged()));
      Random draw(7, 0, "test");
      int right = 0;
      for (int k = 0; k < 300; ++k) {
        const Sample sample = tester.Make(&draw);
        right += reader.Read(sample.crop, 1).front().text == sample.text;
      }
      fmt::print("{:6} steps  loss {:.4f}  held-out strings {:.3f}  {:.0f} s\n", step + 1, loss / since,
                 right / 300.0, Seconds() - begin);
      std::fflush(stdout);
      WriteFileAtomically(state, learner.State());
      WriteFileAtomically(job.out, Pack(learner.Averaged()));
      loss = since = 0;
    }
  }
}

// Samples in one picture, for looking.
void Show(const Job& job) {
  const DigitSets sets(job.data, false);
  const StripMaker maker(sets);
  Random random(job.seed, 0, "training");
  constexpr int kAcross = 12, kWide = 130, kHigh = 44;
  const int rows = (job.count + kAcross - 1) / kAcross;
  Image sheet{kAcross * kWide, rows * kHigh, 1, 100,
              std::vector<uint8_t>(static_cast<size_t>(kAcross * kWide) * rows * kHigh, 160)};
  for (int k = 0; k < job.count; ++k) {
    const Sample sample = maker.Make(&random);
    const Ink strip = StripOf(sample.crop);
    for (int y = 0; y < strip.height; ++y) {
      for (int x = 0; x < std::min(strip.width, kWide - 4); ++x) {
        sheet.Row(k / kAcross * kHigh + y + 4)[k % kAcross * kWide + x] =
            static_cast<uint8_t>(255 - 255 * strip.values[static_cast<size_t>(y) * strip.width + x]);
      }
    }
  }
  WriteFileAtomically(job.out, EncodePng(sheet));
}

// Of sample number `k` of the made test: each quality as often.
const corpus::Quality& TestQuality(int k) {
  const auto& qualities = corpus::Qualities();
  return qualities[static_cast<size_t>(k) % qualities.size()];
}

void TestMade(const Job& job) {
  const DigitSets strangers(job.data, true);
  const StripMaker maker(strangers);
  const HandReader reader(ReadFile(job.model));
  Random random(job.seed, 0, "made test");
  Tally tally, legible, illegible;
  std::map<std::string, Tally> sources;
  std::vector<JudgedStrip> strips;
  std::vector<double> seconds;
  for (int k = 0; k < job.count; ++k) {
    const Sample sample = maker.Make(&random, job.wide ? nullptr : &TestQuality(k));
    const std::string group = job.wide ? "drawn wide" : TestQuality(k).name;
    const std::clock_t begin = std::clock();
    const std::vector<HandCandidate> read = job.once ? reader.ReadOnce(sample.crop) : reader.Read(sample.crop);
    seconds.push_back(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    tally.Add(group, sample.text, read);
    (sample.legible ? legible : illegible).Add(group, sample.text, read);
    sources[sample.source].Add(group, sample.text, read);
    if (!job.worst.empty()) {
      strips.push_back({ChanceOf(sample.text, read), StripOf(sample.crop),
                        fmt::format("{:12} {:5}", group, sample.text) + Readings(read)});
    }
  }
  fmt::print("{}\nlegible:   {}\nillegible: {}\n", tally.Print(), legible.Total(), illegible.Total());
  for (const auto& [source, by] : sources) fmt::print("{:11}{}\n", source + ":", by.Total());
  fmt::print("{}", PrintCost(seconds));
  if (job.worst.empty()) return;
  std::string lines;
  WriteFileAtomically(job.worst, WorstSheet(std::move(strips), &lines));
  fmt::print("\nworst, as in the picture, five a row:\n{}", lines);
}

// Ink as a picture, dark on white.
Image PictureOf(const Ink& strip) {
  Image out{strip.width, strip.height, 1, 100, {}};
  for (const float value : strip.values) out.pixels.push_back(static_cast<uint8_t>(255 - 255 * value));
  return out;
}

// The same strings as Tesseract's files of lines, for lstmtraining and lstmeval. Tesseract learns nothing from empty lines.
void WriteLines(const Job& job) {
  std::vector<train::TrainingLine> lines;
  const auto add = [&](const Image& crop, const std::string& text) {
    const Image strip = PictureOf(StripOf(crop));  // as our own network is given it
    if (!text.empty()) lines.push_back({EncodePng(strip), text, strip.width, strip.height});
  };
  if (!job.crops.empty()) {
    for (const LabelledCrop& crop : ReadLabels(job.crops)) add(crop.image, crop.text);
  } else {
    const DigitSets sets(job.data, job.held_out);
    const StripMaker maker(sets);
    Random random(job.seed, 0, job.held_out ? "made test" : "training");
    for (int k = 0; k < job.count; ++k) {
      const bool styled = job.held_out || random.Unit() < job.styles;
      const Sample sample = maker.Make(&random, styled ? &TestQuality(k) : nullptr);
      add(sample.crop, sample.text);
    }
  }
  constexpr size_t kInOneFile = 500;
  std::string list;
  for (size_t begin = 0; begin < lines.size(); begin += kInOneFile) {
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), begin + kInOneFile));
    const std::string path = fmt::format("{}-{:03}.lstmf", job.out, begin / kInOneFile);
    WriteFileAtomically(path, train::Lstmf({first, last}));
    list += std::filesystem::absolute(path).string() + "\n";
  }
  WriteFileAtomically(job.out + ".list", list);
  fmt::print("{} lines\n", lines.size());
}

void TestCrops(const Job& job) {
  const HandReader reader(ReadFile(job.model));
  fmt::print("{}", MeasureCrops(job.crops, reader, job.worst));
}

void Enlarge(const Job& job) {
  Random random(job.seed, 0, "growing");
  WriteFileAtomically(job.out, Pack(Grow(Unpack(ReadFile(job.model)), job.times, job.noise, &random)));
}

void Soften(const Job& job) {
  Network network = Unpack(ReadFile(job.model));
  network.softness = static_cast<float>(job.softness);
  WriteFileAtomically(job.out, Pack(network));
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Trains and measures the reader of clerks' figures"};
  app.require_subcommand(1);
  Job job;
  const auto add = [&](const char* name, const char* what, void (*run)(const Job&)) {
    CLI::App* command = app.add_subcommand(name, what);
    command->callback([&job, run] { run(job); });
    return command;
  };
  CLI::App* train = add("train", "learn from made strips", Train);
  CLI::App* show = add("show", "made strips in one PNG", Show);
  CLI::App* made = add("made", "measure on made strips of held-out writers", TestMade);
  CLI::App* crops = add("crops", "measure on labelled crops (labels.tsv) of real documents", TestCrops);
  CLI::App* soften = add("soften", "set what the outputs are divided by", Soften);
  CLI::App* grow = add("grow", "a larger network that reads as a smaller one, to learn on", Enlarge);
  CLI::App* lines = add("lines", "the strings as Tesseract's lines: OUT-000.lstmf ..., OUT.list", WriteLines);
  for (CLI::App* command : {train, show, made, lines}) {
    command->add_option("--data", job.data, "folder of the digit sets")->required(command != lines);
    command->add_option("--seed", job.seed, "of every random choice");
  }
  for (CLI::App* command : {train, show, soften, grow, lines})
    command->add_option("--out", job.out, "file to write")->required();
  for (CLI::App* command : {made, crops, soften, grow})
    command->add_option("--model", job.model, "the network")->required();
  made->add_flag("--once", job.once, "a single look at each strip, no vote");
  for (CLI::App* command : {made, show, lines}) command->add_option("--count", job.count, "strips");
  made->add_flag("--wide", job.wide, "with the scanners of training instead of the corpus maker's");
  train->add_option("--from", job.model, "go on from this network");
  train->add_option("--steps", job.steps, "steps of learning");
  train->add_option("--batch", job.batch, "strips a step");
  train->add_option("--threads", job.threads, "that make strips and learn; the weights do not depend on it");
  train->add_flag("--resume", job.resume, "go on where a stopped training with the same options was (OUT.state)");
  for (CLI::App* command : {train, lines})
    command->add_option("--styles", job.styles, "share of strips in the corpus maker's qualities");
  lines->add_flag("--held-out", job.held_out, "those of `made`");
  lines->add_option("--crops", job.crops, "labelled crops (labels.tsv) instead of made strings");
  train->add_option("--rate", job.rate, "of the first steps");
  crops->add_option("DIR", job.crops, "folder with labels.tsv")->required();
  for (CLI::App* command : {made, crops})
    command->add_option("--worst", job.worst, "a PNG of the twenty worst strips");
  grow->add_option("--seed", job.seed, "of every random choice");
  grow->add_option("--times", job.times, "as many channels");
  grow->add_option("--noise", job.noise, "see clerk/grow.h");
  soften->add_option("--softness", job.softness, "see hand/network.h")->required();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  } catch (const std::exception& error) {
    fmt::print(stderr, "trichluc-hand: {}\n", error.what());
    return 1;
  }
  return 0;
}
