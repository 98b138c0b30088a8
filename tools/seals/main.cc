// trichluc-seals: trains and measures the network that tells print from black seals (image/seal_network.h). See
// README.md beside this file.
#include <fmt/format.h>
#include <malloc.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <numbers>
#include <thread>

#include "base/files.h"
#include "image/analyse.h"
#include "render/pdf.h"
#include "seals/sample.h"

namespace {

using namespace trichluc;
using namespace trichluc::seals;

struct Job {
  std::string data, corpus = "corpus", out, model, pdf;
  std::uint64_t seed = 1;
  int steps = 6000, threads = 1, pages = 4, channels = 24, page = 1;
  double rate = 0.002;
  bool resume = false;
};

// Making a seal takes longer than learning from it: each is drawn about three times.
constexpr int kPagesARound = 2, kBatch = 4, kStepsARound = 12;
constexpr size_t kPool = 128;


double Seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Windows of three by three cells, ever further apart and near again: each answer sees 12 mm around it.
std::vector<Layer> FreshLayers(int channels, Random* random) {
  std::vector<Layer> layers;
  for (const int apart : {1, 1, 2, 4, 8, 2, 1}) {
    Layer layer{0, channels, 3, 3, 1, 1, {}, {}};
    layer.apart = apart;
    learn::AddLayer(kSealChannels, layer, random, &layers);
  }
  learn::AddLayer(0, {0, 4, 1, 1, 1, 1, {}, {}}, random, &layers);
  return layers;
}

// One of each page in turn.
std::vector<Sample> Mixed(std::vector<std::vector<Sample>> pages) {
  std::vector<Sample> samples;
  for (size_t i = 0, left = 1; left > 0; ++i) {
    left = 0;
    for (std::vector<Sample>& page : pages) {
      if (i < page.size()) samples.push_back(std::move(page[i])), ++left;
    }
  }
  return samples;
}

std::vector<Sample> Pages(const SampleMaker& maker, std::uint64_t seed, int first, int count, const char* purpose) {
  std::vector<std::vector<Sample>> pages;
  for (int page = first; page < first + count; ++page) {
    Random random(seed, page, purpose);
    pages.push_back(maker.Page(&random));
  }
  return Mixed(std::move(pages));
}

// Makes pages ahead while others learn from the last ones: all on one thread, since Pango draws on no other.
class PageStream {
 public:
  PageStream(const SampleMaker& maker, std::uint64_t seed, int first)
      : thread_([this, &maker, seed, first](const std::stop_token& stop) {
          for (int page = first; !stop.stop_requested(); page += kPagesARound) {
            std::vector<Sample> made = Pages(maker, seed, page, kPagesARound, "training");
            std::unique_lock<std::mutex> lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return ahead_.size() < kAhead; })) return;
            ahead_.push_back(std::move(made));
            changed_.notify_all();
          }
        }) {}

  std::vector<Sample> Next() {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return !ahead_.empty(); });
    std::vector<Sample> next = std::move(ahead_.front());
    ahead_.pop_front();
    changed_.notify_all();
    return next;
  }

 private:
  static constexpr size_t kAhead = 3;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::vector<Sample>> ahead_;
  std::jthread thread_;  // last: it ends before what it uses
};

void Print(const Told& told) {
  fmt::print("of all ink {:.2f} % told rightly; of print {:.2f} % kept, of other ink {:.2f} % gone\n", 100 * told.right / told.ink,
             100 * told.kept / told.print, 100 * told.gone / told.other);
}

Told Measure(const SealNetwork& network, const std::vector<Sample>& samples) {
  Told told;
  for (const Sample& sample : samples) told.Add(sample, network.Print(sample.view));
  return told;
}

void Train(const Job& job) {
  ::mallopt(M_MMAP_THRESHOLD, 256 << 20);  // what each step takes and gives back is kept
  ::mallopt(M_TRIM_THRESHOLD, 1 << 30);
  const SampleMaker maker(job.data, job.corpus, false), stranger(job.data, job.corpus, true);
  const std::vector<Sample> test = Pages(stranger, 7, 0, 6, "held out");
  Random random(job.seed, 0, "weights");
  learn::Learner learner(FreshLayers(job.channels, &random));
  const std::string state = job.out + ".state";
  if (job.resume) learner.Restore(ReadFile(state));
  const double begin = Seconds();
  double loss = 0;
  int since = 0;
  PageStream stream(maker, job.seed, learner.Steps());  // fewer pages than steps: none is drawn twice
  std::deque<Sample> pool;
  while (learner.Steps() < job.steps) {
    for (Sample& sample : stream.Next()) pool.push_back(std::move(sample));
    while (pool.size() > kPool) pool.pop_front();
    Random draw(job.seed, learner.Steps(), "order");
    for (int k = 0; k < kStepsARound; ++k) {
      const int step = learner.Steps();
      const double warm = std::min(1.0, (step + 1) / 200.0);
      const double along = std::min(1.0, static_cast<double>(step) / job.steps);
      const double rate = job.rate * warm * (0.02 + 0.98 * 0.5 * (1 + std::cos(std::numbers::pi * along)));
      std::array<size_t, kBatch> drawn;
      for (size_t& sample : drawn) sample = draw.Next() % pool.size();
      loss += learner.AddMany(kBatch, job.threads, [&](int i) { return ExampleOf(pool[drawn[static_cast<size_t>(i)]]); });
      learner.Step(rate);
      ++since;
      if (learner.Steps() % 200 == 0 || learner.Steps() >= job.steps) {
        const std::string bytes = PackSealNetwork(learner.Averaged());
        fmt::print("{:6} steps {:6.0f} s  loss {:.4f}  held out: ", learner.Steps(), Seconds() - begin, loss / since);
        Print(Measure(SealNetwork(bytes), test));
        std::fflush(stdout);
        WriteFileAtomically(state, learner.State());
        WriteFileAtomically(job.out, bytes);
        loss = since = 0;
      }
    }
  }
}

