#define rand	pan_rand
#define pthread_equal(a,b)	((a)==(b))
#if defined(HAS_CODE) && defined(VERBOSE)
	#ifdef BFS_PAR
		bfs_printf("Pr: %d Tr: %d\n", II, t->forw);
	#else
		cpu_printf("Pr: %d Tr: %d\n", II, t->forw);
	#endif
#endif
	switch (t->forw) {
	default: Uerror("bad forward move");
	case 0:	/* if without executable clauses */
		continue;
	case 1: /* generic 'goto' or 'skip' */
		IfNotBlocked
		_m = 3; goto P999;
	case 2: /* generic 'else' */
		IfNotBlocked
		if (trpt->o_pm&1) continue;
		_m = 3; goto P999;

		 /* PROC :init: */
	case 3: // STATE 1 - session.pml:524 - [i = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[3][1] = 1;
		(trpt+1)->bup.oval = ((int)((P3 *)_this)->i);
		((P3 *)_this)->i = 0;
#ifdef VAR_RANGES
		logval(":init::i", ((int)((P3 *)_this)->i));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 4: // STATE 2 - session.pml:524 - [((i<=(2-1)))] (8:0:3 - 1)
		IfNotBlocked
		reached[3][2] = 1;
		if (!((((int)((P3 *)_this)->i)<=(2-1))))
			continue;
		/* merge: place[i] = i(8, 3, 8) */
		reached[3][3] = 1;
		(trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((int)now.place[ Index(((int)((P3 *)_this)->i), 2) ]);
		now.place[ Index(((P3 *)_this)->i, 2) ] = ((int)((P3 *)_this)->i);
#ifdef VAR_RANGES
		logval("place[:init::i]", ((int)now.place[ Index(((int)((P3 *)_this)->i), 2) ]));
#endif
		;
		/* merge: guard[i] = 1(8, 4, 8) */
		reached[3][4] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.guard[ Index(((int)((P3 *)_this)->i), 2) ]);
		now.guard[ Index(((P3 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("guard[:init::i]", ((int)now.guard[ Index(((int)((P3 *)_this)->i), 2) ]));
#endif
		;
		/* merge: i = (i+1)(8, 5, 8) */
		reached[3][5] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P3 *)_this)->i);
		((P3 *)_this)->i = (((int)((P3 *)_this)->i)+1);
#ifdef VAR_RANGES
		logval(":init::i", ((int)((P3 *)_this)->i));
#endif
		;
		/* merge: .(goto)(0, 9, 8) */
		reached[3][9] = 1;
		;
		_m = 3; goto P999; /* 4 */
	case 5: // STATE 11 - session.pml:525 - [place[1] = 1] (0:21:5 - 3)
		IfNotBlocked
		reached[3][11] = 1;
		(trpt+1)->bup.ovals = grab_ints(5);
		(trpt+1)->bup.ovals[0] = ((int)now.place[1]);
		now.place[1] = 1;
#ifdef VAR_RANGES
		logval("place[1]", ((int)now.place[1]));
#endif
		;
		/* merge: base[0] = 1(21, 12, 21) */
		reached[3][12] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.base[0]);
		now.base[0] = 1;
#ifdef VAR_RANGES
		logval("base[0]", ((int)now.base[0]));
#endif
		;
		/* merge: injector = 1(21, 13, 21) */
		reached[3][13] = 1;
		(trpt+1)->bup.ovals[2] = ((int)now.injector);
		now.injector = 1;
#ifdef VAR_RANGES
		logval("injector", ((int)now.injector));
#endif
		;
		/* merge: outstanding = 0(21, 14, 21) */
		reached[3][14] = 1;
		(trpt+1)->bup.ovals[3] = ((int)now.outstanding);
		now.outstanding = 0;
#ifdef VAR_RANGES
		logval("outstanding", ((int)now.outstanding));
#endif
		;
		/* merge: i = 0(21, 15, 21) */
		reached[3][15] = 1;
		(trpt+1)->bup.ovals[4] = ((int)((P3 *)_this)->i);
		((P3 *)_this)->i = 0;
#ifdef VAR_RANGES
		logval(":init::i", ((int)((P3 *)_this)->i));
#endif
		;
		/* merge: .(goto)(0, 22, 21) */
		reached[3][22] = 1;
		;
		_m = 3; goto P999; /* 5 */
	case 6: // STATE 16 - session.pml:530 - [((i<=(2-1)))] (0:0:0 - 1)
		IfNotBlocked
		reached[3][16] = 1;
		if (!((((int)((P3 *)_this)->i)<=(2-1))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 7: // STATE 17 - session.pml:530 - [(run worker(i))] (0:0:0 - 1)
		IfNotBlocked
		reached[3][17] = 1;
		if (!(addproc(II, 1, 0, ((int)((P3 *)_this)->i))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 8: // STATE 18 - session.pml:530 - [i = (i+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[3][18] = 1;
		(trpt+1)->bup.oval = ((int)((P3 *)_this)->i);
		((P3 *)_this)->i = (((int)((P3 *)_this)->i)+1);
#ifdef VAR_RANGES
		logval(":init::i", ((int)((P3 *)_this)->i));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 9: // STATE 24 - session.pml:531 - [(run poster())] (0:0:0 - 1)
		IfNotBlocked
		reached[3][24] = 1;
		if (!(addproc(II, 1, 1, 0)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 10: // STATE 26 - session.pml:537 - [((_nr_pr==1))] (0:0:0 - 1)
		IfNotBlocked
		reached[3][26] = 1;
		if (!((((int)now._nr_pr)==1)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 11: // STATE 27 - session.pml:538 - [assert((stop_called||((((outstanding==0)&&(((injector==0)&&(queue[0]==0))&&(queue[1]==0)))&&(base[0]==0))&&(searcher==2))))] (0:0:0 - 1)
		IfNotBlocked
		reached[3][27] = 1;
		spin_assert((((int)now.stop_called)||((((((int)now.outstanding)==0)&&(((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0)))&&(((int)now.base[0])==0))&&(((int)now.searcher)==2))), "(stop_called||((((outstanding==0)&&(((injector==0)&&(queue[0]==0))&&(queue[1]==0)))&&(base[0]==0))&&(searcher==2)))", II, tt, t);
		_m = 3; goto P999; /* 0 */
	case 12: // STATE 28 - session.pml:539 - [-end-] (0:0:0 - 1)
		IfNotBlocked
		reached[3][28] = 1;
		if (!delproc(1, II)) continue;
		_m = 3; goto P999; /* 0 */

		 /* PROC stopper */
	case 13: // STATE 1 - session.pml:74 - [(!(locked))] (16:0:1 - 1)
		IfNotBlocked
		reached[2][1] = 1;
		if (!( !(((int)now.locked))))
			continue;
		/* merge: locked = 1(0, 2, 16) */
		reached[2][2] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 1;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 14: // STATE 16 - session.pml:513 - [D_STEP513]
		IfNotBlocked

		reached[2][16] = 1;
		reached[2][t->st] = 1;
		reached[2][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_2179_0: /* 2 */
		now.stop_called = 1;
#ifdef VAR_RANGES
		logval("stop_called", ((int)now.stop_called));
#endif
		;
S_2180_0: /* 2 */
		now.phase = 4;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
S_2181_0: /* 2 */
		((P2 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("stopper:s", ((int)((P2 *)_this)->s));
#endif
		;
S_2188_0: /* 2 */
S_2187_0: /* 2 */
S_2182_0: /* 2 */
		if (!((((int)((P2 *)_this)->s)<=1)))
			goto S_2187_1;
S_2183_0: /* 2 */
		now.stopped[ Index(((P2 *)_this)->s, 2) ] = 1;
#ifdef VAR_RANGES
		logval("stopped[stopper:s]", ((int)now.stopped[ Index(((int)((P2 *)_this)->s), 2) ]));
#endif
		;
S_2184_0: /* 2 */
		((P2 *)_this)->s = (((int)((P2 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("stopper:s", ((int)((P2 *)_this)->s));
#endif
		;
		goto S_2188_0; /* ';' */
S_2187_1: /* 3 */
S_2185_0: /* 2 */
		/* else */;
S_2186_0: /* 2 */
		goto S_2189_0;	/* 'goto' */
S_2187_2: /* 3 */
		Uerror("blocking sel in d_step (nr.0, near line 516)");
S_2189_0: /* 2 */
		goto S_2192_0;	/* 'break' */
S_2192_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 15: // STATE 17 - session.pml:75 - [locked = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[2][17] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 0;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 16: // STATE 19 - session.pml:519 - [-end-] (0:0:0 - 1)
		IfNotBlocked
		reached[2][19] = 1;
		if (!delproc(1, II)) continue;
		_m = 3; goto P999; /* 0 */

		 /* PROC poster */
	case 17: // STATE 1 - session.pml:495 - [i = 1] (0:0:1 - 1)
		IfNotBlocked
		reached[1][1] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->i);
		((P1 *)_this)->i = 1;
#ifdef VAR_RANGES
		logval("poster:i", ((int)((P1 *)_this)->i));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 18: // STATE 2 - session.pml:495 - [((i<=1))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][2] = 1;
		if (!((((int)((P1 *)_this)->i)<=1)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 19: // STATE 3 - session.pml:496 - [outstanding = (outstanding+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][3] = 1;
		(trpt+1)->bup.oval = ((int)now.outstanding);
		now.outstanding = (((int)now.outstanding)+1);
#ifdef VAR_RANGES
		logval("outstanding", ((int)now.outstanding));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 20: // STATE 4 - session.pml:497 - [((phase==asking))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][4] = 1;
		if (!((now.phase==5)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 21: // STATE 5 - session.pml:74 - [(!(locked))] (59:0:1 - 1)
		IfNotBlocked
		reached[1][5] = 1;
		if (!( !(((int)now.locked))))
			continue;
		/* merge: locked = 1(0, 6, 59) */
		reached[1][6] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 1;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 22: // STATE 9 - session.pml:174 - [((phase==asking))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][9] = 1;
		if (!((now.phase==5)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 23: // STATE 25 - session.pml:175 - [D_STEP175]
		IfNotBlocked

		reached[1][25] = 1;
		reached[1][t->st] = 1;
		reached[1][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1848_0: /* 2 */
		((P1 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("poster:s", ((int)((P1 *)_this)->s));
#endif
		;
S_1860_0: /* 2 */
S_1859_0: /* 2 */
S_1849_0: /* 2 */
		if (!((((int)((P1 *)_this)->s)<=1)))
			goto S_1859_1;
S_1850_0: /* 2 */
		now.guard[ Index(((P1 *)_this)->s, 2) ] = 1;
#ifdef VAR_RANGES
		logval("guard[poster:s]", ((int)now.guard[ Index(((int)((P1 *)_this)->s), 2) ]));
#endif
		;
S_1854_0: /* 2 */
S_1851_0: /* 2 */
		if (!((((int)now.stopped[ Index(((int)((P1 *)_this)->s), 2) ])&&(((int)now.servers[ Index(((int)((P1 *)_this)->s), 2) ])==0))))
			goto S_1854_1;
S_1852_0: /* 2 */
		now.stopped[ Index(((P1 *)_this)->s, 2) ] = 0;
#ifdef VAR_RANGES
		logval("stopped[poster:s]", ((int)now.stopped[ Index(((int)((P1 *)_this)->s), 2) ]));
#endif
		;
		goto S_1855_0;
S_1854_1: /* 3 */
S_1853_0: /* 2 */
		/* else */;
		goto S_1855_0;
S_1854_2: /* 3 */
		Uerror("blocking sel in d_step (nr.1, near line 178)");
S_1855_0: /* 2 */
S_1856_0: /* 2 */
		((P1 *)_this)->s = (((int)((P1 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("poster:s", ((int)((P1 *)_this)->s));
#endif
		;
		goto S_1860_0; /* ';' */
S_1859_1: /* 3 */
S_1857_0: /* 2 */
		/* else */;
S_1858_0: /* 2 */
		goto S_1861_0;	/* 'goto' */
S_1859_2: /* 3 */
		Uerror("blocking sel in d_step (nr.2, near line 179)");
S_1861_0: /* 2 */
		goto S_1862_0;	/* 'break' */
S_1862_0: /* 2 */
		((P1 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("poster:s", ((int)((P1 *)_this)->s));
#endif
		;
		goto S_1864_0;
S_1864_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 24: // STATE 26 - session.pml:182 - [phase = running] (0:0:1 - 1)
		IfNotBlocked
		reached[1][26] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 6;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 25: // STATE 27 - session.pml:183 - [n = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[1][27] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->n);
		((P1 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("poster:n", ((int)((P1 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 26: // STATE 28 - session.pml:185 - [((n<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][28] = 1;
		if (!((((int)((P1 *)_this)->n)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 27: // STATE 29 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[1][29] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 28: // STATE 30 - session.pml:101 - [((state[n]==parked))] (45:0:2 - 1)
		IfNotBlocked
		reached[1][30] = 1;
		if (!((now.state[ Index(((int)((P1 *)_this)->n), 2) ]==2)))
			continue;
		/* merge: state[n] = notified(45, 31, 45) */
		reached[1][31] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P1 *)_this)->n), 2) ];
		now.state[ Index(((P1 *)_this)->n, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[poster:n]", now.state[ Index(((int)((P1 *)_this)->n), 2) ]);
#endif
		;
		/* merge: ok = 1(45, 32, 45) */
		reached[1][32] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 38, 45) */
		reached[1][38] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 29: // STATE 39 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][39] = 1;
		if (!(((int)((P1 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 30: // STATE 42 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[1][42] = 1;
		reached[1][t->st] = 1;
		reached[1][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1878_0: /* 2 */
		now.wakeups[ Index(((P1 *)_this)->n, 2) ] = (((int)now.wakeups[ Index(((int)((P1 *)_this)->n), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[poster:n]", ((int)now.wakeups[ Index(((int)((P1 *)_this)->n), 2) ]));
#endif
		;
S_1879_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P1 *)_this)->n), 2) ])<=1), "(wakeups[n]<=1)", II, tt, t);
		goto S_1884_0;
S_1884_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 31: // STATE 48 - session.pml:185 - [n = (n+1)] (0:51:1 - 3)
		IfNotBlocked
		reached[1][48] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->n);
		((P1 *)_this)->n = (((int)((P1 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("poster:n", ((int)((P1 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 52, 51) */
		reached[1][52] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 32: // STATE 54 - session.pml:188 - [n = 0] (0:61:2 - 3)
		IfNotBlocked
		reached[1][54] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P1 *)_this)->n);
		((P1 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("poster:n", ((int)((P1 *)_this)->n));
#endif
		;
		/* merge: ok = 0(61, 55, 61) */
		reached[1][55] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 58, 61) */
		reached[1][58] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 33: // STATE 60 - session.pml:75 - [locked = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[1][60] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 0;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 34: // STATE 66 - session.pml:498 - [injector = (injector+1)] (0:0:1 - 3)
		IfNotBlocked
		reached[1][66] = 1;
		(trpt+1)->bup.oval = ((int)now.injector);
		now.injector = (((int)now.injector)+1);
#ifdef VAR_RANGES
		logval("injector", ((int)now.injector));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 35: // STATE 67 - session.pml:499 - [((phase==asking))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][67] = 1;
		if (!((now.phase==5)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 36: // STATE 68 - session.pml:74 - [(!(locked))] (122:0:1 - 1)
		IfNotBlocked
		reached[1][68] = 1;
		if (!( !(((int)now.locked))))
			continue;
		/* merge: locked = 1(0, 69, 122) */
		reached[1][69] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 1;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 37: // STATE 72 - session.pml:174 - [((phase==asking))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][72] = 1;
		if (!((now.phase==5)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 38: // STATE 88 - session.pml:175 - [D_STEP175]
		IfNotBlocked

		reached[1][88] = 1;
		reached[1][t->st] = 1;
		reached[1][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1911_0: /* 2 */
		((P1 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("poster:s", ((int)((P1 *)_this)->s));
#endif
		;
S_1923_0: /* 2 */
S_1922_0: /* 2 */
S_1912_0: /* 2 */
		if (!((((int)((P1 *)_this)->s)<=1)))
			goto S_1922_1;
S_1913_0: /* 2 */
		now.guard[ Index(((P1 *)_this)->s, 2) ] = 1;
#ifdef VAR_RANGES
		logval("guard[poster:s]", ((int)now.guard[ Index(((int)((P1 *)_this)->s), 2) ]));
#endif
		;
S_1917_0: /* 2 */
S_1914_0: /* 2 */
		if (!((((int)now.stopped[ Index(((int)((P1 *)_this)->s), 2) ])&&(((int)now.servers[ Index(((int)((P1 *)_this)->s), 2) ])==0))))
			goto S_1917_1;
S_1915_0: /* 2 */
		now.stopped[ Index(((P1 *)_this)->s, 2) ] = 0;
#ifdef VAR_RANGES
		logval("stopped[poster:s]", ((int)now.stopped[ Index(((int)((P1 *)_this)->s), 2) ]));
#endif
		;
		goto S_1918_0;
S_1917_1: /* 3 */
S_1916_0: /* 2 */
		/* else */;
		goto S_1918_0;
S_1917_2: /* 3 */
		Uerror("blocking sel in d_step (nr.3, near line 178)");
S_1918_0: /* 2 */
S_1919_0: /* 2 */
		((P1 *)_this)->s = (((int)((P1 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("poster:s", ((int)((P1 *)_this)->s));
#endif
		;
		goto S_1923_0; /* ';' */
S_1922_1: /* 3 */
S_1920_0: /* 2 */
		/* else */;
S_1921_0: /* 2 */
		goto S_1924_0;	/* 'goto' */
S_1922_2: /* 3 */
		Uerror("blocking sel in d_step (nr.4, near line 179)");
S_1924_0: /* 2 */
		goto S_1925_0;	/* 'break' */
S_1925_0: /* 2 */
		((P1 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("poster:s", ((int)((P1 *)_this)->s));
#endif
		;
		goto S_1927_0;
S_1927_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 39: // STATE 89 - session.pml:182 - [phase = running] (0:0:1 - 1)
		IfNotBlocked
		reached[1][89] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 6;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 40: // STATE 90 - session.pml:183 - [n = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[1][90] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->n);
		((P1 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("poster:n", ((int)((P1 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 41: // STATE 91 - session.pml:185 - [((n<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][91] = 1;
		if (!((((int)((P1 *)_this)->n)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 42: // STATE 92 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[1][92] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 43: // STATE 93 - session.pml:101 - [((state[n]==parked))] (108:0:2 - 1)
		IfNotBlocked
		reached[1][93] = 1;
		if (!((now.state[ Index(((int)((P1 *)_this)->n), 2) ]==2)))
			continue;
		/* merge: state[n] = notified(108, 94, 108) */
		reached[1][94] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P1 *)_this)->n), 2) ];
		now.state[ Index(((P1 *)_this)->n, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[poster:n]", now.state[ Index(((int)((P1 *)_this)->n), 2) ]);
#endif
		;
		/* merge: ok = 1(108, 95, 108) */
		reached[1][95] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 101, 108) */
		reached[1][101] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 44: // STATE 102 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][102] = 1;
		if (!(((int)((P1 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 45: // STATE 105 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[1][105] = 1;
		reached[1][t->st] = 1;
		reached[1][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1941_0: /* 2 */
		now.wakeups[ Index(((P1 *)_this)->n, 2) ] = (((int)now.wakeups[ Index(((int)((P1 *)_this)->n), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[poster:n]", ((int)now.wakeups[ Index(((int)((P1 *)_this)->n), 2) ]));
#endif
		;
S_1942_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P1 *)_this)->n), 2) ])<=1), "(wakeups[n]<=1)", II, tt, t);
		goto S_1947_0;
S_1947_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 46: // STATE 111 - session.pml:185 - [n = (n+1)] (0:114:1 - 3)
		IfNotBlocked
		reached[1][111] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->n);
		((P1 *)_this)->n = (((int)((P1 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("poster:n", ((int)((P1 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 115, 114) */
		reached[1][115] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 47: // STATE 117 - session.pml:188 - [n = 0] (0:124:2 - 3)
		IfNotBlocked
		reached[1][117] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P1 *)_this)->n);
		((P1 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("poster:n", ((int)((P1 *)_this)->n));
#endif
		;
		/* merge: ok = 0(124, 118, 124) */
		reached[1][118] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 121, 124) */
		reached[1][121] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 48: // STATE 123 - session.pml:75 - [locked = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[1][123] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 0;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 49: // STATE 129 - session.pml:501 - [((phase!=leaving))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][129] = 1;
		if (!((now.phase!=4)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 50: // STATE 130 - session.pml:117 - [seen = searcher] (0:0:1 - 1)
		IfNotBlocked
		reached[1][130] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->seen);
		((P1 *)_this)->seen = ((int)now.searcher);
#ifdef VAR_RANGES
		logval("poster:seen", ((int)((P1 *)_this)->seen));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 51: // STATE 131 - session.pml:119 - [(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))] (0:0:1 - 1)
		IfNotBlocked
		reached[1][131] = 1;
		if (!(((((int)((P1 *)_this)->seen)!=2)&& !(((now.state[ Index(((int)((P1 *)_this)->seen), 2) ]==1)&&((int)now.busy[ Index(((int)((P1 *)_this)->seen), 2) ]))))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.oval = ((P1 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->seen = 0;
		_m = 3; goto P999; /* 0 */
	case 52: // STATE 136 - session.pml:122 - [k = 0] (0:141:1 - 2)
		IfNotBlocked
		reached[1][136] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->k);
		((P1 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("poster:k", ((int)((P1 *)_this)->k));
#endif
		;
		/* merge: .(goto)(0, 142, 141) */
		reached[1][142] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 53: // STATE 137 - session.pml:124 - [(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][137] = 1;
		if (!(((((int)((P1 *)_this)->k)<2)&& !(((now.state[ Index(((int)((P1 *)_this)->k), 2) ]==2)&& !(((int)now.busy[ Index(((int)((P1 *)_this)->k), 2) ])))))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 54: // STATE 138 - session.pml:124 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][138] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->k);
		((P1 *)_this)->k = (((int)((P1 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("poster:k", ((int)((P1 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 55: // STATE 144 - session.pml:128 - [((k==2))] (0:0:1 - 1)
		IfNotBlocked
		reached[1][144] = 1;
		if (!((((int)((P1 *)_this)->k)==2)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: k */  (trpt+1)->bup.oval = ((P1 *)_this)->k;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->k = 0;
		_m = 3; goto P999; /* 0 */
	case 56: // STATE 145 - session.pml:132 - [((injector>0))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][145] = 1;
		if (!((((int)now.injector)>0)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 57: // STATE 146 - session.pml:133 - [k = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[1][146] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->k);
		((P1 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("poster:k", ((int)((P1 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 58: // STATE 147 - session.pml:135 - [(((k<2)&&(state[k]!=parked)))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][147] = 1;
		if (!(((((int)((P1 *)_this)->k)<2)&&(now.state[ Index(((int)((P1 *)_this)->k), 2) ]!=2))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 59: // STATE 148 - session.pml:135 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][148] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->k);
		((P1 *)_this)->k = (((int)((P1 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("poster:k", ((int)((P1 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 60: // STATE 154 - session.pml:138 - [((k<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][154] = 1;
		if (!((((int)((P1 *)_this)->k)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 61: // STATE 155 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[1][155] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 62: // STATE 156 - session.pml:101 - [((state[k]==parked))] (171:0:2 - 1)
		IfNotBlocked
		reached[1][156] = 1;
		if (!((now.state[ Index(((int)((P1 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(171, 157, 171) */
		reached[1][157] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P1 *)_this)->k), 2) ];
		now.state[ Index(((P1 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[poster:k]", now.state[ Index(((int)((P1 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(171, 158, 171) */
		reached[1][158] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 164, 171) */
		reached[1][164] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 63: // STATE 165 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][165] = 1;
		if (!(((int)((P1 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 64: // STATE 168 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[1][168] = 1;
		reached[1][t->st] = 1;
		reached[1][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_2004_0: /* 2 */
		now.wakeups[ Index(((P1 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P1 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[poster:k]", ((int)now.wakeups[ Index(((int)((P1 *)_this)->k), 2) ]));
#endif
		;
S_2005_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P1 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_2010_0;
S_2010_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 65: // STATE 184 - session.pml:146 - [((searcher==seen))] (227:0:3 - 1)
		IfNotBlocked
		reached[1][184] = 1;
		if (!((((int)now.searcher)==((int)((P1 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((P1 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->seen = 0;
		/* merge: searcher = k(227, 185, 227) */
		reached[1][185] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.searcher);
		now.searcher = ((int)((P1 *)_this)->k);
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		/* merge: ok = 1(227, 186, 227) */
		reached[1][186] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 192, 227) */
		reached[1][192] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 66: // STATE 188 - session.pml:147 - [((searcher!=seen))] (227:0:2 - 1)
		IfNotBlocked
		reached[1][188] = 1;
		if (!((((int)now.searcher)!=((int)((P1 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((P1 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->seen = 0;
		/* merge: ok = 0(0, 189, 227) */
		reached[1][189] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 192, 227) */
		reached[1][192] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 67: // STATE 193 - session.pml:150 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][193] = 1;
		if (!(((int)((P1 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 68: // STATE 194 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[1][194] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 69: // STATE 195 - session.pml:101 - [((state[k]==parked))] (210:0:2 - 1)
		IfNotBlocked
		reached[1][195] = 1;
		if (!((now.state[ Index(((int)((P1 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(210, 196, 210) */
		reached[1][196] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P1 *)_this)->k), 2) ];
		now.state[ Index(((P1 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[poster:k]", now.state[ Index(((int)((P1 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(210, 197, 210) */
		reached[1][197] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 203, 210) */
		reached[1][203] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 70: // STATE 204 - session.pml:104 - [(ok)] (0:0:0 - 1)
		IfNotBlocked
		reached[1][204] = 1;
		if (!(((int)((P1 *)_this)->ok)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 71: // STATE 207 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[1][207] = 1;
		reached[1][t->st] = 1;
		reached[1][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_2043_0: /* 2 */
		now.wakeups[ Index(((P1 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P1 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[poster:k]", ((int)now.wakeups[ Index(((int)((P1 *)_this)->k), 2) ]));
#endif
		;
S_2044_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P1 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_2049_0;
S_2049_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 72: // STATE 213 - session.pml:152 - [(ok)] (328:0:4 - 1)
		IfNotBlocked
		reached[1][213] = 1;
		if (!(((int)((P1 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.ovals = grab_ints(4);
		(trpt+1)->bup.ovals[0] = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		/* merge: goto :b50(328, 214, 328) */
		reached[1][214] = 1;
		;
		/* merge: k = 0(328, 232, 328) */
		reached[1][232] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P1 *)_this)->k);
		((P1 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("poster:k", ((int)((P1 *)_this)->k));
#endif
		;
		/* merge: seen = 0(328, 233, 328) */
		reached[1][233] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P1 *)_this)->seen);
		((P1 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("poster:seen", ((int)((P1 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(328, 234, 328) */
		reached[1][234] = 1;
		(trpt+1)->bup.ovals[3] = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 238, 328) */
		reached[1][238] = 1;
		;
		_m = 3; goto P999; /* 5 */
	case 73: // STATE 222 - session.pml:108 - [D_STEP108]
		IfNotBlocked

		reached[1][222] = 1;
		reached[1][t->st] = 1;
		reached[1][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_2054_0: /* 2 */
		((P1 *)_this)->ok = (((int)now.searcher)==((int)((P1 *)_this)->k));
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
S_2058_0: /* 2 */
S_2055_0: /* 2 */
		if (!(((int)((P1 *)_this)->ok)))
			goto S_2058_1;
S_2056_0: /* 2 */
		now.searcher = 2;
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		goto S_2059_0;
S_2058_1: /* 3 */
S_2057_0: /* 2 */
		/* else */;
		goto S_2059_0;
S_2058_2: /* 3 */
		Uerror("blocking sel in d_step (nr.5, near line 110)");
S_2059_0: /* 2 */
		goto S_2063_0;
S_2063_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 74: // STATE 232 - session.pml:156 - [k = 0] (0:328:3 - 13)
		IfNotBlocked
		reached[1][232] = 1;
		(trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((int)((P1 *)_this)->k);
		((P1 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("poster:k", ((int)((P1 *)_this)->k));
#endif
		;
		/* merge: seen = 0(328, 233, 328) */
		reached[1][233] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P1 *)_this)->seen);
		((P1 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("poster:seen", ((int)((P1 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(328, 234, 328) */
		reached[1][234] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 238, 328) */
		reached[1][238] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 75: // STATE 239 - session.pml:504 - [((outstanding>1))] (333:0:2 - 1)
		IfNotBlocked
		reached[1][239] = 1;
		if (!((((int)now.outstanding)>1)))
			continue;
		/* merge: outstanding = (outstanding-1)(333, 240, 333) */
		reached[1][240] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)now.outstanding);
		now.outstanding = (((int)now.outstanding)-1);
#ifdef VAR_RANGES
		logval("outstanding", ((int)now.outstanding));
#endif
		;
		/* merge: .(goto)(333, 329, 333) */
		reached[1][329] = 1;
		;
		/* merge: i = (i+1)(333, 330, 333) */
		reached[1][330] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P1 *)_this)->i);
		((P1 *)_this)->i = (((int)((P1 *)_this)->i)+1);
#ifdef VAR_RANGES
		logval("poster:i", ((int)((P1 *)_this)->i));
#endif
		;
		/* merge: .(goto)(0, 334, 333) */
		reached[1][334] = 1;
		;
		_m = 3; goto P999; /* 4 */
	case 76: // STATE 243 - session.pml:74 - [(!(locked))] (247:0:1 - 1)
		IfNotBlocked
		reached[1][243] = 1;
		if (!( !(((int)now.locked))))
			continue;
		/* merge: locked = 1(0, 244, 247) */
		reached[1][244] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 1;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 77: // STATE 247 - session.pml:505 - [outstanding = (outstanding-1)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][247] = 1;
		(trpt+1)->bup.oval = ((int)now.outstanding);
		now.outstanding = (((int)now.outstanding)-1);
#ifdef VAR_RANGES
		logval("outstanding", ((int)now.outstanding));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 78: // STATE 248 - session.pml:214 - [((phase==running))] (0:0:0 - 1)
		IfNotBlocked
		reached[1][248] = 1;
		if (!((now.phase==6)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 79: // STATE 249 - session.pml:201 - [ok = 1] (0:257:2 - 1)
		IfNotBlocked
		reached[1][249] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: n = 0(257, 250, 257) */
		reached[1][250] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P1 *)_this)->n);
		((P1 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("poster:n", ((int)((P1 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 258, 257) */
		reached[1][258] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 80: // STATE 251 - session.pml:203 - [(((n<2)&&ok))] (0:0:1 - 1)
		IfNotBlocked
		reached[1][251] = 1;
		if (!(((((int)((P1 *)_this)->n)<2)&&((int)((P1 *)_this)->ok))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 81: // STATE 252 - session.pml:203 - [ok = (state[n]==parked)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][252] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = (now.state[ Index(((int)((P1 *)_this)->n), 2) ]==2);
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 82: // STATE 253 - session.pml:203 - [ok = (ok&&!(busy[n]))] (0:0:1 - 1)
		IfNotBlocked
		reached[1][253] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = (((int)((P1 *)_this)->ok)&& !(((int)now.busy[ Index(((int)((P1 *)_this)->n), 2) ])));
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 83: // STATE 254 - session.pml:203 - [n = (n+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][254] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->n);
		((P1 *)_this)->n = (((int)((P1 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("poster:n", ((int)((P1 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 84: // STATE 260 - session.pml:206 - [n = 0] (0:264:1 - 3)
		IfNotBlocked
		reached[1][260] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->n);
		((P1 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("poster:n", ((int)((P1 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 85: // STATE 261 - session.pml:207 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][261] = 1;
		if (!(((int)((P1 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 86: // STATE 262 - session.pml:207 - [ok = (outstanding==0)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][262] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = (((int)now.outstanding)==0);
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 87: // STATE 266 - session.pml:208 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][266] = 1;
		if (!(((int)((P1 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 88: // STATE 267 - session.pml:208 - [ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))] (0:0:1 - 1)
		IfNotBlocked
		reached[1][267] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = (((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0));
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 89: // STATE 272 - session.pml:217 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][272] = 1;
		if (!(((int)((P1 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 90: // STATE 273 - session.pml:218 - [phase = asking] (0:0:1 - 1)
		IfNotBlocked
		reached[1][273] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 5;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 91: // STATE 274 - session.pml:201 - [ok = 1] (0:282:2 - 1)
		IfNotBlocked
		reached[1][274] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: n = 0(282, 275, 282) */
		reached[1][275] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P1 *)_this)->n);
		((P1 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("poster:n", ((int)((P1 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 283, 282) */
		reached[1][283] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 92: // STATE 276 - session.pml:203 - [(((n<2)&&ok))] (0:0:1 - 1)
		IfNotBlocked
		reached[1][276] = 1;
		if (!(((((int)((P1 *)_this)->n)<2)&&((int)((P1 *)_this)->ok))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 93: // STATE 277 - session.pml:203 - [ok = (state[n]==parked)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][277] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = (now.state[ Index(((int)((P1 *)_this)->n), 2) ]==2);
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 94: // STATE 278 - session.pml:203 - [ok = (ok&&!(busy[n]))] (0:0:1 - 1)
		IfNotBlocked
		reached[1][278] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = (((int)((P1 *)_this)->ok)&& !(((int)now.busy[ Index(((int)((P1 *)_this)->n), 2) ])));
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 95: // STATE 279 - session.pml:203 - [n = (n+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][279] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->n);
		((P1 *)_this)->n = (((int)((P1 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("poster:n", ((int)((P1 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 96: // STATE 285 - session.pml:206 - [n = 0] (0:289:1 - 3)
		IfNotBlocked
		reached[1][285] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->n);
		((P1 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("poster:n", ((int)((P1 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 97: // STATE 286 - session.pml:207 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][286] = 1;
		if (!(((int)((P1 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 98: // STATE 287 - session.pml:207 - [ok = (outstanding==0)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][287] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = (((int)now.outstanding)==0);
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 99: // STATE 291 - session.pml:208 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][291] = 1;
		if (!(((int)((P1 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 100: // STATE 292 - session.pml:208 - [ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))] (0:0:1 - 1)
		IfNotBlocked
		reached[1][292] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = (((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0));
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 101: // STATE 297 - session.pml:223 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[1][297] = 1;
		if (!(((int)((P1 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P1 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P1 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 102: // STATE 313 - session.pml:224 - [D_STEP224]
		IfNotBlocked

		reached[1][313] = 1;
		reached[1][t->st] = 1;
		reached[1][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_2136_0: /* 2 */
		((P1 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("poster:s", ((int)((P1 *)_this)->s));
#endif
		;
S_2148_0: /* 2 */
S_2147_0: /* 2 */
S_2137_0: /* 2 */
		if (!((((int)((P1 *)_this)->s)<=1)))
			goto S_2147_1;
S_2138_0: /* 2 */
		now.guard[ Index(((P1 *)_this)->s, 2) ] = 0;
#ifdef VAR_RANGES
		logval("guard[poster:s]", ((int)now.guard[ Index(((int)((P1 *)_this)->s), 2) ]));
#endif
		;
S_2142_0: /* 2 */
S_2139_0: /* 2 */
		if (!( !(((((((int)now.guard[ Index(((int)((P1 *)_this)->s), 2) ])||(((int)now.io[ Index(((int)((P1 *)_this)->s), 2) ])>0))||(((int)now.base[ Index(((int)((P1 *)_this)->s), 2) ])>0))||(((int)now.executing[ Index(((int)((P1 *)_this)->s), 2) ])>0))||(((((int)now.place[0])==((int)((P1 *)_this)->s))&&(((int)now.wakeups[0])>0))||((((int)now.place[1])==((int)((P1 *)_this)->s))&&(((int)now.wakeups[1])>0)))))))
			goto S_2142_1;
S_2140_0: /* 2 */
		now.stopped[ Index(((P1 *)_this)->s, 2) ] = 1;
#ifdef VAR_RANGES
		logval("stopped[poster:s]", ((int)now.stopped[ Index(((int)((P1 *)_this)->s), 2) ]));
#endif
		;
		goto S_2143_0;
S_2142_1: /* 3 */
S_2141_0: /* 2 */
		/* else */;
		goto S_2143_0;
S_2142_2: /* 3 */
		Uerror("blocking sel in d_step (nr.6, near line 227)");
S_2143_0: /* 2 */
S_2144_0: /* 2 */
		((P1 *)_this)->s = (((int)((P1 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("poster:s", ((int)((P1 *)_this)->s));
#endif
		;
		goto S_2148_0; /* ';' */
S_2147_1: /* 3 */
S_2145_0: /* 2 */
		/* else */;
S_2146_0: /* 2 */
		goto S_2149_0;	/* 'goto' */
S_2147_2: /* 3 */
		Uerror("blocking sel in d_step (nr.7, near line 228)");
S_2149_0: /* 2 */
		goto S_2150_0;	/* 'break' */
S_2150_0: /* 2 */
		((P1 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("poster:s", ((int)((P1 *)_this)->s));
#endif
		;
		goto S_2155_0;
S_2155_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 103: // STATE 315 - session.pml:231 - [phase = running] (0:0:1 - 1)
		IfNotBlocked
		reached[1][315] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 6;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 104: // STATE 321 - session.pml:235 - [ok = 0] (0:327:1 - 5)
		IfNotBlocked
		reached[1][321] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->ok);
		((P1 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("poster:ok", ((int)((P1 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 324, 327) */
		reached[1][324] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 105: // STATE 326 - session.pml:75 - [locked = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[1][326] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 0;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 106: // STATE 330 - session.pml:495 - [i = (i+1)] (0:333:1 - 3)
		IfNotBlocked
		reached[1][330] = 1;
		(trpt+1)->bup.oval = ((int)((P1 *)_this)->i);
		((P1 *)_this)->i = (((int)((P1 *)_this)->i)+1);
#ifdef VAR_RANGES
		logval("poster:i", ((int)((P1 *)_this)->i));
#endif
		;
		/* merge: .(goto)(0, 334, 333) */
		reached[1][334] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 107: // STATE 336 - session.pml:508 - [-end-] (0:0:0 - 3)
		IfNotBlocked
		reached[1][336] = 1;
		if (!delproc(1, II)) continue;
		_m = 3; goto P999; /* 0 */

		 /* PROC worker */
	case 108: // STATE 1 - session.pml:435 - [home = place[i]] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->home);
		((P0 *)_this)->home = ((int)now.place[ Index(((int)((P0 *)_this)->i), 2) ]);
#ifdef VAR_RANGES
		logval("worker:home", ((int)((P0 *)_this)->home));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 109: // STATE 2 - session.pml:270 - [((!(locked)&&(((servers[home]==0)||!(stopped[home]))||(phase!=running))))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][2] = 1;
		if (!(( !(((int)now.locked))&&(((((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ])==0)|| !(((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ])))||(now.phase!=6)))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 110: // STATE 3 - session.pml:272 - [((((servers[home]==0)&&stopped[home])&&(phase==running)))] (1827:0:2 - 1)
		IfNotBlocked
		reached[0][3] = 1;
		if (!((((((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ])==0)&&((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]))&&(now.phase==6))))
			continue;
		/* merge: stopped[home] = 0(1827, 4, 1827) */
		reached[0][4] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.stopped[ Index(((P0 *)_this)->home, 2) ] = 0;
#ifdef VAR_RANGES
		logval("stopped[worker:home]", ((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		/* merge: .(goto)(1827, 7, 1827) */
		reached[0][7] = 1;
		;
		/* merge: servers[home] = (servers[home]+1)(1827, 8, 1827) */
		reached[0][8] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.servers[ Index(((P0 *)_this)->home, 2) ] = (((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ])+1);
#ifdef VAR_RANGES
		logval("servers[worker:home]", ((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		/* merge: .(goto)(0, 1828, 1827) */
		reached[0][1828] = 1;
		;
		_m = 3; goto P999; /* 4 */
	case 111: // STATE 7 - session.pml:275 - [.(goto)] (0:1827:1 - 2)
		IfNotBlocked
		reached[0][7] = 1;
		;
		/* merge: servers[home] = (servers[home]+1)(1827, 8, 1827) */
		reached[0][8] = 1;
		(trpt+1)->bup.oval = ((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.servers[ Index(((P0 *)_this)->home, 2) ] = (((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ])+1);
#ifdef VAR_RANGES
		logval("servers[worker:home]", ((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		/* merge: .(goto)(0, 1828, 1827) */
		reached[0][1828] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 112: // STATE 11 - session.pml:438 - [((phase==leaving))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][11] = 1;
		if (!((now.phase==4)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 113: // STATE 20 - session.pml:108 - [D_STEP108]
		IfNotBlocked

		reached[0][20] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_013_0: /* 2 */
		((P0 *)_this)->ok = (((int)now.searcher)==((int)((P0 *)_this)->i));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
S_017_0: /* 2 */
S_014_0: /* 2 */
		if (!(((int)((P0 *)_this)->ok)))
			goto S_017_1;
S_015_0: /* 2 */
		now.searcher = 2;
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		goto S_018_0;
S_017_1: /* 3 */
S_016_0: /* 2 */
		/* else */;
		goto S_018_0;
S_017_2: /* 3 */
		Uerror("blocking sel in d_step (nr.8, near line 110)");
S_018_0: /* 2 */
		goto S_027_0;
S_027_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 114: // STATE 22 - session.pml:302 - [((state[i]==awake))] (168:0:1 - 1)
		IfNotBlocked
		reached[0][22] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==3)))
			continue;
		/* merge: state[i] = parked(0, 23, 168) */
		reached[0][23] = 1;
		(trpt+1)->bup.oval = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 2;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: .(goto)(0, 29, 168) */
		reached[0][29] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 115: // STATE 30 - session.pml:306 - [((state[i]!=notified))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][30] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]!=1)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 116: // STATE 31 - session.pml:309 - [(((phase!=leaving)&&((queue[i]>0)||(injector>0))))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][31] = 1;
		if (!(((now.phase!=4)&&((((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])>0)||(((int)now.injector)>0)))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 117: // STATE 32 - session.pml:162 - [((state[i]==parked))] (47:0:2 - 1)
		IfNotBlocked
		reached[0][32] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==2)))
			continue;
		/* merge: state[i] = notified(47, 33, 47) */
		reached[0][33] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: ok = 1(47, 34, 47) */
		reached[0][34] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 40, 47) */
		reached[0][40] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 118: // STATE 37 - session.pml:163 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][37] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 119: // STATE 41 - session.pml:165 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][41] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 120: // STATE 44 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][44] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_041_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:i]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
S_042_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])<=1), "(wakeups[i]<=1)", II, tt, t);
		goto S_047_0;
S_047_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 121: // STATE 49 - session.pml:166 - [ok = 0] (0:1704:1 - 3)
		IfNotBlocked
		reached[0][49] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 166, 1704) */
		reached[0][166] = 1;
		;
		/* merge: .(goto)(0, 169, 1704) */
		reached[0][169] = 1;
		;
		/* merge: .(goto)(0, 1705, 1704) */
		reached[0][1705] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 122: // STATE 52 - session.pml:201 - [ok = 1] (0:60:2 - 1)
		IfNotBlocked
		reached[0][52] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: n = 0(60, 53, 60) */
		reached[0][53] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 61, 60) */
		reached[0][61] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 123: // STATE 54 - session.pml:203 - [(((n<2)&&ok))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][54] = 1;
		if (!(((((int)((P0 *)_this)->n)<2)&&((int)((P0 *)_this)->ok))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 124: // STATE 55 - session.pml:203 - [ok = (state[n]==parked)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][55] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 125: // STATE 56 - session.pml:203 - [ok = (ok&&!(busy[n]))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][56] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)((P0 *)_this)->ok)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->n), 2) ])));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 126: // STATE 57 - session.pml:203 - [n = (n+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][57] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 127: // STATE 63 - session.pml:206 - [n = 0] (0:67:1 - 3)
		IfNotBlocked
		reached[0][63] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 128: // STATE 64 - session.pml:207 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][64] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 129: // STATE 65 - session.pml:207 - [ok = (outstanding==0)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][65] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)now.outstanding)==0);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 130: // STATE 69 - session.pml:208 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][69] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 131: // STATE 70 - session.pml:208 - [ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][70] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 132: // STATE 75 - session.pml:242 - [(ok)] (80:0:2 - 1)
		IfNotBlocked
		reached[0][75] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		/* merge: ok = 0(0, 76, 80) */
		reached[0][76] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 133: // STATE 77 - session.pml:74 - [(!(locked))] (158:0:1 - 1)
		IfNotBlocked
		reached[0][77] = 1;
		if (!( !(((int)now.locked))))
			continue;
		/* merge: locked = 1(0, 78, 158) */
		reached[0][78] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 1;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 134: // STATE 81 - session.pml:214 - [((phase==running))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][81] = 1;
		if (!((now.phase==6)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 135: // STATE 82 - session.pml:201 - [ok = 1] (0:90:2 - 1)
		IfNotBlocked
		reached[0][82] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: n = 0(90, 83, 90) */
		reached[0][83] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 91, 90) */
		reached[0][91] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 136: // STATE 84 - session.pml:203 - [(((n<2)&&ok))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][84] = 1;
		if (!(((((int)((P0 *)_this)->n)<2)&&((int)((P0 *)_this)->ok))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 137: // STATE 85 - session.pml:203 - [ok = (state[n]==parked)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][85] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 138: // STATE 86 - session.pml:203 - [ok = (ok&&!(busy[n]))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][86] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)((P0 *)_this)->ok)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->n), 2) ])));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 139: // STATE 87 - session.pml:203 - [n = (n+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][87] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 140: // STATE 93 - session.pml:206 - [n = 0] (0:97:1 - 3)
		IfNotBlocked
		reached[0][93] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 141: // STATE 94 - session.pml:207 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][94] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 142: // STATE 95 - session.pml:207 - [ok = (outstanding==0)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][95] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)now.outstanding)==0);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 143: // STATE 99 - session.pml:208 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][99] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 144: // STATE 100 - session.pml:208 - [ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][100] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 145: // STATE 105 - session.pml:217 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][105] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 146: // STATE 106 - session.pml:218 - [phase = asking] (0:0:1 - 1)
		IfNotBlocked
		reached[0][106] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 5;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 147: // STATE 107 - session.pml:201 - [ok = 1] (0:115:2 - 1)
		IfNotBlocked
		reached[0][107] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: n = 0(115, 108, 115) */
		reached[0][108] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 116, 115) */
		reached[0][116] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 148: // STATE 109 - session.pml:203 - [(((n<2)&&ok))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][109] = 1;
		if (!(((((int)((P0 *)_this)->n)<2)&&((int)((P0 *)_this)->ok))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 149: // STATE 110 - session.pml:203 - [ok = (state[n]==parked)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][110] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 150: // STATE 111 - session.pml:203 - [ok = (ok&&!(busy[n]))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][111] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)((P0 *)_this)->ok)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->n), 2) ])));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 151: // STATE 112 - session.pml:203 - [n = (n+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][112] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 152: // STATE 118 - session.pml:206 - [n = 0] (0:122:1 - 3)
		IfNotBlocked
		reached[0][118] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 153: // STATE 119 - session.pml:207 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][119] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 154: // STATE 120 - session.pml:207 - [ok = (outstanding==0)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][120] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)now.outstanding)==0);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 155: // STATE 124 - session.pml:208 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][124] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 156: // STATE 125 - session.pml:208 - [ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][125] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 157: // STATE 130 - session.pml:223 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][130] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 158: // STATE 146 - session.pml:224 - [D_STEP224]
		IfNotBlocked

		reached[0][146] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_130_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
S_142_0: /* 2 */
S_141_0: /* 2 */
S_131_0: /* 2 */
		if (!((((int)((P0 *)_this)->s)<=1)))
			goto S_141_1;
S_132_0: /* 2 */
		now.guard[ Index(((P0 *)_this)->s, 2) ] = 0;
#ifdef VAR_RANGES
		logval("guard[worker:s]", ((int)now.guard[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
S_136_0: /* 2 */
S_133_0: /* 2 */
		if (!( !(((((((int)now.guard[ Index(((int)((P0 *)_this)->s), 2) ])||(((int)now.io[ Index(((int)((P0 *)_this)->s), 2) ])>0))||(((int)now.base[ Index(((int)((P0 *)_this)->s), 2) ])>0))||(((int)now.executing[ Index(((int)((P0 *)_this)->s), 2) ])>0))||(((((int)now.place[0])==((int)((P0 *)_this)->s))&&(((int)now.wakeups[0])>0))||((((int)now.place[1])==((int)((P0 *)_this)->s))&&(((int)now.wakeups[1])>0)))))))
			goto S_136_1;
S_134_0: /* 2 */
		now.stopped[ Index(((P0 *)_this)->s, 2) ] = 1;
#ifdef VAR_RANGES
		logval("stopped[worker:s]", ((int)now.stopped[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
		goto S_137_0;
S_136_1: /* 3 */
S_135_0: /* 2 */
		/* else */;
		goto S_137_0;
S_136_2: /* 3 */
		Uerror("blocking sel in d_step (nr.9, near line 227)");
S_137_0: /* 2 */
S_138_0: /* 2 */
		((P0 *)_this)->s = (((int)((P0 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_142_0; /* ';' */
S_141_1: /* 3 */
S_139_0: /* 2 */
		/* else */;
S_140_0: /* 2 */
		goto S_143_0;	/* 'goto' */
S_141_2: /* 3 */
		Uerror("blocking sel in d_step (nr.10, near line 228)");
S_143_0: /* 2 */
		goto S_144_0;	/* 'break' */
S_144_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_149_0;
S_149_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 159: // STATE 148 - session.pml:231 - [phase = running] (0:0:1 - 1)
		IfNotBlocked
		reached[0][148] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 6;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 160: // STATE 154 - session.pml:235 - [ok = 0] (0:160:1 - 5)
		IfNotBlocked
		reached[0][154] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 157, 160) */
		reached[0][157] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 161: // STATE 159 - session.pml:75 - [locked = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][159] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 0;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 162: // STATE 171 - session.pml:442 - [(stopped[home])] (0:0:0 - 1)
		IfNotBlocked
		reached[0][171] = 1;
		if (!(((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ])))
			continue;
		_m = 3; goto P999; /* 0 */
	case 163: // STATE 173 - session.pml:443 - [((!(stopped[home])&&(wakeups[i]>0)))] (977:0:3 - 1)
		IfNotBlocked
		reached[0][173] = 1;
		if (!(( !(((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]))&&(((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])>0))))
			continue;
		/* merge: wakeups[i] = (wakeups[i]-1)(977, 174, 977) */
		reached[0][174] = 1;
		(trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])-1);
#ifdef VAR_RANGES
		logval("wakeups[worker:i]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		/* merge: j = i(977, 175, 977) */
		reached[0][175] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->j);
		((P0 *)_this)->j = ((int)((P0 *)_this)->i);
#ifdef VAR_RANGES
		logval("worker:j", ((int)((P0 *)_this)->j));
#endif
		;
		/* merge: executing[home] = (executing[home]+1)(977, 176, 977) */
		reached[0][176] = 1;
		(trpt+1)->bup.ovals[2] = ((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.executing[ Index(((P0 *)_this)->home, 2) ] = (((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ])+1);
#ifdef VAR_RANGES
		logval("executing[worker:home]", ((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 3 */
	case 164: // STATE 178 - session.pml:403 - [((i==j))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][178] = 1;
		if (!((((int)((P0 *)_this)->i)==((int)((P0 *)_this)->j))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 165: // STATE 179 - session.pml:403 - [state[i] = awake] (0:0:1 - 1)
		IfNotBlocked
		reached[0][179] = 1;
		(trpt+1)->bup.oval = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 3;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 166: // STATE 181 - session.pml:408 - [assert((state[j]==notified))] (0:190:1 - 1)
		IfNotBlocked
		reached[0][181] = 1;
		spin_assert((now.state[ Index(((int)((P0 *)_this)->j), 2) ]==1), "(state[j]==1)", II, tt, t);
		/* merge: state[j] = parked(190, 182, 190) */
		reached[0][182] = 1;
		(trpt+1)->bup.oval = now.state[ Index(((int)((P0 *)_this)->j), 2) ];
		now.state[ Index(((P0 *)_this)->j, 2) ] = 2;
#ifdef VAR_RANGES
		logval("state[worker:j]", now.state[ Index(((int)((P0 *)_this)->j), 2) ]);
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 167: // STATE 184 - session.pml:411 - [((state[i]==parked))] (197:0:1 - 1)
		IfNotBlocked
		reached[0][184] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==2)))
			continue;
		/* merge: state[i] = awake(0, 185, 197) */
		reached[0][185] = 1;
		(trpt+1)->bup.oval = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 3;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: .(goto)(0, 191, 197) */
		reached[0][191] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 168: // STATE 197 - session.pml:414 - [D_STEP414]
		if (!(((boq == -1 && (((int)now.searcher)==((int)((P0 *)_this)->j)))) || (boq == -1 /* else */)))
			continue;

		reached[0][197] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_194_0: /* 2 */
S_191_0: /* 2 */
		if (!((((int)now.searcher)==((int)((P0 *)_this)->j))))
			goto S_194_1;
S_192_0: /* 2 */
		now.searcher = ((int)((P0 *)_this)->i);
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		goto S_195_0;
S_194_1: /* 3 */
S_193_0: /* 2 */
		/* else */;
		goto S_195_0;
S_194_2: /* 3 */
		Uerror("blocking sel in d_step (nr.11, near line 414)");
S_195_0: /* 2 */
		goto S_198_0;
S_198_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 169: // STATE 200 - session.pml:350 - [busy[i] = 1] (0:0:1 - 1)
		IfNotBlocked
		reached[0][200] = 1;
		(trpt+1)->bup.oval = ((int)now.busy[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.busy[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("busy[worker:i]", ((int)now.busy[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 170: // STATE 201 - session.pml:196 - [((phase!=running))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][201] = 1;
		if (!((now.phase!=6)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 171: // STATE 202 - session.pml:74 - [(!(locked))] (256:0:1 - 1)
		IfNotBlocked
		reached[0][202] = 1;
		if (!( !(((int)now.locked))))
			continue;
		/* merge: locked = 1(0, 203, 256) */
		reached[0][203] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 1;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 172: // STATE 206 - session.pml:174 - [((phase==asking))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][206] = 1;
		if (!((now.phase==5)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 173: // STATE 222 - session.pml:175 - [D_STEP175]
		IfNotBlocked

		reached[0][222] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_206_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
S_218_0: /* 2 */
S_217_0: /* 2 */
S_207_0: /* 2 */
		if (!((((int)((P0 *)_this)->s)<=1)))
			goto S_217_1;
S_208_0: /* 2 */
		now.guard[ Index(((P0 *)_this)->s, 2) ] = 1;
#ifdef VAR_RANGES
		logval("guard[worker:s]", ((int)now.guard[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
S_212_0: /* 2 */
S_209_0: /* 2 */
		if (!((((int)now.stopped[ Index(((int)((P0 *)_this)->s), 2) ])&&(((int)now.servers[ Index(((int)((P0 *)_this)->s), 2) ])==0))))
			goto S_212_1;
S_210_0: /* 2 */
		now.stopped[ Index(((P0 *)_this)->s, 2) ] = 0;
#ifdef VAR_RANGES
		logval("stopped[worker:s]", ((int)now.stopped[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
		goto S_213_0;
S_212_1: /* 3 */
S_211_0: /* 2 */
		/* else */;
		goto S_213_0;
S_212_2: /* 3 */
		Uerror("blocking sel in d_step (nr.12, near line 178)");
S_213_0: /* 2 */
S_214_0: /* 2 */
		((P0 *)_this)->s = (((int)((P0 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_218_0; /* ';' */
S_217_1: /* 3 */
S_215_0: /* 2 */
		/* else */;
S_216_0: /* 2 */
		goto S_219_0;	/* 'goto' */
S_217_2: /* 3 */
		Uerror("blocking sel in d_step (nr.13, near line 179)");
S_219_0: /* 2 */
		goto S_220_0;	/* 'break' */
S_220_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_222_0;
S_222_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 174: // STATE 223 - session.pml:182 - [phase = running] (0:0:1 - 1)
		IfNotBlocked
		reached[0][223] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 6;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 175: // STATE 224 - session.pml:183 - [n = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][224] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 176: // STATE 225 - session.pml:185 - [((n<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][225] = 1;
		if (!((((int)((P0 *)_this)->n)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 177: // STATE 226 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][226] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 178: // STATE 227 - session.pml:101 - [((state[n]==parked))] (242:0:2 - 1)
		IfNotBlocked
		reached[0][227] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2)))
			continue;
		/* merge: state[n] = notified(242, 228, 242) */
		reached[0][228] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->n), 2) ];
		now.state[ Index(((P0 *)_this)->n, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:n]", now.state[ Index(((int)((P0 *)_this)->n), 2) ]);
#endif
		;
		/* merge: ok = 1(242, 229, 242) */
		reached[0][229] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 235, 242) */
		reached[0][235] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 179: // STATE 236 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][236] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 180: // STATE 239 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][239] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_236_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->n, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->n), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:n]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->n), 2) ]));
#endif
		;
S_237_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->n), 2) ])<=1), "(wakeups[n]<=1)", II, tt, t);
		goto S_242_0;
S_242_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 181: // STATE 245 - session.pml:185 - [n = (n+1)] (0:248:1 - 3)
		IfNotBlocked
		reached[0][245] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 249, 248) */
		reached[0][249] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 182: // STATE 251 - session.pml:188 - [n = 0] (0:258:2 - 3)
		IfNotBlocked
		reached[0][251] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: ok = 0(258, 252, 258) */
		reached[0][252] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 255, 258) */
		reached[0][255] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 183: // STATE 257 - session.pml:75 - [locked = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][257] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 0;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 184: // STATE 265 - session.pml:359 - [((phase==leaving))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][265] = 1;
		if (!((now.phase==4)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 185: // STATE 267 - session.pml:360 - [(((phase!=leaving)&&(queue[i]>0)))] (577:0:1 - 1)
		IfNotBlocked
		reached[0][267] = 1;
		if (!(((now.phase!=4)&&(((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])>0))))
			continue;
		/* merge: queue[i] = (queue[i]-1)(0, 268, 577) */
		reached[0][268] = 1;
		(trpt+1)->bup.oval = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])-1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 186: // STATE 271 - session.pml:329 - [((pushes>0))] (404:0:1 - 1)
		IfNotBlocked
		reached[0][271] = 1;
		if (!((((int)now.pushes)>0)))
			continue;
		/* merge: pushes = (pushes-1)(0, 272, 404) */
		reached[0][272] = 1;
		(trpt+1)->bup.oval = ((int)now.pushes);
		now.pushes = (((int)now.pushes)-1);
#ifdef VAR_RANGES
		logval("pushes", ((int)now.pushes));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 187: // STATE 274 - session.pml:320 - [queue[i] = (queue[i]+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][274] = 1;
		(trpt+1)->bup.oval = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 188: // STATE 275 - session.pml:321 - [((queue[i]==2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][275] = 1;
		if (!((((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])==2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 189: // STATE 276 - session.pml:117 - [seen = searcher] (0:0:1 - 1)
		IfNotBlocked
		reached[0][276] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = ((int)now.searcher);
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 190: // STATE 277 - session.pml:119 - [(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][277] = 1;
		if (!(((((int)((P0 *)_this)->seen)!=2)&& !(((now.state[ Index(((int)((P0 *)_this)->seen), 2) ]==1)&&((int)now.busy[ Index(((int)((P0 *)_this)->seen), 2) ]))))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.oval = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		_m = 3; goto P999; /* 0 */
	case 191: // STATE 282 - session.pml:122 - [k = 0] (0:287:1 - 2)
		IfNotBlocked
		reached[0][282] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: .(goto)(0, 288, 287) */
		reached[0][288] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 192: // STATE 283 - session.pml:124 - [(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][283] = 1;
		if (!(((((int)((P0 *)_this)->k)<2)&& !(((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->k), 2) ])))))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 193: // STATE 284 - session.pml:124 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][284] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = (((int)((P0 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 194: // STATE 290 - session.pml:128 - [((k==2))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][290] = 1;
		if (!((((int)((P0 *)_this)->k)==2)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: k */  (trpt+1)->bup.oval = ((P0 *)_this)->k;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->k = 0;
		_m = 3; goto P999; /* 0 */
	case 195: // STATE 291 - session.pml:132 - [((injector>0))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][291] = 1;
		if (!((((int)now.injector)>0)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 196: // STATE 292 - session.pml:133 - [k = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][292] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 197: // STATE 293 - session.pml:135 - [(((k<2)&&(state[k]!=parked)))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][293] = 1;
		if (!(((((int)((P0 *)_this)->k)<2)&&(now.state[ Index(((int)((P0 *)_this)->k), 2) ]!=2))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 198: // STATE 294 - session.pml:135 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][294] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = (((int)((P0 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 199: // STATE 300 - session.pml:138 - [((k<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][300] = 1;
		if (!((((int)((P0 *)_this)->k)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 200: // STATE 301 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][301] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 201: // STATE 302 - session.pml:101 - [((state[k]==parked))] (317:0:2 - 1)
		IfNotBlocked
		reached[0][302] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(317, 303, 317) */
		reached[0][303] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->k), 2) ];
		now.state[ Index(((P0 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:k]", now.state[ Index(((int)((P0 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(317, 304, 317) */
		reached[0][304] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 310, 317) */
		reached[0][310] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 202: // STATE 311 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][311] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 203: // STATE 314 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][314] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_311_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:k]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ]));
#endif
		;
S_312_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_317_0;
S_317_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 204: // STATE 330 - session.pml:146 - [((searcher==seen))] (373:0:3 - 1)
		IfNotBlocked
		reached[0][330] = 1;
		if (!((((int)now.searcher)==((int)((P0 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		/* merge: searcher = k(373, 331, 373) */
		reached[0][331] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.searcher);
		now.searcher = ((int)((P0 *)_this)->k);
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		/* merge: ok = 1(373, 332, 373) */
		reached[0][332] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 338, 373) */
		reached[0][338] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 205: // STATE 334 - session.pml:147 - [((searcher!=seen))] (373:0:2 - 1)
		IfNotBlocked
		reached[0][334] = 1;
		if (!((((int)now.searcher)!=((int)((P0 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		/* merge: ok = 0(0, 335, 373) */
		reached[0][335] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 338, 373) */
		reached[0][338] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 206: // STATE 339 - session.pml:150 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][339] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 207: // STATE 340 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][340] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 208: // STATE 341 - session.pml:101 - [((state[k]==parked))] (356:0:2 - 1)
		IfNotBlocked
		reached[0][341] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(356, 342, 356) */
		reached[0][342] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->k), 2) ];
		now.state[ Index(((P0 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:k]", now.state[ Index(((int)((P0 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(356, 343, 356) */
		reached[0][343] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 349, 356) */
		reached[0][349] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 209: // STATE 350 - session.pml:104 - [(ok)] (0:0:0 - 1)
		IfNotBlocked
		reached[0][350] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 210: // STATE 353 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][353] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_350_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:k]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ]));
#endif
		;
S_351_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_356_0;
S_356_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 211: // STATE 359 - session.pml:152 - [(ok)] (403:0:4 - 1)
		IfNotBlocked
		reached[0][359] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.ovals = grab_ints(4);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		/* merge: goto :b9(403, 360, 403) */
		reached[0][360] = 1;
		;
		/* merge: k = 0(403, 378, 403) */
		reached[0][378] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: seen = 0(403, 379, 403) */
		reached[0][379] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(403, 380, 403) */
		reached[0][380] = 1;
		(trpt+1)->bup.ovals[3] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 384, 403) */
		reached[0][384] = 1;
		;
		_m = 3; goto P999; /* 5 */
	case 212: // STATE 368 - session.pml:108 - [D_STEP108]
		IfNotBlocked

		reached[0][368] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_361_0: /* 2 */
		((P0 *)_this)->ok = (((int)now.searcher)==((int)((P0 *)_this)->k));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
S_365_0: /* 2 */
S_362_0: /* 2 */
		if (!(((int)((P0 *)_this)->ok)))
			goto S_365_1;
S_363_0: /* 2 */
		now.searcher = 2;
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		goto S_366_0;
S_365_1: /* 3 */
S_364_0: /* 2 */
		/* else */;
		goto S_366_0;
S_365_2: /* 3 */
		Uerror("blocking sel in d_step (nr.14, near line 110)");
S_366_0: /* 2 */
		goto S_370_0;
S_370_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 213: // STATE 378 - session.pml:156 - [k = 0] (0:403:3 - 13)
		IfNotBlocked
		reached[0][378] = 1;
		(trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: seen = 0(403, 379, 403) */
		reached[0][379] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(403, 380, 403) */
		reached[0][380] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 384, 403) */
		reached[0][384] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 214: // STATE 385 - session.pml:162 - [((state[i]==parked))] (400:0:2 - 1)
		IfNotBlocked
		reached[0][385] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==2)))
			continue;
		/* merge: state[i] = notified(400, 386, 400) */
		reached[0][386] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: ok = 1(400, 387, 400) */
		reached[0][387] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 393, 400) */
		reached[0][393] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 215: // STATE 390 - session.pml:163 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][390] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 216: // STATE 394 - session.pml:165 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][394] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 217: // STATE 397 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][397] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_394_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:i]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
S_395_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])<=1), "(wakeups[i]<=1)", II, tt, t);
		goto S_400_0;
S_400_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 218: // STATE 402 - session.pml:166 - [ok = 0] (0:580:1 - 3)
		IfNotBlocked
		reached[0][402] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 576, 580) */
		reached[0][576] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 219: // STATE 405 - session.pml:330 - [((pushes>0))] (538:0:1 - 1)
		IfNotBlocked
		reached[0][405] = 1;
		if (!((((int)now.pushes)>0)))
			continue;
		/* merge: pushes = (pushes-1)(0, 406, 538) */
		reached[0][406] = 1;
		(trpt+1)->bup.oval = ((int)now.pushes);
		now.pushes = (((int)now.pushes)-1);
#ifdef VAR_RANGES
		logval("pushes", ((int)now.pushes));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 220: // STATE 408 - session.pml:320 - [queue[i] = (queue[i]+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][408] = 1;
		(trpt+1)->bup.oval = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 221: // STATE 409 - session.pml:321 - [((queue[i]==2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][409] = 1;
		if (!((((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])==2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 222: // STATE 410 - session.pml:117 - [seen = searcher] (0:0:1 - 1)
		IfNotBlocked
		reached[0][410] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = ((int)now.searcher);
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 223: // STATE 411 - session.pml:119 - [(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][411] = 1;
		if (!(((((int)((P0 *)_this)->seen)!=2)&& !(((now.state[ Index(((int)((P0 *)_this)->seen), 2) ]==1)&&((int)now.busy[ Index(((int)((P0 *)_this)->seen), 2) ]))))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.oval = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		_m = 3; goto P999; /* 0 */
	case 224: // STATE 416 - session.pml:122 - [k = 0] (0:421:1 - 2)
		IfNotBlocked
		reached[0][416] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: .(goto)(0, 422, 421) */
		reached[0][422] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 225: // STATE 417 - session.pml:124 - [(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][417] = 1;
		if (!(((((int)((P0 *)_this)->k)<2)&& !(((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->k), 2) ])))))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 226: // STATE 418 - session.pml:124 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][418] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = (((int)((P0 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 227: // STATE 424 - session.pml:128 - [((k==2))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][424] = 1;
		if (!((((int)((P0 *)_this)->k)==2)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: k */  (trpt+1)->bup.oval = ((P0 *)_this)->k;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->k = 0;
		_m = 3; goto P999; /* 0 */
	case 228: // STATE 425 - session.pml:132 - [((injector>0))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][425] = 1;
		if (!((((int)now.injector)>0)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 229: // STATE 426 - session.pml:133 - [k = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][426] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 230: // STATE 427 - session.pml:135 - [(((k<2)&&(state[k]!=parked)))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][427] = 1;
		if (!(((((int)((P0 *)_this)->k)<2)&&(now.state[ Index(((int)((P0 *)_this)->k), 2) ]!=2))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 231: // STATE 428 - session.pml:135 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][428] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = (((int)((P0 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 232: // STATE 434 - session.pml:138 - [((k<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][434] = 1;
		if (!((((int)((P0 *)_this)->k)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 233: // STATE 435 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][435] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 234: // STATE 436 - session.pml:101 - [((state[k]==parked))] (451:0:2 - 1)
		IfNotBlocked
		reached[0][436] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(451, 437, 451) */
		reached[0][437] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->k), 2) ];
		now.state[ Index(((P0 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:k]", now.state[ Index(((int)((P0 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(451, 438, 451) */
		reached[0][438] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 444, 451) */
		reached[0][444] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 235: // STATE 445 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][445] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 236: // STATE 448 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][448] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_445_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:k]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ]));
#endif
		;
S_446_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_451_0;
S_451_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 237: // STATE 464 - session.pml:146 - [((searcher==seen))] (507:0:3 - 1)
		IfNotBlocked
		reached[0][464] = 1;
		if (!((((int)now.searcher)==((int)((P0 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		/* merge: searcher = k(507, 465, 507) */
		reached[0][465] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.searcher);
		now.searcher = ((int)((P0 *)_this)->k);
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		/* merge: ok = 1(507, 466, 507) */
		reached[0][466] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 472, 507) */
		reached[0][472] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 238: // STATE 468 - session.pml:147 - [((searcher!=seen))] (507:0:2 - 1)
		IfNotBlocked
		reached[0][468] = 1;
		if (!((((int)now.searcher)!=((int)((P0 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		/* merge: ok = 0(0, 469, 507) */
		reached[0][469] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 472, 507) */
		reached[0][472] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 239: // STATE 473 - session.pml:150 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][473] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 240: // STATE 474 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][474] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 241: // STATE 475 - session.pml:101 - [((state[k]==parked))] (490:0:2 - 1)
		IfNotBlocked
		reached[0][475] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(490, 476, 490) */
		reached[0][476] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->k), 2) ];
		now.state[ Index(((P0 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:k]", now.state[ Index(((int)((P0 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(490, 477, 490) */
		reached[0][477] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 483, 490) */
		reached[0][483] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 242: // STATE 484 - session.pml:104 - [(ok)] (0:0:0 - 1)
		IfNotBlocked
		reached[0][484] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 243: // STATE 487 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][487] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_484_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:k]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ]));
#endif
		;
S_485_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_490_0;
S_490_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 244: // STATE 493 - session.pml:152 - [(ok)] (537:0:4 - 1)
		IfNotBlocked
		reached[0][493] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.ovals = grab_ints(4);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		/* merge: goto :b12(537, 494, 537) */
		reached[0][494] = 1;
		;
		/* merge: k = 0(537, 512, 537) */
		reached[0][512] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: seen = 0(537, 513, 537) */
		reached[0][513] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(537, 514, 537) */
		reached[0][514] = 1;
		(trpt+1)->bup.ovals[3] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 518, 537) */
		reached[0][518] = 1;
		;
		_m = 3; goto P999; /* 5 */
	case 245: // STATE 502 - session.pml:108 - [D_STEP108]
		IfNotBlocked

		reached[0][502] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_495_0: /* 2 */
		((P0 *)_this)->ok = (((int)now.searcher)==((int)((P0 *)_this)->k));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
S_499_0: /* 2 */
S_496_0: /* 2 */
		if (!(((int)((P0 *)_this)->ok)))
			goto S_499_1;
S_497_0: /* 2 */
		now.searcher = 2;
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		goto S_500_0;
S_499_1: /* 3 */
S_498_0: /* 2 */
		/* else */;
		goto S_500_0;
S_499_2: /* 3 */
		Uerror("blocking sel in d_step (nr.15, near line 110)");
S_500_0: /* 2 */
		goto S_504_0;
S_504_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 246: // STATE 512 - session.pml:156 - [k = 0] (0:537:3 - 13)
		IfNotBlocked
		reached[0][512] = 1;
		(trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: seen = 0(537, 513, 537) */
		reached[0][513] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(537, 514, 537) */
		reached[0][514] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 518, 537) */
		reached[0][518] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 247: // STATE 519 - session.pml:162 - [((state[i]==parked))] (534:0:2 - 1)
		IfNotBlocked
		reached[0][519] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==2)))
			continue;
		/* merge: state[i] = notified(534, 520, 534) */
		reached[0][520] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: ok = 1(534, 521, 534) */
		reached[0][521] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 527, 534) */
		reached[0][527] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 248: // STATE 524 - session.pml:163 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][524] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 249: // STATE 528 - session.pml:165 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][528] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 250: // STATE 531 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][531] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_528_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:i]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
S_529_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])<=1), "(wakeups[i]<=1)", II, tt, t);
		goto S_534_0;
S_534_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 251: // STATE 536 - session.pml:166 - [ok = 0] (0:563:1 - 3)
		IfNotBlocked
		reached[0][536] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 252: // STATE 539 - session.pml:334 - [((queue[i]>0))] (542:0:1 - 1)
		IfNotBlocked
		reached[0][539] = 1;
		if (!((((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])>0)))
			continue;
		/* merge: queue[i] = (queue[i]-1)(0, 540, 542) */
		reached[0][540] = 1;
		(trpt+1)->bup.oval = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])-1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 253: // STATE 542 - session.pml:335 - [queue[i] = (queue[i]+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][542] = 1;
		(trpt+1)->bup.oval = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 254: // STATE 543 - session.pml:162 - [((state[i]==parked))] (558:0:2 - 1)
		IfNotBlocked
		reached[0][543] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==2)))
			continue;
		/* merge: state[i] = notified(558, 544, 558) */
		reached[0][544] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: ok = 1(558, 545, 558) */
		reached[0][545] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 551, 558) */
		reached[0][551] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 255: // STATE 548 - session.pml:163 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][548] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 256: // STATE 552 - session.pml:165 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][552] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 257: // STATE 555 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][555] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_552_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:i]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
S_553_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])<=1), "(wakeups[i]<=1)", II, tt, t);
		goto S_558_0;
S_558_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 258: // STATE 560 - session.pml:166 - [ok = 0] (0:580:1 - 3)
		IfNotBlocked
		reached[0][560] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 564, 580) */
		reached[0][564] = 1;
		;
		/* merge: .(goto)(0, 576, 580) */
		reached[0][576] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 259: // STATE 565 - session.pml:341 - [((ios>0))] (573:0:2 - 1)
		IfNotBlocked
		reached[0][565] = 1;
		if (!((((int)now.ios)>0)))
			continue;
		/* merge: ios = (ios-1)(573, 566, 573) */
		reached[0][566] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)now.ios);
		now.ios = (((int)now.ios)-1);
#ifdef VAR_RANGES
		logval("ios", ((int)now.ios));
#endif
		;
		/* merge: outstanding = (outstanding+1)(573, 567, 573) */
		reached[0][567] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.outstanding);
		now.outstanding = (((int)now.outstanding)+1);
#ifdef VAR_RANGES
		logval("outstanding", ((int)now.outstanding));
#endif
		;
		_m = 3; goto P999; /* 2 */
	case 260: // STATE 569 - session.pml:343 - [io[place[i]] = (io[place[i]]+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][569] = 1;
		(trpt+1)->bup.oval = ((int)now.io[ Index(((int)now.place[ Index(((int)((P0 *)_this)->i), 2) ]), 2) ]);
		now.io[ Index(now.place[ Index(((P0 *)_this)->i, 2) ], 2) ] = (((int)now.io[ Index(((int)now.place[ Index(((int)((P0 *)_this)->i), 2) ]), 2) ])+1);
#ifdef VAR_RANGES
		logval("io[place[worker:i]]", ((int)now.io[ Index(((int)now.place[ Index(((int)((P0 *)_this)->i), 2) ]), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 261: // STATE 570 - session.pml:344 - [((stopped[(2-1)]==0))] (580:0:1 - 1)
		IfNotBlocked
		reached[0][570] = 1;
		if (!((((int)now.stopped[ Index((2-1), 2) ])==0)))
			continue;
		/* merge: io[(2-1)] = (io[(2-1)]+1)(0, 571, 580) */
		reached[0][571] = 1;
		(trpt+1)->bup.oval = ((int)now.io[ Index((2-1), 2) ]);
		now.io[ Index((2-1), 2) ] = (((int)now.io[ Index((2-1), 2) ])+1);
#ifdef VAR_RANGES
		logval("io[(2-1)]", ((int)now.io[ Index((2-1), 2) ]));
#endif
		;
		/* merge: .(goto)(0, 574, 580) */
		reached[0][574] = 1;
		;
		/* merge: .(goto)(0, 576, 580) */
		reached[0][576] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 262: // STATE 579 - session.pml:362 - [goto :b8] (0:754:2 - 1)
		IfNotBlocked
		reached[0][579] = 1;
		;
		/* merge: found = 0(754, 752, 754) */
		reached[0][752] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->found);
		((P0 *)_this)->found = 0;
#ifdef VAR_RANGES
		logval("worker:found", ((int)((P0 *)_this)->found));
#endif
		;
		/* merge: mine = 0(754, 753, 754) */
		reached[0][753] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->mine);
		((P0 *)_this)->mine = 0;
#ifdef VAR_RANGES
		logval("worker:mine", ((int)((P0 *)_this)->mine));
#endif
		;
		_m = 3; goto P999; /* 2 */
	case 263: // STATE 582 - session.pml:363 - [(((((phase!=leaving)&&(queue[i]==0))&&(j!=i))&&(queue[j]>0)))] (749:0:2 - 1)
		IfNotBlocked
		reached[0][582] = 1;
		if (!(((((now.phase!=4)&&(((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])==0))&&(((int)((P0 *)_this)->j)!=((int)((P0 *)_this)->i)))&&(((int)now.queue[ Index(((int)((P0 *)_this)->j), 2) ])>0))))
			continue;
		/* merge: queue[j] = (queue[j]-1)(749, 583, 749) */
		reached[0][583] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)now.queue[ Index(((int)((P0 *)_this)->j), 2) ]);
		now.queue[ Index(((P0 *)_this)->j, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->j), 2) ])-1);
#ifdef VAR_RANGES
		logval("queue[worker:j]", ((int)now.queue[ Index(((int)((P0 *)_this)->j), 2) ]));
#endif
		;
		/* merge: queue[i] = (queue[i]+1)(749, 584, 749) */
		reached[0][584] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		/* merge: .(goto)(0, 750, 749) */
		reached[0][750] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 264: // STATE 586 - session.pml:365 - [((((phase!=leaving)&&(queue[i]==0))&&!(((j!=i)&&(queue[j]>0)))))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][586] = 1;
		if (!((((now.phase!=4)&&(((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])==0))&& !(((((int)((P0 *)_this)->j)!=((int)((P0 *)_this)->i))&&(((int)now.queue[ Index(((int)((P0 *)_this)->j), 2) ])>0))))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 265: // STATE 587 - session.pml:367 - [found = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][587] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->found);
		((P0 *)_this)->found = 0;
#ifdef VAR_RANGES
		logval("worker:found", ((int)((P0 *)_this)->found));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 266: // STATE 588 - session.pml:368 - [mine = (searcher==i)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][588] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->mine);
		((P0 *)_this)->mine = (((int)now.searcher)==((int)((P0 *)_this)->i));
#ifdef VAR_RANGES
		logval("worker:mine", ((int)((P0 *)_this)->mine));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 267: // STATE 589 - session.pml:370 - [((injector>0))] (619:0:3 - 1)
		IfNotBlocked
		reached[0][589] = 1;
		if (!((((int)now.injector)>0)))
			continue;
		/* merge: injector = (injector-1)(619, 590, 619) */
		reached[0][590] = 1;
		(trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((int)now.injector);
		now.injector = (((int)now.injector)-1);
#ifdef VAR_RANGES
		logval("injector", ((int)now.injector));
#endif
		;
		/* merge: queue[i] = (queue[i]+1)(619, 591, 619) */
		reached[0][591] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		/* merge: found = 1(619, 592, 619) */
		reached[0][592] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->found);
		((P0 *)_this)->found = 1;
#ifdef VAR_RANGES
		logval("worker:found", ((int)((P0 *)_this)->found));
#endif
		;
		/* merge: .(goto)(0, 598, 619) */
		reached[0][598] = 1;
		;
		_m = 3; goto P999; /* 4 */
	case 268: // STATE 599 - session.pml:374 - [((mine&&!(found)))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][599] = 1;
		if (!((((int)((P0 *)_this)->mine)&& !(((int)((P0 *)_this)->found)))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 269: // STATE 600 - session.pml:376 - [((n<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][600] = 1;
		if (!((((int)((P0 *)_this)->n)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 270: // STATE 601 - session.pml:378 - [(((n!=i)&&(queue[n]>1)))] (614:0:4 - 1)
		IfNotBlocked
		reached[0][601] = 1;
		if (!(((((int)((P0 *)_this)->n)!=((int)((P0 *)_this)->i))&&(((int)now.queue[ Index(((int)((P0 *)_this)->n), 2) ])>1))))
			continue;
		/* merge: queue[n] = (queue[n]-1)(614, 602, 614) */
		reached[0][602] = 1;
		(trpt+1)->bup.ovals = grab_ints(4);
		(trpt+1)->bup.ovals[0] = ((int)now.queue[ Index(((int)((P0 *)_this)->n), 2) ]);
		now.queue[ Index(((P0 *)_this)->n, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->n), 2) ])-1);
#ifdef VAR_RANGES
		logval("queue[worker:n]", ((int)now.queue[ Index(((int)((P0 *)_this)->n), 2) ]));
#endif
		;
		/* merge: queue[i] = (queue[i]+1)(614, 603, 614) */
		reached[0][603] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		/* merge: found = 1(614, 604, 614) */
		reached[0][604] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->found);
		((P0 *)_this)->found = 1;
#ifdef VAR_RANGES
		logval("worker:found", ((int)((P0 *)_this)->found));
#endif
		;
		/* merge: .(goto)(614, 610, 614) */
		reached[0][610] = 1;
		;
		/* merge: n = (n+1)(614, 611, 614) */
		reached[0][611] = 1;
		(trpt+1)->bup.ovals[3] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 615, 614) */
		reached[0][615] = 1;
		;
		_m = 3; goto P999; /* 6 */
	case 271: // STATE 607 - session.pml:379 - [(1)] (614:0:1 - 1)
		IfNotBlocked
		reached[0][607] = 1;
		if (!(1))
			continue;
		/* merge: .(goto)(614, 610, 614) */
		reached[0][610] = 1;
		;
		/* merge: n = (n+1)(614, 611, 614) */
		reached[0][611] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 615, 614) */
		reached[0][615] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 272: // STATE 611 - session.pml:381 - [n = (n+1)] (0:614:1 - 3)
		IfNotBlocked
		reached[0][611] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 615, 614) */
		reached[0][615] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 273: // STATE 617 - session.pml:384 - [n = 0] (0:742:1 - 3)
		IfNotBlocked
		reached[0][617] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 620, 742) */
		reached[0][620] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 274: // STATE 621 - session.pml:388 - [(mine)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][621] = 1;
		if (!(((int)((P0 *)_this)->mine)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: mine */  (trpt+1)->bup.oval = ((P0 *)_this)->mine;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->mine = 0;
		_m = 3; goto P999; /* 0 */
	case 275: // STATE 628 - session.pml:108 - [D_STEP108]
		IfNotBlocked

		reached[0][628] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_621_0: /* 2 */
		((P0 *)_this)->ok = (((int)now.searcher)==((int)((P0 *)_this)->i));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
S_625_0: /* 2 */
S_622_0: /* 2 */
		if (!(((int)((P0 *)_this)->ok)))
			goto S_625_1;
S_623_0: /* 2 */
		now.searcher = 2;
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		goto S_626_0;
S_625_1: /* 3 */
S_624_0: /* 2 */
		/* else */;
		goto S_626_0;
S_625_2: /* 3 */
		Uerror("blocking sel in d_step (nr.16, near line 110)");
S_626_0: /* 2 */
		goto S_737_0;
S_737_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 276: // STATE 630 - session.pml:390 - [(((ok&&found)&&(injector>0)))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][630] = 1;
		if (!(((((int)((P0 *)_this)->ok)&&((int)((P0 *)_this)->found))&&(((int)now.injector)>0))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 277: // STATE 631 - session.pml:117 - [seen = searcher] (0:0:1 - 1)
		IfNotBlocked
		reached[0][631] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = ((int)now.searcher);
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 278: // STATE 632 - session.pml:119 - [(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][632] = 1;
		if (!(((((int)((P0 *)_this)->seen)!=2)&& !(((now.state[ Index(((int)((P0 *)_this)->seen), 2) ]==1)&&((int)now.busy[ Index(((int)((P0 *)_this)->seen), 2) ]))))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.oval = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		_m = 3; goto P999; /* 0 */
	case 279: // STATE 637 - session.pml:122 - [k = 0] (0:642:1 - 2)
		IfNotBlocked
		reached[0][637] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: .(goto)(0, 643, 642) */
		reached[0][643] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 280: // STATE 638 - session.pml:124 - [(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][638] = 1;
		if (!(((((int)((P0 *)_this)->k)<2)&& !(((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->k), 2) ])))))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 281: // STATE 639 - session.pml:124 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][639] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = (((int)((P0 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 282: // STATE 645 - session.pml:128 - [((k==2))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][645] = 1;
		if (!((((int)((P0 *)_this)->k)==2)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: k */  (trpt+1)->bup.oval = ((P0 *)_this)->k;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->k = 0;
		_m = 3; goto P999; /* 0 */
	case 283: // STATE 646 - session.pml:132 - [((injector>0))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][646] = 1;
		if (!((((int)now.injector)>0)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 284: // STATE 647 - session.pml:133 - [k = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][647] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 285: // STATE 648 - session.pml:135 - [(((k<2)&&(state[k]!=parked)))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][648] = 1;
		if (!(((((int)((P0 *)_this)->k)<2)&&(now.state[ Index(((int)((P0 *)_this)->k), 2) ]!=2))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 286: // STATE 649 - session.pml:135 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][649] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = (((int)((P0 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 287: // STATE 655 - session.pml:138 - [((k<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][655] = 1;
		if (!((((int)((P0 *)_this)->k)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 288: // STATE 656 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][656] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 289: // STATE 657 - session.pml:101 - [((state[k]==parked))] (672:0:2 - 1)
		IfNotBlocked
		reached[0][657] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(672, 658, 672) */
		reached[0][658] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->k), 2) ];
		now.state[ Index(((P0 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:k]", now.state[ Index(((int)((P0 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(672, 659, 672) */
		reached[0][659] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 665, 672) */
		reached[0][665] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 290: // STATE 666 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][666] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 291: // STATE 669 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][669] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_666_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:k]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ]));
#endif
		;
S_667_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_672_0;
S_672_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 292: // STATE 685 - session.pml:146 - [((searcher==seen))] (728:0:3 - 1)
		IfNotBlocked
		reached[0][685] = 1;
		if (!((((int)now.searcher)==((int)((P0 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		/* merge: searcher = k(728, 686, 728) */
		reached[0][686] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.searcher);
		now.searcher = ((int)((P0 *)_this)->k);
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		/* merge: ok = 1(728, 687, 728) */
		reached[0][687] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 693, 728) */
		reached[0][693] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 293: // STATE 689 - session.pml:147 - [((searcher!=seen))] (728:0:2 - 1)
		IfNotBlocked
		reached[0][689] = 1;
		if (!((((int)now.searcher)!=((int)((P0 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		/* merge: ok = 0(0, 690, 728) */
		reached[0][690] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 693, 728) */
		reached[0][693] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 294: // STATE 694 - session.pml:150 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][694] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 295: // STATE 695 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][695] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 296: // STATE 696 - session.pml:101 - [((state[k]==parked))] (711:0:2 - 1)
		IfNotBlocked
		reached[0][696] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(711, 697, 711) */
		reached[0][697] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->k), 2) ];
		now.state[ Index(((P0 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:k]", now.state[ Index(((int)((P0 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(711, 698, 711) */
		reached[0][698] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 704, 711) */
		reached[0][704] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 297: // STATE 705 - session.pml:104 - [(ok)] (0:0:0 - 1)
		IfNotBlocked
		reached[0][705] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 298: // STATE 708 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][708] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_705_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:k]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ]));
#endif
		;
S_706_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_711_0;
S_711_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 299: // STATE 714 - session.pml:152 - [(ok)] (747:0:5 - 1)
		IfNotBlocked
		reached[0][714] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.ovals = grab_ints(5);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		/* merge: goto :b16(747, 715, 747) */
		reached[0][715] = 1;
		;
		/* merge: k = 0(747, 733, 747) */
		reached[0][733] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: seen = 0(747, 734, 747) */
		reached[0][734] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(747, 735, 747) */
		reached[0][735] = 1;
		(trpt+1)->bup.ovals[3] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(747, 739, 747) */
		reached[0][739] = 1;
		;
		/* merge: ok = 0(747, 740, 747) */
		reached[0][740] = 1;
		(trpt+1)->bup.ovals[4] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 743, 747) */
		reached[0][743] = 1;
		;
		_m = 3; goto P999; /* 7 */
	case 300: // STATE 723 - session.pml:108 - [D_STEP108]
		IfNotBlocked

		reached[0][723] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_716_0: /* 2 */
		((P0 *)_this)->ok = (((int)now.searcher)==((int)((P0 *)_this)->k));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
S_720_0: /* 2 */
S_717_0: /* 2 */
		if (!(((int)((P0 *)_this)->ok)))
			goto S_720_1;
S_718_0: /* 2 */
		now.searcher = 2;
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		goto S_721_0;
S_720_1: /* 3 */
S_719_0: /* 2 */
		/* else */;
		goto S_721_0;
S_720_2: /* 3 */
		Uerror("blocking sel in d_step (nr.17, near line 110)");
S_721_0: /* 2 */
		goto S_725_0;
S_725_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 301: // STATE 733 - session.pml:156 - [k = 0] (0:747:4 - 13)
		IfNotBlocked
		reached[0][733] = 1;
		(trpt+1)->bup.ovals = grab_ints(4);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: seen = 0(747, 734, 747) */
		reached[0][734] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(747, 735, 747) */
		reached[0][735] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(747, 739, 747) */
		reached[0][739] = 1;
		;
		/* merge: ok = 0(747, 740, 747) */
		reached[0][740] = 1;
		(trpt+1)->bup.ovals[3] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 743, 747) */
		reached[0][743] = 1;
		;
		_m = 3; goto P999; /* 5 */
	case 302: // STATE 740 - session.pml:391 - [ok = 0] (0:747:1 - 3)
		IfNotBlocked
		reached[0][740] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 743, 747) */
		reached[0][743] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 303: // STATE 744 - session.pml:394 - [(!(found))] (754:0:3 - 1)
		IfNotBlocked
		reached[0][744] = 1;
		if (!( !(((int)((P0 *)_this)->found))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: found */  (trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->found;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->found = 0;
		/* merge: goto :b8(754, 745, 754) */
		reached[0][745] = 1;
		;
		/* merge: found = 0(754, 752, 754) */
		reached[0][752] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->found);
		((P0 *)_this)->found = 0;
#ifdef VAR_RANGES
		logval("worker:found", ((int)((P0 *)_this)->found));
#endif
		;
		/* merge: mine = 0(754, 753, 754) */
		reached[0][753] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->mine);
		((P0 *)_this)->mine = 0;
#ifdef VAR_RANGES
		logval("worker:mine", ((int)((P0 *)_this)->mine));
#endif
		;
		_m = 3; goto P999; /* 3 */
	case 304: // STATE 752 - session.pml:396 - [found = 0] (0:754:2 - 6)
		IfNotBlocked
		reached[0][752] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->found);
		((P0 *)_this)->found = 0;
#ifdef VAR_RANGES
		logval("worker:found", ((int)((P0 *)_this)->found));
#endif
		;
		/* merge: mine = 0(754, 753, 754) */
		reached[0][753] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->mine);
		((P0 *)_this)->mine = 0;
#ifdef VAR_RANGES
		logval("worker:mine", ((int)((P0 *)_this)->mine));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 305: // STATE 754 - session.pml:397 - [busy[i] = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][754] = 1;
		(trpt+1)->bup.oval = ((int)now.busy[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.busy[ Index(((P0 *)_this)->i, 2) ] = 0;
#ifdef VAR_RANGES
		logval("busy[worker:i]", ((int)now.busy[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 306: // STATE 756 - session.pml:418 - [(((phase!=leaving)&&(queue[i]>0)))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][756] = 1;
		if (!(((now.phase!=4)&&(((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])>0))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 307: // STATE 757 - session.pml:420 - [((state[i]==awake))] (791:0:2 - 1)
		IfNotBlocked
		reached[0][757] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==3)))
			continue;
		/* merge: state[i] = notified(791, 758, 791) */
		reached[0][758] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: ok = 1(791, 759, 791) */
		reached[0][759] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 765, 791) */
		reached[0][765] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 308: // STATE 762 - session.pml:421 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][762] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 309: // STATE 766 - session.pml:423 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][766] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 310: // STATE 769 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][769] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_766_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:i]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
S_767_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])<=1), "(wakeups[i]<=1)", II, tt, t);
		goto S_791_0;
S_791_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 311: // STATE 772 - session.pml:162 - [((state[i]==parked))] (787:0:2 - 1)
		IfNotBlocked
		reached[0][772] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==2)))
			continue;
		/* merge: state[i] = notified(787, 773, 787) */
		reached[0][773] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: ok = 1(787, 774, 787) */
		reached[0][774] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 780, 787) */
		reached[0][780] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 312: // STATE 777 - session.pml:163 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][777] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 313: // STATE 781 - session.pml:165 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][781] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 314: // STATE 784 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][784] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_781_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:i]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
S_782_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])<=1), "(wakeups[i]<=1)", II, tt, t);
		goto S_787_0;
S_787_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 315: // STATE 789 - session.pml:166 - [ok = 0] (0:974:1 - 3)
		IfNotBlocked
		reached[0][789] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 792, 974) */
		reached[0][792] = 1;
		;
		/* merge: .(goto)(0, 952, 974) */
		reached[0][952] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 316: // STATE 800 - session.pml:108 - [D_STEP108]
		IfNotBlocked

		reached[0][800] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_793_0: /* 2 */
		((P0 *)_this)->ok = (((int)now.searcher)==((int)((P0 *)_this)->i));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
S_797_0: /* 2 */
S_794_0: /* 2 */
		if (!(((int)((P0 *)_this)->ok)))
			goto S_797_1;
S_795_0: /* 2 */
		now.searcher = 2;
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		goto S_798_0;
S_797_1: /* 3 */
S_796_0: /* 2 */
		/* else */;
		goto S_798_0;
S_797_2: /* 3 */
		Uerror("blocking sel in d_step (nr.18, near line 110)");
S_798_0: /* 2 */
		goto S_807_0;
S_807_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 317: // STATE 802 - session.pml:302 - [((state[i]==awake))] (948:0:1 - 1)
		IfNotBlocked
		reached[0][802] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==3)))
			continue;
		/* merge: state[i] = parked(0, 803, 948) */
		reached[0][803] = 1;
		(trpt+1)->bup.oval = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 2;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: .(goto)(0, 809, 948) */
		reached[0][809] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 318: // STATE 810 - session.pml:306 - [((state[i]!=notified))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][810] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]!=1)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 319: // STATE 811 - session.pml:309 - [(((phase!=leaving)&&((queue[i]>0)||(injector>0))))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][811] = 1;
		if (!(((now.phase!=4)&&((((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])>0)||(((int)now.injector)>0)))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 320: // STATE 812 - session.pml:162 - [((state[i]==parked))] (827:0:2 - 1)
		IfNotBlocked
		reached[0][812] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==2)))
			continue;
		/* merge: state[i] = notified(827, 813, 827) */
		reached[0][813] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: ok = 1(827, 814, 827) */
		reached[0][814] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 820, 827) */
		reached[0][820] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 321: // STATE 817 - session.pml:163 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][817] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 322: // STATE 821 - session.pml:165 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][821] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 323: // STATE 824 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][824] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_821_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:i]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
S_822_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])<=1), "(wakeups[i]<=1)", II, tt, t);
		goto S_827_0;
S_827_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 324: // STATE 829 - session.pml:166 - [ok = 0] (0:974:1 - 3)
		IfNotBlocked
		reached[0][829] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 946, 974) */
		reached[0][946] = 1;
		;
		/* merge: .(goto)(0, 949, 974) */
		reached[0][949] = 1;
		;
		/* merge: .(goto)(0, 952, 974) */
		reached[0][952] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 325: // STATE 832 - session.pml:201 - [ok = 1] (0:840:2 - 1)
		IfNotBlocked
		reached[0][832] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: n = 0(840, 833, 840) */
		reached[0][833] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 841, 840) */
		reached[0][841] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 326: // STATE 834 - session.pml:203 - [(((n<2)&&ok))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][834] = 1;
		if (!(((((int)((P0 *)_this)->n)<2)&&((int)((P0 *)_this)->ok))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 327: // STATE 835 - session.pml:203 - [ok = (state[n]==parked)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][835] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 328: // STATE 836 - session.pml:203 - [ok = (ok&&!(busy[n]))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][836] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)((P0 *)_this)->ok)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->n), 2) ])));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 329: // STATE 837 - session.pml:203 - [n = (n+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][837] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 330: // STATE 843 - session.pml:206 - [n = 0] (0:847:1 - 3)
		IfNotBlocked
		reached[0][843] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 331: // STATE 844 - session.pml:207 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][844] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 332: // STATE 845 - session.pml:207 - [ok = (outstanding==0)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][845] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)now.outstanding)==0);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 333: // STATE 849 - session.pml:208 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][849] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 334: // STATE 850 - session.pml:208 - [ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][850] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 335: // STATE 855 - session.pml:242 - [(ok)] (860:0:2 - 1)
		IfNotBlocked
		reached[0][855] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		/* merge: ok = 0(0, 856, 860) */
		reached[0][856] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 336: // STATE 857 - session.pml:74 - [(!(locked))] (938:0:1 - 1)
		IfNotBlocked
		reached[0][857] = 1;
		if (!( !(((int)now.locked))))
			continue;
		/* merge: locked = 1(0, 858, 938) */
		reached[0][858] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 1;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 337: // STATE 861 - session.pml:214 - [((phase==running))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][861] = 1;
		if (!((now.phase==6)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 338: // STATE 862 - session.pml:201 - [ok = 1] (0:870:2 - 1)
		IfNotBlocked
		reached[0][862] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: n = 0(870, 863, 870) */
		reached[0][863] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 871, 870) */
		reached[0][871] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 339: // STATE 864 - session.pml:203 - [(((n<2)&&ok))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][864] = 1;
		if (!(((((int)((P0 *)_this)->n)<2)&&((int)((P0 *)_this)->ok))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 340: // STATE 865 - session.pml:203 - [ok = (state[n]==parked)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][865] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 341: // STATE 866 - session.pml:203 - [ok = (ok&&!(busy[n]))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][866] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)((P0 *)_this)->ok)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->n), 2) ])));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 342: // STATE 867 - session.pml:203 - [n = (n+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][867] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 343: // STATE 873 - session.pml:206 - [n = 0] (0:877:1 - 3)
		IfNotBlocked
		reached[0][873] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 344: // STATE 874 - session.pml:207 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][874] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 345: // STATE 875 - session.pml:207 - [ok = (outstanding==0)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][875] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)now.outstanding)==0);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 346: // STATE 879 - session.pml:208 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][879] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 347: // STATE 880 - session.pml:208 - [ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][880] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 348: // STATE 885 - session.pml:217 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][885] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 349: // STATE 886 - session.pml:218 - [phase = asking] (0:0:1 - 1)
		IfNotBlocked
		reached[0][886] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 5;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 350: // STATE 887 - session.pml:201 - [ok = 1] (0:895:2 - 1)
		IfNotBlocked
		reached[0][887] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: n = 0(895, 888, 895) */
		reached[0][888] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 896, 895) */
		reached[0][896] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 351: // STATE 889 - session.pml:203 - [(((n<2)&&ok))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][889] = 1;
		if (!(((((int)((P0 *)_this)->n)<2)&&((int)((P0 *)_this)->ok))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 352: // STATE 890 - session.pml:203 - [ok = (state[n]==parked)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][890] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 353: // STATE 891 - session.pml:203 - [ok = (ok&&!(busy[n]))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][891] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)((P0 *)_this)->ok)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->n), 2) ])));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 354: // STATE 892 - session.pml:203 - [n = (n+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][892] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 355: // STATE 898 - session.pml:206 - [n = 0] (0:902:1 - 3)
		IfNotBlocked
		reached[0][898] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 356: // STATE 899 - session.pml:207 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][899] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 357: // STATE 900 - session.pml:207 - [ok = (outstanding==0)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][900] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)now.outstanding)==0);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 358: // STATE 904 - session.pml:208 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][904] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 359: // STATE 905 - session.pml:208 - [ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][905] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 360: // STATE 910 - session.pml:223 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][910] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 361: // STATE 926 - session.pml:224 - [D_STEP224]
		IfNotBlocked

		reached[0][926] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_910_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
S_922_0: /* 2 */
S_921_0: /* 2 */
S_911_0: /* 2 */
		if (!((((int)((P0 *)_this)->s)<=1)))
			goto S_921_1;
S_912_0: /* 2 */
		now.guard[ Index(((P0 *)_this)->s, 2) ] = 0;
#ifdef VAR_RANGES
		logval("guard[worker:s]", ((int)now.guard[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
S_916_0: /* 2 */
S_913_0: /* 2 */
		if (!( !(((((((int)now.guard[ Index(((int)((P0 *)_this)->s), 2) ])||(((int)now.io[ Index(((int)((P0 *)_this)->s), 2) ])>0))||(((int)now.base[ Index(((int)((P0 *)_this)->s), 2) ])>0))||(((int)now.executing[ Index(((int)((P0 *)_this)->s), 2) ])>0))||(((((int)now.place[0])==((int)((P0 *)_this)->s))&&(((int)now.wakeups[0])>0))||((((int)now.place[1])==((int)((P0 *)_this)->s))&&(((int)now.wakeups[1])>0)))))))
			goto S_916_1;
S_914_0: /* 2 */
		now.stopped[ Index(((P0 *)_this)->s, 2) ] = 1;
#ifdef VAR_RANGES
		logval("stopped[worker:s]", ((int)now.stopped[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
		goto S_917_0;
S_916_1: /* 3 */
S_915_0: /* 2 */
		/* else */;
		goto S_917_0;
S_916_2: /* 3 */
		Uerror("blocking sel in d_step (nr.19, near line 227)");
S_917_0: /* 2 */
S_918_0: /* 2 */
		((P0 *)_this)->s = (((int)((P0 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_922_0; /* ';' */
S_921_1: /* 3 */
S_919_0: /* 2 */
		/* else */;
S_920_0: /* 2 */
		goto S_923_0;	/* 'goto' */
S_921_2: /* 3 */
		Uerror("blocking sel in d_step (nr.20, near line 228)");
S_923_0: /* 2 */
		goto S_924_0;	/* 'break' */
S_924_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_929_0;
S_929_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 362: // STATE 928 - session.pml:231 - [phase = running] (0:0:1 - 1)
		IfNotBlocked
		reached[0][928] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 6;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 363: // STATE 934 - session.pml:235 - [ok = 0] (0:940:1 - 5)
		IfNotBlocked
		reached[0][934] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 937, 940) */
		reached[0][937] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 364: // STATE 939 - session.pml:75 - [locked = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][939] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 0;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 365: // STATE 953 - session.pml:427 - [(((j!=i)&&(queue[j]>0)))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][953] = 1;
		if (!(((((int)((P0 *)_this)->j)!=((int)((P0 *)_this)->i))&&(((int)now.queue[ Index(((int)((P0 *)_this)->j), 2) ])>0))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 366: // STATE 954 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][954] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 367: // STATE 955 - session.pml:101 - [((state[j]==parked))] (970:0:2 - 1)
		IfNotBlocked
		reached[0][955] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->j), 2) ]==2)))
			continue;
		/* merge: state[j] = notified(970, 956, 970) */
		reached[0][956] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->j), 2) ];
		now.state[ Index(((P0 *)_this)->j, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:j]", now.state[ Index(((int)((P0 *)_this)->j), 2) ]);
#endif
		;
		/* merge: ok = 1(970, 957, 970) */
		reached[0][957] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 963, 970) */
		reached[0][963] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 368: // STATE 964 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][964] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 369: // STATE 967 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][967] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_964_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->j, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->j), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:j]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->j), 2) ]));
#endif
		;
S_965_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->j), 2) ])<=1), "(wakeups[j]<=1)", II, tt, t);
		goto S_970_0;
S_970_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 370: // STATE 976 - session.pml:429 - [ok = 0] (0:985:1 - 5)
		IfNotBlocked
		reached[0][976] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 371: // STATE 984 - session.pml:289 - [D_STEP289]
		IfNotBlocked

		reached[0][984] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_977_0: /* 2 */
		now.executing[ Index(((P0 *)_this)->home, 2) ] = (((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ])-1);
#ifdef VAR_RANGES
		logval("executing[worker:home]", ((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
S_981_0: /* 2 */
S_978_0: /* 2 */
		if (!( !(((((((int)now.guard[ Index(((int)((P0 *)_this)->home), 2) ])||(((int)now.io[ Index(((int)((P0 *)_this)->home), 2) ])>0))||(((int)now.base[ Index(((int)((P0 *)_this)->home), 2) ])>0))||(((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ])>0))||(((((int)now.place[0])==((int)((P0 *)_this)->home))&&(((int)now.wakeups[0])>0))||((((int)now.place[1])==((int)((P0 *)_this)->home))&&(((int)now.wakeups[1])>0)))))))
			goto S_981_1;
S_979_0: /* 2 */
		now.stopped[ Index(((P0 *)_this)->home, 2) ] = 1;
#ifdef VAR_RANGES
		logval("stopped[worker:home]", ((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		goto S_982_0;
S_981_1: /* 3 */
S_980_0: /* 2 */
		/* else */;
		goto S_982_0;
S_981_2: /* 3 */
		Uerror("blocking sel in d_step (nr.21, near line 291)");
S_982_0: /* 2 */
		goto S_1704_0;
S_1704_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 372: // STATE 986 - session.pml:450 - [((!(stopped[home])&&(io[home]>0)))] (1054:0:2 - 1)
		IfNotBlocked
		reached[0][986] = 1;
		if (!(( !(((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]))&&(((int)now.io[ Index(((int)((P0 *)_this)->home), 2) ])>0))))
			continue;
		/* merge: io[home] = (io[home]-1)(1054, 987, 1054) */
		reached[0][987] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)now.io[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.io[ Index(((P0 *)_this)->home, 2) ] = (((int)now.io[ Index(((int)((P0 *)_this)->home), 2) ])-1);
#ifdef VAR_RANGES
		logval("io[worker:home]", ((int)now.io[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		/* merge: executing[home] = (executing[home]+1)(1054, 988, 1054) */
		reached[0][988] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.executing[ Index(((P0 *)_this)->home, 2) ] = (((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ])+1);
#ifdef VAR_RANGES
		logval("executing[worker:home]", ((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 2 */
	case 373: // STATE 990 - session.pml:350 - [busy[i] = 1] (0:0:1 - 1)
		IfNotBlocked
		reached[0][990] = 1;
		(trpt+1)->bup.oval = ((int)now.busy[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.busy[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("busy[worker:i]", ((int)now.busy[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 374: // STATE 991 - session.pml:196 - [((phase!=running))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][991] = 1;
		if (!((now.phase!=6)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 375: // STATE 992 - session.pml:74 - [(!(locked))] (1046:0:1 - 1)
		IfNotBlocked
		reached[0][992] = 1;
		if (!( !(((int)now.locked))))
			continue;
		/* merge: locked = 1(0, 993, 1046) */
		reached[0][993] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 1;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 376: // STATE 996 - session.pml:174 - [((phase==asking))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][996] = 1;
		if (!((now.phase==5)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 377: // STATE 1012 - session.pml:175 - [D_STEP175]
		IfNotBlocked

		reached[0][1012] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_996_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
S_1008_0: /* 2 */
S_1007_0: /* 2 */
S_997_0: /* 2 */
		if (!((((int)((P0 *)_this)->s)<=1)))
			goto S_1007_1;
S_998_0: /* 2 */
		now.guard[ Index(((P0 *)_this)->s, 2) ] = 1;
#ifdef VAR_RANGES
		logval("guard[worker:s]", ((int)now.guard[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
S_1002_0: /* 2 */
S_999_0: /* 2 */
		if (!((((int)now.stopped[ Index(((int)((P0 *)_this)->s), 2) ])&&(((int)now.servers[ Index(((int)((P0 *)_this)->s), 2) ])==0))))
			goto S_1002_1;
S_1000_0: /* 2 */
		now.stopped[ Index(((P0 *)_this)->s, 2) ] = 0;
#ifdef VAR_RANGES
		logval("stopped[worker:s]", ((int)now.stopped[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
		goto S_1003_0;
S_1002_1: /* 3 */
S_1001_0: /* 2 */
		/* else */;
		goto S_1003_0;
S_1002_2: /* 3 */
		Uerror("blocking sel in d_step (nr.22, near line 178)");
S_1003_0: /* 2 */
S_1004_0: /* 2 */
		((P0 *)_this)->s = (((int)((P0 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_1008_0; /* ';' */
S_1007_1: /* 3 */
S_1005_0: /* 2 */
		/* else */;
S_1006_0: /* 2 */
		goto S_1009_0;	/* 'goto' */
S_1007_2: /* 3 */
		Uerror("blocking sel in d_step (nr.23, near line 179)");
S_1009_0: /* 2 */
		goto S_1010_0;	/* 'break' */
S_1010_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_1012_0;
S_1012_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 378: // STATE 1013 - session.pml:182 - [phase = running] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1013] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 6;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 379: // STATE 1014 - session.pml:183 - [n = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1014] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 380: // STATE 1015 - session.pml:185 - [((n<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1015] = 1;
		if (!((((int)((P0 *)_this)->n)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 381: // STATE 1016 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1016] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 382: // STATE 1017 - session.pml:101 - [((state[n]==parked))] (1032:0:2 - 1)
		IfNotBlocked
		reached[0][1017] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2)))
			continue;
		/* merge: state[n] = notified(1032, 1018, 1032) */
		reached[0][1018] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->n), 2) ];
		now.state[ Index(((P0 *)_this)->n, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:n]", now.state[ Index(((int)((P0 *)_this)->n), 2) ]);
#endif
		;
		/* merge: ok = 1(1032, 1019, 1032) */
		reached[0][1019] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1025, 1032) */
		reached[0][1025] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 383: // STATE 1026 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1026] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 384: // STATE 1029 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1029] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1026_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->n, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->n), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:n]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->n), 2) ]));
#endif
		;
S_1027_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->n), 2) ])<=1), "(wakeups[n]<=1)", II, tt, t);
		goto S_1032_0;
S_1032_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 385: // STATE 1035 - session.pml:185 - [n = (n+1)] (0:1038:1 - 3)
		IfNotBlocked
		reached[0][1035] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 1039, 1038) */
		reached[0][1039] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 386: // STATE 1041 - session.pml:188 - [n = 0] (0:1048:2 - 3)
		IfNotBlocked
		reached[0][1041] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: ok = 0(1048, 1042, 1048) */
		reached[0][1042] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1045, 1048) */
		reached[0][1045] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 387: // STATE 1047 - session.pml:75 - [locked = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1047] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 0;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 388: // STATE 1056 - session.pml:329 - [((pushes>0))] (1189:0:1 - 1)
		IfNotBlocked
		reached[0][1056] = 1;
		if (!((((int)now.pushes)>0)))
			continue;
		/* merge: pushes = (pushes-1)(0, 1057, 1189) */
		reached[0][1057] = 1;
		(trpt+1)->bup.oval = ((int)now.pushes);
		now.pushes = (((int)now.pushes)-1);
#ifdef VAR_RANGES
		logval("pushes", ((int)now.pushes));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 389: // STATE 1059 - session.pml:320 - [queue[i] = (queue[i]+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1059] = 1;
		(trpt+1)->bup.oval = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 390: // STATE 1060 - session.pml:321 - [((queue[i]==2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1060] = 1;
		if (!((((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])==2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 391: // STATE 1061 - session.pml:117 - [seen = searcher] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1061] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = ((int)now.searcher);
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 392: // STATE 1062 - session.pml:119 - [(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1062] = 1;
		if (!(((((int)((P0 *)_this)->seen)!=2)&& !(((now.state[ Index(((int)((P0 *)_this)->seen), 2) ]==1)&&((int)now.busy[ Index(((int)((P0 *)_this)->seen), 2) ]))))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.oval = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		_m = 3; goto P999; /* 0 */
	case 393: // STATE 1067 - session.pml:122 - [k = 0] (0:1072:1 - 2)
		IfNotBlocked
		reached[0][1067] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: .(goto)(0, 1073, 1072) */
		reached[0][1073] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 394: // STATE 1068 - session.pml:124 - [(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1068] = 1;
		if (!(((((int)((P0 *)_this)->k)<2)&& !(((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->k), 2) ])))))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 395: // STATE 1069 - session.pml:124 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1069] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = (((int)((P0 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 396: // STATE 1075 - session.pml:128 - [((k==2))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1075] = 1;
		if (!((((int)((P0 *)_this)->k)==2)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: k */  (trpt+1)->bup.oval = ((P0 *)_this)->k;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->k = 0;
		_m = 3; goto P999; /* 0 */
	case 397: // STATE 1076 - session.pml:132 - [((injector>0))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1076] = 1;
		if (!((((int)now.injector)>0)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 398: // STATE 1077 - session.pml:133 - [k = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1077] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 399: // STATE 1078 - session.pml:135 - [(((k<2)&&(state[k]!=parked)))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1078] = 1;
		if (!(((((int)((P0 *)_this)->k)<2)&&(now.state[ Index(((int)((P0 *)_this)->k), 2) ]!=2))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 400: // STATE 1079 - session.pml:135 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1079] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = (((int)((P0 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 401: // STATE 1085 - session.pml:138 - [((k<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1085] = 1;
		if (!((((int)((P0 *)_this)->k)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 402: // STATE 1086 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1086] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 403: // STATE 1087 - session.pml:101 - [((state[k]==parked))] (1102:0:2 - 1)
		IfNotBlocked
		reached[0][1087] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(1102, 1088, 1102) */
		reached[0][1088] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->k), 2) ];
		now.state[ Index(((P0 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:k]", now.state[ Index(((int)((P0 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(1102, 1089, 1102) */
		reached[0][1089] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1095, 1102) */
		reached[0][1095] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 404: // STATE 1096 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1096] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 405: // STATE 1099 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1099] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1096_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:k]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ]));
#endif
		;
S_1097_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_1102_0;
S_1102_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 406: // STATE 1115 - session.pml:146 - [((searcher==seen))] (1158:0:3 - 1)
		IfNotBlocked
		reached[0][1115] = 1;
		if (!((((int)now.searcher)==((int)((P0 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		/* merge: searcher = k(1158, 1116, 1158) */
		reached[0][1116] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.searcher);
		now.searcher = ((int)((P0 *)_this)->k);
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		/* merge: ok = 1(1158, 1117, 1158) */
		reached[0][1117] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1123, 1158) */
		reached[0][1123] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 407: // STATE 1119 - session.pml:147 - [((searcher!=seen))] (1158:0:2 - 1)
		IfNotBlocked
		reached[0][1119] = 1;
		if (!((((int)now.searcher)!=((int)((P0 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		/* merge: ok = 0(0, 1120, 1158) */
		reached[0][1120] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1123, 1158) */
		reached[0][1123] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 408: // STATE 1124 - session.pml:150 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1124] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 409: // STATE 1125 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1125] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 410: // STATE 1126 - session.pml:101 - [((state[k]==parked))] (1141:0:2 - 1)
		IfNotBlocked
		reached[0][1126] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(1141, 1127, 1141) */
		reached[0][1127] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->k), 2) ];
		now.state[ Index(((P0 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:k]", now.state[ Index(((int)((P0 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(1141, 1128, 1141) */
		reached[0][1128] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1134, 1141) */
		reached[0][1134] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 411: // STATE 1135 - session.pml:104 - [(ok)] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1135] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 412: // STATE 1138 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1138] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1135_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:k]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ]));
#endif
		;
S_1136_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_1141_0;
S_1141_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 413: // STATE 1144 - session.pml:152 - [(ok)] (1188:0:4 - 1)
		IfNotBlocked
		reached[0][1144] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.ovals = grab_ints(4);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		/* merge: goto :b25(1188, 1145, 1188) */
		reached[0][1145] = 1;
		;
		/* merge: k = 0(1188, 1163, 1188) */
		reached[0][1163] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: seen = 0(1188, 1164, 1188) */
		reached[0][1164] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(1188, 1165, 1188) */
		reached[0][1165] = 1;
		(trpt+1)->bup.ovals[3] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1169, 1188) */
		reached[0][1169] = 1;
		;
		_m = 3; goto P999; /* 5 */
	case 414: // STATE 1153 - session.pml:108 - [D_STEP108]
		IfNotBlocked

		reached[0][1153] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1146_0: /* 2 */
		((P0 *)_this)->ok = (((int)now.searcher)==((int)((P0 *)_this)->k));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
S_1150_0: /* 2 */
S_1147_0: /* 2 */
		if (!(((int)((P0 *)_this)->ok)))
			goto S_1150_1;
S_1148_0: /* 2 */
		now.searcher = 2;
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		goto S_1151_0;
S_1150_1: /* 3 */
S_1149_0: /* 2 */
		/* else */;
		goto S_1151_0;
S_1150_2: /* 3 */
		Uerror("blocking sel in d_step (nr.24, near line 110)");
S_1151_0: /* 2 */
		goto S_1155_0;
S_1155_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 415: // STATE 1163 - session.pml:156 - [k = 0] (0:1188:3 - 13)
		IfNotBlocked
		reached[0][1163] = 1;
		(trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: seen = 0(1188, 1164, 1188) */
		reached[0][1164] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(1188, 1165, 1188) */
		reached[0][1165] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1169, 1188) */
		reached[0][1169] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 416: // STATE 1170 - session.pml:162 - [((state[i]==parked))] (1185:0:2 - 1)
		IfNotBlocked
		reached[0][1170] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==2)))
			continue;
		/* merge: state[i] = notified(1185, 1171, 1185) */
		reached[0][1171] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: ok = 1(1185, 1172, 1185) */
		reached[0][1172] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1178, 1185) */
		reached[0][1178] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 417: // STATE 1175 - session.pml:163 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1175] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 418: // STATE 1179 - session.pml:165 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1179] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 419: // STATE 1182 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1182] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1179_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:i]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
S_1180_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])<=1), "(wakeups[i]<=1)", II, tt, t);
		goto S_1185_0;
S_1185_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 420: // STATE 1187 - session.pml:166 - [ok = 0] (0:1363:1 - 3)
		IfNotBlocked
		reached[0][1187] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1361, 1363) */
		reached[0][1361] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 421: // STATE 1190 - session.pml:330 - [((pushes>0))] (1323:0:1 - 1)
		IfNotBlocked
		reached[0][1190] = 1;
		if (!((((int)now.pushes)>0)))
			continue;
		/* merge: pushes = (pushes-1)(0, 1191, 1323) */
		reached[0][1191] = 1;
		(trpt+1)->bup.oval = ((int)now.pushes);
		now.pushes = (((int)now.pushes)-1);
#ifdef VAR_RANGES
		logval("pushes", ((int)now.pushes));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 422: // STATE 1193 - session.pml:320 - [queue[i] = (queue[i]+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1193] = 1;
		(trpt+1)->bup.oval = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 423: // STATE 1194 - session.pml:321 - [((queue[i]==2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1194] = 1;
		if (!((((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])==2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 424: // STATE 1195 - session.pml:117 - [seen = searcher] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1195] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = ((int)now.searcher);
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 425: // STATE 1196 - session.pml:119 - [(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1196] = 1;
		if (!(((((int)((P0 *)_this)->seen)!=2)&& !(((now.state[ Index(((int)((P0 *)_this)->seen), 2) ]==1)&&((int)now.busy[ Index(((int)((P0 *)_this)->seen), 2) ]))))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.oval = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		_m = 3; goto P999; /* 0 */
	case 426: // STATE 1201 - session.pml:122 - [k = 0] (0:1206:1 - 2)
		IfNotBlocked
		reached[0][1201] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: .(goto)(0, 1207, 1206) */
		reached[0][1207] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 427: // STATE 1202 - session.pml:124 - [(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1202] = 1;
		if (!(((((int)((P0 *)_this)->k)<2)&& !(((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->k), 2) ])))))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 428: // STATE 1203 - session.pml:124 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1203] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = (((int)((P0 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 429: // STATE 1209 - session.pml:128 - [((k==2))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1209] = 1;
		if (!((((int)((P0 *)_this)->k)==2)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: k */  (trpt+1)->bup.oval = ((P0 *)_this)->k;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->k = 0;
		_m = 3; goto P999; /* 0 */
	case 430: // STATE 1210 - session.pml:132 - [((injector>0))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1210] = 1;
		if (!((((int)now.injector)>0)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 431: // STATE 1211 - session.pml:133 - [k = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1211] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 432: // STATE 1212 - session.pml:135 - [(((k<2)&&(state[k]!=parked)))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1212] = 1;
		if (!(((((int)((P0 *)_this)->k)<2)&&(now.state[ Index(((int)((P0 *)_this)->k), 2) ]!=2))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 433: // STATE 1213 - session.pml:135 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1213] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = (((int)((P0 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 434: // STATE 1219 - session.pml:138 - [((k<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1219] = 1;
		if (!((((int)((P0 *)_this)->k)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 435: // STATE 1220 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1220] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 436: // STATE 1221 - session.pml:101 - [((state[k]==parked))] (1236:0:2 - 1)
		IfNotBlocked
		reached[0][1221] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(1236, 1222, 1236) */
		reached[0][1222] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->k), 2) ];
		now.state[ Index(((P0 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:k]", now.state[ Index(((int)((P0 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(1236, 1223, 1236) */
		reached[0][1223] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1229, 1236) */
		reached[0][1229] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 437: // STATE 1230 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1230] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 438: // STATE 1233 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1233] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1230_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:k]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ]));
#endif
		;
S_1231_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_1236_0;
S_1236_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 439: // STATE 1249 - session.pml:146 - [((searcher==seen))] (1292:0:3 - 1)
		IfNotBlocked
		reached[0][1249] = 1;
		if (!((((int)now.searcher)==((int)((P0 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		/* merge: searcher = k(1292, 1250, 1292) */
		reached[0][1250] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.searcher);
		now.searcher = ((int)((P0 *)_this)->k);
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		/* merge: ok = 1(1292, 1251, 1292) */
		reached[0][1251] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1257, 1292) */
		reached[0][1257] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 440: // STATE 1253 - session.pml:147 - [((searcher!=seen))] (1292:0:2 - 1)
		IfNotBlocked
		reached[0][1253] = 1;
		if (!((((int)now.searcher)!=((int)((P0 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		/* merge: ok = 0(0, 1254, 1292) */
		reached[0][1254] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1257, 1292) */
		reached[0][1257] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 441: // STATE 1258 - session.pml:150 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1258] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 442: // STATE 1259 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1259] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 443: // STATE 1260 - session.pml:101 - [((state[k]==parked))] (1275:0:2 - 1)
		IfNotBlocked
		reached[0][1260] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(1275, 1261, 1275) */
		reached[0][1261] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->k), 2) ];
		now.state[ Index(((P0 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:k]", now.state[ Index(((int)((P0 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(1275, 1262, 1275) */
		reached[0][1262] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1268, 1275) */
		reached[0][1268] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 444: // STATE 1269 - session.pml:104 - [(ok)] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1269] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 445: // STATE 1272 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1272] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1269_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:k]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ]));
#endif
		;
S_1270_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_1275_0;
S_1275_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 446: // STATE 1278 - session.pml:152 - [(ok)] (1322:0:4 - 1)
		IfNotBlocked
		reached[0][1278] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.ovals = grab_ints(4);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		/* merge: goto :b28(1322, 1279, 1322) */
		reached[0][1279] = 1;
		;
		/* merge: k = 0(1322, 1297, 1322) */
		reached[0][1297] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: seen = 0(1322, 1298, 1322) */
		reached[0][1298] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(1322, 1299, 1322) */
		reached[0][1299] = 1;
		(trpt+1)->bup.ovals[3] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1303, 1322) */
		reached[0][1303] = 1;
		;
		_m = 3; goto P999; /* 5 */
	case 447: // STATE 1287 - session.pml:108 - [D_STEP108]
		IfNotBlocked

		reached[0][1287] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1280_0: /* 2 */
		((P0 *)_this)->ok = (((int)now.searcher)==((int)((P0 *)_this)->k));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
S_1284_0: /* 2 */
S_1281_0: /* 2 */
		if (!(((int)((P0 *)_this)->ok)))
			goto S_1284_1;
S_1282_0: /* 2 */
		now.searcher = 2;
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		goto S_1285_0;
S_1284_1: /* 3 */
S_1283_0: /* 2 */
		/* else */;
		goto S_1285_0;
S_1284_2: /* 3 */
		Uerror("blocking sel in d_step (nr.25, near line 110)");
S_1285_0: /* 2 */
		goto S_1289_0;
S_1289_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 448: // STATE 1297 - session.pml:156 - [k = 0] (0:1322:3 - 13)
		IfNotBlocked
		reached[0][1297] = 1;
		(trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: seen = 0(1322, 1298, 1322) */
		reached[0][1298] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(1322, 1299, 1322) */
		reached[0][1299] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1303, 1322) */
		reached[0][1303] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 449: // STATE 1304 - session.pml:162 - [((state[i]==parked))] (1319:0:2 - 1)
		IfNotBlocked
		reached[0][1304] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==2)))
			continue;
		/* merge: state[i] = notified(1319, 1305, 1319) */
		reached[0][1305] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: ok = 1(1319, 1306, 1319) */
		reached[0][1306] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1312, 1319) */
		reached[0][1312] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 450: // STATE 1309 - session.pml:163 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1309] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 451: // STATE 1313 - session.pml:165 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1313] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 452: // STATE 1316 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1316] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1313_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:i]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
S_1314_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])<=1), "(wakeups[i]<=1)", II, tt, t);
		goto S_1319_0;
S_1319_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 453: // STATE 1321 - session.pml:166 - [ok = 0] (0:1348:1 - 3)
		IfNotBlocked
		reached[0][1321] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 454: // STATE 1324 - session.pml:334 - [((queue[i]>0))] (1327:0:1 - 1)
		IfNotBlocked
		reached[0][1324] = 1;
		if (!((((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])>0)))
			continue;
		/* merge: queue[i] = (queue[i]-1)(0, 1325, 1327) */
		reached[0][1325] = 1;
		(trpt+1)->bup.oval = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])-1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 455: // STATE 1327 - session.pml:335 - [queue[i] = (queue[i]+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1327] = 1;
		(trpt+1)->bup.oval = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 456: // STATE 1328 - session.pml:162 - [((state[i]==parked))] (1343:0:2 - 1)
		IfNotBlocked
		reached[0][1328] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==2)))
			continue;
		/* merge: state[i] = notified(1343, 1329, 1343) */
		reached[0][1329] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: ok = 1(1343, 1330, 1343) */
		reached[0][1330] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1336, 1343) */
		reached[0][1336] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 457: // STATE 1333 - session.pml:163 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1333] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 458: // STATE 1337 - session.pml:165 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1337] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 459: // STATE 1340 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1340] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1337_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:i]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
S_1338_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])<=1), "(wakeups[i]<=1)", II, tt, t);
		goto S_1343_0;
S_1343_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 460: // STATE 1345 - session.pml:166 - [ok = 0] (0:1363:1 - 3)
		IfNotBlocked
		reached[0][1345] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1349, 1363) */
		reached[0][1349] = 1;
		;
		/* merge: .(goto)(0, 1361, 1363) */
		reached[0][1361] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 461: // STATE 1350 - session.pml:341 - [((ios>0))] (1358:0:2 - 1)
		IfNotBlocked
		reached[0][1350] = 1;
		if (!((((int)now.ios)>0)))
			continue;
		/* merge: ios = (ios-1)(1358, 1351, 1358) */
		reached[0][1351] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)now.ios);
		now.ios = (((int)now.ios)-1);
#ifdef VAR_RANGES
		logval("ios", ((int)now.ios));
#endif
		;
		/* merge: outstanding = (outstanding+1)(1358, 1352, 1358) */
		reached[0][1352] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.outstanding);
		now.outstanding = (((int)now.outstanding)+1);
#ifdef VAR_RANGES
		logval("outstanding", ((int)now.outstanding));
#endif
		;
		_m = 3; goto P999; /* 2 */
	case 462: // STATE 1354 - session.pml:343 - [io[place[i]] = (io[place[i]]+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1354] = 1;
		(trpt+1)->bup.oval = ((int)now.io[ Index(((int)now.place[ Index(((int)((P0 *)_this)->i), 2) ]), 2) ]);
		now.io[ Index(now.place[ Index(((P0 *)_this)->i, 2) ], 2) ] = (((int)now.io[ Index(((int)now.place[ Index(((int)((P0 *)_this)->i), 2) ]), 2) ])+1);
#ifdef VAR_RANGES
		logval("io[place[worker:i]]", ((int)now.io[ Index(((int)now.place[ Index(((int)((P0 *)_this)->i), 2) ]), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 463: // STATE 1355 - session.pml:344 - [((stopped[(2-1)]==0))] (1363:0:1 - 1)
		IfNotBlocked
		reached[0][1355] = 1;
		if (!((((int)now.stopped[ Index((2-1), 2) ])==0)))
			continue;
		/* merge: io[(2-1)] = (io[(2-1)]+1)(0, 1356, 1363) */
		reached[0][1356] = 1;
		(trpt+1)->bup.oval = ((int)now.io[ Index((2-1), 2) ]);
		now.io[ Index((2-1), 2) ] = (((int)now.io[ Index((2-1), 2) ])+1);
#ifdef VAR_RANGES
		logval("io[(2-1)]", ((int)now.io[ Index((2-1), 2) ]));
#endif
		;
		/* merge: .(goto)(0, 1359, 1363) */
		reached[0][1359] = 1;
		;
		/* merge: .(goto)(0, 1361, 1363) */
		reached[0][1361] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 464: // STATE 1363 - session.pml:452 - [busy[i] = 0] (0:0:1 - 9)
		IfNotBlocked
		reached[0][1363] = 1;
		(trpt+1)->bup.oval = ((int)now.busy[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.busy[ Index(((P0 *)_this)->i, 2) ] = 0;
#ifdef VAR_RANGES
		logval("busy[worker:i]", ((int)now.busy[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 465: // STATE 1364 - session.pml:453 - [outstanding = (outstanding-1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1364] = 1;
		(trpt+1)->bup.oval = ((int)now.outstanding);
		now.outstanding = (((int)now.outstanding)-1);
#ifdef VAR_RANGES
		logval("outstanding", ((int)now.outstanding));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 466: // STATE 1365 - session.pml:201 - [ok = 1] (0:1373:2 - 1)
		IfNotBlocked
		reached[0][1365] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: n = 0(1373, 1366, 1373) */
		reached[0][1366] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 1374, 1373) */
		reached[0][1374] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 467: // STATE 1367 - session.pml:203 - [(((n<2)&&ok))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1367] = 1;
		if (!(((((int)((P0 *)_this)->n)<2)&&((int)((P0 *)_this)->ok))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 468: // STATE 1368 - session.pml:203 - [ok = (state[n]==parked)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1368] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 469: // STATE 1369 - session.pml:203 - [ok = (ok&&!(busy[n]))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1369] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)((P0 *)_this)->ok)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->n), 2) ])));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 470: // STATE 1370 - session.pml:203 - [n = (n+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1370] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 471: // STATE 1376 - session.pml:206 - [n = 0] (0:1380:1 - 3)
		IfNotBlocked
		reached[0][1376] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 472: // STATE 1377 - session.pml:207 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1377] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 473: // STATE 1378 - session.pml:207 - [ok = (outstanding==0)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1378] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)now.outstanding)==0);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 474: // STATE 1382 - session.pml:208 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1382] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 475: // STATE 1383 - session.pml:208 - [ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1383] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 476: // STATE 1388 - session.pml:242 - [(ok)] (1393:0:2 - 1)
		IfNotBlocked
		reached[0][1388] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		/* merge: ok = 0(0, 1389, 1393) */
		reached[0][1389] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 477: // STATE 1390 - session.pml:74 - [(!(locked))] (1471:0:1 - 1)
		IfNotBlocked
		reached[0][1390] = 1;
		if (!( !(((int)now.locked))))
			continue;
		/* merge: locked = 1(0, 1391, 1471) */
		reached[0][1391] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 1;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 478: // STATE 1394 - session.pml:214 - [((phase==running))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1394] = 1;
		if (!((now.phase==6)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 479: // STATE 1395 - session.pml:201 - [ok = 1] (0:1403:2 - 1)
		IfNotBlocked
		reached[0][1395] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: n = 0(1403, 1396, 1403) */
		reached[0][1396] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 1404, 1403) */
		reached[0][1404] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 480: // STATE 1397 - session.pml:203 - [(((n<2)&&ok))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1397] = 1;
		if (!(((((int)((P0 *)_this)->n)<2)&&((int)((P0 *)_this)->ok))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 481: // STATE 1398 - session.pml:203 - [ok = (state[n]==parked)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1398] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 482: // STATE 1399 - session.pml:203 - [ok = (ok&&!(busy[n]))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1399] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)((P0 *)_this)->ok)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->n), 2) ])));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 483: // STATE 1400 - session.pml:203 - [n = (n+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1400] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 484: // STATE 1406 - session.pml:206 - [n = 0] (0:1410:1 - 3)
		IfNotBlocked
		reached[0][1406] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 485: // STATE 1407 - session.pml:207 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1407] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 486: // STATE 1408 - session.pml:207 - [ok = (outstanding==0)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1408] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)now.outstanding)==0);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 487: // STATE 1412 - session.pml:208 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1412] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 488: // STATE 1413 - session.pml:208 - [ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1413] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 489: // STATE 1418 - session.pml:217 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1418] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 490: // STATE 1419 - session.pml:218 - [phase = asking] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1419] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 5;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 491: // STATE 1420 - session.pml:201 - [ok = 1] (0:1428:2 - 1)
		IfNotBlocked
		reached[0][1420] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: n = 0(1428, 1421, 1428) */
		reached[0][1421] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 1429, 1428) */
		reached[0][1429] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 492: // STATE 1422 - session.pml:203 - [(((n<2)&&ok))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1422] = 1;
		if (!(((((int)((P0 *)_this)->n)<2)&&((int)((P0 *)_this)->ok))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 493: // STATE 1423 - session.pml:203 - [ok = (state[n]==parked)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1423] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 494: // STATE 1424 - session.pml:203 - [ok = (ok&&!(busy[n]))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1424] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)((P0 *)_this)->ok)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->n), 2) ])));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 495: // STATE 1425 - session.pml:203 - [n = (n+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1425] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 496: // STATE 1431 - session.pml:206 - [n = 0] (0:1435:1 - 3)
		IfNotBlocked
		reached[0][1431] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 497: // STATE 1432 - session.pml:207 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1432] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 498: // STATE 1433 - session.pml:207 - [ok = (outstanding==0)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1433] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((int)now.outstanding)==0);
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 499: // STATE 1437 - session.pml:208 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1437] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 500: // STATE 1438 - session.pml:208 - [ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1438] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = (((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 501: // STATE 1443 - session.pml:223 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1443] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 502: // STATE 1459 - session.pml:224 - [D_STEP224]
		IfNotBlocked

		reached[0][1459] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1443_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
S_1455_0: /* 2 */
S_1454_0: /* 2 */
S_1444_0: /* 2 */
		if (!((((int)((P0 *)_this)->s)<=1)))
			goto S_1454_1;
S_1445_0: /* 2 */
		now.guard[ Index(((P0 *)_this)->s, 2) ] = 0;
#ifdef VAR_RANGES
		logval("guard[worker:s]", ((int)now.guard[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
S_1449_0: /* 2 */
S_1446_0: /* 2 */
		if (!( !(((((((int)now.guard[ Index(((int)((P0 *)_this)->s), 2) ])||(((int)now.io[ Index(((int)((P0 *)_this)->s), 2) ])>0))||(((int)now.base[ Index(((int)((P0 *)_this)->s), 2) ])>0))||(((int)now.executing[ Index(((int)((P0 *)_this)->s), 2) ])>0))||(((((int)now.place[0])==((int)((P0 *)_this)->s))&&(((int)now.wakeups[0])>0))||((((int)now.place[1])==((int)((P0 *)_this)->s))&&(((int)now.wakeups[1])>0)))))))
			goto S_1449_1;
S_1447_0: /* 2 */
		now.stopped[ Index(((P0 *)_this)->s, 2) ] = 1;
#ifdef VAR_RANGES
		logval("stopped[worker:s]", ((int)now.stopped[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
		goto S_1450_0;
S_1449_1: /* 3 */
S_1448_0: /* 2 */
		/* else */;
		goto S_1450_0;
S_1449_2: /* 3 */
		Uerror("blocking sel in d_step (nr.26, near line 227)");
S_1450_0: /* 2 */
S_1451_0: /* 2 */
		((P0 *)_this)->s = (((int)((P0 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_1455_0; /* ';' */
S_1454_1: /* 3 */
S_1452_0: /* 2 */
		/* else */;
S_1453_0: /* 2 */
		goto S_1456_0;	/* 'goto' */
S_1454_2: /* 3 */
		Uerror("blocking sel in d_step (nr.27, near line 228)");
S_1456_0: /* 2 */
		goto S_1457_0;	/* 'break' */
S_1457_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_1462_0;
S_1462_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 503: // STATE 1461 - session.pml:231 - [phase = running] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1461] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 6;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 504: // STATE 1467 - session.pml:235 - [ok = 0] (0:1473:1 - 5)
		IfNotBlocked
		reached[0][1467] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1470, 1473) */
		reached[0][1470] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 505: // STATE 1472 - session.pml:75 - [locked = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1472] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 0;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 506: // STATE 1484 - session.pml:289 - [D_STEP289]
		IfNotBlocked

		reached[0][1484] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1477_0: /* 2 */
		now.executing[ Index(((P0 *)_this)->home, 2) ] = (((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ])-1);
#ifdef VAR_RANGES
		logval("executing[worker:home]", ((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
S_1481_0: /* 2 */
S_1478_0: /* 2 */
		if (!( !(((((((int)now.guard[ Index(((int)((P0 *)_this)->home), 2) ])||(((int)now.io[ Index(((int)((P0 *)_this)->home), 2) ])>0))||(((int)now.base[ Index(((int)((P0 *)_this)->home), 2) ])>0))||(((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ])>0))||(((((int)now.place[0])==((int)((P0 *)_this)->home))&&(((int)now.wakeups[0])>0))||((((int)now.place[1])==((int)((P0 *)_this)->home))&&(((int)now.wakeups[1])>0)))))))
			goto S_1481_1;
S_1479_0: /* 2 */
		now.stopped[ Index(((P0 *)_this)->home, 2) ] = 1;
#ifdef VAR_RANGES
		logval("stopped[worker:home]", ((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		goto S_1482_0;
S_1481_1: /* 3 */
S_1480_0: /* 2 */
		/* else */;
		goto S_1482_0;
S_1481_2: /* 3 */
		Uerror("blocking sel in d_step (nr.28, near line 291)");
S_1482_0: /* 2 */
		goto S_1704_0; /* '.' */
		goto S_1704_0; /* ';' */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 507: // STATE 1486 - session.pml:454 - [((!(stopped[home])&&(base[home]>0)))] (1694:0:2 - 1)
		IfNotBlocked
		reached[0][1486] = 1;
		if (!(( !(((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]))&&(((int)now.base[ Index(((int)((P0 *)_this)->home), 2) ])>0))))
			continue;
		/* merge: base[home] = (base[home]-1)(1694, 1487, 1694) */
		reached[0][1487] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)now.base[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.base[ Index(((P0 *)_this)->home, 2) ] = (((int)now.base[ Index(((int)((P0 *)_this)->home), 2) ])-1);
#ifdef VAR_RANGES
		logval("base[worker:home]", ((int)now.base[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		/* merge: executing[home] = (executing[home]+1)(1694, 1488, 1694) */
		reached[0][1488] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.executing[ Index(((P0 *)_this)->home, 2) ] = (((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ])+1);
#ifdef VAR_RANGES
		logval("executing[worker:home]", ((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 2 */
	case 508: // STATE 1491 - session.pml:458 - [((pushes>0))] (1624:0:1 - 1)
		IfNotBlocked
		reached[0][1491] = 1;
		if (!((((int)now.pushes)>0)))
			continue;
		/* merge: pushes = (pushes-1)(0, 1492, 1624) */
		reached[0][1492] = 1;
		(trpt+1)->bup.oval = ((int)now.pushes);
		now.pushes = (((int)now.pushes)-1);
#ifdef VAR_RANGES
		logval("pushes", ((int)now.pushes));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 509: // STATE 1494 - session.pml:320 - [queue[i] = (queue[i]+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1494] = 1;
		(trpt+1)->bup.oval = ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]);
		now.queue[ Index(((P0 *)_this)->i, 2) ] = (((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("queue[worker:i]", ((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 510: // STATE 1495 - session.pml:321 - [((queue[i]==2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1495] = 1;
		if (!((((int)now.queue[ Index(((int)((P0 *)_this)->i), 2) ])==2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 511: // STATE 1496 - session.pml:117 - [seen = searcher] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1496] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = ((int)now.searcher);
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 512: // STATE 1497 - session.pml:119 - [(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1497] = 1;
		if (!(((((int)((P0 *)_this)->seen)!=2)&& !(((now.state[ Index(((int)((P0 *)_this)->seen), 2) ]==1)&&((int)now.busy[ Index(((int)((P0 *)_this)->seen), 2) ]))))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.oval = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		_m = 3; goto P999; /* 0 */
	case 513: // STATE 1502 - session.pml:122 - [k = 0] (0:1507:1 - 2)
		IfNotBlocked
		reached[0][1502] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: .(goto)(0, 1508, 1507) */
		reached[0][1508] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 514: // STATE 1503 - session.pml:124 - [(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1503] = 1;
		if (!(((((int)((P0 *)_this)->k)<2)&& !(((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)&& !(((int)now.busy[ Index(((int)((P0 *)_this)->k), 2) ])))))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 515: // STATE 1504 - session.pml:124 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1504] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = (((int)((P0 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 516: // STATE 1510 - session.pml:128 - [((k==2))] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1510] = 1;
		if (!((((int)((P0 *)_this)->k)==2)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: k */  (trpt+1)->bup.oval = ((P0 *)_this)->k;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->k = 0;
		_m = 3; goto P999; /* 0 */
	case 517: // STATE 1511 - session.pml:132 - [((injector>0))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1511] = 1;
		if (!((((int)now.injector)>0)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 518: // STATE 1512 - session.pml:133 - [k = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1512] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 519: // STATE 1513 - session.pml:135 - [(((k<2)&&(state[k]!=parked)))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1513] = 1;
		if (!(((((int)((P0 *)_this)->k)<2)&&(now.state[ Index(((int)((P0 *)_this)->k), 2) ]!=2))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 520: // STATE 1514 - session.pml:135 - [k = (k+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1514] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = (((int)((P0 *)_this)->k)+1);
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 521: // STATE 1520 - session.pml:138 - [((k<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1520] = 1;
		if (!((((int)((P0 *)_this)->k)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 522: // STATE 1521 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1521] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 523: // STATE 1522 - session.pml:101 - [((state[k]==parked))] (1537:0:2 - 1)
		IfNotBlocked
		reached[0][1522] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(1537, 1523, 1537) */
		reached[0][1523] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->k), 2) ];
		now.state[ Index(((P0 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:k]", now.state[ Index(((int)((P0 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(1537, 1524, 1537) */
		reached[0][1524] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1530, 1537) */
		reached[0][1530] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 524: // STATE 1531 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1531] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 525: // STATE 1534 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1534] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1531_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:k]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ]));
#endif
		;
S_1532_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_1537_0;
S_1537_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 526: // STATE 1550 - session.pml:146 - [((searcher==seen))] (1593:0:3 - 1)
		IfNotBlocked
		reached[0][1550] = 1;
		if (!((((int)now.searcher)==((int)((P0 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		/* merge: searcher = k(1593, 1551, 1593) */
		reached[0][1551] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.searcher);
		now.searcher = ((int)((P0 *)_this)->k);
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		/* merge: ok = 1(1593, 1552, 1593) */
		reached[0][1552] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1558, 1593) */
		reached[0][1558] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 527: // STATE 1554 - session.pml:147 - [((searcher!=seen))] (1593:0:2 - 1)
		IfNotBlocked
		reached[0][1554] = 1;
		if (!((((int)now.searcher)!=((int)((P0 *)_this)->seen))))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: seen */  (trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->seen;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->seen = 0;
		/* merge: ok = 0(0, 1555, 1593) */
		reached[0][1555] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1558, 1593) */
		reached[0][1558] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 528: // STATE 1559 - session.pml:150 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1559] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 529: // STATE 1560 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1560] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 530: // STATE 1561 - session.pml:101 - [((state[k]==parked))] (1576:0:2 - 1)
		IfNotBlocked
		reached[0][1561] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->k), 2) ]==2)))
			continue;
		/* merge: state[k] = notified(1576, 1562, 1576) */
		reached[0][1562] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->k), 2) ];
		now.state[ Index(((P0 *)_this)->k, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:k]", now.state[ Index(((int)((P0 *)_this)->k), 2) ]);
#endif
		;
		/* merge: ok = 1(1576, 1563, 1576) */
		reached[0][1563] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1569, 1576) */
		reached[0][1569] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 531: // STATE 1570 - session.pml:104 - [(ok)] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1570] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 532: // STATE 1573 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1573] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1570_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->k, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:k]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ]));
#endif
		;
S_1571_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->k), 2) ])<=1), "(wakeups[k]<=1)", II, tt, t);
		goto S_1576_0;
S_1576_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 533: // STATE 1579 - session.pml:152 - [(ok)] (1623:0:4 - 1)
		IfNotBlocked
		reached[0][1579] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.ovals = grab_ints(4);
		(trpt+1)->bup.ovals[0] = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		/* merge: goto :b35(1623, 1580, 1623) */
		reached[0][1580] = 1;
		;
		/* merge: k = 0(1623, 1598, 1623) */
		reached[0][1598] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: seen = 0(1623, 1599, 1623) */
		reached[0][1599] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(1623, 1600, 1623) */
		reached[0][1600] = 1;
		(trpt+1)->bup.ovals[3] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1604, 1623) */
		reached[0][1604] = 1;
		;
		_m = 3; goto P999; /* 5 */
	case 534: // STATE 1588 - session.pml:108 - [D_STEP108]
		IfNotBlocked

		reached[0][1588] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1581_0: /* 2 */
		((P0 *)_this)->ok = (((int)now.searcher)==((int)((P0 *)_this)->k));
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
S_1585_0: /* 2 */
S_1582_0: /* 2 */
		if (!(((int)((P0 *)_this)->ok)))
			goto S_1585_1;
S_1583_0: /* 2 */
		now.searcher = 2;
#ifdef VAR_RANGES
		logval("searcher", ((int)now.searcher));
#endif
		;
		goto S_1586_0;
S_1585_1: /* 3 */
S_1584_0: /* 2 */
		/* else */;
		goto S_1586_0;
S_1585_2: /* 3 */
		Uerror("blocking sel in d_step (nr.29, near line 110)");
S_1586_0: /* 2 */
		goto S_1590_0;
S_1590_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 535: // STATE 1598 - session.pml:156 - [k = 0] (0:1623:3 - 13)
		IfNotBlocked
		reached[0][1598] = 1;
		(trpt+1)->bup.ovals = grab_ints(3);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->k);
		((P0 *)_this)->k = 0;
#ifdef VAR_RANGES
		logval("worker:k", ((int)((P0 *)_this)->k));
#endif
		;
		/* merge: seen = 0(1623, 1599, 1623) */
		reached[0][1599] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->seen);
		((P0 *)_this)->seen = 0;
#ifdef VAR_RANGES
		logval("worker:seen", ((int)((P0 *)_this)->seen));
#endif
		;
		/* merge: ok = 0(1623, 1600, 1623) */
		reached[0][1600] = 1;
		(trpt+1)->bup.ovals[2] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1604, 1623) */
		reached[0][1604] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 536: // STATE 1605 - session.pml:162 - [((state[i]==parked))] (1620:0:2 - 1)
		IfNotBlocked
		reached[0][1605] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->i), 2) ]==2)))
			continue;
		/* merge: state[i] = notified(1620, 1606, 1620) */
		reached[0][1606] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->i), 2) ];
		now.state[ Index(((P0 *)_this)->i, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:i]", now.state[ Index(((int)((P0 *)_this)->i), 2) ]);
#endif
		;
		/* merge: ok = 1(1620, 1607, 1620) */
		reached[0][1607] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1613, 1620) */
		reached[0][1613] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 537: // STATE 1610 - session.pml:163 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1610] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 538: // STATE 1614 - session.pml:165 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1614] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 539: // STATE 1617 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1617] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1614_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:i]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ]));
#endif
		;
S_1615_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->i), 2) ])<=1), "(wakeups[i]<=1)", II, tt, t);
		goto S_1620_0;
S_1620_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 540: // STATE 1622 - session.pml:166 - [ok = 0] (0:1703:1 - 3)
		IfNotBlocked
		reached[0][1622] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1695, 1703) */
		reached[0][1695] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 541: // STATE 1625 - session.pml:459 - [((ios>0))] (1691:0:2 - 1)
		IfNotBlocked
		reached[0][1625] = 1;
		if (!((((int)now.ios)>0)))
			continue;
		/* merge: ios = (ios-1)(1691, 1626, 1691) */
		reached[0][1626] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)now.ios);
		now.ios = (((int)now.ios)-1);
#ifdef VAR_RANGES
		logval("ios", ((int)now.ios));
#endif
		;
		/* merge: outstanding = (outstanding+1)(1691, 1627, 1691) */
		reached[0][1627] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.outstanding);
		now.outstanding = (((int)now.outstanding)+1);
#ifdef VAR_RANGES
		logval("outstanding", ((int)now.outstanding));
#endif
		;
		_m = 3; goto P999; /* 2 */
	case 542: // STATE 1629 - session.pml:196 - [((phase!=running))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1629] = 1;
		if (!((now.phase!=6)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 543: // STATE 1630 - session.pml:74 - [(!(locked))] (1684:0:1 - 1)
		IfNotBlocked
		reached[0][1630] = 1;
		if (!( !(((int)now.locked))))
			continue;
		/* merge: locked = 1(0, 1631, 1684) */
		reached[0][1631] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 1;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 544: // STATE 1634 - session.pml:174 - [((phase==asking))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1634] = 1;
		if (!((now.phase==5)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 545: // STATE 1650 - session.pml:175 - [D_STEP175]
		IfNotBlocked

		reached[0][1650] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1634_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
S_1646_0: /* 2 */
S_1645_0: /* 2 */
S_1635_0: /* 2 */
		if (!((((int)((P0 *)_this)->s)<=1)))
			goto S_1645_1;
S_1636_0: /* 2 */
		now.guard[ Index(((P0 *)_this)->s, 2) ] = 1;
#ifdef VAR_RANGES
		logval("guard[worker:s]", ((int)now.guard[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
S_1640_0: /* 2 */
S_1637_0: /* 2 */
		if (!((((int)now.stopped[ Index(((int)((P0 *)_this)->s), 2) ])&&(((int)now.servers[ Index(((int)((P0 *)_this)->s), 2) ])==0))))
			goto S_1640_1;
S_1638_0: /* 2 */
		now.stopped[ Index(((P0 *)_this)->s, 2) ] = 0;
#ifdef VAR_RANGES
		logval("stopped[worker:s]", ((int)now.stopped[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
		goto S_1641_0;
S_1640_1: /* 3 */
S_1639_0: /* 2 */
		/* else */;
		goto S_1641_0;
S_1640_2: /* 3 */
		Uerror("blocking sel in d_step (nr.30, near line 178)");
S_1641_0: /* 2 */
S_1642_0: /* 2 */
		((P0 *)_this)->s = (((int)((P0 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_1646_0; /* ';' */
S_1645_1: /* 3 */
S_1643_0: /* 2 */
		/* else */;
S_1644_0: /* 2 */
		goto S_1647_0;	/* 'goto' */
S_1645_2: /* 3 */
		Uerror("blocking sel in d_step (nr.31, near line 179)");
S_1647_0: /* 2 */
		goto S_1648_0;	/* 'break' */
S_1648_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_1650_0;
S_1650_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 546: // STATE 1651 - session.pml:182 - [phase = running] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1651] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 6;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 547: // STATE 1652 - session.pml:183 - [n = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1652] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 548: // STATE 1653 - session.pml:185 - [((n<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1653] = 1;
		if (!((((int)((P0 *)_this)->n)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 549: // STATE 1654 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1654] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 550: // STATE 1655 - session.pml:101 - [((state[n]==parked))] (1670:0:2 - 1)
		IfNotBlocked
		reached[0][1655] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2)))
			continue;
		/* merge: state[n] = notified(1670, 1656, 1670) */
		reached[0][1656] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->n), 2) ];
		now.state[ Index(((P0 *)_this)->n, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:n]", now.state[ Index(((int)((P0 *)_this)->n), 2) ]);
#endif
		;
		/* merge: ok = 1(1670, 1657, 1670) */
		reached[0][1657] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1663, 1670) */
		reached[0][1663] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 551: // STATE 1664 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1664] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 552: // STATE 1667 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1667] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1664_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->n, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->n), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:n]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->n), 2) ]));
#endif
		;
S_1665_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->n), 2) ])<=1), "(wakeups[n]<=1)", II, tt, t);
		goto S_1670_0;
S_1670_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 553: // STATE 1673 - session.pml:185 - [n = (n+1)] (0:1676:1 - 3)
		IfNotBlocked
		reached[0][1673] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 1677, 1676) */
		reached[0][1677] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 554: // STATE 1679 - session.pml:188 - [n = 0] (0:1686:2 - 3)
		IfNotBlocked
		reached[0][1679] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: ok = 0(1686, 1680, 1686) */
		reached[0][1680] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1683, 1686) */
		reached[0][1683] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 555: // STATE 1685 - session.pml:75 - [locked = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1685] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 0;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 556: // STATE 1692 - session.pml:463 - [io[(2-1)] = (io[(2-1)]+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1692] = 1;
		(trpt+1)->bup.oval = ((int)now.io[ Index((2-1), 2) ]);
		now.io[ Index((2-1), 2) ] = (((int)now.io[ Index((2-1), 2) ])+1);
#ifdef VAR_RANGES
		logval("io[(2-1)]", ((int)now.io[ Index((2-1), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 557: // STATE 1702 - session.pml:289 - [D_STEP289]
		IfNotBlocked

		reached[0][1702] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1695_0: /* 2 */
		now.executing[ Index(((P0 *)_this)->home, 2) ] = (((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ])-1);
#ifdef VAR_RANGES
		logval("executing[worker:home]", ((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
S_1699_0: /* 2 */
S_1696_0: /* 2 */
		if (!( !(((((((int)now.guard[ Index(((int)((P0 *)_this)->home), 2) ])||(((int)now.io[ Index(((int)((P0 *)_this)->home), 2) ])>0))||(((int)now.base[ Index(((int)((P0 *)_this)->home), 2) ])>0))||(((int)now.executing[ Index(((int)((P0 *)_this)->home), 2) ])>0))||(((((int)now.place[0])==((int)((P0 *)_this)->home))&&(((int)now.wakeups[0])>0))||((((int)now.place[1])==((int)((P0 *)_this)->home))&&(((int)now.wakeups[1])>0)))))))
			goto S_1699_1;
S_1697_0: /* 2 */
		now.stopped[ Index(((P0 *)_this)->home, 2) ] = 1;
#ifdef VAR_RANGES
		logval("stopped[worker:home]", ((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		goto S_1700_0;
S_1699_1: /* 3 */
S_1698_0: /* 2 */
		/* else */;
		goto S_1700_0;
S_1699_2: /* 3 */
		Uerror("blocking sel in d_step (nr.32, near line 291)");
S_1700_0: /* 2 */
		goto S_1704_0; /* '.' */
		goto S_1704_0; /* ';' */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 558: // STATE 1707 - session.pml:468 - [((stopped[home]&&(phase!=leaving)))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1707] = 1;
		if (!((((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ])&&(now.phase!=4))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 559: // STATE 1708 - session.pml:470 - [(!(locked))] (1716:0:1 - 1)
		IfNotBlocked
		reached[0][1708] = 1;
		if (!( !(((int)now.locked))))
			continue;
		/* merge: locked = 1(0, 1709, 1716) */
		reached[0][1709] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 1;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 1 */
	case 560: // STATE 1710 - session.pml:280 - [servers[home] = (servers[home]-1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1710] = 1;
		(trpt+1)->bup.oval = ((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.servers[ Index(((P0 *)_this)->home, 2) ] = (((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ])-1);
#ifdef VAR_RANGES
		logval("servers[worker:home]", ((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 561: // STATE 1711 - session.pml:282 - [((((servers[home]==0)&&stopped[home])&&(phase==running)))] (1810:0:1 - 1)
		IfNotBlocked
		reached[0][1711] = 1;
		if (!((((((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ])==0)&&((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]))&&(now.phase==6))))
			continue;
		/* merge: stopped[home] = 0(1810, 1712, 1810) */
		reached[0][1712] = 1;
		(trpt+1)->bup.oval = ((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.stopped[ Index(((P0 *)_this)->home, 2) ] = 0;
#ifdef VAR_RANGES
		logval("stopped[worker:home]", ((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		/* merge: .(goto)(1810, 1715, 1810) */
		reached[0][1715] = 1;
		;
		/* merge: .(goto)(0, 1811, 1810) */
		reached[0][1811] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 562: // STATE 1715 - session.pml:285 - [.(goto)] (0:1810:0 - 2)
		IfNotBlocked
		reached[0][1715] = 1;
		;
		/* merge: .(goto)(0, 1811, 1810) */
		reached[0][1811] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 563: // STATE 1718 - session.pml:472 - [(((phase==asking)&&stopped[home]))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1718] = 1;
		if (!(((now.phase==5)&&((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 564: // STATE 1719 - session.pml:473 - [out = (out+1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1719] = 1;
		(trpt+1)->bup.oval = ((int)now.out);
		now.out = (((int)now.out)+1);
#ifdef VAR_RANGES
		logval("out", ((int)now.out));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 565: // STATE 1720 - session.pml:475 - [((out==2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1720] = 1;
		if (!((((int)now.out)==2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 566: // STATE 1721 - session.pml:252 - [(((outstanding==0)&&(((injector==0)&&(queue[0]==0))&&(queue[1]==0))))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1721] = 1;
		if (!(((((int)now.outstanding)==0)&&(((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0)))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 567: // STATE 1743 - session.pml:254 - [D_STEP254]
		IfNotBlocked

		reached[0][1743] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1721_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
S_1728_0: /* 2 */
S_1727_0: /* 2 */
S_1722_0: /* 2 */
		if (!((((int)((P0 *)_this)->s)<=1)))
			goto S_1727_1;
S_1723_0: /* 2 */
		spin_assert((((((int)now.base[ Index(((int)((P0 *)_this)->s), 2) ])==0)&&(((int)now.io[ Index(((int)((P0 *)_this)->s), 2) ])==0))&&(((int)now.executing[ Index(((int)((P0 *)_this)->s), 2) ])==0)), "(((base[s]==0)&&(io[s]==0))&&(executing[s]==0))", II, tt, t);
S_1724_0: /* 2 */
		((P0 *)_this)->s = (((int)((P0 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_1728_0; /* ';' */
S_1727_1: /* 3 */
S_1725_0: /* 2 */
		/* else */;
S_1726_0: /* 2 */
		goto S_1730_0;	/* 'goto' */
S_1727_2: /* 3 */
		Uerror("blocking sel in d_step (nr.33, near line 255)");
S_1729_0: /* 2 */
		goto S_1730_0;	/* 'break' */
S_1730_0: /* 2 */
		spin_assert(((((int)now.outstanding)==0)&&(((((int)now.injector)==0)&&(((int)now.queue[0])==0))&&(((int)now.queue[1])==0))), "((outstanding==0)&&(((injector==0)&&(queue[0]==0))&&(queue[1]==0)))", II, tt, t);
S_1731_0: /* 2 */
		now.phase = 4;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
S_1732_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
S_1739_0: /* 2 */
S_1738_0: /* 2 */
S_1733_0: /* 2 */
		if (!((((int)((P0 *)_this)->s)<=1)))
			goto S_1738_1;
S_1734_0: /* 2 */
		now.stopped[ Index(((P0 *)_this)->s, 2) ] = 1;
#ifdef VAR_RANGES
		logval("stopped[worker:s]", ((int)now.stopped[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
S_1735_0: /* 2 */
		((P0 *)_this)->s = (((int)((P0 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_1739_0; /* ';' */
S_1738_1: /* 3 */
S_1736_0: /* 2 */
		/* else */;
S_1737_0: /* 2 */
		goto S_1740_0;	/* 'goto' */
S_1738_2: /* 3 */
		Uerror("blocking sel in d_step (nr.34, near line 258)");
S_1740_0: /* 2 */
		goto S_1741_0;	/* 'break' */
S_1741_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_1796_0;
S_1796_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 568: // STATE 1745 - session.pml:174 - [((phase==asking))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1745] = 1;
		if (!((now.phase==5)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 569: // STATE 1761 - session.pml:175 - [D_STEP175]
		IfNotBlocked

		reached[0][1761] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1745_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
S_1757_0: /* 2 */
S_1756_0: /* 2 */
S_1746_0: /* 2 */
		if (!((((int)((P0 *)_this)->s)<=1)))
			goto S_1756_1;
S_1747_0: /* 2 */
		now.guard[ Index(((P0 *)_this)->s, 2) ] = 1;
#ifdef VAR_RANGES
		logval("guard[worker:s]", ((int)now.guard[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
S_1751_0: /* 2 */
S_1748_0: /* 2 */
		if (!((((int)now.stopped[ Index(((int)((P0 *)_this)->s), 2) ])&&(((int)now.servers[ Index(((int)((P0 *)_this)->s), 2) ])==0))))
			goto S_1751_1;
S_1749_0: /* 2 */
		now.stopped[ Index(((P0 *)_this)->s, 2) ] = 0;
#ifdef VAR_RANGES
		logval("stopped[worker:s]", ((int)now.stopped[ Index(((int)((P0 *)_this)->s), 2) ]));
#endif
		;
		goto S_1752_0;
S_1751_1: /* 3 */
S_1750_0: /* 2 */
		/* else */;
		goto S_1752_0;
S_1751_2: /* 3 */
		Uerror("blocking sel in d_step (nr.35, near line 178)");
S_1752_0: /* 2 */
S_1753_0: /* 2 */
		((P0 *)_this)->s = (((int)((P0 *)_this)->s)+1);
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_1757_0; /* ';' */
S_1756_1: /* 3 */
S_1754_0: /* 2 */
		/* else */;
S_1755_0: /* 2 */
		goto S_1758_0;	/* 'goto' */
S_1756_2: /* 3 */
		Uerror("blocking sel in d_step (nr.36, near line 179)");
S_1758_0: /* 2 */
		goto S_1759_0;	/* 'break' */
S_1759_0: /* 2 */
		((P0 *)_this)->s = 0;
#ifdef VAR_RANGES
		logval("worker:s", ((int)((P0 *)_this)->s));
#endif
		;
		goto S_1761_0;
S_1761_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 570: // STATE 1762 - session.pml:182 - [phase = running] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1762] = 1;
		(trpt+1)->bup.oval = now.phase;
		now.phase = 6;
#ifdef VAR_RANGES
		logval("phase", now.phase);
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 571: // STATE 1763 - session.pml:183 - [n = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1763] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 572: // STATE 1764 - session.pml:185 - [((n<2))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1764] = 1;
		if (!((((int)((P0 *)_this)->n)<2)))
			continue;
		_m = 3; goto P999; /* 0 */
	case 573: // STATE 1765 - session.pml:99 - [ok = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1765] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 574: // STATE 1766 - session.pml:101 - [((state[n]==parked))] (1781:0:2 - 1)
		IfNotBlocked
		reached[0][1766] = 1;
		if (!((now.state[ Index(((int)((P0 *)_this)->n), 2) ]==2)))
			continue;
		/* merge: state[n] = notified(1781, 1767, 1781) */
		reached[0][1767] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = now.state[ Index(((int)((P0 *)_this)->n), 2) ];
		now.state[ Index(((P0 *)_this)->n, 2) ] = 1;
#ifdef VAR_RANGES
		logval("state[worker:n]", now.state[ Index(((int)((P0 *)_this)->n), 2) ]);
#endif
		;
		/* merge: ok = 1(1781, 1768, 1781) */
		reached[0][1768] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 1;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1774, 1781) */
		reached[0][1774] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 575: // STATE 1775 - session.pml:104 - [(ok)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1775] = 1;
		if (!(((int)((P0 *)_this)->ok)))
			continue;
		if (TstOnly) return 1; /* TT */
		/* dead 1: ok */  (trpt+1)->bup.oval = ((P0 *)_this)->ok;
#ifdef HAS_CODE
		if (!readtrail)
#endif
			((P0 *)_this)->ok = 0;
		_m = 3; goto P999; /* 0 */
	case 576: // STATE 1778 - session.pml:92 - [D_STEP92]
		IfNotBlocked

		reached[0][1778] = 1;
		reached[0][t->st] = 1;
		reached[0][tt] = 1;

		if (TstOnly) return 1;

		sv_save();
		S_1775_0: /* 2 */
		now.wakeups[ Index(((P0 *)_this)->n, 2) ] = (((int)now.wakeups[ Index(((int)((P0 *)_this)->n), 2) ])+1);
#ifdef VAR_RANGES
		logval("wakeups[worker:n]", ((int)now.wakeups[ Index(((int)((P0 *)_this)->n), 2) ]));
#endif
		;
S_1776_0: /* 2 */
		spin_assert((((int)now.wakeups[ Index(((int)((P0 *)_this)->n), 2) ])<=1), "(wakeups[n]<=1)", II, tt, t);
		goto S_1781_0;
S_1781_0: /* 1 */

#if defined(C_States) && (HAS_TRACK==1)
		c_update((uchar *) &(now.c_state[0]));
#endif
		_m = 3; goto P999;

	case 577: // STATE 1784 - session.pml:185 - [n = (n+1)] (0:1787:1 - 3)
		IfNotBlocked
		reached[0][1784] = 1;
		(trpt+1)->bup.oval = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = (((int)((P0 *)_this)->n)+1);
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: .(goto)(0, 1788, 1787) */
		reached[0][1788] = 1;
		;
		_m = 3; goto P999; /* 1 */
	case 578: // STATE 1790 - session.pml:188 - [n = 0] (0:1807:2 - 3)
		IfNotBlocked
		reached[0][1790] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)((P0 *)_this)->n);
		((P0 *)_this)->n = 0;
#ifdef VAR_RANGES
		logval("worker:n", ((int)((P0 *)_this)->n));
#endif
		;
		/* merge: ok = 0(1807, 1791, 1807) */
		reached[0][1791] = 1;
		(trpt+1)->bup.ovals[1] = ((int)((P0 *)_this)->ok);
		((P0 *)_this)->ok = 0;
#ifdef VAR_RANGES
		logval("worker:ok", ((int)((P0 *)_this)->ok));
#endif
		;
		/* merge: .(goto)(0, 1794, 1807) */
		reached[0][1794] = 1;
		;
		/* merge: .(goto)(0, 1797, 1807) */
		reached[0][1797] = 1;
		;
		/* merge: .(goto)(0, 1806, 1807) */
		reached[0][1806] = 1;
		;
		_m = 3; goto P999; /* 4 */
	case 579: // STATE 1800 - session.pml:75 - [locked = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1800] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 0;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 580: // STATE 1802 - session.pml:478 - [((!(locked)&&((phase!=asking)||!(stopped[home]))))] (1807:0:1 - 1)
		IfNotBlocked
		reached[0][1802] = 1;
		if (!(( !(((int)now.locked))&&((now.phase!=5)|| !(((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]))))))
			continue;
		/* merge: locked = 1(0, 1803, 1807) */
		reached[0][1803] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 1;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		/* merge: .(goto)(0, 1806, 1807) */
		reached[0][1806] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 581: // STATE 1807 - session.pml:480 - [out = (out-1)] (0:0:1 - 7)
		IfNotBlocked
		reached[0][1807] = 1;
		(trpt+1)->bup.oval = ((int)now.out);
		now.out = (((int)now.out)-1);
#ifdef VAR_RANGES
		logval("out", ((int)now.out));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 582: // STATE 1813 - session.pml:75 - [locked = 0] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1813] = 1;
		(trpt+1)->bup.oval = ((int)now.locked);
		now.locked = 0;
#ifdef VAR_RANGES
		logval("locked", ((int)now.locked));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 583: // STATE 1815 - session.pml:270 - [((!(locked)&&(((servers[home]==0)||!(stopped[home]))||(phase!=running))))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1815] = 1;
		if (!(( !(((int)now.locked))&&(((((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ])==0)|| !(((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ])))||(now.phase!=6)))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 584: // STATE 1816 - session.pml:272 - [((((servers[home]==0)&&stopped[home])&&(phase==running)))] (1827:0:2 - 1)
		IfNotBlocked
		reached[0][1816] = 1;
		if (!((((((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ])==0)&&((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]))&&(now.phase==6))))
			continue;
		/* merge: stopped[home] = 0(1827, 1817, 1827) */
		reached[0][1817] = 1;
		(trpt+1)->bup.ovals = grab_ints(2);
		(trpt+1)->bup.ovals[0] = ((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.stopped[ Index(((P0 *)_this)->home, 2) ] = 0;
#ifdef VAR_RANGES
		logval("stopped[worker:home]", ((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		/* merge: .(goto)(1827, 1820, 1827) */
		reached[0][1820] = 1;
		;
		/* merge: servers[home] = (servers[home]+1)(1827, 1821, 1827) */
		reached[0][1821] = 1;
		(trpt+1)->bup.ovals[1] = ((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.servers[ Index(((P0 *)_this)->home, 2) ] = (((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ])+1);
#ifdef VAR_RANGES
		logval("servers[worker:home]", ((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		/* merge: .(goto)(0, 1826, 1827) */
		reached[0][1826] = 1;
		;
		/* merge: .(goto)(0, 1828, 1827) */
		reached[0][1828] = 1;
		;
		_m = 3; goto P999; /* 5 */
	case 585: // STATE 1820 - session.pml:275 - [.(goto)] (0:1827:1 - 2)
		IfNotBlocked
		reached[0][1820] = 1;
		;
		/* merge: servers[home] = (servers[home]+1)(1827, 1821, 1827) */
		reached[0][1821] = 1;
		(trpt+1)->bup.oval = ((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.servers[ Index(((P0 *)_this)->home, 2) ] = (((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ])+1);
#ifdef VAR_RANGES
		logval("servers[worker:home]", ((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		/* merge: .(goto)(0, 1826, 1827) */
		reached[0][1826] = 1;
		;
		/* merge: .(goto)(0, 1828, 1827) */
		reached[0][1828] = 1;
		;
		_m = 3; goto P999; /* 3 */
	case 586: // STATE 1830 - session.pml:488 - [(!(locked))] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1830] = 1;
		if (!( !(((int)now.locked))))
			continue;
		_m = 3; goto P999; /* 0 */
	case 587: // STATE 1831 - session.pml:280 - [servers[home] = (servers[home]-1)] (0:0:1 - 1)
		IfNotBlocked
		reached[0][1831] = 1;
		(trpt+1)->bup.oval = ((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.servers[ Index(((P0 *)_this)->home, 2) ] = (((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ])-1);
#ifdef VAR_RANGES
		logval("servers[worker:home]", ((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		_m = 3; goto P999; /* 0 */
	case 588: // STATE 1832 - session.pml:282 - [((((servers[home]==0)&&stopped[home])&&(phase==running)))] (1839:0:1 - 1)
		IfNotBlocked
		reached[0][1832] = 1;
		if (!((((((int)now.servers[ Index(((int)((P0 *)_this)->home), 2) ])==0)&&((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]))&&(now.phase==6))))
			continue;
		/* merge: stopped[home] = 0(1839, 1833, 1839) */
		reached[0][1833] = 1;
		(trpt+1)->bup.oval = ((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]);
		now.stopped[ Index(((P0 *)_this)->home, 2) ] = 0;
#ifdef VAR_RANGES
		logval("stopped[worker:home]", ((int)now.stopped[ Index(((int)((P0 *)_this)->home), 2) ]));
#endif
		;
		/* merge: .(goto)(1839, 1836, 1839) */
		reached[0][1836] = 1;
		;
		_m = 3; goto P999; /* 2 */
	case 589: // STATE 1836 - session.pml:285 - [.(goto)] (0:1839:0 - 2)
		IfNotBlocked
		reached[0][1836] = 1;
		;
		_m = 3; goto P999; /* 0 */
	case 590: // STATE 1839 - session.pml:489 - [-end-] (0:0:0 - 1)
		IfNotBlocked
		reached[0][1839] = 1;
		if (!delproc(1, II)) continue;
		_m = 3; goto P999; /* 0 */
	case  _T5:	/* np_ */
		if (!((!(trpt->o_pm&4) && !(trpt->tau&128))))
			continue;
		/* else fall through */
	case  _T2:	/* true */
		_m = 3; goto P999;
#undef rand
	}

