"""What pairs, groups and teams of every kind have in common: formed, agreed, begun, ended, last words."""

import re


def gathered(coordinator, module, mentors, mentees, title=""):
    """The coordinator names who will be together; the address of the page of the new one."""
    coordinator.open(f"/mentorships/gather/{module}/")
    if title:
        coordinator.write({"Как назовём": title})
    for side, names in (("Наставник", mentors), ("Наставляем", mentees)):
        people = coordinator.page.get_by_role("group", name=re.compile(f"^{side}"))
        for name in names:
            people.get_by_label(re.compile(f"^{name}")).check()
    coordinator.press("Предложить", exact=True)
    assert "· предложена · решение куратора" in coordinator.text
    return coordinator.page.url


def agreed_on_paper(coordinator, pair):
    """Everybody signed at a meeting of parents."""
    coordinator.open("/mentorships/?show=proposed&mark=all").press("Записать согласие отмеченных")
    coordinator.open(pair)
    assert "· согласована ·" in coordinator.text


def begun(coordinator):
    """Without an order: the coordinator decides."""
    coordinator.follow("Начать работу пары").press("Начать работу пары")
    assert "· работает ·" in coordinator.text


def formed(coordinator, module, mentors, mentees, title=""):
    pair = gathered(coordinator, module, mentors, mentees, title)
    agreed_on_paper(coordinator, pair)
    begun(coordinator)
    return pair


def ended(coordinator, pair):
    coordinator.open(pair).follow("Завершить пару").page.get_by_label("работа завершена").check()
    coordinator.write({"Почему": "план выполнен"}).press("Завершить пару")
    assert "· завершена ·" in coordinator.text


def last_words(people, pair):
    """Each of them is asked on the page of what has ended, and answers."""
    for visitor, words in people.items():
        visitor.open(pair).follow("Написать").write({"Что было хорошо": words}).press("Сохранить")
        assert "Спасибо! Слова прочтёт куратор" in visitor.text


def goodbye(coordinator, people, pair):
    """Ended, told by everybody, read by the coordinator."""
    ended(coordinator, pair)
    last_words(people, pair)
    coordinator.open(pair)
    for words in people.values():
        assert words in coordinator.text


def met(mentor, pair):
    """One tap on the page of the pair."""
    mentor.open(pair).press("Хорошо")
    assert "состоялась, хорошо" in mentor.text
