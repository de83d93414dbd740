"""A case as a board lives it, step by step over HTTP: what a test takes for granted before its own part begins."""
import secrets
import time

DAY = 86_400_000
COORDINATOR, CHAIR, RECIPIENT = "p-coord", "m1", "p-recip"
PANEL = ["m1", "m2", "m3", "m4", "m5"]
LETTER = "Befund: Der Tumorunterrand liegt 48 mm oberhalb der Anokutanlinie. Vier suspekte Lymphknoten im Mesorektum."
DIMENSIONS = {
    "diagnosis": {"system": "icd-10-gm+icd-o-3", "codes": ["C20", "8140/3"]},
    "stage": {"system": "tnm-8", "codes": ["cT3", "cN2", "cM0"]},
    "indicationForTreatment": {"system": "yes-no", "codes": ["yes"]},
    "intent": {"system": "intent", "codes": ["curative"]},
    "primaryModality": {"system": "obds-therapy", "codes": ["IM"]},
    "scope": {"codes": [], "text": "Organerhalt anstreben"},
    "sequence": {"system": "obds-therapy-ordered", "codes": ["IM", "WS"]},
    "agentsDose": {"system": "atc", "codes": ["L01FF07"]},
    "supportiveCare": {"codes": [], "text": "Ernährungsberatung"},
    "trialOption": {"system": "yes-no", "codes": ["no"]},
}


def now():
    return int(time.time() * 1000)


def sheet(title):
    return {
        "title": title, "patient": {"pseudonym": "ULME-33", "birthDate": "1968-03-14", "sex": "female"}, "indication": "oncology",
        "icd": "C20", "questions": ["Muss der Enddarm ganz entfernt werden?"], "preferences": ["Ich möchte kein dauerhaftes Stoma."],
        "language": "de", "conferenceType": "praeth", "urgency": "soon", "clinicalDeadline": now() + 12 * DAY,
        "institutions": ["Kreisklinik Tannbrunn"],
    }


