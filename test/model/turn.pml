// The turn of a fiber: include/coio/detail/coro/fiber.hpp and src/coro/fiber.cpp, whose names
// are used here, with the part of src/sync/waiter.cpp, src/coro/timers.cpp and
// src/core/scheduler.cpp (close()) that takes, wakes, cancels and destroys one that waits.
//
// One coroutine makes some waits, in any order: for a value in a channel, perhaps with a time
// limit; for a timer; for an operation of Asio's with one handler; for a composed one with two,
// which run in the turn; and it gives way. Beside it:
//   worker     runs the fiber out of the run queue
//   partner    sends values: takes the waiter out of the list, with its lock, then wakes the fiber
//   completer  calls the completion handlers: on a worker, in another fiber's turn, or outside
//   timers     expires the timer of a wait
//   canceller  cancels the fiber at any time
//   requester  has a function to run in the turn
//   closer     destroys the context at any time (CLOSE); partner and canceller are no workers then,
//              and the others are
//
// Every step that is not in an atomic or d_step block stands for one seq_cst operation of the
// code. A section with the lock of a list or a wheel is one step where nobody can see into it.
// Only waiter::remove() looks without the lock, so the code must keep in one word where a waiter
// is: in the list, taken, or neither, because the list is gone. What is checked:
// * one thread at a time has the turn, and all that is said to be in the turn is (the ghost
//   `owner`); the coroutine is not resumed while another thread is in it (`on_stack`), nor while
//   it is queued;
// * a wait ends with a value or with an error, not both, and not before; no value is lost;
// * a cancel() that came before a wait is seen by that wait;
// * a request runs once, and while what it refers to is there;
// * at the end the coroutine has ended, and nothing is queued. A lost wake-up, a lost
//   cancellation and a context that cannot be destroyed are an invalid end state;
// * nobody uses a fiber that has ended, or a scheduler that is gone.
//
// Left out: who joins the fiber, and the fiber that runs next on a thread; scopes of
// cancellation and filters, so that a cancel() reaches what is awaited; references; what happens
// without memory; the budget of steps: where a coroutine may go on, it may also give way. One
// waiter in one list (waiters.pml has two). Requests run in any order. An outside completion
// announces itself together with the completion; it does not come while the context is
// destroyed.
//
// OBJECTS, TIMED, SLEEPS, OPS, COMPOSED, WAYS: how many waits of each kind the coroutine makes.
// PUTS: values sent. PASSES: the partner passes the waiter on to another list instead, as a
// condition variable does. CANCELS, REQUESTS: how many. RINGS: whether timers expire. STUCK:
// operations end only by cancellation. DROPS: or by being dropped. THROWS: a cancelled coroutine
// ends.
//
// BROKEN=n changes one part. Spin must find an error then (turn.py).

#ifndef BROKEN
#define BROKEN 0
#endif
#ifndef OBJECTS
#define OBJECTS 0
#endif
#ifndef TIMED
#define TIMED 0
#endif
#ifndef SLEEPS
#define SLEEPS 0
#endif
#ifndef OPS
#define OPS 0
#endif
#ifndef COMPOSED
#define COMPOSED 0
#endif
#ifndef WAYS
#define WAYS 0
#endif
#ifndef PUTS
#define PUTS 0
#endif
#ifndef PASSES
#define PASSES 0
#endif
#ifndef CANCELS
#define CANCELS 0
#endif
#ifndef REQUESTS
#define REQUESTS 0
#endif
#ifndef RINGS
#define RINGS 1
#endif
#ifndef STUCK
#define STUCK 0
#endif
#ifndef DROPS
#define DROPS 0
#endif
#ifndef THROWS
#define THROWS 1
#endif
#ifndef CLOSE
#define CLOSE 0
#endif

#define NOBODY 255
#define QUEUE 254

mtype = { nothing, start, object, sleep, op, composed, way };
mtype = { listed, taken };
mtype = { pending, done };
mtype = { aborted, timed_out };

// ---- The word of the turn ----

bool held = true;
bool woken, cancel_wanted, dropped;
byte list;                   // a bit for each request
#define TIME_OUT 1
#define STAGE 2
#define FIRST 4

#define is_free (!held)
#define only_held (held && !woken && !cancel_wanted && !dropped && list == 0)

// ---- The fiber, in the turn ----

bool ready, gives_way, ended, drop, cancelled;
mtype where = nothing;       // where_: what on_cancel() is for
bool enlisted;
bool over;                   // done()

