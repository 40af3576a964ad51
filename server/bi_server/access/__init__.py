"""Who calls, and what he may do: tokens, API keys, and the gate that every call passes. Knows nothing of gRPC."""
