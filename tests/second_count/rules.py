"""What one paper counts as, worked out from docs/design/domain.md and tests/cases/README.md alone."""

# Defects by their number in the record.
INVALIDATING = {1: "not_issued", 2: "outside_name", 3: "private_mark", 4: "several_inks", 5: "signed",
                6: "extra_writing"}
HOLDING = {7: "partial_strike", 8: "seal_missing", 9: "torn", 10: "wrong_contest",
           11: "struck_on_box_form"}
AGREE, DISAGREE, BOTH, NONE = 1, 2, 3, 4


class Contest:
    def __init__(self, names, seats, settings):
        self.names = names
        self.seats = seats
        self.strike_out = names > seats
        self.nobody_valid = settings.get("nobody_of_several") == '"valid"'
        self.hold_both = settings.get("one_name_both_boxes") == '"held"'
        self.hold_none = settings.get("one_name_no_box") == '"held"'


class Paper:
    """struck positions or marks, defects, and whether a reader could not tell."""

    def __init__(self, struck=(), marks=(), defects=(), doubtful=False):
        self.struck = tuple(struck)
        self.marks = tuple(marks)
        self.defects = tuple(defects)
        self.doubtful = doubtful

    def reads_as(self, other):
        return (self.struck, self.marks, self.defects) == (other.struck, other.marks, other.defects)


def held(paper, contest):
    """Why the committee has to conclude on it; None where it has not."""
    if any(defect in INVALIDATING for defect in paper.defects):
        return None
    for defect in paper.defects:
        if defect in HOLDING:
            return HOLDING[defect]
    if not contest.strike_out and contest.names == 1:
        if paper.marks[0] == BOTH and contest.hold_both:
            return "both_boxes"
        if paper.marks[0] == NONE and contest.hold_none:
            return "no_box"
    return None


def count(paper, contest, concluded_valid=None):
    """(reasons it is invalid for, names that get a vote, names against, names not counted).
    `concluded_valid`: what the committee said of a held paper."""
    reasons = [INVALIDATING[defect] for defect in paper.defects if defect in INVALIDATING]
    if reasons:
        return reasons, [], [], []
    is_held = held(paper, contest)
    if is_held and not concluded_valid:
        return ["concluded"], [], [], []
    everybody = range(1, contest.names + 1)
    if contest.strike_out:
        left = [name for name in everybody if name not in paper.struck]
        if len(left) > contest.seats:
            return ["too_many"], [], [], []
        if not left:
            return ["nobody"], [], [], []
        return [], left, [], []
    agree = [name for name in everybody if paper.marks[name - 1] == AGREE]
    against = [name for name in everybody if paper.marks[name - 1] == DISAGREE]
    neither = [name for name in everybody if paper.marks[name - 1] in (BOTH, NONE)]
    if contest.names == 1:
        if neither and not is_held:
            return ["both_boxes" if paper.marks[0] == BOTH else "no_box"], [], [], []
    elif not agree and not contest.nobody_valid:
        return ["nobody"], [], [], []
    return [], agree, against, neither
