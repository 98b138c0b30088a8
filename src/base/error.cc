#include "base/error.h"

#include <fmt/format.h>

namespace trichluc {

const char* Name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kNotFound:
      return "not_found";
    case ErrorCode::kUnreadable:
      return "unreadable";
    case ErrorCode::kEmpty:
      return "empty";
    case ErrorCode::kNotPdf:
      return "not_pdf";
    case ErrorCode::kBroken:
      return "broken";
    case ErrorCode::kEncrypted:
      return "encrypted";
    case ErrorCode::kTooLarge:
      return "too_large";
    case ErrorCode::kChanged:
      return "changed";
    case ErrorCode::kEngine:
      return "engine";
    case ErrorCode::kStore:
      return "store";
  }
  return "unknown";
}

namespace {
std::string Line(const std::string& path, int page, const std::string& cause) {
  return page > 0 ? fmt::format("{}, page {}: {}", path, page, cause) : fmt::format("{}: {}", path, cause);
}
}  // namespace

DocumentError::DocumentError(ErrorCode code, std::string stage, std::string path, int page,
                             const std::string& cause)
    : std::runtime_error(Line(path, page, cause)),
      code_(code),
      stage_(std::move(stage)),
      path_(std::move(path)),
      page_(page),
      cause_(cause) {}

}  // namespace trichluc
