"""A question and a snapshot in, a message of the contract out: no transport, no threads, no database."""
