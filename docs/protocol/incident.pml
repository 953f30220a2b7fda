/* The incident protocol, for the model checker spin. README.md says what it covers, and how to run it.
 *
 * One alarm key, its head item, two cells. One atomic block is one call (a conditional write with the read that it
 * depends on, an SMS, a start of an execution): between any two of them anybody else may go on, and a fault may strike.
 * Revisions are not counted: a set of bits tells which drivers have seen the latest one, so runs may be endless.
 *
 * Bare: safety. Any number of faults; time passes whenever it likes, so every delay and every stopped cell is a run.
 * -DLIVE -DFAULTS=n: liveness. At most n faults; time passes only when nobody has anything left to do.
 * -DBREAK=<a name of the list below>: the protocol with one rule broken, which must be found.
 */
#ifdef LIVE
#define FAULT(possible) d_step { (possible) && faults > 0; faults-- }     /* one fault of the budget strikes here */
#define RINGS (ring & me)                     /* the time-out of this wait */
#define EVENT true
#define ANSWERED if :: goto silent :: FAULT(true); goto again :: next -> event = next; next = 0; goto again fi
#define EPOCHS 6                              /* epochs of a generation that are looked at, 8 at most */
#define DRIVERS 4                             /* executions at a time, doubled starts included, 8 at most */
#define DUE due
#define LIVENESS 1
#else
#define FAULT(possible) (possible)
#define RINGS true
#define EVENT if :: event = F1 :: event = R :: event = F2 fi
#define ANSWERED event = 0; goto again
#ifndef EPOCHS
#define EPOCHS 2
#endif
#ifndef DRIVERS
#define DRIVERS 2
#endif
#define DUE overdue
#define LIVENESS 0
#endif
#ifndef FAULTS
#define FAULTS 1
#endif
#ifndef BREAK
#define BREAK 0
#endif
#define claimWithoutEpoch 1
#define claimWithoutGeneration 2
#define claimWithoutFlight 3                  /* an attempt in flight is not respected */
#define awaitWithoutRevision 4
#define answerWithEpoch 5
#define answerTwice 6                         /* a message that is delivered again counts again */
#define takeoverSameEpoch 7
#define joinWithoutLook 8
#define endWithoutLook 9
#define createWithoutTime 10                  /* a late repetition opens a new generation */
#define recordOverAnswer 11                   /* the outcome is written over what came in between */
#define oneGuardian 12
#define flightWithoutEnd 13                   /* an attempt in flight is respected for ever */
#define broken(rule) (BREAK == rule)

mtype = { none, held, escalating, acknowledged, resolved };               /* status */
mtype = { noDeadline, later, due, overdue };                              /* deadline; due: set to now, 3 s not over */
mtype = { pagePrimary, pageSecondary, await, tell, reopen, end };         /* turn */
#define F1 1                                  /* events by their time: the alarm, which goes to both cells, */
#define R 2                                   /* its `resolved`, */
#define F2 3                                  /* and the same alarm firing again; in any order, again and again */
#define bit(x) (1 << (x))
#define open (h.status != none && h.status != resolved)
#define inFlight (h.attempt && !broken(claimWithoutFlight))
#define mine ((h.generation == my.generation || broken(claimWithoutGeneration)) && (h.epoch == my.epoch || broken(claimWithoutEpoch)))
#define unheard (h.last < F2 && stored)       /* a newer firing lies beside the head */

typedef Head {
  mtype status, deadline;
  byte generation, epoch, last, attempt, token, answered, bare;           /* bare: takeovers in a row without a page */
  bool waits, told, declined, old                                         /* waits: until is not over; old: > 10 min */
};
typedef Execution { bool free = true; bool cell, alone; byte generation, epoch; mtype turn };     /* turn: 0 if out of date */
Head h;
Execution x[DRIVERS];
byte window, woken, ring = 255;              /* a bit a driver; window: its clock says that it may act */
byte newest, pagedEpoch, faults = FAULTS;
byte names;
bool stored, accepted;                        /* F2, as an item beside the head; F2, with a 2xx */
bool unread, taken, handed, blunt, up[2] = true;

/* What all writes to the head have in common: a new revision, which nobody else has seen. */
inline wrote() {
  d_step {
    i = 0;
    do
    :: i < DRIVERS && !(x[i].turn == await && broken(awaitWithoutRevision)) -> x[i].turn = 0; i++
    :: i < DRIVERS && x[i].turn == await && broken(awaitWithoutRevision) -> i++
    :: i == DRIVERS -> break
    od;
    i = 0;
    assert(h.status == held || h.status == escalating || h.status == acknowledged || h.status == resolved);
    assert(h.status == resolved || h.deadline != noDeadline);             /* P2, P5: conservation */
    assert(taken == (h.status == acknowledged))                           /* P4: only a person takes it */
  }
}
inline kept() { assert(!accepted || h.last == F2 || h.status != resolved || h.deadline != noDeadline) }

