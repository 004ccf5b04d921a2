"""The scenarios of session.pml, and its broken copies."""

OPTIMISE = "-O0"

NOTHING = dict(PUSHES=0, POSTS=0, TASKS=0, BASES=0, IOS=0)


def scenario(**values):
    return NOTHING | values


HOLD = scenario(BASES=2, IOS=1, HOLD=1)
HELP = scenario(PUSHES=1, POSTS=2, HELPS=1)
EITHER = scenario(PLACE=0, PUSHES=1, TASKS=1, IOS=1)
LATE = scenario(POSTS=1, TASKS=1, LATE=1)
ALONE = scenario(W=1, IOS=1, TASKS=1, POSTS=1)
POST = scenario(PUSHES=1, POSTS=1)
SHARED = scenario(PLACE=0, PUSHES=2, BASES=2)

CORRECT = [
    scenario(), HOLD, HELP, EITHER, LATE, ALONE, POST, SHARED,
    scenario(PUSHES=2, TASKS=1),
    scenario(POSTS=1, BASES=1),
    scenario(PUSHES=1, TASKS=1, BASES=1, STOPS=1),
    scenario(PLACE=0, TASKS=1, BASES=1, IOS=1),
    scenario(W=3, BASES=1, IOS=1),
]

# What is left out, and where Spin finds it.
BROKEN = {
    1: ("no wake-up for a task from outside while all workers are busy", ALONE),
    2: ("no second look after the session has begun to ask", HOLD),
    3: ("conclude() without a look", LATE),
    4: ("a worker parks without ending its search", HELP),
    5: ("no look at the queues after parking", POST),
    6: ("a worker that becomes busy does not resume the session", HOLD),
    7: ("parking overwrites notified", EITHER),
    8: ("no wake-up for tasks that the receiver of another's wake-up leaves", SHARED),
    9: ("work that starts in a handler of the base does not resume the session", HOLD),
    10: ("no wake-up for a task from outside", POST),
    11: ("no look when a thread that is no worker finishes work", POST),
}
