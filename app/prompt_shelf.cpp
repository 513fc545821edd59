// SPDX-License-Identifier: Apache-2.0
#include "prompt_shelf.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <expected>
#include <string_view>
#include <utility>

#include "exchange/prompt_set_file.h"
#include "language_watch.h"
#include "prompt_sets.h"
#include "prompt_words.h"

namespace pennydrop::app {
namespace {

/// How long the program waits for a drive that does not answer before it ends.
constexpr std::chrono::seconds kPatience{2};
constexpr std::array kKinds{EntryKind::kSetback, EntryKind::kLightBulb, EntryKind::kBarrier};

/// What came of a file.
struct TakenIn {
    std::expected<ReadPromptSet, PromptFileFault> read{};
    bool replaced{false};
};

Result<QByteArray> read_file(const QString& path) {
    QFile file(path);
    // A pipe would never end, and a folder can be opened on some systems.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::kNotFound);
    }
    QByteArray bytes = file.read(static_cast<qint64>(kMaxPromptFileBytes) + 1);
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorCode::kNotFound);
    }
    return bytes;
}

Result<TakenIn> take_in(Journal& journal, const QByteArray& bytes, Timestamp now) {
    TakenIn taken{.read = read_prompt_set({bytes.constData(), static_cast<std::size_t>(bytes.size())})};
    if (!taken.read) {
        return taken;
    }
    taken.replaced = journal.prompt_sets().find(taken.read->set.id).has_value();
    if (auto saved = journal.prompt_sets().save(taken.read->set, now); !saved) {
        return pass_on(saved);
    }
    return taken;
}

}  // namespace

PromptShelf::PromptShelf(JournalService& service, const Clock& clock, Removal& removal, QObject* parent)
    : QObject(parent), service_(service), clock_(clock), removal_(removal) {
    connect(&service, &JournalService::opened, this, &PromptShelf::read);
    connect(&service, &JournalService::closing, this, &PromptShelf::forget);
    LanguageWatch::on_language(this, [this] { show({.own = own_.sets(), .chosen = chosen_}); });
    show({});
    if (service.is_open()) {
        read();
    }
}

QStringList PromptShelf::questions_for(EntryKind kind) const {
    return questions_of(kinds_.chosen_for(kind));
}

void PromptShelf::choose(int kind, int place) {
    const auto known = kind_from_number(kind);
    const std::string id = known ? kinds_.id_at(*known, place) : std::string{};
    if (id.empty() || id == kinds_.chosen_for(*known).id || !begin()) {
        return;
    }
    service_.ask(
        this, [kind = *known, id](Journal& journal) { return journal.prompt_sets().choose(kind, id); },
        [this](const Status& chosen) {
            finish(chosen ? QString() : PromptWords::not_kept(chosen.error().code), !chosen);
            read();
        });
}

void PromptShelf::takeIn(const QUrl& file) {
    if (!begin()) {
        return;
    }
    if (reader_ == nullptr) {
        reader_ = std::make_unique<Worker>(QStringLiteral("prompts"), kPatience);
    }
    reader_->run(
        this, [path = file.toLocalFile()] { return read_file(path); },
        [this, asked = service_.generation()](const Result<QByteArray>& bytes) {
            if (asked == service_.generation()) {
                keep_read(bytes);
            }
        });
}

void PromptShelf::keep_read(const Result<QByteArray>& bytes) {
    if (!bytes) {
        finish(PromptWords::not_kept(bytes.error().code), true);
        return;
    }
    service_.ask(
        this, [bytes = *bytes, now = clock_.now().at](Journal& journal) { return take_in(journal, bytes, now); },
        [this](const Result<TakenIn>& taken) {
            if (!taken) {
                finish(PromptWords::not_kept(taken.error().code), true);
                return;
            }
            if (!taken->read) {
                finish(PromptWords::fault(taken->read.error()), true);
                return;
            }
            const QString name = name_of(taken->read->set);
            QStringList sentences;
            //: %1: the name of a set of questions
            sentences += taken->replaced ? tr("“%1” has taken the place of your set with the same id.").arg(name)
                                         : tr("“%1” is among your sets now.").arg(name);
            if (const QString advice = PromptWords::advice(taken->read->advice); !advice.isEmpty()) {
                sentences += advice;
            }
            finish(sentences.join(u' '), false);
            read();
        });
}

void PromptShelf::remove(const QString& id) {
    const auto set = own_.find(id);
    if (!set || !begin()) {
        return;
    }
    const auto bring_back = [this, set = *set] {
        service_.ask(
            this, [set, now = clock_.now().at](Journal& journal) { return journal.prompt_sets().save(set, now); },
            [this](const Status& saved) {
                finish(saved ? QString() : PromptWords::not_kept(saved.error().code), !saved);
                read();
            });
    };
    service_.ask(
        this, [id = set->id](Journal& journal) { return journal.prompt_sets().remove(id); },
        [this, bring_back](const Status& removed) {
            finish(removed ? QString() : PromptWords::not_kept(ErrorCode::kIo), !removed);
            if (removed) {
                removal_.offer(tr("Set of questions removed"), bring_back, {});
            }
            read();
        });
}

void PromptShelf::forgetMessage() {
    message_.clear();
    failed_ = false;
    emit changed();
}

Result<PromptShelf::Shelf> PromptShelf::read_shelf(Journal& journal) {
    auto own = journal.prompt_sets().all();
    if (!own) {
        return pass_on(own);
    }
    Shelf shelf{.own = std::move(*own)};
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
        auto chosen = journal.prompt_sets().chosen(kKinds.at(kind));
        if (!chosen) {
            return pass_on(chosen);
        }
        shelf.chosen.at(kind) = std::move(*chosen);
    }
    return shelf;
}

void PromptShelf::read() {
    ++question_;
    service_.ask(
        this, [](Journal& journal) { return read_shelf(journal); },
        [this, question = question_](Result<Shelf> shelf) {
            if (question != question_) {
                return;
            }
            if (shelf) {
                show(std::move(*shelf));
            } else {
                finish(tr("Your sets of questions could not be read. Nothing was changed. Lock the journal and open it "
                          "again."),
                       true);
            }
        });
}

void PromptShelf::show(Shelf shelf) {
    chosen_ = std::move(shelf.chosen);
    std::vector<PromptKinds::Row> rows;
    for (std::size_t number = 0; number < kKinds.size(); ++number) {
        PromptKinds::Row row{.kind = kKinds.at(number), .sets = {default_prompt_set(kKinds.at(number))}};
        const auto add = [&row](const PromptSet& set) {
            if (set.suits(row.kind) && set.id != row.sets.front().id) {
                row.sets.push_back(set);
            }
        };
        std::ranges::for_each(built_in_prompt_sets(), add);
        std::ranges::for_each(shelf.own, add);
        const auto chosen = std::ranges::find(row.sets, chosen_.at(number), &PromptSet::id);
        row.chosen = chosen == row.sets.end() ? 0 : static_cast<int>(chosen - row.sets.begin());
        rows.push_back(std::move(row));
    }
    kinds_.show(std::move(rows));
    own_.show(std::move(shelf.own));
    emit offersChanged();
}

void PromptShelf::forget() {
    ++question_;
    busy_ = false;
    show({});
    forgetMessage();
}

bool PromptShelf::begin() {
    if (busy_ || !service_.is_open()) {
        return false;
    }
    busy_ = true;
    forgetMessage();
    return true;
}

void PromptShelf::finish(const QString& message, bool failed) {
    busy_ = false;
    message_ = message;
    failed_ = failed;
    emit changed();
}

}  // namespace pennydrop::app
