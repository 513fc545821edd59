// SPDX-License-Identifier: Apache-2.0
#include "draft_text.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace pennydrop::app {

Result<LoadedDraft> load_draft(Journal& journal, UnsavedDraft& unsaved, const UnsavedForms& forms) {
    if (auto left = unsaved.copy()) {
        const auto saved = journal.drafts().save(*left);
        auto text = PrivateText::from_utf8(left->content.text);
        if (!saved) {
            return LoadedDraft{std::move(left), std::move(text)};
        }
        unsaved.forget();
    }
    auto draft = journal.drafts().load();
    if (!draft) {
        return pass_on(draft);
    }
    auto files = journal.attachments().of_draft();
    if (!files) {
        return pass_on(files);
    }
    auto tag = journal.forms().load({.form = Form::kNewTag});
    if (!tag) {
        return pass_on(tag);
    }
    const bool has_tag = !tag->empty() || forms.has_words({.form = Form::kNewTag});
    for (FormField& field : *tag) {
        wipe(field.text);
    }
    auto text = *draft ? PrivateText::from_utf8((*draft)->content.text) : PrivateText();
    return LoadedDraft{std::move(*draft), std::move(text), true, !files->empty(), has_tag};
}

Result<LoadedDraft> load_entry(Journal& journal, EntryId id) {
    auto entry = journal.entries().find(id);
    if (!entry) {
        return pass_on(entry);
    }
    QString text = PrivateText::from_utf8(entry->content.text).take();
    const auto end = static_cast<std::int32_t>(text.size());
    return LoadedDraft{Draft{.entry = id, .content = std::move(entry->content), .cursor = end},
                       PrivateText(std::move(text))};
}

std::string journal_text(const QString& text) {
    QByteArray utf8 = text.toUtf8();
    utf8.replace('\0', "");  // no person types it, and the journal refuses it
    std::string bytes(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    utf8.fill('\0');
    return bytes;
}

bool has_notes(const EntryContent& content) {
    return !pennydrop::is_blank(content.meaning) || !pennydrop::is_blank(content.barrier.ask);
}

bool is_blank(const QString& text) {
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace(); });
}

TextWithCursor with_heading(const QString& text, int cursor, const QString& heading) {
    const qsizetype line_end = text.indexOf(QLatin1Char('\n'), cursor);
    const qsizetype at = line_end < 0 ? text.size() : line_end;
    const QString before = text.left(at);
    QString inserted;
    if (!is_blank(before) && !before.endsWith(QLatin1String("\n\n"))) {
        inserted = before.endsWith(QLatin1Char('\n')) ? QStringLiteral("\n") : QStringLiteral("\n\n");
    }
    inserted += QStringLiteral("## ") + heading + QLatin1Char('\n');
    return {before + inserted + text.mid(at), static_cast<int>(at + inserted.size())};
}

}  // namespace pennydrop::app
