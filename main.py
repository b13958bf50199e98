"""Ringbook: the book that opens when the phone rings."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run a command, or open the console."""
    gc.disable()  # what is imported stays, and need not be looked through; the window collects by itself
    from app.commands import cli

    args = cli.parse(sys.argv[1:])
    if args.run is not None or (args.demo and args.desks > 1):
        gc.enable()
        return cli.run_command(args) if args.run is not None else cli.run_desks(args)
    from ui.shell.start import run_window  # commands need no Qt

    return run_window(args)


if __name__ == "__main__":
    sys.exit(main())