class Story:
    def __init__(self, server, case, panel=PANEL, deputies=()):
        """`deputies` says who stands ready for whom, `{deputy: principal}`."""
        self.server, self.case, self.panel, self.deputies = server, case, panel, dict(deputies)

    def desk(self, person):
        return self.server.desk(person, self.case)

    def open(self, title="Tiefes Rektumkarzinom: Ist ein Organerhalt möglich?"):
        self.desk(COORDINATOR).request("POST", "/api/cases", {"id": self.case, "openCase": {"sheet": sheet(title)}})

    def prepare(self):
        desk = self.desk(COORDINATOR)
        desk.file("d-histology", "Histologie der Biopsie", "Adenokarzinom, G2.\nMLH1 und PMS2 verloren.", "histology")
        desk.file("d-imaging", "MRT Becken", LETTER, "imaging-report")
        desk.file("d-laboratory", "Labor", "Hämoglobin 11,2 g/dl.", "laboratory")
        desk.file("d-letter", "Arztbrief", "Wir empfehlen die abdominoperineale Exstirpation.", "letter", nature="conclusion")
        self.transcribe()
        for item in ("histology", "imaging", "laboratory"):
            desk.say("checkItem", item={"id": item, "title": item, "required": True, "state": "present", "document": f"d-{item}"})
        desk.say("recordConsent", date="2026-10-01")

    def transcribe(self):
        first = {name: DIMENSIONS[name] for name in ("diagnosis", "indicationForTreatment", "intent")}
        first |= {"stage": {"system": "tnm-8", "codes": ["cT3", "cN1", "cM0"]}, "primaryModality": {"system": "obds-therapy", "codes": ["OP"]}}
        self.desk(COORDINATOR).say(
            "transcribeFirstOpinion", opinion={"source": "d-letter", "values": first, "findings": [{"field": "MSI", "value": "MSS"}]},
        )

    def invite(self):
        for person in self.panel:
            self.invite_one(person, "chair" if person == CHAIR else "reviewer")
        for deputy, principal in self.deputies.items():
            # Whoever stands ready for a seat sits there as one of its discipline.
            self.invite_one(deputy, "deputy", discipline=self.server.people[principal]["discipline"], deputyFor=principal)
        self.invite_one(RECIPIENT, "recipient")

    def invite_one(self, person, role, **more):
        about = self.server.people[person]
        known = {name: about[name] for name in ("name", "discipline", "institution") if about.get(name)}
        member = {"person": person, "role": role, **known, **more}
        self.desk(COORDINATOR).say("invite", member=member)

    def declare(self, *people):
        for person in people or [*self.panel, *self.deputies]:
            self.desk(person).say("declareConflicts")

    def freeze(self):
        self.desk(COORDINATOR).say("freezePanel", settings={
            "requiredDisciplines": sorted({self.server.people[person]["discipline"] for person in self.panel}), "roundLimit": 3,
            "reviewDeadline": now() + 5 * DAY, "adoption": {"exactlyThreeQuartersIsConsensus": False, "abstentionsCount": False},
        })

    def reach_review(self):
        self.open()
        self.prepare()
        self.invite()
        self.declare()
        self.freeze()

    def target(self, exact="48 mm oberhalb"):
        """A place in a published text, found by its words."""
        desk = self.desk(CHAIR)
        for name, event in desk.events("dossier"):
            for part in event["document"]["parts"] if name == "documentPublished" else []:
                content = desk.blob(part["content"]).decode() if part["mediaType"] == "text/plain" else ""
                if exact in content:
                    return self._place(part, content, content.index(exact), exact)
        raise LookupError(exact)

    @staticmethod
    def _place(part, content, start, exact):
        end = start + len(exact)
        around = {"prefix": content[max(0, start - 32):start], "suffix": content[end:end + 32]}
        return {"part": part["id"], "version": part["content"][0], "text": {"start": start, "end": end, "exact": exact, **around}}

    def review(self, person, marker="", target=None, **answers):
        """One note, and an answer on every dimension that cites it."""
        desk = self.desk(person)
        target = target or self.target()
        desk.say("annotate", annotation={
            "id": f"note-{person}", "target": target, "statement": f"Abstand 48 mm {marker}".strip(), "certainty": "certain",
            "finding": {"field": "MSI", "value": "MSI-H"},
        })
        for dimension, value in {**DIMENSIONS, **answers}.items():
            desk.say("stateOpinion", dimension=dimension, revision=0, answer={
                "value": value, "confidence": 7, "rationale": f"Nach den Befunden {marker}".strip(), "citations": [target],
            })

    def seal(self, person):
        return self.desk(person).seal()

    def reach_discussion(self):
        for person in self.panel:
            self.review(person, primaryModality={"system": "obds-therapy", "codes": ["OP" if person == "m4" else "IM"]})
            self.seal(person)

    def recuse(self, *people):
        for person in people:
            self.desk(person).say("recuse", reason="Die Patientin ist eine Angehörige.")

    def propose(self):
        for id, therapies, text in [("o1", ["IM", "WS"], "PD-1-Blockade, dann Reevaluation"), ("o2", ["OP"], "Exstirpation mit Stoma")]:
            option = {"id": id, "therapies": therapies, "text": text, "isFirstProposal": id == "o2"}
            self.desk(CHAIR).say("proposeOption", option=option)

    def open_round(self, number=1):
        self.desk(CHAIR).say("openVoting", round={
            "number": number, "method": "appropriateness", "optionSet": f"os{number}", "options": ["o1", "o2"], "closes": now() + DAY,
        })

    def cast(self, person, choices, number=1, reasons=None, option_set=None):
        self.desk(person).say("castBallot", round=number, optionSet=option_set or f"os{number}", choices=choices,
                              reasons=reasons or {}, nonce=secrets.token_hex(32))

    def vote(self, number=1):
        for person in self.panel:
            self.cast(person, {"o1": 4, "o2": 6} if person == "m4" else {"o1": 8, "o2": 2}, number)
        self.desk(CHAIR).say("closeRound", round=number)

    def begin_drafting(self):
        self.desk(CHAIR).say("beginDrafting")

    def draft(self, version=1):
        values = {name: DIMENSIONS[name] for name in ("diagnosis", "stage", "intent", "primaryModality")}
        self.desk(CHAIR).say("writeDraft", draft={
            "version": version, "text": "Das Board empfiehlt die PD-1-Blockade über sechs Monate, danach Reevaluation.", "options": ["o1"],
            "values": values, "residualUncertainty": "Die Bedeutung des Leberherdes", "patientPreference": "Kein dauerhaftes Stoma", "judged": {},
        })
        self.desk(CHAIR).say("openSignOff", version=version)

    def respond(self, version=1, dissenter="m4"):
        for person in self.panel:
            answer = {"version": version, "position": "concur"}
            if person == dissenter:
                answer = {"version": version, "position": "dissent", "alternative": "Exstirpation", "reasons": "Sie entfernt den Tumor jetzt."}
            self.desk(person).say("respond", response=answer)

    def sign(self, version=1):
        for person in self.panel:
            self.desk(person).say("sign", version=version, password=self.server.people[person]["signIn"]["password"])
        self.desk(CHAIR).say("conclude", version=version)

    def deliver(self):
        self.desk(COORDINATOR).say("deliver")
