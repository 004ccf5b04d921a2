// A channel: include/coio/sync/channel.hpp on include/coio/detail/sync/waiter.hpp, whose names
// are used here. The list of waiters under a lock is that of every object of src/sync.
//
// Receivers and senders each receive or send once, and wait in a list if they cannot. Others
// cancel waits, or let their time limits expire. At the end the channel is closed (CLOSE). A
// section with the channel's lock is one step, for nobody here looks without it; resume() is
// another step, after it. What is checked:
// * each value that was sent is received once, or is in the channel, or was dropped with a
//   sender whose wait ended with an error; a wait ends with a value or an error, and is ended
//   once;
// * whenever the lock is free, receivers wait only while there is no value, and senders only
//   while there is no room: the assertion in unlock();
// * nobody sleeps for ever: an invalid end state.
//
// Left out: the turn of who waits (turn.pml): who has taken a waiter out of the list resumes it,
// and the thread with the turn that cancels it resumes it, too, if it has taken it. Threads that
// wait instead of coroutines; what happens without memory; the condition variable, which passes
// waiters on (PASSES in turn.pml).
//
// BOUND: how many values the channel holds, at most 1. RECEIVERS, SENDERS: how many. CANCELS:
// how often one of the first CANCELLED waits is cancelled; the receivers come first.
//
// BROKEN=n changes one part. Spin must find an error then (waiters.py).

#ifndef BROKEN
#define BROKEN 0
#endif
#ifndef BOUND
#define BOUND 1
#endif
#ifndef RECEIVERS
#define RECEIVERS 2
#endif
#ifndef SENDERS
#define SENDERS 2
#endif
#ifndef CANCELS
#define CANCELS 0
#endif
#ifndef CLOSE
#define CLOSE 0
#endif

#define ALL (RECEIVERS + SENDERS)
#ifndef CANCELLED
#define CANCELLED ALL
#endif
#define NONE 255

mtype = { nothing, aborted, broken_pipe, would_block };

// ---- The channel ----

chan slots = [1] of { byte };          // queue_
chan receivers = [ALL] of { byte };
chan senders = [ALL] of { byte };
bool closed;

// ---- The waiters, in the frames of their coroutines; the receivers come first ----

byte value[ALL] = NONE;                // a sender's own, or what a receiver has got
mtype error[ALL] = nothing;
bool waiting[ALL];                     // within the wait
bool resumed[ALL];

// ---- What is checked ----

bool received[ALL];                    // by value
bool returned[ALL];                    // to its sender, with an error

inline unlock() {
  assert(empty(receivers) || empty(slots) && empty(senders));
  assert(empty(senders) || len(slots) >= BOUND)
}

inline deliver(w, v) { assert(waiting[w] && value[w] == NONE); value[w] = v }

// waiter::resume(), without the lock.
inline resume(w) {
  if
  :: w != NONE -> d_step { assert(waiting[w] && !resumed[w]); resumed[w] = true }; w = NONE
  :: else
  fi
}

// With the lock, as get().
inline put(i) {
  result = nothing;
  if
  :: closed -> result = broken_pipe
#if BROKEN == 5
  :: !closed && len(slots) < BOUND -> slots!value[i]
  :: !closed && len(slots) >= BOUND && nempty(receivers) ->
#else
  :: !closed && nempty(receivers) ->
#endif
#if BROKEN == 6
     receivers?<other>;
#else
     receivers?other;
#endif
     deliver(other, value[i])
#if BROKEN != 5
  :: !closed && empty(receivers) && len(slots) < BOUND -> slots!value[i]
#endif
  :: !closed && empty(receivers) && len(slots) >= BOUND -> result = would_block
  fi
}

inline get(i) {
  result = nothing;
  if
  :: nempty(slots) ->
     slots?v;
     value[i] = v;
#if BROKEN != 4
     if
     :: nempty(senders) -> senders?other; slots!value[other]
     :: empty(senders)
     fi
#endif
  :: empty(slots) && nempty(senders) -> senders?other; value[i] = value[other]
  :: empty(slots) && empty(senders) ->
     if :: closed -> result = broken_pipe :: else -> result = would_block fi
  fi;
  v = NONE
}

proctype coroutine(byte i) {
  byte other = NONE, v = NONE;
  mtype result = nothing;
  if :: i >= RECEIVERS -> value[i] = i :: else fi;
  // at_once(), and enter() if that would block.
  d_step {
    if :: i < RECEIVERS -> get(i) :: else -> put(i) fi;
    if :: result != would_block -> unlock() :: else fi
  };
  resume(other);
  if
  :: result == would_block ->
     d_step {
#if BROKEN != 1
       if :: i < RECEIVERS -> get(i) :: else -> put(i) fi;
#endif
       if
       :: result == would_block ->
          waiting[i] = true;
          if :: i < RECEIVERS -> receivers!i :: else -> senders!i fi
       :: else
       fi;
       unlock()
     };
     resume(other);
     if
     :: result == would_block -> resumed[i]; result = error[i]
     :: else
     fi
  :: else
  fi;
  // finish(). The frame of the wait is gone then.
  d_step {
    waiting[i] = false;
    if
    :: i < RECEIVERS ->
       assert((value[i] != NONE) == (result == nothing));
       if :: result == nothing -> assert(!received[value[i]]); received[value[i]] = true :: else fi
    :: else -> if :: result != nothing -> returned[i] = true :: else fi
    fi
  }
}

// cancel(), or a time limit, in the turn of one that waits.
proctype canceller() {
  byte i, n = CANCELS;
  bool ok;
  do
  :: n == 0 -> break
  :: n > 0 ->
     n--;
     select(i : 0 .. CANCELLED - 1);
     ok = false;
     d_step {
       // withdraw()
       if
       :: receivers??[eval(i)] -> receivers??eval(i); ok = true
       :: senders??[eval(i)] -> senders??eval(i); ok = true
       :: !receivers??[eval(i)] && !senders??[eval(i)] ->
#if BROKEN == 2
          ok = waiting[i] && !resumed[i];
#endif
          skip
       fi;
       if :: ok -> error[i] = aborted :: else fi;
       unlock()
     };
#if BROKEN != 3
     if
     :: ok -> d_step { assert(waiting[i] && !resumed[i]); resumed[i] = true }
     :: else
     fi
#endif
  od
}

proctype closer() {
  byte w = NONE;
  chan taken = [ALL] of { byte };
  d_step {
    closed = true;
    do
    :: nempty(senders) -> senders?w; taken!w
    :: empty(senders) && nempty(receivers) -> receivers?w; taken!w
    :: empty(senders) && empty(receivers) -> break
    od;
    w = NONE;
    unlock()
  };
  do
  :: taken?w ->
     error[w] = broken_pipe;
     resume(w);
#if BROKEN == 7
     break
#endif
  :: empty(taken) -> break
  od
}

init {
  byte i;
  atomic {
    for (i : 0 .. ALL - 1) { run coroutine(i) }
#if CANCELS
    run canceller();
#endif
#if CLOSE
    run closer();
#endif
  }
  (_nr_pr == 1);
  for (i : RECEIVERS .. ALL - 1) {
    assert(received[i] + returned[i] + slots??[eval(i)] == 1)
  }
}
