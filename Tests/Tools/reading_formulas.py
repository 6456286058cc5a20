# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""How easy texts are to read, by textstat: the oracle for the formulas of other languages than English.

Usage: reading_formulas.py LANGUAGE TEXT. Prints one number: Szigriszt-Pazos for es, the first Wiener
Sachtextformel for de, Gulpease for it. textstat counts signs among the letters and syllables by the
places where words may be parted, so that it stays near and does not agree to the last digit.
"""

import sys

import textstat

language, text = sys.argv[1:]
textstat.set_lang(language)
print(
    {
        "es": textstat.szigriszt_pazos,
        "de": lambda text: textstat.wiener_sachtextformel(text, 1),
        "it": textstat.gulpease_index,
    }[language](text)
)