// ---- What it waits for, in its frame ----

mtype at = start;            // the wait that is in the frame
bool timed;
bool data;
mtype error = nothing;
mtype its_op = nothing;
bool op_aborted;
byte stage;

// ---- What others have ----

bool queued = true;
bool lock;                   // of the list
mtype waiter = nothing;      // in the list, taken out of it, or neither
byte in_channel;                   // values in the channel
mtype wheel = nothing;       // whose timer hangs in it
bool outsiders, sealed, closed, stopping;
byte foreign;                // foreign_wakes
byte workers;                // threads within run()

// ---- What is checked ----

byte owner = QUEUE;          // who has the turn
byte on_stack = NOBODY;      // who is in the coroutine
bool placed;                 // a cancel() has had its effect on the word
bool alive;                  // the wait with a time limit
byte sent, received, ran;

// ---- What is still to be done ----

byte objects = OBJECTS;
byte limits = TIMED;
byte sleeps = SLEEPS;
byte ops = OPS;
byte composeds = COMPOSED;
byte ways = WAYS;

// Variables of each process, for what follows.
#define LOCALS \
  bool ok, got, stop, before, resume, may_run, destroy, go, w, c, d; \
  byte r

// ---- The turn ----

#define mine assert(owner == _pid)

inline take() { d_step { assert(owner == NOBODY); held = true; owner = _pid; ok = true } }

inline take_turn(wish) {
  atomic {
    if
    :: is_free -> take()
    :: else -> wish = true; ok = false
    fi
  }
}

inline enter_turn(q) {
  atomic {
    if
    :: is_free -> take()
    :: else ->
       list = list | q;
#if BROKEN == 3
       woken = false; cancel_wanted = false; dropped = false;
#endif
       ok = false
    fi
  }
}

// The compare-and-swap from `held` to free.
inline give_up() {
  atomic {
    mine;
    if
#if BROKEN == 2
    :: true -> woken = false; cancel_wanted = false; dropped = false; list = 0;
#else
    :: only_held ->
#endif
       held = false; owner = NOBODY; ok = true
    :: else -> ok = false
    fi
  }
}

inline requeue() {
  d_step { mine; assert(!queued && !closed); owner = QUEUE; queued = true }
}

inline withdraw(why) {
  atomic {
    !lock;
    if
#if BROKEN == 5
    :: true ->
#else
    :: waiter == listed ->
#endif
       waiter = taken; error = why; got = true;
#if BROKEN == 23
       foreign++;
#endif
       skip
    :: else -> got = false
    fi
  }
}

inline deliver_cancel() {
  if
  :: over -> skip
  :: else ->
     d_step {
       mine;
       // passes(): the signal.
       if :: its_op == pending -> op_aborted = true :: else fi;
       cancelled = true
     };
     if
     :: !ready && where == object ->
        withdraw(aborted);
        if :: got -> ready = true :: else fi
     :: !ready && where == sleep ->
        atomic {
          if
          :: wheel == sleep -> wheel = nothing; error = aborted; ready = true
          :: else
          fi
        }
     :: else
     fi
  fi
}

inline time_out() {
  d_step { mine; assert(alive) };
  withdraw(timed_out);
  if :: got -> ready = true :: else fi
}

// A handler of a composed operation: it starts the next one, or completes.
inline run_stage() {
  d_step {
    mine;
    assert(at == composed && its_op == done);
    if
    :: stage == 1 && !op_aborted -> stage = 2; its_op = pending
    :: else -> ready = true
    fi
  }
}

inline look_at_requests() {
  d_step {
    mine;
    r = list; w = woken; c = cancel_wanted; d = dropped;
    list = 0; woken = false; cancel_wanted = false; dropped = false
  };
#if BROKEN != 11
  if :: r & TIME_OUT -> time_out() :: else fi;
  if :: r & STAGE -> run_stage() :: else fi;
  d_step {
    if :: r & FIRST -> ran++ :: else fi;
    if :: r & (FIRST << 1) -> ran++ :: else fi
  };
#endif
#if BROKEN != 1
  if :: w -> ready = true :: else fi;
#endif
  if :: d -> drop = true :: else fi;
  if :: c -> deliver_cancel() :: else fi;
  d_step { r = 0; w = false; c = false; d = false }
}

// ---- The coroutine ----

