#include "proofs.h"

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "pipeline/read_page.h"
#include "store/reading_codec.h"
#include "text/text.h"
#include "train/cut_lines.h"

namespace trichluc::repair {
namespace {

namespace fs = std::filesystem;

corpus::Quality QualityOf(int kind, train::Random* random) {
  return kind == 2 ? train::DrawWornQuality(random) : train::DrawQuality(kind + 1, random);
}

// Words of the reading in the box, from the left.
std::vector<size_t> WordsIn(const Box& box, const PageReading& reading) {
  std::vector<size_t> inside;
  for (size_t i = 0; i < reading.words.size(); ++i) {
    if (box.Contains(reading.words[i].box.CentreX(), reading.words[i].box.CentreY())) inside.push_back(i);
  }
  std::sort(inside.begin(), inside.end(),
            [&](size_t a, size_t b) { return reading.words[a].box.left < reading.words[b].box.left; });
  return inside;
}

double Different(const std::string& a, const std::string& b) {
  return static_cast<double>(EditDistance(a, b)) / static_cast<double>(std::max(Length(a), Length(b)));
}

}  // namespace

std::vector<std::string> AlignWords(const std::vector<std::string>& read,
                                    const std::vector<std::string>& printed) {
  constexpr double kSkip = 0.7;
  const size_t n = read.size(), m = printed.size();
  std::vector<std::vector<double>> cost(n + 1, std::vector<double>(m + 1));
  for (size_t i = 0; i <= n; ++i) {
    for (size_t j = 0; j <= m; ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = kSkip * static_cast<double>(i + j);
        continue;
      }
      cost[i][j] = std::min({cost[i - 1][j - 1] + Different(read[i - 1], printed[j - 1]),
                             cost[i - 1][j] + kSkip, cost[i][j - 1] + kSkip});
    }
  }
  std::vector<std::string> truth(n);
  for (size_t i = n, j = m; i > 0 && j > 0;) {
    if (cost[i][j] == cost[i - 1][j - 1] + Different(read[i - 1], printed[j - 1])) {
      truth[--i] = printed[--j];
    } else if (cost[i][j] == cost[i - 1][j] + kSkip) {
      --i;
    } else {
      --j;
    }
  }
  return truth;
}

Proof MakeProof(const train::Matter& matter, std::uint64_t seed, int number, const std::string& scratch,
                OcrEngine* engine) {
  train::Random random(seed, number, "repair");
  const int kind = number % 3;
  train::Matter drawn = matter;
  drawn.worn = kind == 2;
  const corpus::Quality quality = QualityOf(kind, &random);
  const train::ProofPage page = train::SetProofPage(drawn, false, &random);
  const train::ProofScan scan = train::ScanPage(page, quality, scratch, &random, drawn.worn);
  Proof proof{kind == 0   ? "usual"
              : kind == 1 ? "poor"
                          : "worn",
              ReadPage(scan.scan, number + 1, *engine),
              {}};
  proof.reading.crops.clear();
  proof.truth.resize(proof.reading.words.size());
  for (size_t l = 0; l < scan.boxes.size(); ++l) {
    const std::vector<size_t> places = WordsIn(scan.boxes[l], proof.reading);
    std::vector<std::string> read, printed;
    for (const size_t place : places) read.push_back(proof.reading.words[place].text);
    for (const std::string& word : train::Split(page.lines[l].text, ' ')) {
      if (!word.empty()) printed.push_back(Normalise(word));
    }
    const std::vector<std::string> truth = AlignWords(read, printed);
    for (size_t i = 0; i < places.size(); ++i) proof.truth[places[i]] = truth[i];
  }
  return proof;
}

// The quality, a line for each word, and the reading.
void SaveProof(const Proof& proof, const std::string& path) {
  std::string text = proof.quality + "\n";
  for (const std::string& word : proof.truth) text += word + "\n";
  WriteFileAtomically(path, text + "\f" + EncodeReading(proof.reading));
}

std::vector<Proof> LoadProofs(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".proof") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Proof> proofs;
  for (const fs::path& path : paths) {
    const std::string bytes = ReadFile(path.string());
    const size_t end = bytes.find('\f');
    std::vector<std::string> lines = train::Split(bytes.substr(0, end), '\n');
    Proof proof{lines.front(),
                DecodeReading(std::string_view(bytes).substr(end + 1)),
                {lines.begin() + 1, lines.end()}};
    proof.truth.resize(proof.reading.words.size());
    proofs.push_back(std::move(proof));
  }
  return proofs;
}

}  // namespace trichluc::repair
