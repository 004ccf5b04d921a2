"""The scenarios of turn.pml, and its broken copies."""

OPTIMISE = "-O0"

VALUE = dict(OBJECTS=2, PUTS=2, CANCELS=2, REQUESTS=1, THROWS=0)
CANCEL = dict(OBJECTS=1, CANCELS=1, REQUESTS=2)
TIMED = dict(TIMED=2, PUTS=1, REQUESTS=1, CANCELS=1, THROWS=0)
SLEEP = dict(SLEEPS=2, CANCELS=2, REQUESTS=1, THROWS=0)
OPERATION = dict(OPS=2, WAYS=1, CANCELS=1, REQUESTS=1)
STUCK = dict(OPS=1, STUCK=1, CANCELS=2, REQUESTS=1)
DROP = dict(OPS=1, STUCK=1, DROPS=1, CANCELS=1, REQUESTS=1)
COMPOSED = dict(COMPOSED=2, CANCELS=2, REQUESTS=1, THROWS=0)
CLOSE = dict(CLOSE=1, OBJECTS=1, PUTS=1, CANCELS=1, REQUESTS=1)
PASS = dict(CLOSE=1, OBJECTS=1, PASSES=1, CANCELS=1)

CORRECT = [
    VALUE, CANCEL, TIMED, SLEEP, OPERATION, STUCK, DROP, COMPOSED, CLOSE, PASS,
    dict(SLEEPS=1, RINGS=0, CANCELS=1, REQUESTS=2),
    dict(COMPOSED=1, STUCK=1, OBJECTS=1, PUTS=1, CANCELS=1),
    dict(TIMED=1, SLEEPS=1, OPS=1, PUTS=1, CANCELS=1),
    dict(CLOSE=1, TIMED=1, PUTS=1, CANCELS=1),
    dict(CLOSE=1, OPS=1, SLEEPS=1, CANCELS=1),
    dict(CLOSE=1, OBJECTS=2, WAYS=1, PUTS=2, CANCELS=1),
]

# What is wrong, and where Spin finds it. 18, 19, 23 and 25 were found in the code by this model.
BROKEN = {
    1: ("look_at_requests() ignores `woken`", VALUE),
    2: ("the turn is given up by a store", VALUE),
    3: ("a request replaces the bits of the word", VALUE),
    4: ("complete() resumes without taking the turn", OPERATION),
    5: ("on_cancel() does not look whether the waiter is still in the list", VALUE),
    6: ("the fiber is woken before its waiter is out of the list", VALUE),
    7: ("ready_ is not cleared", VALUE),
    8: ("the turn is given up before the coroutine has returned", VALUE),
    9: ("a coroutine that gives way is queued before it has returned", OPERATION),
    10: ("cancelled() does not look at the requests", VALUE),
    11: ("look_at_requests() forgets the requests", VALUE),
    12: ("a wait whose time limit has expired ends without a look at the requests", TIMED),
    13: ("finish_wake() although begin_wake() did not get the turn", SLEEP),
    14: ("pass_on() does not queue the fiber", CANCEL),
    15: ("proceed() does not look whether the operation was dropped", DROP),
    16: ("a time limit leaves its request when the wheel is unlocked", TIMED),
    17: ("cancel() does not take the turn", CANCEL),
    18: ("a waiter is out of the list before it says that it is taken", CLOSE),
    19: ("who destroys the fiber does not see that its waiter is passed on", PASS),
    20: ("a waker from outside announces itself after it has woken", CLOSE),
    21: ("who destroys the fiber does not wait for its waker", CLOSE),
    22: ("a canceller from outside does not lock the context's end out", CLOSE),
    23: ("a canceller from outside announces a wake-up, and makes none", CLOSE),
    24: ("the context's end does not wait for wakers from outside", CLOSE),
    25: ("who destroys the fiber looks twice where its waiter is", PASS),
}
