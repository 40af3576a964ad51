"""The gateway: Envoy in front of the server, and what its configuration and the OpenAPI document are made from."""
