"""The scenarios of waiters.pml, and its broken copies."""

OPTIMISE = "-O1"

PLAIN = dict(RECEIVERS=2, SENDERS=2)
FULL = dict(RECEIVERS=1, SENDERS=2)
CLOSE = dict(RECEIVERS=2, SENDERS=2, CANCELS=1, CLOSE=1)

CORRECT = [
    PLAIN, FULL, CLOSE,
    dict(BOUND=0, RECEIVERS=2, SENDERS=2),
    dict(BOUND=0, RECEIVERS=2, SENDERS=2, CANCELS=2, CLOSE=1),
    dict(RECEIVERS=2, SENDERS=2, CANCELS=2, CLOSE=1),
    dict(RECEIVERS=1, SENDERS=3, CANCELS=1, CLOSE=1),
]

# What is wrong, and where Spin finds it.
BROKEN = {
    1: ("enter() does not look again before it queues the waiter", PLAIN),
    2: ("withdraw() does not look whether the waiter is still in the list", CLOSE),
    3: ("who has withdrawn a waiter does not resume it", CLOSE),
    4: ("a receiver that makes room does not take the sender that waits for it", FULL),
    5: ("a sender leaves its value in the channel although a receiver waits", PLAIN),
    6: ("a sender does not take the receiver out of the list", PLAIN),
    7: ("close() resumes one waiter alone", CLOSE),
}
