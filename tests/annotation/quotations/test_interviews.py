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