/* StartExecution, named generation-epoch: own region, else the other; may get lost, or happen in both. */
inline name() {
  d_step {
    assert(!(names & bit(h.epoch)));               /* no name twice for a different start */
    names = names | bit(h.epoch)
  }
}
inline run1(where, self) {
  d_step {
    i = 0;
    do
    :: i < DRIVERS && !x[i].free -> i++
    :: i < DRIVERS && x[i].free ->
       x[i].free = false; x[i].cell = LIVENESS && where; x[i].alone = LIVENESS && self; x[i].generation = h.generation; x[i].epoch = h.epoch;
       break
    :: i == DRIVERS -> assert(!LIVENESS); break                           /* as if lost */
    od;
    i = 0
  }
}
inline start(where) {
  name();
  if
  :: run1(where, false)
  :: FAULT(true); run1(1 - where, false)
  :: FAULT(true); run1(where, false); run1(1 - where, false)
  :: FAULT(true)
  fi
}

inline escalate(firing) {
  d_step {
    assert(firing > newest); newest = firing;                             /* P7: no event opens a second incident */
    h.last = firing; h.deadline = later; h.waits = false; h.told = false; h.declined = false; h.old = false; taken = false
  }
}

/* Intake: one look at the head, with the conditional write that may follow from it. */
inline create() {
  if
  :: event != R && (h.status == none || h.status == resolved && h.old && (event > h.last || broken(createWithoutTime))) ->
     h.generation++; h.epoch = 1; h.attempt = 0; window = 0; h.token = 0; h.answered = 0; h.bare = 0; names = 0;
     escalate(event);
     if :: h.status = escalating :: h.status = held; h.waits = true fi;
     wrote(); start(cell)
  :: event != R && h.status == resolved && !h.old && event > h.last ->
     escalate(event); h.status = escalating; h.epoch++; unread = true; wrote(); start(cell)
  :: event == R && open && event > h.last ->
     h.status = resolved; taken = false; h.last = event; h.deadline = DUE; h.waits = false; h.declined = false; unread = true; wrote()
  :: else
  fi
}

proctype intake(bool cell; byte event, next) {
  byte i;
again:
  atomic { up[cell]; EVENT; create(); if :: event == F2 && h.last < F2 :: else -> ANSWERED fi };
  atomic { up[cell]; stored = true };
  atomic { up[cell]; if :: !broken(joinWithoutLook) -> create() :: else fi; accepted = true; kept(); ANSWERED };
silent: skip
}

/* A person's answer to a page. Not fenced by the epoch; each message counts once; then the execution is woken. */
proctype answer(bool cell; mtype word; byte message) {
  byte generation, token, i;
endUnasked:
  atomic { up[cell]; h.generation;
    if :: generation = h.generation :: generation = 1 fi;                 /* whose page it answers, however late */
    if
    :: h.generation != generation || h.status == resolved                 /* told that it is over */
    :: else ->
       if
       :: !(h.answered & message) && !(broken(answerWithEpoch) && h.epoch != pagedEpoch) || broken(answerTwice) ->
          assert(!(h.answered & message));
          h.answered = h.answered | message; h.deadline = DUE; unread = true;
          if
          :: word == acknowledged -> h.status = acknowledged; taken = true; h.waits = true
          :: else -> h.status = escalating; taken = false; h.waits = false; h.declined = true
          fi;
          wrote()
       :: else
       fi;
       assert(h.answered & message)           /* no answer gets lost */
    fi;
    generation = 0;
    if :: LIVENESS -> token = h.token :: else -> goto endUnasked fi       /* delivered again and again */
  };
  atomic { up[cell]; if :: woken = woken | token :: FAULT(true) fi };           /* wake */
  if :: true :: FAULT(true); goto endUnasked fi     /* delivered again, or died before its end */
}

#define my x[d]
#define me bit(d)

/* What the domain decides from the item that a driver has just read. */
inline decide() {
  d_step {
    unread = false;
    if
    :: inFlight -> my.turn = await
    :: else ->
       if
       :: open && h.waits -> my.turn = await
       :: open && !h.waits -> my.turn = (h.declined -> pageSecondary : pagePrimary)
       :: !open && !h.told -> my.turn = tell
       :: !open && h.told -> my.turn = (unheard && !broken(endWithoutLook) -> reopen : end)
       fi
    fi
  }
}

/* A window closes: the attempt is over for everybody, whether there is an outcome or not. */
inline over(who) { h.attempt = (broken(flightWithoutEnd) -> h.attempt : h.attempt & ~who); window = window & ~who }

/* A fault between two calls of a driver: its function dies and the execution calls it again, or the whole of it is gone. */
inline strike() {
  handed = false;
  if
  :: true
  :: FAULT(true); my.turn = 0; doing = 0; goto claim
#ifdef LIVE
  :: FAULT(true); goto done
  :: FAULT(up[1 - my.cell]); up[my.cell] = false
#endif
  fi
}

