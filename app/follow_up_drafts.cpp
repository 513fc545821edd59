// SPDX-License-Identifier: Apache-2.0
#include "follow_up_drafts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "private_text.h"
#include "together.h"

namespace pennydrop::app {
namespace {

std::string below(std::string above, std::string& text) {
    if (pennydrop::is_blank(above)) {
        wipe(above);
        return std::exchange(text, {});
    }
    // In a string of its own: one that grows leaves what it was behind.
    std::string both;
    both.reserve(above.size() + text.size() + 2);
    both += above;
    if (!pennydrop::is_blank(text)) {
        both += "\n\n";
        both += text;
    }
    wipe(above);
    wipe(text);
    return both;
}

/// Makes room for another draft.
Status make_a_note(Journal& journal, EntryId entry, FollowUpContent draft, Timestamp now) {
    if (draft.kind == FollowUpKind::kTaught) {
        draft.kind = FollowUpKind::kNote;
    }
    auto added = journal.follow_ups().add(entry, draft, now);
    wipe(draft.text);
    if (!added) {
        return pass_on(added);
    }
    wipe(added->content.text);
    return {};
}

template <typename Wanted>
Result<std::optional<LoadedFollowUp>> load_first(Journal& journal, EntryId entry, UnsavedFollowUps& unsaved,
                                                 const Wanted& wanted) {
    save_held(journal, unsaved, entry);
    std::optional<LoadedFollowUp> found;
    for (WrittenFollowUp& held : unsaved.copies(entry)) {
        if (!found && wanted(held)) {
            found = LoadedFollowUp{.written = std::exchange(held, {}), .on_disk = false};
        }
        wipe(held.content.text);
    }
    if (found) {
        return found;
    }
    auto draft = journal.follow_ups().load_draft(entry);
    if (!draft) {
        return pass_on(draft);
    }
    if (*draft) {
        found = LoadedFollowUp{.written = {.entry = entry, .content = std::move(**draft)}, .on_disk = true};
        if (!wanted(found->written)) {
            wipe(found->written.content.text);
            found.reset();
        }
    }
    return found;
}

}  // namespace

bool same_subject(const FollowUpContent& one, const FollowUpContent& other) noexcept {
    return one.kind == other.kind && one.question == other.question;
}

Status put_draft(Journal& journal, EntryId entry, const FollowUpContent& content, Timestamp now) {
    auto before = journal.follow_ups().load_draft(entry);
    if (!before) {
        return pass_on(before);
    }
    if (*before && !same_subject(**before, content) && !pennydrop::is_blank((*before)->text)) {
        if (auto made = make_a_note(journal, entry, std::move(**before), now); !made) {
            return made;
        }
    } else if (*before) {
        wipe((*before)->text);
    }
    return journal.follow_ups().save_draft(entry, content, now);
}

Status bring_back_draft(Journal& journal, EntryId entry, FollowUpContent content, Timestamp now) {
    auto before = journal.follow_ups().load_draft(entry);
    if (!before) {
        return pass_on(before);
    }
    if (*before && same_subject(**before, content)) {
        content.text = below(std::exchange((*before)->text, {}), content.text);
    }
    auto put = put_draft(journal, entry, content, now);
    wipe(content.text);
    return put;
}

Status drop_draft(Journal& journal, EntryId entry, const FollowUpContent& subject) {
    auto draft = journal.follow_ups().load_draft(entry);
    if (!draft) {
        return pass_on(draft);
    }
    if (!*draft) {
        return {};
    }
    wipe((*draft)->text);
    return same_subject(**draft, subject) ? journal.follow_ups().discard_draft(entry) : Status{};
}

Status save_written(Journal& journal, WrittenFollowUp& written, UnsavedFollowUps& unsaved) {
    auto saved =
        written.changes
            ? journal.follow_ups().change(*written.changes, written.content, written.at)
            : together(journal, [&] { return put_draft(journal, written.entry, written.content, written.at); });
    if (saved || saved.error().code == ErrorCode::kNotFound) {
        unsaved.forget(written);
        wipe(written.content.text);
    } else {
        unsaved.keep(std::move(written));
    }
    return saved;
}

Status bring_back_written(Journal& journal, WrittenFollowUp& written, UnsavedFollowUps& unsaved) {
    if (!written.changes) {
        auto since = load_draft_about(journal, written.entry, written.content, unsaved);
        if (since && *since) {
            written.content.text = below(std::exchange((*since)->written.content.text, {}), written.content.text);
        }
    }
    return save_written(journal, written, unsaved);
}

Status append_written(Journal& journal, WrittenFollowUp& written, UnsavedFollowUps& unsaved) {
    auto before = load_written(journal, written.entry, unsaved);
    if (before && *before && !(*before)->written.changes) {
        FollowUpContent& content = (*before)->written.content;
        content.text = below(std::exchange(content.text, {}), written.content.text);
        (*before)->written.at = written.at;
        written = std::move((*before)->written);
    }
    return save_written(journal, written, unsaved);
}

void save_held(Journal& journal, UnsavedFollowUps& unsaved, std::optional<EntryId> entry) {
    for (WrittenFollowUp& written : unsaved.copies(entry)) {
        (void)save_written(journal, written, unsaved);  // What is refused again is held again.
    }
}

Result<std::optional<LoadedFollowUp>> load_written(Journal& journal, EntryId entry, UnsavedFollowUps& unsaved) {
    return load_first(journal, entry, unsaved, [](const WrittenFollowUp&) { return true; });
}

Result<std::optional<LoadedFollowUp>> load_draft_about(Journal& journal, EntryId entry, const FollowUpContent& subject,
                                                       UnsavedFollowUps& unsaved) {
    return load_first(journal, entry, unsaved, [&](const WrittenFollowUp& written) {
        return !written.changes && same_subject(written.content, subject);
    });
}

}  // namespace pennydrop::app
