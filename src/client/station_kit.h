// Test kit: a line to the hall that can be cut, lose answers or lie; a clock that can be moved; a
// station on both.
#pragma once

#include <atomic>
#include <map>

#include "base/hex.h"
#include "client/paper_hall_kit.h"
#include "client/station.h"
#include "http/codes.h"

namespace hp::client {

class MovedClock : public Clock {
 public:
  UnixMs now() const override {
    return UnixMs{system_.now().value + static_cast<std::uint64_t>(moved.load())};
  }
  std::atomic<std::int64_t> moved{0};  // ms

 private:
  SystemClock system_;
};

class Line {
 public:
  explicit Line(const rpc::Registry& real) {
    for (const auto& [path, method] : real.methods()) {
      if (!method.streams()) add(method);
    }
  }
  const rpc::Registry& registry() const { return registry_; }

  std::atomic<bool> cut{false};
  // Answers of that method that get lost, though the server has done what was asked.
  std::map<std::string, int> lost;
  // What that method answers once, in the server's place.
  std::map<std::string, Error> fails;
  std::map<std::string, std::unique_ptr<rpc::Message>> lies;
  std::map<std::string, int> calls;  // that were made, also in vain

 private:
  void add(rpc::Method method) {
    const std::string name = method.path.substr(method.path.rfind('/') + 1);
    method.unary = [this, name, real = method.unary](std::shared_ptr<rpc::Answer> answer) {
      ++calls[name];
      if (cut) return answer->give(fail(codes::kHttpConnect));
      if (auto failing = fails.extract(name)) {
        return answer->give(std::unexpected(failing.mapped()));
      }
      if (const auto lie = lies.find(name); lie != lies.end()) {
        std::unique_ptr<rpc::Message> copy(lie->second->New());
        copy->CopyFrom(*lie->second);
        return answer->give(std::move(copy));
      }
      if (lost[name] == 0) return real(std::move(answer));
      --lost[name];
      std::unique_ptr<rpc::Message> request(answer->request().New());
      request->CopyFrom(answer->request());
      real(std::make_shared<rpc::Answer>(std::move(request), answer->call(), [answer](const auto&) {
        answer->give(fail(codes::kHttpLost));
      }));
    };
    registry_.add(std::move(method));
  }

  rpc::Registry registry_;
};

inline congress::SheetContent struck(const std::vector<int>& numbers) {
  congress::SheetContent out;
  for (const int one : numbers) out.struck.emplace_back(static_cast<std::uint16_t>(one));
  return out;
}

// One person's laptop: line, clock, disk and program.
class Laptop {
 public:
  Laptop(PaperHall& hall, std::string person, bool settling = false)
      : line(hall.registry()), hall_(hall), person_(std::move(person)), settling_(settling) {
    std::array<std::uint8_t, 8> name{};
    hall.random(name);
    folder = std::filesystem::temp_directory_path() / ("homphieu-laptop-" + to_hex(name));
    start();
  }
  ~Laptop() {
    station.reset();
    std::filesystem::remove_all(folder);
  }

  void start() {
    station.reset();
    StationSetup setup;
    setup.signer = hall_.key(person_);
    setup.congress = hall_.congress;
    setup.contest = "bch";
    setup.settling = settling_;
    setup.newest = newest;
    setup.keep = [this](std::string_view note) { newest = note; };
    setup.clock = &clock;
    setup.random = hall_.random;
    station = std::make_unique<Station>(HallClient::local(line.registry()), std::move(setup),
                                        must(Outbox::open(folder)));
  }
  StationView work() {
    station->work();
    return station->view();
  }
  // Keys the paper that is due.
  void key(const std::vector<int>& numbers) {
    must(station->finish(station->view().paper.value(), struck(numbers)));
  }
  std::size_t files(const std::string& end) const {
    std::size_t out = 0;
    for (const auto& one : std::filesystem::directory_iterator(folder)) {
      if (one.path().filename().string().ends_with(end)) ++out;
    }
    return out;
  }

  Line line;
  MovedClock clock;
  std::filesystem::path folder;
  std::string newest;
  std::unique_ptr<Station> station;

 private:
  PaperHall& hall_;
  std::string person_;
  bool settling_;
};

}  // namespace hp::client
