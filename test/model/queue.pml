// The run queue: src/core/run_queue.hpp, whose names are used here.
//
// The owner does what it likes, up to OPS times: it pushes one of TASKS tasks, behind the others or
// before them (FIRSTS), pops, or takes a task out wherever it stands (TAKES). Two thieves steal up
// to STEALS times each. At last the owner pops what is left. Each load, store and exchange of a
// word that several threads use is one step. What is checked: each task that was pushed comes out,
// and comes out once; in the order of the pushes, for the owner, unless FIRSTS or TAKES.
//
// Left out: the orders (orders.py has them), numbers that wrap, what the thief pushes elsewhere.
// The rings have 2, 4 and 8 slots, so that the queue grows while others are at it.
//
// BROKEN=n changes one part. Spin must find an error then (queue.py).

#ifndef BROKEN
#define BROKEN 0
#endif
#ifndef OPS
#define OPS 5
#endif
#ifndef TASKS
#define TASKS 3
#endif
#ifndef STEALS
#define STEALS 1
#endif
#ifndef FIRSTS
#define FIRSTS 0
#endif
#ifndef TAKES
#define TAKES 0
#endif

#define START 8                        // pushes before the others come before it
#define MARK 255                       // taken()

#define capacity(r) (2 << (r))
#define at(r, i) slot[capacity(r) - 2 + ((i) & (capacity(r) - 1))]

mtype = { outside, queued, came_out };

// ---- The queue ----

byte stolen = START;                   // these two are one word, head_
byte front = START;
byte tail = START;
byte ring;                             // ring_
byte slot[14];                         // of all rings; 0 is empty

// ---- What is checked ----

mtype state[TASKS + 1] = outside;
byte thieves_gone;

inline come_out(t) {
  assert(t != MARK);
  assert(state[t] == queued);
  state[t] = came_out
}

inline load_head() { atomic { hs = stolen; hf = front } }

// ---- The owner ----

byte filled = START;
byte my;                               // slots_ and mask_
byte position[TASKS + 1];
byte pushed;
byte behind, got, i, ops, last;
bool done;

inline grow() {
  i = hs;
  do
  :: i != tail -> at(my + 1, i) = at(my, i); i++
  :: i == tail -> break
  od;
#if BROKEN == 5
  my++                                 // thieves keep the old ring
#else
  atomic { my++; ring = my }
#endif
}

inline refill(t) {
  atomic {
    hf = front;
    done = false;
#if BROKEN != 9
    if :: filled < hf -> filled = hf :: else fi
#endif
  };
  if
  :: filled == tail -> skip
  :: filled != tail ->
     position[t] = filled;
     atomic {
       if
#if BROKEN == 6
       :: at(my, filled) == 0 || at(my, filled) == MARK ->
#else
       :: at(my, filled) == 0 ->
#endif
          at(my, filled) = t; state[t] = queued; filled++; done = true
       :: else
       fi
     }
  fi
}

inline push_last(t) {
  load_head();
  if
#if BROKEN == 4
  :: tail - hs > capacity(my) -> grow()
  :: tail - hs <= capacity(my)
#else
  :: tail - hs > capacity(my) - 1 -> grow()
  :: tail - hs <= capacity(my) - 1
#endif
  fi;
  atomic { position[t] = tail; at(my, tail) = t; state[t] = queued };
  atomic { tail++; filled = tail }
}

inline push(t) {
  done = false;
  if
  :: filled != tail -> refill(t)
  :: filled == tail
  fi;
  if
  :: done
  :: !done -> filled = tail; push_last(t)
  fi
}

