// The protocol of src/core: how workers park and are woken, and how the session finds the end of
// the work. See idle_set.hpp, worker.cpp, waking.cpp and session.hpp, whose names are used here.
//
// Spin tries every interleaving of W workers, another thread that posts, operations that only the
// asio::io_context base knows of, and stop(). Every step that is not in an atomic or d_step block
// stands for one seq_cst operation of the code. What is checked:
// * no run ends with a task, an operation or counted work left, unless stop() was called: a lost
//   wake-up, a deadlock and a run() that never returns are all an invalid end state;
// * when the session concludes that no work is left, none is: the assertion in conclude().
//
// Left out: the monitor, which may only wake more; nested run functions; shares of the count of
// work, which is one number here; joining and leaving the first shard while it runs. A task that is
// taken out of a queue needs no step: it runs within the handler that takes it, and the empty slot
// that it leaves is counted and passed over as a task that does nothing. PLACE says
// which shard worker 1 serves: 1, or 0 together with worker 0, where each may receive the other's
// wake-up. HOLD: the last operation of the base completes only after one that the first has
// started, and which counts as work. LATE: the poster holds no guard, and may come too late. HELPS:
// how often a worker may go to another's shard, as the monitor asks it to.
//
// BROKEN=n leaves out one of the protocol's parts. Spin must find an error then (check.py).

#ifndef W
#define W 2
#endif
#ifndef PLACE
#define PLACE 1
#endif
#ifndef BROKEN
#define BROKEN 0
#endif
#ifndef PUSHES
#define PUSHES 2
#endif
#ifndef POSTS
#define POSTS 1
#endif
#ifndef BASES
#define BASES 1
#endif
#ifndef IOS
#define IOS 1
#endif
#ifndef TASKS
#define TASKS 1
#endif
#ifndef HOLD
#define HOLD 0
#endif
#ifndef LATE
#define LATE 0
#endif
#ifndef HELPS
#define HELPS 0
#endif
#ifndef STOPS
#define STOPS 0
#endif

#define NONE W

mtype = { awake, parked, notified };
mtype = { running, asking, leaving };

// ---- The words of the code ----

mtype state[W] = awake;
byte queue[W];              // length of the run queue
byte injector;
byte searcher = NONE;
bool busy[W];
byte outstanding = 1 - LATE;  // the poster's guard
mtype phase = running;
bool locked;                // the session's lock
byte out;

// ---- Asio's ----

byte wakeups[W];            // wake-ups of the worker in the queue of its shard
byte place[W];
byte io[W];                 // in the shard: operations of coio's executors, which count as work
byte base[W];               // in the shard: operations that executors do not see
bool guard[W];
bool stopped[W];
byte executing[W];          // handlers of the shard under way
byte servers[W];

// ---- What the program may still do ----

byte pushes = PUSHES;
byte ios = IOS;
byte completed;             // operations of coio's executors
byte helps = HELPS;
bool stop_called;

inline lock() { atomic { !locked -> locked = true } }
inline unlock() { locked = false }

#define shard_has_work(s) \
  (guard[s] || io[s] > 0 || base[s] > 0 || executing[s] > 0 || wakeups_in(s))
#if W == 1
#define wakeups_in(s) (wakeups[0] > 0)
#define queues_empty (injector == 0 && queue[0] == 0)
#elif W == 2
#define wakeups_in(s) ((place[0] == s && wakeups[0] > 0) || (place[1] == s && wakeups[1] > 0))
#define queues_empty (injector == 0 && queue[0] == 0 && queue[1] == 0)
#else
#define wakeups_in(s) ((place[0] == s && wakeups[0] > 0) || (place[1] == s && wakeups[1] > 0) || \
  (place[2] == s && wakeups[2] > 0))
#define queues_empty (injector == 0 && queue[0] == 0 && queue[1] == 0 && queue[2] == 0)
#endif
#define no_work (outstanding == 0 && queues_empty)

// ---- Waking (waking.cpp) ----

inline post_wakeup(k) {
  d_step {
    wakeups[k]++;
    assert(wakeups[k] <= 1)  // its memory is for one
  }
}