// What the destructor of a wait does, and await_resume() first.
inline end_wait() {
#if TIMED
  if
  :: at == object && timed ->
     atomic { got = (wheel == object); if :: got -> wheel = nothing :: else fi };
#if BROKEN != 12
     if :: !got -> look_at_requests() :: else fi;
#endif
     timed = false; alive = false
  :: else
  fi
#else
  skip
#endif
}

inline await_resume() {
  end_wait();
  d_step {
    mine;
    stop = false;
    if
    :: at == object -> assert(data != (error != nothing) && waiter != listed)
    :: at == sleep -> assert(wheel == nothing)
    :: at == op || at == composed ->
       assert(its_op == done);
       if :: op_aborted -> error = aborted :: else fi
    :: else
    fi;
    if :: data -> received++ :: else fi;
    if :: error == aborted && THROWS -> stop = true :: else fi;
    data = false; error = nothing; its_op = nothing; op_aborted = false; stage = 0;
    waiter = nothing
  }
}

inline interrupted() {
  before = placed;
#if BROKEN != 10
  if :: !only_held -> look_at_requests() :: else fi;
#endif
  assert(cancelled || !before);
  if :: cancelled && (THROWS || at == start) -> stop = true :: else fi
}

inline wait_for_object(limit) {
  d_step {
    at = object; enlisted = true;
    if :: limit -> timed = true; alive = true; wheel = object :: else fi
  };
  // enter()
  atomic {
    !lock;
    if
    :: in_channel > 0 -> in_channel--; data = true; got = true
    :: else -> waiter = listed; got = false
    fi
  };
  d_step { mine; where = object };
  if :: got -> ready = true :: else fi
}

// From its resumption until it is suspended, or ends.
inline coroutine() {
  d_step { mine; assert(on_stack == NOBODY && !over && !queued); on_stack = _pid };
  do
  :: await_resume();
     if :: !stop -> interrupted() :: else fi;
     if
     :: stop || objects + limits + sleeps + ops + composeds + ways == 0 -> ended = true; break
     :: else ->
        if
#if OBJECTS
        :: objects > 0 -> objects--;
           // at_once()
           atomic {
             !lock;
             if
             :: in_channel > 0 -> in_channel--; data = true; at = object; got = true
             :: else -> got = false
             fi
           };
           if
           :: got -> if :: skip :: gives_way = true; break fi
           :: else -> wait_for_object(false); break
           fi
#endif
#if TIMED
        :: limits > 0 -> limits--; wait_for_object(true); break
#endif
#if SLEEPS
        :: sleeps > 0 -> sleeps--;
           d_step { at = sleep; wheel = sleep };
           d_step { mine; where = sleep };
           break
#endif
#if OPS
        :: ops > 0 -> ops--;
           d_step { mine; at = op; its_op = pending };
           break
#endif
#if COMPOSED
        :: composeds > 0 -> composeds--;
           d_step { mine; at = composed; stage = 1; its_op = pending };
           break
#endif
#if WAYS
        :: ways > 0 -> ways--;
           at = way;
#if BROKEN == 9
           requeue();
#endif
           gives_way = true;
           break
#endif
        fi
     fi
  od;
#if BROKEN == 8
  if
  :: where == object && !ready -> give_up(); if :: ok -> stop = true :: else fi
  :: else
  fi;
#endif
  atomic { assert(on_stack == _pid); on_stack = NOBODY }
}

// ---- Running ----

// In one: proceed(), which may resume the coroutine on this thread (`may_run`), and does so at once
// if `resume`; pass_on(), which may not; destroy_coroutine(); and end(). They give the turn up.
inline proceed() {
  ok = false;
  do
  :: ok -> break
  :: !ok && destroy ->
     d_step { mine; assert(on_stack == NOBODY && !over && !queued) };
     end_wait();
     d_step {
       assert(waiter != listed && wheel == nothing && its_op != pending);
       if :: data -> received++; data = false :: else fi;
       destroy = false; ended = true
     }
  :: !ok && !destroy && ended && !over ->
     // end()
     d_step { mine; where = nothing; enlisted = false; at = nothing };
     over = true;
     ready = false
  :: !ok && !destroy && !ended && resume ->
#if BROKEN != 7
     ready = false;
#endif
     where = nothing;
     coroutine();
     resume = false;
     if
     :: !ended && gives_way ->
        gives_way = false;
#if BROKEN != 9
        requeue();
#endif
        ok = true
#if BROKEN == 8
     :: !ended && !gives_way && stop -> ok = true
#endif
     :: else
     fi
  :: !ok && !destroy && !resume && ready && (!ended || over) ->
     if
     :: over -> ready = false
     :: !over && may_run -> resume = true
     :: !over ->
#if BROKEN == 14
        if :: !may_run -> give_up(); ok = true :: may_run -> requeue() fi;
#else
        requeue();
#endif
        ok = true
     fi
  :: !ok && !destroy && !resume && !ready && (!ended || over) ->
     give_up();
     if
     :: ok -> skip
     :: else ->
        look_at_requests();
#if BROKEN != 15
        if :: drop && !over -> destroy = true; drop = false :: else fi
#endif
     fi
  od;
  atomic {
    resume = false; may_run = false; destroy = false; go = false;
    ok = false; got = false; stop = false; before = false
  }
}