inline push_first(t) {
  load_head();
  if                                   // reserve()
  :: tail - hs > capacity(my) - 1 -> grow()
  :: tail - hs <= capacity(my) - 1
  fi;
  load_head();
  done = false;
  if
#if BROKEN == 8
  :: true ->
#else
  :: hs == hf ->
#endif
     atomic {
       if :: filled < hf -> filled = hf :: else fi;
       position[t] = hf - 1;
       state[t] = queued;
       at(my, hf - 1) = t
     };
     atomic {
       if
#if BROKEN == 8
       :: stolen == hs && front == hf ->
          if :: hs == hf -> stolen = hf - 1 :: else fi;
          front = hf - 1; done = true
#else
       :: stolen == hs && front == hf -> stolen = hf - 1; front = hf - 1; done = true
#endif
       :: else
       fi
     }
#if BROKEN != 8
  :: hs != hf
#endif
  fi;
  if
  :: done
  :: !done -> push(t)
  fi
}

inline pop() {
  load_head();
  done = false;
  do
  :: !done && hf == tail -> got = 0; break
  :: !done && hf != tail ->
     behind = hf;
     got = 0;
     do
     :: got == 0 && behind != tail -> atomic { got = at(my, behind); behind++ }
     :: else -> break
     od;
     atomic {
       if
       :: stolen == hs && front == hf ->
          front = behind;
#if BROKEN == 3
          stolen = behind;
#else
          if :: hs == hf -> stolen = behind :: else fi;
#endif
          done = true;
          if
          :: got != 0 ->
             come_out(got);
             assert(FIRSTS || TAKES || got > last);
             last = got
          :: else
          fi
       :: else -> hs = stolen; hf = front
       fi
     }
  :: done -> break
  od
}

inline take(t) {
  hf = front;
  if
#if BROKEN == 1
  :: true ->
#else
  :: position[t] >= hf && position[t] < tail ->
#endif
     atomic {
       if
       :: at(my, position[t]) == t -> at(my, position[t]) = 0; come_out(t); done = true
       :: else -> done = false
       fi
     };
     if
     :: done && position[t] + 1 == filled ->
        filled = position[t];
        do
        :: filled != hf && at(my, filled - 1) == 0 -> filled--
        :: else -> break
        od
     :: else
     fi
#if BROKEN != 1
  :: else
#endif
  fi
}

active proctype owner() {
  byte hs, hf, t;
  do
  :: ops < OPS ->
     ops++;
     if
     :: pushed < TASKS -> pushed++; push(pushed)
     :: FIRSTS && pushed < TASKS -> pushed++; push_first(pushed)
     :: pushed > 0 -> pop()
     :: TAKES && pushed > 0 ->
        t = 1;
        do
        :: t < pushed -> t++
        :: break
        od;
        take(t)
     fi
  :: true -> break
  od;
  thieves_gone == 2;
  do
  :: pop();
     if
     :: front == tail -> break
     :: else
     fi
  od;
  t = 0;
  do
  :: t < pushed -> t++; assert(state[t] == came_out)
  :: else -> break
  od
}

// ---- A thief ----

active [2] proctype thief() {
  byte hs, hf, end, n, r, k, t, tries;
  do
  :: tries < STEALS ->
     tries++;
     load_head();
     do
#if BROKEN == 2
     :: true ->
#else
     :: hs != hf -> break
     :: hs == hf ->
#endif
        end = tail;
        n = (end - hf) - (end - hf) / 2;
        if
        :: n == 0 -> break
        :: n > 0
        fi;
#if BROKEN == 7
        r = ring;
#endif
        atomic {
          if
          :: stolen == hs && front == hf -> stolen = hf; front = hf + n
          :: else -> hs = stolen; hf = front; n = 0
          fi
        };
        if
        :: n == 0
        :: n > 0 ->
#if BROKEN != 7
           r = ring;
#endif
           k = 0;
           do
           :: k < n ->
              atomic {
                t = at(r, hf + k);
#if BROKEN != 10
                at(r, hf + k) = MARK;
#endif
                if :: t != 0 -> come_out(t) :: else fi;
                k++;
                t = 0
              }
           :: k == n -> break
           od;
#if BROKEN == 11
           atomic { stolen = hf + n; front = hf + n }
#else
           stolen = front
#endif
           ;
           break
        fi
     od;
     atomic { hs = 0; hf = 0; end = 0; n = 0; r = 0; k = 0 }
  :: tries == STEALS -> break
  od;
  thieves_gone++
}
