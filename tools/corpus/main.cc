// trichluc-corpus: sets described documents, spoils them as scanners do, states the truth about them.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "corpus/error.h"
#include "corpus/make.h"

int main(int argc, char** argv) {
  using namespace trichluc::corpus;
  CLI::App app("Makes scans and their truth from corpus/<id>/description.json");
  app.require_subcommand(1);
  std::vector<std::string> folders, qualities;
  std::string folder, out;
  double dpi = 100;
  bool truth_only = false;

  CLI::App* make = app.add_subcommand("make", "truth.json, truth.txt and the scans");
  make->add_option("folder", folders, "corpus/<id>")->required();
  make->add_option("--quality", qualities, "only this quality; may be repeated")->delimiter(',');
  make->add_flag("--truth-only", truth_only, "no scans");

  CLI::App* preview = app.add_subcommand("preview", "unspoiled pages as PNG");
  preview->add_option("folder", folder, "corpus/<id>")->required();
  preview->add_option("--out", out, "folder for the pages")->required();
  preview->add_option("--dpi", dpi, "resolution")->capture_default_str();
  CLI11_PARSE(app, argc, argv);

  try {
    if (preview->parsed()) {
      fmt::print("{}: {} pages\n", out, PreviewFolder(folder, out, dpi));
      return 0;
    }
    for (const std::string& name : qualities) FindQuality(name);
    if (qualities.empty() && !truth_only) {
      qualities = {"clean300", "usual200", "poor150"};  // the others are made when asked for
    }
    for (const std::string& each : folders) fmt::print("{}: {} pages\n", each, MakeFolder(each, qualities));
  } catch (const Error& error) {
    fmt::print(stderr, "trichluc-corpus: {}\n", error.what());
    return 1;
  }
  return 0;
}
