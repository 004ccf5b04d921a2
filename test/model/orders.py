"""The pairings of memory orders that comments in the code claim, for herd7.

Each is a few steps of two threads and what they must never see. Words begin as 0, unless BEGIN says
otherwise. A step is one of

    w = 1 release       a store; without an order it is relaxed
    a = w acquire       a load into a, which is a name of one letter
    a = w <- 1 acquire  an exchange: a is what was there; it stands for every read-modify-write
    fence               a fence, sequentially consistent

and the result is written as herd7 has it, with the names for registers and [w] for a word's last
value. Orders are relaxed, acquire, release and seq_cst: the weakest that this pairing needs. In the
code an operation may have a stronger one, if it is in several pairings.

`keep` names steps, by their word, whose order may be weaker without a result in this test: another
pairing needs it; or C++ does, which allows, unlike RC11, that a load sees what depends on it.
"""


class Pairing:
    def __init__(self, what, *threads, never, begin=None, keep=()):
        self.what, self.threads, self.never = what, threads, never
        self.begin, self.keep = begin or {}, keep


PAIRINGS = {
    # ---- Run queue ----
    "push": Pairing(
        "a thief that sees the tail sees the ring, the slot and the task",
        "task = 1; ring = 1 seq_cst; slot = 1; tail = 1 release",
        r"a = tail acquire; b = ring seq_cst; c = slot <- 2 acquire; d = task",
        never=r"a=1 /\ (b=0 \/ c=0 \/ d=0)", keep=("ring", "slot")),
    "push_first": Pairing(
        "a thief that sees the front sees the slot and the task",
        "task = 1; slot = 1; a = head <- 1 release",
        "b = head acquire; c = slot <- 2 acquire; d = task",
        never=r"b=1 /\ (c=0 \/ d=0)", keep=("slot",)),
    "refill": Pairing(
        "a thief that finds a task in a slot that was empty sees the task",
        "task = 1; a = slot <- 1 release",
        "b = slot <- 2 acquire; c = task",
        never=r"b=1 /\ c=0"),
    "give_back": Pairing(
        "the owner fills a slot again after the thief has read it",
        "a = slot <- 2 acquire; b = head <- 1 release",
        "c = head acquire; slot = 1",
        never=r"a=1 /\ c=1", keep=("slot", "head release")),
    "claim": Pairing(
        "the owner sees the claim of a thief, or the thief the owner's new ring",
        "ring = 1 seq_cst; a = head seq_cst",
        "b = head <- 1 seq_cst; c = ring seq_cst",
        never=r"a=0 /\ c=0"),

    # ---- Parking and waking ----
    "parking": Pairing(
        "who publishes a task sees the worker parked, or the worker sees the task",
        "a = size <- 1 seq_cst; b = state seq_cst",
        "c = state <- 1 seq_cst; d = size seq_cst",
        never=r"b=0 /\ d=0"),
    "receipt": Pairing(
        "who puts the word of a worker back to parked sees its task, or the worker sees it parked",
        "tail = 1 release; fence; a = state seq_cst",
        "b = state <- 1 seq_cst; c = tail seq_cst",
        never=r"a=0 /\ c=0", keep=("tail release", "state seq_cst")),
    "summary": Pairing(
        "who clears the bit of a worker sees it parked, or the worker sees the bit cleared",
        "a = state <- 1 seq_cst; b = bit seq_cst",
        "c = bit <- 0 seq_cst; d = state seq_cst",
        never=r"b=1 /\ d=0", begin={"bit": 1}),
    "search": Pairing(
        "who leaves a task to the searcher sees the search over, or the searcher sees the task",
        "a = size <- 1 seq_cst; b = searcher seq_cst",
        "c = searcher <- 0 seq_cst; d = size seq_cst",
        never=r"b=1 /\ d=0", begin={"searcher": 1}),
    "memory": Pairing(
        "the block of a wake-up is used again after its last user has left it",
        "a = block; used = 0 release",
        "b = used <- 1 acquire; block = 1",
        never=r"a=1 /\ b=0", begin={"used": 1}, keep=("used acquire",)),
    "drain": Pairing(
        "who finds a drain posted has its task seen by that drain",
        "a = size <- 1 seq_cst; b = posted <- 1 seq_cst",
        "posted = 0 seq_cst; c = size seq_cst",
        never=r"b=1 /\ [posted]=0 /\ c=0", begin={"posted": 1}),

    # ---- The session ----
    "question": Pairing(
        "who starts work sees that the session asks, or the session sees the work",
        "work = 1 seq_cst; a = phase seq_cst",
        "phase = 1 seq_cst; b = work seq_cst",
        never=r"a=0 /\ b=0"),
    "activity": Pairing(
        "who sees that a worker is not busy any more sees what it has counted",
        "work = 1; activity = 2 release",
        "a = activity acquire; b = work",
        never=r"a=2 /\ b=0", begin={"activity": 1}),
    "last_work": Pairing(
        "who sees work finished sees the task that it has left",
        "a = size <- 1; b = count <- 0 release",
        "c = count acquire; d = size",
        never=r"c=0 /\ d=0", begin={"count": 1}),
    "shares": Pairing(
        "a worker whose share changes sees the shared count, or its look sees the share",
        "share = 1 seq_cst; a = count seq_cst",
        "b = count <- 1 seq_cst; c = share seq_cst",
        never=r"a=0 /\ c=0"),
    "base_guard": Pairing(
        "who counts work finds the guard gone, or the work is found",
        "a = count <- 1 seq_cst; b = guarded seq_cst",
        "guarded = 0 seq_cst; c = count seq_cst",
        never=r"b=1 /\ c=0", begin={"guarded": 1}),
    "used": Pairing(
        "who uses a shard sees that its worker is away, or the worker sees the use",
        "a = used <- 1 seq_cst; b = place seq_cst",
        "place = 1 seq_cst; c = used seq_cst",
        never=r"b=0 /\ c=0"),
    "leaving": Pairing(
        "who leaves its shard to others sees a worker parked, or the worker sees it left",
        "a = threads <- 1 seq_cst; b = state seq_cst",
        "c = state <- 1 seq_cst; d = threads seq_cst",
        never=r"b=0 /\ d=2", begin={"threads": 2}),
    "stopped": Pairing(
        "who sees the context stopped sees what was done before",
        "work = 1; stopped = 1 release",
        "a = stopped acquire; b = work",
        never=r"a=1 /\ b=0"),

    # ---- The monitor ----
    "asleep": Pairing(
        "a worker that becomes busy sees the monitor asleep, or the monitor sees it busy",
        "activity = 1 seq_cst; a = asleep seq_cst",
        "asleep = 1 seq_cst; b = activity seq_cst",
        never=r"a=0 /\ b=0"),
    "arming": Pairing(
        "who arms the timer of the sleeping monitor does so after it fell asleep",
        "timer = 1; asleep = 1 release",
        "a = asleep <- 0 acquire; b = timer",
        never=r"a=1 /\ b=0"),
    "signal": Pairing(
        "the handler of the signal sees the request, and who asked sees the answer",
        "text = 1; at = 1 release",
        "a = at <- 2 acquire; b = text",
        never=r"a=1 /\ b=0"),

    # ---- Coroutines ----
    "turn": Pairing(
        "who takes the turn sees what its last owner did",
        "data = 1; a = turn <- 0 release",
        "b = turn <- 1 acquire; c = data",
        never=r"b=0 /\ c=0", begin={"turn": 1}),
    "wish": Pairing(
        "who has the turn sees what was done before a wish",
        "data = 1; a = turn <- 3 release",
        "b = turn <- 1 acquire; c = data",
        never=r"b=3 /\ c=0", begin={"turn": 1}),
    "result": Pairing(
        "who sees the end of a coroutine sees its result",
        "result = 1; a = waiter <- 1 release",
        "b = waiter acquire; c = result",
        never=r"b=1 /\ c=0"),
    "joiner": Pairing(
        "the end of a coroutine sees who waits for it",
        "joiner = 1; a = waiter <- 2 release",
        "b = waiter <- 1 acquire; c = joiner",
        never=r"b=2 /\ c=0"),
    "roster": Pairing(
        "who finds a coroutine in the roster sees the coroutine",
        "coroutine = 1; place = 1 release",
        "a = place acquire; b = coroutine",
        never=r"a=1 /\ b=0"),
    "reading": Pairing(
        "who ends after a reader of the roster destroys what that one has read",
        "a = coroutine; reading = 0 release",
        "b = reading acquire; coroutine = 1",
        never=r"a=1 /\ b=0", begin={"reading": 1}, keep=("reading acquire",)),
    "references": Pairing(
        "who destroys a coroutine sees what its other owners did",
        "data = 1; a = refs <- 1 release",
        "b = refs acquire; c = data",
        never=r"b=1 /\ c=0", begin={"refs": 2}),
    "owner": Pairing(
        "who sees the scheduler of a coroutine sees the scheduler",
        "scheduler = 1; owner = 1 release",
        "a = owner acquire; b = scheduler",
        never=r"a=1 /\ b=0"),
    "foreign_begin": Pairing(
        "a thread that wakes a coroutine sees the context closing, or is waited for",
        "a = wakes <- 1 seq_cst; b = closing seq_cst",
        "closing = 1 seq_cst; c = wakes seq_cst",
        never=r"b=0 /\ c=0"),
    "foreign_end": Pairing(
        "a context is destroyed after the last thread that wakes a coroutine is done with it",
        "a = context; b = wakes <- 0 release",
        "c = wakes seq_cst; context = 1",
        never=r"a=1 /\ c=0", begin={"wakes": 1}, keep=("wakes seq_cst",)),
    "race": Pairing(
        "the first sees who waits, or who waits sees the first",
        "a = winner <- 1 seq_cst; b = waiting <- 0 seq_cst",
        "waiting = 1 seq_cst; c = winner seq_cst",
        never=r"b=0 /\ c=0"),

    # ---- Synchronisation ----
    "mutex": Pairing(
        "who locks a mutex sees what its last holder wrote",
        "data = 1; a = state <- 0 release",
        "b = state <- 1 acquire; c = data",
        never=r"b=0 /\ c=0", begin={"state": 1}),
    "waiter": Pairing(
        "a waiter is destroyed after its queue has let it go",
        "a = node; queue = 1 release",
        "b = queue acquire; node = 1",
        never=r"a=1 /\ b=1", keep=("queue acquire",)),
    "choice": Pairing(
        "the coroutine that goes on sees what it was given",
        "value = 1; a = chosen <- 1 release",
        "b = chosen acquire; c = value",
        never=r"b=1 /\ c=0"),
}
