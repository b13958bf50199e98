"""How fast the console is, beside what the engine and Qt can do at all: `python -m tests.benchmarks`."""
