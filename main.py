"""Ringbook: the book that opens when the phone rings."""

from __future__ import annotations

import gc
import sys

from app.commands import cli


def main() -> int:
    """Run a command, or open the console."""
    args = cli.parse(sys.argv[1:])
    if args.run is not None:
        return cli.run_command(args)
    if args.demo and args.desks > 1:
        return cli.run_desks(args)
    gc.disable()  # until the window collects by itself: what is imported stays, and need not be looked through
    from ui.shell.start import run_window  # commands need no Qt

    return run_window(args)


if __name__ == "__main__":
    sys.exit(main())
