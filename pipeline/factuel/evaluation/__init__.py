"""Scores of a run against gold, the list of its errors, and the floors that scores may not fall below."""

from factuel.evaluation.evaluate import Evaluation, evaluate, evaluate_folder
from factuel.evaluation.floors import check_floors, update_floors

__all__ = ["Evaluation", "check_floors", "evaluate", "evaluate_folder", "update_floors"]
