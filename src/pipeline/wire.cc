#include "pipeline/wire.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>

namespace trichluc {
namespace {

bool WriteAll(int fd, const char* data, size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(fd, data, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    data += written;
    size -= static_cast<size_t>(written);
  }
  return true;
}

bool ReadAll(int fd, char* data, size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(fd, data, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    data += got;
    size -= static_cast<size_t>(got);
  }
  return true;
}

}  // namespace

bool WriteFrame(int fd, const std::string& bytes) {
  if (bytes.size() > kMaxFrame) return false;
  const uint32_t size = static_cast<uint32_t>(bytes.size());
  std::array<char, 4> head;
  for (int i = 0; i < 4; ++i) head[static_cast<size_t>(i)] = static_cast<char>(size >> (8 * i));
  return WriteAll(fd, head.data(), head.size()) && WriteAll(fd, bytes.data(), bytes.size());
}

std::optional<std::string> ReadFrame(int fd) {
  std::array<unsigned char, 4> head;
  if (!ReadAll(fd, reinterpret_cast<char*>(head.data()), head.size())) return std::nullopt;
  uint32_t size = 0;
  for (int i = 0; i < 4; ++i) size |= static_cast<uint32_t>(head[static_cast<size_t>(i)]) << (8 * i);
  if (size > kMaxFrame) return std::nullopt;
  std::string bytes(size, '\0');
  if (!ReadAll(fd, bytes.data(), bytes.size())) return std::nullopt;
  return bytes;
}

// "n" or "r", the page, a blank, the path as it is (paths may hold any byte).
std::string Encode(const WorkerRequest& request) {
  return (request.kind == WorkerRequest::Kind::kPages ? "n" : "r") + std::to_string(request.page) + " " +
         request.path;
}

std::optional<WorkerRequest> DecodeRequest(const std::string& bytes) {
  const size_t blank = bytes.find(' ');
  if (blank == std::string::npos || blank < 2 || blank > 9) return std::nullopt;
  if (bytes[0] != 'n' && bytes[0] != 'r') return std::nullopt;
  const std::string page = bytes.substr(1, blank - 1);
  if (page.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  return WorkerRequest{bytes[0] == 'n' ? WorkerRequest::Kind::kPages : WorkerRequest::Kind::kRead,
                       std::stoi(page), bytes.substr(blank + 1)};
}

std::string Encode(const WorkerAnswer& answer) {
  return answer.ok ? "+" + answer.body : "-" + answer.code + " " + answer.body;
}

std::optional<WorkerAnswer> DecodeAnswer(const std::string& bytes) {
  if (bytes.empty()) return std::nullopt;
  if (bytes[0] == '+') return WorkerAnswer{true, "", bytes.substr(1)};
  const size_t blank = bytes.find(' ');
  if (bytes[0] != '-' || blank == std::string::npos) return std::nullopt;
  return WorkerAnswer{false, bytes.substr(1, blank - 1), bytes.substr(blank + 1)};
}

}  // namespace trichluc
