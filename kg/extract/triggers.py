"""Words that evoke a frame, and how they are used in their sentence: active or passive, verb or noun."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.extract.found import Found, Trigger
from kg.lang import Language, TriggerForm
from kg.lang.phrases import Hit, in_number
from kg.lang.tokens import HYPHENS, Tokens

CLAUSE_REACH = 10
PUNCTUATION = frozenset(",;:()–—.!?")


class TriggerFinder:
    """Finds the triggers in the sentences of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        words = language.words
        self.capital_nouns = language.flag("capital_nouns")
        self.v2 = language.data["language"].get("subject_order") == "v2"
        self.verb_openers = language.words("verb_openers")
        self.infinitive_markers = language.words("infinitive_markers")
        self.loose_determiners = language.words("loose_determiners")
        self.noun_announcers = language.endings("noun_announcers")
        self.not_announcers = language.endings("not_noun_announcers")
        self.passive_participles = language.words("passive_participles")
        self.agent_words = language.words("agent_words")
        self.of_words = language.words("of_words")
        self.serial_verbs = language.flag("serial_verbs")
        self.clause_enders = language.words("coordinators") | language.words("comparative_than")
        self.passive = words("passive_auxiliaries")
        self.verb_endings = words("verb_endings")
        if self.verb_endings:  # behind one form for verb and noun they tell the verb (공급|한다, 공급|되고)
            self.verb_endings |= self.passive | words("clause_coordinators")
        self.perfect = words("perfect_auxiliaries")
        self.determiners = words("determiners")
        self.particles = frozenset(f.particle for forms in language.triggers.values() for f in forms if f.particle)
        self.relatives = words("relative_pronouns")
        self.verb_halves = words("verb_halves")
        self.demonstratives = words("demonstratives")
        self.markers = frozenset(language.markers)
        self.bare_passive = language.flag("bare_participle_passive")
        self.participle_ends = language.endings("participle_ends")
        self.hearsay = language.words("hearsay_auxiliaries")
        self.passives = language.morphology.passives
        self.far = self.v2 and not language.flag("near_participles")
        behind = language.flag("markers_behind")  # there a phrase ends in its verb, whose form tells the voice
        self.passive_ends = language.phrase_forms("participle") if behind else frozenset[str]()
        self.noun_suffixes = {
            word: forms
            for word, forms in language.triggers.items()
            if language.flag("compounds") and len(word) >= 4 and any(f.kind in ("noun", "role_noun") for f in forms)
        }

    def phrases(self, tokens: Tokens, lo: int, hi: int) -> list[Hit[TriggerForm]]:
        """All triggers of several words in one sentence (tokens `lo` to `hi`)."""
        return self.language.trigger_phrases.find(tokens.lows, lo, hi, every=True)

    def find(
        self,
        tokens: Tokens,
        lo: int,
        hi: int,
        mentions: Sequence[Found],
        figures: AbstractSet[int],
        phrases: Sequence[Hit[TriggerForm]],
    ) -> list[Trigger]:
        """The triggers of one sentence; `figures` are the tokens of sums and dates, `phrases` those of that name."""
        named = (
            m for m in mentions if m.kind not in ("description", "facility") and not self._deal_in_goods(tokens, m)
        )
        covered = figures | {i for m in named for i in range(m.lo, m.hi)}
        described = {m.hi - 1 for m in mentions if m.kind == "description" and m.type == "company"}
        firms = {i for m in mentions if m.kind == "description" and m.type == "company" for i in range(m.lo, m.hi)}
        hidden = self._hidden(tokens, lo, hi)
        for m in mentions:
            if m.kind in ("name", "product") and m.hi - m.lo > 3:
                hidden.update(range(m.lo, m.hi))  # "Prozessoren der Reihe Ascend": no relation of its own
        out: list[Trigger] = []
        taken: set[int] = set()
        length: dict[int, int] = {}
        for hit in phrases:
            if hidden.issuperset(range(hit.lo, hit.hi)) or firms.issuperset(range(hit.lo, hit.hi)):
                continue
            if hit.value.kind == "phrase" and hit.hi - hit.lo == 3 and tokens.words[hit.lo + 1] in HYPHENS:
                continue  # "a start-up": a verb and its particle in one word are a noun
            if tokens.lows[hit.lo] in self.perfect and self._perfect_tense(tokens, hit, mentions):
                continue
            if any(t.lo == hit.lo and t.hi == hit.hi and length[t.lo] > hit.words for t in out):
                continue  # "gets most of its revenue from" says more than "gets … from"
            if (hit.lo in taken and all(t.lo != hit.lo for t in out)) or any(
                t.lo == hit.lo and (t.frame == hit.value.frame or (t.hi > hit.hi and t.hi - t.lo <= 4)) for t in out
            ):
                continue
            out.append(
                Trigger(
                    hit.lo,
                    hit.hi,
                    hit.value.frame,
                    hit.value.kind,
                    hit.value.voice or self._phrase_voice(tokens, hit.lo, hit.hi, lo, hi),
                    hit.value.modality,
                    finite=True,
                    infinitive=hit.lo > lo and tokens.lows[hit.lo - 1] in self.infinitive_markers,
                    mood=self._phrase_mood(tokens, hit.lo, hit.hi),
                )
            )
            length[hit.lo] = max(hit.words, length.get(hit.lo, 0))
            taken.update(range(hit.lo, hit.hi) if hit.hi - hit.lo <= 4 else (hit.lo, hit.hi - 1))
        for i in range(lo, hi):
            if i in covered or i in taken or i in hidden:
                continue
            forms = self.language.triggers.get(tokens.lows[i])
            if forms and tokens.lows[i] in self.perfect and not (i + 1 in figures or self._has_a(tokens, i, hi)):
                continue
            if forms and i - 2 not in covered and self._half_word(tokens, i, forms):
                continue
            if forms is None and self.noun_suffixes and (not self.capital_nouns or tokens.words[i][0].isupper()):
                forms = self._compound(tokens.lows[i])
            if i in described:
                forms = tuple(f for f in forms or () if f.kind != "noun")  # "the start-up" starts nothing
            if forms:
                out.extend(self._read(tokens, i, lo, hi, forms))
        out.sort(key=lambda t: (t.lo, t.frame))
        for trigger in out:
            trigger.serial = self.serial_verbs
        return out

    def _phrase_mood(self, tokens: Tokens, lo: int, hi: int) -> str:
        """The future or conditional of the verb that a phrase opens with, a pronoun before it or not."""
        moods = self.language.morphology.moods
        return next((moods[low] for low in tokens.lows[lo : min(lo + 2, hi)] if low in moods), "")

    def _has_a(self, tokens: Tokens, i: int, hi: int) -> bool:
        """ "has a processor", "has 96 GB", not the auxiliary of "has sold"."""
        after = tokens.words[i + 1] if i + 1 < hi else ","
        return after.casefold() in self.determiners or (not after[0].islower() and after not in PUNCTUATION)

    def _half_word(self, tokens: Tokens, i: int, forms: tuple[TriggerForm, ...]) -> bool:
        """ "foreign-made", "purpose-built": half of an adjective; in "TSMC-made" it tells who did it."""
        glued = i >= 2 and tokens.words[i - 1] in HYPHENS and tokens.glued(i) and tokens.words[i].islower()
        participle = any(f.feature == "participle" for f in forms)
        return glued and participle and tokens.lows[i - 2] not in self.verb_halves

    def _hidden(self, tokens: Tokens, lo: int, hi: int) -> set[int]:
        """The tokens of what looks like a trigger and is none: "in order to", "zu den Kunden gehören"."""
        out: set[int] = set()
        for hit in self.language.not_triggers.find(tokens.lows, lo, hi):
            out.update((hit.lo, hit.hi - 1) if hit.value else range(hit.lo, hit.hi))
        return out

    def _perfect_tense(self, tokens: Tokens, hit: Hit[TriggerForm], mentions: Sequence[Found]) -> bool:
        """Whether "{have} ... made" is but a perfect: "has already made HBM4", not "has its chips made"."""
        between = range(hit.lo + 1, hit.hi - 1)
        if len(between) > 2 or any(m.lo in between for m in mentions):
            return False
        forms = self.language.triggers.get(tokens.lows[hit.hi - 1], ())
        participle = any(f.kind == "verb" and f.feature == "participle" for f in forms)
        return participle and not any(tokens.lows[i] in self.determiners for i in between)

    def _deal_in_goods(self, tokens: Tokens, mention: Found) -> bool:
        """ "Chipexporte": goods and the noun of a deal in one word."""
        if mention.kind != "generic" or mention.hi != mention.lo + 1 or not self.noun_suffixes:
            return False
        return any(f.kind == "noun" for f in self._compound(tokens.lows[mention.lo]) or ())

    def _compound(self, low: str) -> tuple[TriggerForm, ...] | None:
        for cut in range(3, len(low) - 3):
            forms = self.noun_suffixes.get(low[cut:])
            if forms is not None:
                return tuple(f for f in forms if f.kind in ("noun", "role_noun"))
        return None

    def _read(self, tokens: Tokens, i: int, lo: int, hi: int, forms: tuple[TriggerForm, ...]) -> list[Trigger]:
        frames: dict[str, list[TriggerForm]] = {}
        # where verb and noun are one form, the functions of its neighbours are the verb's
        noun = (
            not self._has_verb(forms)
            if self.serial_verbs
            else not self._sure_verb(forms) and self._is_noun(tokens, i, lo)
        )
        for form in forms:
            is_noun = form.kind in ("noun", "role_noun")
            if is_noun != noun and form.kind != "adjective" and not (is_noun and not self._has_verb(forms)):
                continue
            if is_noun and self.capital_nouns and not tokens.words[i][0].isupper():
                continue
            frames.setdefault(form.frame, []).append(form)
        out = []
        for frame, readings in frames.items():
            trigger = self._one(tokens, i, lo, hi, frame, readings)
            if trigger is not None:
                out.append(trigger)
        split = [t for t in out if t.particle >= 0]
        if split:
            return split  # "baut sein Geschäft aus" builds nothing
        return [t for t in out if not self._other_verb(tokens, t, hi)]

    def _other_verb(self, tokens: Tokens, trigger: Trigger, hi: int) -> bool:
        """ "stellt das Werk um": a particle at the end of the clause makes another verb of it, one no frame knows."""
        if trigger.kind != "verb" or not trigger.finite or not self.particles:
            return False
        for k in range(trigger.hi, min(hi, trigger.hi + 20)):
            low = tokens.lows[k]
            if tokens.words[k] in PUNCTUATION or low in self.clause_enders:
                return False
            ends = k + 1 >= hi or tokens.words[k + 1] in PUNCTUATION
            if low in self.particles and ends:
                return True
        return False

    def _phrase_voice(self, tokens: Tokens, i: int, end: int, lo: int, hi: int) -> str:
        """ "est détenu à 51 %" against "détient 51 %": the voice of a phrase that opens with a participle."""
        if tokens.lows[end - 1] in self.passive_ends:
            return "passive"  # "リストに追加された"
        if self.passives and (tokens.lows[i] in self.passives or tokens.lows[end - 1] in self.passives):
            return "passive"  # "togs över"
        features = {f.feature for f in self.language.triggers.get(tokens.lows[i], ()) if f.kind == "verb"}
        if not self.bare_passive and not self.v2 and end - i > 3 and self._was_done(tokens, i, lo):
            return "passive"
        if not self.bare_passive or features != {"participle"}:
            return "active"
        return self._voice(tokens, i, lo, hi)[0]

    def _was_done(self, tokens: Tokens, i: int, lo: int) -> bool:
        """ "has been picked by Apple to make": a phrase whose verb is the participle of a passive."""
        participle = i > lo and tokens.lows[i].endswith(self.participle_ends)
        return participle and tokens.lows[i - 1] in self.passive

    def _sure_verb(self, forms: tuple[TriggerForm, ...]) -> bool:
        """ "pour racheter", "en vendant": behind a preposition an infinitive or gerund is a verb all the same."""
        always = self.bare_passive or (self.v2 and not self.capital_nouns)  # Dutch: a verb ends the clause
        return always and all(f.kind == "verb" for f in forms)

    @staticmethod
    def _has_verb(forms: tuple[TriggerForm, ...]) -> bool:
        return any(f.kind == "verb" for f in forms)

    def _is_noun(self, tokens: Tokens, i: int, lo: int) -> bool:
        """Whether an ambiguous form ("orders", "sales") is a noun here."""
        if self.capital_nouns:
            return tokens.words[i][0].isupper() and i > lo
        if i == lo:  # "Orders from Apple …"
            return i + 1 < len(tokens) and tokens.lows[i + 1] in self.markers
        before = tokens.lows[i - 1]
        if i + 1 < len(tokens) and tokens.lows[i + 1] in self.of_words:
            return True  # "restricted exports of", "the sale of"
        if before in self.verb_openers:
            return False
        return (
            (before in self.determiners and before not in self.loose_determiners)
            or before in self.markers
            or before in ("'s", "’s")
            or (
                tokens.words[i - 1].islower()
                and not before.endswith(self.not_announcers)
                and before.endswith(self.noun_announcers)
            )
        )

    def _one(self, tokens: Tokens, i: int, lo: int, hi: int, frame: str, forms: list[TriggerForm]) -> Trigger | None:
        first = forms[0]
        modality = first.modality
        if first.kind in ("noun", "role_noun", "adjective"):
            again = first.kind == "noun" and i > lo and tokens.lows[i - 1] in self.demonstratives
            return Trigger(i, i + 1, frame, first.kind, first.voice or "active", modality, again=again)
        features = {f.feature for f in forms}
        if "attributive" in features and features <= {"attributive", "gerund"}:
            passive = "end" not in tokens.lows[i][-5:]
            return Trigger(i, i + 1, frame, "verb", "passive" if passive else "active", modality, attributive=True)
        particles = [f.particle for f in forms]
        particle = -1
        if all(particles):
            particle = self._particle(tokens, i, hi, {p for p in particles if p})
            if particle < 0:
                return None
        if features & {"participle"}:
            voice, certain = self._voice(tokens, i, lo, hi)
            if not certain and "finite" in features and not self._detached(tokens, i):
                voice = self._bare_voice(tokens, i, lo, hi)
            elif not certain:
                voice = "passive"
            mood = "conditional" if self.hearsay.intersection(tokens.lows[max(lo, i - 4) : i]) else ""
            return Trigger(i, i + 1, frame, "verb", first.voice or voice, modality, finite=not certain, mood=mood)
        behind = tokens.lows[i + 1] if i + 1 < hi and tokens.glued(i + 1) else ""
        if self.verb_endings and features == {"finite", "infinitive"} and behind not in self.verb_endings:
            return Trigger(i, i + 1, frame, "verb", first.voice or "active", modality, finite=False, infinitive=True)
        infinitive = "finite" not in features or (i > lo and tokens.lows[i - 1] in self.infinitive_markers)
        return Trigger(
            i,
            i + 1,
            frame,
            "verb",
            first.voice or ("passive" if behind and behind in self.passive and self.verb_endings else "active"),
            modality,
            finite=not infinitive,
            infinitive=infinitive,
            particle=particle,
            mood="" if infinitive or any(not f.mood for f in forms) else first.mood,
        )

    def _detached(self, tokens: Tokens, i: int) -> bool:
        """ ", construit à Dresde, …": behind a comma a form that might be finite is a participle."""
        return self.bare_passive and i > 0 and not tokens.words[i - 1].isalnum()

    def _particle(self, tokens: Tokens, i: int, hi: int, particles: set[str]) -> int:
        """Where the particle of a separable verb stands: at the end of its clause, or before "te"."""
        if i > 1 and tokens.lows[i - 1] in self.infinitive_markers and tokens.lows[i - 2] in particles:
            return i - 2  # "af te nemen"
        for k in range(i + 1, min(hi, i + 30)):
            if tokens.lows[k] in particles and (
                k + 1 >= hi or tokens.words[k + 1] in PUNCTUATION or tokens.lows[k + 1] in self.clause_enders
            ):
                return k
        return -1

    def _voice(self, tokens: Tokens, i: int, lo: int, hi: int) -> tuple[str, bool]:
        """Voice of a participle by its auxiliary, and whether one was found: in German far off, or behind."""
        after = tokens.lows[i + 1] if self.far and i + 1 < hi else ""
        if after in self.perfect or after in self.passive:  # "wird mit dem Chip bestückt, den X entwickelt hat"
            return ("active" if after in self.perfect else "passive"), True
        stops = PUNCTUATION if not self.far else frozenset(";:.!?")
        for k in range(i - 1, max(lo, i - (22 if self.far else CLAUSE_REACH)) - 1, -1):
            low = tokens.lows[k]
            if (tokens.words[k] in stops and not in_number(tokens.lows, k)) or (not self.far and low in self.relatives):
                break  # "X is among the firms that bought …"
            if self.serial_verbs and self._has_verb(self.language.triggers.get(low, ())):
                break
            if low in self.perfect:
                return "active", True
            if low in self.passive:
                if (
                    not self.far
                    and any(tokens.lows[j] in self.perfect for j in range(max(lo, k - 3), k))
                    and low not in self.passive_participles
                ):
                    return "active", True
                return "passive", True
        if self.far:
            for k in range(i + 1, min(hi, i + 4)):
                if tokens.lows[k] in self.perfect:
                    return "active", True
                if tokens.lows[k] in self.passive:
                    return "passive", True
        return "active", False

    def _bare_voice(self, tokens: Tokens, i: int, lo: int, hi: int) -> str:
        """ "chips sold by X" against "X sold chips"."""
        if self.far:
            return "active"
        after = tokens.lows[i + 1] if i + 1 < hi else ""
        return "passive" if after in self.agent_words else "active"
