#include "corpus/make.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "corpus/error.h"
#include "corpus/old_fonts.h"
#include "corpus/pdf.h"
#include "corpus/raster.h"
#include "corpus/truth.h"

namespace trichluc::corpus {
namespace {

namespace fs = std::filesystem;

void WriteFile(const fs::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << bytes;
  file.close();
  if (!file) throw Error(fmt::format("{}: cannot be written; is the folder writable?", path.string()));
}

}  // namespace

Description ReadDescription(const std::string& folder) {
  const fs::path path = fs::path(folder) / "description.json";
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(fmt::format("{}: cannot be read; name a folder that holds it", path.string()));
  std::ostringstream text;
  text << file.rdbuf();
  Description description = ParseDescription(text.str(), path.string());
  const std::string name = fs::path(folder).lexically_normal().filename().string();
  if (!name.empty() && name != "." && name != description.id) {
    throw Error(fmt::format("{}: /id: is \"{}\", the folder is \"{}\"; make them agree", path.string(),
                            description.id, name));
  }
  return description;
}

std::string MakeScan(const Description& description, const Paper& paper, const Quality& quality) {
  if (quality.coding == Coding::kDigital) {
    const std::string printed = PrintPdf(paper.sheets);
    return quality.old_fonts == OldFonts::kNone ? printed : InOldFonts(printed, quality.old_fonts);
  }
  Pdf pdf;
  int page = 0;
  for (const auto& sheet : paper.sheets) {
    Random random(description.seed, ++page, quality.name);
    Raster raster = Render(*sheet, quality, &random);
    Spoil(quality, &random, &raster);
    pdf.AddPage(Encode(quality, raster), quality.dpi);
  }
  return pdf.Finish();
}

int MakeFolder(const std::string& folder, const std::vector<std::string>& qualities) {
  const Description description = ReadDescription(folder);
  const Paper paper = Typeset(description);
  const std::string truth = TruthFile(MakeTruth(description, paper));
  WriteFile(fs::path(folder) / "truth.json", truth);
  WriteFile(fs::path(folder) / "truth.txt", PaperText(paper));
  for (const std::string& name : qualities) {
    WriteFile(fs::path(folder) / (name + ".pdf"), MakeScan(description, paper, FindQuality(name)));
  }
  return static_cast<int>(paper.sheets.size());
}

int PreviewFolder(const std::string& folder, const std::string& out, double dpi) {
  const Paper paper = Typeset(ReadDescription(folder));
  std::error_code ignored;
  fs::create_directories(out, ignored);
  int page = 0;
  for (const auto& sheet : paper.sheets) {
    WritePng(*sheet, dpi, (fs::path(out) / fmt::format("page-{:03}.png", ++page)).string());
  }
  return page;
}

}  // namespace trichluc::corpus