inline wake(k, done) {
  done = false;
  if
  :: atomic { state[k] == parked -> state[k] = notified; done = true }
  :: atomic { else -> skip }
  fi;
  if :: done -> post_wakeup(k) :: else fi
}

inline end_search(k, was) {
  d_step {
    was = (searcher == k);
    if :: was -> searcher = NONE :: else fi
  }
}

// k, n, ok, seen: variables of the calling process.
inline wake_for_work() {
  do
  :: seen = searcher;
     if
     :: seen != NONE && !(state[seen] == notified && busy[seen]) -> break
     :: else
     fi;
     k = 0;
     do
     :: k < W && !(state[k] == parked && !busy[k]) -> k++
     :: else -> break
     od;
     if
     :: k == W ->
#if BROKEN != 1
        // wake_busy_for_injected()
        if
        :: injector > 0 ->
           k = 0;
           do
           :: k < W && state[k] != parked -> k++
           :: else -> break
           od;
           if :: k < W -> wake(k, ok) :: else fi
        :: else
        fi;
#endif
        break
     :: else
     fi;
     if
     :: atomic { searcher == seen -> searcher = k; ok = true }
     :: atomic { searcher != seen -> ok = false }
     fi;
     if
     :: ok ->
        wake(k, ok);
        if :: ok -> break :: else -> end_search(k, ok) fi
     :: else
     fi
  od;
  k = 0; seen = 0; ok = false
}

// By worker i after a push.
inline wake_myself(i) {
  if
  :: atomic { state[i] == parked -> state[i] = notified; ok = true }
  :: atomic { else -> ok = false }
  fi;
  if :: ok -> post_wakeup(i) :: else fi;
  ok = false
}

// ---- The session (session.cpp) ----

// With the lock.
inline resume_locked() {
  if
  :: phase == asking ->
     d_step {
       for (s in guard) {
         guard[s] = true;
         if :: stopped[s] && servers[s] == 0 -> stopped[s] = false :: else fi
       }
       s = 0
     }
     phase = running;
     n = 0;
     do
     :: n < W -> wake(n, ok); n++
     :: else -> break
     od;
     n = 0; ok = false
  :: else
  fi
}

inline resume() { lock(); resume_locked(); unlock() }

inline resume_session() {
  if :: phase != running -> resume() :: else fi
}

// Reads one word after the other.
inline finished(result) {
  result = true; n = 0;
  do
  :: n < W && result -> result = (state[n] == parked); result = result && !busy[n]; n++
  :: else -> break
  od;
  n = 0;
  if :: result -> result = (outstanding == 0) :: else fi;
  if :: result -> result = queues_empty :: else fi
}

// With the lock.
inline ask_locked() {
  if
  :: phase == running ->
     finished(ok);
     if
     :: ok ->
        phase = asking;
#if BROKEN != 2
        finished(ok);
#endif
        if
        :: ok ->
           d_step {
             for (s in guard) {
               guard[s] = false;
               if :: !shard_has_work(s) -> stopped[s] = true :: else fi
             }
             s = 0
           }
        :: else -> phase = running
        fi
     :: else
     fi;
     ok = false
  :: else
  fi
}

inline look() {
  finished(ok);
  if :: ok -> ok = false; lock(); ask_locked(); unlock() :: else fi
}

// With the lock: all workers are out. Atomic here: a post that no guard protects may still come
// too late for the code, but not one that comes before the session looks.
inline conclude() {
  d_step {
    if
#if BROKEN == 3
    :: true ->
#else
    :: no_work ->
#endif
       for (s in base) { assert(base[s] == 0 && io[s] == 0 && executing[s] == 0) }
       assert(no_work);
       phase = leaving;
       for (s in stopped) { stopped[s] = true }
       s = 0
    :: else
    fi
  }
  resume_locked()
}

// A worker enters a shard, or leaves it.
inline enter(h) {
  atomic {
    !locked && (servers[h] == 0 || !stopped[h] || phase != running) ->
    if
    :: servers[h] == 0 && stopped[h] && phase == running -> stopped[h] = false
    :: else
    fi;
    servers[h]++
  }
}

