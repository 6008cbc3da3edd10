#!/usr/bin/env python3
"""The second look at sample checks: what it draws, and that it complains of each wrong one."""
import types
import unittest

import samples


def varint(value):
    out = b""
    while value >= 0x80:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def field(number, value):
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def round_with(sizes, closed=True):
    batches = [types.SimpleNamespace(sheets=[None] * size, closed=closed) for size in sizes]
    return types.SimpleNamespace(id="c", number=1, batches=batches)


def sample(seed="41625", papers=4, differing=(), number=1):
    places = [field(1, batch) + field(2, sheet) for batch, sheet in differing]
    return {2: [number], 3: [seed.encode()], 4: [papers], 5: places}


def keying(*told):
    return {8: [field(1, seed.encode()) + field(2, papers) + (field(3, differing) if differing else b"")
                for seed, papers, differing in told]}


def wrong(taken, declared, sizes=(6, 4), closed=True, reopened=()):
    it = samples.Samples()
    for msg in taken:
        it.take(msg, round_with(sizes, closed))
    for batch in reopened:
        it.reopened(batch)
    return it.wrong(keying(*declared))


class Drawing(unittest.TestCase):
    def test_is_what_sha256sum_gives_by_hand(self):
        self.assertEqual(samples.drawn("c", 1, [6, 4], "41625", 4), [(1, 5), (1, 6), (2, 2), (2, 4)])
        self.assertEqual(samples.drawn("c", 1, [6, 4], "41625", 1), [(1, 6)])


class Complaints(unittest.TestCase):
    def test_there_is_none_of_a_good_sample(self):
        self.assertEqual(wrong([sample()], [("41625", 4, 0)]), [])
        self.assertEqual(wrong([sample(differing=[(1, 5), (2, 4)])], [("41625", 4, 2)], reopened=[1, 2]), [])

    def complains(self, part, *args, **more):
        self.assertIn(part, "\n".join(wrong(*args, **more)))

    def test_a_differing_paper_was_not_drawn(self):
        self.complains("1.4 differs, but is not of the sample", [sample(differing=[(1, 4)])],
                       [("41625", 4, 1)], reopened=[1])

    def test_differing_papers_do_not_ascend(self):
        self.complains("ascend", [sample(differing=[(1, 6), (1, 5)])], [("41625", 4, 2)], reopened=[1])

    def test_a_batch_was_not_counted_anew(self):
        self.complains("batch 2: ", [sample(differing=[(1, 5), (2, 4)])], [("41625", 4, 2)], reopened=[1])

    def test_a_batch_was_open(self):
        self.complains("a batch was open", [sample()], [("41625", 4, 0)], closed=False)

    def test_there_are_fewer_papers(self):
        self.complains("11 of 10", [sample(papers=11)], [("41625", 11, 0)])

    def test_a_seed_was_used_twice(self):
        self.complains("used before", [sample(), sample(papers=5)], [("41625", 4, 0), ("41625", 5, 0)])

    def test_it_is_of_another_round(self):
        self.complains("of round 2", [sample(number=2)], [("41625", 4, 0)])

    def test_the_outcome_tells_other_samples(self):
        for declared in ([], [("41626", 4, 0)], [("41625", 5, 0)], [("41625", 4, 1)],
                         [("41625", 4, 0), ("1", 1, 0)]):
            self.complains("samples: declared", [sample()], declared)


if __name__ == "__main__":
    unittest.main()
