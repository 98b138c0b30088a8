#include "seals/sample.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

#include "corpus/raster.h"
#include "image/pix.h"
#include "image/upright.h"
#include "seals/draw.h"
#include "train/cut_lines.h"
#include "train/proof_page.h"
#include "train/wear.h"

namespace trichluc::seals {
namespace {

constexpr int kSeals = 8;
constexpr float kFaint = 0.08f;  // darkness below which a pixel is paper

corpus::Quality DrawScanner(Random* random) {
  corpus::Quality quality = train::DrawQuality(random->Unit() < 0.85 ? 2 : 1, random);
  constexpr double kDpi[] = {150, 150, 150, 200, 200, 300};
  quality.dpi = kDpi[random->Next() % std::size(kDpi)];
  quality.colour = false;
  quality.blur = random->Between(0.3, 1.0) * quality.dpi / 170;
  quality.noise = random->Between(0, 13);
  quality.skew = 0.8;
  if (quality.coding == corpus::Coding::kFax) quality.threshold = random->Between(110, 205);
  return quality;
}

Image Scanned(const corpus::Sheet& sheet, const corpus::Quality& quality, bool worn, double degrees, Random random) {
  corpus::Raster raster = corpus::Render(sheet, quality, &random);
  if (worn) train::WearPrint(quality.dpi, &random, &raster);
  corpus::Spoil(quality, &random, &raster);
  const Image scan{raster.width, raster.height, 1, static_cast<int>(quality.dpi), std::move(raster.pixels)};
  return FromPix(Straighten(ToPix(scan).get(), degrees).get(), scan.dpi);
}

// From points on the sheet to pixels of a page that was turned back by `undone` degrees.
Ring RingOf(const Place& place, const corpus::Sheet& sheet, const corpus::Quality& quality, Random drawn, double undone,
            const Image& page) {
  const double turn = drawn.Between(-quality.skew, quality.skew) * std::numbers::pi / 180;  // as corpus::Render draws
  const double dx = corpus::Millimetres(drawn.Between(-quality.shift, quality.shift));
  const double dy = corpus::Millimetres(drawn.Between(-quality.shift, quality.shift));
  const double x = place.x - sheet.width() / 2, y = place.y - sheet.height() / 2, scale = quality.dpi / 72;
  const double left = turn - undone * std::numbers::pi / 180;
  const double back = -undone * std::numbers::pi / 180;
  const double shift_x = dx * std::cos(back) - dy * std::sin(back), shift_y = dx * std::sin(back) + dy * std::cos(back);
  return {page.width / 2.0 + scale * (x * std::cos(left) - y * std::sin(left) + shift_x),
          page.height / 2.0 + scale * (x * std::sin(left) + y * std::cos(left) + shift_y), scale * place.radius, 1};
}

}  // namespace

SampleMaker::SampleMaker(const std::string& data, const std::string& corpus, bool held_out)
    : text_(data + "/text", held_out, train::SharedWithCorpus(data, corpus)), phrases_(data) {}

SampleMaker::Set SampleMaker::SetPage(Random* random) const {
  train::Matter matter{&text_, &phrases_, {}, false, false, false, random->Unit() < 0.6};
  matter.bare = matter.signatures = random->Unit() < 0.4;
  train::ProofPage proof = train::SetProofPage(matter, false, random);
  Set set{std::move(proof.sheet), nullptr, {}};
  set.stamped = std::make_unique<corpus::Sheet>(set.clean->width(), set.clean->height());
  set.clean->Replay(set.stamped->ink());
  if (proof.lines.empty()) return set;
  std::vector<Place>& places = set.places;
  for (int tries = 0; tries < 4 * kSeals && places.size() < kSeals; ++tries) {
    const corpus::SetText::Ink& line = proof.lines[random->Next() % proof.lines.size()].ink;
    const double reach = corpus::Millimetres(matter.signatures ? 16 : 0);
    Place place{random->Between(line.left - reach, line.right), (line.top + line.bottom) / 2 - random->Between(0, reach), 0};
    const auto near = [&](const Place& other) {
      return std::hypot(other.x - place.x, other.y - place.y) < corpus::Millimetres(46);
    };
    if (std::any_of(places.begin(), places.end(), near)) continue;
    places.push_back(place);
  }
  for (Place& place : places) {
    if (random->Unit() < 0.04) {  // print alone: rings are seen where there are none
      place.radius = corpus::Millimetres(random->Between(13, 21));
      continue;
    }
    const std::string lower = random->Unit() < 0.3 ? "" : train::Upper(phrases_.Place(random));
    place.radius = DrawAnySeal(place.x, place.y, {train::Upper(phrases_.Agency(random)), lower}, random, set.stamped.get());
    const double pen = random->Unit();
    if (pen < 0.5)
      DrawAnyPen(place.x + corpus::Millimetres(random->Between(-10, 35)), place.y + corpus::Millimetres(random->Between(-14, 14)), random, set.stamped.get());
  }
  return set;
}

std::vector<Sample> SamplesOf(const corpus::Sheet& clean, const corpus::Sheet& stamped, const std::vector<Place>& places,
                              const corpus::Quality& quality, bool worn, Random* random) {
  constexpr double kTurn = 0.06, kShift = 0.2, kSize = 0.01;  // degrees, mm, share: how far what is measured is off
  const Random scanner = *random;
  Random turn = scanner;
  const double undone = turn.Between(-quality.skew, quality.skew) + kTurn * random->Gauss();
  const Image page = Scanned(stamped, quality, worn, undone, scanner), print = Scanned(clean, quality, worn, undone, scanner);
  const double mm = quality.dpi / 25.4;
  std::vector<Sample> samples;
  for (const Place& place : places) {
    Ring ring = RingOf(place, clean, quality, scanner, undone, page);
    ring.x += kShift * mm * random->Gauss();
    ring.y += kShift * mm * random->Gauss();
    ring.radius *= 1 + kSize * random->Gauss();
    samples.push_back({ViewOf(page, ring), ViewOf(print, ring).ink});
  }
  return samples;
}

std::vector<Sample> SampleMaker::Page(Random* random) const {
  const Set set = SetPage(random);
  const corpus::Quality quality = DrawScanner(random);
  const bool worn = random->Unit() < 0.4;
  return SamplesOf(*set.clean, *set.stamped, set.places, quality, worn, random);
}

namespace {

// How much of a pixel's ink is print; negative for paper.
float PrintShare(const Sample& sample, size_t pixel) {
  const float ink = sample.view.ink[pixel];
  return ink < kFaint ? -1 : std::min(1.0f, sample.print[pixel] / ink);
}

}  // namespace

learn::Example ExampleOf(const Sample& sample) {
  const size_t side = static_cast<size_t>(sample.view.side), cells = side / 2;
  std::vector<float> share, weight;
  float sum = 0;
  for (size_t part = 0; part < 4; ++part) {
    for (size_t y = 0; y < cells; ++y) {
      for (size_t x = 0; x < cells; ++x) {
        const size_t pixel = (2 * y + part / 2) * side + 2 * x + part % 2;
        const float print = PrintShare(sample, pixel);
        share.push_back(std::max(0.0f, print));
        weight.push_back(print < 0 ? 0 : sample.view.ink[pixel]);
        sum += weight.back();
      }
    }
  }
  return {CellsOf(sample.view), [share = std::move(share), weight = std::move(weight), sum](const learn::Extent&, std::vector<float>* answers) {
            if (sum <= 0) return -1.0;
            double loss = 0;
            for (size_t i = 0; i < answers->size(); ++i) {
              float& answer = (*answers)[i];
              if (weight[i] == 0) {
                answer = 0;
                continue;
              }
              const float chance = 1 / (1 + std::exp(-answer));
              loss += weight[i] * (std::max(answer, 0.0f) - answer * share[i] + std::log1p(std::exp(-std::abs(answer))));
              answer = weight[i] * (chance - share[i]) / sum;
            }
            return loss / sum;
          }};
}

void Told::Add(const Sample& sample, const std::vector<float>& chances) {
  for (size_t i = 0; i < chances.size(); ++i) {
    const float share = PrintShare(sample, i);
    if (share < 0) continue;
    const double dark = sample.view.ink[i];
    const bool is = share >= 0.5, told = chances[i] >= 0.5;
    ink += dark, right += is == told ? dark : 0;
    (is ? print : other) += dark;
    if (is && told) kept += dark;
    if (!is && !told) gone += dark;
  }
}

}  // namespace trichluc::seals
