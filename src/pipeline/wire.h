// Messages between the calling process and its workers: frames of a four-byte little-endian length and that
// many bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace trichluc {

constexpr uint32_t kMaxFrame = 256u << 20;

// False / nothing when the other side is gone, or when a frame is longer than kMaxFrame.
bool WriteFrame(int fd, const std::string& bytes);
std::optional<std::string> ReadFrame(int fd);

// The same over a socket, with an open file: `file` < 0 sends none; *file is -1 where none came, else the
// receiver's to close.
bool SendFrame(int socket, const std::string& bytes, int file);
std::optional<std::string> ReceiveFrame(int socket, int* file);

// Requests: how many pages a file has, or the reading of one page.
struct WorkerRequest {
  enum class Kind { kPages, kRead } kind = Kind::kPages;
  int page = 0;
  std::string path;
};
std::string Encode(const WorkerRequest& request);
std::optional<WorkerRequest> DecodeRequest(const std::string& bytes);

// Answers: a page count or an encoded reading in `body`; or an error's code name and cause.
struct WorkerAnswer {
  bool ok = false;
  std::string code;  // of an error: Name(ErrorCode)
  std::string body;
};
std::string Encode(const WorkerAnswer& answer);
std::optional<WorkerAnswer> DecodeAnswer(const std::string& bytes);

}  // namespace trichluc