inline wake() {
  assert(!over);
  take_turn(woken);
#if BROKEN == 13
  ok = true;
#endif
  if :: ok -> d_step { mine; ready = true }; requeue() :: else fi
}

// ---- Who runs beside it ----

proctype worker() {
  LOCALS;
  do
  :: stopping || (over && !queued) -> break
  :: atomic { !stopping && queued -> queued = false; owner = _pid };
     resume = true; may_run = true;
     proceed()
  od;
  workers--
}

proctype partner() {
  LOCALS;
  byte n = PUTS + PASSES;
  do
  :: n == 0 -> break
  :: n > 0 ->
     n--;
     atomic { !lock -> lock = true };
     if
     :: waiter == listed ->
#if BROKEN == 6
        lock = false;
        wake();
        atomic { !lock -> lock = true };
#endif
        // wait_queue::take()
#if BROKEN == 18
        waiter = nothing;
#endif
        waiter = taken;
#if BROKEN != 20
        foreign++;
#endif
        if
        :: PASSES ->
           lock = false;
           // To the other list: the same variables, for the waiter is in one at a time.
           atomic { !lock -> waiter = listed; foreign-- }
        :: else ->
           d_step { assert(at == object && !over); data = true; sent++ };
           lock = false;
#if BROKEN != 6
           wake();
#endif
#if BROKEN == 20
           foreign++;
#endif
           d_step { assert(!closed); foreign-- }
        fi
     :: else -> d_step { if :: !PASSES -> in_channel++; sent++ :: else fi; lock = false }
     fi
  od
}

proctype completer() {
  LOCALS;
  do
  :: over || stopping -> break
  :: !over && !stopping ->
     if
     :: over || stopping -> skip
#if OPS
     :: atomic { !stopping && its_op == pending && at == op && (!STUCK || op_aborted) ->
          its_op = done };
        // complete()
        assert(!over);
        if
        :: // on a worker
#if BROKEN == 4
           owner = _pid; ok = true;
#else
           take_turn(woken);
#endif
           if
           :: ok ->
              ready = true;
              if
              :: requeue()  // within the turn of another fiber
              :: resume = true; may_run = true; go = true
              fi
           :: else
           fi
        :: !CLOSE -> foreign++; wake(); foreign--
        fi
#endif
#if DROPS
     :: atomic { !stopping && its_op == pending -> its_op = nothing };
        take_turn(dropped);
        if :: ok -> destroy = true; go = true :: else fi
#endif
#if COMPOSED
     :: atomic { !stopping && its_op == pending && at == composed && (!STUCK || op_aborted) ->
          its_op = done };
        // in_turn, within the turn of another fiber or not
        enter_turn(STAGE);
        if
        :: ok -> run_stage(); go = true; if :: may_run = true :: skip fi
        :: else
        fi
#endif
     fi;
     if :: go -> proceed() :: else fi
  od;
  workers--
}

proctype timers() {
  LOCALS;
  do
  :: over || stopping -> break
#if SLEEPS
  :: atomic { !stopping && wheel == sleep -> wheel = nothing; take_turn(woken) };
     // finish_wake()
#if BROKEN == 13
     ok = true;
#endif
     if :: ok -> d_step { mine; ready = true }; requeue() :: else fi
#endif
#if TIMED
#if BROKEN == 16
  :: atomic { !stopping && wheel == object -> wheel = nothing };
     enter_turn(TIME_OUT);
#else
  :: atomic { !stopping && wheel == object -> wheel = nothing; enter_turn(TIME_OUT) };
#endif
     // time_out_now()
     if :: ok -> time_out(); proceed() :: else fi
#endif
  od;
  workers--
}

