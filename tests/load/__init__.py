"""Many desks on one PostgreSQL: `python -m tests.load --desks 200 --seconds 60`."""
