#include "pipeline/worker_pool.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

#include "base/error.h"

extern char** environ;

namespace trichluc {
namespace {

constexpr int kAttempts = 2;

std::string OwnProgram() {
  std::string path(4096, '\0');
  const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
  if (size <= 0)
    throw UsageError("cannot find the running program through /proc/self/exe; is /proc mounted?");
  path.resize(static_cast<size_t>(size));
  return path;
}

std::vector<std::string> Arguments(const ReadingOptions& options) {
  std::vector<std::string> arguments{options.program, "worker", "--lang", options.language};
  if (!options.models.empty()) arguments.insert(arguments.end(), {"--models", options.models});
  if (!options.recording.empty()) arguments.insert(arguments.end(), {"--recording", options.recording});
  if (!options.record_to.empty()) arguments.insert(arguments.end(), {"--record-to", options.record_to});
  return arguments;
}

std::vector<std::string> Environment() {
  std::vector<std::string> environment;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    if (std::strncmp(*entry, "OMP_THREAD_LIMIT=", 17) != 0) environment.emplace_back(*entry);
  }
  environment.emplace_back("OMP_THREAD_LIMIT=1");
  return environment;
}

std::vector<char*> Pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& text : strings) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

WorkerPool::WorkerPool(const ReadingOptions& options) : options_(options) {
  if (options_.program.empty()) options_.program = OwnProgram();
  int jobs =
      options_.jobs > 0 ? options_.jobs : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  if (!options_.record_to.empty()) jobs = 1;
  ::signal(SIGPIPE, SIG_IGN);
  workers_.resize(static_cast<size_t>(jobs));
}

WorkerPool::~WorkerPool() {
  for (Worker& worker : workers_) Stop(worker);
}

void WorkerPool::Start(Worker& worker) {
  int down[2], up[2];
  if (::pipe2(down, O_CLOEXEC) != 0)
    throw UsageError("cannot make a pipe for a worker: " + std::string(std::strerror(errno)));
  if (::pipe2(up, O_CLOEXEC) != 0) {
    ::close(down[0]);
    ::close(down[1]);
    throw UsageError("cannot make a pipe for a worker: " + std::string(std::strerror(errno)));
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, down[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, up[1], STDOUT_FILENO);
  std::vector<std::string> arguments = Arguments(options_), environment = Environment();
  const int error = ::posix_spawn(&worker.pid, options_.program.c_str(), &actions, nullptr,
                                  Pointers(arguments).data(), Pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  ::close(down[0]);
  ::close(up[1]);
  worker.to = down[1];
  worker.from = up[0];
  worker.busy = false;
  if (error != 0) {
    worker.pid = -1;
    Stop(worker);
    throw UsageError("cannot start a worker process (" + options_.program + "): " + std::strerror(error));
  }
}

void WorkerPool::Stop(Worker& worker) {
  if (worker.to >= 0) ::close(worker.to);
  if (worker.from >= 0) ::close(worker.from);
  if (worker.pid > 0) {
    int status = 0;
    while (::waitpid(worker.pid, &status, 0) < 0 && errno == EINTR) {
    }
  }
  worker = Worker{};
}

bool WorkerPool::Give(Worker& worker, const Job& job) {
  if (worker.pid < 0) Start(worker);
  worker.job = job;
  ++worker.job.attempts;
  worker.busy = WriteFrame(worker.to, Encode(job.request));
  return worker.busy;
}

void WorkerPool::Collect(Worker& worker, const Sink& done) {
  const std::optional<std::string> frame = ReadFrame(worker.from);
  const std::optional<WorkerAnswer> answer = frame ? DecodeAnswer(*frame) : std::nullopt;
  const Job job = worker.job;
  worker.busy = false;
  if (answer) {
    done(job, *answer);
    return;
  }
  Stop(worker);  // it died over this job
  if (job.attempts < kAttempts && Give(worker, job)) return;
  done(job, WorkerAnswer{false, Name(ErrorCode::kEngine), "the reading process died twice over it"});
}

void WorkerPool::Run(const Source& next, const Sink& done) {
  while (true) {
    for (Worker& worker : workers_) {
      Job job;
      if (worker.busy || !next(&job)) continue;
      if (Give(worker, job)) continue;
      Stop(worker);
      if (!Give(worker, job))
        done(job, WorkerAnswer{false, Name(ErrorCode::kEngine), "the reading process does not start"});
    }
    std::vector<pollfd> waiting;
    std::vector<Worker*> of;
    for (Worker& worker : workers_) {
      if (!worker.busy) continue;
      waiting.push_back({worker.from, POLLIN, 0});
      of.push_back(&worker);
    }
    if (waiting.empty()) return;
    if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
    for (size_t i = 0; i < waiting.size(); ++i) {
      if (waiting[i].revents != 0) Collect(*of[i], done);
    }
  }
}

}  // namespace trichluc
