# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""What Babel writes in a language: the oracle for how catalogues write numbers, days and plurals.

Usage: babel_values.py LANGUAGE LOCALE. Prints 200 lines, `kind TAB input TAB what Babel makes of it`:
numbers, categories of plurals, days, amounts of money without decimals, and lists of up to five
entries. The values come from a generator with a fixed seed, so that each run has the same ones.
"""

import datetime
import decimal
import random
import re
import sys

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

NUMBERS, PLURALS, DAYS, AMOUNTS, LISTS = 70, 70, 40, 15, 5
FIRST_DAY = datetime.date(1990, 1, 1)


def number(rng):
    """A number as it is printed: of up to nine digits, with up to three decimals."""
    whole = str(rng.randrange(10 ** rng.randint(1, 9)))
    places = rng.choice([0, 0, 1, 2, 3])
    tail = "." + "".join(rng.choice("0123456789") for _ in range(places)) if places else ""
    is_zero = not (whole + tail).strip("0.")
    return ("" if is_zero or rng.random() < 0.8 else "-") + whole + tail


def counted(rng, place):
    """A number that plurals go by: small ones first, then remainders, decimals and millions."""
    if place < 25:
        return str(place)
    return rng.choice(["0.0", "1.0", "1.5", "2.0", "0.5", "1.00", "3.10"]) if place % 5 == 0 else str(
        rng.choice([rng.randrange(200), 10 ** rng.randint(2, 8), rng.randrange(10**6)])
    )


def pattern(locale, places):
    """The pattern of decimals with so many places."""
    whole = re.match(r"[#,0]+", locale.decimal_formats[None].pattern)[0]
    return whole + ("." + "0" * places if places else "")


def main():
    language, name = sys.argv[1:]
    locale = Locale.parse(name)
    rng = random.Random(language)
    plural = locale.plural_form
    for _ in range(NUMBERS):
        text = number(rng)
        places = len(text.partition(".")[2])
        made = format_decimal(decimal.Decimal(text), pattern(locale, places), locale)
        print("number", text, made, sep="\t")
    for place in range(PLURALS):
        text = counted(rng, place)
        print("plural", text, plural(decimal.Decimal(text)), sep="\t")
    for _ in range(DAYS):
        day = FIRST_DAY + datetime.timedelta(days=rng.randrange(36_500))
        print("day", day.isoformat(), format_date(day, "long", locale), sep="\t")
    # The dollar of English is written with its sign alone, as in the country that it belongs to.
    locale = Locale.parse(language)
    money = re.sub(r"\.0+", "", locale.currency_formats["standard"].pattern)
    for place in range(AMOUNTS):
        text = str(rng.randrange(10 ** rng.randint(1, 7)))
        code = ["USD", "EUR", "INR"][place % 3]
        made = format_currency(
            decimal.Decimal(text), code, money, locale, currency_digits=False
        )
        print("amount", f"{text} {code}", made, sep="\t")
    locale = Locale.parse(name)
    for size in range(1, LISTS + 1):
        entries = list("ABCDE"[:size])
        print("list", " ".join(entries), format_list(entries, locale=locale), sep="\t")


main()
