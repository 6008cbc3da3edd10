#!/usr/bin/env python3
"""count_papers RECORD…: counts the papers of every declared round of an exported record a second
time, apart from the program, draws its sample checks anew, and compares with what the committee
declared. Says "passed: …" or "FAILED: …" of each round; exit status 1 if any differs, 2 where there
was nothing to count."""
import sys

import rules
import samples
import wire

OPEN, CLOSE, DECLARE, APPROVE = 32, 35, 39, 19
KEY, SETTLE, CONCLUDE, OPEN_BATCH, CLOSE_BATCH, REOPEN, SAMPLE = 53, 54, 55, 52, 56, 57, 58


class Sheet:
    def __init__(self, counts):
        self.counts = [None] * counts
        self.third = None
        self.conclusion = None  # (paper, valid)


class Batch:
    def __init__(self, papers, counts):
        self.sheets = [Sheet(counts) for _ in range(papers)]
        self.closed = False


class Round:
    def __init__(self, definition):
        msg = wire.message(definition)
        settings = {}
        for raw in msg.get(19, []):
            setting = wire.message(raw)
            settings[wire.text(setting, 1)] = wire.text(setting, 2)
        self.contest = rules.Contest(len(msg.get(6, [])), wire.one(msg, 7), settings)
        self.counts = wire.one(msg, 20) or 2
        self.id = wire.text(msg, 1)
        self.number = wire.one(msg, 4)
        self.batches = []
        self.samples = samples.Samples()


def paper_of(raw):
    msg = wire.message(raw)
    return rules.Paper(wire.packed(msg, 1), wire.packed(msg, 2), wire.packed(msg, 3),
                       bool(wire.one(msg, 4)))


def agreed(sheet):
    """The paper's content, and the committee's word where it gave one."""
    if sheet.conclusion:
        return sheet.conclusion
    first = sheet.counts[0]
    if all(first.reads_as(other) for other in sheet.counts):
        return first, None
    return sheet.third, None  # the record takes it for settled only where it agrees with a count


class Sums:
    def __init__(self, contest):
        self.collected = self.valid = self.invalid = self.marks = 0
        self.reasons = {}
        self.votes = [0] * contest.names
        self.against = [] if contest.strike_out else [0] * contest.names
        self.neither = [] if contest.strike_out else [0] * contest.names

    def add(self, contest, paper, concluded):
        self.collected += 1
        self.marks += contest.names
        reasons, votes, against, neither = rules.count(paper, contest, concluded)
        for reason in reasons:
            self.reasons[reason] = self.reasons.get(reason, 0) + 1
        if reasons:
            self.invalid += 1
            return
        self.valid += 1
        for where, names in ((self.votes, votes), (self.against, against), (self.neither, neither)):
            for name in names:
                if where:
                    where[name - 1] += 1


def sums_of(round_):
    out = Sums(round_.contest)
    for batch in round_.batches:
        if not batch.closed:
            raise ValueError("declared with a batch that is not closed")
        for sheet in batch.sheets:
            paper, concluded = agreed(sheet)
            out.add(round_.contest, paper, concluded)
    return out


def differences(part, sums):
    """Fields of an OutcomePart that are not what was counted here."""
    reasons = {}
    for raw in part.get(8, []):
        msg = wire.message(raw)
        reasons[wire.text(msg, 1)] = wire.one(msg, 2)
    told = {"collected": wire.one(part, 5), "valid": wire.one(part, 6), "invalid": wire.one(part, 7),
            "reasons": reasons, "votes": wire.packed(part, 10), "against": wire.packed(part, 11),
            "neither": wire.packed(part, 12)}
    return [f"{name}: declared {told[name]}, counted {getattr(sums, name)}"
            for name in told if told[name] != getattr(sums, name)]


class Record:
    def __init__(self):
        self.rounds = {}  # contest → the newest round
        self.checked = self.failed = self.marks = 0

    def take(self, number, body):
        msg = wire.message(body)
        if number == APPROVE:
            definition = wire.one(msg, 1)
            self.rounds[wire.text(wire.message(definition), 1)] = Round(definition)
        elif number in (KEY, SETTLE, CONCLUDE, OPEN_BATCH, CLOSE_BATCH, REOPEN):
            self.paper(number, msg, self.rounds[wire.text(msg, 1)])
        elif number == SAMPLE:
            round_ = self.rounds[wire.text(msg, 1)]
            round_.samples.take(msg, round_)
        elif number == DECLARE:
            self.declared(msg, self.rounds[wire.text(msg, 1)])

    def paper(self, number, msg, round_):
        if number == OPEN_BATCH:
            round_.batches.append(Batch(wire.one(msg, 4), round_.counts))
            return
        batch = round_.batches[wire.one(msg, 3) - 1]
        if number == CLOSE_BATCH:
            batch.closed = True
        elif number == REOPEN:
            round_.batches[wire.one(msg, 3) - 1] = Batch(wire.one(msg, 4), round_.counts)
            round_.samples.reopened(wire.one(msg, 3))
        elif number == KEY:
            for raw in msg[6]:
                keyed = wire.message(raw)
                sheet = batch.sheets[wire.one(keyed, 1) - 1]
                sheet.counts[wire.one(msg, 5) - 1] = paper_of(wire.one(keyed, 2, b""))
        else:
            sheet = batch.sheets[wire.one(msg, 5) - 1]
            paper = paper_of(wire.one(msg, 6, b""))
            if number == SETTLE:
                sheet.third = paper
            else:
                sheet.conclusion = (paper, bool(wire.one(msg, 7)))

    def declared(self, msg, round_):
        outcome = wire.message(wire.one(msg, 3, b""))
        part = wire.one(outcome, 11, None)
        if part is None:
            return
        sums = sums_of(round_)
        wrong = differences(wire.message(part), sums)
        wrong += round_.samples.wrong(wire.message(wire.one(outcome, 23, b"")))
        self.checked += 1
        self.marks += sums.marks * round_.counts
        self.failed += 1 if wrong else 0
        name = f"{wire.text(msg, 1)} {round_.number}: {sums.collected} papers counted a second time"
        if round_.samples.taken:
            name += f", samples drawn again: {len(round_.samples.taken)}"
        print(f"FAILED: {name}\n  " + "\n  ".join(wrong) if wrong else f"passed: {name}")


def main(paths):
    checked = failed = marks = 0
    for path in paths:
        record = Record()
        for number, body in wire.commands(path):
            record.take(number, body)
        checked += record.checked
        failed += record.failed
        marks += record.marks
    print(f"{checked} rounds with papers, {marks} keyed marks, {failed} different")
    return 2 if checked == 0 else 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
