// SPDX-License-Identifier: Apache-2.0
#include "support/crashes.h"

#include "support/files.h"

namespace pennydrop::testing {
namespace fs = std::filesystem;

PowerCut::Files files_in(const fs::path& folder) {
    PowerCut::Files files;
    for (const auto& item : fs::directory_iterator{folder}) {
        files[item.path().string()] = read_file(item.path());
    }
    return files;
}

void lay_out(const fs::path& folder, const PowerCut::Files& files) {
    for (const auto& name : names_in(folder)) {
        fs::remove(folder / name);
    }
    for (const auto& [name, bytes] : files) {
        write_file(name, bytes);
    }
}

std::size_t for_each_crash(const fs::path& folder, const PowerCut::Files& start,
                           const std::vector<DiskOperation>& operations, std::size_t step,
                           const std::function<bool(const std::string& place)>& look) {
    Random random{7};
    std::size_t count = 0;
    const auto cut_everywhere = [&](Survivors survivors, std::size_t first_model) {
        PowerCut power{start, operations};
        for (std::size_t at = 0; at <= operations.size(); ++at) {
            // Writes are many and alike; what happens to names and syncs is looked at each time.
            const bool is_write =
                at < operations.size() && operations[at].kind == DiskOperation::Kind::kWrite && at % step != 0;
            if (is_write) {
                continue;
            }
            const TearModel& model = kTearModels[(at + first_model) % kTearModels.size()];
            lay_out(folder, power.after(at, survivors, model, random));
            ++count;
            if (!look("operation " + std::to_string(at) + " of " + std::to_string(operations.size()) + ", survivors " +
                      std::to_string(static_cast<int>(survivors)))) {
                return false;
            }
        }
        return true;
    };
    // Nothing is torn in these two: they are the same under every model.
    for (const auto survivors : {Survivors::kNone, Survivors::kAll}) {
        if (!cut_everywhere(survivors, 0)) {
            return count;
        }
    }
    const std::size_t models = long_run() ? kTearModels.size() : 1;
    for (std::size_t model = 0; model < models; ++model) {
        for (const auto survivors : {Survivors::kAllButLastTorn, Survivors::kAny, Survivors::kAny}) {
            if (!cut_everywhere(survivors, model)) {
                return count;
            }
        }
    }
    return count;
}

}  // namespace pennydrop::testing
