"""What the business is and how it is measured, declared in one file: no messages, no SQL, no network."""

from .model import KpiChoice, Model
from .reading import default_model, read_model, read_text

__all__ = ["KpiChoice", "Model", "default_model", "read_model", "read_text"]