/* An execution; or the guardian itself (alone), which waits for nobody. */
proctype driver(byte d) {
  mtype doing;
  byte i;
endIdle:
  !my.free;
claim:
  atomic { up[my.cell];
    if :: !mine -> goto done :: else fi;      /* superseded */
    if
    :: my.turn -> doing = my.turn
    :: else -> decide(); goto claim           /* the failed condition shows the item */
    fi;
    assert(h.generation == my.generation && h.epoch == my.epoch);               /* fencing */
    if
    :: doing == await ->
       assert(!unread);                       /* nobody goes to sleep over something that was not read */
       h.token = (my.alone || !LIVENESS -> 0 : me); h.deadline = later; ring = ring & ~me
    :: doing == reopen -> escalate(F2); h.status = escalating; h.epoch++; h.deadline = later; start(my.cell)
    :: doing == end -> assert(h.status == resolved); h.deadline = noDeadline; kept()
    :: else ->
       assert(!window);                       /* nobody else may act */
       assert((doing == tell) == (h.status == resolved) && (doing == tell || !h.waits));
       assert(doing != pagePrimary || !h.declined);                        /* after an answer: only what was in flight */
       h.attempt = me; window = window | me; h.deadline = later;
       if :: doing != tell -> h.status = escalating; taken = false :: else fi
    fi;
    wrote();
    if :: doing == end || doing == reopen || doing == await && my.alone -> goto done :: else fi;
    strike()
  };
  if
  :: doing == await -> atomic { up[my.cell] && (woken & me || RINGS) -> woken = woken & ~me; ring = ring | me * LIVENESS; doing = 0; strike(); goto claim }
  :: else
  fi;
  atomic { up[my.cell];                          /* act, if there is time left */
    if
    :: window & me -> if :: doing != tell -> handed = LIVENESS; pagedEpoch = (broken(answerWithEpoch) -> my.epoch : 0) :: else fi
    :: FAULT(window & me); doing = 0        /* refused */
    :: !(window & me) -> doing = 0
    fi;
    over(me);
#ifdef LIVE
  };
  atomic {
#endif
    strike()
  };
  atomic { up[my.cell];                          /* record */
    if :: !mine -> goto done :: else fi;
    h.attempt = h.attempt & ~me;
    if
    :: doing == tell && !open -> h.told = true
    :: doing == pagePrimary || doing == pageSecondary ->
       h.bare = 0;
       if
       :: broken(recordOverAnswer) -> h.status = escalating; h.waits = true
       :: h.status == escalating && !(doing == pagePrimary && h.declined) -> h.waits = true
       :: else
       fi
    :: else
    fi;
    h.deadline = later; doing = 0; wrote(); decide(); strike(); goto claim
  };
done:
  atomic {
    woken = woken & ~me; doing = 0; my.turn = 0;
    my.free = true; my.alone = false; my.cell = 0; my.generation = 0; my.epoch = 0; goto endIdle
  }
}

/* A guardian of either cell takes over what is overdue. */
proctype guardian(bool cell) {
  byte i;
endOfSweep:
  do
  :: atomic { up[cell] && h.deadline == overdue && h.epoch < EPOCHS ->
       h.bare = (LIVENESS && open && !h.waits -> h.bare + 1 : 0);
       if :: h.bare == 2 -> blunt = true; h.bare = 0 :: else fi;
       if :: !broken(takeoverSameEpoch) -> h.epoch++ :: else fi;
       h.deadline = later; unread = false; wrote();
       if :: start(cell) :: FAULT(true); name(); run1(cell, true) fi
     }
  od
}

proctype clock() {
endOfTime:
  do
#ifdef LIVE
  :: atomic { timeout ->
       if :: up[0] = true; up[1] = true :: true fi;
       if
       :: h.deadline == due -> h.deadline = overdue
       :: else ->
          ring = 255;
          if
          :: window -> over(window)
          :: !window && h.waits -> h.waits = false
          :: !window && !h.waits && h.deadline == later -> h.deadline = overdue
          :: else -> h.old = (h.status == resolved)
          fi
       fi
     }
#else
  :: atomic { window -> over(window) }
  :: atomic { h.waits -> h.waits = false }
    :: atomic { h.deadline == later && !inFlight && h.epoch < EPOCHS -> h.deadline = overdue }
  :: atomic { h.status == resolved && !window && !h.old && (h.last < F2 || BREAK) -> h.old = true }
#endif
  od
}

init {
  byte d;
  atomic {
    h.status = none; h.deadline = noDeadline;
    run clock(); run guardian(0);
    if :: !broken(oneGuardian) -> run guardian(1) :: else fi;
    run intake(0, F1, R); run intake(1, (LIVENESS -> F2 : F1), 0);
    run answer(0, acknowledged, 1); run answer(1, escalating, 2);
    do :: d < DRIVERS -> run driver(d); d++ :: else -> break od
  }
}

#ifdef LIVE
ltl again { [] (open -> <> (handed || h.status == acknowledged || h.status == resolved)) }
#endif
