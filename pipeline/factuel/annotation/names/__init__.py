"""Names of people, organisations, places and other things: the model's first opinion repaired for press."""

from factuel.annotation.names.component import NameRepairer

__all__ = ["NameRepairer"]
