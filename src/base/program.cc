#include "base/program.h"

#include <elf.h>
#include <link.h>

#include <cstddef>
#include <cstring>
#include <string_view>

namespace trichluc {
namespace {

constexpr size_t Aligned(size_t size) { return (size + 3) & ~size_t{3}; }

// The notes of a segment: owner, kind and content, each padded to four bytes.
std::string BuildIdIn(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note;
    std::memcpy(&note, notes.data(), sizeof(note));
    notes.remove_prefix(sizeof(note));
    const size_t owner = Aligned(note.n_namesz), size = Aligned(note.n_descsz);
    if (owner + size > notes.size()) break;
    const std::string_view content = notes.substr(owner, note.n_descsz);
    if (note.n_type == NT_GNU_BUILD_ID && notes.substr(0, note.n_namesz) == std::string_view("GNU", 4)) {
      std::string id;
      for (const unsigned char byte : content) {
        constexpr char kDigits[] = "0123456789abcdef";
        id += {kDigits[byte >> 4], kDigits[byte & 15]};
      }
      return id;
    }
    notes.remove_prefix(owner + size);
  }
  return "";
}

// The first object of the process is the program itself.
int OfProgram(dl_phdr_info* object, size_t, void* id) {
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    const auto* bytes = reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
    const std::string found = BuildIdIn({bytes, segment.p_memsz});
    if (!found.empty()) *static_cast<std::string*>(id) = found;
  }
  return 1;
}

}  // namespace

std::string BuildId() {
  std::string id;
  ::dl_iterate_phdr(OfProgram, &id);
  return id;
}

}  // namespace trichluc
