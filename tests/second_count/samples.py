"""The sample checks of a round: which papers a seed draws, worked out here once more, and whether the
record and the outcome keep to it. Source: docs/design/paper.md section 2."""
import hashlib

import wire


def drawn(contest, number, batches, seed, wanted):
    """`batches`: how many papers each has. The places (batch, paper), ascending."""
    def order(place):
        text = f"homphieu sample\n{contest} {number}\n{seed}\n{place[0]}.{place[1]}"
        return hashlib.sha256(text.encode()).digest()
    places = [(batch + 1, paper + 1) for batch, papers in enumerate(batches) for paper in range(papers)]
    return sorted(sorted(places, key=order)[:wanted])


class Samples:
    def __init__(self):
        self.taken = []      # (seed, papers, differing) in the record's order
        self.waiting = set()  # batches with a differing paper that were not counted anew
        self.complaints = []

    def take(self, msg, round_):
        seed, papers = wire.text(msg, 3), wire.one(msg, 4)
        differing = []
        for raw in msg.get(5, []):
            place = wire.message(raw)
            differing.append((wire.one(place, 1), wire.one(place, 2)))
        name = f"sample {seed!r}"
        sizes = [len(batch.sheets) for batch in round_.batches]
        if wire.one(msg, 2) != round_.number:
            self.complaints.append(f"{name}: of round {wire.one(msg, 2)}")
        if not all(batch.closed for batch in round_.batches):
            self.complaints.append(f"{name}: taken while a batch was open")
        if not 1 <= papers <= sum(sizes):
            self.complaints.append(f"{name}: {papers} of {sum(sizes)} papers")
        if seed in [before for before, _, _ in self.taken]:
            self.complaints.append(f"{name}: the seed was used before")
        for place in sorted(set(differing) - set(drawn(round_.id, round_.number, sizes, seed, papers))):
            self.complaints.append(f"{name}: {place[0]}.{place[1]} differs, but is not of the sample")
        if differing != sorted(set(differing)):
            self.complaints.append(f"{name}: its differing papers don't ascend")
        self.taken.append((seed, papers, len(differing)))
        self.waiting |= {batch for batch, _ in differing}

    def reopened(self, batch):
        self.waiting.discard(batch)

    def wrong(self, keying):
        """Why the round could not be declared as it was; `keying` is that part of the outcome."""
        told = []
        for raw in keying.get(8, []):
            one = wire.message(raw)
            told.append((wire.text(one, 1), wire.one(one, 2), wire.one(one, 3)))
        out = list(self.complaints)
        if told != self.taken:
            out.append(f"samples: declared {told}, in the record {self.taken}")
        out += [f"batch {batch}: a sample found it wrong, and it was not counted anew"
                for batch in sorted(self.waiting)]
        return out
