// SPDX-License-Identifier: Apache-2.0
// The sets of questions there are, which one is offered for each kind of entry, and a person's own: taken in from
// files, removed with undo. Own sets and choices are kept in the journal.
// Threads: GUI thread. Files are read on a thread of their own: a drive may never answer.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/types.h"
#include "journal_service.h"
#include "own_prompts.h"
#include "prompt_kinds.h"
#include "removal.h"
#include "worker.h"

namespace pennydrop::app {

class PromptShelf final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.prompts")
    Q_PROPERTY(pennydrop::app::PromptKinds* kinds READ kinds CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::OwnPrompts* own READ own CONSTANT FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    /// What came of the last thing that was done; "" when there is nothing to say.
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    /// Whether message() says that something went wrong.
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)

public:
    /// All must outlive it.
    PromptShelf(JournalService& service, const Clock& clock, Removal& removal, QObject* parent = nullptr);

    [[nodiscard]] PromptKinds* kinds() noexcept { return &kinds_; }
    [[nodiscard]] OwnPrompts* own() noexcept { return &own_; }
    [[nodiscard]] bool busy() const noexcept { return busy_; }
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] bool failed() const noexcept { return failed_; }

    /// What is asked of an entry of this kind, in the program's language.
    [[nodiscard]] QStringList questions_for(EntryKind kind) const;

    /// The set at `place` among those that suit the kind.
    Q_INVOKABLE void choose(int kind, int place);
    /// Takes in a set. One with the id of an own set takes its place.
    Q_INVOKABLE void takeIn(const QUrl& file);
    /// Can be undone. Where it was offered, the default set is again.
    Q_INVOKABLE void remove(const QString& id);
    Q_INVOKABLE void forgetMessage();

signals:
    void changed();
    /// questions_for() may answer otherwise now.
    void offersChanged();

private:
    /// Ids by kind, in the order of their numbers; empty for none.
    using Choices = std::array<std::string, 3>;
    struct Shelf {
        std::vector<PromptSet> own{};
        Choices chosen{};
    };

    [[nodiscard]] static Result<Shelf> read_shelf(Journal& journal);
    void read();
    void show(Shelf shelf);
    void forget();
    void keep_read(const Result<QByteArray>& bytes);
    [[nodiscard]] bool begin();
    void finish(const QString& message, bool failed);

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
    PromptKinds kinds_;
    OwnPrompts own_;
    Choices chosen_{};
    QString message_;
    std::unique_ptr<Worker> reader_;  ///< Made when it is first needed.
    std::uint64_t question_{0};
    bool busy_{false};
    bool failed_{false};
};

}  // namespace pennydrop::app
