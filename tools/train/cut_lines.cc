#include "train/cut_lines.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/files.h"
#include "corpus/pdf.h"
#include "corpus/raster.h"
#include "image/analyse.h"
#include "render/pdf.h"
#include "train/wear.h"

namespace trichluc::train {
namespace {

constexpr int kPadding = 4;  // pixels that Tesseract adds on every side of a line (kImagePadding)
// What Tesseract takes a row's ascenders and descenders to be, in ems of Tinos: measured on scanned pages.
constexpr double kLeastAscender = 0.66, kMostAscender = 0.77, kDescender = 0.21;

// From points on the sheet to pixels of the upright image.
class Mapping {
 public:
  Mapping(const corpus::Sheet& sheet, const corpus::Quality& quality, Random random, const PageImage& page,
          const Image& scan)
      : cx_(sheet.width() / 2), cy_(sheet.height() / 2), scale_(quality.dpi / 72), scan_(scan), page_(page) {
    // The same draws, in the same order, as corpus::Render makes.
    turn_ = Radians(random.Between(-quality.skew, quality.skew));
    dx_ = corpus::Millimetres(random.Between(-quality.shift, quality.shift));
    dy_ = corpus::Millimetres(random.Between(-quality.shift, quality.shift));
    for (const Measurement& measured : page.measurements) {
      if (measured.name == "skew_degrees") undone_ = Radians(measured.value);
    }
  }

  std::pair<double, double> operator()(double x, double y) const {
    const double px = scale_ * (cx_ + dx_ + (x - cx_) * std::cos(turn_) - (y - cy_) * std::sin(turn_));
    const double py = scale_ * (cy_ + dy_ + (x - cx_) * std::sin(turn_) + (y - cy_) * std::cos(turn_));
    const double fx = px - scan_.width / 2.0, fy = py - scan_.height / 2.0;
    return {page_.text.width / 2.0 + fx * std::cos(undone_) + fy * std::sin(undone_),
            page_.text.height / 2.0 - fx * std::sin(undone_) + fy * std::cos(undone_)};
  }

  // The paper was found to lie as it does; else lines would be cut askew.
  bool Upright() const { return std::abs(turn_ - undone_) < Radians(0.35); }

 private:
  static double Radians(double degrees) { return degrees * std::numbers::pi / 180; }
  double cx_, cy_, scale_, turn_ = 0, dx_ = 0, dy_ = 0, undone_ = 0;
  const Image& scan_;
  const PageImage& page_;
};

// Where Tesseract would cut: the ink's box, at least from ascender to descender, and the padding. Its
// estimate of the row is not exact, so the edges wander a little.
Box LineBox(const PrintedLine& line, const Mapping& map, double pixels_per_em, Random* random) {
  const double above =
      std::min(line.ink.top, line.ink.baseline - random->Between(kLeastAscender, kMostAscender) * line.size);
  const double below = std::max(line.ink.bottom, line.ink.baseline + kDescender * line.size);
  const auto [left, top] = map(line.ink.left, above);
  const auto [right, bottom] = map(line.ink.right, below);
  const auto [left_low, bottom_left] = map(line.ink.left, below);
  const auto [right_high, top_right] = map(line.ink.right, above);
  const double loose = random->Unit() < 0.12 ? 0.22 : 0.09;
  const auto wander = [&] { return random->Between(-0.02, loose) * pixels_per_em; };
  return {static_cast<int>(std::floor(std::min(left, left_low) - wander())) - kPadding,
          static_cast<int>(std::floor(std::min(top, top_right) - wander())) - kPadding,
          static_cast<int>(std::ceil(std::max(right, right_high) + wander())) + kPadding,
          static_cast<int>(std::ceil(std::max(bottom, bottom_left) + wander())) + kPadding};
}

// A share of the ink that should be there must have come through, or the line cannot be read.
bool Legible(const Image& line) {
  const auto dark =
      std::count_if(line.pixels.begin(), line.pixels.end(), [](std::uint8_t v) { return v < 150; });
  return static_cast<double>(dark) > 0.012 * static_cast<double>(line.pixels.size()) &&
         static_cast<double>(dark) < 0.6 * static_cast<double>(line.pixels.size());
}

// A cell that stands alone is read with white around it (ocr/tesseract.cc).
Image WithFrame(const Image& image, int border) {
  Image out{image.width + 2 * border, image.height + 2 * border, 1, image.dpi, {}};
  out.pixels.assign(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height), 255);
  for (int y = 0; y < image.height; ++y) std::copy_n(image.Row(y), image.width, out.Row(y + border) + border);
  return out;
}

}  // namespace

corpus::Quality DrawQuality(int kind, Random* random) {
  const auto between = [random](double low, double high) { return random->Between(low, high); };
  constexpr double kDpi[] = {150, 200, 200, 200, 240, 300};
  if (kind == 0) {
    corpus::Quality quality = corpus::FindQuality("clean300");
    quality.dpi = kDpi[1 + random->Next() % 5];
    quality.grey_levels = random->Unit() < 0.5 ? 4 : 16;
    quality.blur = between(0.2, 0.6);
    return quality;
  }
  if (kind == 1) {
    corpus::Quality quality = corpus::FindQuality("usual200");
    quality.dpi = kDpi[random->Next() % 6];
    quality.jpeg_quality = static_cast<int>(between(9, 45));
    quality.skew = 1.0;
    quality.blur = between(0.4, 1.0);
    quality.ink_wander = between(0.0, 0.35);
    quality.shade = between(0, 0.12);
    quality.noise = between(0.5, 7);
    quality.specks = between(0, 40);
    quality.paper = between(225, 255);
    return quality;
  }
  corpus::Quality quality = corpus::FindQuality("poor150");
  quality.dpi = random->Unit() < 0.45 ? 150 : kDpi[random->Next() % 6];
  quality.blur = between(0.4, 0.95);
  quality.ink_wander = between(0.05, 0.4);
  quality.noise = between(2, 14);
  quality.specks = between(10, 90);
  quality.threshold = between(132, 192);
  quality.threshold_wander = 6;
  return quality;
}

