"""All that knows gRPC: what every call passes on its way in and out."""
