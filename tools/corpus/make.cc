#include "corpus/make.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "corpus/defects.h"
#include "corpus/error.h"
#include "corpus/old_fonts.h"
#include "corpus/pdf.h"
#include "corpus/raster.h"
#include "corpus/stamping.h"
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

// Of the document that the page belongs to; the last one for a blank sheet behind it.
StampedSheet StampPage(std::uint64_t seed, const Paper& paper, int page, const Quality& quality) {
  const auto document = std::find_if(paper.documents.begin(), paper.documents.end() - 1,
                                     [page](const DocumentPlace& place) { return place.pages.to >= page; });
  return Stamp(*paper.sheets[page - 1], quality.stamps, document->agency, document->above,
               Random(seed, page, "stamps"));
}

// What is printed on the back of a page, were the paper printed on both sides; nothing when it is the last
// one.
const Sheet* BackOf(const Paper& paper, int page) {
  const std::size_t back = static_cast<std::size_t>(page % 2 == 1 ? page : page - 2);
  return back < paper.sheets.size() ? paper.sheets[back].get() : nullptr;
}

std::string StampsFile(const LinesUnderStamps& under) {
  Json lines = Json::array();
  for (std::size_t page = 0; page < under.size(); ++page) {
    for (const std::string& line : under[page]) lines.push_back({{"page", page + 1}, {"line", line}});
  }
  return lines.dump(1) + "\n";
}

bool IsUpright(const Sheet& sheet) { return sheet.height() > sheet.width(); }

// Landscape pages, and the last of an odd number, keep a sheet of their own.
std::vector<std::shared_ptr<Sheet>> Paired(const std::vector<std::shared_ptr<Sheet>>& pages) {
  std::vector<std::shared_ptr<Sheet>> sheets;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const bool pair = i + 1 < pages.size() && IsUpright(*pages[i]) && IsUpright(*pages[i + 1]);
    sheets.push_back(pair ? std::make_shared<Sheet>(*pages[i], *pages[i + 1]) : pages[i]);
    i += pair;
  }
  return sheets;
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

std::string MakeScan(const Description& description, const Paper& paper, const Quality& quality,
                     LinesUnderStamps* under) {
  if (quality.coding == Coding::kDigital) {
    const std::string printed = PrintPdf(paper.sheets);
    return quality.old_fonts == OldFonts::kNone ? printed : InOldFonts(printed, quality.old_fonts);
  }
  Pdf pdf;
  int page = 0;
  for (std::shared_ptr<Sheet> sheet : quality.paired ? Paired(paper.sheets) : paper.sheets) {
    Random random(description.seed, ++page, quality.name);
    if (quality.stamps > 0) {
      StampedSheet stamped = StampPage(description.seed, paper, page, quality);
      sheet = std::move(stamped.sheet);
      if (under != nullptr) under->push_back(std::move(stamped.under));
    }
    Raster raster = Render(*sheet, quality, &random);
    if (quality.through > 0) {
      if (const Sheet* back = BackOf(paper, page))
        ShowThrough(quality, Render(*back, quality, &random), &raster);
    }
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
    const Quality& quality = FindQuality(name);
    LinesUnderStamps under;
    WriteFile(fs::path(folder) / (name + ".pdf"), MakeScan(description, paper, quality, &under));
    if (quality.stamps > 0) WriteFile(fs::path(folder) / (name + ".stamps.json"), StampsFile(under));
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
