"""The scenarios of queue.pml, and its broken copies."""

OPTIMISE = "-O2"

TAKES = dict(OPS=5, TAKES=1)
FIRSTS = dict(OPS=5, FIRSTS=1)

CORRECT = [
    TAKES, FIRSTS,
    dict(OPS=5, FIRSTS=1, TAKES=1),
    dict(OPS=5, STEALS=2),
    dict(OPS=6, TASKS=4, TAKES=1),
    dict(OPS=6, TASKS=4, FIRSTS=1),
]

# What is wrong, and where Spin finds it.
BROKEN = {
    1: ("take() does not look whether the position is within the queue", TAKES),
    2: ("a thief does not look whether another one is at it", FIRSTS),
    3: ("pop() forgets the claim of a thief", FIRSTS),
    4: ("the ring grows one push too late", FIRSTS),
    5: ("a ring that has grown is not published", TAKES),
    6: ("refill() fills a slot where a thief has been", TAKES),
    7: ("a thief reads the ring before it claims", TAKES),
    8: ("push_first() pushes before a claim of a thief", FIRSTS),
    9: ("refill() fills slots that the front has passed", TAKES),
    10: ("a thief leaves no mark", TAKES),
    11: ("a thief that ends its claim forgets what the owner has popped", FIRSTS),
}