Damage DrawDamage(DamageKind kind, Random* random) {
  Damage damage{DrawQuality(kind == DamageKind::kFaint ? 1 : 2, random)};
  corpus::Quality& quality = damage.quality;
  switch (kind) {
    case DamageKind::kSealed:
      damage.seals = 5;
      break;
    case DamageKind::kSigned:
      break;
    case DamageKind::kBlurred:
      quality.dpi = random->Unit() < 0.7 ? 150 : 200;
      quality.blur = random->Between(1.0, 1.55) * quality.dpi / 150;
      break;
    case DamageKind::kFaint:
      quality.faint = random->Between(0.35, 0.65);
      quality.grain = random->Between(0.1, 0.4);
      break;
  }
  return damage;
}

corpus::Quality DrawWornQuality(Random* random) {
  const double kind = random->Unit();
  corpus::Quality quality = DrawQuality(kind < 0.2 ? 0 : kind < 0.6 ? 1 : 2, random);
  constexpr double kDpi[] = {150, 150, 200, 200, 200, 300};
  quality.dpi = kDpi[random->Next() % 6];
  quality.blur = random->Between(0.3, 1.15) * quality.dpi / 200;
  quality.ink_wander = random->Between(0.05, 0.5);
  if (quality.coding == corpus::Coding::kJpeg)
    quality.jpeg_quality = static_cast<int>(random->Between(6, 35));
  if (quality.coding == corpus::Coding::kFax) quality.threshold = random->Between(125, 200);
  return quality;
}

namespace {

Image Scan(const ProofPage& page, const corpus::Quality& quality, const std::string& scratch, Random* random,
           bool worn) {
  corpus::Raster raster = corpus::Render(*page.sheet, quality, random);
  if (worn) WearPrint(quality.dpi, random, &raster);
  corpus::Spoil(quality, random, &raster);
  if (worn) WearScan(quality.coding == corpus::Coding::kFax, random, &raster);
  corpus::Pdf pdf;
  pdf.AddPage(corpus::Encode(quality, raster), quality.dpi);
  WriteFileAtomically(scratch, pdf.Finish());
  return Pdf(scratch).Render(1);
}

// The page without its seals as blocks of signatures are looked at (image/signature_block.h): more of what may be the seal's left, or less.
std::vector<Image> WaysToTakeOff(const PageImage& page) {
  std::vector<Image> ways;
  if (page.sealed.Empty()) return ways;
  for (const double least : {0.08, 0.08, kPrintStays, 0.4}) {
    ways.push_back(page.sealed);
    for (const TakenSeal& seal : page.taken_seals) seal.TakeOff(&ways.back(), least);
  }
  return ways;
}

}  // namespace

ProofScan ScanPage(const ProofPage& page, const corpus::Quality& quality, const std::string& scratch,
                   Random* random, bool worn) {
  const Random before = *random;
  ProofScan out{Scan(page, quality, scratch, random, worn), {}};
  const PageImage image = Analyse(out.scan, 0);
  const Mapping map(*page.sheet, quality, before, image, out.scan);
  if (!map.Upright()) return out;
  for (const PrintedLine& line : page.lines) {
    out.boxes.push_back(LineBox(line, map, quality.dpi / 72 * line.size, random));
  }
  return out;
}

std::vector<TrainingLine> ScanLines(const ProofPage& page, const corpus::Quality& quality,
                                    const Alphabet& alphabet, const std::string& scratch, Random* random,
                                    bool worn, const SealNetwork* seals) {
  const Random before = *random;
  const Image scan = Scan(page, quality, scratch, random, worn);
  const PageImage image = Analyse(scan, 0, false, seals);
  const Mapping map(*page.sheet, quality, before, image, scan);
  std::vector<TrainingLine> out;
  if (!map.Upright()) return out;
  const std::vector<Image> taken_off = WaysToTakeOff(image);
  for (const PrintedLine& line : page.lines) {
    const std::string answer = alphabet.Answer(line.text);
    Box box = LineBox(line, map, quality.dpi / 72 * line.size, random);
    const Image* from = &image.text;
    if (page.aside > 0) {
      constexpr double kWider = 0.6, kSealed = 0.35;
      const auto pixels = [&] { return static_cast<int>(random->Between(0, page.aside) * quality.dpi / 72); };
      if (random->Unit() < kWider) {
        box.left -= pixels();
        box.right += pixels();
      }
      if (random->Unit() < kSealed && !image.sealed.Empty()) from = &image.sealed;
      else if (!image.taken_seals.empty()) from = &taken_off[random->Next() % taken_off.size()];
    }
    if (answer.empty() || box.Intersect({0, 0, image.text.width, image.text.height}) != box) continue;
    Image cut = Cut(*from, box);
    if (!Legible(cut)) continue;
    if (line.text.size() < 6 && random->Unit() < 0.15)
      cut = WithFrame(cut, static_cast<int>(quality.dpi) / 16);
    out.push_back({EncodePng(cut), answer, cut.width, cut.height});
  }
  return out;
}

}  // namespace trichluc::train
