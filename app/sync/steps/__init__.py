"""The steps of sync: plain functions over a store and a desk's files, without a thread or a clock of their own."""
