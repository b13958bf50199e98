"""Run any number of seeds: `python -m tests.simulator --from 1 --seeds 1000 [--variant last_write_wins]`."""

from __future__ import annotations

import argparse
import sys
import time

from tests.simulator.oracle import verdict
from tests.simulator.variants import VARIANTS
from tests.simulator.world import a_world

MOST_SHOWN = 10


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="first", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--variant", choices=sorted(VARIANTS))
    parser.add_argument("--stop", action="store_true", help="at the first seed that is not right")
    args = parser.parse_args()
    began, wrong, saved, calls, faults = time.monotonic(), 0, 0, 0, 0
    for seed in range(args.first, args.first + args.seeds):
        with a_world(seed, VARIANTS.get(args.variant)) as world:
            found = verdict(world)
            saved, calls, faults = saved + len(world.saved), calls + world.net.calls, faults + world.net.faults
            if found:
                wrong += 1
                print(f"seed {seed}: {len(found)}", *world.events, *found[:MOST_SHOWN], sep="\n  ")
                if args.stop:
                    break
    took = time.monotonic() - began
    print(f"{args.seeds} seeds, {wrong} not right; {saved} operations, {calls} calls, {faults} cut; {took:.1f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
