// The body of a worker process: one engine, one open file, one page at a time.
#include <malloc.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "ocr/engine.h"
#include "pipeline/page_budget.h"
#include "pipeline/pipeline.h"
#include "pipeline/sandbox.h"
#include "pipeline/text_layer.h"
#include "pipeline/wire.h"
#include "render/pdf.h"
#include "store/reading_codec.h"

namespace trichluc {
namespace {

std::unique_ptr<OcrEngine> MakeEngine(const ReadingOptions& options) {
  if (!options.recording.empty()) return MakeRecordedEngine(options.recording);
  const bool own = std::filesystem::exists(options.models + "/" + options.language + ".traineddata");
  return MakeTesseract(options.language, own ? options.models : "");
}

// Loaded when it is asked for the first time: few pages want it.
class LateEngine : public OcrEngine {
 public:
  LateEngine(std::string language, std::string models) : language_(std::move(language)), models_(std::move(models)) {}
  std::string Name() const override { return Engine().Name(); }
  std::vector<Word> Read(const Image& image, ReadAs mode) override { return Engine().Read(image, mode); }

 private:
  OcrEngine& Engine() const {
    if (engine_ == nullptr) engine_ = MakeTesseract(language_, models_);
    return *engine_;
  }

  std::string language_, models_;
  mutable std::unique_ptr<OcrEngine> engine_;
};

// What reads damaged pages once more; none for models that have no such neighbour, and with recorded answers.
std::unique_ptr<OcrEngine> MakeNeighbour(const ReadingOptions& options, const std::string& suffix) {
  const std::string model = NeighbourModel(options, suffix);
  if (model.empty() || !options.recording.empty() || !options.record_to.empty()) return nullptr;
  return std::make_unique<LateEngine>(model, options.models);
}

// The model of handwriting lies beside the others; without it clerks' figures stay unread.
std::optional<HandReader> MakeHandReader(const ReadingOptions& options) {
  const std::string model = options.models + "/hand.net";
  if (options.models.empty() || !std::filesystem::exists(model)) return std::nullopt;
  return HandReader(ReadFile(model));
}

// Likewise; without it black seals are taken off by their geometry alone.
std::optional<SealNetwork> MakeSealNetwork(const ReadingOptions& options) {
  const std::string model = options.models + "/seal.net";
  if (options.models.empty() || !std::filesystem::exists(model)) return std::nullopt;
  return SealNetwork(ReadFile(model));
}

class PageReader {
 public:
  PageReader(OcrEngine& engine, const SecondReaders& second, const HandReader* hand, PageWork work)
      : engine_(engine), second_(second), hand_(hand), work_(work) {}

  // `file`: the PDF, open for reading; closed here.
  WorkerAnswer Answer(const WorkerRequest& request, int file) {
    try {
      Open(request.path, file);
      if (request.kind == WorkerRequest::Kind::kPages) return {true, "", std::to_string(pdf_->pages())};
      BudgetedEngine engine(engine_);
      std::optional<BudgetedEngine> again, signatures;
      if (second_.page != nullptr) again.emplace(*second_.page);
      if (second_.signatures != nullptr) signatures.emplace(*second_.signatures);
      const SecondReaders second{again ? &*again : nullptr, signatures ? &*signatures : nullptr, second_.seals};
      const PageReading reading = ReadFilePage(*pdf_, request.page, engine, hand_, work_, second);
      if (const std::string excess = Excess(reading); !excess.empty())
        throw DocumentError(ErrorCode::kTooLarge, "pipeline", path_, request.page, excess);
      return {true, "", EncodeReading(reading)};
    } catch (const DocumentError& error) {
      return {false, Name(error.code()), error.cause()};
    } catch (const std::bad_alloc&) {
      return {false, Name(ErrorCode::kTooLarge), "it needs more memory than a reading process may have"};
    } catch (const std::exception& error) {
      return {false, Name(ErrorCode::kEngine), error.what()};
    }
  }

 private:
  // The same path is the same file for as long as it is asked for: its number of pages is asked for first.
  void Open(const std::string& path, int file) {
    struct stat now {};
    const bool known = file >= 0 && ::fstat(file, &now) == 0;
    if (pdf_ && path_ == path && known && now.st_ino == inode_ && now.st_dev == device_) {
      ::close(file);
      return;
    }
    pdf_.reset();
    path_ = path;
    inode_ = now.st_ino;
    device_ = now.st_dev;
    if (file >= 0) {
      pdf_.emplace(file, path);
    } else {
      pdf_.emplace(path);
    }
  }

  OcrEngine& engine_;
  SecondReaders second_;
  const HandReader* hand_;
  PageWork work_;
  std::optional<Pdf> pdf_;
  std::string path_;
  ino_t inode_ = 0;
  dev_t device_ = 0;
};

// Every page makes and drops the same large images: given back to the system each time, they cost a fault for each of
// their small pages when they come again.
void KeepFreedMemory() {
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 128 << 20);
  ::mallopt(M_TOP_PAD, 8 << 20);
}

}  // namespace

int RunWorker(const ReadingOptions& options) {
  KeepFreedMemory();
  ::signal(SIGINT, SIG_IGN);  // of the terminal: the calling process decides
  LimitMemory(options.worker_megabytes);
  std::unique_ptr<OcrEngine> engine = MakeEngine(options);
  RecordingEngine* recorder = nullptr;
  if (!options.record_to.empty()) {
    auto recording = std::make_unique<RecordingEngine>(std::move(engine));
    recorder = recording.get();
    engine = std::move(recording);
  }
  const std::optional<HandReader> hand = MakeHandReader(options);
  const std::unique_ptr<OcrEngine> damaged = MakeNeighbour(options, kDamagedModel), sealed = MakeNeighbour(options, kSignedModel);
  const std::optional<SealNetwork> seals = MakeSealNetwork(options);
  PageReader reader(*engine, {damaged.get(), sealed.get(), seals ? &*seals : nullptr}, hand ? &*hand : nullptr, options.as_scanned ? PageWork::kAsScanned : PageWork::kWhole);
  if (recorder == nullptr) EnterSandbox(options.models.empty() ? std::vector<std::string>{} : std::vector{options.models});
  int file = -1;
  while (const std::optional<std::string> frame = ReceiveFrame(STDIN_FILENO, &file)) {
    const std::optional<WorkerRequest> request = DecodeRequest(*frame);
    if (!request) return static_cast<int>(ExitCode::kInternal);
    if (!WriteFrame(STDOUT_FILENO, Encode(reader.Answer(*request, file)))) break;
  }
  if (recorder != nullptr) recorder->Save(options.record_to);
  std::_Exit(static_cast<int>(ExitCode::kOk));  // the end of the process frees what it holds, and takes less time
}

}  // namespace trichluc
