#include "clerk/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "base/files.h"
#include "clerk/labels.h"
#include "clerk/plain.h"
#include "image/analyse.h"
#include "text/align.h"

namespace trichluc::clerk {
namespace {

double Share(int part, int all) { return all == 0 ? 0 : static_cast<double>(part) / all; }

}  // namespace

void Tally::Add(const std::string& group, const std::string& truth, const std::vector<HandCandidate>& read) {
  const std::string best = read.empty() ? "" : read.front().text;
  const double chance = read.empty() ? 0 : read.front().probability;
  const bool right = best == truth;
  int wrong = 0;
  for (const auto& [is, was] : AlignLetters(truth, best)) {
    wrong += is != was;
    ++taken_[{static_cast<char>(is), static_cast<char>(was)}];
  }
  for (const std::string& name : {group, std::string("all")}) {
    Count& count = groups_[name];
    ++count.strings;
    count.right += right;
    count.figures += static_cast<int>(truth.size());
    count.wrong_figures += std::min(wrong, static_cast<int>(truth.size()));
    count.sure += chance >= 0.9;
    count.sure_right += chance >= 0.9 && right;
  }
  auto& band = bands_[std::min(9, static_cast<int>(chance * 10))];
  ++band[0];
  band[1] += right;
}

std::string Tally::Total() const {
  const auto found = groups_.find("all");
  if (found == groups_.end()) return "no strings";
  const Count& c = found->second;
  return fmt::format("{} strings, {:.3f} right, figures {:.3f}, given at 0.9 {:.3f}, of them right {:.3f}",
                     c.strings, Share(c.right, c.strings), 1 - Share(c.wrong_figures, c.figures),
                     Share(c.sure, c.strings), Share(c.sure_right, c.sure));
}

std::string Tally::Print() const {
  std::string out = fmt::format("{:28} {:>7} {:>7} {:>7} {:>9} {:>9}\n", "", "strings", "right", "figures",
                                "given0.9", "of them");
  for (const auto& [name, c] : groups_) {
    out += fmt::format("{:28} {:7} {:7.3f} {:7.3f} {:9.3f} {:9.3f}\n", name, c.strings,
                       Share(c.right, c.strings), 1 - Share(c.wrong_figures, c.figures),
                       Share(c.sure, c.strings), Share(c.sure_right, c.sure));
  }
  out += "\nconfidence and right:";
  for (int b = 0; b < 10; ++b) {
    if (bands_[b][0] > 0) out += fmt::format("  {:.1f} {}/{}", b / 10.0, bands_[b][1], bands_[b][0]);
  }
  out += "\n\nis \\ read as ";
  const std::string signs = "0123456789abc-";
  for (char read : signs) out += fmt::format("{:>5}", read);
  out += "\n";
  for (char is : signs) {
    std::string row = fmt::format("{:>12} ", is);
    int sum = 0;
    for (char read : signs) {
      const auto found = taken_.find({is, read});
      const int count = found == taken_.end() ? 0 : found->second;
      sum += count;
      row += count == 0 ? "    ." : fmt::format("{:5}", count);
    }
    if (sum > 0) out += row + "\n";
  }
  return out;
}

double ChanceOf(const std::string& text, const std::vector<HandCandidate>& read) {
  for (const HandCandidate& candidate : read) {
    if (candidate.text == text) return candidate.probability;
  }
  return 0;
}

std::string Readings(const std::vector<HandCandidate>& read) {
  std::string out;
  for (size_t k = 0; k < std::min<size_t>(3, read.size()); ++k)
    out += fmt::format("  {:5} {:.3f}", read[k].text, read[k].probability);
  return out;
}

std::string WorstSheet(std::vector<JudgedStrip> strips, std::string* lines) {
  constexpr size_t kMost = 20, kAcross = 5;
  constexpr int kWide = 170, kHigh = kStripHeight + 8;
  std::stable_sort(strips.begin(), strips.end(), [](const JudgedStrip& a, const JudgedStrip& b) {
    return a.truth_chance < b.truth_chance;
  });
  strips.resize(std::min(kMost, strips.size()));
  Image sheet{kAcross * kWide, static_cast<int>(kMost / kAcross) * kHigh, 1, 100,
              std::vector<uint8_t>(static_cast<size_t>(kWide) * kHigh * kMost, 160)};
  for (size_t k = 0; k < strips.size(); ++k) {
    const Ink& strip = strips[k].strip;
    const int top = static_cast<int>(k / kAcross) * kHigh + 4, left = static_cast<int>(k % kAcross) * kWide;
    for (int y = 0; y < strip.height; ++y) {
      for (int x = 0; x < std::min(strip.width, kWide - 4); ++x) {
        sheet.Row(top + y)[left + x] =
            static_cast<uint8_t>(255 - 255 * strip.values[static_cast<size_t>(y) * strip.width + x]);
      }
    }
    if (lines != nullptr) *lines += fmt::format("{:2} {}\n", k + 1, strips[k].line);
  }
  return EncodePng(sheet);
}

std::string PrintCost(const std::vector<double>& seconds) {
  constexpr size_t kSpots = 3;  // number, day, month
  std::vector<double> documents;
  for (size_t i = 0; i + kSpots <= seconds.size(); i += kSpots)
    documents.push_back(1000 * (seconds[i] + seconds[i + 1] + seconds[i + 2]));
  if (documents.empty()) return "";
  std::sort(documents.begin(), documents.end());
  return fmt::format("a document of three spots: median {:.1f} ms of one processor, nine in ten below {:.1f} ms\n",
                     documents[documents.size() / 2], documents[documents.size() * 9 / 10]);
}

std::string MeasureCrops(const std::string& directory, const HandReader& reader, const std::string& worst) {
  Tally ours, plain;
  const PlainReader tesseract;
  std::string wrong;
  std::vector<JudgedStrip> strips;
  std::vector<double> seconds;
  for (const auto& [name, origin, text, image] : ReadLabels(directory)) {
    const std::clock_t begin = std::clock();
    const std::vector<HandCandidate> read = reader.Read(image);
    seconds.push_back(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    ours.Add(origin, text, read);
    strips.push_back({ChanceOf(text, read), StripOf(image), ""});
    const std::string by_tesseract = tesseract.Read(image);
    plain.Add(origin, text, {{by_tesseract, 0}});
    if (read.empty() || read.front().text != text) {
      wrong += fmt::format("{:20} {:5}", name, text) + Readings(read);
      wrong += "   Tesseract " + by_tesseract + "\n";
    }
  }
  if (!worst.empty()) WriteFileAtomically(worst, WorstSheet(std::move(strips)));
  return ours.Print() + "\nwrong:\n" + wrong +
         "\n" + PrintCost(seconds) +
         "\nplain Tesseract, digits only, on the same crops:\n" + plain.Print();
}

}  // namespace trichluc::clerk
