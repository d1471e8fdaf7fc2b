from factuel.training.choice import Example, fit

EXAMPLES = [
    Example((("near",), ("far", "named")), (True, False)),
    Example((("far",), ("near", "named")), (False, True)),
]


def test_what_the_right_candidates_have_weighs_most():
    weights = fit(EXAMPLES * 5, penalty=1.0)
    assert weights["near"] > 0 > weights["far"]


def test_a_feature_that_tells_nothing_has_no_weight():
    assert "named" not in fit(EXAMPLES * 5, penalty=1.0)


def test_a_rare_feature_has_no_weight():
    assert fit(EXAMPLES, penalty=1.0) == {}
