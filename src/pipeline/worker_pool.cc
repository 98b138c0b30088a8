#include "pipeline/worker_pool.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>

#include "base/error.h"

extern char** environ;

namespace trichluc {
namespace {

constexpr int kAttempts = 2;
using Clock = std::chrono::steady_clock;

std::string HowItEnded(int status) {
  if (WIFSIGNALED(status)) return fmt::format("crashed ({})", ::strsignal(WTERMSIG(status)));
  return fmt::format("ended with code {}", WEXITSTATUS(status));
}

}  // namespace

std::string ReaderProgram() {
  std::string path(4096, '\0');
  const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
  if (size <= 0)
    throw UsageError("cannot find the running program through /proc/self/exe; is /proc mounted?");
  path.resize(static_cast<size_t>(size));
  return path.substr(0, path.find_last_of('/') + 1) + "trichluc-reader";
}

namespace {

std::vector<std::string> Arguments(const ReadingOptions& options) {
  std::vector<std::string> arguments{options.program, "worker", "--lang", options.language};
  if (!options.models.empty()) arguments.insert(arguments.end(), {"--models", options.models});
  if (options.as_scanned) arguments.push_back("--as-scanned");
  arguments.insert(arguments.end(), {"--megabytes", std::to_string(options.worker_megabytes)});
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

WorkerPool::WorkerPool(const ReadingOptions& options)
    : options_(options), cores_(static_cast<int>(std::max(1u, std::thread::hardware_concurrency()))) {
  if (options_.program.empty()) options_.program = ReaderProgram();
  int jobs = options_.jobs > 0 ? options_.jobs : cores_;
  if (!options_.record_to.empty()) jobs = 1;
  ::signal(SIGPIPE, SIG_IGN);
  workers_.resize(static_cast<size_t>(jobs));
}

WorkerPool::~WorkerPool() {
  for (Worker& worker : workers_) Dismiss(worker);  // all at once: the end of each takes a moment
  for (Worker& worker : workers_) Stop(worker);
}

void WorkerPool::Begin(int count) {
  for (size_t i = 0; i < workers_.size() && i < static_cast<size_t>(std::max(0, count)); ++i) {
    if (workers_[i].pid < 0) Start(workers_[i]);
  }
}

bool WorkerPool::HasIdleCore() const {
  return std::count_if(workers_.begin(), workers_.end(), [](const Worker& worker) { return worker.busy; }) < cores_;
}

void WorkerPool::Start(Worker& worker) {
  int down[2], up[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, down) != 0)  // open files go down with requests
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

void WorkerPool::Dismiss(Worker& worker) {
  if (worker.to >= 0) ::close(worker.to);
  if (worker.from >= 0) ::close(worker.from);
  worker.to = worker.from = -1;
}

std::string WorkerPool::Stop(Worker& worker) {
  Dismiss(worker);
  int status = 0;
  if (worker.pid > 0) {
    while (::waitpid(worker.pid, &status, 0) < 0 && errno == EINTR) {
    }
  }
  worker = Worker{};
  return HowItEnded(status);
}

bool WorkerPool::Give(Worker& worker, const Job& job) {
  if (worker.pid < 0) Start(worker);
  worker.job = job;
  ++worker.job.attempts;
  worker.until = Clock::now() + std::chrono::seconds(options_.page_seconds);
  worker.busy = SendFrame(worker.to, Encode(job.request), job.file);
  return worker.busy;
}

void WorkerPool::Collect(Worker& worker, const Sink& done) {
  const std::optional<std::string> frame = ReadFrame(worker.from);
  const std::optional<WorkerAnswer> answer = frame ? DecodeAnswer(*frame) : std::nullopt;
  if (!answer) {
    const Job job = worker.job;
    const std::string end = Stop(worker);
    worker.job = job;
    Fail(worker, end, done);
    return;
  }
  worker.busy = false;
  done(worker.job, *answer);
}

// The worker is gone; its job is tried once more.
void WorkerPool::Fail(Worker& worker, const std::string& cause, const Sink& done) {
  const Job job = worker.job;
  if (job.attempts < kAttempts && Give(worker, job)) return;
  if (worker.pid > 0) Stop(worker);
  done(job, WorkerAnswer{false, Name(ErrorCode::kEngine), "the reading process " + cause + ", twice"});
}

void WorkerPool::GiveAll(const Source& next, const Sink& done) {
  for (Worker& worker : workers_) {
    Job job;
    if (worker.busy || !next(&job)) continue;
    if (Give(worker, job)) continue;
    Stop(worker);
    if (!Give(worker, job))
      done(job, WorkerAnswer{false, Name(ErrorCode::kEngine), "the reading process does not start"});
  }
}

void WorkerPool::Run(const Source& next, const Sink& done, const Meanwhile& meanwhile) {
  while (true) {
    GiveAll(next, done);
    const bool worked = meanwhile && meanwhile();
    std::vector<pollfd> waiting;
    std::vector<Worker*> of;
    for (Worker& worker : workers_) {
      if (!worker.busy) continue;
      waiting.push_back({worker.from, POLLIN, 0});
      of.push_back(&worker);
    }
    if (waiting.empty() && !worked) return;
    if (waiting.empty()) continue;
    const auto soonest = (*std::min_element(of.begin(), of.end(), [](const Worker* a, const Worker* b) {
                           return a->until < b->until;
                         }))->until;
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(soonest - Clock::now()).count() + 1;
    const int ready = ::poll(waiting.data(), waiting.size(), worked ? 0 : static_cast<int>(std::max<long long>(left, 0)));
    if (ready < 0 && errno != EINTR) return;
    for (size_t i = 0; i < waiting.size(); ++i) {
      if (ready > 0 && waiting[i].revents != 0) {
        Collect(*of[i], done);
      } else if (Clock::now() >= of[i]->until) {
        const Job job = of[i]->job;
        ::kill(of[i]->pid, SIGKILL);
        Stop(*of[i]);
        of[i]->job = job;
        Fail(*of[i], fmt::format("took longer than {} seconds and was stopped", options_.page_seconds), done);
      }
    }
  }
}

}  // namespace trichluc
