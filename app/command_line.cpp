// SPDX-License-Identifier: Apache-2.0
#include "command_line.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace pennydrop::app {

namespace {

constexpr int kSmallestSide = 240;
constexpr int kLargestSide = 8192;

/// What QGuiApplication takes from the command line for itself. https://doc.qt.io/qt-6/qguiapplication.html
constexpr std::array kQtFlags = {"nograb", "dograb", "sync", "reverse"};
constexpr std::array kQtOptions = {
    "platform", "platformpluginpath", "platformtheme",   "plugin",  "qwindowtitle", "title",     "qwindowicon",
    "icon",     "geometry",           "qwindowgeometry", "session", "display",      "fontengine"};

/// The option's name without its one or two hyphens; empty for anything else.
QString option_name(const QString& argument) {
    if (argument.startsWith(u"--")) {
        return argument.mid(2);
    }
    return argument.startsWith(u'-') ? argument.mid(1) : QString();
}

template <typename Names>
bool is_one_of(const Names& names, const QString& name) {
    return std::ranges::any_of(names, [&name](const char* known) { return name == QLatin1String(known); });
}

QStringList without_qt_options(const QStringList& arguments) {
    QStringList ours;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString name = option_name(arguments[i]);
        if (is_one_of(kQtOptions, name)) {
            ++i;  // and its value
        } else if (!is_one_of(kQtFlags, name)) {
            ours += arguments[i];
        }
    }
    return ours;
}

class Options {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    explicit Options(const QStringList& arguments) : program_(QFileInfo(arguments.value(0)).fileName()) {
        parser_.addOptions({help_, version_, journal_, demo_, screenshot_, size_, theme_, first_frame_});
        understood_ = parser_.parse(without_qt_options(arguments));
    }

    [[nodiscard]] CommandLine read() {
        if (!understood_) {
            return refuse(parser_.errorText());
        }
        CommandLine line;
        if (parser_.isSet(help_)) {
            line.action = CommandLine::Action::kShowHelp;
            line.text = help_text();
            return line;
        }
        if (parser_.isSet(version_)) {
            line.action = CommandLine::Action::kShowVersion;
            line.text = QStringLiteral("pennydrop " PENNYDROP_VERSION);
            return line;
        }
        return read_values(std::move(line));
    }

private:
    CommandLine read_values(CommandLine line) {
        line.journal = parser_.value(journal_);
        line.demo = parser_.isSet(demo_);
        line.screenshot = parser_.value(screenshot_);
        line.first_frame = parser_.isSet(first_frame_);
        if (!parser_.positionalArguments().isEmpty()) {
            return refuse(tr("Unexpected argument “%1”. To open a journal, use --journal FILE.")
                              .arg(parser_.positionalArguments().constFirst()));
        }
        if (parser_.isSet(journal_) && line.journal.isEmpty()) {
            return refuse(tr("--journal needs the name of a file."));
        }
        if (parser_.isSet(screenshot_) && line.screenshot.isEmpty()) {
            return refuse(tr("--screenshot needs the name of a file."));
        }
        if (line.demo && parser_.isSet(journal_)) {
            return refuse(tr("--demo opens a journal of its own; it cannot be used with --journal."));
        }
        if (line.screenshot.isEmpty() && (parser_.isSet(size_) || parser_.isSet(theme_))) {
            return refuse(tr("--size and --theme are for screenshots; use them with --screenshot FILE."));
        }
        if (parser_.isSet(size_) && !read_size(line)) {
            return refuse(tr("--size needs a width and a height between %1 and %2, such as 412x892.")
                              .arg(kSmallestSide)
                              .arg(kLargestSide));
        }
        if (parser_.isSet(theme_) && !read_theme(line)) {
            return refuse(tr("--theme needs light or dark."));
        }
        return line;
    }

    bool read_size(CommandLine& line) {
        const QStringList sides = parser_.value(size_).split(u'x');
        if (sides.size() != 2) {
            return false;
        }
        const QSize wanted(sides[0].toInt(), sides[1].toInt());
        line.size = wanted;
        return std::min(wanted.width(), wanted.height()) >= kSmallestSide &&
               std::max(wanted.width(), wanted.height()) <= kLargestSide;
    }

    bool read_theme(CommandLine& line) {
        const QString name = parser_.value(theme_);
        if (name == u"light") {
            line.theme = AppSettings::ThemeMode::Light;
        } else if (name == u"dark") {
            line.theme = AppSettings::ThemeMode::Dark;
        }
        return line.theme.has_value();
    }

    [[nodiscard]] CommandLine refuse(const QString& why) const {
        CommandLine line;
        line.action = CommandLine::Action::kRefuse;
        line.text = tr("%1: %2\nTry “%1 --help”.").arg(program_, why);
        return line;
    }

    [[nodiscard]] QString help_text() const {
        return tr("Usage: %1 [options]\n"
                  "An offline-first, encrypted reflection journal.\n"
                  "\n"
                  "  --journal FILE      Open the journal in FILE, or make a new one there.\n"
                  "  --demo              Open a throw-away journal with two years of sample entries.\n"
                  "                      It is deleted at the end. Its passphrase is “pennydrop sample”.\n"
                  "  --screenshot FILE   Save a picture of the first complete window to FILE and leave.\n"
                  "  --size WxH          Size of the window, for --screenshot.\n"
                  "  --theme light|dark  Colours of the window, for --screenshot.\n"
                  "  --first-frame       Say so at the first frame and leave, to measure how long starting takes.\n"
                  "  --version           Print the version and leave.\n"
                  "  --help              Print this help and leave.\n"
                  "\n"
                  "Without options, your own journal is opened. To check, back up, restore or repair a journal from a\n"
                  "terminal, see “%1 vault --help”.")
            .arg(program_);
    }

    QString program_;
    QCommandLineParser parser_;
    bool understood_{false};
    QCommandLineOption help_{QStringList{QStringLiteral("help"), QStringLiteral("h")}};
    QCommandLineOption version_{QStringList{QStringLiteral("version"), QStringLiteral("v")}};
    QCommandLineOption journal_{QStringLiteral("journal"), QString(), QStringLiteral("FILE")};
    QCommandLineOption demo_{QStringLiteral("demo")};
    QCommandLineOption screenshot_{QStringLiteral("screenshot"), QString(), QStringLiteral("FILE")};
    QCommandLineOption first_frame_{QStringLiteral("first-frame")};
    QCommandLineOption size_{QStringLiteral("size"), QString(), QStringLiteral("WxH")};
    QCommandLineOption theme_{QStringLiteral("theme"), QString(), QStringLiteral("NAME")};
};

}  // namespace

CommandLine CommandLine::parse(const QStringList& arguments) {
    return Options(arguments).read();
}

}  // namespace pennydrop::app
