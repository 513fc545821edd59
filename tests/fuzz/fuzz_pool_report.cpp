// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file of blobs, as a blob's inside, and as a note. What is accepted is encoded again as it was; three
// true reports of another slot come out as they were, whatever else is collected with them.
#include "pool/blob_file.h"
#include "pool/report.h"
#include "pool_message.h"

using namespace pennydrop;
using namespace pennydrop::pool;
using namespace pennydrop::pool::testing;

namespace {

/// Three reports of both themes, and a fourth member's, of theme 1 only.
struct Played {
    std::vector<Bytes> others{};
    Bytes own_body{};
    Bytes own_file{};
};

Played& played() {
    static Played& made = *[] {
        TestPool& pool = fuzzed_pool();
        auto* const fresh = new Played;
        for (std::size_t seat = 0; seat < 3; ++seat) {
            fresh->others.push_back(pool.report(seat, {note("a"), note("b")}));
        }
        fresh->own_file = pool.report(3, {std::nullopt, note("c")});
        for (const auto& blob : must(decode_blob_file(fresh->own_file)).blobs) {
            Bytes body(body_bytes(Bucket::k512));
            require(open_into(body, blob, must(pool.collector.box_keys_of(kFirstPeriod))));
            if (body[5] == 1) {
                fresh->own_body = body;
            }
        }
        return fresh;
    }();
    return made;
}

BodyContext context() {
    return {fuzzed_pool().descriptor.id(), kFirstPeriod, Bucket::k512, 2};
}

void check_outcome(const std::vector<Bytes>& files, bool theme_0_is_untouched) {
    const Collected collected = fuzzed_pool().collect(files);
    require(collected.opened.size() == 2);
    require(!theme_0_is_untouched || collected.opened[0].reporters == 3);
    require(collected.opened[0].reporters >= 3 && collected.opened[1].reporters >= 3);
    require(collected.opened[0].reporters <= 4 && collected.opened[1].reporters <= 4);
}

void check_file(std::span<const std::uint8_t> input) {
    const Bytes bytes = message_from(input, played().own_file);
    if (auto file = decode_blob_file(bytes)) {
        require(must(encode_blob_file(std::move(*file))) == bytes);
    }
    auto files = played().others;
    files.push_back(bytes);
    check_outcome(files, true);
}

void check_body(std::span<const std::uint8_t> input) {
    const Bytes body = message_from(input, played().own_body);
    bool is_theme_1 = true;
    if (const auto report = decode_report(body, context())) {
        Bytes again(body.size());
        encode_report(again, *report, context());
        require(again == body);
        is_theme_1 = report->theme == ThemeIndex{1};
    }
    if (const auto withdrawal = decode_withdrawal(body, context())) {
        Bytes again(body.size());
        encode_withdrawal(again, *withdrawal, context());
        require(again == body);
    }
    if (body.size() != body_bytes(Bucket::k512)) {
        return;
    }
    BlobFile bundle{BlobFileKind::kBundle, Bucket::k512, fuzzed_pool().descriptor.id(), kFirstPeriod, {}};
    bundle.blobs.emplace_back(blob_bytes(Bucket::k512));
    must(seal_into(bundle.blobs[0], body, fuzzed_pool().descriptor.box_key(kFirstPeriod)));
    auto files = played().others;
    files.push_back(must(encode_blob_file(bundle)));
    check_outcome(files, is_theme_1);
}

void check_note(std::span<const std::uint8_t> input) {
    Bytes good(note_bytes(Bucket::k512));
    must(encode_note(note("what it is like", 3, "an ask"), good));
    const Bytes area = message_from(input, good);
    if (const auto read = decode_note(area)) {
        Bytes again(area.size());
        require(encode_note(*read, again).has_value() && again == area);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    (void)played();
    if (size == 0) {
        return 0;
    }
    const std::span input{data + 1, size - 1};
    switch (data[0] % 4) {
        case 0:
            check_file(input);
            break;
        case 1:
            check_note(input);
            break;
        default:
            check_body(input);
            break;
    }
    return 0;
}
