// homphieu serve: the hall's server. Prints where it listens, the fingerprint of its authority
// and, on the first start of a folder, the set-up code; runs until SIGTERM or SIGINT, then drains.
#include <pthread.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <csignal>
#include <ostream>
#include <thread>

#include "base/hex.h"
#include "base/time.h"
#include "cli/codes.h"
#include "cli/hall_identity.h"
#include "cli/subcommands.h"
#include "client/fonts.h"
#include "http/server.h"
#include "service/hall.h"

namespace hp::cli {
namespace {

using namespace std::chrono_literals;

struct ServeOptions {
  std::string data;
  std::string listen = "127.0.0.1:8443";
  std::vector<std::string> names;  // more names for the certificate
  unsigned keying_silence = 60;    // s
};

struct Listen {
  std::string host;
  std::uint16_t port = 0;
};

// "192.168.1.7:8443", "[::1]:8443", "hall.local:0".
Result<Listen> read_listen(std::string_view text) {
  Listen out;
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return fail(codes::kListenAddress, "", std::string(text));
  std::string_view host = text.substr(0, colon), port = text.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), out.port);
  if (host.empty() || error != std::errc() || end != port.data() + port.size()) {
    return fail(codes::kListenAddress, "", std::string(text));
  }
  out.host = host;
  return out;
}

// "12:ab:…", as browsers show it.
std::string spaced(const Hash& hash) {
  std::string out;
  for (const std::uint8_t one : hash) {
    if (!out.empty()) out += ':';
    out += to_hex({&one, 1});
  }
  return out;
}

// SIGTERM and SIGINT wait for `wait_for_end`, in every thread that begins after this.
sigset_t block_ends() {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return ends;
}

Result<void> run(const ServeOptions& options, const Terminal& terminal, spdlog::logger& log) {
  HP_ASSIGN(const Listen listen, read_listen(options.listen));
  ::umask(077);
  const sigset_t ends = block_ends();
  const SystemClock clock;
  service::HallOptions hall_options;
  hall_options.data = options.data;
  hall_options.clock = &clock;
  hall_options.keying_silence = std::chrono::seconds(options.keying_silence);
  hall_options.workers = std::max(2u, std::thread::hardware_concurrency());
  hall_options.log = [&log](std::string_view line) { log.info("{}", line); };
  if (auto fonts = client::load_fonts()) {
    hall_options.fonts = std::make_shared<const pdf::Fonts>(*std::move(fonts));
  } else {
    log.warn("no fonts: {}", describe(fonts.error(), Language::kEnglish));
  }
  HP_ASSIGN(const auto hall, service::Hall::open(std::move(hall_options)));

  std::vector<std::string> hosts = own_hosts();
  hosts.insert(hosts.end(), options.names.begin(), options.names.end());
  HP_ASSIGN(HallIdentity identity, hall_identity(options.data, hosts, clock));
  HP_ASSIGN(const Hash fingerprint, http::fingerprint(identity.authority_pem));

  rpc::Registry registry;
  hall->add_methods(registry);
  http::Metrics metrics;
  metrics.gauge("homphieu_congresses", "congresses served",
                [&] { return static_cast<double>(hall->congresses()); });
  metrics.gauge("homphieu_watchers", "streams that follow a congress",
                [&] { return static_cast<double>(hall->watchers()); });
  http::ServerOptions server_options;
  server_options.host = listen.host;
  server_options.port = listen.port;
  server_options.identity = std::move(identity.server);
  server_options.chain_pem = identity.authority_pem;
  HP_ASSIGN(const auto server, http::Server::start(std::move(server_options), registry, metrics));

  // Listening everywhere, every address of this machine is one to give to people.
  const bool everywhere = listen.host == "0.0.0.0" || listen.host == "::";
  for (const std::string& host : everywhere ? own_hosts() : std::vector{listen.host}) {
    const bool six = host.find(':') != std::string::npos;
    terminal.out << terminal.say("Địa chỉ: ", "Address: ") << "https://" << (six ? "[" : "") << host
                 << (six ? "]" : "") << ':' << server->port() << '\n';
  }
  terminal.out << terminal.say("Vân tay của nơi cấp chứng thư (SHA-256): ",
                               "Fingerprint of the authority (SHA-256): ")
               << spaced(fingerprint) << '\n'
               << terminal.say("Chứng thư của nơi cấp: ", "Certificate of the authority: ")
               << (std::filesystem::path(options.data) / "ca" / "authority.pem").string() << '\n';
  if (const std::string code = hall->setup_code(); !code.empty()) {
    terminal.out << terminal.say("Mã thiết lập (chỉ in một lần, hãy cất giữ): ",
                                 "Set-up code (printed this once, keep it): ")
                 << code << '\n';
  }
  terminal.out.flush();
  log.info("serving on port {}", server->port());

  int which = 0;
  sigwait(&ends, &which);
  log.info("stopping");
  // First nobody new, then what waits is answered, then what is left of the connections.
  std::jthread drain([&] { server->drain(10s); });
  hall->stop();
  drain.join();
  log.info("stopped");
  return {};
}

}  // namespace

void add_serve(CLI::App& app, Terminal& terminal) {
  auto* command =
      app.add_subcommand("serve", terminal.say("Máy chủ của hội trường; dừng bằng SIGTERM",
                                               "The hall's server; SIGTERM ends it"));
  auto options = std::make_shared<ServeOptions>();
  command
      ->add_option("--data", options->data,
                   terminal.say("thư mục dữ liệu, tự tạo ở lần chạy đầu",
                                "the data folder, made on the first start"))
      ->required();
  command->add_option("--listen", options->listen,
                      terminal.say("địa chỉ và cổng, mặc định 127.0.0.1:8443; cổng 0: cổng bất kỳ",
                                   "host and port, default 127.0.0.1:8443; port 0: any free one"));
  command->add_option(
      "--name", options->names,
      terminal.say("thêm một tên hoặc địa chỉ vào chứng thư; có thể lặp lại",
                   "one more name or address for the certificate; may be repeated"));
  command
      ->add_option("--keying-silence", options->keying_silence,
                   terminal.say("sau bao nhiêu giây im lặng thì lô phiếu của một máy nhập được "
                                "giao cho người khác, mặc định 60",
                                "after how many seconds without a sign of life a keying station's "
                                "batch goes to somebody else, default 60"))
      ->check(CLI::Range(1, 3600));
  command->callback([options, &terminal] {
    spdlog::logger log("homphieu", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    log.set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    const auto served = run(*options, terminal, log);
    if (!served) leave(complain(terminal, served.error()));
  });
}

}  // namespace hp::cli
