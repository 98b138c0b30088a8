// Worker processes: started, asked, replaced when they die.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/pipeline.h"
#include "pipeline/wire.h"

namespace trichluc {

// Keeps `jobs` copies of "trichluc-reader worker" busy. Single-threaded: Run polls the pipes. Workers are started
// with OMP_THREAD_LIMIT=1 in their environment.
class WorkerPool {
 public:
  explicit WorkerPool(const ReadingOptions& options);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  int jobs() const { return static_cast<int>(workers_.size()); }

  // Starts workers ahead of their first jobs, at most `count`; the others start when there is work for them.
  void Begin(int count);

  struct Job {
    WorkerRequest request;
    size_t tag = 0;  // the caller's own key
    int file = -1;   // the PDF, open for reading; the caller's to close when the answer has come
    int attempts = 0;
  };
  // The next job, or false when there is none at the moment.
  using Source = std::function<bool(Job*)>;
  // The answer to a job. A worker that died twice on it, or was killed for its time, gives code "engine" and
  // the cause in words.
  using Sink = std::function<void(const Job&, const WorkerAnswer&)>;

  // What the caller has to do itself, a piece at a time: called when every worker has work, as far as there is any. True when
  // it did some; it is called again then, as soon as workers that are done meanwhile have new work.
  using Meanwhile = std::function<bool()>;

  // Whether fewer workers have work than there are cores.
  bool HasIdleCore() const;

  // Until the source is dry and every answer has come. The sink and `meanwhile` may make the source yield more;
  // workers wait while the sink works, not while `meanwhile` does.
  void Run(const Source& next, const Sink& done, const Meanwhile& meanwhile = nullptr);

 private:
  struct Worker {
    pid_t pid = -1;
    int to = -1, from = -1;
    bool busy = false;
    Job job;
    std::chrono::steady_clock::time_point until;  // then it is killed
  };
  void Start(Worker& worker);
  void Dismiss(Worker& worker);      // no more work: it ends
  std::string Stop(Worker& worker);  // how it ended, in words
  void Fail(Worker& worker, const std::string& cause, const Sink& done);
  void GiveAll(const Source& next, const Sink& done);
  bool Give(Worker& worker, const Job& job);
  void Collect(Worker& worker, const Sink& done);

  ReadingOptions options_;
  std::vector<Worker> workers_;
  int cores_;
};

}  // namespace trichluc
