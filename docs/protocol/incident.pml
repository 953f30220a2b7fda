/* The incident protocol, for the model checker spin. README.md says what it covers, and how to run it.
 *
 * One alarm key, its head item, two cells. One atomic block is one call: a conditional write together with the read that
 * it depends on (it succeeds only if nothing came in between), an SMS, a start. Between two of them anything may happen.
 * Revisions are not counted: a write makes out of date what the drivers have decided, so a run may be endless.
 * Bare: safety. Any number of faults; time passes whenever it likes, so each delay and each stopped cell is among the runs.
 * -DLIVE=n: liveness. At most n faults; time passes only when nobody has anything left to do.
 *   -DSCENE=quiet: nobody answers, and the source says no more; -DSCENE=poison: and each driver dies when it reads the
 *   incident; -DSCENE=poisonedAct: and each driver's function dies between its claim and its page.
 * -DBREAK=<one of the rules below>: the protocol without that rule. The checker has to find what goes wrong.
 */
#ifdef LIVE
#define LIVENESS 1
#define FAULT(possible) d_step { (possible) && faults > 0; faults-- }     /* one fault of the budget strikes here */
#define DUE due
#define EPOCHS 6                              /* how far takeovers are looked at, 7 at most */
#define DRIVERS 4                             /* executions at a time, superseded ones included */
#else
#define LIVE 0
#define LIVENESS 0
#define FAULT(possible) (possible)
#define DUE overdue                           /* time may pass at once */
#define EPOCHS 2
#define DRIVERS 2
#endif
#ifndef SCENE
#define SCENE 0
#endif
#ifndef BREAK
#define BREAK 0
#endif
mtype = { quiet, poison, poisonedAct };
mtype = { createWithoutTime, joinWithoutLook, repeatWithoutLook, reopenOverFlight, resolveWithoutDeadline, claimWithoutEpoch,
  claimWithoutGeneration, claimWithoutFlight, writeIdOfTurn, awaitWithoutRevision, recordOverAnswer, recordOverFlight,
  endWithoutLook, answerWithEpoch, answerTwice, takeoverSameEpoch, oneGuardian, flightWithoutEnd, actWithoutCount };
#define broken(rule) (BREAK == rule)

mtype = { none, held, escalating, acknowledged, resolved };               /* status */
mtype = { noDeadline, later, due, overdue };                              /* deadline; due: set to now, 3 s not over */
mtype = { pagePrimary, pageSecondary, await, tell, reopen, end };         /* turn; 0: out of date */
#define F1 1                                  /* events by their time: the alarm, */
#define R 2                                   /* its `resolved`, */
#define F2 3                                  /* and the same alarm firing again; from both cells, in any order */
typedef Head {
  mtype status, deadline; byte generation, epoch, last, attempt, token, answered;
  byte bare, begun;                           /* without a page recorded: takeovers, pages begun, in a row */
  bool waits, told, declined, old             /* waits: for an answer, or taken until; old: resolved 10 minutes ago */
};
typedef Execution { bool busy, cell, alone; byte generation, epoch; mtype turn };
Head h;
Execution x[DRIVERS];
byte window, woken, ring = 255 * LIVENESS;    /* a bit a driver: its clock says that it may act; token used; time is out */
bool stored, accepted;                        /* F2: lies as an item beside the head; answered 2xx */
byte newest, names, faults = LIVE;
bool unread, taken, handed, bare, up[2] = true;                          /* what the properties look at */
#define bit(n) (1 << (n))
#define my x[d]
#define me bit(d)
#define open (h.status != none && h.status != resolved)
#define inFlight (h.attempt && !broken(claimWithoutFlight))               /* before its deadline, and without an outcome */
#define newGeneration (h.generation != my.generation && !broken(claimWithoutGeneration))
#define superseded (newGeneration || h.epoch != my.epoch && !broken(claimWithoutEpoch))

/* What all writes to the head have in common: a new revision, and the invariants. */
inline wrote() {
  d_step {
    for (i : 0 .. DRIVERS - 1) { x[i].turn = (x[i].turn == await && broken(awaitWithoutRevision) -> await : 0) }
    i = 0;
    assert(h.status == held || h.status == escalating || h.status == acknowledged || h.status == resolved);
    assert(h.status == resolved || h.deadline != noDeadline);             /* P2, P5: a guardian watches what is open */
    assert(taken == (h.status == acknowledged))                           /* P4: only a person takes it, and keeps it */
  }
}
inline kept() { assert(!accepted || h.last == F2 || h.status != resolved || h.deadline != noDeadline) }    /* P1 */

