#include <filesystem>

#include "pipeline/pipeline.h"

namespace trichluc {

std::string DamagedModel(const ReadingOptions& options) {
  const std::string name = options.language + "_damaged";
  if (options.models.empty() || !std::filesystem::exists(options.models + "/" + name + ".traineddata")) return "";
  return name;
}

}  // namespace trichluc
