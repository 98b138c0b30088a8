// Paper → scan → the program's own image work → lines, cut as Tesseract cuts them before it reads.
#pragma once

#include <string>
#include <vector>

#include "corpus/quality.h"
#include "image/seal_network.h"
#include "model/geometry.h"
#include "model/image.h"
#include "train/lstmf.h"
#include "train/proof_page.h"

namespace trichluc::train {

// A quality drawn around one of the corpus maker's: kind 0 clean, 1 grey or coloured JPEG, 2 bilevel; 150–300
// dpi, thresholds too dark and too light.
corpus::Quality DrawQuality(int kind, Random* random);

// A quality for paper that has been copied, sent and stamped: with ScanLines(…, worn).
corpus::Quality DrawWornQuality(Random* random);

// A quality with one great defect beside those of `DrawQuality`: bilevel to be stamped with so many seals (StampLines), bilevel for
// signature blocks (Matter), out of focus and bilevel, or faint.
enum class DamageKind { kSealed, kSigned, kBlurred, kFaint };
struct Damage {
  corpus::Quality quality;
  int seals = 0;
};
Damage DrawDamage(DamageKind kind, Random* random);

// A page as it comes out of the PDF, and where each of its lines stands once it is upright (pixels); no boxes
// when the paper was found to lie otherwise than it does.
struct ProofScan {
  Image scan;
  std::vector<Box> boxes;  // of ProofPage::lines
};
ProofScan ScanPage(const ProofPage& page, const corpus::Quality& quality, const std::string& scratch,
                   Random* random, bool worn = false);

// Scans the page, reads the scan back as the program does (Poppler, then Analyse: stamps off, upright, rules
// erased) and cuts out each line with a letter that the model knows. `scratch` is a file that may be
// overwritten. `worn`: the print is worn before it is scanned (train/wear.h). `seals`: takes black seals off; without it their geometry does.
std::vector<TrainingLine> ScanLines(const ProofPage& page, const corpus::Quality& quality,
                                    const Alphabet& alphabet, const std::string& scratch, Random* random,
                                    bool worn = false, const SealNetwork* seals = nullptr);

}  // namespace trichluc::train
