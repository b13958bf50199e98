"""`phonenumbers` as it is used here, for `app/phone_numbers.py`, which imports it with the first number."""

import phonenumbers as phonenumbers

# A country has dozens of patterns, and Python keeps 512: without this they are compiled again and again, 20 to 40 ms.
phonenumbers.enable_pattern_cache()
