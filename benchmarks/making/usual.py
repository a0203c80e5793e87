"""The command that is measured."""

import sys

MAKE = (sys.executable, "-m", "narrator", "make", "novel.txt", "--format", "m4b", "--json")
