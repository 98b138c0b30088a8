// A disk that runs full: SQLite's file layer with a number of bytes that may still be written.
#pragma once

#include <sqlite3.h>

#include <cstring>
#include <limits>

namespace trichluc {

// While one exists, databases opened in this process write through it. One at a time; close the databases
// first.
class FullDisk {
 public:
  FullDisk() : real_(sqlite3_vfs_find(nullptr)) {
    left_ = std::numeric_limits<long long>::max();
    layer_ = *real_;
    layer_.zName = "full-disk";
    layer_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
    layer_.pAppData = real_;
    layer_.xOpen = &Open;
    sqlite3_vfs_register(&layer_, 1);
  }
  ~FullDisk() {
    sqlite3_vfs_unregister(&layer_);
    sqlite3_vfs_register(real_, 1);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

  void Allow(long long bytes) { left_ = bytes; }
  void MakeRoom() { left_ = std::numeric_limits<long long>::max(); }

 private:
  struct File {
    sqlite3_file base;  // must come first
    sqlite3_file* Real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };
  static sqlite3_file* Of(sqlite3_file* file) { return reinterpret_cast<File*>(file)->Real(); }

  static int Open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto* real = static_cast<sqlite3_vfs*>(vfs->pAppData);
    sqlite3_file* inner = Of(file);
    std::memset(inner, 0, static_cast<size_t>(real->szOsFile));
    const int code = real->xOpen(real, name, inner, flags, out_flags);
    file->pMethods = inner->pMethods != nullptr ? Methods() : nullptr;
    return code;
  }

  static int Write(sqlite3_file* file, const void* data, int bytes, sqlite3_int64 at) {
    if (bytes > left_) {
      left_ = 0;  // what does not fit now does not fit later
      return SQLITE_FULL;
    }
    left_ -= bytes;
    return Of(file)->pMethods->xWrite(Of(file), data, bytes, at);
  }

  static const sqlite3_io_methods* Methods() {
    static const sqlite3_io_methods kMethods = [] {
      sqlite3_io_methods m{};
      m.iVersion = 2;
      m.xClose = [](sqlite3_file* f) { return Of(f)->pMethods->xClose(Of(f)); };
      m.xRead = [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
        return Of(f)->pMethods->xRead(Of(f), to, n, at);
      };
      m.xWrite = &Write;
      m.xTruncate = [](sqlite3_file* f, sqlite3_int64 n) { return Of(f)->pMethods->xTruncate(Of(f), n); };
      m.xSync = [](sqlite3_file* f, int flags) { return Of(f)->pMethods->xSync(Of(f), flags); };
      m.xFileSize = [](sqlite3_file* f, sqlite3_int64* n) { return Of(f)->pMethods->xFileSize(Of(f), n); };
      m.xLock = [](sqlite3_file* f, int level) { return Of(f)->pMethods->xLock(Of(f), level); };
      m.xUnlock = [](sqlite3_file* f, int level) { return Of(f)->pMethods->xUnlock(Of(f), level); };
      m.xCheckReservedLock = [](sqlite3_file* f, int* out) {
        return Of(f)->pMethods->xCheckReservedLock(Of(f), out);
      };
      m.xFileControl = [](sqlite3_file* f, int op, void* arg) {
        return Of(f)->pMethods->xFileControl(Of(f), op, arg);
      };
      m.xSectorSize = [](sqlite3_file* f) { return Of(f)->pMethods->xSectorSize(Of(f)); };
      m.xDeviceCharacteristics = [](sqlite3_file* f) {
        return Of(f)->pMethods->xDeviceCharacteristics(Of(f));
      };
      m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
        return Of(f)->pMethods->xShmMap(Of(f), page, size, extend, out);
      };
      m.xShmLock = [](sqlite3_file* f, int at, int n, int flags) {
        return Of(f)->pMethods->xShmLock(Of(f), at, n, flags);
      };
      m.xShmBarrier = [](sqlite3_file* f) { Of(f)->pMethods->xShmBarrier(Of(f)); };
      m.xShmUnmap = [](sqlite3_file* f, int remove) { return Of(f)->pMethods->xShmUnmap(Of(f), remove); };
      return m;
    }();
    return &kMethods;
  }

  static inline long long left_ = 0;
  sqlite3_vfs* real_;
  sqlite3_vfs layer_;
};

}  // namespace trichluc
