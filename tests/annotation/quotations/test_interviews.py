INTERVIEW = """« Le port doit grandir »

Marie Dupuis dirige le port de Nantes depuis trois ans.

Quel bilan tirez-vous de l'année ?

Marie Dupuis : Nous avons accueilli mille navires. C'est un record.

Allez-vous agrandir le quai ?

Oui, de cent mètres.

Les travaux commencent en mai.

Que craignez-vous ?

La houle. Mon prédécesseur disait que la mer gagne toujours.

Propos recueillis par Luc Morin"""


def test_each_answer_is_a_quotation_of_the_person_interviewed(quotations):
    found = quotations(INTERVIEW)
    assert [quote for quote, _, _ in found] == [
        "Le port doit grandir",
        "Nous avons accueilli mille navires. C'est un record",
        "Oui, de cent mètres.\n\nLes travaux commencent en mai",
        "La houle. Mon prédécesseur disait que la mer gagne toujours",
    ]
    assert {speaker for _, speaker, _ in found} == {"Marie Dupuis"}


def test_two_rhetorical_questions_make_no_interview(quotations):
    text = "Que faire ?\n\nLa ville hésite.\n\nFaut-il attendre ?\n\nLa ville attend."
    assert quotations(text) == []


def test_dashes_before_questions_and_answers_are_outside(quotations):
    text = (
        "Marie Dupuis préside le club.\n\n— Êtes-vous prête ?\n\n— Oui, bien sûr.\n\n"
        "— Votre équipe aussi ?\n\n— Elle travaille depuis juin.\n\n— Un pronostic ?\n\n— Jamais de pronostic."
    )
    found = quotations(text)
    assert [quote for quote, _, _ in found] == ["Oui, bien sûr", "Elle travaille depuis juin", "Jamais de pronostic"]
    assert {speaker for _, speaker, _ in found} == {"Marie Dupuis"}


MARKED = """Marie Dupuis préside le club de Nantes depuis trois ans.

Êtes-vous prête ?

« Bien sûr. Nous avons gagné six fois. »

Votre équipe l'est aussi ?

— « Elle travaille depuis juin. »

Le président de la ligue, Paul Girard, assure que le club paiera.

Vous avez dit que vous partiriez.

« Je l'ai dit. » Elle sourit : « Mon mari vous le confirmera. »

Un pronostic ?

« Aucun pronostic, vraiment. »"""


def test_answers_between_marks_are_the_marked_words(quotations):
    found = quotations(MARKED)
    assert [(words, who) for words, who, _ in found if words != "le club paiera"] == [
        ("Bien sûr. Nous avons gagné six fois", "Marie Dupuis"),
        ("Elle travaille depuis juin", "Marie Dupuis"),
        ("Je l'ai dit", "Marie Dupuis"),
        ("Mon mari vous le confirmera", "Elle"),
        ("Aucun pronostic, vraiment", "Marie Dupuis"),
    ]


def test_an_answer_ends_before_a_remark_and_before_what_the_newspaper_tells(quotations):
    text = (
        "Marie Dupuis préside le club.\n\nÊtes-vous prête ?\n\nOui, depuis mai.\n\nVotre départ a surpris.\n\n"
        "Je reste au port.\n\nMarie Dupuis dirige aussi la ligue de Nantes.\n\nUn pronostic pour vous ?\n\nAucun, non.\n\n"
        "Et ensuite ?\n\nLa mer, encore."
    )
    found = [words for words, _, _ in quotations(text)]
    assert found == ["Oui, depuis mai", "Je reste au port", "Aucun, non", "La mer, encore"]