proctype canceller() {
  LOCALS;
  byte n = CANCELS;
  do
  :: n == 0 -> break
  :: n > 0 ->
     n--;
#if CLOSE && BROKEN != 22
     atomic { !outsiders -> outsiders = true };
#endif
     if
     :: over || sealed -> skip
     :: else ->
#if BROKEN == 17
        placed = true; ok = true;
#else
        atomic { take_turn(cancel_wanted); placed = true };
#endif
        if :: ok -> deliver_cancel(); proceed() :: else fi
     fi;
#if CLOSE && BROKEN != 22
     outsiders = false
#endif
  od
}

proctype requester(byte q) {
  LOCALS;
  if
  :: atomic { stopping -> ran++; ok = false }  // it is destroyed with Asio's queue
  :: atomic { !stopping -> skip; enter_turn(q) }
  fi;
  if
  :: ok ->
     d_step { mine; ran++ };
     // leave_turn(), within the turn of another fiber or not
     if :: may_run = true :: skip fi;
     proceed()
  :: else
  fi;
  workers--
}

// ---- The end of the context ----

// waiter::remove() looks where the waiter is before it locks that list.
inline on_destroy() {
  if
  :: where == sleep -> atomic { got = (wheel == sleep); wheel = nothing }
  :: where == object ->
     if
     :: waiter == listed ->
        atomic {
          !lock;
          got = (waiter == listed);
          if :: got -> waiter = nothing :: else fi
        }
#if BROKEN == 25
     :: waiter != listed -> got = (waiter != taken)
#else
     :: waiter == taken -> got = false
     :: waiter == nothing -> got = true
#endif
     fi
  fi
}

inline destroy_waiting() {
  atomic { if :: is_free -> take() :: else -> ok = false fi };
  if
  :: ok && where == nothing -> go = true
  :: ok && where != nothing ->
     on_destroy();
     do
     :: got -> break
#if BROKEN == 21
     :: !got -> break
#else
     :: !got && woken -> break
#endif
#if BROKEN != 19
     :: !got && !woken && waiter == listed -> on_destroy()
#endif
     od;
     destroy = true; go = true
  :: else
  fi
}

inline wait_for_foreign_wakes() {
#if BROKEN != 24
  (foreign == 0)
#else
  skip
#endif
}

proctype closer() {
  LOCALS;
  byte n = 0;
  stopping = true;
  (workers == 0);
  atomic { !outsiders -> sealed = true };
  wait_for_foreign_wakes();
  do
  :: n == 5 -> break
  :: n < 5 ->
     if
     :: n == 0 || n == 4 ->
        // destroy_tasks()
        atomic {
          if
          :: queued -> queued = false; owner = _pid; destroy = true; go = true
          :: else
          fi
        }
     :: n == 1 || n == 2 ->
        // timers::shutdown(), registry::shutdown()
        if
        :: n == 1 && wheel != nothing || n == 2 && enlisted ->
           if :: n == 2 -> enlisted = false :: else fi;
           destroy_waiting()
        :: else
        fi
     :: n == 3 ->
        // Asio's services
        if
        :: its_op == pending ->
           its_op = nothing;
           take_turn(dropped);
           if :: ok -> destroy = true; go = true :: else fi
        :: else
        fi
     fi;
     if :: go -> proceed() :: else fi;
     if
     :: n == 1 && !over -> wheel = nothing
     :: n == 2 -> wait_for_foreign_wakes()
     :: else
     fi;
     n++
  od;
  atomic { !outsiders -> closed = true }
}

init {
  atomic {
    workers = 1;
    run worker();
#if PUTS + PASSES
    run partner();
#endif
#if OPS + COMPOSED
    workers++;
    run completer();
#endif
#if TIMED + SLEEPS && RINGS
    workers++;
    run timers();
#endif
#if CANCELS
    run canceller();
#endif
#if REQUESTS > 0
    workers++;
    run requester(FIRST);
#endif
#if REQUESTS > 1
    workers++;
    run requester(FIRST << 1);
#endif
#if CLOSE
    run closer();
#endif
  }
  (_nr_pr == 1);
  assert(over && !queued && is_free && !woken && !cancel_wanted && !dropped && list == 0);
  assert(sent == received + in_channel && ran == REQUESTS && foreign == 0)
}
