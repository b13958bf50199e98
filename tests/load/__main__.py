"""Run it; apart from `run`, which the processes of the crews import."""

import sys

from tests.load.run import main

sys.exit(main())
