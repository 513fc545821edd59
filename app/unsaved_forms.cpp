// SPDX-License-Identifier: Apache-2.0
#include "unsaved_forms.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "private_text.h"

namespace pennydrop::app {
namespace {

/// In a string of its own: one that grows leaves what it was behind.
std::string both(std::string& before, std::string& since) {
    constexpr std::string_view kBetween = ", ";
    std::string text;
    if (since.starts_with(before)) {
        text = std::exchange(since, {});
    } else if (before.starts_with(since)) {
        text = std::exchange(before, {});
    } else {
        text.reserve(before.size() + kBetween.size() + since.size());
        text += before;
        text += kBetween;
        text += since;
    }
    wipe(before);
    wipe(since);
    return text;
}

std::vector<FormField> joined(std::vector<FormField> before, std::vector<FormField>& since) {
    for (FormField& field : since) {
        const auto same = std::ranges::find(before, field.field, &FormField::field);
        if (same == before.end()) {
            before.push_back(std::move(field));
        } else {
            same->text = both(same->text, field.text);
        }
    }
    wipe_fields(since);
    return before;
}

}  // namespace

void UnsavedForms::keep(const FormKey& key, bool known, std::vector<FormField>& fields) {
    const bool may_replace = known || this->known(key);
    std::vector<FormField> all = known ? std::move(fields) : joined(copy(key), fields);
    fields.clear();
    forget(key);
    Held held{.key = key, .known = may_replace};
    for (const FormField& field : all) {
        held.words.push_back({.field = field.field,
                              .text = SecretBytes::copy_of(
                                  {reinterpret_cast<const std::uint8_t*>(field.text.data()), field.text.size()})});
    }
    wipe_fields(all);
    held_.push_back(std::move(held));
    count();
}

void UnsavedForms::forget(const FormKey& key) {
    std::erase_if(held_, [&key](const Held& held) { return held.key == key; });
    count();
}

void UnsavedForms::count() {
    any_ = std::ranges::any_of(held_, [](const Held& held) { return !held.words.empty(); });
}

const UnsavedForms::Held* UnsavedForms::find(const FormKey& key) const {
    const auto found = std::ranges::find(held_, key, &Held::key);
    return found == held_.end() ? nullptr : &*found;
}

bool UnsavedForms::holds(const FormKey& key) const {
    return find(key) != nullptr;
}

bool UnsavedForms::has_words(const FormKey& key) const {
    const Held* const held = find(key);
    return held != nullptr && !held->words.empty();
}

bool UnsavedForms::known(const FormKey& key) const {
    const Held* const held = find(key);
    return held != nullptr && held->known;
}

std::vector<FormKey> UnsavedForms::keys() const {
    std::vector<FormKey> keys;
    std::ranges::transform(held_, std::back_inserter(keys), &Held::key);
    return keys;
}

std::vector<FormField> UnsavedForms::copy(const FormKey& key) const {
    std::vector<FormField> fields;
    if (const Held* const held = find(key)) {
        fields.reserve(held->words.size());
        for (const Words& words : held->words) {
            fields.push_back(
                {.field = words.field, .text = {reinterpret_cast<const char*>(words.text.data()), words.text.size()}});
        }
    }
    return fields;
}

bool may_be_saved_later(const Status& refused) noexcept {
    return !refused && refused.error().code != ErrorCode::kNotFound && refused.error().code != ErrorCode::kInvalid &&
           refused.error().code != ErrorCode::kAlreadyExists;
}

void wipe_fields(std::vector<FormField>& fields) noexcept {
    for (FormField& field : fields) {
        wipe(field.text);
    }
    fields.clear();
}

Status save_unless_unknown(Journal& journal, const FormKey& key, bool known, const std::vector<FormField>& fields,
                           Timestamp now) {
    if (!known) {
        auto before = journal.forms().load(key);
        if (!before) {
            return pass_on(before);
        }
        const bool is_free = before->empty();
        wipe_fields(*before);
        if (!is_free) {
            return fail(ErrorCode::kAlreadyExists);
        }
    }
    return journal.forms().save(key, fields, now);
}

Status save_held_form(Journal& journal, const FormKey& key, UnsavedForms& unsaved, Timestamp now) {
    if (!unsaved.holds(key)) {
        return {};
    }
    auto fields = unsaved.copy(key);
    auto saved = save_unless_unknown(journal, key, unsaved.known(key), fields, now);
    wipe_fields(fields);
    if (saved || saved.error().code == ErrorCode::kNotFound) {
        unsaved.forget(key);
    }
    return saved;
}

Result<LoadedForm> load_form(Journal& journal, const FormKey& key, UnsavedForms& unsaved, Timestamp now) {
    (void)save_held_form(journal, key, unsaved, now);  // What is refused again is still held.
    auto stored = journal.forms().load(key);
    if (!stored) {
        return pass_on(stored);
    }
    if (!unsaved.holds(key)) {
        return LoadedForm{.fields = std::move(*stored)};
    }
    auto held = unsaved.copy(key);
    if (unsaved.known(key)) {
        wipe_fields(*stored);
        return LoadedForm{.fields = std::move(held), .on_disk = false};
    }
    return LoadedForm{.fields = joined(std::move(*stored), held), .on_disk = false};
}

}  // namespace pennydrop::app
