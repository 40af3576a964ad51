"""The services of the contract: plain objects that have questions answered where it costs nobody else anything."""
