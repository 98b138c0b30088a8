#include "corpus/quality.h"

#include <fmt/format.h>

#include "corpus/error.h"

namespace trichluc::corpus {

const std::vector<Quality>& Qualities() {
  static const std::vector<Quality> kTable = {
      // A good scanner, straight paper: what the program must read without excuse.
      {.name = "clean300",
       .dpi = 300,
       .coding = Coding::kGreyFlate,
       .colour = false,
       .jpeg_quality = 0,
       .grey_levels = 4,
       .skew = 0,
       .shift = 0,
       .blur = 0.3,
       .ink_wander = 0,
       .shade = 0,
       .noise = 0,
       .specks = 0,
       .threshold = 0,
       .threshold_wander = 0,
       .paper = 255},
      // Nghị định 30/2020/NĐ-CP: colour, 200 dpi; the office copier's usual file.
      {.name = "usual200",
       .dpi = 200,
       .coding = Coding::kJpeg,
       .colour = true,
       .jpeg_quality = 14,
       .grey_levels = 0,
       .skew = 0.7,
       .shift = 1.5,
       .blur = 0.65,
       .ink_wander = 0.12,
       .shade = 0.05,
       .noise = 3.0,
       .specks = 14,
       .threshold = 0,
       .threshold_wander = 0,
       .paper = 250},
      // An old device set to "text": bilevel, too dark or too light.
      {.name = "poor150",
       .dpi = 150,
       .coding = Coding::kFax,
       .colour = false,
       .jpeg_quality = 0,
       .grey_levels = 0,
       .skew = 1.0,
       .shift = 3,
       .blur = 0.75,
       .ink_wander = 0.25,
       .shade = 0.08,
       .noise = 10,
       .specks = 60,
       .threshold = 162,
       .threshold_wander = 26,
       .paper = 248},
  };
  static const std::vector<Quality> kAll = [] {
    std::vector<Quality> all = kTable;
    const auto like = [&](const Quality& base, const char* name, auto change) {
      Quality quality = base;
      quality.name = name;
      change(&quality);
      all.push_back(quality);
    };
    const auto usual = [&](const char* name, auto change) { like(kTable[1], name, change); };
    const auto poor = [&](const char* name, auto change) { like(kTable[2], name, change); };
    // Lens and compression of finer and coarser devices.
    const auto at = [&](const char* name, double dpi, double blur, int jpeg_quality) {
      usual(name, [=](Quality* quality) {
        quality->dpi = dpi, quality->blur = blur, quality->jpeg_quality = jpeg_quality;
      });
    };
    // One defect each, beside what the usual scan has.
    usual("turn90", [](Quality* quality) { quality->turn = 90; });
    usual("turn180", [](Quality* quality) { quality->turn = 180; });
    usual("turn270", [](Quality* quality) { quality->turn = 270; });
    usual("skew5", [](Quality* quality) { quality->least_skew = 4, quality->skew = 5; });
    usual("skew10", [](Quality* quality) { quality->least_skew = 9, quality->skew = 10; });
    usual("border", [](Quality* quality) { quality->border = 8; });
    usual("shadow", [](Quality* quality) { quality->binding = 0.75, quality->corner = 0.6; });
    usual("faint", [](Quality* quality) { quality->faint = 0.55, quality->grain = 0.3; });
    usual("dirty", [](Quality* quality) { quality->specks = 500, quality->dirt = 120; });
    usual("through", [](Quality* quality) { quality->through = 0.3; });
    usual("dark", [](Quality* quality) { quality->gamma = 4, quality->paper = 238; });
    at("dpi100", 100, 0.5, 40);
    at("dpi400", 400, 1.1, 14);
    at("dpi600", 600, 1.5, 14);
    usual("stamped", [](Quality* quality) { quality->stamps = 2; });
    poor("stamped150", [](Quality* quality) { quality->stamps = 2; });
    poor("blur150", [](Quality* quality) { quality->blur = 1.3; });
    usual("a3", [](Quality* quality) { quality->paired = true; });
    const auto soil = [](Quality* quality) {
      quality->specks = 1500, quality->speck_size = 4, quality->stains = true;
    };
    usual("dirt", soil);
    usual("dirt150", [&](Quality* quality) {
      *quality = kTable[2];
      quality->name = "dirt150";
      soil(quality);
    });
    usual("jp2", [](Quality* quality) { quality->coding = Coding::kJpeg2000; });
    usual("digital", [](Quality* quality) { quality->coding = Coding::kDigital; });
    for (const auto& [name, fonts] :
         {std::pair{"tcvn3", OldFonts::kTcvn3}, {"vni", OldFonts::kVni}, {"vps", OldFonts::kVps}}) {
      usual(name, [&](Quality* quality) { quality->coding = Coding::kDigital, quality->old_fonts = fonts; });
    }
    return all;
  }();
  return kAll;
}

const Quality& FindQuality(const std::string& name) {
  std::string known;
  for (const Quality& quality : Qualities()) {
    if (quality.name == name) return quality;
    known += " " + quality.name;
  }
  throw Error(fmt::format("no quality \"{}\"; known are{}", name, known));
}

}  // namespace trichluc::corpus
