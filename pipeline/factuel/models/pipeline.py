"""The spaCy pipeline: the published French model, less what is not used, plus our components."""

from __future__ import annotations

from confection import Config
from spacy.language import Language

from factuel.models.language import load_french
from factuel.models.resources import resource_folder


def load_language(config: str = "press") -> Language:
    """Return the pipeline that `models/configs/CONFIG.cfg` describes.

    `[press]` names the base model, the components of it that are not loaded, and the weights under `models/weights`
    that take the place of its named-entity component's; each `[press.add.NAME]` is one of our factories with where it
    goes. Raises ModuleNotFoundError when the base model is not installed.
    """
    settings = Config().from_disk(resource_folder() / "configs" / f"{config}.cfg")["press"]
    nlp = load_french(settings["base"], settings["exclude"])
    weights = resource_folder() / "weights" / settings["names"]
    nlp.get_pipe("ner").from_disk(weights, exclude=["vocab"])  # type: ignore[attr-defined]
    for factory, place in settings["add"].items():
        nlp.add_pipe(factory, **place)
    return nlp
