"""Prints the OpenAPI document of the shipped model; `make types` makes the dashboard's types from it."""

import json

from bi_gateway.api import Api
from bi_gateway.openapi import openapi
from bi_server.semantic import read_model
from bi_server.settings import Settings

if __name__ == "__main__":
    print(json.dumps(openapi(Api.load(), Settings.model_fields["app_name"].default, read_model(""), is_locked=False)))
