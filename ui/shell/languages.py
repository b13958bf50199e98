"""The languages of the window: ours and Qt's own catalogues."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources

LANGUAGES = ("en", "ca", "zh_CN", "zh_TW")
TRADITIONAL = {"TW", "HK", "MO"}


def choose(wanted: str) -> str:
    """Return the language to speak: the one wanted, else the computer's, else English."""
    if wanted in LANGUAGES:
        return wanted
    system = QLocale.system()
    if system.language() == QLocale.Language.Chinese:
        territory = QLocale.territoryToCode(system.territory())
        traditional = territory in TRADITIONAL or system.script() == QLocale.Script.TraditionalChineseScript
        return "zh_TW" if traditional else "zh_CN"
    return "ca" if system.language() == QLocale.Language.Catalan else "en"


def install(app: QCoreApplication, language: str) -> list[QTranslator]:
    """Load the catalogues of a language and make its dates and numbers the default.

    The translators are returned so that they can be taken out again; the application does not own them.
    """
    QLocale.setDefault(QLocale(language))
    places = [
        (f"ringbook_{language}", str(resources.path("translations"))),
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    ]
    loaded = []
    for name, place in places:
        translator = QTranslator(app)
        if translator.load(name, place):
            app.installTranslator(translator)
            loaded.append(translator)
    return loaded
