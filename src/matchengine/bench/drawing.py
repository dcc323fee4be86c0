"""Seeded synthetic mentoring instances, drawn with numpy alone. The seed fixes every number."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
Numbers = NDArray[np.int32]

SIZES = {
    "school": (200, 60, 1, 1),
    "town": (2_000, 700, 8, 2),
    "city": (20_000, 7_000, 60, 10),
    "region100": (100_000, 35_000, 250, 40),
    "region300": (300_000, 100_000, 700, 100),
}
"""Mentees, mentors, organisations, districts."""

FORMS, TOPICS, INTERESTS = 8, 60, 40
SEX_BITS = 8
CONSENT_BIT = 11
CHOICES = 4
"""Choices of each mentee who chooses."""

LANGUAGE_SHARE = (0.90, 0.25, 0.10, 0.06, 0.04, 0.03)
SLOT_POPULARITY = np.tile(np.array([0.4, 0.3, 0.5, 1, 1.2, 1.2, 1, 0.7, 0.5, 0.3]), 5)
"""Five days of ten slots."""


@dataclass(frozen=True, eq=False)
class Instance:
    """n mentees and m mentors; sets are bits of one word. Mode: bit 0 online, bit 1 in person."""

    mentee_organisation: Numbers
    mentor_organisation: Numbers
    mentee_district: Numbers
    mentor_district: Numbers
    mentee_needs: Words
    mentor_offers: Words
    mentor_needs: Words
    mentee_offers: Words
    mentee_languages: Words
    mentor_languages: Words
    mentee_modes: Words
    mentor_modes: Words
    own_only: Words
    mentee_slots: Words
    mentor_slots: Words
    main: Words
    further: Words
    competences: Words
    expert: Words
    mentee_interests: Words
    mentor_interests: Words
    places: Numbers
    choice_mentee: Numbers
    choice_mentor: Numbers
    banned_mentee: Numbers
    banned_mentor: Numbers
    previous_mentee: Numbers
    previous_mentor: Numbers

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.main), len(self.places)


def draw(name: str, seed: int = 1) -> Instance:
    """The instance of this name (see SIZES) and seed. Changing the order of the draws makes other instances."""
    n, m, organisations, districts = SIZES[name]
    rng = np.random.default_rng([seed, n, m])
    popularity = 1 / (np.arange(TOPICS) + 5.0) ** 0.8
    popularity /= popularity.sum()
    demand = popularity[rng.permutation(TOPICS)]
    supply = 0.6 * demand + 0.4 * popularity[rng.permutation(TOPICS)]  # supply follows demand only partly
    supply /= supply.sum()
    district_of = rng.integers(0, districts, organisations)
    mentee_organisation = _organisations(rng, n, organisations)
    mentor_organisation = _organisations(rng, m, organisations)
    needs = _needs_and_offers(rng, n, m)
    mentee_languages, mentor_languages = _languages(rng, n), _languages(rng, m)
    mentee_modes, mentor_modes = _modes(rng, n, 0.65, 0.7), _modes(rng, m, 0.7, 0.6)
    own_only = (rng.random(m) < (0.10 if organisations > 1 else 0)).astype(np.uint64)
    slots = SLOT_POPULARITY / SLOT_POPULARITY.sum()
    mentee_slots, mentor_slots = _sets(rng, n, 6, 16, slots), _sets(rng, m, 5, 14, slots)
    main, further = _topics(rng, n, demand)
    competences = _sets(rng, m, 3, 9, supply)
    expert = competences & rng.integers(0, 2**62, m, dtype=np.uint64)
    even = np.ones(INTERESTS) / INTERESTS
    mentee_interests, mentor_interests = _sets(rng, n, 3, 7, even), _sets(rng, m, 3, 7, even)
    places = rng.choice([1, 2, 3, 4, 5], m, p=[0.2, 0.25, 0.25, 0.18, 0.12]).astype(np.int32)
    choosing = rng.choice(n, n // 10, replace=False)
    chosen = rng.integers(0, m, CHOICES * len(choosing))
    banned = rng.integers(0, n, n // 50), rng.integers(0, m, n // 50)
    previous = rng.choice(n, n // 10, replace=False), rng.integers(0, m, n // 10)
    return Instance(
        mentee_organisation=mentee_organisation,
        mentor_organisation=mentor_organisation,
        mentee_district=district_of[mentee_organisation].astype(np.int32),
        mentor_district=district_of[mentor_organisation].astype(np.int32),
        **needs,
        mentee_languages=mentee_languages,
        mentor_languages=mentor_languages,
        mentee_modes=mentee_modes,
        mentor_modes=mentor_modes,
        own_only=own_only,
        mentee_slots=mentee_slots,
        mentor_slots=mentor_slots,
        main=main,
        further=further,
        competences=competences,
        expert=expert,
        mentee_interests=mentee_interests,
        mentor_interests=mentor_interests,
        places=places,
        choice_mentee=np.repeat(choosing, CHOICES).astype(np.int32),
        choice_mentor=chosen.astype(np.int32),
        banned_mentee=banned[0].astype(np.int32),
        banned_mentor=banned[1].astype(np.int32),
        previous_mentee=previous[0].astype(np.int32),
        previous_mentor=previous[1].astype(np.int32),
    )


def _organisations(rng: np.random.Generator, people: int, organisations: int) -> Numbers:
    size = rng.gamma(2, 1, organisations)
    return rng.choice(organisations, people, p=size / size.sum()).astype(np.int32)


def _needs_and_offers(rng: np.random.Generator, n: int, m: int) -> dict[str, Words]:
    """Bits 0–7 form, 8–10 sex, 11 consent to video: what one side is or asks, and what the other takes."""
    form = rng.integers(0, FORMS, n)
    mentee_sex, mentor_sex = rng.choice(3, n, p=[0.49, 0.49, 0.02]), rng.choice(3, m, p=[0.6, 0.38, 0.02])
    video_asked, video_allowed = rng.random(m) < 0.15, rng.random(n) < 0.85
    first, width = rng.integers(0, 6, m), rng.integers(2, 8, m)  # a mentor takes the forms first … first + width
    forms = np.zeros(m, np.uint64)
    for bit in range(FORMS):
        forms |= _bit_where((bit >= first) & (bit <= first + width), bit)
    any_sex = np.uint64(0b111 << SEX_BITS)
    mentor_takes = np.where(rng.random(m) < 0.12, _bit_of(mentor_sex + SEX_BITS), any_sex)
    mentee_takes = np.where(rng.random(n) < 0.15, _bit_of(mentee_sex + SEX_BITS), any_sex)
    return {
        "mentee_needs": _bit_of(form) | _bit_of(mentee_sex + SEX_BITS),
        "mentor_offers": forms | mentor_takes,
        "mentor_needs": _bit_of(mentor_sex + SEX_BITS) | _bit_where(video_asked, CONSENT_BIT),
        "mentee_offers": mentee_takes | _bit_where(video_allowed, CONSENT_BIT),
    }


def _languages(rng: np.random.Generator, people: int) -> Words:
    words = np.zeros(people, np.uint64)
    for bit, share in enumerate(LANGUAGE_SHARE):
        words |= _bit_where(rng.random(people) < share, bit)
    return np.where(words == 0, np.uint64(1), words)


def _modes(rng: np.random.Generator, people: int, online_share: float, in_person_share: float) -> Words:
    online, in_person = rng.random(people) < online_share, rng.random(people) < in_person_share
    return _bit_where(online, 0) | _bit_where(in_person | ~online, 1)


def _topics(rng: np.random.Generator, n: int, popularity: NDArray[np.float64]) -> tuple[Words, Words]:
    """(main, further): the main one is the lowest or the second lowest of the 2 to 5 wanted."""
    wanted = _sets(rng, n, 2, 5, popularity)
    lowest = wanted & (~wanted + np.uint64(1))
    rest = wanted ^ lowest
    second = rest & (~rest + np.uint64(1))
    main = np.where((rng.random(n) < 0.5) & (second != 0), second, lowest)
    return main, wanted ^ main


def _sets(rng: np.random.Generator, people: int, fewest: int, most: int, popularity: NDArray[np.float64]) -> Words:
    """A set for each: fewest … most different bits drawn by popularity (the largest of Gumbel keys)."""
    sizes = rng.integers(fewest, most + 1, people)
    words = np.zeros(people, np.uint64)
    log_popularity = np.log(popularity)
    for start in range(0, people, 50_000):
        part = slice(start, min(people, start + 50_000))
        keys = log_popularity[None, :] + rng.gumbel(size=(part.stop - start, len(popularity)))
        order = np.argsort(-keys, axis=1)[:, :most]
        for rank in range(most):
            words[part] |= np.where(rank < sizes[part], _bit_of(order[:, rank]), np.uint64(0))
    return words


def _bit_of(number: NDArray[np.int64]) -> Words:
    words: Words = np.uint64(1) << number.astype(np.uint64)
    return words


def _bit_where(holds: NDArray[np.bool_], bit: int) -> Words:
    return np.where(holds, np.uint64(1 << bit), np.uint64(0))
