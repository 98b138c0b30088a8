#include "pipeline/wire.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>

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

std::array<char, 4> HeadOf(size_t size) {
  std::array<char, 4> head;
  for (int i = 0; i < 4; ++i)
    head[static_cast<size_t>(i)] = static_cast<char>(static_cast<uint32_t>(size) >> (8 * i));
  return head;
}

std::optional<std::string> ReadBody(int fd, const std::array<char, 4>& head) {
  uint32_t size = 0;
  for (int i = 0; i < 4; ++i)
    size |= static_cast<uint32_t>(static_cast<unsigned char>(head[static_cast<size_t>(i)])) << (8 * i);
  if (size > kMaxFrame) return std::nullopt;
  std::string bytes(size, '\0');
  if (!ReadAll(fd, bytes.data(), bytes.size())) return std::nullopt;
  return bytes;
}

// A message of bytes, with room for one open file beside them.
struct Message {
  Message(char* data, size_t size) : part{data, size} {
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control;
    header.msg_controllen = sizeof control;
  }
  iovec part;
  msghdr header{};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
};

}  // namespace

bool WriteFrame(int fd, const std::string& bytes) {
  if (bytes.size() > kMaxFrame) return false;
  const std::array<char, 4> head = HeadOf(bytes.size());
  return WriteAll(fd, head.data(), head.size()) && WriteAll(fd, bytes.data(), bytes.size());
}

std::optional<std::string> ReadFrame(int fd) {
  std::array<char, 4> head;
  if (!ReadAll(fd, head.data(), head.size())) return std::nullopt;
  return ReadBody(fd, head);
}

bool SendFrame(int socket, const std::string& bytes, int file) {
  if (file < 0) return WriteFrame(socket, bytes);
  if (bytes.size() > kMaxFrame) return false;
  std::array<char, 4> head = HeadOf(bytes.size());
  Message message(head.data(), head.size());
  cmsghdr* control = CMSG_FIRSTHDR(&message.header);
  control->cmsg_level = SOL_SOCKET;
  control->cmsg_type = SCM_RIGHTS;
  control->cmsg_len = CMSG_LEN(sizeof file);
  std::memcpy(CMSG_DATA(control), &file, sizeof file);
  ssize_t sent;
  do {
    sent = ::sendmsg(socket, &message.header, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  if (sent <= 0) return false;
  return WriteAll(socket, head.data() + sent, head.size() - static_cast<size_t>(sent)) &&
         WriteAll(socket, bytes.data(), bytes.size());
}

std::optional<std::string> ReceiveFrame(int socket, int* file) {
  *file = -1;
  std::array<char, 4> head;
  Message message(head.data(), head.size());
  ssize_t got;
  do {
    got = ::recvmsg(socket, &message.header, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  if (got <= 0) return std::nullopt;
  const cmsghdr* control = CMSG_FIRSTHDR(&message.header);
  if (control != nullptr && control->cmsg_level == SOL_SOCKET && control->cmsg_type == SCM_RIGHTS)
    std::memcpy(file, CMSG_DATA(control), sizeof *file);
  const size_t had = static_cast<size_t>(got);
  if (!ReadAll(socket, head.data() + had, head.size() - had)) return std::nullopt;
  return ReadBody(socket, head);
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
