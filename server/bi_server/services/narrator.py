"""The model that words insights, as the settings say."""

from bi_server.narration import OpenAiNarrator
from bi_server.settings import Settings


def narrator_of(settings: Settings) -> OpenAiNarrator | None:
    """None where no model is configured: the built-in wording answers."""
    key = settings.openai_api_key.get_secret_value()
    if not key:
        return None
    return OpenAiNarrator(
        api_key=key,
        model=settings.openai_model,
        base_url=settings.openai_base_url,
        timeout_seconds=settings.openai_timeout_seconds,
    )
