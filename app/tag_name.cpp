// SPDX-License-Identifier: Apache-2.0
#include "tag_name.h"

#include <vector>

#include "draft_text.h"
#include "private_text.h"

namespace pennydrop::app {

TagName::TagName(JournalService& service, const Clock& clock, QObject* parent)
    : QObject(parent), service_(service), saver_(service, clock, [this] {
          return text_ == name_ ? std::vector<FormField>()
                                : std::vector<FormField>{{.field = 1, .text = journal_text(text_)}};
      }) {
    connect(&service, &JournalService::closing, this, &TagName::close);
    connect(&saver_, &FormSaver::found, this, [this](const std::vector<FormField>& fields) {
        if (text_ == name_) {  // Else the person has begun anew.
            take(QString::fromStdString(fields.front().text));
        }
    });
}

TagName::~TagName() {
    wipe(name_);
    wipe(text_);
}

void TagName::setText(const QString& text) {
    if (active_ && text != text_) {
        take(text);
        saver_.changed();
    }
}

void TagName::begin(qint64 tag, const QString& name) {
    active_ = true;
    wipe(name_);
    name_ = name;
    take(name);
    saver_.begin({.form = Form::kTagName, .entry = {}, .subject = tag});
}

void TagName::close() {
    if (!active_) {
        return;
    }
    if (service_.is_closing()) {
        saver_.seal();
    } else {
        saver_.discard();
    }
    active_ = false;
    wipe(name_);
    take({});
}

void TagName::take(const QString& text) {
    if (text != text_) {
        wipe(text_);
        text_ = text;
        emit textChanged();
    }
}

}  // namespace pennydrop::app
