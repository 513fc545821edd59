// SPDX-License-Identifier: Apache-2.0
// What may be said of an entry besides its text: tags, what it means for the people served, and of a barrier what it
// needs, how well its way is known, which power could shift it, an ask, its state. All of it is optional, and all of it
// is kept while the kind changes.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QStringList>

#include "journal/entry.h"

namespace pennydrop::app {

// Not final: the QML engine derives from what it can create.
class EditedDetails : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.editor.details")
    Q_PROPERTY(QStringList tags READ tags NOTIFY tagsChanged FINAL)
    Q_PROPERTY(int tagCount READ tagCount NOTIFY tagsChanged FINAL)
    Q_PROPERTY(QString tagsLabel READ tagsLabel NOTIFY tagsChanged FINAL)
    Q_PROPERTY(bool tagsFull READ tagsFull NOTIFY tagsChanged FINAL)
    Q_PROPERTY(QString meaning READ meaning WRITE setMeaning NOTIFY meaningChanged FINAL)
    Q_PROPERTY(QString ask READ ask WRITE setAsk NOTIFY askChanged FINAL)
    Q_PROPERTY(QString askRole READ askRole WRITE setAskRole NOTIFY askChanged FINAL)
    Q_PROPERTY(bool needsLeadership READ needsLeadership WRITE setNeedsLeadership NOTIFY barrierChanged FINAL)
    Q_PROPERTY(bool needsCulture READ needsCulture WRITE setNeedsCulture NOTIFY barrierChanged FINAL)
    Q_PROPERTY(bool needsSystems READ needsSystems WRITE setNeedsSystems NOTIFY barrierChanged FINAL)
    Q_PROPERTY(int problem READ problem WRITE setProblem NOTIFY barrierChanged FINAL)
    Q_PROPERTY(int power READ power WRITE setPower NOTIFY barrierChanged FINAL)
    Q_PROPERTY(int state READ state WRITE setState NOTIFY barrierChanged FINAL)
    Q_PROPERTY(bool anyOfBarrier READ anyOfBarrier NOTIFY anyChanged FINAL)

public:
    explicit EditedDetails(QObject* parent = nullptr);
    ~EditedDetails() override;

    [[nodiscard]] QStringList tags() const { return tags_; }
    [[nodiscard]] int tagCount() const noexcept { return static_cast<int>(tags_.size()); }
    /// All of them on one line.
    [[nodiscard]] QString tagsLabel() const { return tags_.join(QStringLiteral(", ")); }
    /// No more tags can be added.
    [[nodiscard]] bool tagsFull() const noexcept;
    [[nodiscard]] QString meaning() const { return meaning_; }
    void setMeaning(const QString& meaning);
    [[nodiscard]] QString ask() const { return ask_; }
    void setAsk(const QString& ask);
    [[nodiscard]] QString askRole() const { return ask_role_; }
    void setAskRole(const QString& role);
    [[nodiscard]] bool needsLeadership() const noexcept { return barrier_.needs.contains(Need::kLeadership); }
    void setNeedsLeadership(bool needed) { set_need(Need::kLeadership, needed); }
    [[nodiscard]] bool needsCulture() const noexcept { return barrier_.needs.contains(Need::kCulture); }
    void setNeedsCulture(bool needed) { set_need(Need::kCulture, needed); }
    [[nodiscard]] bool needsSystems() const noexcept { return barrier_.needs.contains(Need::kSystems); }
    void setNeedsSystems(bool needed) { set_need(Need::kSystems, needed); }
    /// The numbers of docs/vocabulary.md, 0 for none. A number that is none of them is ignored.
    [[nodiscard]] int problem() const noexcept;
    void setProblem(int problem);
    [[nodiscard]] int power() const noexcept;
    void setPower(int power);
    [[nodiscard]] int state() const noexcept;
    void setState(int state);
    /// Something is said that counts for a barrier (its meaning among it).
    [[nodiscard]] bool anyOfBarrier() const;

    /// False when nothing of `typed` can be a tag, or no more can be added. A tag that is there already counts as
    /// added.
    Q_INVOKABLE bool addTag(const QString& typed);
    Q_INVOKABLE void removeTag(int index);
    /// Whether the same tag, but perhaps for case, accents and spaces, is there.
    [[nodiscard]] bool has_tag(const QString& typed) const;
    /// Something is typed that belongs to the draft, though it is not part of it yet: the draft has to exist.
    void touch();

    /// Nothing announced by these.
    void take(const EntryContent& content);
    void drop();
    void put_into(EntryContent& content) const;
    void announce_all();

signals:
    void tagsChanged();
    void meaningChanged();
    void askChanged();
    void barrierChanged();
    void anyChanged();
    /// The person changed something.
    void edited();

private:
    void set_need(Need need, bool needed);
    void set_text(QString& text, const QString& fresh, void (EditedDetails::*changed)());
    void barrier_edited();

    bool active_{false};
    QStringList tags_;
    QString meaning_;
    QString ask_;
    QString ask_role_;
    BarrierDetails barrier_;  ///< Without its texts.
};

}  // namespace pennydrop::app
