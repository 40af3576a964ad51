"""The shape of every failure, as a JSON Schema."""

from bi_gateway.schemas import Schema

ERROR: Schema = {
    "type": "object",
    "description": "Every failure, the gateway's own included.",
    "properties": {
        "code": {
            "type": "integer",
            "minimum": 1,
            "maximum": 16,
            "description": "gRPC status code (google.rpc.Code).",
        },
        "message": {"type": "string", "description": "What is wrong and what to do about it."},
        "details": {
            "type": "array",
            "description": "The same for programs.",
            "items": {
                "type": "object",
                "description": "google.rpc.BadRequest (which fields are wrong), google.rpc.ErrorInfo "
                "(a machine-readable reason) or another message of google/rpc/error_details.proto.",
                "properties": {
                    "@type": {"type": "string", "examples": ["type.googleapis.com/google.rpc.BadRequest"]},
                    "reason": {"type": "string", "description": "ErrorInfo: stable, upper case."},
                    "domain": {"type": "string", "description": "ErrorInfo: who says so."},
                    "metadata": {"type": "object", "additionalProperties": {"type": "string"}},
                    "field_violations": {
                        "type": "array",
                        "description": "BadRequest: the wrong parameters.",
                        "items": {
                            "type": "object",
                            "properties": {
                                "field": {"type": "string", "description": "Name of the parameter."},
                                "description": {
                                    "type": "string",
                                    "description": "What is wrong with it, and the remedy.",
                                },
                                "reason": {"type": "string", "description": "Empty: ErrorInfo has the reason."},
                            },
                            "required": ["field", "description"],
                        },
                    },
                },
                "required": ["@type"],
            },
        },
    },
    "required": ["code", "message", "details"],
}