/* StartExecution, named id-epoch: in the own region, else in the other; it may get lost, or happen in both. */
inline named() { d_step { assert(!(names & bit(h.epoch))); names = names | bit(h.epoch) } }     /* no name for two starts */
inline run1(where, self) {
  d_step {
    for (i : 0 .. DRIVERS - 1) {
      if
      :: x[i].busy -> assert(!LIVENESS || i < DRIVERS - 1)                /* none is free: as if lost */
      :: else ->
         x[i].busy = true; x[i].cell = LIVENESS && where; x[i].alone = LIVENESS && self;
         x[i].generation = h.generation; x[i].epoch = h.epoch; break
      fi
    }
    i = 0
  }
}
inline start(where) {
  named();
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
     h.generation++; h.epoch = 1; h.attempt = 0; window = 0; h.token = 0; h.answered = 0; h.bare = 0; h.begun = 0; names = 0;
     escalate(event);
     if :: h.status = escalating :: h.status = held; h.waits = true fi;
     wrote(); start(cell)
  :: event != R && h.status == resolved && !h.old && event > h.last ->
     escalate(event); h.status = escalating; h.epoch++; unread = true;
     h.attempt = (broken(reopenOverFlight) -> 0 : h.attempt); wrote(); start(cell)
  :: event == R && open && event > h.last ->
     h.status = resolved; h.deadline = (broken(resolveWithoutDeadline) -> noDeadline : DUE); unread = true; taken = false;
     h.last = event; h.waits = false; h.declined = false; wrote(); kept()
  :: else
  fi
}
inline replied() {                            /* 2xx; or none, and it comes again; bare: any event, for ever */
  if
  :: LIVENESS -> goto silent
  :: LIVENESS && next -> event = next; next = 0; goto again
  :: FAULT(LIVENESS); goto again
  :: !LIVENESS -> event = 0; goto again
  fi
}
proctype intake(bool cell; byte event, next) {
  byte i;
again:
  atomic { up[cell];
    if :: LIVENESS :: !LIVENESS -> event = F1 :: !LIVENESS -> event = R :: !LIVENESS -> event = F2 fi;
    if :: event == F2 && stored && broken(repeatWithoutLook) -> accepted = true; kept(); replied() :: else -> create() fi;
    if :: event == F2 && h.last < F2 -> skip :: else -> replied() fi      /* that F1 and R are stored interests nobody */
  };
  atomic { up[cell]; stored = true };
  atomic { up[cell]; if :: broken(joinWithoutLook) :: else -> create() fi; accepted = true; kept(); replied() };
silent: skip
}

/* An answer, asked for or not. Not fenced by the epoch; each message counts once; then it wakes who waits. */
proctype answer(bool cell; mtype word; byte message) {
  byte generation, token, i;
endUnsaid:
  atomic { up[cell]; h.generation;
    if :: generation = 1 :: generation = h.generation fi;                 /* whose page it answers, however late */
    if
    :: h.generation != generation || h.status == resolved                 /* told that it is over */
    :: else ->
       if
       :: h.answered & message && !broken(answerTwice) || h.epoch > 1 && broken(answerWithEpoch)
       :: else ->
          assert(!(h.answered & message));
          h.answered = h.answered | message; h.deadline = DUE; unread = true;
          taken = (word == acknowledged); h.waits = taken; h.declined = h.declined || !taken; h.status = word; wrote()
       fi;
       assert(h.answered & message)           /* no answer gets lost */
    fi;
    generation = 0;
    if :: LIVENESS -> token = h.token :: else -> goto endUnsaid fi        /* bare: for ever; a wait ends at any time */
  };
  atomic { up[cell]; if :: woken = woken | token :: FAULT(true) fi };     /* wake */
  if :: true :: FAULT(true); goto endUnsaid fi
}

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
       :: !open && h.told -> my.turn = (stored && h.last < F2 && !broken(endWithoutLook) -> reopen : end)
       fi
    fi
  }
}
/* The window closes: the attempt is over for everybody, whether it has an outcome or not. */
inline over(who) { d_step { h.attempt = (broken(flightWithoutEnd) -> h.attempt : h.attempt & ~(who)); window = window & ~(who) } }

/* Between two calls of a driver: its function dies and is called again; or the execution dies; or the cell stops. */
inline strike() {
  handed = false;
  if
  :: true
  :: FAULT(true); my.turn = 0; doing = 0; goto claim
  :: FAULT(LIVENESS); goto done
  :: FAULT(LIVENESS && up[1 - my.cell]); up[my.cell] = false
  fi
}