void TestMade(const Job& job) {
  const SampleMaker stranger(job.data, job.corpus, true);
  const std::vector<Sample> samples = Pages(stranger, job.seed, 0, job.pages, "held out");
  const SealNetwork network(ReadFile(job.model));
  const double begin = Seconds();
  const Told told = Measure(network, samples);
  fmt::print("{} seals, {:.0f} ms each\n", samples.size(), 1000 * (Seconds() - begin) / static_cast<double>(samples.size()));
  Print(told);
}

// Views in a row, and below each what is print of it: in truth, and as the network has it.
void Show(const Job& job) {
  const SampleMaker maker(job.data, job.corpus, true);
  const std::vector<Sample> samples = Pages(maker, job.seed, 0, job.pages, "held out");
  int widest = 0;
  for (const Sample& sample : samples) widest = std::max(widest, sample.view.side);
  const int rows = job.model.empty() ? 2 : 3, cell = widest + 6;
  Image sheet{cell * static_cast<int>(samples.size()), cell * rows, 1, kSealDpi, {}};
  sheet.pixels.assign(static_cast<size_t>(sheet.width) * sheet.height, 160);
  const auto put = [&](const Sample& sample, int column, int row, const auto& dark) {
    for (int y = 0; y < sample.view.side; ++y) {
      for (int x = 0; x < sample.view.side; ++x)
        sheet.Row(row * cell + y)[column * cell + x] =
            static_cast<uint8_t>(255 - 255 * dark(static_cast<size_t>(y) * sample.view.side + x));
    }
  };
  int column = 0;
  for (const Sample& sample : samples) {
    put(sample, column, 0, [&](size_t i) { return sample.view.ink[i]; });
    put(sample, column, 1, [&](size_t i) { return std::min(1.0f, sample.print[i]); });
    if (!job.model.empty()) {
      const std::vector<float> print = SealNetwork(ReadFile(job.model)).Print(sample.view);
      put(sample, column, 2, [&](size_t i) { return print[i] < kPrintStays ? 0 : sample.view.ink[i]; });
    }
    ++column;
  }
  WriteFileAtomically(job.out, EncodePng(sheet));
}

// A page as recognition reads it, to look at.
void LiftPage(const Job& job) {
  const SealNetwork network(ReadFile(job.model));
  const PageImage page = Analyse(Pdf(job.pdf).Render(job.page), kMeasureTurn, false, &network);
  WriteFileAtomically(job.out, EncodePng(page.text));
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Trains and measures the network that tells print from black seals"};
  app.require_subcommand(1);
  Job job;
  const auto add = [&](const char* name, const char* what, void (*run)(const Job&)) {
    CLI::App* command = app.add_subcommand(name, what);
    command->add_option("--data", job.data, "folder with text/, agencies/, units/, symbols/ (tools/train/README.md)")->required();
    command->add_option("--corpus", job.corpus, "documents whose text is left out");
    command->add_option("--seed", job.seed, "of every random choice");
    command->add_option("--threads", job.threads, "that learn; the weights do not depend on it");
    command->callback([&job, run] { run(job); });
    return command;
  };
  CLI::App* train = add("train", "learn from made seals", Train);
  CLI::App* made = add("made", "measure on made seals over text that is held out", TestMade);
  CLI::App* show = add("show", "made seals, their print, and what a network leaves, in one PNG", Show);
  for (CLI::App* command : {train, show}) command->add_option("--out", job.out, "file to write")->required();
  for (CLI::App* command : {made, show}) {
    command->add_option("--model", job.model, "the network")->required(command == made);
    command->add_option("--pages", job.pages, "of eight seals each");
  }
  train->add_option("--steps", job.steps, "of learning, of four seals each");
  train->add_option("--channels", job.channels, "of each layer");
  train->add_option("--rate", job.rate, "of the first steps");
  train->add_flag("--resume", job.resume, "go on where a stopped training with the same options was (OUT.state)");
  CLI::App* lift = app.add_subcommand("lift", "a page of a PDF as recognition reads it, as PNG");
  lift->callback([&job] { LiftPage(job); });
  lift->add_option("PDF", job.pdf, "the file")->required();
  lift->add_option("--page", job.page, "from 1");
  lift->add_option("--model", job.model, "the network")->required();
  lift->add_option("--out", job.out, "file to write")->required();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  } catch (const std::exception& error) {
    fmt::print(stderr, "trichluc-seals: {}\n", error.what());
    return 1;
  }
  return 0;
}