inline leave(h) {
  servers[h]--;
  if
  :: servers[h] == 0 && stopped[h] && phase == running -> stopped[h] = false
  :: else
  fi
}

// A handler of the shard has returned; what was the last work of the shard stops it.
inline handler_done(h) {
  d_step {
    executing[h]--;
    if :: !shard_has_work(h) -> stopped[h] = true :: else fi
  }
}

// ---- Workers ----

inline rest(i) {
#if BROKEN != 4
  end_search(i, ok);
#endif
#if BROKEN == 7
  state[i] = parked;
#else
  if
  :: atomic { state[i] == awake -> state[i] = parked }
  :: atomic { else -> skip }
  fi;
#endif
  if
  :: state[i] != notified ->
#if BROKEN != 5
     if
     :: phase != leaving && (queue[i] > 0 || injector > 0) -> wake_myself(i)
     :: else -> look()
     fi
#else
     look()
#endif
  :: else
  fi
}

inline push(i) {
  queue[i]++;
  if :: queue[i] == 2 -> wake_for_work() :: else fi;
  wake_myself(i)
}

// What a task or a handler of the program's does on worker i.
inline program(i) {
  if
  :: skip
  :: atomic { pushes > 0 -> pushes-- }; push(i)
  :: atomic { ios > 0 -> ios--; outstanding++ };
     if
     :: io[place[i]]++
     :: io[place[W - 1]]++
     fi
  fi
}

inline become_busy(i) {
  busy[i] = true;
#if BROKEN != 6
  resume_session()
#endif
}

inline run_tasks(i, j) {
  become_busy(i);
  do
  :: phase == leaving -> break
  :: atomic { phase != leaving && queue[i] > 0 -> queue[i]-- };
     program(i);
     if :: skip :: break fi  // the slice may be over
  :: atomic { phase != leaving && queue[i] == 0 && j != i && queue[j] > 0 ->
       queue[j]--; queue[i]++ }
  :: phase != leaving && queue[i] == 0 && !(j != i && queue[j] > 0) ->
     // find_tasks()
     found = false;
     mine = (searcher == i);
     if
     :: atomic { injector > 0 -> injector--; queue[i]++; found = true }
     :: atomic { else -> skip }
     fi;
     if
     :: mine && !found ->
        do
        :: n < W ->
           if
           :: atomic { n != i && queue[n] > 1 -> queue[n]--; queue[i]++; found = true }
           :: atomic { else -> skip }
           fi;
           n++
        :: else -> break
        od;
        n = 0
     :: else
     fi;
     if
     :: mine ->
        end_search(i, ok);
        if :: ok && found && injector > 0 -> wake_for_work() :: else fi;
        ok = false
     :: else
     fi;
#if HELPS
     // help(): in the shard of another worker this one receives that worker's wake-up.
     if
     :: !found -> 
        if
        :: atomic { helps > 0 && wakeups[W - 1 - i] > 0 && place[W - 1 - i] != place[i] ->
             helps--; wakeups[W - 1 - i]--; executing[place[W - 1 - i]]++ };
           atomic { assert(state[W - 1 - i] == notified); state[W - 1 - i] = parked };
           d_step { if :: searcher == W - 1 - i -> searcher = i :: else fi };
           if :: queue[W - 1 - i] > 0 -> wake(W - 1 - i, ok) :: else fi;
           ok = false;
           handler_done(place[W - 1 - i])
        :: atomic { else -> skip }
        fi
     :: else
     fi;
#endif
     if :: !found -> break :: else fi
  od;
  found = false; mine = false;
  busy[i] = false
}

// Worker i has received the wake-up of worker j, of the same shard.
inline on_wakeup(i, j) {
  if
  :: i == j -> state[i] = awake
  :: else ->
     atomic { assert(state[j] == notified); state[j] = parked };
     if
     :: atomic { state[i] == parked -> state[i] = awake }
     :: atomic { else -> skip }
     fi;
     d_step { if :: searcher == j -> searcher = i :: else fi }
  fi;
  run_tasks(i, j);
  if
  :: phase != leaving && queue[i] > 0 ->
     if
     :: atomic { state[i] == awake -> state[i] = notified; ok = true }
     :: atomic { else -> ok = false }
     fi;
     if :: ok -> post_wakeup(i) :: else -> wake_myself(i) fi
  :: else -> rest(i)
  fi;
#if BROKEN != 8
  if :: j != i && queue[j] > 0 -> wake(j, ok) :: else fi;
#endif
  ok = false
}

