	switch (t->back) {
	default: Uerror("bad return move");
	case  0: goto R999; /* nothing to undo */

		 /* PROC :init: */

	case 3: // STATE 1
		;
		((P3 *)_this)->i = trpt->bup.oval;
		;
		goto R999;

	case 4: // STATE 5
		;
		((P3 *)_this)->i = trpt->bup.ovals[2];
		now.guard[ Index(((P3 *)_this)->i, 2) ] = trpt->bup.ovals[1];
		now.place[ Index(((P3 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 5: // STATE 15
		;
		((P3 *)_this)->i = trpt->bup.ovals[4];
		now.outstanding = trpt->bup.ovals[3];
		now.injector = trpt->bup.ovals[2];
		now.base[0] = trpt->bup.ovals[1];
		now.place[1] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 5);
		goto R999;
;
		;
		
	case 7: // STATE 17
		;
		;
		delproc(0, now._nr_pr-1);
		;
		goto R999;

	case 8: // STATE 18
		;
		((P3 *)_this)->i = trpt->bup.oval;
		;
		goto R999;

	case 9: // STATE 24
		;
		;
		delproc(0, now._nr_pr-1);
		;
		goto R999;
;
		;
		;
		;
		
	case 12: // STATE 28
		;
		p_restor(II);
		;
		;
		goto R999;

		 /* PROC stopper */

	case 13: // STATE 2
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
	case 14: // STATE 16
		sv_restor();
		goto R999;

	case 15: // STATE 17
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;

	case 16: // STATE 19
		;
		p_restor(II);
		;
		;
		goto R999;

		 /* PROC poster */

	case 17: // STATE 1
		;
		((P1 *)_this)->i = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 19: // STATE 3
		;
		now.outstanding = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 21: // STATE 6
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
			case 23: // STATE 25
		sv_restor();
		goto R999;

	case 24: // STATE 26
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 25: // STATE 27
		;
		((P1 *)_this)->n = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 27: // STATE 29
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 28: // STATE 32
		;
		((P1 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P1 *)_this)->n, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 29: // STATE 39
		;
	/* 0 */	((P1 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 30: // STATE 42
		sv_restor();
		goto R999;

	case 31: // STATE 48
		;
		((P1 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 32: // STATE 55
		;
		((P1 *)_this)->ok = trpt->bup.ovals[1];
		((P1 *)_this)->n = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 33: // STATE 60
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;

	case 34: // STATE 66
		;
		now.injector = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 36: // STATE 69
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
			case 38: // STATE 88
		sv_restor();
		goto R999;

	case 39: // STATE 89
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 40: // STATE 90
		;
		((P1 *)_this)->n = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 42: // STATE 92
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 43: // STATE 95
		;
		((P1 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P1 *)_this)->n, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 44: // STATE 102
		;
	/* 0 */	((P1 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 45: // STATE 105
		sv_restor();
		goto R999;

	case 46: // STATE 111
		;
		((P1 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 47: // STATE 118
		;
		((P1 *)_this)->ok = trpt->bup.ovals[1];
		((P1 *)_this)->n = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 48: // STATE 123
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 50: // STATE 130
		;
		((P1 *)_this)->seen = trpt->bup.oval;
		;
		goto R999;

	case 51: // STATE 131
		;
	/* 0 */	((P1 *)_this)->seen = trpt->bup.oval;
		;
		;
		goto R999;

	case 52: // STATE 136
		;
		((P1 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 54: // STATE 138
		;
		((P1 *)_this)->k = trpt->bup.oval;
		;
		goto R999;

	case 55: // STATE 144
		;
	/* 0 */	((P1 *)_this)->k = trpt->bup.oval;
		;
		;
		goto R999;
;
		;
		
	case 57: // STATE 146
		;
		((P1 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 59: // STATE 148
		;
		((P1 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 61: // STATE 155
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 62: // STATE 158
		;
		((P1 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P1 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 63: // STATE 165
		;
	/* 0 */	((P1 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 64: // STATE 168
		sv_restor();
		goto R999;

	case 65: // STATE 186
		;
		((P1 *)_this)->ok = trpt->bup.ovals[2];
		now.searcher = trpt->bup.ovals[1];
	/* 0 */	((P1 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 66: // STATE 189
		;
		((P1 *)_this)->ok = trpt->bup.ovals[1];
	/* 0 */	((P1 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 67: // STATE 193
		;
	/* 0 */	((P1 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 68: // STATE 194
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 69: // STATE 197
		;
		((P1 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P1 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;
;
		;
			case 71: // STATE 207
		sv_restor();
		goto R999;

	case 72: // STATE 234
		;
		((P1 *)_this)->ok = trpt->bup.ovals[3];
		((P1 *)_this)->seen = trpt->bup.ovals[2];
		((P1 *)_this)->k = trpt->bup.ovals[1];
	/* 0 */	((P1 *)_this)->ok = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 4);
		goto R999;
	case 73: // STATE 222
		sv_restor();
		goto R999;

	case 74: // STATE 234
		;
		((P1 *)_this)->ok = trpt->bup.ovals[2];
		((P1 *)_this)->seen = trpt->bup.ovals[1];
		((P1 *)_this)->k = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 75: // STATE 330
		;
		((P1 *)_this)->i = trpt->bup.ovals[1];
		now.outstanding = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 76: // STATE 244
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;

	case 77: // STATE 247
		;
		now.outstanding = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 79: // STATE 250
		;
		((P1 *)_this)->n = trpt->bup.ovals[1];
		((P1 *)_this)->ok = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 80: // STATE 251
		;
	/* 0 */	((P1 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 81: // STATE 252
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 82: // STATE 253
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 83: // STATE 254
		;
		((P1 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 84: // STATE 260
		;
		((P1 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 85: // STATE 261
		;
	/* 0 */	((P1 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 86: // STATE 262
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 87: // STATE 266
		;
	/* 0 */	((P1 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 88: // STATE 267
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 89: // STATE 272
		;
	/* 0 */	((P1 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 90: // STATE 273
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 91: // STATE 275
		;
		((P1 *)_this)->n = trpt->bup.ovals[1];
		((P1 *)_this)->ok = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 92: // STATE 276
		;
	/* 0 */	((P1 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 93: // STATE 277
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 94: // STATE 278
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 95: // STATE 279
		;
		((P1 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 96: // STATE 285
		;
		((P1 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 97: // STATE 286
		;
	/* 0 */	((P1 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 98: // STATE 287
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 99: // STATE 291
		;
	/* 0 */	((P1 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 100: // STATE 292
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 101: // STATE 297
		;
	/* 0 */	((P1 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 102: // STATE 313
		sv_restor();
		goto R999;

	case 103: // STATE 315
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 104: // STATE 321
		;
		((P1 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 105: // STATE 326
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;

	case 106: // STATE 330
		;
		((P1 *)_this)->i = trpt->bup.oval;
		;
		goto R999;

	case 107: // STATE 336
		;
		p_restor(II);
		;
		;
		goto R999;

		 /* PROC worker */

	case 108: // STATE 1
		;
		((P0 *)_this)->home = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 110: // STATE 8
		;
		now.servers[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.ovals[1];
		now.stopped[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 111: // STATE 8
		;
		now.servers[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		;
			case 113: // STATE 20
		sv_restor();
		goto R999;

	case 114: // STATE 23
		;
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		;
		;
		;
		
	case 117: // STATE 34
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 118: // STATE 37
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 119: // STATE 41
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 120: // STATE 44
		sv_restor();
		goto R999;

	case 121: // STATE 49
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 122: // STATE 53
		;
		((P0 *)_this)->n = trpt->bup.ovals[1];
		((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 123: // STATE 54
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 124: // STATE 55
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 125: // STATE 56
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 126: // STATE 57
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 127: // STATE 63
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 128: // STATE 64
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 129: // STATE 65
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 130: // STATE 69
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 131: // STATE 70
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 132: // STATE 76
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 133: // STATE 78
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 135: // STATE 83
		;
		((P0 *)_this)->n = trpt->bup.ovals[1];
		((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 136: // STATE 84
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 137: // STATE 85
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 138: // STATE 86
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 139: // STATE 87
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 140: // STATE 93
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 141: // STATE 94
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 142: // STATE 95
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 143: // STATE 99
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 144: // STATE 100
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 145: // STATE 105
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 146: // STATE 106
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 147: // STATE 108
		;
		((P0 *)_this)->n = trpt->bup.ovals[1];
		((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 148: // STATE 109
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 149: // STATE 110
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 150: // STATE 111
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 151: // STATE 112
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 152: // STATE 118
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 153: // STATE 119
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 154: // STATE 120
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 155: // STATE 124
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 156: // STATE 125
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 157: // STATE 130
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 158: // STATE 146
		sv_restor();
		goto R999;

	case 159: // STATE 148
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 160: // STATE 154
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 161: // STATE 159
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 163: // STATE 176
		;
		now.executing[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.ovals[2];
		((P0 *)_this)->j = trpt->bup.ovals[1];
		now.wakeups[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;
;
		;
		
	case 165: // STATE 179
		;
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 166: // STATE 182
		;
		now.state[ Index(((P0 *)_this)->j, 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 167: // STATE 185
		;
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;
	case 168: // STATE 197
		sv_restor();
		goto R999;

	case 169: // STATE 200
		;
		now.busy[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 171: // STATE 203
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
			case 173: // STATE 222
		sv_restor();
		goto R999;

	case 174: // STATE 223
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 175: // STATE 224
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 177: // STATE 226
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 178: // STATE 229
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->n, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 179: // STATE 236
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 180: // STATE 239
		sv_restor();
		goto R999;

	case 181: // STATE 245
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 182: // STATE 252
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		((P0 *)_this)->n = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 183: // STATE 257
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 185: // STATE 268
		;
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 186: // STATE 272
		;
		now.pushes = trpt->bup.oval;
		;
		goto R999;

	case 187: // STATE 274
		;
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 189: // STATE 276
		;
		((P0 *)_this)->seen = trpt->bup.oval;
		;
		goto R999;

	case 190: // STATE 277
		;
	/* 0 */	((P0 *)_this)->seen = trpt->bup.oval;
		;
		;
		goto R999;

	case 191: // STATE 282
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 193: // STATE 284
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;

	case 194: // STATE 290
		;
	/* 0 */	((P0 *)_this)->k = trpt->bup.oval;
		;
		;
		goto R999;
;
		;
		
	case 196: // STATE 292
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 198: // STATE 294
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 200: // STATE 301
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 201: // STATE 304
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 202: // STATE 311
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 203: // STATE 314
		sv_restor();
		goto R999;

	case 204: // STATE 332
		;
		((P0 *)_this)->ok = trpt->bup.ovals[2];
		now.searcher = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 205: // STATE 335
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 206: // STATE 339
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 207: // STATE 340
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 208: // STATE 343
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;
;
		;
			case 210: // STATE 353
		sv_restor();
		goto R999;

	case 211: // STATE 380
		;
		((P0 *)_this)->ok = trpt->bup.ovals[3];
		((P0 *)_this)->seen = trpt->bup.ovals[2];
		((P0 *)_this)->k = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 4);
		goto R999;
	case 212: // STATE 368
		sv_restor();
		goto R999;

	case 213: // STATE 380
		;
		((P0 *)_this)->ok = trpt->bup.ovals[2];
		((P0 *)_this)->seen = trpt->bup.ovals[1];
		((P0 *)_this)->k = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 214: // STATE 387
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 215: // STATE 390
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 216: // STATE 394
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 217: // STATE 397
		sv_restor();
		goto R999;

	case 218: // STATE 402
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 219: // STATE 406
		;
		now.pushes = trpt->bup.oval;
		;
		goto R999;

	case 220: // STATE 408
		;
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 222: // STATE 410
		;
		((P0 *)_this)->seen = trpt->bup.oval;
		;
		goto R999;

	case 223: // STATE 411
		;
	/* 0 */	((P0 *)_this)->seen = trpt->bup.oval;
		;
		;
		goto R999;

	case 224: // STATE 416
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 226: // STATE 418
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;

	case 227: // STATE 424
		;
	/* 0 */	((P0 *)_this)->k = trpt->bup.oval;
		;
		;
		goto R999;
;
		;
		
	case 229: // STATE 426
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 231: // STATE 428
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 233: // STATE 435
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 234: // STATE 438
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 235: // STATE 445
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 236: // STATE 448
		sv_restor();
		goto R999;

	case 237: // STATE 466
		;
		((P0 *)_this)->ok = trpt->bup.ovals[2];
		now.searcher = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 238: // STATE 469
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 239: // STATE 473
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 240: // STATE 474
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 241: // STATE 477
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;
;
		;
			case 243: // STATE 487
		sv_restor();
		goto R999;

	case 244: // STATE 514
		;
		((P0 *)_this)->ok = trpt->bup.ovals[3];
		((P0 *)_this)->seen = trpt->bup.ovals[2];
		((P0 *)_this)->k = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 4);
		goto R999;
	case 245: // STATE 502
		sv_restor();
		goto R999;

	case 246: // STATE 514
		;
		((P0 *)_this)->ok = trpt->bup.ovals[2];
		((P0 *)_this)->seen = trpt->bup.ovals[1];
		((P0 *)_this)->k = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 247: // STATE 521
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 248: // STATE 524
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 249: // STATE 528
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 250: // STATE 531
		sv_restor();
		goto R999;

	case 251: // STATE 536
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 252: // STATE 540
		;
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 253: // STATE 542
		;
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 254: // STATE 545
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 255: // STATE 548
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 256: // STATE 552
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 257: // STATE 555
		sv_restor();
		goto R999;

	case 258: // STATE 560
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 259: // STATE 567
		;
		now.outstanding = trpt->bup.ovals[1];
		now.ios = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 260: // STATE 569
		;
		now.io[ Index(now.place[ Index(((P0 *)_this)->i, 2) ], 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 261: // STATE 571
		;
		now.io[ Index((2-1), 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 262: // STATE 753
		;
		((P0 *)_this)->mine = trpt->bup.ovals[1];
		((P0 *)_this)->found = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 263: // STATE 584
		;
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[1];
		now.queue[ Index(((P0 *)_this)->j, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;
;
		;
		
	case 265: // STATE 587
		;
		((P0 *)_this)->found = trpt->bup.oval;
		;
		goto R999;

	case 266: // STATE 588
		;
		((P0 *)_this)->mine = trpt->bup.oval;
		;
		goto R999;

	case 267: // STATE 592
		;
		((P0 *)_this)->found = trpt->bup.ovals[2];
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[1];
		now.injector = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;
;
		;
		;
		;
		
	case 270: // STATE 611
		;
		((P0 *)_this)->n = trpt->bup.ovals[3];
		((P0 *)_this)->found = trpt->bup.ovals[2];
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[1];
		now.queue[ Index(((P0 *)_this)->n, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 4);
		goto R999;

	case 271: // STATE 611
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 272: // STATE 611
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 273: // STATE 617
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 274: // STATE 621
		;
	/* 0 */	((P0 *)_this)->mine = trpt->bup.oval;
		;
		;
		goto R999;
	case 275: // STATE 628
		sv_restor();
		goto R999;

	case 276: // STATE 630
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 277: // STATE 631
		;
		((P0 *)_this)->seen = trpt->bup.oval;
		;
		goto R999;

	case 278: // STATE 632
		;
	/* 0 */	((P0 *)_this)->seen = trpt->bup.oval;
		;
		;
		goto R999;

	case 279: // STATE 637
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 281: // STATE 639
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;

	case 282: // STATE 645
		;
	/* 0 */	((P0 *)_this)->k = trpt->bup.oval;
		;
		;
		goto R999;
;
		;
		
	case 284: // STATE 647
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 286: // STATE 649
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 288: // STATE 656
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 289: // STATE 659
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 290: // STATE 666
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 291: // STATE 669
		sv_restor();
		goto R999;

	case 292: // STATE 687
		;
		((P0 *)_this)->ok = trpt->bup.ovals[2];
		now.searcher = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 293: // STATE 690
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 294: // STATE 694
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 295: // STATE 695
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 296: // STATE 698
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;
;
		;
			case 298: // STATE 708
		sv_restor();
		goto R999;

	case 299: // STATE 740
		;
		((P0 *)_this)->ok = trpt->bup.ovals[4];
		((P0 *)_this)->ok = trpt->bup.ovals[3];
		((P0 *)_this)->seen = trpt->bup.ovals[2];
		((P0 *)_this)->k = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 5);
		goto R999;
	case 300: // STATE 723
		sv_restor();
		goto R999;

	case 301: // STATE 740
		;
		((P0 *)_this)->ok = trpt->bup.ovals[3];
		((P0 *)_this)->ok = trpt->bup.ovals[2];
		((P0 *)_this)->seen = trpt->bup.ovals[1];
		((P0 *)_this)->k = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 4);
		goto R999;

	case 302: // STATE 740
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 303: // STATE 753
		;
		((P0 *)_this)->mine = trpt->bup.ovals[2];
		((P0 *)_this)->found = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->found = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 304: // STATE 753
		;
		((P0 *)_this)->mine = trpt->bup.ovals[1];
		((P0 *)_this)->found = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 305: // STATE 754
		;
		now.busy[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 307: // STATE 759
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 308: // STATE 762
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 309: // STATE 766
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 310: // STATE 769
		sv_restor();
		goto R999;

	case 311: // STATE 774
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 312: // STATE 777
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 313: // STATE 781
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 314: // STATE 784
		sv_restor();
		goto R999;

	case 315: // STATE 789
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;
	case 316: // STATE 800
		sv_restor();
		goto R999;

	case 317: // STATE 803
		;
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		;
		;
		;
		
	case 320: // STATE 814
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 321: // STATE 817
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 322: // STATE 821
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 323: // STATE 824
		sv_restor();
		goto R999;

	case 324: // STATE 829
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 325: // STATE 833
		;
		((P0 *)_this)->n = trpt->bup.ovals[1];
		((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 326: // STATE 834
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 327: // STATE 835
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 328: // STATE 836
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 329: // STATE 837
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 330: // STATE 843
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 331: // STATE 844
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 332: // STATE 845
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 333: // STATE 849
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 334: // STATE 850
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 335: // STATE 856
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 336: // STATE 858
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 338: // STATE 863
		;
		((P0 *)_this)->n = trpt->bup.ovals[1];
		((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 339: // STATE 864
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 340: // STATE 865
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 341: // STATE 866
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 342: // STATE 867
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 343: // STATE 873
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 344: // STATE 874
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 345: // STATE 875
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 346: // STATE 879
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 347: // STATE 880
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 348: // STATE 885
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 349: // STATE 886
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 350: // STATE 888
		;
		((P0 *)_this)->n = trpt->bup.ovals[1];
		((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 351: // STATE 889
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 352: // STATE 890
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 353: // STATE 891
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 354: // STATE 892
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 355: // STATE 898
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 356: // STATE 899
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 357: // STATE 900
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 358: // STATE 904
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 359: // STATE 905
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 360: // STATE 910
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 361: // STATE 926
		sv_restor();
		goto R999;

	case 362: // STATE 928
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 363: // STATE 934
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 364: // STATE 939
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 366: // STATE 954
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 367: // STATE 957
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->j, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 368: // STATE 964
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 369: // STATE 967
		sv_restor();
		goto R999;

	case 370: // STATE 976
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;
	case 371: // STATE 984
		sv_restor();
		goto R999;

	case 372: // STATE 988
		;
		now.executing[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.ovals[1];
		now.io[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 373: // STATE 990
		;
		now.busy[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 375: // STATE 993
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
			case 377: // STATE 1012
		sv_restor();
		goto R999;

	case 378: // STATE 1013
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 379: // STATE 1014
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 381: // STATE 1016
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 382: // STATE 1019
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->n, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 383: // STATE 1026
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 384: // STATE 1029
		sv_restor();
		goto R999;

	case 385: // STATE 1035
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 386: // STATE 1042
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		((P0 *)_this)->n = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 387: // STATE 1047
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;

	case 388: // STATE 1057
		;
		now.pushes = trpt->bup.oval;
		;
		goto R999;

	case 389: // STATE 1059
		;
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 391: // STATE 1061
		;
		((P0 *)_this)->seen = trpt->bup.oval;
		;
		goto R999;

	case 392: // STATE 1062
		;
	/* 0 */	((P0 *)_this)->seen = trpt->bup.oval;
		;
		;
		goto R999;

	case 393: // STATE 1067
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 395: // STATE 1069
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;

	case 396: // STATE 1075
		;
	/* 0 */	((P0 *)_this)->k = trpt->bup.oval;
		;
		;
		goto R999;
;
		;
		
	case 398: // STATE 1077
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 400: // STATE 1079
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 402: // STATE 1086
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 403: // STATE 1089
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 404: // STATE 1096
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 405: // STATE 1099
		sv_restor();
		goto R999;

	case 406: // STATE 1117
		;
		((P0 *)_this)->ok = trpt->bup.ovals[2];
		now.searcher = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 407: // STATE 1120
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 408: // STATE 1124
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 409: // STATE 1125
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 410: // STATE 1128
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;
;
		;
			case 412: // STATE 1138
		sv_restor();
		goto R999;

	case 413: // STATE 1165
		;
		((P0 *)_this)->ok = trpt->bup.ovals[3];
		((P0 *)_this)->seen = trpt->bup.ovals[2];
		((P0 *)_this)->k = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 4);
		goto R999;
	case 414: // STATE 1153
		sv_restor();
		goto R999;

	case 415: // STATE 1165
		;
		((P0 *)_this)->ok = trpt->bup.ovals[2];
		((P0 *)_this)->seen = trpt->bup.ovals[1];
		((P0 *)_this)->k = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 416: // STATE 1172
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 417: // STATE 1175
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 418: // STATE 1179
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 419: // STATE 1182
		sv_restor();
		goto R999;

	case 420: // STATE 1187
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 421: // STATE 1191
		;
		now.pushes = trpt->bup.oval;
		;
		goto R999;

	case 422: // STATE 1193
		;
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 424: // STATE 1195
		;
		((P0 *)_this)->seen = trpt->bup.oval;
		;
		goto R999;

	case 425: // STATE 1196
		;
	/* 0 */	((P0 *)_this)->seen = trpt->bup.oval;
		;
		;
		goto R999;

	case 426: // STATE 1201
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 428: // STATE 1203
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;

	case 429: // STATE 1209
		;
	/* 0 */	((P0 *)_this)->k = trpt->bup.oval;
		;
		;
		goto R999;
;
		;
		
	case 431: // STATE 1211
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 433: // STATE 1213
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 435: // STATE 1220
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 436: // STATE 1223
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 437: // STATE 1230
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 438: // STATE 1233
		sv_restor();
		goto R999;

	case 439: // STATE 1251
		;
		((P0 *)_this)->ok = trpt->bup.ovals[2];
		now.searcher = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 440: // STATE 1254
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 441: // STATE 1258
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 442: // STATE 1259
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 443: // STATE 1262
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;
;
		;
			case 445: // STATE 1272
		sv_restor();
		goto R999;

	case 446: // STATE 1299
		;
		((P0 *)_this)->ok = trpt->bup.ovals[3];
		((P0 *)_this)->seen = trpt->bup.ovals[2];
		((P0 *)_this)->k = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 4);
		goto R999;
	case 447: // STATE 1287
		sv_restor();
		goto R999;

	case 448: // STATE 1299
		;
		((P0 *)_this)->ok = trpt->bup.ovals[2];
		((P0 *)_this)->seen = trpt->bup.ovals[1];
		((P0 *)_this)->k = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 449: // STATE 1306
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 450: // STATE 1309
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 451: // STATE 1313
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 452: // STATE 1316
		sv_restor();
		goto R999;

	case 453: // STATE 1321
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 454: // STATE 1325
		;
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 455: // STATE 1327
		;
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 456: // STATE 1330
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 457: // STATE 1333
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 458: // STATE 1337
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 459: // STATE 1340
		sv_restor();
		goto R999;

	case 460: // STATE 1345
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 461: // STATE 1352
		;
		now.outstanding = trpt->bup.ovals[1];
		now.ios = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 462: // STATE 1354
		;
		now.io[ Index(now.place[ Index(((P0 *)_this)->i, 2) ], 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 463: // STATE 1356
		;
		now.io[ Index((2-1), 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 464: // STATE 1363
		;
		now.busy[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 465: // STATE 1364
		;
		now.outstanding = trpt->bup.oval;
		;
		goto R999;

	case 466: // STATE 1366
		;
		((P0 *)_this)->n = trpt->bup.ovals[1];
		((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 467: // STATE 1367
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 468: // STATE 1368
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 469: // STATE 1369
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 470: // STATE 1370
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 471: // STATE 1376
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 472: // STATE 1377
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 473: // STATE 1378
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 474: // STATE 1382
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 475: // STATE 1383
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 476: // STATE 1389
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 477: // STATE 1391
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 479: // STATE 1396
		;
		((P0 *)_this)->n = trpt->bup.ovals[1];
		((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 480: // STATE 1397
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 481: // STATE 1398
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 482: // STATE 1399
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 483: // STATE 1400
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 484: // STATE 1406
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 485: // STATE 1407
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 486: // STATE 1408
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 487: // STATE 1412
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 488: // STATE 1413
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 489: // STATE 1418
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 490: // STATE 1419
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 491: // STATE 1421
		;
		((P0 *)_this)->n = trpt->bup.ovals[1];
		((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 492: // STATE 1422
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 493: // STATE 1423
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 494: // STATE 1424
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 495: // STATE 1425
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 496: // STATE 1431
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 497: // STATE 1432
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 498: // STATE 1433
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 499: // STATE 1437
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 500: // STATE 1438
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 501: // STATE 1443
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 502: // STATE 1459
		sv_restor();
		goto R999;

	case 503: // STATE 1461
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 504: // STATE 1467
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 505: // STATE 1472
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
	case 506: // STATE 1484
		sv_restor();
		goto R999;

	case 507: // STATE 1488
		;
		now.executing[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.ovals[1];
		now.base[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 508: // STATE 1492
		;
		now.pushes = trpt->bup.oval;
		;
		goto R999;

	case 509: // STATE 1494
		;
		now.queue[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 511: // STATE 1496
		;
		((P0 *)_this)->seen = trpt->bup.oval;
		;
		goto R999;

	case 512: // STATE 1497
		;
	/* 0 */	((P0 *)_this)->seen = trpt->bup.oval;
		;
		;
		goto R999;

	case 513: // STATE 1502
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 515: // STATE 1504
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;

	case 516: // STATE 1510
		;
	/* 0 */	((P0 *)_this)->k = trpt->bup.oval;
		;
		;
		goto R999;
;
		;
		
	case 518: // STATE 1512
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 520: // STATE 1514
		;
		((P0 *)_this)->k = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 522: // STATE 1521
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 523: // STATE 1524
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 524: // STATE 1531
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 525: // STATE 1534
		sv_restor();
		goto R999;

	case 526: // STATE 1552
		;
		((P0 *)_this)->ok = trpt->bup.ovals[2];
		now.searcher = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 527: // STATE 1555
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->seen = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 528: // STATE 1559
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;

	case 529: // STATE 1560
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 530: // STATE 1563
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->k, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;
;
		;
			case 532: // STATE 1573
		sv_restor();
		goto R999;

	case 533: // STATE 1600
		;
		((P0 *)_this)->ok = trpt->bup.ovals[3];
		((P0 *)_this)->seen = trpt->bup.ovals[2];
		((P0 *)_this)->k = trpt->bup.ovals[1];
	/* 0 */	((P0 *)_this)->ok = trpt->bup.ovals[0];
		;
		;
		ungrab_ints(trpt->bup.ovals, 4);
		goto R999;
	case 534: // STATE 1588
		sv_restor();
		goto R999;

	case 535: // STATE 1600
		;
		((P0 *)_this)->ok = trpt->bup.ovals[2];
		((P0 *)_this)->seen = trpt->bup.ovals[1];
		((P0 *)_this)->k = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 3);
		goto R999;

	case 536: // STATE 1607
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->i, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 537: // STATE 1610
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 538: // STATE 1614
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 539: // STATE 1617
		sv_restor();
		goto R999;

	case 540: // STATE 1622
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 541: // STATE 1627
		;
		now.outstanding = trpt->bup.ovals[1];
		now.ios = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;
;
		;
		
	case 543: // STATE 1631
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
			case 545: // STATE 1650
		sv_restor();
		goto R999;

	case 546: // STATE 1651
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 547: // STATE 1652
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 549: // STATE 1654
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 550: // STATE 1657
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->n, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 551: // STATE 1664
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 552: // STATE 1667
		sv_restor();
		goto R999;

	case 553: // STATE 1673
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 554: // STATE 1680
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		((P0 *)_this)->n = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 555: // STATE 1685
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;

	case 556: // STATE 1692
		;
		now.io[ Index((2-1), 2) ] = trpt->bup.oval;
		;
		goto R999;
	case 557: // STATE 1702
		sv_restor();
		goto R999;
;
		;
		
	case 559: // STATE 1709
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;

	case 560: // STATE 1710
		;
		now.servers[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 561: // STATE 1712
		;
		now.stopped[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		
	case 562: // STATE 1715
		goto R999;
;
		;
		
	case 564: // STATE 1719
		;
		now.out = trpt->bup.oval;
		;
		goto R999;
;
		;
		;
		;
			case 567: // STATE 1743
		sv_restor();
		goto R999;
;
		;
			case 569: // STATE 1761
		sv_restor();
		goto R999;

	case 570: // STATE 1762
		;
		now.phase = trpt->bup.oval;
		;
		goto R999;

	case 571: // STATE 1763
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 573: // STATE 1765
		;
		((P0 *)_this)->ok = trpt->bup.oval;
		;
		goto R999;

	case 574: // STATE 1768
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		now.state[ Index(((P0 *)_this)->n, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 575: // STATE 1775
		;
	/* 0 */	((P0 *)_this)->ok = trpt->bup.oval;
		;
		;
		goto R999;
	case 576: // STATE 1778
		sv_restor();
		goto R999;

	case 577: // STATE 1784
		;
		((P0 *)_this)->n = trpt->bup.oval;
		;
		goto R999;

	case 578: // STATE 1791
		;
		((P0 *)_this)->ok = trpt->bup.ovals[1];
		((P0 *)_this)->n = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 579: // STATE 1800
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;

	case 580: // STATE 1803
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;

	case 581: // STATE 1807
		;
		now.out = trpt->bup.oval;
		;
		goto R999;

	case 582: // STATE 1813
		;
		now.locked = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 584: // STATE 1821
		;
		now.servers[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.ovals[1];
		now.stopped[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.ovals[0];
		;
		ungrab_ints(trpt->bup.ovals, 2);
		goto R999;

	case 585: // STATE 1821
		;
		now.servers[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		;
		
	case 587: // STATE 1831
		;
		now.servers[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.oval;
		;
		goto R999;

	case 588: // STATE 1833
		;
		now.stopped[ Index(((P0 *)_this)->home, 2) ] = trpt->bup.oval;
		;
		goto R999;
;
		
	case 589: // STATE 1836
		goto R999;

	case 590: // STATE 1839
		;
		p_restor(II);
		;
		;
		goto R999;
	}