/* An execution; or a guardian that carries the step out itself (alone), and waits for nobody. */
proctype driver(byte d) {
  mtype doing;
  byte i;
endIdle:
  my.busy;
claim:
  atomic { up[my.cell];
    if :: superseded || SCENE == poison -> goto done :: else fi;
    if
    :: my.turn -> doing = my.turn
    :: !my.turn && broken(writeIdOfTurn) && inFlight -> doing = pagePrimary                 /* "that was me" */
    :: else -> decide(); goto claim           /* the failed condition shows the item */
    fi;
    assert(h.generation == my.generation && h.epoch == my.epoch);         /* fencing: no claim by an old epoch */
    if
    :: doing == await ->
       assert(!unread);                       /* nobody goes to sleep over something that was not read */
       h.deadline = later; h.token = (my.alone || !LIVENESS -> 0 : me); ring = ring & ~me
    :: doing == reopen -> escalate(F2); h.status = escalating; h.epoch++; wrote(); start(my.cell); goto done
    :: doing == end -> assert(!open); h.deadline = noDeadline; wrote(); kept(); goto done
    :: else ->
       assert(!window);                       /* fencing: nobody else may act now */
       assert((doing == tell) == !open && (doing == tell || !h.waits));   /* after an answer or the end, nothing is */
       assert(doing != pagePrimary || !h.declined);                       /* begun but what it asks for */
       h.deadline = later; h.attempt = me; window = window | me;
       if :: doing != tell -> h.status = escalating; taken = false :: else fi;
       h.begun = (SCENE == poisonedAct && !broken(actWithoutCount) -> h.begun + 1 : 0);   /* there alone, to save states */
       if :: h.begun == 3 -> bare = true; h.begun = 0 :: else fi
    fi;
    wrote();
    if :: doing == await && my.alone -> goto done :: else -> strike() fi;
    if :: doing != await && SCENE == poisonedAct -> doing = 0; goto claim :: else fi
  };
  if
  :: doing == await ->
     atomic { up[my.cell] && (woken & me || ring & me || !LIVENESS);
       woken = woken & ~me; ring = ring | me * LIVENESS; doing = 0; strike(); goto claim
     }
  :: else
  fi;
  atomic { up[my.cell];                       /* act, if there is time left and nobody refuses */
    if
    :: window & me -> handed = LIVENESS && doing != tell
    :: FAULT(window & me); doing = 0
    :: !(window & me) -> doing = 0
    fi;
    over(me);
#if LIVENESS
  };
  atomic { true;                              /* so that the page is seen before it is forgotten */
#endif
    strike()
  };
  atomic { up[my.cell];                       /* record: the outcome is laid over the item as it is now */
    if :: superseded -> goto done :: else fi;
    h.attempt = (broken(recordOverFlight) -> 0 : h.attempt & ~me);
    if
    :: doing == tell && !open -> h.told = true
    :: doing == pagePrimary || doing == pageSecondary ->
       h.bare = 0; h.begun = 0;
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
    doing = 0; woken = woken & ~me;
    my.turn = 0; my.busy = false; my.alone = false; my.cell = 0; my.generation = 0; my.epoch = 0; goto endIdle
  }
}

/* A guardian of either cell takes over what is overdue. */
proctype guardian(bool cell) {
  byte i;
endOfSweep:
  atomic { up[cell] && h.deadline == overdue && h.epoch < EPOCHS;
    h.bare = (LIVENESS && open && !h.waits -> h.bare + 1 : 0);
    if :: h.bare == 2 -> bare = true; h.bare = 0 :: else fi;
    h.epoch = h.epoch + !broken(takeoverSameEpoch);
    h.deadline = later; unread = false; wrote();
    if :: start(cell) :: FAULT(true); named(); run1(cell, true) fi;
    goto endOfSweep
  }
}

proctype clock() {
endOfTime:
  do
  :: atomic { LIVENESS && timeout;
       if :: true :: up[0] = true; up[1] = true fi;                       /* a stopped cell comes back, some time or never */
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
  :: d_step { !LIVENESS && window -> over(window) }
  :: d_step { !LIVENESS && h.waits -> h.waits = false }
  :: d_step { !LIVENESS && h.deadline == later && !inFlight && h.epoch < EPOCHS -> h.deadline = overdue }
  :: d_step { !LIVENESS && h.status == resolved && !window && !h.old && (h.last < F2 || BREAK) -> h.old = true }
  od
}

init {
  byte d;
  atomic {
    h.status = none; h.deadline = noDeadline;
    for (d : 0 .. DRIVERS - 1) { run driver(d) }
    d = 0;
    run clock(); run guardian(0);
    if :: broken(oneGuardian) :: else -> run guardian(1) fi;
    run intake(0, F1, (SCENE -> 0 : R));
    if :: SCENE :: else -> run intake(1, F2, 0); run answer(0, acknowledged, 1); run answer(1, escalating, 2) fi
  }
}

#if LIVENESS
#define paged_bare (bare && (SCENE == poison || SCENE == poisonedAct))
ltl again { [] (open -> <> (handed || paged_bare || h.status == acknowledged || !open)) }     /* P1, P5 */
ltl ends { [] (h.status == resolved -> <> (h.deadline == noDeadline || open)) }
#endif
