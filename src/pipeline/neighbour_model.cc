#include <filesystem>

#include "pipeline/pipeline.h"

namespace trichluc {

std::string NeighbourModel(const ReadingOptions& options, const std::string& suffix) {
  const std::string name = options.language + suffix;
  if (options.models.empty() || !std::filesystem::exists(options.models + "/" + name + ".traineddata")) return "";
  return name;
}

}  // namespace trichluc