proctype worker(byte i) {
  byte k, n, s, seen, j, home;
  bool ok, found, mine;
  home = place[i];
  enter(home);
  do
  :: phase == leaving -> break
  :: else ->
     rest(i);
     do
     :: stopped[home] -> break
     :: atomic { !stopped[home] && wakeups[i] > 0 -> wakeups[i]--; j = i; executing[home]++ };
        on_wakeup(i, j); handler_done(home)
#if PLACE == 0
     :: atomic { i < 2 && !stopped[home] && wakeups[1 - i] > 0 ->
          j = 1 - i; wakeups[j]--; executing[home]++ };
        on_wakeup(i, j); handler_done(home)
#endif
     :: atomic { !stopped[home] && io[home] > 0 -> io[home]--; executing[home]++ };
        // A completion by way of an executor that tracks work.
        become_busy(i); program(i); busy[i] = false;
        d_step { outstanding--; completed++ }; look(); handler_done(home)
     :: atomic { !stopped[home] && base[home] > 0 && (!HOLD || base[home] > 1 || completed > 0) ->
          base[home]--; executing[home]++ };
        // A handler that executors do not see: the worker stays parked.
        if
        :: !HOLD || completed > 0 -> skip
        :: atomic { pushes > 0 && (!HOLD || completed > 0) -> pushes-- }; push(i)
        :: atomic { ios > 0 -> ios--; outstanding++ };
#if BROKEN != 9
           resume_session();
#endif
           io[place[W - 1]]++
        :: atomic { ios > 0 -> ios-- };
           // dispatch() to an executor, and start it there.
           become_busy(i); outstanding++; io[place[W - 1]]++; busy[i] = false; look()
        fi;
        handler_done(home)
     od;
     if
     :: stopped[home] && phase != leaving ->
        // session::come_out()
        atomic { !locked -> locked = true; leave(home) };
        do
        :: phase == asking && stopped[home] ->
           out++;
           if
           :: out == W -> conclude()
           :: else ->
              unlock();
              atomic { !locked && (phase != asking || !stopped[home]) -> locked = true }
           fi;
           out--
        :: else -> break
        od;
        unlock();
        enter(home)
     :: else
     fi
  od;
  atomic { !locked -> leave(home) }
}

// A thread that is none of the workers. It holds a work guard from before run() on, and posts.
proctype poster() {
  byte k, n, s, seen, left;
  bool ok;
  left = POSTS;
  do
  :: left > 0 ->
     left--;
     injector++;
     if :: phase == asking -> resume() :: else fi;
#if BROKEN != 10
     if :: phase != leaving -> wake_for_work() :: else fi
#endif
  :: else -> break
  od;
#if !LATE
  // The guard goes.
  if
  :: atomic { outstanding > 1 -> outstanding-- }
  :: atomic { outstanding <= 1 && !locked -> locked = true };
     outstanding--;
#if BROKEN != 11
     ask_locked();
#endif
     unlock()
  fi
#endif
}

proctype stopper() {
  byte s;
  lock();
  d_step {
    stop_called = true;
    phase = leaving;
    for (s in stopped) { stopped[s] = true }
  }
  unlock()
}

init {
  byte i;
  atomic {
    for (i : 0 .. W - 1) { place[i] = i; guard[i] = true }
#if W > 1
    place[1] = PLACE;
#endif
    base[0] = BASES;
    injector = TASKS;  // posted before run()
    for (i : 0 .. W - 1) { run worker(i) }
    run poster();
#if STOPS
    run stopper();
#endif
  }
  // All workers have returned.
  (_nr_pr == 1);
  assert(stop_called || LATE || (no_work && base[0] == 0 && searcher == NONE))
}
