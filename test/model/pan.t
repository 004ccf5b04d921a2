#ifdef PEG
struct T_SRC {
	char *fl; int ln;
} T_SRC[NTRANS];

void
tr_2_src(int m, char *file, int ln)
{	T_SRC[m].fl = file;
	T_SRC[m].ln = ln;
}

void
putpeg(int n, int m)
{	printf("%5d	trans %4d ", m, n);
	printf("%s:%d\n",
		T_SRC[n].fl, T_SRC[n].ln);
}
#endif

void
settable(void)
{	Trans *T;
	Trans *settr(int, int, int, int, int, char *, int, int, int);

	trans = (Trans ***) emalloc(5*sizeof(Trans **));

	/* proctype 3: :init: */

	trans[3] = (Trans **) emalloc(29*sizeof(Trans *));

	T = trans[ 3][25] = settr(2218,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(2218,2,1,0,0,"ATOMIC", 1, 2, 0);
	trans[3][1]	= settr(2194,2,8,3,3,"i = 0", 1, 2, 0);
	trans[3][9]	= settr(2202,2,8,1,0,".(goto)", 1, 2, 0);
	T = trans[3][8] = settr(2201,2,0,0,0,"DO", 1, 2, 0);
	T = T->nxt	= settr(2201,2,2,0,0,"DO", 1, 2, 0);
	    T->nxt	= settr(2201,2,6,0,0,"DO", 1, 2, 0);
	trans[3][2]	= settr(2195,2,8,4,4,"((i<=(2-1)))", 1, 2, 0); /* m: 3 -> 8,0 */
	reached3[3] = 1;
	trans[3][3]	= settr(0,0,0,0,0,"place[i] = i",0,0,0);
	trans[3][4]	= settr(0,0,0,0,0,"guard[i] = 1",0,0,0);
	trans[3][5]	= settr(0,0,0,0,0,"i = (i+1)",0,0,0);
	trans[3][6]	= settr(2199,2,11,2,0,"else", 1, 2, 0);
	trans[3][7]	= settr(2200,2,11,1,0,"goto :b57", 1, 2, 0); /* m: 11 -> 0,21 */
	reached3[11] = 1;
	trans[3][10]	= settr(2203,2,11,1,0,"break", 1, 2, 0);
	trans[3][11]	= settr(2204,2,21,5,5,"place[1] = 1", 1, 2, 0); /* m: 12 -> 0,21 */
	reached3[12] = 1;
	trans[3][12]	= settr(0,0,0,0,0,"base[0] = 1",0,0,0);
	trans[3][13]	= settr(0,0,0,0,0,"injector = 1",0,0,0);
	trans[3][14]	= settr(0,0,0,0,0,"outstanding = 0",0,0,0);
	trans[3][15]	= settr(0,0,0,0,0,"i = 0",0,0,0);
	trans[3][22]	= settr(2215,2,21,1,0,".(goto)", 1, 2, 0);
	T = trans[3][21] = settr(2214,2,0,0,0,"DO", 1, 2, 0);
	T = T->nxt	= settr(2214,2,16,0,0,"DO", 1, 2, 0);
	    T->nxt	= settr(2214,2,19,0,0,"DO", 1, 2, 0);
	trans[3][16]	= settr(2209,2,17,6,0,"((i<=(2-1)))", 1, 2, 0);
	trans[3][17]	= settr(2210,2,18,7,7,"(run worker(i))", 1, 2, 0);
	trans[3][18]	= settr(2211,2,21,8,8,"i = (i+1)", 1, 2, 0);
	trans[3][19]	= settr(2212,2,23,2,0,"else", 1, 2, 0);
	trans[3][20]	= settr(2213,2,23,1,0,"goto :b58", 1, 2, 0);
	trans[3][23]	= settr(2216,2,24,1,0,"break", 1, 2, 0);
	trans[3][24]	= settr(2217,0,26,9,9,"(run poster())", 1, 2, 0);
	trans[3][26]	= settr(2219,0,27,10,0,"((_nr_pr==1))", 1, 2, 0);
	trans[3][27]	= settr(2220,0,28,11,0,"assert((stop_called||((((outstanding==0)&&(((injector==0)&&(queue[0]==0))&&(queue[1]==0)))&&(base[0]==0))&&(searcher==2))))", 1, 2, 0);
	trans[3][28]	= settr(2221,0,0,12,12,"-end-", 0, 3500, 0);

	/* proctype 2: stopper */

	trans[2] = (Trans **) emalloc(20*sizeof(Trans *));

	T = trans[ 2][4] = settr(2178,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2178,0,3,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 2][3] = settr(2177,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(2177,2,1,0,0,"ATOMIC", 1, 2, 0);
	trans[2][1]	= settr(2175,4,16,13,13,"(!(locked))", 1, 2, 0); /* m: 2 -> 16,0 */
	reached2[2] = 1;
	trans[2][2]	= settr(0,0,0,0,0,"locked = 1",0,0,0);
/*->*/	trans[2][16]	= settr(2190,32,18,14,14,"D_STEP513", 1, 2, 0);
	T = trans[ 2][18] = settr(2192,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2192,0,17,0,0,"sub-sequence", 0, 2, 0);
	trans[2][17]	= settr(2191,0,19,15,15,"locked = 0", 1, 2, 0);
	trans[2][19]	= settr(2193,0,0,16,16,"-end-", 0, 3500, 0);

	/* proctype 1: poster */

	trans[1] = (Trans **) emalloc(337*sizeof(Trans *));

	trans[1][1]	= settr(1839,0,333,17,17,"i = 1", 0, 2, 0);
	trans[1][334]	= settr(2172,0,333,1,0,".(goto)", 0, 2, 0);
	T = trans[1][333] = settr(2171,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(2171,0,2,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(2171,0,331,0,0,"DO", 0, 2, 0);
	trans[1][2]	= settr(1840,0,3,18,0,"((i<=1))", 0, 2, 0);
	trans[1][3]	= settr(1841,0,64,19,19,"outstanding = (outstanding+1)", 1, 2, 0);
	T = trans[1][64] = settr(1902,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1902,0,4,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1902,0,63,0,0,"IF", 0, 2, 0);
	trans[1][4]	= settr(1842,0,62,20,0,"((phase==asking))", 1, 2, 0);
	T = trans[ 1][62] = settr(1900,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1900,0,8,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 1][8] = settr(1846,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1846,0,7,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 1][7] = settr(1845,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1845,2,5,0,0,"ATOMIC", 1, 2, 0);
	trans[1][5]	= settr(1843,4,59,21,21,"(!(locked))", 1, 2, 0); /* m: 6 -> 59,0 */
	reached1[6] = 1;
	trans[1][6]	= settr(0,0,0,0,0,"locked = 1",0,0,0);
	T = trans[ 1][59] = settr(1897,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1897,0,57,0,0,"sub-sequence", 0, 2, 0);
	T = trans[1][57] = settr(1895,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1895,0,9,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1895,0,56,0,0,"IF", 0, 2, 0);
	trans[1][9]	= settr(1847,0,25,22,0,"((phase==asking))", 1, 2, 0);
/*->*/	trans[1][25]	= settr(1863,32,26,23,23,"D_STEP175", 1, 2, 0);
	trans[1][26]	= settr(1864,0,27,24,24,"phase = running", 1, 2, 0);
	trans[1][27]	= settr(1865,0,51,25,25,"n = 0", 0, 2, 0);
	trans[1][52]	= settr(1890,0,51,1,0,".(goto)", 0, 2, 0);
	T = trans[1][51] = settr(1889,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1889,0,28,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1889,0,49,0,0,"DO", 0, 2, 0);
	trans[1][28]	= settr(1866,0,47,26,0,"((n<2))", 0, 2, 0);
	T = trans[ 1][47] = settr(1885,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1885,0,29,0,0,"sub-sequence", 0, 2, 0);
	trans[1][29]	= settr(1867,0,37,27,27,"ok = 0", 0, 2, 0);
	T = trans[1][37] = settr(1875,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1875,0,33,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1875,0,36,0,0,"IF", 0, 2, 0);
	T = trans[ 1][33] = settr(1871,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1871,2,30,0,0,"ATOMIC", 1, 2, 0);
	trans[1][30]	= settr(1868,0,45,28,28,"((state[n]==parked))", 1, 2, 0); /* m: 31 -> 45,0 */
	reached1[31] = 1;
	trans[1][31]	= settr(0,0,0,0,0,"state[n] = notified",0,0,0);
	trans[1][32]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[1][38]	= settr(1876,0,45,1,0,".(goto)", 0, 2, 0);
	T = trans[ 1][36] = settr(1874,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1874,2,34,0,0,"ATOMIC", 0, 2, 0);
	trans[1][34]	= settr(1872,2,35,2,0,"else", 0, 2, 0);
	trans[1][35]	= settr(1873,0,45,1,0,"(1)", 0, 2, 0);
	T = trans[1][45] = settr(1883,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1883,0,39,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1883,0,44,0,0,"IF", 0, 2, 0);
	trans[1][39]	= settr(1877,0,43,29,29,"(ok)", 0, 2, 0);
	T = trans[ 1][43] = settr(1881,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1881,0,42,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[1][42]	= settr(1880,32,48,30,30,"D_STEP92", 1, 2, 0);
	trans[1][46]	= settr(1884,0,48,1,0,".(goto)", 0, 2, 0); /* m: 48 -> 0,51 */
	reached1[48] = 1;
	trans[1][44]	= settr(1882,0,48,2,0,"else", 0, 2, 0);
	trans[1][48]	= settr(1886,0,51,31,31,"n = (n+1)", 0, 2, 0);
	trans[1][49]	= settr(1887,0,54,2,0,"else", 0, 2, 0);
	trans[1][50]	= settr(1888,0,54,1,0,"goto :b47", 0, 2, 0); /* m: 54 -> 0,61 */
	reached1[54] = 1;
	trans[1][53]	= settr(1891,0,54,1,0,"break", 0, 2, 0);
	trans[1][54]	= settr(1892,0,61,32,32,"n = 0", 0, 2, 0); /* m: 55 -> 0,61 */
	reached1[55] = 1;
	trans[1][55]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[1][58]	= settr(1896,0,61,1,0,".(goto)", 0, 2, 0);
	trans[1][56]	= settr(1894,0,61,2,0,"else", 0, 2, 0);
	T = trans[ 1][61] = settr(1899,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1899,0,60,0,0,"sub-sequence", 0, 2, 0);
	trans[1][60]	= settr(1898,0,66,33,33,"locked = 0", 1, 2, 0);
	trans[1][65]	= settr(1903,0,66,1,0,".(goto)", 0, 2, 0);
	trans[1][63]	= settr(1901,0,66,2,0,"else", 0, 2, 0);
	trans[1][66]	= settr(1904,0,127,34,34,"injector = (injector+1)", 1, 2, 0);
	T = trans[1][127] = settr(1965,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1965,0,67,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1965,0,126,0,0,"IF", 0, 2, 0);
	trans[1][67]	= settr(1905,0,125,35,0,"((phase==asking))", 1, 2, 0);
	T = trans[ 1][125] = settr(1963,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1963,0,71,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 1][71] = settr(1909,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1909,0,70,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 1][70] = settr(1908,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1908,2,68,0,0,"ATOMIC", 1, 2, 0);
	trans[1][68]	= settr(1906,4,122,36,36,"(!(locked))", 1, 2, 0); /* m: 69 -> 122,0 */
	reached1[69] = 1;
	trans[1][69]	= settr(0,0,0,0,0,"locked = 1",0,0,0);
	T = trans[ 1][122] = settr(1960,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1960,0,120,0,0,"sub-sequence", 0, 2, 0);
	T = trans[1][120] = settr(1958,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1958,0,72,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1958,0,119,0,0,"IF", 0, 2, 0);
	trans[1][72]	= settr(1910,0,88,37,0,"((phase==asking))", 1, 2, 0);
/*->*/	trans[1][88]	= settr(1926,32,89,38,38,"D_STEP175", 1, 2, 0);
	trans[1][89]	= settr(1927,0,90,39,39,"phase = running", 1, 2, 0);
	trans[1][90]	= settr(1928,0,114,40,40,"n = 0", 0, 2, 0);
	trans[1][115]	= settr(1953,0,114,1,0,".(goto)", 0, 2, 0);
	T = trans[1][114] = settr(1952,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1952,0,91,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1952,0,112,0,0,"DO", 0, 2, 0);
	trans[1][91]	= settr(1929,0,110,41,0,"((n<2))", 0, 2, 0);
	T = trans[ 1][110] = settr(1948,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1948,0,92,0,0,"sub-sequence", 0, 2, 0);
	trans[1][92]	= settr(1930,0,100,42,42,"ok = 0", 0, 2, 0);
	T = trans[1][100] = settr(1938,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1938,0,96,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1938,0,99,0,0,"IF", 0, 2, 0);
	T = trans[ 1][96] = settr(1934,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1934,2,93,0,0,"ATOMIC", 1, 2, 0);
	trans[1][93]	= settr(1931,0,108,43,43,"((state[n]==parked))", 1, 2, 0); /* m: 94 -> 108,0 */
	reached1[94] = 1;
	trans[1][94]	= settr(0,0,0,0,0,"state[n] = notified",0,0,0);
	trans[1][95]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[1][101]	= settr(1939,0,108,1,0,".(goto)", 0, 2, 0);
	T = trans[ 1][99] = settr(1937,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1937,2,97,0,0,"ATOMIC", 0, 2, 0);
	trans[1][97]	= settr(1935,2,98,2,0,"else", 0, 2, 0);
	trans[1][98]	= settr(1936,0,108,1,0,"(1)", 0, 2, 0);
	T = trans[1][108] = settr(1946,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1946,0,102,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1946,0,107,0,0,"IF", 0, 2, 0);
	trans[1][102]	= settr(1940,0,106,44,44,"(ok)", 0, 2, 0);
	T = trans[ 1][106] = settr(1944,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1944,0,105,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[1][105]	= settr(1943,32,111,45,45,"D_STEP92", 1, 2, 0);
	trans[1][109]	= settr(1947,0,111,1,0,".(goto)", 0, 2, 0); /* m: 111 -> 0,114 */
	reached1[111] = 1;
	trans[1][107]	= settr(1945,0,111,2,0,"else", 0, 2, 0);
	trans[1][111]	= settr(1949,0,114,46,46,"n = (n+1)", 0, 2, 0);
	trans[1][112]	= settr(1950,0,117,2,0,"else", 0, 2, 0);
	trans[1][113]	= settr(1951,0,117,1,0,"goto :b49", 0, 2, 0); /* m: 117 -> 0,124 */
	reached1[117] = 1;
	trans[1][116]	= settr(1954,0,117,1,0,"break", 0, 2, 0);
	trans[1][117]	= settr(1955,0,124,47,47,"n = 0", 0, 2, 0); /* m: 118 -> 0,124 */
	reached1[118] = 1;
	trans[1][118]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[1][121]	= settr(1959,0,124,1,0,".(goto)", 0, 2, 0);
	trans[1][119]	= settr(1957,0,124,2,0,"else", 0, 2, 0);
	T = trans[ 1][124] = settr(1962,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1962,0,123,0,0,"sub-sequence", 0, 2, 0);
	trans[1][123]	= settr(1961,0,237,48,48,"locked = 0", 1, 2, 0);
	trans[1][128]	= settr(1966,0,237,1,0,".(goto)", 0, 2, 0);
	trans[1][126]	= settr(1964,0,237,2,0,"else", 0, 2, 0);
	T = trans[1][237] = settr(2075,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2075,0,129,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2075,0,236,0,0,"IF", 0, 2, 0);
	trans[1][129]	= settr(1967,0,235,49,0,"((phase!=leaving))", 1, 2, 0);
	T = trans[ 1][235] = settr(2073,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2073,0,229,0,0,"sub-sequence", 0, 2, 0);
	trans[1][230]	= settr(2068,0,229,1,0,".(goto)", 0, 2, 0);
	T = trans[1][229] = settr(2067,0,0,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(2067,0,130,0,0,"DO", 0, 2, 0);
	trans[1][130]	= settr(1968,0,134,50,50,"seen = searcher", 1, 2, 0);
	T = trans[1][134] = settr(1972,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1972,0,131,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1972,0,133,0,0,"IF", 0, 2, 0);
	trans[1][131]	= settr(1969,0,232,51,51,"(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))", 1, 2, 0);
	trans[1][132]	= settr(1970,0,232,1,0,"goto :b50", 0, 2, 0); /* m: 232 -> 0,328 */
	reached1[232] = 1;
	trans[1][135]	= settr(1973,0,136,1,0,".(goto)", 0, 2, 0); /* m: 136 -> 0,141 */
	reached1[136] = 1;
	trans[1][133]	= settr(1971,0,136,2,0,"else", 0, 2, 0);
	trans[1][136]	= settr(1974,0,141,52,52,"k = 0", 0, 2, 0);
	trans[1][142]	= settr(1980,0,141,1,0,".(goto)", 0, 2, 0);
	T = trans[1][141] = settr(1979,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1979,0,137,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1979,0,139,0,0,"DO", 0, 2, 0);
	trans[1][137]	= settr(1975,0,138,53,0,"(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))", 1, 2, 0);
	trans[1][138]	= settr(1976,0,141,54,54,"k = (k+1)", 0, 2, 0);
	trans[1][139]	= settr(1977,0,182,2,0,"else", 0, 2, 0);
	trans[1][140]	= settr(1978,0,182,1,0,"goto :b51", 0, 2, 0);
	trans[1][143]	= settr(1981,0,182,1,0,"break", 0, 2, 0);
	T = trans[1][182] = settr(2020,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2020,0,144,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2020,0,181,0,0,"IF", 0, 2, 0);
	trans[1][144]	= settr(1982,0,178,55,55,"((k==2))", 0, 2, 0);
	T = trans[1][178] = settr(2016,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2016,0,145,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2016,0,177,0,0,"IF", 0, 2, 0);
	trans[1][145]	= settr(1983,0,146,56,0,"((injector>0))", 1, 2, 0);
	trans[1][146]	= settr(1984,0,151,57,57,"k = 0", 0, 2, 0);
	trans[1][152]	= settr(1990,0,151,1,0,".(goto)", 0, 2, 0);
	T = trans[1][151] = settr(1989,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1989,0,147,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1989,0,149,0,0,"DO", 0, 2, 0);
	trans[1][147]	= settr(1985,0,148,58,0,"(((k<2)&&(state[k]!=parked)))", 1, 2, 0);
	trans[1][148]	= settr(1986,0,151,59,59,"k = (k+1)", 0, 2, 0);
	trans[1][149]	= settr(1987,0,175,2,0,"else", 0, 2, 0);
	trans[1][150]	= settr(1988,0,175,1,0,"goto :b52", 0, 2, 0);
	trans[1][153]	= settr(1991,0,175,1,0,"break", 0, 2, 0);
	T = trans[1][175] = settr(2013,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2013,0,154,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2013,0,174,0,0,"IF", 0, 2, 0);
	trans[1][154]	= settr(1992,0,173,60,0,"((k<2))", 0, 2, 0);
	T = trans[ 1][173] = settr(2011,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2011,0,155,0,0,"sub-sequence", 0, 2, 0);
	trans[1][155]	= settr(1993,0,163,61,61,"ok = 0", 0, 2, 0);
	T = trans[1][163] = settr(2001,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2001,0,159,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2001,0,162,0,0,"IF", 0, 2, 0);
	T = trans[ 1][159] = settr(1997,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1997,2,156,0,0,"ATOMIC", 1, 2, 0);
	trans[1][156]	= settr(1994,0,171,62,62,"((state[k]==parked))", 1, 2, 0); /* m: 157 -> 171,0 */
	reached1[157] = 1;
	trans[1][157]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[1][158]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[1][164]	= settr(2002,0,171,1,0,".(goto)", 0, 2, 0);
	T = trans[ 1][162] = settr(2000,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(2000,2,160,0,0,"ATOMIC", 0, 2, 0);
	trans[1][160]	= settr(1998,2,161,2,0,"else", 0, 2, 0);
	trans[1][161]	= settr(1999,0,171,1,0,"(1)", 0, 2, 0);
	T = trans[1][171] = settr(2009,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2009,0,165,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2009,0,170,0,0,"IF", 0, 2, 0);
	trans[1][165]	= settr(2003,0,169,63,63,"(ok)", 0, 2, 0);
	T = trans[ 1][169] = settr(2007,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2007,0,168,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[1][168]	= settr(2006,32,232,64,64,"D_STEP92", 1, 2, 0);
	trans[1][172]	= settr(2010,0,232,1,0,".(goto)", 0, 2, 0); /* m: 232 -> 0,328 */
	reached1[232] = 1;
	trans[1][170]	= settr(2008,0,232,2,0,"else", 0, 2, 0);
	trans[1][176]	= settr(2014,0,232,1,0,".(goto)", 0, 2, 0); /* m: 232 -> 0,328 */
	reached1[232] = 1;
	trans[1][174]	= settr(2012,0,232,2,0,"else", 0, 2, 0);
	trans[1][179]	= settr(2017,0,232,1,0,".(goto)", 0, 2, 0); /* m: 232 -> 0,328 */
	reached1[232] = 1;
	trans[1][177]	= settr(2015,0,232,2,0,"else", 0, 2, 0);
	trans[1][180]	= settr(2018,0,232,1,0,"goto :b50", 0, 2, 0); /* m: 232 -> 0,328 */
	reached1[232] = 1;
	trans[1][183]	= settr(2021,0,191,1,0,".(goto)", 0, 2, 0);
	trans[1][181]	= settr(2019,0,191,2,0,"else", 0, 2, 0);
	T = trans[1][191] = settr(2029,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2029,0,187,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2029,0,190,0,0,"IF", 0, 2, 0);
	T = trans[ 1][187] = settr(2025,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(2025,2,184,0,0,"ATOMIC", 1, 2, 0);
	trans[1][184]	= settr(2022,0,227,65,65,"((searcher==seen))", 1, 2, 0); /* m: 185 -> 227,0 */
	reached1[185] = 1;
	trans[1][185]	= settr(0,0,0,0,0,"searcher = k",0,0,0);
	trans[1][186]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[1][192]	= settr(2030,0,227,1,0,".(goto)", 0, 2, 0);
	T = trans[ 1][190] = settr(2028,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(2028,2,188,0,0,"ATOMIC", 1, 2, 0);
	trans[1][188]	= settr(2026,0,227,66,66,"((searcher!=seen))", 1, 2, 0); /* m: 189 -> 227,0 */
	reached1[189] = 1;
	trans[1][189]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	T = trans[1][227] = settr(2065,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2065,0,193,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2065,0,226,0,0,"IF", 0, 2, 0);
	trans[1][193]	= settr(2031,0,212,67,67,"(ok)", 0, 2, 0);
	T = trans[ 1][212] = settr(2050,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2050,0,194,0,0,"sub-sequence", 0, 2, 0);
	trans[1][194]	= settr(2032,0,202,68,68,"ok = 0", 0, 2, 0);
	T = trans[1][202] = settr(2040,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2040,0,198,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2040,0,201,0,0,"IF", 0, 2, 0);
	T = trans[ 1][198] = settr(2036,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(2036,2,195,0,0,"ATOMIC", 1, 2, 0);
	trans[1][195]	= settr(2033,0,210,69,69,"((state[k]==parked))", 1, 2, 0); /* m: 196 -> 210,0 */
	reached1[196] = 1;
	trans[1][196]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[1][197]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[1][203]	= settr(2041,0,210,1,0,".(goto)", 0, 2, 0);
	T = trans[ 1][201] = settr(2039,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(2039,2,199,0,0,"ATOMIC", 0, 2, 0);
	trans[1][199]	= settr(2037,2,200,2,0,"else", 0, 2, 0);
	trans[1][200]	= settr(2038,0,210,1,0,"(1)", 0, 2, 0);
	T = trans[1][210] = settr(2048,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2048,0,204,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2048,0,209,0,0,"IF", 0, 2, 0);
	trans[1][204]	= settr(2042,0,208,70,0,"(ok)", 0, 2, 0);
	T = trans[ 1][208] = settr(2046,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2046,0,207,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[1][207]	= settr(2045,32,224,71,71,"D_STEP92", 1, 2, 0);
	trans[1][211]	= settr(2049,0,224,1,0,".(goto)", 0, 2, 0);
	trans[1][209]	= settr(2047,0,224,2,0,"else", 0, 2, 0);
	T = trans[1][224] = settr(2062,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2062,0,213,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2062,0,215,0,0,"IF", 0, 2, 0);
	trans[1][213]	= settr(2051,0,328,72,72,"(ok)", 0, 2, 0); /* m: 232 -> 328,0 */
	reached1[232] = 1;
	trans[1][214]	= settr(2052,0,232,1,0,"goto :b50", 0, 2, 0); /* m: 232 -> 0,328 */
	reached1[232] = 1;
	trans[1][225]	= settr(2063,0,229,1,0,".(goto)", 0, 2, 0);
	trans[1][215]	= settr(2053,0,223,2,0,"else", 0, 2, 0);
	T = trans[ 1][223] = settr(2061,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2061,0,222,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[1][222]	= settr(2060,32,229,73,73,"D_STEP108", 1, 2, 0);
	trans[1][228]	= settr(2066,0,229,1,0,".(goto)", 0, 2, 0);
	trans[1][226]	= settr(2064,0,229,2,0,"else", 0, 2, 0);
	trans[1][231]	= settr(2069,0,232,1,0,"break", 0, 2, 0);
	trans[1][232]	= settr(2070,0,328,74,74,"k = 0", 0, 2, 0); /* m: 233 -> 0,328 */
	reached1[233] = 1;
	trans[1][233]	= settr(0,0,0,0,0,"seen = 0",0,0,0);
	trans[1][234]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[1][238]	= settr(2076,0,328,1,0,".(goto)", 0, 2, 0);
	trans[1][236]	= settr(2074,0,328,2,0,"else", 0, 2, 0);
	T = trans[1][328] = settr(2166,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2166,0,241,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2166,0,242,0,0,"IF", 0, 2, 0);
	T = trans[ 1][241] = settr(2079,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(2079,2,239,0,0,"ATOMIC", 1, 2, 0);
	trans[1][239]	= settr(2077,0,333,75,75,"((outstanding>1))", 1, 2, 0); /* m: 240 -> 333,0 */
	reached1[240] = 1;
	trans[1][240]	= settr(0,0,0,0,0,"outstanding = (outstanding-1)",0,0,0);
	trans[1][329]	= settr(2167,0,330,1,0,".(goto)", 0, 2, 0); /* m: 330 -> 0,333 */
	reached1[330] = 1;
	trans[1][242]	= settr(2080,0,246,2,0,"else", 0, 2, 0);
	T = trans[ 1][246] = settr(2084,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2084,0,245,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 1][245] = settr(2083,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(2083,2,243,0,0,"ATOMIC", 1, 2, 0);
	trans[1][243]	= settr(2081,4,247,76,76,"(!(locked))", 1, 2, 0); /* m: 244 -> 247,0 */
	reached1[244] = 1;
	trans[1][244]	= settr(0,0,0,0,0,"locked = 1",0,0,0);
	trans[1][247]	= settr(2085,0,325,77,77,"outstanding = (outstanding-1)", 1, 2, 0);
	T = trans[ 1][325] = settr(2163,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2163,0,323,0,0,"sub-sequence", 0, 2, 0);
	T = trans[1][323] = settr(2161,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2161,0,248,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2161,0,322,0,0,"IF", 0, 2, 0);
	trans[1][248]	= settr(2086,0,271,78,0,"((phase==running))", 1, 2, 0);
	T = trans[ 1][271] = settr(2109,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2109,0,249,0,0,"sub-sequence", 0, 2, 0);
	trans[1][249]	= settr(2087,0,257,79,79,"ok = 1", 0, 2, 0); /* m: 250 -> 0,257 */
	reached1[250] = 1;
	trans[1][250]	= settr(0,0,0,0,0,"n = 0",0,0,0);
	trans[1][258]	= settr(2096,0,257,1,0,".(goto)", 0, 2, 0);
	T = trans[1][257] = settr(2095,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(2095,0,251,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(2095,0,255,0,0,"DO", 0, 2, 0);
	trans[1][251]	= settr(2089,0,252,80,80,"(((n<2)&&ok))", 0, 2, 0);
	trans[1][252]	= settr(2090,0,253,81,81,"ok = (state[n]==parked)", 1, 2, 0);
	trans[1][253]	= settr(2091,0,254,82,82,"ok = (ok&&!(busy[n]))", 1, 2, 0);
	trans[1][254]	= settr(2092,0,257,83,83,"n = (n+1)", 0, 2, 0);
	trans[1][255]	= settr(2093,0,260,2,0,"else", 0, 2, 0);
	trans[1][256]	= settr(2094,0,260,1,0,"goto :b53", 0, 2, 0); /* m: 260 -> 0,264 */
	reached1[260] = 1;
	trans[1][259]	= settr(2097,0,260,1,0,"break", 0, 2, 0);
	trans[1][260]	= settr(2098,0,264,84,84,"n = 0", 0, 2, 0);
	T = trans[1][264] = settr(2102,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2102,0,261,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2102,0,263,0,0,"IF", 0, 2, 0);
	trans[1][261]	= settr(2099,0,262,85,85,"(ok)", 0, 2, 0);
	trans[1][262]	= settr(2100,0,269,86,86,"ok = (outstanding==0)", 1, 2, 0);
	trans[1][265]	= settr(2103,0,269,1,0,".(goto)", 0, 2, 0);
	trans[1][263]	= settr(2101,0,269,2,0,"else", 0, 2, 0);
	T = trans[1][269] = settr(2107,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2107,0,266,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2107,0,268,0,0,"IF", 0, 2, 0);
	trans[1][266]	= settr(2104,0,267,87,87,"(ok)", 0, 2, 0);
	trans[1][267]	= settr(2105,0,319,88,88,"ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))", 1, 2, 0);
	trans[1][270]	= settr(2108,0,319,1,0,".(goto)", 0, 2, 0);
	trans[1][268]	= settr(2106,0,319,2,0,"else", 0, 2, 0);
	T = trans[1][319] = settr(2157,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2157,0,272,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2157,0,318,0,0,"IF", 0, 2, 0);
	trans[1][272]	= settr(2110,0,273,89,89,"(ok)", 0, 2, 0);
	trans[1][273]	= settr(2111,0,296,90,90,"phase = asking", 1, 2, 0);
	T = trans[ 1][296] = settr(2134,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2134,0,274,0,0,"sub-sequence", 0, 2, 0);
	trans[1][274]	= settr(2112,0,282,91,91,"ok = 1", 0, 2, 0); /* m: 275 -> 0,282 */
	reached1[275] = 1;
	trans[1][275]	= settr(0,0,0,0,0,"n = 0",0,0,0);
	trans[1][283]	= settr(2121,0,282,1,0,".(goto)", 0, 2, 0);
	T = trans[1][282] = settr(2120,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(2120,0,276,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(2120,0,280,0,0,"DO", 0, 2, 0);
	trans[1][276]	= settr(2114,0,277,92,92,"(((n<2)&&ok))", 0, 2, 0);
	trans[1][277]	= settr(2115,0,278,93,93,"ok = (state[n]==parked)", 1, 2, 0);
	trans[1][278]	= settr(2116,0,279,94,94,"ok = (ok&&!(busy[n]))", 1, 2, 0);
	trans[1][279]	= settr(2117,0,282,95,95,"n = (n+1)", 0, 2, 0);
	trans[1][280]	= settr(2118,0,285,2,0,"else", 0, 2, 0);
	trans[1][281]	= settr(2119,0,285,1,0,"goto :b54", 0, 2, 0); /* m: 285 -> 0,289 */
	reached1[285] = 1;
	trans[1][284]	= settr(2122,0,285,1,0,"break", 0, 2, 0);
	trans[1][285]	= settr(2123,0,289,96,96,"n = 0", 0, 2, 0);
	T = trans[1][289] = settr(2127,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2127,0,286,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2127,0,288,0,0,"IF", 0, 2, 0);
	trans[1][286]	= settr(2124,0,287,97,97,"(ok)", 0, 2, 0);
	trans[1][287]	= settr(2125,0,294,98,98,"ok = (outstanding==0)", 1, 2, 0);
	trans[1][290]	= settr(2128,0,294,1,0,".(goto)", 0, 2, 0);
	trans[1][288]	= settr(2126,0,294,2,0,"else", 0, 2, 0);
	T = trans[1][294] = settr(2132,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2132,0,291,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2132,0,293,0,0,"IF", 0, 2, 0);
	trans[1][291]	= settr(2129,0,292,99,99,"(ok)", 0, 2, 0);
	trans[1][292]	= settr(2130,0,316,100,100,"ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))", 1, 2, 0);
	trans[1][295]	= settr(2133,0,316,1,0,".(goto)", 0, 2, 0);
	trans[1][293]	= settr(2131,0,316,2,0,"else", 0, 2, 0);
	T = trans[1][316] = settr(2154,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(2154,0,297,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(2154,0,314,0,0,"IF", 0, 2, 0);
	trans[1][297]	= settr(2135,0,313,101,101,"(ok)", 0, 2, 0);
/*->*/	trans[1][313]	= settr(2151,32,321,102,102,"D_STEP224", 1, 2, 0);
	trans[1][317]	= settr(2155,0,321,1,0,".(goto)", 0, 2, 0); /* m: 321 -> 0,327 */
	reached1[321] = 1;
	trans[1][314]	= settr(2152,0,315,2,0,"else", 0, 2, 0);
	trans[1][315]	= settr(2153,0,321,103,103,"phase = running", 1, 2, 0);
	trans[1][320]	= settr(2158,0,321,1,0,".(goto)", 0, 2, 0); /* m: 321 -> 0,327 */
	reached1[321] = 1;
	trans[1][318]	= settr(2156,0,321,2,0,"else", 0, 2, 0);
	trans[1][321]	= settr(2159,0,327,104,104,"ok = 0", 0, 2, 0);
	trans[1][324]	= settr(2162,0,327,1,0,".(goto)", 0, 2, 0);
	trans[1][322]	= settr(2160,0,327,2,0,"else", 0, 2, 0);
	T = trans[ 1][327] = settr(2165,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(2165,0,326,0,0,"sub-sequence", 0, 2, 0);
	trans[1][326]	= settr(2164,0,330,105,105,"locked = 0", 1, 2, 0);
	trans[1][330]	= settr(2168,0,333,106,106,"i = (i+1)", 0, 2, 0);
	trans[1][331]	= settr(2169,0,336,2,0,"else", 0, 2, 0);
	trans[1][332]	= settr(2170,0,336,1,0,"goto :b45", 0, 2, 0);
	trans[1][335]	= settr(2173,0,336,1,0,"break", 0, 2, 0);
	trans[1][336]	= settr(2174,0,0,107,107,"-end-", 0, 3500, 0);

	/* proctype 0: worker */

	trans[0] = (Trans **) emalloc(1840*sizeof(Trans *));

	trans[0][1]	= settr(0,0,10,108,108,"home = place[i]", 1, 2, 0);
	T = trans[ 0][10] = settr(9,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(9,0,9,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][9] = settr(8,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(8,2,2,0,0,"ATOMIC", 1, 2, 0);
	trans[0][2]	= settr(1,2,6,109,0,"((!(locked)&&(((servers[home]==0)||!(stopped[home]))||(phase!=running))))", 1, 2, 0);
	T = trans[0][6] = settr(5,2,0,0,0,"IF", 1, 2, 0);
	T = T->nxt	= settr(5,2,3,0,0,"IF", 1, 2, 0);
	    T->nxt	= settr(5,2,5,0,0,"IF", 1, 2, 0);
	trans[0][3]	= settr(2,0,1827,110,110,"((((servers[home]==0)&&stopped[home])&&(phase==running)))", 1, 2, 0); /* m: 4 -> 1827,0 */
	reached0[4] = 1;
	trans[0][4]	= settr(0,0,0,0,0,"stopped[home] = 0",0,0,0);
	trans[0][7]	= settr(6,0,1827,111,111,".(goto)", 1, 2, 0); /* m: 8 -> 0,1827 */
	reached0[8] = 1;
	trans[0][5]	= settr(4,2,7,2,0,"else", 1, 2, 0);
	trans[0][8]	= settr(0,0,0,0,0,"servers[home] = (servers[home]+1)",0,0,0);
	trans[0][1828]	= settr(1827,0,1827,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1827] = settr(1826,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1826,0,11,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1826,0,13,0,0,"DO", 0, 2, 0);
	trans[0][11]	= settr(10,0,1838,112,0,"((phase==leaving))", 1, 2, 0);
	trans[0][12]	= settr(11,0,1838,1,0,"goto :b0", 0, 2, 0);
	trans[0][13]	= settr(12,0,170,2,0,"else", 0, 2, 0);
	T = trans[ 0][170] = settr(169,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(169,0,21,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][21] = settr(20,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(20,0,20,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][20]	= settr(19,32,28,113,113,"D_STEP108", 1, 2, 0);
	T = trans[0][28] = settr(27,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(27,0,24,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(27,0,27,0,0,"IF", 0, 2, 0);
	T = trans[ 0][24] = settr(23,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(23,2,22,0,0,"ATOMIC", 1, 2, 0);
	trans[0][22]	= settr(21,0,168,114,114,"((state[i]==awake))", 1, 2, 0); /* m: 23 -> 168,0 */
	reached0[23] = 1;
	trans[0][23]	= settr(0,0,0,0,0,"state[i] = parked",0,0,0);
	trans[0][29]	= settr(28,0,168,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][27] = settr(26,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(26,2,25,0,0,"ATOMIC", 0, 2, 0);
	trans[0][25]	= settr(24,2,26,2,0,"else", 0, 2, 0);
	trans[0][26]	= settr(25,0,168,1,0,"(1)", 0, 2, 0);
	T = trans[0][168] = settr(167,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(167,0,30,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(167,0,167,0,0,"IF", 0, 2, 0);
	trans[0][30]	= settr(29,0,165,115,0,"((state[i]!=notified))", 1, 2, 0);
	T = trans[0][165] = settr(164,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(164,0,31,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(164,0,51,0,0,"IF", 0, 2, 0);
	trans[0][31]	= settr(30,0,50,116,0,"(((phase!=leaving)&&((queue[i]>0)||(injector>0))))", 1, 2, 0);
	T = trans[ 0][50] = settr(49,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(49,0,39,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][39] = settr(38,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(38,0,35,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(38,0,38,0,0,"IF", 0, 2, 0);
	T = trans[ 0][35] = settr(34,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(34,2,32,0,0,"ATOMIC", 1, 2, 0);
	trans[0][32]	= settr(31,0,47,117,117,"((state[i]==parked))", 1, 2, 0); /* m: 33 -> 47,0 */
	reached0[33] = 1;
	trans[0][33]	= settr(0,0,0,0,0,"state[i] = notified",0,0,0);
	trans[0][34]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][40]	= settr(39,0,47,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][38] = settr(37,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(37,2,36,0,0,"ATOMIC", 0, 2, 0);
	trans[0][36]	= settr(35,2,37,2,0,"else", 0, 2, 0);
	trans[0][37]	= settr(36,0,47,118,118,"ok = 0", 0, 2, 0);
	T = trans[0][47] = settr(46,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(46,0,41,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(46,0,46,0,0,"IF", 0, 2, 0);
	trans[0][41]	= settr(40,0,45,119,119,"(ok)", 0, 2, 0);
	T = trans[ 0][45] = settr(44,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(44,0,44,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][44]	= settr(43,32,49,120,120,"D_STEP92", 1, 2, 0);
	trans[0][48]	= settr(47,0,49,1,0,".(goto)", 0, 2, 0); /* m: 49 -> 0,1704 */
	reached0[49] = 1;
	trans[0][46]	= settr(45,0,49,2,0,"else", 0, 2, 0);
	trans[0][49]	= settr(48,0,1704,121,121,"ok = 0", 0, 2, 0);
	trans[0][166]	= settr(165,0,1704,1,0,".(goto)", 0, 2, 0);
	trans[0][51]	= settr(50,0,164,2,0,"else", 0, 2, 0);
	T = trans[ 0][164] = settr(163,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(163,0,74,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][74] = settr(73,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(73,0,52,0,0,"sub-sequence", 0, 2, 0);
	trans[0][52]	= settr(51,0,60,122,122,"ok = 1", 0, 2, 0); /* m: 53 -> 0,60 */
	reached0[53] = 1;
	trans[0][53]	= settr(0,0,0,0,0,"n = 0",0,0,0);
	trans[0][61]	= settr(60,0,60,1,0,".(goto)", 0, 2, 0);
	T = trans[0][60] = settr(59,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(59,0,54,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(59,0,58,0,0,"DO", 0, 2, 0);
	trans[0][54]	= settr(53,0,55,123,123,"(((n<2)&&ok))", 0, 2, 0);
	trans[0][55]	= settr(54,0,56,124,124,"ok = (state[n]==parked)", 1, 2, 0);
	trans[0][56]	= settr(55,0,57,125,125,"ok = (ok&&!(busy[n]))", 1, 2, 0);
	trans[0][57]	= settr(56,0,60,126,126,"n = (n+1)", 0, 2, 0);
	trans[0][58]	= settr(57,0,63,2,0,"else", 0, 2, 0);
	trans[0][59]	= settr(58,0,63,1,0,"goto :b1", 0, 2, 0); /* m: 63 -> 0,67 */
	reached0[63] = 1;
	trans[0][62]	= settr(61,0,63,1,0,"break", 0, 2, 0);
	trans[0][63]	= settr(62,0,67,127,127,"n = 0", 0, 2, 0);
	T = trans[0][67] = settr(66,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(66,0,64,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(66,0,66,0,0,"IF", 0, 2, 0);
	trans[0][64]	= settr(63,0,65,128,128,"(ok)", 0, 2, 0);
	trans[0][65]	= settr(64,0,72,129,129,"ok = (outstanding==0)", 1, 2, 0);
	trans[0][68]	= settr(67,0,72,1,0,".(goto)", 0, 2, 0);
	trans[0][66]	= settr(65,0,72,2,0,"else", 0, 2, 0);
	T = trans[0][72] = settr(71,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(71,0,69,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(71,0,71,0,0,"IF", 0, 2, 0);
	trans[0][69]	= settr(68,0,70,130,130,"(ok)", 0, 2, 0);
	trans[0][70]	= settr(69,0,162,131,131,"ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))", 1, 2, 0);
	trans[0][73]	= settr(72,0,162,1,0,".(goto)", 0, 2, 0);
	trans[0][71]	= settr(70,0,162,2,0,"else", 0, 2, 0);
	T = trans[0][162] = settr(161,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(161,0,75,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(161,0,161,0,0,"IF", 0, 2, 0);
	trans[0][75]	= settr(74,0,80,132,132,"(ok)", 0, 2, 0); /* m: 76 -> 80,0 */
	reached0[76] = 1;
	trans[0][76]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	T = trans[ 0][80] = settr(79,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(79,0,79,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][79] = settr(78,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(78,2,77,0,0,"ATOMIC", 1, 2, 0);
	trans[0][77]	= settr(76,4,158,133,133,"(!(locked))", 1, 2, 0); /* m: 78 -> 158,0 */
	reached0[78] = 1;
	trans[0][78]	= settr(0,0,0,0,0,"locked = 1",0,0,0);
	T = trans[ 0][158] = settr(157,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(157,0,156,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][156] = settr(155,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(155,0,81,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(155,0,155,0,0,"IF", 0, 2, 0);
	trans[0][81]	= settr(80,0,104,134,0,"((phase==running))", 1, 2, 0);
	T = trans[ 0][104] = settr(103,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(103,0,82,0,0,"sub-sequence", 0, 2, 0);
	trans[0][82]	= settr(81,0,90,135,135,"ok = 1", 0, 2, 0); /* m: 83 -> 0,90 */
	reached0[83] = 1;
	trans[0][83]	= settr(0,0,0,0,0,"n = 0",0,0,0);
	trans[0][91]	= settr(90,0,90,1,0,".(goto)", 0, 2, 0);
	T = trans[0][90] = settr(89,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(89,0,84,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(89,0,88,0,0,"DO", 0, 2, 0);
	trans[0][84]	= settr(83,0,85,136,136,"(((n<2)&&ok))", 0, 2, 0);
	trans[0][85]	= settr(84,0,86,137,137,"ok = (state[n]==parked)", 1, 2, 0);
	trans[0][86]	= settr(85,0,87,138,138,"ok = (ok&&!(busy[n]))", 1, 2, 0);
	trans[0][87]	= settr(86,0,90,139,139,"n = (n+1)", 0, 2, 0);
	trans[0][88]	= settr(87,0,93,2,0,"else", 0, 2, 0);
	trans[0][89]	= settr(88,0,93,1,0,"goto :b2", 0, 2, 0); /* m: 93 -> 0,97 */
	reached0[93] = 1;
	trans[0][92]	= settr(91,0,93,1,0,"break", 0, 2, 0);
	trans[0][93]	= settr(92,0,97,140,140,"n = 0", 0, 2, 0);
	T = trans[0][97] = settr(96,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(96,0,94,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(96,0,96,0,0,"IF", 0, 2, 0);
	trans[0][94]	= settr(93,0,95,141,141,"(ok)", 0, 2, 0);
	trans[0][95]	= settr(94,0,102,142,142,"ok = (outstanding==0)", 1, 2, 0);
	trans[0][98]	= settr(97,0,102,1,0,".(goto)", 0, 2, 0);
	trans[0][96]	= settr(95,0,102,2,0,"else", 0, 2, 0);
	T = trans[0][102] = settr(101,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(101,0,99,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(101,0,101,0,0,"IF", 0, 2, 0);
	trans[0][99]	= settr(98,0,100,143,143,"(ok)", 0, 2, 0);
	trans[0][100]	= settr(99,0,152,144,144,"ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))", 1, 2, 0);
	trans[0][103]	= settr(102,0,152,1,0,".(goto)", 0, 2, 0);
	trans[0][101]	= settr(100,0,152,2,0,"else", 0, 2, 0);
	T = trans[0][152] = settr(151,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(151,0,105,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(151,0,151,0,0,"IF", 0, 2, 0);
	trans[0][105]	= settr(104,0,106,145,145,"(ok)", 0, 2, 0);
	trans[0][106]	= settr(105,0,129,146,146,"phase = asking", 1, 2, 0);
	T = trans[ 0][129] = settr(128,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(128,0,107,0,0,"sub-sequence", 0, 2, 0);
	trans[0][107]	= settr(106,0,115,147,147,"ok = 1", 0, 2, 0); /* m: 108 -> 0,115 */
	reached0[108] = 1;
	trans[0][108]	= settr(0,0,0,0,0,"n = 0",0,0,0);
	trans[0][116]	= settr(115,0,115,1,0,".(goto)", 0, 2, 0);
	T = trans[0][115] = settr(114,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(114,0,109,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(114,0,113,0,0,"DO", 0, 2, 0);
	trans[0][109]	= settr(108,0,110,148,148,"(((n<2)&&ok))", 0, 2, 0);
	trans[0][110]	= settr(109,0,111,149,149,"ok = (state[n]==parked)", 1, 2, 0);
	trans[0][111]	= settr(110,0,112,150,150,"ok = (ok&&!(busy[n]))", 1, 2, 0);
	trans[0][112]	= settr(111,0,115,151,151,"n = (n+1)", 0, 2, 0);
	trans[0][113]	= settr(112,0,118,2,0,"else", 0, 2, 0);
	trans[0][114]	= settr(113,0,118,1,0,"goto :b3", 0, 2, 0); /* m: 118 -> 0,122 */
	reached0[118] = 1;
	trans[0][117]	= settr(116,0,118,1,0,"break", 0, 2, 0);
	trans[0][118]	= settr(117,0,122,152,152,"n = 0", 0, 2, 0);
	T = trans[0][122] = settr(121,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(121,0,119,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(121,0,121,0,0,"IF", 0, 2, 0);
	trans[0][119]	= settr(118,0,120,153,153,"(ok)", 0, 2, 0);
	trans[0][120]	= settr(119,0,127,154,154,"ok = (outstanding==0)", 1, 2, 0);
	trans[0][123]	= settr(122,0,127,1,0,".(goto)", 0, 2, 0);
	trans[0][121]	= settr(120,0,127,2,0,"else", 0, 2, 0);
	T = trans[0][127] = settr(126,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(126,0,124,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(126,0,126,0,0,"IF", 0, 2, 0);
	trans[0][124]	= settr(123,0,125,155,155,"(ok)", 0, 2, 0);
	trans[0][125]	= settr(124,0,149,156,156,"ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))", 1, 2, 0);
	trans[0][128]	= settr(127,0,149,1,0,".(goto)", 0, 2, 0);
	trans[0][126]	= settr(125,0,149,2,0,"else", 0, 2, 0);
	T = trans[0][149] = settr(148,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(148,0,130,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(148,0,147,0,0,"IF", 0, 2, 0);
	trans[0][130]	= settr(129,0,146,157,157,"(ok)", 0, 2, 0);
/*->*/	trans[0][146]	= settr(145,32,154,158,158,"D_STEP224", 1, 2, 0);
	trans[0][150]	= settr(149,0,154,1,0,".(goto)", 0, 2, 0); /* m: 154 -> 0,160 */
	reached0[154] = 1;
	trans[0][147]	= settr(146,0,148,2,0,"else", 0, 2, 0);
	trans[0][148]	= settr(147,0,154,159,159,"phase = running", 1, 2, 0);
	trans[0][153]	= settr(152,0,154,1,0,".(goto)", 0, 2, 0); /* m: 154 -> 0,160 */
	reached0[154] = 1;
	trans[0][151]	= settr(150,0,154,2,0,"else", 0, 2, 0);
	trans[0][154]	= settr(153,0,160,160,160,"ok = 0", 0, 2, 0);
	trans[0][157]	= settr(156,0,160,1,0,".(goto)", 0, 2, 0);
	trans[0][155]	= settr(154,0,160,2,0,"else", 0, 2, 0);
	T = trans[ 0][160] = settr(159,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(159,0,159,0,0,"sub-sequence", 0, 2, 0);
	trans[0][159]	= settr(158,0,1704,161,161,"locked = 0", 1, 2, 0);
	trans[0][163]	= settr(162,0,1704,1,0,".(goto)", 0, 2, 0);
	trans[0][161]	= settr(160,0,1704,2,0,"else", 0, 2, 0);
	trans[0][169]	= settr(168,0,1704,1,0,".(goto)", 0, 2, 0);
	trans[0][167]	= settr(166,0,1704,2,0,"else", 0, 2, 0);
	trans[0][1705]	= settr(1704,0,1704,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1704] = settr(1703,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1703,0,171,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1703,0,177,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1703,0,989,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1703,0,1489,0,0,"DO", 0, 2, 0);
	trans[0][171]	= settr(170,0,1825,162,0,"(stopped[home])", 1, 2, 0);
	trans[0][172]	= settr(171,0,1825,1,0,"goto :b5", 0, 2, 0);
	T = trans[ 0][177] = settr(176,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(176,2,173,0,0,"ATOMIC", 1, 2, 0);
	trans[0][173]	= settr(172,4,977,163,163,"((!(stopped[home])&&(wakeups[i]>0)))", 1, 2, 0); /* m: 174 -> 977,0 */
	reached0[174] = 1;
	trans[0][174]	= settr(0,0,0,0,0,"wakeups[i] = (wakeups[i]-1)",0,0,0);
	trans[0][175]	= settr(0,0,0,0,0,"j = i",0,0,0);
	trans[0][176]	= settr(0,0,0,0,0,"executing[home] = (executing[home]+1)",0,0,0);
	T = trans[ 0][977] = settr(976,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(976,0,198,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][198] = settr(197,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(197,0,178,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(197,0,180,0,0,"IF", 0, 2, 0);
	trans[0][178]	= settr(177,0,179,164,0,"((i==j))", 0, 2, 0);
	trans[0][179]	= settr(178,0,755,165,165,"state[i] = awake", 1, 2, 0);
	trans[0][199]	= settr(198,0,755,1,0,".(goto)", 0, 2, 0);
	trans[0][180]	= settr(179,0,183,2,0,"else", 0, 2, 0);
	T = trans[ 0][183] = settr(182,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(182,2,181,0,0,"ATOMIC", 1, 2, 0);
	trans[0][181]	= settr(180,4,190,166,166,"assert((state[j]==notified))", 1, 2, 0); /* m: 182 -> 0,190 */
	reached0[182] = 1;
	trans[0][182]	= settr(0,0,0,0,0,"state[j] = parked",0,0,0);
	T = trans[0][190] = settr(189,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(189,0,186,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(189,0,189,0,0,"IF", 0, 2, 0);
	T = trans[ 0][186] = settr(185,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(185,2,184,0,0,"ATOMIC", 1, 2, 0);
	trans[0][184]	= settr(183,0,197,167,167,"((state[i]==parked))", 1, 2, 0); /* m: 185 -> 197,0 */
	reached0[185] = 1;
	trans[0][185]	= settr(0,0,0,0,0,"state[i] = awake",0,0,0);
	trans[0][191]	= settr(190,0,197,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][189] = settr(188,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(188,2,187,0,0,"ATOMIC", 0, 2, 0);
	trans[0][187]	= settr(186,2,188,2,0,"else", 0, 2, 0);
	trans[0][188]	= settr(187,0,197,1,0,"(1)", 0, 2, 0);
/*->*/	trans[0][197]	= settr(196,32,755,168,168,"D_STEP414", 1, 2, 0);
	T = trans[ 0][755] = settr(754,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(754,0,264,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][264] = settr(263,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(263,0,200,0,0,"sub-sequence", 0, 2, 0);
	trans[0][200]	= settr(199,0,263,169,169,"busy[i] = 1", 1, 2, 0);
	T = trans[ 0][263] = settr(262,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(262,0,261,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][261] = settr(260,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(260,0,201,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(260,0,260,0,0,"IF", 0, 2, 0);
	trans[0][201]	= settr(200,0,259,170,0,"((phase!=running))", 1, 2, 0);
	T = trans[ 0][259] = settr(258,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(258,0,205,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][205] = settr(204,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(204,0,204,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][204] = settr(203,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(203,2,202,0,0,"ATOMIC", 1, 2, 0);
	trans[0][202]	= settr(201,4,256,171,171,"(!(locked))", 1, 2, 0); /* m: 203 -> 256,0 */
	reached0[203] = 1;
	trans[0][203]	= settr(0,0,0,0,0,"locked = 1",0,0,0);
	T = trans[ 0][256] = settr(255,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(255,0,254,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][254] = settr(253,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(253,0,206,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(253,0,253,0,0,"IF", 0, 2, 0);
	trans[0][206]	= settr(205,0,222,172,0,"((phase==asking))", 1, 2, 0);
/*->*/	trans[0][222]	= settr(221,32,223,173,173,"D_STEP175", 1, 2, 0);
	trans[0][223]	= settr(222,0,224,174,174,"phase = running", 1, 2, 0);
	trans[0][224]	= settr(223,0,248,175,175,"n = 0", 0, 2, 0);
	trans[0][249]	= settr(248,0,248,1,0,".(goto)", 0, 2, 0);
	T = trans[0][248] = settr(247,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(247,0,225,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(247,0,246,0,0,"DO", 0, 2, 0);
	trans[0][225]	= settr(224,0,244,176,0,"((n<2))", 0, 2, 0);
	T = trans[ 0][244] = settr(243,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(243,0,226,0,0,"sub-sequence", 0, 2, 0);
	trans[0][226]	= settr(225,0,234,177,177,"ok = 0", 0, 2, 0);
	T = trans[0][234] = settr(233,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(233,0,230,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(233,0,233,0,0,"IF", 0, 2, 0);
	T = trans[ 0][230] = settr(229,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(229,2,227,0,0,"ATOMIC", 1, 2, 0);
	trans[0][227]	= settr(226,0,242,178,178,"((state[n]==parked))", 1, 2, 0); /* m: 228 -> 242,0 */
	reached0[228] = 1;
	trans[0][228]	= settr(0,0,0,0,0,"state[n] = notified",0,0,0);
	trans[0][229]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][235]	= settr(234,0,242,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][233] = settr(232,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(232,2,231,0,0,"ATOMIC", 0, 2, 0);
	trans[0][231]	= settr(230,2,232,2,0,"else", 0, 2, 0);
	trans[0][232]	= settr(231,0,242,1,0,"(1)", 0, 2, 0);
	T = trans[0][242] = settr(241,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(241,0,236,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(241,0,241,0,0,"IF", 0, 2, 0);
	trans[0][236]	= settr(235,0,240,179,179,"(ok)", 0, 2, 0);
	T = trans[ 0][240] = settr(239,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(239,0,239,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][239]	= settr(238,32,245,180,180,"D_STEP92", 1, 2, 0);
	trans[0][243]	= settr(242,0,245,1,0,".(goto)", 0, 2, 0); /* m: 245 -> 0,248 */
	reached0[245] = 1;
	trans[0][241]	= settr(240,0,245,2,0,"else", 0, 2, 0);
	trans[0][245]	= settr(244,0,248,181,181,"n = (n+1)", 0, 2, 0);
	trans[0][246]	= settr(245,0,251,2,0,"else", 0, 2, 0);
	trans[0][247]	= settr(246,0,251,1,0,"goto :b7", 0, 2, 0); /* m: 251 -> 0,258 */
	reached0[251] = 1;
	trans[0][250]	= settr(249,0,251,1,0,"break", 0, 2, 0);
	trans[0][251]	= settr(250,0,258,182,182,"n = 0", 0, 2, 0); /* m: 252 -> 0,258 */
	reached0[252] = 1;
	trans[0][252]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[0][255]	= settr(254,0,258,1,0,".(goto)", 0, 2, 0);
	trans[0][253]	= settr(252,0,258,2,0,"else", 0, 2, 0);
	T = trans[ 0][258] = settr(257,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(257,0,257,0,0,"sub-sequence", 0, 2, 0);
	trans[0][257]	= settr(256,0,749,183,183,"locked = 0", 1, 2, 0);
	trans[0][262]	= settr(261,0,749,1,0,".(goto)", 0, 2, 0);
	trans[0][260]	= settr(259,0,749,2,0,"else", 0, 2, 0);
	trans[0][750]	= settr(749,0,749,1,0,".(goto)", 0, 2, 0);
	T = trans[0][749] = settr(748,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(748,0,265,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(748,0,269,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(748,0,585,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(748,0,586,0,0,"DO", 0, 2, 0);
	trans[0][265]	= settr(264,0,752,184,0,"((phase==leaving))", 1, 2, 0);
	trans[0][266]	= settr(265,0,752,1,0,"goto :b8", 0, 2, 0); /* m: 752 -> 0,754 */
	reached0[752] = 1;
	T = trans[ 0][269] = settr(268,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(268,2,267,0,0,"ATOMIC", 1, 2, 0);
	trans[0][267]	= settr(266,4,577,185,185,"(((phase!=leaving)&&(queue[i]>0)))", 1, 2, 0); /* m: 268 -> 577,0 */
	reached0[268] = 1;
	trans[0][268]	= settr(0,0,0,0,0,"queue[i] = (queue[i]-1)",0,0,0);
	T = trans[ 0][577] = settr(576,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(576,0,575,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][575] = settr(574,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(574,0,270,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(574,0,273,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(574,0,407,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(574,0,568,0,0,"IF", 0, 2, 0);
	trans[0][270]	= settr(269,0,580,1,0,"(1)", 0, 2, 0);
	trans[0][576]	= settr(575,0,580,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][273] = settr(272,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(272,2,271,0,0,"ATOMIC", 1, 2, 0);
	trans[0][271]	= settr(270,4,404,186,186,"((pushes>0))", 1, 2, 0); /* m: 272 -> 404,0 */
	reached0[272] = 1;
	trans[0][272]	= settr(0,0,0,0,0,"pushes = (pushes-1)",0,0,0);
	T = trans[ 0][404] = settr(403,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(403,0,274,0,0,"sub-sequence", 0, 2, 0);
	trans[0][274]	= settr(273,0,383,187,187,"queue[i] = (queue[i]+1)", 1, 2, 0);
	T = trans[0][383] = settr(382,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(382,0,275,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(382,0,382,0,0,"IF", 0, 2, 0);
	trans[0][275]	= settr(274,0,381,188,0,"((queue[i]==2))", 1, 2, 0);
	T = trans[ 0][381] = settr(380,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(380,0,375,0,0,"sub-sequence", 0, 2, 0);
	trans[0][376]	= settr(375,0,375,1,0,".(goto)", 0, 2, 0);
	T = trans[0][375] = settr(374,0,0,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(374,0,276,0,0,"DO", 0, 2, 0);
	trans[0][276]	= settr(275,0,280,189,189,"seen = searcher", 1, 2, 0);
	T = trans[0][280] = settr(279,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(279,0,277,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(279,0,279,0,0,"IF", 0, 2, 0);
	trans[0][277]	= settr(276,0,378,190,190,"(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))", 1, 2, 0);
	trans[0][278]	= settr(277,0,378,1,0,"goto :b9", 0, 2, 0); /* m: 378 -> 0,403 */
	reached0[378] = 1;
	trans[0][281]	= settr(280,0,282,1,0,".(goto)", 0, 2, 0); /* m: 282 -> 0,287 */
	reached0[282] = 1;
	trans[0][279]	= settr(278,0,282,2,0,"else", 0, 2, 0);
	trans[0][282]	= settr(281,0,287,191,191,"k = 0", 0, 2, 0);
	trans[0][288]	= settr(287,0,287,1,0,".(goto)", 0, 2, 0);
	T = trans[0][287] = settr(286,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(286,0,283,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(286,0,285,0,0,"DO", 0, 2, 0);
	trans[0][283]	= settr(282,0,284,192,0,"(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))", 1, 2, 0);
	trans[0][284]	= settr(283,0,287,193,193,"k = (k+1)", 0, 2, 0);
	trans[0][285]	= settr(284,0,328,2,0,"else", 0, 2, 0);
	trans[0][286]	= settr(285,0,328,1,0,"goto :b10", 0, 2, 0);
	trans[0][289]	= settr(288,0,328,1,0,"break", 0, 2, 0);
	T = trans[0][328] = settr(327,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(327,0,290,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(327,0,327,0,0,"IF", 0, 2, 0);
	trans[0][290]	= settr(289,0,324,194,194,"((k==2))", 0, 2, 0);
	T = trans[0][324] = settr(323,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(323,0,291,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(323,0,323,0,0,"IF", 0, 2, 0);
	trans[0][291]	= settr(290,0,292,195,0,"((injector>0))", 1, 2, 0);
	trans[0][292]	= settr(291,0,297,196,196,"k = 0", 0, 2, 0);
	trans[0][298]	= settr(297,0,297,1,0,".(goto)", 0, 2, 0);
	T = trans[0][297] = settr(296,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(296,0,293,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(296,0,295,0,0,"DO", 0, 2, 0);
	trans[0][293]	= settr(292,0,294,197,0,"(((k<2)&&(state[k]!=parked)))", 1, 2, 0);
	trans[0][294]	= settr(293,0,297,198,198,"k = (k+1)", 0, 2, 0);
	trans[0][295]	= settr(294,0,321,2,0,"else", 0, 2, 0);
	trans[0][296]	= settr(295,0,321,1,0,"goto :b11", 0, 2, 0);
	trans[0][299]	= settr(298,0,321,1,0,"break", 0, 2, 0);
	T = trans[0][321] = settr(320,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(320,0,300,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(320,0,320,0,0,"IF", 0, 2, 0);
	trans[0][300]	= settr(299,0,319,199,0,"((k<2))", 0, 2, 0);
	T = trans[ 0][319] = settr(318,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(318,0,301,0,0,"sub-sequence", 0, 2, 0);
	trans[0][301]	= settr(300,0,309,200,200,"ok = 0", 0, 2, 0);
	T = trans[0][309] = settr(308,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(308,0,305,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(308,0,308,0,0,"IF", 0, 2, 0);
	T = trans[ 0][305] = settr(304,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(304,2,302,0,0,"ATOMIC", 1, 2, 0);
	trans[0][302]	= settr(301,0,317,201,201,"((state[k]==parked))", 1, 2, 0); /* m: 303 -> 317,0 */
	reached0[303] = 1;
	trans[0][303]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[0][304]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][310]	= settr(309,0,317,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][308] = settr(307,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(307,2,306,0,0,"ATOMIC", 0, 2, 0);
	trans[0][306]	= settr(305,2,307,2,0,"else", 0, 2, 0);
	trans[0][307]	= settr(306,0,317,1,0,"(1)", 0, 2, 0);
	T = trans[0][317] = settr(316,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(316,0,311,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(316,0,316,0,0,"IF", 0, 2, 0);
	trans[0][311]	= settr(310,0,315,202,202,"(ok)", 0, 2, 0);
	T = trans[ 0][315] = settr(314,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(314,0,314,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][314]	= settr(313,32,378,203,203,"D_STEP92", 1, 2, 0);
	trans[0][318]	= settr(317,0,378,1,0,".(goto)", 0, 2, 0); /* m: 378 -> 0,403 */
	reached0[378] = 1;
	trans[0][316]	= settr(315,0,378,2,0,"else", 0, 2, 0);
	trans[0][322]	= settr(321,0,378,1,0,".(goto)", 0, 2, 0); /* m: 378 -> 0,403 */
	reached0[378] = 1;
	trans[0][320]	= settr(319,0,378,2,0,"else", 0, 2, 0);
	trans[0][325]	= settr(324,0,378,1,0,".(goto)", 0, 2, 0); /* m: 378 -> 0,403 */
	reached0[378] = 1;
	trans[0][323]	= settr(322,0,378,2,0,"else", 0, 2, 0);
	trans[0][326]	= settr(325,0,378,1,0,"goto :b9", 0, 2, 0); /* m: 378 -> 0,403 */
	reached0[378] = 1;
	trans[0][329]	= settr(328,0,337,1,0,".(goto)", 0, 2, 0);
	trans[0][327]	= settr(326,0,337,2,0,"else", 0, 2, 0);
	T = trans[0][337] = settr(336,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(336,0,333,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(336,0,336,0,0,"IF", 0, 2, 0);
	T = trans[ 0][333] = settr(332,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(332,2,330,0,0,"ATOMIC", 1, 2, 0);
	trans[0][330]	= settr(329,0,373,204,204,"((searcher==seen))", 1, 2, 0); /* m: 331 -> 373,0 */
	reached0[331] = 1;
	trans[0][331]	= settr(0,0,0,0,0,"searcher = k",0,0,0);
	trans[0][332]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][338]	= settr(337,0,373,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][336] = settr(335,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(335,2,334,0,0,"ATOMIC", 1, 2, 0);
	trans[0][334]	= settr(333,0,373,205,205,"((searcher!=seen))", 1, 2, 0); /* m: 335 -> 373,0 */
	reached0[335] = 1;
	trans[0][335]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	T = trans[0][373] = settr(372,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(372,0,339,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(372,0,372,0,0,"IF", 0, 2, 0);
	trans[0][339]	= settr(338,0,358,206,206,"(ok)", 0, 2, 0);
	T = trans[ 0][358] = settr(357,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(357,0,340,0,0,"sub-sequence", 0, 2, 0);
	trans[0][340]	= settr(339,0,348,207,207,"ok = 0", 0, 2, 0);
	T = trans[0][348] = settr(347,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(347,0,344,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(347,0,347,0,0,"IF", 0, 2, 0);
	T = trans[ 0][344] = settr(343,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(343,2,341,0,0,"ATOMIC", 1, 2, 0);
	trans[0][341]	= settr(340,0,356,208,208,"((state[k]==parked))", 1, 2, 0); /* m: 342 -> 356,0 */
	reached0[342] = 1;
	trans[0][342]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[0][343]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][349]	= settr(348,0,356,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][347] = settr(346,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(346,2,345,0,0,"ATOMIC", 0, 2, 0);
	trans[0][345]	= settr(344,2,346,2,0,"else", 0, 2, 0);
	trans[0][346]	= settr(345,0,356,1,0,"(1)", 0, 2, 0);
	T = trans[0][356] = settr(355,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(355,0,350,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(355,0,355,0,0,"IF", 0, 2, 0);
	trans[0][350]	= settr(349,0,354,209,0,"(ok)", 0, 2, 0);
	T = trans[ 0][354] = settr(353,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(353,0,353,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][353]	= settr(352,32,370,210,210,"D_STEP92", 1, 2, 0);
	trans[0][357]	= settr(356,0,370,1,0,".(goto)", 0, 2, 0);
	trans[0][355]	= settr(354,0,370,2,0,"else", 0, 2, 0);
	T = trans[0][370] = settr(369,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(369,0,359,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(369,0,361,0,0,"IF", 0, 2, 0);
	trans[0][359]	= settr(358,0,403,211,211,"(ok)", 0, 2, 0); /* m: 378 -> 403,0 */
	reached0[378] = 1;
	trans[0][360]	= settr(359,0,378,1,0,"goto :b9", 0, 2, 0); /* m: 378 -> 0,403 */
	reached0[378] = 1;
	trans[0][371]	= settr(370,0,375,1,0,".(goto)", 0, 2, 0);
	trans[0][361]	= settr(360,0,369,2,0,"else", 0, 2, 0);
	T = trans[ 0][369] = settr(368,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(368,0,368,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][368]	= settr(367,32,375,212,212,"D_STEP108", 1, 2, 0);
	trans[0][374]	= settr(373,0,375,1,0,".(goto)", 0, 2, 0);
	trans[0][372]	= settr(371,0,375,2,0,"else", 0, 2, 0);
	trans[0][377]	= settr(376,0,378,1,0,"break", 0, 2, 0);
	trans[0][378]	= settr(377,0,403,213,213,"k = 0", 0, 2, 0); /* m: 379 -> 0,403 */
	reached0[379] = 1;
	trans[0][379]	= settr(0,0,0,0,0,"seen = 0",0,0,0);
	trans[0][380]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[0][384]	= settr(383,0,403,1,0,".(goto)", 0, 2, 0);
	trans[0][382]	= settr(381,0,403,2,0,"else", 0, 2, 0);
	T = trans[ 0][403] = settr(402,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(402,0,392,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][392] = settr(391,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(391,0,388,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(391,0,391,0,0,"IF", 0, 2, 0);
	T = trans[ 0][388] = settr(387,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(387,2,385,0,0,"ATOMIC", 1, 2, 0);
	trans[0][385]	= settr(384,0,400,214,214,"((state[i]==parked))", 1, 2, 0); /* m: 386 -> 400,0 */
	reached0[386] = 1;
	trans[0][386]	= settr(0,0,0,0,0,"state[i] = notified",0,0,0);
	trans[0][387]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][393]	= settr(392,0,400,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][391] = settr(390,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(390,2,389,0,0,"ATOMIC", 0, 2, 0);
	trans[0][389]	= settr(388,2,390,2,0,"else", 0, 2, 0);
	trans[0][390]	= settr(389,0,400,215,215,"ok = 0", 0, 2, 0);
	T = trans[0][400] = settr(399,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(399,0,394,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(399,0,399,0,0,"IF", 0, 2, 0);
	trans[0][394]	= settr(393,0,398,216,216,"(ok)", 0, 2, 0);
	T = trans[ 0][398] = settr(397,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(397,0,397,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][397]	= settr(396,32,402,217,217,"D_STEP92", 1, 2, 0);
	trans[0][401]	= settr(400,0,402,1,0,".(goto)", 0, 2, 0); /* m: 402 -> 0,580 */
	reached0[402] = 1;
	trans[0][399]	= settr(398,0,402,2,0,"else", 0, 2, 0);
	trans[0][402]	= settr(401,0,580,218,218,"ok = 0", 0, 2, 0);
	T = trans[ 0][407] = settr(406,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(406,2,405,0,0,"ATOMIC", 1, 2, 0);
	trans[0][405]	= settr(404,4,538,219,219,"((pushes>0))", 1, 2, 0); /* m: 406 -> 538,0 */
	reached0[406] = 1;
	trans[0][406]	= settr(0,0,0,0,0,"pushes = (pushes-1)",0,0,0);
	T = trans[ 0][538] = settr(537,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(537,0,408,0,0,"sub-sequence", 0, 2, 0);
	trans[0][408]	= settr(407,0,517,220,220,"queue[i] = (queue[i]+1)", 1, 2, 0);
	T = trans[0][517] = settr(516,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(516,0,409,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(516,0,516,0,0,"IF", 0, 2, 0);
	trans[0][409]	= settr(408,0,515,221,0,"((queue[i]==2))", 1, 2, 0);
	T = trans[ 0][515] = settr(514,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(514,0,509,0,0,"sub-sequence", 0, 2, 0);
	trans[0][510]	= settr(509,0,509,1,0,".(goto)", 0, 2, 0);
	T = trans[0][509] = settr(508,0,0,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(508,0,410,0,0,"DO", 0, 2, 0);
	trans[0][410]	= settr(409,0,414,222,222,"seen = searcher", 1, 2, 0);
	T = trans[0][414] = settr(413,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(413,0,411,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(413,0,413,0,0,"IF", 0, 2, 0);
	trans[0][411]	= settr(410,0,512,223,223,"(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))", 1, 2, 0);
	trans[0][412]	= settr(411,0,512,1,0,"goto :b12", 0, 2, 0); /* m: 512 -> 0,537 */
	reached0[512] = 1;
	trans[0][415]	= settr(414,0,416,1,0,".(goto)", 0, 2, 0); /* m: 416 -> 0,421 */
	reached0[416] = 1;
	trans[0][413]	= settr(412,0,416,2,0,"else", 0, 2, 0);
	trans[0][416]	= settr(415,0,421,224,224,"k = 0", 0, 2, 0);
	trans[0][422]	= settr(421,0,421,1,0,".(goto)", 0, 2, 0);
	T = trans[0][421] = settr(420,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(420,0,417,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(420,0,419,0,0,"DO", 0, 2, 0);
	trans[0][417]	= settr(416,0,418,225,0,"(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))", 1, 2, 0);
	trans[0][418]	= settr(417,0,421,226,226,"k = (k+1)", 0, 2, 0);
	trans[0][419]	= settr(418,0,462,2,0,"else", 0, 2, 0);
	trans[0][420]	= settr(419,0,462,1,0,"goto :b13", 0, 2, 0);
	trans[0][423]	= settr(422,0,462,1,0,"break", 0, 2, 0);
	T = trans[0][462] = settr(461,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(461,0,424,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(461,0,461,0,0,"IF", 0, 2, 0);
	trans[0][424]	= settr(423,0,458,227,227,"((k==2))", 0, 2, 0);
	T = trans[0][458] = settr(457,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(457,0,425,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(457,0,457,0,0,"IF", 0, 2, 0);
	trans[0][425]	= settr(424,0,426,228,0,"((injector>0))", 1, 2, 0);
	trans[0][426]	= settr(425,0,431,229,229,"k = 0", 0, 2, 0);
	trans[0][432]	= settr(431,0,431,1,0,".(goto)", 0, 2, 0);
	T = trans[0][431] = settr(430,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(430,0,427,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(430,0,429,0,0,"DO", 0, 2, 0);
	trans[0][427]	= settr(426,0,428,230,0,"(((k<2)&&(state[k]!=parked)))", 1, 2, 0);
	trans[0][428]	= settr(427,0,431,231,231,"k = (k+1)", 0, 2, 0);
	trans[0][429]	= settr(428,0,455,2,0,"else", 0, 2, 0);
	trans[0][430]	= settr(429,0,455,1,0,"goto :b14", 0, 2, 0);
	trans[0][433]	= settr(432,0,455,1,0,"break", 0, 2, 0);
	T = trans[0][455] = settr(454,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(454,0,434,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(454,0,454,0,0,"IF", 0, 2, 0);
	trans[0][434]	= settr(433,0,453,232,0,"((k<2))", 0, 2, 0);
	T = trans[ 0][453] = settr(452,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(452,0,435,0,0,"sub-sequence", 0, 2, 0);
	trans[0][435]	= settr(434,0,443,233,233,"ok = 0", 0, 2, 0);
	T = trans[0][443] = settr(442,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(442,0,439,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(442,0,442,0,0,"IF", 0, 2, 0);
	T = trans[ 0][439] = settr(438,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(438,2,436,0,0,"ATOMIC", 1, 2, 0);
	trans[0][436]	= settr(435,0,451,234,234,"((state[k]==parked))", 1, 2, 0); /* m: 437 -> 451,0 */
	reached0[437] = 1;
	trans[0][437]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[0][438]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][444]	= settr(443,0,451,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][442] = settr(441,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(441,2,440,0,0,"ATOMIC", 0, 2, 0);
	trans[0][440]	= settr(439,2,441,2,0,"else", 0, 2, 0);
	trans[0][441]	= settr(440,0,451,1,0,"(1)", 0, 2, 0);
	T = trans[0][451] = settr(450,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(450,0,445,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(450,0,450,0,0,"IF", 0, 2, 0);
	trans[0][445]	= settr(444,0,449,235,235,"(ok)", 0, 2, 0);
	T = trans[ 0][449] = settr(448,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(448,0,448,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][448]	= settr(447,32,512,236,236,"D_STEP92", 1, 2, 0);
	trans[0][452]	= settr(451,0,512,1,0,".(goto)", 0, 2, 0); /* m: 512 -> 0,537 */
	reached0[512] = 1;
	trans[0][450]	= settr(449,0,512,2,0,"else", 0, 2, 0);
	trans[0][456]	= settr(455,0,512,1,0,".(goto)", 0, 2, 0); /* m: 512 -> 0,537 */
	reached0[512] = 1;
	trans[0][454]	= settr(453,0,512,2,0,"else", 0, 2, 0);
	trans[0][459]	= settr(458,0,512,1,0,".(goto)", 0, 2, 0); /* m: 512 -> 0,537 */
	reached0[512] = 1;
	trans[0][457]	= settr(456,0,512,2,0,"else", 0, 2, 0);
	trans[0][460]	= settr(459,0,512,1,0,"goto :b12", 0, 2, 0); /* m: 512 -> 0,537 */
	reached0[512] = 1;
	trans[0][463]	= settr(462,0,471,1,0,".(goto)", 0, 2, 0);
	trans[0][461]	= settr(460,0,471,2,0,"else", 0, 2, 0);
	T = trans[0][471] = settr(470,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(470,0,467,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(470,0,470,0,0,"IF", 0, 2, 0);
	T = trans[ 0][467] = settr(466,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(466,2,464,0,0,"ATOMIC", 1, 2, 0);
	trans[0][464]	= settr(463,0,507,237,237,"((searcher==seen))", 1, 2, 0); /* m: 465 -> 507,0 */
	reached0[465] = 1;
	trans[0][465]	= settr(0,0,0,0,0,"searcher = k",0,0,0);
	trans[0][466]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][472]	= settr(471,0,507,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][470] = settr(469,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(469,2,468,0,0,"ATOMIC", 1, 2, 0);
	trans[0][468]	= settr(467,0,507,238,238,"((searcher!=seen))", 1, 2, 0); /* m: 469 -> 507,0 */
	reached0[469] = 1;
	trans[0][469]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	T = trans[0][507] = settr(506,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(506,0,473,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(506,0,506,0,0,"IF", 0, 2, 0);
	trans[0][473]	= settr(472,0,492,239,239,"(ok)", 0, 2, 0);
	T = trans[ 0][492] = settr(491,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(491,0,474,0,0,"sub-sequence", 0, 2, 0);
	trans[0][474]	= settr(473,0,482,240,240,"ok = 0", 0, 2, 0);
	T = trans[0][482] = settr(481,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(481,0,478,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(481,0,481,0,0,"IF", 0, 2, 0);
	T = trans[ 0][478] = settr(477,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(477,2,475,0,0,"ATOMIC", 1, 2, 0);
	trans[0][475]	= settr(474,0,490,241,241,"((state[k]==parked))", 1, 2, 0); /* m: 476 -> 490,0 */
	reached0[476] = 1;
	trans[0][476]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[0][477]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][483]	= settr(482,0,490,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][481] = settr(480,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(480,2,479,0,0,"ATOMIC", 0, 2, 0);
	trans[0][479]	= settr(478,2,480,2,0,"else", 0, 2, 0);
	trans[0][480]	= settr(479,0,490,1,0,"(1)", 0, 2, 0);
	T = trans[0][490] = settr(489,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(489,0,484,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(489,0,489,0,0,"IF", 0, 2, 0);
	trans[0][484]	= settr(483,0,488,242,0,"(ok)", 0, 2, 0);
	T = trans[ 0][488] = settr(487,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(487,0,487,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][487]	= settr(486,32,504,243,243,"D_STEP92", 1, 2, 0);
	trans[0][491]	= settr(490,0,504,1,0,".(goto)", 0, 2, 0);
	trans[0][489]	= settr(488,0,504,2,0,"else", 0, 2, 0);
	T = trans[0][504] = settr(503,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(503,0,493,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(503,0,495,0,0,"IF", 0, 2, 0);
	trans[0][493]	= settr(492,0,537,244,244,"(ok)", 0, 2, 0); /* m: 512 -> 537,0 */
	reached0[512] = 1;
	trans[0][494]	= settr(493,0,512,1,0,"goto :b12", 0, 2, 0); /* m: 512 -> 0,537 */
	reached0[512] = 1;
	trans[0][505]	= settr(504,0,509,1,0,".(goto)", 0, 2, 0);
	trans[0][495]	= settr(494,0,503,2,0,"else", 0, 2, 0);
	T = trans[ 0][503] = settr(502,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(502,0,502,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][502]	= settr(501,32,509,245,245,"D_STEP108", 1, 2, 0);
	trans[0][508]	= settr(507,0,509,1,0,".(goto)", 0, 2, 0);
	trans[0][506]	= settr(505,0,509,2,0,"else", 0, 2, 0);
	trans[0][511]	= settr(510,0,512,1,0,"break", 0, 2, 0);
	trans[0][512]	= settr(511,0,537,246,246,"k = 0", 0, 2, 0); /* m: 513 -> 0,537 */
	reached0[513] = 1;
	trans[0][513]	= settr(0,0,0,0,0,"seen = 0",0,0,0);
	trans[0][514]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[0][518]	= settr(517,0,537,1,0,".(goto)", 0, 2, 0);
	trans[0][516]	= settr(515,0,537,2,0,"else", 0, 2, 0);
	T = trans[ 0][537] = settr(536,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(536,0,526,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][526] = settr(525,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(525,0,522,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(525,0,525,0,0,"IF", 0, 2, 0);
	T = trans[ 0][522] = settr(521,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(521,2,519,0,0,"ATOMIC", 1, 2, 0);
	trans[0][519]	= settr(518,0,534,247,247,"((state[i]==parked))", 1, 2, 0); /* m: 520 -> 534,0 */
	reached0[520] = 1;
	trans[0][520]	= settr(0,0,0,0,0,"state[i] = notified",0,0,0);
	trans[0][521]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][527]	= settr(526,0,534,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][525] = settr(524,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(524,2,523,0,0,"ATOMIC", 0, 2, 0);
	trans[0][523]	= settr(522,2,524,2,0,"else", 0, 2, 0);
	trans[0][524]	= settr(523,0,534,248,248,"ok = 0", 0, 2, 0);
	T = trans[0][534] = settr(533,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(533,0,528,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(533,0,533,0,0,"IF", 0, 2, 0);
	trans[0][528]	= settr(527,0,532,249,249,"(ok)", 0, 2, 0);
	T = trans[ 0][532] = settr(531,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(531,0,531,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][531]	= settr(530,32,536,250,250,"D_STEP92", 1, 2, 0);
	trans[0][535]	= settr(534,0,536,1,0,".(goto)", 0, 2, 0); /* m: 536 -> 0,563 */
	reached0[536] = 1;
	trans[0][533]	= settr(532,0,536,2,0,"else", 0, 2, 0);
	trans[0][536]	= settr(535,0,563,251,251,"ok = 0", 0, 2, 0);
	T = trans[0][563] = settr(562,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(562,0,541,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(562,0,562,0,0,"IF", 0, 2, 0);
	T = trans[ 0][541] = settr(540,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(540,2,539,0,0,"ATOMIC", 1, 2, 0);
	trans[0][539]	= settr(538,4,542,252,252,"((queue[i]>0))", 1, 2, 0); /* m: 540 -> 542,0 */
	reached0[540] = 1;
	trans[0][540]	= settr(0,0,0,0,0,"queue[i] = (queue[i]-1)",0,0,0);
	trans[0][542]	= settr(541,0,561,253,253,"queue[i] = (queue[i]+1)", 1, 2, 0);
	T = trans[ 0][561] = settr(560,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(560,0,550,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][550] = settr(549,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(549,0,546,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(549,0,549,0,0,"IF", 0, 2, 0);
	T = trans[ 0][546] = settr(545,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(545,2,543,0,0,"ATOMIC", 1, 2, 0);
	trans[0][543]	= settr(542,0,558,254,254,"((state[i]==parked))", 1, 2, 0); /* m: 544 -> 558,0 */
	reached0[544] = 1;
	trans[0][544]	= settr(0,0,0,0,0,"state[i] = notified",0,0,0);
	trans[0][545]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][551]	= settr(550,0,558,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][549] = settr(548,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(548,2,547,0,0,"ATOMIC", 0, 2, 0);
	trans[0][547]	= settr(546,2,548,2,0,"else", 0, 2, 0);
	trans[0][548]	= settr(547,0,558,255,255,"ok = 0", 0, 2, 0);
	T = trans[0][558] = settr(557,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(557,0,552,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(557,0,557,0,0,"IF", 0, 2, 0);
	trans[0][552]	= settr(551,0,556,256,256,"(ok)", 0, 2, 0);
	T = trans[ 0][556] = settr(555,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(555,0,555,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][555]	= settr(554,32,560,257,257,"D_STEP92", 1, 2, 0);
	trans[0][559]	= settr(558,0,560,1,0,".(goto)", 0, 2, 0); /* m: 560 -> 0,580 */
	reached0[560] = 1;
	trans[0][557]	= settr(556,0,560,2,0,"else", 0, 2, 0);
	trans[0][560]	= settr(559,0,580,258,258,"ok = 0", 0, 2, 0);
	trans[0][564]	= settr(563,0,580,1,0,".(goto)", 0, 2, 0);
	trans[0][562]	= settr(561,0,580,2,0,"else", 0, 2, 0);
	T = trans[ 0][568] = settr(567,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(567,2,565,0,0,"ATOMIC", 1, 2, 0);
	trans[0][565]	= settr(564,4,573,259,259,"((ios>0))", 1, 2, 0); /* m: 566 -> 573,0 */
	reached0[566] = 1;
	trans[0][566]	= settr(0,0,0,0,0,"ios = (ios-1)",0,0,0);
	trans[0][567]	= settr(0,0,0,0,0,"outstanding = (outstanding+1)",0,0,0);
	T = trans[0][573] = settr(572,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(572,0,569,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(572,0,572,0,0,"IF", 0, 2, 0);
	trans[0][569]	= settr(568,0,580,260,260,"io[place[i]] = (io[place[i]]+1)", 1, 2, 0);
	trans[0][574]	= settr(573,0,580,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][572] = settr(571,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(571,2,570,0,0,"ATOMIC", 1, 2, 0);
	trans[0][570]	= settr(569,0,580,261,261,"((stopped[(2-1)]==0))", 1, 2, 0); /* m: 571 -> 580,0 */
	reached0[571] = 1;
	trans[0][571]	= settr(0,0,0,0,0,"io[(2-1)] = (io[(2-1)]+1)",0,0,0);
	T = trans[0][580] = settr(579,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(579,0,578,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(579,0,579,0,0,"IF", 0, 2, 0);
	trans[0][578]	= settr(577,0,749,1,0,"(1)", 0, 2, 0);
	trans[0][581]	= settr(580,0,749,1,0,".(goto)", 0, 2, 0);
	trans[0][579]	= settr(578,0,754,262,262,"goto :b8", 0, 2, 0); /* m: 752 -> 0,754 */
	reached0[752] = 1;
	T = trans[ 0][585] = settr(584,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(584,2,582,0,0,"ATOMIC", 1, 2, 0);
	trans[0][582]	= settr(581,0,749,263,263,"(((((phase!=leaving)&&(queue[i]==0))&&(j!=i))&&(queue[j]>0)))", 1, 2, 0); /* m: 583 -> 749,0 */
	reached0[583] = 1;
	trans[0][583]	= settr(0,0,0,0,0,"queue[j] = (queue[j]-1)",0,0,0);
	trans[0][584]	= settr(0,0,0,0,0,"queue[i] = (queue[i]+1)",0,0,0);
	trans[0][586]	= settr(585,0,587,264,0,"((((phase!=leaving)&&(queue[i]==0))&&!(((j!=i)&&(queue[j]>0)))))", 1, 2, 0);
	trans[0][587]	= settr(586,0,588,265,265,"found = 0", 0, 2, 0);
	trans[0][588]	= settr(587,0,597,266,266,"mine = (searcher==i)", 1, 2, 0);
	T = trans[0][597] = settr(596,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(596,0,593,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(596,0,596,0,0,"IF", 0, 2, 0);
	T = trans[ 0][593] = settr(592,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(592,2,589,0,0,"ATOMIC", 1, 2, 0);
	trans[0][589]	= settr(588,0,619,267,267,"((injector>0))", 1, 2, 0); /* m: 590 -> 619,0 */
	reached0[590] = 1;
	trans[0][590]	= settr(0,0,0,0,0,"injector = (injector-1)",0,0,0);
	trans[0][591]	= settr(0,0,0,0,0,"queue[i] = (queue[i]+1)",0,0,0);
	trans[0][592]	= settr(0,0,0,0,0,"found = 1",0,0,0);
	trans[0][598]	= settr(597,0,619,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][596] = settr(595,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(595,2,594,0,0,"ATOMIC", 0, 2, 0);
	trans[0][594]	= settr(593,2,595,2,0,"else", 0, 2, 0);
	trans[0][595]	= settr(594,0,619,1,0,"(1)", 0, 2, 0);
	T = trans[0][619] = settr(618,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(618,0,599,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(618,0,618,0,0,"IF", 0, 2, 0);
	trans[0][599]	= settr(598,0,614,268,0,"((mine&&!(found)))", 0, 2, 0);
	trans[0][615]	= settr(614,0,614,1,0,".(goto)", 0, 2, 0);
	T = trans[0][614] = settr(613,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(613,0,600,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(613,0,612,0,0,"DO", 0, 2, 0);
	trans[0][600]	= settr(599,0,609,269,0,"((n<2))", 0, 2, 0);
	T = trans[0][609] = settr(608,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(608,0,605,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(608,0,608,0,0,"IF", 0, 2, 0);
	T = trans[ 0][605] = settr(604,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(604,2,601,0,0,"ATOMIC", 1, 2, 0);
	trans[0][601]	= settr(600,0,614,270,270,"(((n!=i)&&(queue[n]>1)))", 1, 2, 0); /* m: 602 -> 614,0 */
	reached0[602] = 1;
	trans[0][602]	= settr(0,0,0,0,0,"queue[n] = (queue[n]-1)",0,0,0);
	trans[0][603]	= settr(0,0,0,0,0,"queue[i] = (queue[i]+1)",0,0,0);
	trans[0][604]	= settr(0,0,0,0,0,"found = 1",0,0,0);
	trans[0][610]	= settr(609,0,611,1,0,".(goto)", 0, 2, 0); /* m: 611 -> 0,614 */
	reached0[611] = 1;
	T = trans[ 0][608] = settr(607,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(607,2,606,0,0,"ATOMIC", 0, 2, 0);
	trans[0][606]	= settr(605,2,607,2,0,"else", 0, 2, 0);
	trans[0][607]	= settr(606,0,614,271,271,"(1)", 0, 2, 0); /* m: 611 -> 614,0 */
	reached0[611] = 1;
	trans[0][611]	= settr(610,0,614,272,272,"n = (n+1)", 0, 2, 0);
	trans[0][612]	= settr(611,0,617,2,0,"else", 0, 2, 0);
	trans[0][613]	= settr(612,0,617,1,0,"goto :b15", 0, 2, 0); /* m: 617 -> 0,742 */
	reached0[617] = 1;
	trans[0][616]	= settr(615,0,617,1,0,"break", 0, 2, 0);
	trans[0][617]	= settr(616,0,742,273,273,"n = 0", 0, 2, 0);
	trans[0][620]	= settr(619,0,742,1,0,".(goto)", 0, 2, 0);
	trans[0][618]	= settr(617,0,742,2,0,"else", 0, 2, 0);
	T = trans[0][742] = settr(741,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(741,0,621,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(741,0,741,0,0,"IF", 0, 2, 0);
	trans[0][621]	= settr(620,0,629,274,274,"(mine)", 0, 2, 0);
	T = trans[ 0][629] = settr(628,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(628,0,628,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][628]	= settr(627,32,738,275,275,"D_STEP108", 1, 2, 0);
	T = trans[0][738] = settr(737,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(737,0,630,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(737,0,737,0,0,"IF", 0, 2, 0);
	trans[0][630]	= settr(629,0,736,276,276,"(((ok&&found)&&(injector>0)))", 1, 2, 0);
	T = trans[ 0][736] = settr(735,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(735,0,730,0,0,"sub-sequence", 0, 2, 0);
	trans[0][731]	= settr(730,0,730,1,0,".(goto)", 0, 2, 0);
	T = trans[0][730] = settr(729,0,0,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(729,0,631,0,0,"DO", 0, 2, 0);
	trans[0][631]	= settr(630,0,635,277,277,"seen = searcher", 1, 2, 0);
	T = trans[0][635] = settr(634,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(634,0,632,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(634,0,634,0,0,"IF", 0, 2, 0);
	trans[0][632]	= settr(631,0,733,278,278,"(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))", 1, 2, 0);
	trans[0][633]	= settr(632,0,733,1,0,"goto :b16", 0, 2, 0); /* m: 733 -> 0,747 */
	reached0[733] = 1;
	trans[0][636]	= settr(635,0,637,1,0,".(goto)", 0, 2, 0); /* m: 637 -> 0,642 */
	reached0[637] = 1;
	trans[0][634]	= settr(633,0,637,2,0,"else", 0, 2, 0);
	trans[0][637]	= settr(636,0,642,279,279,"k = 0", 0, 2, 0);
	trans[0][643]	= settr(642,0,642,1,0,".(goto)", 0, 2, 0);
	T = trans[0][642] = settr(641,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(641,0,638,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(641,0,640,0,0,"DO", 0, 2, 0);
	trans[0][638]	= settr(637,0,639,280,0,"(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))", 1, 2, 0);
	trans[0][639]	= settr(638,0,642,281,281,"k = (k+1)", 0, 2, 0);
	trans[0][640]	= settr(639,0,683,2,0,"else", 0, 2, 0);
	trans[0][641]	= settr(640,0,683,1,0,"goto :b17", 0, 2, 0);
	trans[0][644]	= settr(643,0,683,1,0,"break", 0, 2, 0);
	T = trans[0][683] = settr(682,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(682,0,645,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(682,0,682,0,0,"IF", 0, 2, 0);
	trans[0][645]	= settr(644,0,679,282,282,"((k==2))", 0, 2, 0);
	T = trans[0][679] = settr(678,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(678,0,646,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(678,0,678,0,0,"IF", 0, 2, 0);
	trans[0][646]	= settr(645,0,647,283,0,"((injector>0))", 1, 2, 0);
	trans[0][647]	= settr(646,0,652,284,284,"k = 0", 0, 2, 0);
	trans[0][653]	= settr(652,0,652,1,0,".(goto)", 0, 2, 0);
	T = trans[0][652] = settr(651,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(651,0,648,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(651,0,650,0,0,"DO", 0, 2, 0);
	trans[0][648]	= settr(647,0,649,285,0,"(((k<2)&&(state[k]!=parked)))", 1, 2, 0);
	trans[0][649]	= settr(648,0,652,286,286,"k = (k+1)", 0, 2, 0);
	trans[0][650]	= settr(649,0,676,2,0,"else", 0, 2, 0);
	trans[0][651]	= settr(650,0,676,1,0,"goto :b18", 0, 2, 0);
	trans[0][654]	= settr(653,0,676,1,0,"break", 0, 2, 0);
	T = trans[0][676] = settr(675,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(675,0,655,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(675,0,675,0,0,"IF", 0, 2, 0);
	trans[0][655]	= settr(654,0,674,287,0,"((k<2))", 0, 2, 0);
	T = trans[ 0][674] = settr(673,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(673,0,656,0,0,"sub-sequence", 0, 2, 0);
	trans[0][656]	= settr(655,0,664,288,288,"ok = 0", 0, 2, 0);
	T = trans[0][664] = settr(663,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(663,0,660,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(663,0,663,0,0,"IF", 0, 2, 0);
	T = trans[ 0][660] = settr(659,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(659,2,657,0,0,"ATOMIC", 1, 2, 0);
	trans[0][657]	= settr(656,0,672,289,289,"((state[k]==parked))", 1, 2, 0); /* m: 658 -> 672,0 */
	reached0[658] = 1;
	trans[0][658]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[0][659]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][665]	= settr(664,0,672,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][663] = settr(662,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(662,2,661,0,0,"ATOMIC", 0, 2, 0);
	trans[0][661]	= settr(660,2,662,2,0,"else", 0, 2, 0);
	trans[0][662]	= settr(661,0,672,1,0,"(1)", 0, 2, 0);
	T = trans[0][672] = settr(671,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(671,0,666,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(671,0,671,0,0,"IF", 0, 2, 0);
	trans[0][666]	= settr(665,0,670,290,290,"(ok)", 0, 2, 0);
	T = trans[ 0][670] = settr(669,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(669,0,669,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][669]	= settr(668,32,733,291,291,"D_STEP92", 1, 2, 0);
	trans[0][673]	= settr(672,0,733,1,0,".(goto)", 0, 2, 0); /* m: 733 -> 0,747 */
	reached0[733] = 1;
	trans[0][671]	= settr(670,0,733,2,0,"else", 0, 2, 0);
	trans[0][677]	= settr(676,0,733,1,0,".(goto)", 0, 2, 0); /* m: 733 -> 0,747 */
	reached0[733] = 1;
	trans[0][675]	= settr(674,0,733,2,0,"else", 0, 2, 0);
	trans[0][680]	= settr(679,0,733,1,0,".(goto)", 0, 2, 0); /* m: 733 -> 0,747 */
	reached0[733] = 1;
	trans[0][678]	= settr(677,0,733,2,0,"else", 0, 2, 0);
	trans[0][681]	= settr(680,0,733,1,0,"goto :b16", 0, 2, 0); /* m: 733 -> 0,747 */
	reached0[733] = 1;
	trans[0][684]	= settr(683,0,692,1,0,".(goto)", 0, 2, 0);
	trans[0][682]	= settr(681,0,692,2,0,"else", 0, 2, 0);
	T = trans[0][692] = settr(691,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(691,0,688,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(691,0,691,0,0,"IF", 0, 2, 0);
	T = trans[ 0][688] = settr(687,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(687,2,685,0,0,"ATOMIC", 1, 2, 0);
	trans[0][685]	= settr(684,0,728,292,292,"((searcher==seen))", 1, 2, 0); /* m: 686 -> 728,0 */
	reached0[686] = 1;
	trans[0][686]	= settr(0,0,0,0,0,"searcher = k",0,0,0);
	trans[0][687]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][693]	= settr(692,0,728,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][691] = settr(690,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(690,2,689,0,0,"ATOMIC", 1, 2, 0);
	trans[0][689]	= settr(688,0,728,293,293,"((searcher!=seen))", 1, 2, 0); /* m: 690 -> 728,0 */
	reached0[690] = 1;
	trans[0][690]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	T = trans[0][728] = settr(727,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(727,0,694,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(727,0,727,0,0,"IF", 0, 2, 0);
	trans[0][694]	= settr(693,0,713,294,294,"(ok)", 0, 2, 0);
	T = trans[ 0][713] = settr(712,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(712,0,695,0,0,"sub-sequence", 0, 2, 0);
	trans[0][695]	= settr(694,0,703,295,295,"ok = 0", 0, 2, 0);
	T = trans[0][703] = settr(702,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(702,0,699,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(702,0,702,0,0,"IF", 0, 2, 0);
	T = trans[ 0][699] = settr(698,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(698,2,696,0,0,"ATOMIC", 1, 2, 0);
	trans[0][696]	= settr(695,0,711,296,296,"((state[k]==parked))", 1, 2, 0); /* m: 697 -> 711,0 */
	reached0[697] = 1;
	trans[0][697]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[0][698]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][704]	= settr(703,0,711,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][702] = settr(701,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(701,2,700,0,0,"ATOMIC", 0, 2, 0);
	trans[0][700]	= settr(699,2,701,2,0,"else", 0, 2, 0);
	trans[0][701]	= settr(700,0,711,1,0,"(1)", 0, 2, 0);
	T = trans[0][711] = settr(710,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(710,0,705,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(710,0,710,0,0,"IF", 0, 2, 0);
	trans[0][705]	= settr(704,0,709,297,0,"(ok)", 0, 2, 0);
	T = trans[ 0][709] = settr(708,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(708,0,708,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][708]	= settr(707,32,725,298,298,"D_STEP92", 1, 2, 0);
	trans[0][712]	= settr(711,0,725,1,0,".(goto)", 0, 2, 0);
	trans[0][710]	= settr(709,0,725,2,0,"else", 0, 2, 0);
	T = trans[0][725] = settr(724,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(724,0,714,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(724,0,716,0,0,"IF", 0, 2, 0);
	trans[0][714]	= settr(713,0,747,299,299,"(ok)", 0, 2, 0); /* m: 733 -> 747,0 */
	reached0[733] = 1;
	trans[0][715]	= settr(714,0,733,1,0,"goto :b16", 0, 2, 0); /* m: 733 -> 0,747 */
	reached0[733] = 1;
	trans[0][726]	= settr(725,0,730,1,0,".(goto)", 0, 2, 0);
	trans[0][716]	= settr(715,0,724,2,0,"else", 0, 2, 0);
	T = trans[ 0][724] = settr(723,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(723,0,723,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][723]	= settr(722,32,730,300,300,"D_STEP108", 1, 2, 0);
	trans[0][729]	= settr(728,0,730,1,0,".(goto)", 0, 2, 0);
	trans[0][727]	= settr(726,0,730,2,0,"else", 0, 2, 0);
	trans[0][732]	= settr(731,0,733,1,0,"break", 0, 2, 0);
	trans[0][733]	= settr(732,0,747,301,301,"k = 0", 0, 2, 0); /* m: 734 -> 0,747 */
	reached0[734] = 1;
	trans[0][734]	= settr(0,0,0,0,0,"seen = 0",0,0,0);
	trans[0][735]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[0][739]	= settr(738,0,740,1,0,".(goto)", 0, 2, 0); /* m: 740 -> 0,747 */
	reached0[740] = 1;
	trans[0][737]	= settr(736,0,740,2,0,"else", 0, 2, 0);
	trans[0][740]	= settr(739,0,747,302,302,"ok = 0", 0, 2, 0);
	trans[0][743]	= settr(742,0,747,1,0,".(goto)", 0, 2, 0);
	trans[0][741]	= settr(740,0,747,2,0,"else", 0, 2, 0);
	T = trans[0][747] = settr(746,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(746,0,744,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(746,0,746,0,0,"IF", 0, 2, 0);
	trans[0][744]	= settr(743,0,754,303,303,"(!(found))", 0, 2, 0); /* m: 752 -> 754,0 */
	reached0[752] = 1;
	trans[0][745]	= settr(744,0,752,1,0,"goto :b8", 0, 2, 0); /* m: 752 -> 0,754 */
	reached0[752] = 1;
	trans[0][748]	= settr(747,0,749,1,0,".(goto)", 0, 2, 0);
	trans[0][746]	= settr(745,0,749,2,0,"else", 0, 2, 0);
	trans[0][751]	= settr(750,0,752,1,0,"break", 0, 2, 0);
	trans[0][752]	= settr(751,0,754,304,304,"found = 0", 0, 2, 0); /* m: 753 -> 0,754 */
	reached0[753] = 1;
	trans[0][753]	= settr(0,0,0,0,0,"mine = 0",0,0,0);
	trans[0][754]	= settr(753,0,951,305,305,"busy[i] = 0", 1, 2, 0);
	T = trans[0][951] = settr(950,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(950,0,756,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(950,0,793,0,0,"IF", 0, 2, 0);
	trans[0][756]	= settr(755,0,764,306,0,"(((phase!=leaving)&&(queue[i]>0)))", 1, 2, 0);
	T = trans[0][764] = settr(763,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(763,0,760,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(763,0,763,0,0,"IF", 0, 2, 0);
	T = trans[ 0][760] = settr(759,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(759,2,757,0,0,"ATOMIC", 1, 2, 0);
	trans[0][757]	= settr(756,0,791,307,307,"((state[i]==awake))", 1, 2, 0); /* m: 758 -> 791,0 */
	reached0[758] = 1;
	trans[0][758]	= settr(0,0,0,0,0,"state[i] = notified",0,0,0);
	trans[0][759]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][765]	= settr(764,0,791,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][763] = settr(762,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(762,2,761,0,0,"ATOMIC", 0, 2, 0);
	trans[0][761]	= settr(760,2,762,2,0,"else", 0, 2, 0);
	trans[0][762]	= settr(761,0,791,308,308,"ok = 0", 0, 2, 0);
	T = trans[0][791] = settr(790,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(790,0,766,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(790,0,771,0,0,"IF", 0, 2, 0);
	trans[0][766]	= settr(765,0,770,309,309,"(ok)", 0, 2, 0);
	T = trans[ 0][770] = settr(769,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(769,0,769,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][769]	= settr(768,32,974,310,310,"D_STEP92", 1, 2, 0);
	trans[0][792]	= settr(791,0,974,1,0,".(goto)", 0, 2, 0);
	trans[0][771]	= settr(770,0,790,2,0,"else", 0, 2, 0);
	T = trans[ 0][790] = settr(789,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(789,0,779,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][779] = settr(778,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(778,0,775,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(778,0,778,0,0,"IF", 0, 2, 0);
	T = trans[ 0][775] = settr(774,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(774,2,772,0,0,"ATOMIC", 1, 2, 0);
	trans[0][772]	= settr(771,0,787,311,311,"((state[i]==parked))", 1, 2, 0); /* m: 773 -> 787,0 */
	reached0[773] = 1;
	trans[0][773]	= settr(0,0,0,0,0,"state[i] = notified",0,0,0);
	trans[0][774]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][780]	= settr(779,0,787,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][778] = settr(777,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(777,2,776,0,0,"ATOMIC", 0, 2, 0);
	trans[0][776]	= settr(775,2,777,2,0,"else", 0, 2, 0);
	trans[0][777]	= settr(776,0,787,312,312,"ok = 0", 0, 2, 0);
	T = trans[0][787] = settr(786,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(786,0,781,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(786,0,786,0,0,"IF", 0, 2, 0);
	trans[0][781]	= settr(780,0,785,313,313,"(ok)", 0, 2, 0);
	T = trans[ 0][785] = settr(784,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(784,0,784,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][784]	= settr(783,32,789,314,314,"D_STEP92", 1, 2, 0);
	trans[0][788]	= settr(787,0,789,1,0,".(goto)", 0, 2, 0); /* m: 789 -> 0,974 */
	reached0[789] = 1;
	trans[0][786]	= settr(785,0,789,2,0,"else", 0, 2, 0);
	trans[0][789]	= settr(788,0,974,315,315,"ok = 0", 0, 2, 0);
	trans[0][952]	= settr(951,0,974,1,0,".(goto)", 0, 2, 0);
	trans[0][793]	= settr(792,0,950,2,0,"else", 0, 2, 0);
	T = trans[ 0][950] = settr(949,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(949,0,801,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][801] = settr(800,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(800,0,800,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][800]	= settr(799,32,808,316,316,"D_STEP108", 1, 2, 0);
	T = trans[0][808] = settr(807,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(807,0,804,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(807,0,807,0,0,"IF", 0, 2, 0);
	T = trans[ 0][804] = settr(803,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(803,2,802,0,0,"ATOMIC", 1, 2, 0);
	trans[0][802]	= settr(801,0,948,317,317,"((state[i]==awake))", 1, 2, 0); /* m: 803 -> 948,0 */
	reached0[803] = 1;
	trans[0][803]	= settr(0,0,0,0,0,"state[i] = parked",0,0,0);
	trans[0][809]	= settr(808,0,948,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][807] = settr(806,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(806,2,805,0,0,"ATOMIC", 0, 2, 0);
	trans[0][805]	= settr(804,2,806,2,0,"else", 0, 2, 0);
	trans[0][806]	= settr(805,0,948,1,0,"(1)", 0, 2, 0);
	T = trans[0][948] = settr(947,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(947,0,810,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(947,0,947,0,0,"IF", 0, 2, 0);
	trans[0][810]	= settr(809,0,945,318,0,"((state[i]!=notified))", 1, 2, 0);
	T = trans[0][945] = settr(944,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(944,0,811,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(944,0,831,0,0,"IF", 0, 2, 0);
	trans[0][811]	= settr(810,0,830,319,0,"(((phase!=leaving)&&((queue[i]>0)||(injector>0))))", 1, 2, 0);
	T = trans[ 0][830] = settr(829,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(829,0,819,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][819] = settr(818,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(818,0,815,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(818,0,818,0,0,"IF", 0, 2, 0);
	T = trans[ 0][815] = settr(814,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(814,2,812,0,0,"ATOMIC", 1, 2, 0);
	trans[0][812]	= settr(811,0,827,320,320,"((state[i]==parked))", 1, 2, 0); /* m: 813 -> 827,0 */
	reached0[813] = 1;
	trans[0][813]	= settr(0,0,0,0,0,"state[i] = notified",0,0,0);
	trans[0][814]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][820]	= settr(819,0,827,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][818] = settr(817,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(817,2,816,0,0,"ATOMIC", 0, 2, 0);
	trans[0][816]	= settr(815,2,817,2,0,"else", 0, 2, 0);
	trans[0][817]	= settr(816,0,827,321,321,"ok = 0", 0, 2, 0);
	T = trans[0][827] = settr(826,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(826,0,821,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(826,0,826,0,0,"IF", 0, 2, 0);
	trans[0][821]	= settr(820,0,825,322,322,"(ok)", 0, 2, 0);
	T = trans[ 0][825] = settr(824,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(824,0,824,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][824]	= settr(823,32,829,323,323,"D_STEP92", 1, 2, 0);
	trans[0][828]	= settr(827,0,829,1,0,".(goto)", 0, 2, 0); /* m: 829 -> 0,974 */
	reached0[829] = 1;
	trans[0][826]	= settr(825,0,829,2,0,"else", 0, 2, 0);
	trans[0][829]	= settr(828,0,974,324,324,"ok = 0", 0, 2, 0);
	trans[0][946]	= settr(945,0,974,1,0,".(goto)", 0, 2, 0);
	trans[0][831]	= settr(830,0,944,2,0,"else", 0, 2, 0);
	T = trans[ 0][944] = settr(943,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(943,0,854,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][854] = settr(853,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(853,0,832,0,0,"sub-sequence", 0, 2, 0);
	trans[0][832]	= settr(831,0,840,325,325,"ok = 1", 0, 2, 0); /* m: 833 -> 0,840 */
	reached0[833] = 1;
	trans[0][833]	= settr(0,0,0,0,0,"n = 0",0,0,0);
	trans[0][841]	= settr(840,0,840,1,0,".(goto)", 0, 2, 0);
	T = trans[0][840] = settr(839,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(839,0,834,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(839,0,838,0,0,"DO", 0, 2, 0);
	trans[0][834]	= settr(833,0,835,326,326,"(((n<2)&&ok))", 0, 2, 0);
	trans[0][835]	= settr(834,0,836,327,327,"ok = (state[n]==parked)", 1, 2, 0);
	trans[0][836]	= settr(835,0,837,328,328,"ok = (ok&&!(busy[n]))", 1, 2, 0);
	trans[0][837]	= settr(836,0,840,329,329,"n = (n+1)", 0, 2, 0);
	trans[0][838]	= settr(837,0,843,2,0,"else", 0, 2, 0);
	trans[0][839]	= settr(838,0,843,1,0,"goto :b19", 0, 2, 0); /* m: 843 -> 0,847 */
	reached0[843] = 1;
	trans[0][842]	= settr(841,0,843,1,0,"break", 0, 2, 0);
	trans[0][843]	= settr(842,0,847,330,330,"n = 0", 0, 2, 0);
	T = trans[0][847] = settr(846,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(846,0,844,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(846,0,846,0,0,"IF", 0, 2, 0);
	trans[0][844]	= settr(843,0,845,331,331,"(ok)", 0, 2, 0);
	trans[0][845]	= settr(844,0,852,332,332,"ok = (outstanding==0)", 1, 2, 0);
	trans[0][848]	= settr(847,0,852,1,0,".(goto)", 0, 2, 0);
	trans[0][846]	= settr(845,0,852,2,0,"else", 0, 2, 0);
	T = trans[0][852] = settr(851,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(851,0,849,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(851,0,851,0,0,"IF", 0, 2, 0);
	trans[0][849]	= settr(848,0,850,333,333,"(ok)", 0, 2, 0);
	trans[0][850]	= settr(849,0,942,334,334,"ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))", 1, 2, 0);
	trans[0][853]	= settr(852,0,942,1,0,".(goto)", 0, 2, 0);
	trans[0][851]	= settr(850,0,942,2,0,"else", 0, 2, 0);
	T = trans[0][942] = settr(941,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(941,0,855,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(941,0,941,0,0,"IF", 0, 2, 0);
	trans[0][855]	= settr(854,0,860,335,335,"(ok)", 0, 2, 0); /* m: 856 -> 860,0 */
	reached0[856] = 1;
	trans[0][856]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	T = trans[ 0][860] = settr(859,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(859,0,859,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][859] = settr(858,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(858,2,857,0,0,"ATOMIC", 1, 2, 0);
	trans[0][857]	= settr(856,4,938,336,336,"(!(locked))", 1, 2, 0); /* m: 858 -> 938,0 */
	reached0[858] = 1;
	trans[0][858]	= settr(0,0,0,0,0,"locked = 1",0,0,0);
	T = trans[ 0][938] = settr(937,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(937,0,936,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][936] = settr(935,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(935,0,861,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(935,0,935,0,0,"IF", 0, 2, 0);
	trans[0][861]	= settr(860,0,884,337,0,"((phase==running))", 1, 2, 0);
	T = trans[ 0][884] = settr(883,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(883,0,862,0,0,"sub-sequence", 0, 2, 0);
	trans[0][862]	= settr(861,0,870,338,338,"ok = 1", 0, 2, 0); /* m: 863 -> 0,870 */
	reached0[863] = 1;
	trans[0][863]	= settr(0,0,0,0,0,"n = 0",0,0,0);
	trans[0][871]	= settr(870,0,870,1,0,".(goto)", 0, 2, 0);
	T = trans[0][870] = settr(869,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(869,0,864,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(869,0,868,0,0,"DO", 0, 2, 0);
	trans[0][864]	= settr(863,0,865,339,339,"(((n<2)&&ok))", 0, 2, 0);
	trans[0][865]	= settr(864,0,866,340,340,"ok = (state[n]==parked)", 1, 2, 0);
	trans[0][866]	= settr(865,0,867,341,341,"ok = (ok&&!(busy[n]))", 1, 2, 0);
	trans[0][867]	= settr(866,0,870,342,342,"n = (n+1)", 0, 2, 0);
	trans[0][868]	= settr(867,0,873,2,0,"else", 0, 2, 0);
	trans[0][869]	= settr(868,0,873,1,0,"goto :b20", 0, 2, 0); /* m: 873 -> 0,877 */
	reached0[873] = 1;
	trans[0][872]	= settr(871,0,873,1,0,"break", 0, 2, 0);
	trans[0][873]	= settr(872,0,877,343,343,"n = 0", 0, 2, 0);
	T = trans[0][877] = settr(876,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(876,0,874,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(876,0,876,0,0,"IF", 0, 2, 0);
	trans[0][874]	= settr(873,0,875,344,344,"(ok)", 0, 2, 0);
	trans[0][875]	= settr(874,0,882,345,345,"ok = (outstanding==0)", 1, 2, 0);
	trans[0][878]	= settr(877,0,882,1,0,".(goto)", 0, 2, 0);
	trans[0][876]	= settr(875,0,882,2,0,"else", 0, 2, 0);
	T = trans[0][882] = settr(881,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(881,0,879,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(881,0,881,0,0,"IF", 0, 2, 0);
	trans[0][879]	= settr(878,0,880,346,346,"(ok)", 0, 2, 0);
	trans[0][880]	= settr(879,0,932,347,347,"ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))", 1, 2, 0);
	trans[0][883]	= settr(882,0,932,1,0,".(goto)", 0, 2, 0);
	trans[0][881]	= settr(880,0,932,2,0,"else", 0, 2, 0);
	T = trans[0][932] = settr(931,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(931,0,885,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(931,0,931,0,0,"IF", 0, 2, 0);
	trans[0][885]	= settr(884,0,886,348,348,"(ok)", 0, 2, 0);
	trans[0][886]	= settr(885,0,909,349,349,"phase = asking", 1, 2, 0);
	T = trans[ 0][909] = settr(908,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(908,0,887,0,0,"sub-sequence", 0, 2, 0);
	trans[0][887]	= settr(886,0,895,350,350,"ok = 1", 0, 2, 0); /* m: 888 -> 0,895 */
	reached0[888] = 1;
	trans[0][888]	= settr(0,0,0,0,0,"n = 0",0,0,0);
	trans[0][896]	= settr(895,0,895,1,0,".(goto)", 0, 2, 0);
	T = trans[0][895] = settr(894,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(894,0,889,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(894,0,893,0,0,"DO", 0, 2, 0);
	trans[0][889]	= settr(888,0,890,351,351,"(((n<2)&&ok))", 0, 2, 0);
	trans[0][890]	= settr(889,0,891,352,352,"ok = (state[n]==parked)", 1, 2, 0);
	trans[0][891]	= settr(890,0,892,353,353,"ok = (ok&&!(busy[n]))", 1, 2, 0);
	trans[0][892]	= settr(891,0,895,354,354,"n = (n+1)", 0, 2, 0);
	trans[0][893]	= settr(892,0,898,2,0,"else", 0, 2, 0);
	trans[0][894]	= settr(893,0,898,1,0,"goto :b21", 0, 2, 0); /* m: 898 -> 0,902 */
	reached0[898] = 1;
	trans[0][897]	= settr(896,0,898,1,0,"break", 0, 2, 0);
	trans[0][898]	= settr(897,0,902,355,355,"n = 0", 0, 2, 0);
	T = trans[0][902] = settr(901,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(901,0,899,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(901,0,901,0,0,"IF", 0, 2, 0);
	trans[0][899]	= settr(898,0,900,356,356,"(ok)", 0, 2, 0);
	trans[0][900]	= settr(899,0,907,357,357,"ok = (outstanding==0)", 1, 2, 0);
	trans[0][903]	= settr(902,0,907,1,0,".(goto)", 0, 2, 0);
	trans[0][901]	= settr(900,0,907,2,0,"else", 0, 2, 0);
	T = trans[0][907] = settr(906,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(906,0,904,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(906,0,906,0,0,"IF", 0, 2, 0);
	trans[0][904]	= settr(903,0,905,358,358,"(ok)", 0, 2, 0);
	trans[0][905]	= settr(904,0,929,359,359,"ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))", 1, 2, 0);
	trans[0][908]	= settr(907,0,929,1,0,".(goto)", 0, 2, 0);
	trans[0][906]	= settr(905,0,929,2,0,"else", 0, 2, 0);
	T = trans[0][929] = settr(928,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(928,0,910,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(928,0,927,0,0,"IF", 0, 2, 0);
	trans[0][910]	= settr(909,0,926,360,360,"(ok)", 0, 2, 0);
/*->*/	trans[0][926]	= settr(925,32,934,361,361,"D_STEP224", 1, 2, 0);
	trans[0][930]	= settr(929,0,934,1,0,".(goto)", 0, 2, 0); /* m: 934 -> 0,940 */
	reached0[934] = 1;
	trans[0][927]	= settr(926,0,928,2,0,"else", 0, 2, 0);
	trans[0][928]	= settr(927,0,934,362,362,"phase = running", 1, 2, 0);
	trans[0][933]	= settr(932,0,934,1,0,".(goto)", 0, 2, 0); /* m: 934 -> 0,940 */
	reached0[934] = 1;
	trans[0][931]	= settr(930,0,934,2,0,"else", 0, 2, 0);
	trans[0][934]	= settr(933,0,940,363,363,"ok = 0", 0, 2, 0);
	trans[0][937]	= settr(936,0,940,1,0,".(goto)", 0, 2, 0);
	trans[0][935]	= settr(934,0,940,2,0,"else", 0, 2, 0);
	T = trans[ 0][940] = settr(939,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(939,0,939,0,0,"sub-sequence", 0, 2, 0);
	trans[0][939]	= settr(938,0,974,364,364,"locked = 0", 1, 2, 0);
	trans[0][943]	= settr(942,0,974,1,0,".(goto)", 0, 2, 0);
	trans[0][941]	= settr(940,0,974,2,0,"else", 0, 2, 0);
	trans[0][949]	= settr(948,0,974,1,0,".(goto)", 0, 2, 0);
	trans[0][947]	= settr(946,0,974,2,0,"else", 0, 2, 0);
	T = trans[0][974] = settr(973,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(973,0,953,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(973,0,973,0,0,"IF", 0, 2, 0);
	trans[0][953]	= settr(952,0,972,365,0,"(((j!=i)&&(queue[j]>0)))", 1, 2, 0);
	T = trans[ 0][972] = settr(971,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(971,0,954,0,0,"sub-sequence", 0, 2, 0);
	trans[0][954]	= settr(953,0,962,366,366,"ok = 0", 0, 2, 0);
	T = trans[0][962] = settr(961,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(961,0,958,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(961,0,961,0,0,"IF", 0, 2, 0);
	T = trans[ 0][958] = settr(957,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(957,2,955,0,0,"ATOMIC", 1, 2, 0);
	trans[0][955]	= settr(954,0,970,367,367,"((state[j]==parked))", 1, 2, 0); /* m: 956 -> 970,0 */
	reached0[956] = 1;
	trans[0][956]	= settr(0,0,0,0,0,"state[j] = notified",0,0,0);
	trans[0][957]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][963]	= settr(962,0,970,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][961] = settr(960,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(960,2,959,0,0,"ATOMIC", 0, 2, 0);
	trans[0][959]	= settr(958,2,960,2,0,"else", 0, 2, 0);
	trans[0][960]	= settr(959,0,970,1,0,"(1)", 0, 2, 0);
	T = trans[0][970] = settr(969,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(969,0,964,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(969,0,969,0,0,"IF", 0, 2, 0);
	trans[0][964]	= settr(963,0,968,368,368,"(ok)", 0, 2, 0);
	T = trans[ 0][968] = settr(967,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(967,0,967,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][967]	= settr(966,32,976,369,369,"D_STEP92", 1, 2, 0);
	trans[0][971]	= settr(970,0,976,1,0,".(goto)", 0, 2, 0); /* m: 976 -> 0,985 */
	reached0[976] = 1;
	trans[0][969]	= settr(968,0,976,2,0,"else", 0, 2, 0);
	trans[0][975]	= settr(974,0,976,1,0,".(goto)", 0, 2, 0); /* m: 976 -> 0,985 */
	reached0[976] = 1;
	trans[0][973]	= settr(972,0,976,2,0,"else", 0, 2, 0);
	trans[0][976]	= settr(975,0,985,370,370,"ok = 0", 0, 2, 0);
	T = trans[ 0][985] = settr(984,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(984,0,984,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][984]	= settr(983,32,1704,371,371,"D_STEP289", 1, 2, 0);
	T = trans[ 0][989] = settr(988,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(988,2,986,0,0,"ATOMIC", 1, 2, 0);
	trans[0][986]	= settr(985,4,1054,372,372,"((!(stopped[home])&&(io[home]>0)))", 1, 2, 0); /* m: 987 -> 1054,0 */
	reached0[987] = 1;
	trans[0][987]	= settr(0,0,0,0,0,"io[home] = (io[home]-1)",0,0,0);
	trans[0][988]	= settr(0,0,0,0,0,"executing[home] = (executing[home]+1)",0,0,0);
	T = trans[ 0][1054] = settr(1053,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1053,0,990,0,0,"sub-sequence", 0, 2, 0);
	trans[0][990]	= settr(989,0,1053,373,373,"busy[i] = 1", 1, 2, 0);
	T = trans[ 0][1053] = settr(1052,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1052,0,1051,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][1051] = settr(1050,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1050,0,991,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1050,0,1050,0,0,"IF", 0, 2, 0);
	trans[0][991]	= settr(990,0,1049,374,0,"((phase!=running))", 1, 2, 0);
	T = trans[ 0][1049] = settr(1048,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1048,0,995,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][995] = settr(994,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(994,0,994,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][994] = settr(993,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(993,2,992,0,0,"ATOMIC", 1, 2, 0);
	trans[0][992]	= settr(991,4,1046,375,375,"(!(locked))", 1, 2, 0); /* m: 993 -> 1046,0 */
	reached0[993] = 1;
	trans[0][993]	= settr(0,0,0,0,0,"locked = 1",0,0,0);
	T = trans[ 0][1046] = settr(1045,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1045,0,1044,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][1044] = settr(1043,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1043,0,996,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1043,0,1043,0,0,"IF", 0, 2, 0);
	trans[0][996]	= settr(995,0,1012,376,0,"((phase==asking))", 1, 2, 0);
/*->*/	trans[0][1012]	= settr(1011,32,1013,377,377,"D_STEP175", 1, 2, 0);
	trans[0][1013]	= settr(1012,0,1014,378,378,"phase = running", 1, 2, 0);
	trans[0][1014]	= settr(1013,0,1038,379,379,"n = 0", 0, 2, 0);
	trans[0][1039]	= settr(1038,0,1038,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1038] = settr(1037,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1037,0,1015,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1037,0,1036,0,0,"DO", 0, 2, 0);
	trans[0][1015]	= settr(1014,0,1034,380,0,"((n<2))", 0, 2, 0);
	T = trans[ 0][1034] = settr(1033,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1033,0,1016,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1016]	= settr(1015,0,1024,381,381,"ok = 0", 0, 2, 0);
	T = trans[0][1024] = settr(1023,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1023,0,1020,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1023,0,1023,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1020] = settr(1019,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1019,2,1017,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1017]	= settr(1016,0,1032,382,382,"((state[n]==parked))", 1, 2, 0); /* m: 1018 -> 1032,0 */
	reached0[1018] = 1;
	trans[0][1018]	= settr(0,0,0,0,0,"state[n] = notified",0,0,0);
	trans[0][1019]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1025]	= settr(1024,0,1032,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1023] = settr(1022,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1022,2,1021,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1021]	= settr(1020,2,1022,2,0,"else", 0, 2, 0);
	trans[0][1022]	= settr(1021,0,1032,1,0,"(1)", 0, 2, 0);
	T = trans[0][1032] = settr(1031,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1031,0,1026,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1031,0,1031,0,0,"IF", 0, 2, 0);
	trans[0][1026]	= settr(1025,0,1030,383,383,"(ok)", 0, 2, 0);
	T = trans[ 0][1030] = settr(1029,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1029,0,1029,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1029]	= settr(1028,32,1035,384,384,"D_STEP92", 1, 2, 0);
	trans[0][1033]	= settr(1032,0,1035,1,0,".(goto)", 0, 2, 0); /* m: 1035 -> 0,1038 */
	reached0[1035] = 1;
	trans[0][1031]	= settr(1030,0,1035,2,0,"else", 0, 2, 0);
	trans[0][1035]	= settr(1034,0,1038,385,385,"n = (n+1)", 0, 2, 0);
	trans[0][1036]	= settr(1035,0,1041,2,0,"else", 0, 2, 0);
	trans[0][1037]	= settr(1036,0,1041,1,0,"goto :b24", 0, 2, 0); /* m: 1041 -> 0,1048 */
	reached0[1041] = 1;
	trans[0][1040]	= settr(1039,0,1041,1,0,"break", 0, 2, 0);
	trans[0][1041]	= settr(1040,0,1048,386,386,"n = 0", 0, 2, 0); /* m: 1042 -> 0,1048 */
	reached0[1042] = 1;
	trans[0][1042]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[0][1045]	= settr(1044,0,1048,1,0,".(goto)", 0, 2, 0);
	trans[0][1043]	= settr(1042,0,1048,2,0,"else", 0, 2, 0);
	T = trans[ 0][1048] = settr(1047,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1047,0,1047,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1047]	= settr(1046,0,1362,387,387,"locked = 0", 1, 2, 0);
	trans[0][1052]	= settr(1051,0,1362,1,0,".(goto)", 0, 2, 0);
	trans[0][1050]	= settr(1049,0,1362,2,0,"else", 0, 2, 0);
	T = trans[ 0][1362] = settr(1361,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1361,0,1360,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][1360] = settr(1359,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1359,0,1055,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1359,0,1058,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1359,0,1192,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1359,0,1353,0,0,"IF", 0, 2, 0);
	trans[0][1055]	= settr(1054,0,1363,1,0,"(1)", 0, 2, 0);
	trans[0][1361]	= settr(1360,0,1363,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1058] = settr(1057,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1057,2,1056,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1056]	= settr(1055,4,1189,388,388,"((pushes>0))", 1, 2, 0); /* m: 1057 -> 1189,0 */
	reached0[1057] = 1;
	trans[0][1057]	= settr(0,0,0,0,0,"pushes = (pushes-1)",0,0,0);
	T = trans[ 0][1189] = settr(1188,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1188,0,1059,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1059]	= settr(1058,0,1168,389,389,"queue[i] = (queue[i]+1)", 1, 2, 0);
	T = trans[0][1168] = settr(1167,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1167,0,1060,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1167,0,1167,0,0,"IF", 0, 2, 0);
	trans[0][1060]	= settr(1059,0,1166,390,0,"((queue[i]==2))", 1, 2, 0);
	T = trans[ 0][1166] = settr(1165,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1165,0,1160,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1161]	= settr(1160,0,1160,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1160] = settr(1159,0,0,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1159,0,1061,0,0,"DO", 0, 2, 0);
	trans[0][1061]	= settr(1060,0,1065,391,391,"seen = searcher", 1, 2, 0);
	T = trans[0][1065] = settr(1064,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1064,0,1062,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1064,0,1064,0,0,"IF", 0, 2, 0);
	trans[0][1062]	= settr(1061,0,1163,392,392,"(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))", 1, 2, 0);
	trans[0][1063]	= settr(1062,0,1163,1,0,"goto :b25", 0, 2, 0); /* m: 1163 -> 0,1188 */
	reached0[1163] = 1;
	trans[0][1066]	= settr(1065,0,1067,1,0,".(goto)", 0, 2, 0); /* m: 1067 -> 0,1072 */
	reached0[1067] = 1;
	trans[0][1064]	= settr(1063,0,1067,2,0,"else", 0, 2, 0);
	trans[0][1067]	= settr(1066,0,1072,393,393,"k = 0", 0, 2, 0);
	trans[0][1073]	= settr(1072,0,1072,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1072] = settr(1071,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1071,0,1068,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1071,0,1070,0,0,"DO", 0, 2, 0);
	trans[0][1068]	= settr(1067,0,1069,394,0,"(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))", 1, 2, 0);
	trans[0][1069]	= settr(1068,0,1072,395,395,"k = (k+1)", 0, 2, 0);
	trans[0][1070]	= settr(1069,0,1113,2,0,"else", 0, 2, 0);
	trans[0][1071]	= settr(1070,0,1113,1,0,"goto :b26", 0, 2, 0);
	trans[0][1074]	= settr(1073,0,1113,1,0,"break", 0, 2, 0);
	T = trans[0][1113] = settr(1112,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1112,0,1075,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1112,0,1112,0,0,"IF", 0, 2, 0);
	trans[0][1075]	= settr(1074,0,1109,396,396,"((k==2))", 0, 2, 0);
	T = trans[0][1109] = settr(1108,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1108,0,1076,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1108,0,1108,0,0,"IF", 0, 2, 0);
	trans[0][1076]	= settr(1075,0,1077,397,0,"((injector>0))", 1, 2, 0);
	trans[0][1077]	= settr(1076,0,1082,398,398,"k = 0", 0, 2, 0);
	trans[0][1083]	= settr(1082,0,1082,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1082] = settr(1081,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1081,0,1078,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1081,0,1080,0,0,"DO", 0, 2, 0);
	trans[0][1078]	= settr(1077,0,1079,399,0,"(((k<2)&&(state[k]!=parked)))", 1, 2, 0);
	trans[0][1079]	= settr(1078,0,1082,400,400,"k = (k+1)", 0, 2, 0);
	trans[0][1080]	= settr(1079,0,1106,2,0,"else", 0, 2, 0);
	trans[0][1081]	= settr(1080,0,1106,1,0,"goto :b27", 0, 2, 0);
	trans[0][1084]	= settr(1083,0,1106,1,0,"break", 0, 2, 0);
	T = trans[0][1106] = settr(1105,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1105,0,1085,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1105,0,1105,0,0,"IF", 0, 2, 0);
	trans[0][1085]	= settr(1084,0,1104,401,0,"((k<2))", 0, 2, 0);
	T = trans[ 0][1104] = settr(1103,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1103,0,1086,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1086]	= settr(1085,0,1094,402,402,"ok = 0", 0, 2, 0);
	T = trans[0][1094] = settr(1093,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1093,0,1090,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1093,0,1093,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1090] = settr(1089,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1089,2,1087,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1087]	= settr(1086,0,1102,403,403,"((state[k]==parked))", 1, 2, 0); /* m: 1088 -> 1102,0 */
	reached0[1088] = 1;
	trans[0][1088]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[0][1089]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1095]	= settr(1094,0,1102,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1093] = settr(1092,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1092,2,1091,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1091]	= settr(1090,2,1092,2,0,"else", 0, 2, 0);
	trans[0][1092]	= settr(1091,0,1102,1,0,"(1)", 0, 2, 0);
	T = trans[0][1102] = settr(1101,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1101,0,1096,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1101,0,1101,0,0,"IF", 0, 2, 0);
	trans[0][1096]	= settr(1095,0,1100,404,404,"(ok)", 0, 2, 0);
	T = trans[ 0][1100] = settr(1099,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1099,0,1099,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1099]	= settr(1098,32,1163,405,405,"D_STEP92", 1, 2, 0);
	trans[0][1103]	= settr(1102,0,1163,1,0,".(goto)", 0, 2, 0); /* m: 1163 -> 0,1188 */
	reached0[1163] = 1;
	trans[0][1101]	= settr(1100,0,1163,2,0,"else", 0, 2, 0);
	trans[0][1107]	= settr(1106,0,1163,1,0,".(goto)", 0, 2, 0); /* m: 1163 -> 0,1188 */
	reached0[1163] = 1;
	trans[0][1105]	= settr(1104,0,1163,2,0,"else", 0, 2, 0);
	trans[0][1110]	= settr(1109,0,1163,1,0,".(goto)", 0, 2, 0); /* m: 1163 -> 0,1188 */
	reached0[1163] = 1;
	trans[0][1108]	= settr(1107,0,1163,2,0,"else", 0, 2, 0);
	trans[0][1111]	= settr(1110,0,1163,1,0,"goto :b25", 0, 2, 0); /* m: 1163 -> 0,1188 */
	reached0[1163] = 1;
	trans[0][1114]	= settr(1113,0,1122,1,0,".(goto)", 0, 2, 0);
	trans[0][1112]	= settr(1111,0,1122,2,0,"else", 0, 2, 0);
	T = trans[0][1122] = settr(1121,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1121,0,1118,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1121,0,1121,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1118] = settr(1117,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1117,2,1115,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1115]	= settr(1114,0,1158,406,406,"((searcher==seen))", 1, 2, 0); /* m: 1116 -> 1158,0 */
	reached0[1116] = 1;
	trans[0][1116]	= settr(0,0,0,0,0,"searcher = k",0,0,0);
	trans[0][1117]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1123]	= settr(1122,0,1158,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1121] = settr(1120,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1120,2,1119,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1119]	= settr(1118,0,1158,407,407,"((searcher!=seen))", 1, 2, 0); /* m: 1120 -> 1158,0 */
	reached0[1120] = 1;
	trans[0][1120]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	T = trans[0][1158] = settr(1157,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1157,0,1124,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1157,0,1157,0,0,"IF", 0, 2, 0);
	trans[0][1124]	= settr(1123,0,1143,408,408,"(ok)", 0, 2, 0);
	T = trans[ 0][1143] = settr(1142,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1142,0,1125,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1125]	= settr(1124,0,1133,409,409,"ok = 0", 0, 2, 0);
	T = trans[0][1133] = settr(1132,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1132,0,1129,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1132,0,1132,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1129] = settr(1128,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1128,2,1126,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1126]	= settr(1125,0,1141,410,410,"((state[k]==parked))", 1, 2, 0); /* m: 1127 -> 1141,0 */
	reached0[1127] = 1;
	trans[0][1127]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[0][1128]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1134]	= settr(1133,0,1141,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1132] = settr(1131,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1131,2,1130,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1130]	= settr(1129,2,1131,2,0,"else", 0, 2, 0);
	trans[0][1131]	= settr(1130,0,1141,1,0,"(1)", 0, 2, 0);
	T = trans[0][1141] = settr(1140,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1140,0,1135,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1140,0,1140,0,0,"IF", 0, 2, 0);
	trans[0][1135]	= settr(1134,0,1139,411,0,"(ok)", 0, 2, 0);
	T = trans[ 0][1139] = settr(1138,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1138,0,1138,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1138]	= settr(1137,32,1155,412,412,"D_STEP92", 1, 2, 0);
	trans[0][1142]	= settr(1141,0,1155,1,0,".(goto)", 0, 2, 0);
	trans[0][1140]	= settr(1139,0,1155,2,0,"else", 0, 2, 0);
	T = trans[0][1155] = settr(1154,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1154,0,1144,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1154,0,1146,0,0,"IF", 0, 2, 0);
	trans[0][1144]	= settr(1143,0,1188,413,413,"(ok)", 0, 2, 0); /* m: 1163 -> 1188,0 */
	reached0[1163] = 1;
	trans[0][1145]	= settr(1144,0,1163,1,0,"goto :b25", 0, 2, 0); /* m: 1163 -> 0,1188 */
	reached0[1163] = 1;
	trans[0][1156]	= settr(1155,0,1160,1,0,".(goto)", 0, 2, 0);
	trans[0][1146]	= settr(1145,0,1154,2,0,"else", 0, 2, 0);
	T = trans[ 0][1154] = settr(1153,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1153,0,1153,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1153]	= settr(1152,32,1160,414,414,"D_STEP108", 1, 2, 0);
	trans[0][1159]	= settr(1158,0,1160,1,0,".(goto)", 0, 2, 0);
	trans[0][1157]	= settr(1156,0,1160,2,0,"else", 0, 2, 0);
	trans[0][1162]	= settr(1161,0,1163,1,0,"break", 0, 2, 0);
	trans[0][1163]	= settr(1162,0,1188,415,415,"k = 0", 0, 2, 0); /* m: 1164 -> 0,1188 */
	reached0[1164] = 1;
	trans[0][1164]	= settr(0,0,0,0,0,"seen = 0",0,0,0);
	trans[0][1165]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[0][1169]	= settr(1168,0,1188,1,0,".(goto)", 0, 2, 0);
	trans[0][1167]	= settr(1166,0,1188,2,0,"else", 0, 2, 0);
	T = trans[ 0][1188] = settr(1187,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1187,0,1177,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][1177] = settr(1176,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1176,0,1173,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1176,0,1176,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1173] = settr(1172,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1172,2,1170,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1170]	= settr(1169,0,1185,416,416,"((state[i]==parked))", 1, 2, 0); /* m: 1171 -> 1185,0 */
	reached0[1171] = 1;
	trans[0][1171]	= settr(0,0,0,0,0,"state[i] = notified",0,0,0);
	trans[0][1172]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1178]	= settr(1177,0,1185,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1176] = settr(1175,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1175,2,1174,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1174]	= settr(1173,2,1175,2,0,"else", 0, 2, 0);
	trans[0][1175]	= settr(1174,0,1185,417,417,"ok = 0", 0, 2, 0);
	T = trans[0][1185] = settr(1184,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1184,0,1179,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1184,0,1184,0,0,"IF", 0, 2, 0);
	trans[0][1179]	= settr(1178,0,1183,418,418,"(ok)", 0, 2, 0);
	T = trans[ 0][1183] = settr(1182,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1182,0,1182,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1182]	= settr(1181,32,1187,419,419,"D_STEP92", 1, 2, 0);
	trans[0][1186]	= settr(1185,0,1187,1,0,".(goto)", 0, 2, 0); /* m: 1187 -> 0,1363 */
	reached0[1187] = 1;
	trans[0][1184]	= settr(1183,0,1187,2,0,"else", 0, 2, 0);
	trans[0][1187]	= settr(1186,0,1363,420,420,"ok = 0", 0, 2, 0);
	T = trans[ 0][1192] = settr(1191,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1191,2,1190,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1190]	= settr(1189,4,1323,421,421,"((pushes>0))", 1, 2, 0); /* m: 1191 -> 1323,0 */
	reached0[1191] = 1;
	trans[0][1191]	= settr(0,0,0,0,0,"pushes = (pushes-1)",0,0,0);
	T = trans[ 0][1323] = settr(1322,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1322,0,1193,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1193]	= settr(1192,0,1302,422,422,"queue[i] = (queue[i]+1)", 1, 2, 0);
	T = trans[0][1302] = settr(1301,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1301,0,1194,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1301,0,1301,0,0,"IF", 0, 2, 0);
	trans[0][1194]	= settr(1193,0,1300,423,0,"((queue[i]==2))", 1, 2, 0);
	T = trans[ 0][1300] = settr(1299,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1299,0,1294,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1295]	= settr(1294,0,1294,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1294] = settr(1293,0,0,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1293,0,1195,0,0,"DO", 0, 2, 0);
	trans[0][1195]	= settr(1194,0,1199,424,424,"seen = searcher", 1, 2, 0);
	T = trans[0][1199] = settr(1198,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1198,0,1196,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1198,0,1198,0,0,"IF", 0, 2, 0);
	trans[0][1196]	= settr(1195,0,1297,425,425,"(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))", 1, 2, 0);
	trans[0][1197]	= settr(1196,0,1297,1,0,"goto :b28", 0, 2, 0); /* m: 1297 -> 0,1322 */
	reached0[1297] = 1;
	trans[0][1200]	= settr(1199,0,1201,1,0,".(goto)", 0, 2, 0); /* m: 1201 -> 0,1206 */
	reached0[1201] = 1;
	trans[0][1198]	= settr(1197,0,1201,2,0,"else", 0, 2, 0);
	trans[0][1201]	= settr(1200,0,1206,426,426,"k = 0", 0, 2, 0);
	trans[0][1207]	= settr(1206,0,1206,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1206] = settr(1205,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1205,0,1202,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1205,0,1204,0,0,"DO", 0, 2, 0);
	trans[0][1202]	= settr(1201,0,1203,427,0,"(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))", 1, 2, 0);
	trans[0][1203]	= settr(1202,0,1206,428,428,"k = (k+1)", 0, 2, 0);
	trans[0][1204]	= settr(1203,0,1247,2,0,"else", 0, 2, 0);
	trans[0][1205]	= settr(1204,0,1247,1,0,"goto :b29", 0, 2, 0);
	trans[0][1208]	= settr(1207,0,1247,1,0,"break", 0, 2, 0);
	T = trans[0][1247] = settr(1246,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1246,0,1209,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1246,0,1246,0,0,"IF", 0, 2, 0);
	trans[0][1209]	= settr(1208,0,1243,429,429,"((k==2))", 0, 2, 0);
	T = trans[0][1243] = settr(1242,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1242,0,1210,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1242,0,1242,0,0,"IF", 0, 2, 0);
	trans[0][1210]	= settr(1209,0,1211,430,0,"((injector>0))", 1, 2, 0);
	trans[0][1211]	= settr(1210,0,1216,431,431,"k = 0", 0, 2, 0);
	trans[0][1217]	= settr(1216,0,1216,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1216] = settr(1215,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1215,0,1212,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1215,0,1214,0,0,"DO", 0, 2, 0);
	trans[0][1212]	= settr(1211,0,1213,432,0,"(((k<2)&&(state[k]!=parked)))", 1, 2, 0);
	trans[0][1213]	= settr(1212,0,1216,433,433,"k = (k+1)", 0, 2, 0);
	trans[0][1214]	= settr(1213,0,1240,2,0,"else", 0, 2, 0);
	trans[0][1215]	= settr(1214,0,1240,1,0,"goto :b30", 0, 2, 0);
	trans[0][1218]	= settr(1217,0,1240,1,0,"break", 0, 2, 0);
	T = trans[0][1240] = settr(1239,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1239,0,1219,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1239,0,1239,0,0,"IF", 0, 2, 0);
	trans[0][1219]	= settr(1218,0,1238,434,0,"((k<2))", 0, 2, 0);
	T = trans[ 0][1238] = settr(1237,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1237,0,1220,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1220]	= settr(1219,0,1228,435,435,"ok = 0", 0, 2, 0);
	T = trans[0][1228] = settr(1227,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1227,0,1224,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1227,0,1227,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1224] = settr(1223,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1223,2,1221,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1221]	= settr(1220,0,1236,436,436,"((state[k]==parked))", 1, 2, 0); /* m: 1222 -> 1236,0 */
	reached0[1222] = 1;
	trans[0][1222]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[0][1223]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1229]	= settr(1228,0,1236,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1227] = settr(1226,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1226,2,1225,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1225]	= settr(1224,2,1226,2,0,"else", 0, 2, 0);
	trans[0][1226]	= settr(1225,0,1236,1,0,"(1)", 0, 2, 0);
	T = trans[0][1236] = settr(1235,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1235,0,1230,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1235,0,1235,0,0,"IF", 0, 2, 0);
	trans[0][1230]	= settr(1229,0,1234,437,437,"(ok)", 0, 2, 0);
	T = trans[ 0][1234] = settr(1233,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1233,0,1233,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1233]	= settr(1232,32,1297,438,438,"D_STEP92", 1, 2, 0);
	trans[0][1237]	= settr(1236,0,1297,1,0,".(goto)", 0, 2, 0); /* m: 1297 -> 0,1322 */
	reached0[1297] = 1;
	trans[0][1235]	= settr(1234,0,1297,2,0,"else", 0, 2, 0);
	trans[0][1241]	= settr(1240,0,1297,1,0,".(goto)", 0, 2, 0); /* m: 1297 -> 0,1322 */
	reached0[1297] = 1;
	trans[0][1239]	= settr(1238,0,1297,2,0,"else", 0, 2, 0);
	trans[0][1244]	= settr(1243,0,1297,1,0,".(goto)", 0, 2, 0); /* m: 1297 -> 0,1322 */
	reached0[1297] = 1;
	trans[0][1242]	= settr(1241,0,1297,2,0,"else", 0, 2, 0);
	trans[0][1245]	= settr(1244,0,1297,1,0,"goto :b28", 0, 2, 0); /* m: 1297 -> 0,1322 */
	reached0[1297] = 1;
	trans[0][1248]	= settr(1247,0,1256,1,0,".(goto)", 0, 2, 0);
	trans[0][1246]	= settr(1245,0,1256,2,0,"else", 0, 2, 0);
	T = trans[0][1256] = settr(1255,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1255,0,1252,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1255,0,1255,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1252] = settr(1251,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1251,2,1249,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1249]	= settr(1248,0,1292,439,439,"((searcher==seen))", 1, 2, 0); /* m: 1250 -> 1292,0 */
	reached0[1250] = 1;
	trans[0][1250]	= settr(0,0,0,0,0,"searcher = k",0,0,0);
	trans[0][1251]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1257]	= settr(1256,0,1292,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1255] = settr(1254,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1254,2,1253,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1253]	= settr(1252,0,1292,440,440,"((searcher!=seen))", 1, 2, 0); /* m: 1254 -> 1292,0 */
	reached0[1254] = 1;
	trans[0][1254]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	T = trans[0][1292] = settr(1291,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1291,0,1258,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1291,0,1291,0,0,"IF", 0, 2, 0);
	trans[0][1258]	= settr(1257,0,1277,441,441,"(ok)", 0, 2, 0);
	T = trans[ 0][1277] = settr(1276,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1276,0,1259,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1259]	= settr(1258,0,1267,442,442,"ok = 0", 0, 2, 0);
	T = trans[0][1267] = settr(1266,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1266,0,1263,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1266,0,1266,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1263] = settr(1262,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1262,2,1260,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1260]	= settr(1259,0,1275,443,443,"((state[k]==parked))", 1, 2, 0); /* m: 1261 -> 1275,0 */
	reached0[1261] = 1;
	trans[0][1261]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[0][1262]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1268]	= settr(1267,0,1275,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1266] = settr(1265,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1265,2,1264,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1264]	= settr(1263,2,1265,2,0,"else", 0, 2, 0);
	trans[0][1265]	= settr(1264,0,1275,1,0,"(1)", 0, 2, 0);
	T = trans[0][1275] = settr(1274,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1274,0,1269,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1274,0,1274,0,0,"IF", 0, 2, 0);
	trans[0][1269]	= settr(1268,0,1273,444,0,"(ok)", 0, 2, 0);
	T = trans[ 0][1273] = settr(1272,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1272,0,1272,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1272]	= settr(1271,32,1289,445,445,"D_STEP92", 1, 2, 0);
	trans[0][1276]	= settr(1275,0,1289,1,0,".(goto)", 0, 2, 0);
	trans[0][1274]	= settr(1273,0,1289,2,0,"else", 0, 2, 0);
	T = trans[0][1289] = settr(1288,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1288,0,1278,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1288,0,1280,0,0,"IF", 0, 2, 0);
	trans[0][1278]	= settr(1277,0,1322,446,446,"(ok)", 0, 2, 0); /* m: 1297 -> 1322,0 */
	reached0[1297] = 1;
	trans[0][1279]	= settr(1278,0,1297,1,0,"goto :b28", 0, 2, 0); /* m: 1297 -> 0,1322 */
	reached0[1297] = 1;
	trans[0][1290]	= settr(1289,0,1294,1,0,".(goto)", 0, 2, 0);
	trans[0][1280]	= settr(1279,0,1288,2,0,"else", 0, 2, 0);
	T = trans[ 0][1288] = settr(1287,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1287,0,1287,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1287]	= settr(1286,32,1294,447,447,"D_STEP108", 1, 2, 0);
	trans[0][1293]	= settr(1292,0,1294,1,0,".(goto)", 0, 2, 0);
	trans[0][1291]	= settr(1290,0,1294,2,0,"else", 0, 2, 0);
	trans[0][1296]	= settr(1295,0,1297,1,0,"break", 0, 2, 0);
	trans[0][1297]	= settr(1296,0,1322,448,448,"k = 0", 0, 2, 0); /* m: 1298 -> 0,1322 */
	reached0[1298] = 1;
	trans[0][1298]	= settr(0,0,0,0,0,"seen = 0",0,0,0);
	trans[0][1299]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[0][1303]	= settr(1302,0,1322,1,0,".(goto)", 0, 2, 0);
	trans[0][1301]	= settr(1300,0,1322,2,0,"else", 0, 2, 0);
	T = trans[ 0][1322] = settr(1321,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1321,0,1311,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][1311] = settr(1310,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1310,0,1307,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1310,0,1310,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1307] = settr(1306,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1306,2,1304,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1304]	= settr(1303,0,1319,449,449,"((state[i]==parked))", 1, 2, 0); /* m: 1305 -> 1319,0 */
	reached0[1305] = 1;
	trans[0][1305]	= settr(0,0,0,0,0,"state[i] = notified",0,0,0);
	trans[0][1306]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1312]	= settr(1311,0,1319,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1310] = settr(1309,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1309,2,1308,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1308]	= settr(1307,2,1309,2,0,"else", 0, 2, 0);
	trans[0][1309]	= settr(1308,0,1319,450,450,"ok = 0", 0, 2, 0);
	T = trans[0][1319] = settr(1318,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1318,0,1313,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1318,0,1318,0,0,"IF", 0, 2, 0);
	trans[0][1313]	= settr(1312,0,1317,451,451,"(ok)", 0, 2, 0);
	T = trans[ 0][1317] = settr(1316,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1316,0,1316,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1316]	= settr(1315,32,1321,452,452,"D_STEP92", 1, 2, 0);
	trans[0][1320]	= settr(1319,0,1321,1,0,".(goto)", 0, 2, 0); /* m: 1321 -> 0,1348 */
	reached0[1321] = 1;
	trans[0][1318]	= settr(1317,0,1321,2,0,"else", 0, 2, 0);
	trans[0][1321]	= settr(1320,0,1348,453,453,"ok = 0", 0, 2, 0);
	T = trans[0][1348] = settr(1347,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1347,0,1326,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1347,0,1347,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1326] = settr(1325,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1325,2,1324,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1324]	= settr(1323,4,1327,454,454,"((queue[i]>0))", 1, 2, 0); /* m: 1325 -> 1327,0 */
	reached0[1325] = 1;
	trans[0][1325]	= settr(0,0,0,0,0,"queue[i] = (queue[i]-1)",0,0,0);
	trans[0][1327]	= settr(1326,0,1346,455,455,"queue[i] = (queue[i]+1)", 1, 2, 0);
	T = trans[ 0][1346] = settr(1345,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1345,0,1335,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][1335] = settr(1334,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1334,0,1331,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1334,0,1334,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1331] = settr(1330,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1330,2,1328,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1328]	= settr(1327,0,1343,456,456,"((state[i]==parked))", 1, 2, 0); /* m: 1329 -> 1343,0 */
	reached0[1329] = 1;
	trans[0][1329]	= settr(0,0,0,0,0,"state[i] = notified",0,0,0);
	trans[0][1330]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1336]	= settr(1335,0,1343,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1334] = settr(1333,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1333,2,1332,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1332]	= settr(1331,2,1333,2,0,"else", 0, 2, 0);
	trans[0][1333]	= settr(1332,0,1343,457,457,"ok = 0", 0, 2, 0);
	T = trans[0][1343] = settr(1342,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1342,0,1337,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1342,0,1342,0,0,"IF", 0, 2, 0);
	trans[0][1337]	= settr(1336,0,1341,458,458,"(ok)", 0, 2, 0);
	T = trans[ 0][1341] = settr(1340,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1340,0,1340,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1340]	= settr(1339,32,1345,459,459,"D_STEP92", 1, 2, 0);
	trans[0][1344]	= settr(1343,0,1345,1,0,".(goto)", 0, 2, 0); /* m: 1345 -> 0,1363 */
	reached0[1345] = 1;
	trans[0][1342]	= settr(1341,0,1345,2,0,"else", 0, 2, 0);
	trans[0][1345]	= settr(1344,0,1363,460,460,"ok = 0", 0, 2, 0);
	trans[0][1349]	= settr(1348,0,1363,1,0,".(goto)", 0, 2, 0);
	trans[0][1347]	= settr(1346,0,1363,2,0,"else", 0, 2, 0);
	T = trans[ 0][1353] = settr(1352,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1352,2,1350,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1350]	= settr(1349,4,1358,461,461,"((ios>0))", 1, 2, 0); /* m: 1351 -> 1358,0 */
	reached0[1351] = 1;
	trans[0][1351]	= settr(0,0,0,0,0,"ios = (ios-1)",0,0,0);
	trans[0][1352]	= settr(0,0,0,0,0,"outstanding = (outstanding+1)",0,0,0);
	T = trans[0][1358] = settr(1357,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1357,0,1354,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1357,0,1357,0,0,"IF", 0, 2, 0);
	trans[0][1354]	= settr(1353,0,1363,462,462,"io[place[i]] = (io[place[i]]+1)", 1, 2, 0);
	trans[0][1359]	= settr(1358,0,1363,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1357] = settr(1356,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1356,2,1355,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1355]	= settr(1354,0,1363,463,463,"((stopped[(2-1)]==0))", 1, 2, 0); /* m: 1356 -> 1363,0 */
	reached0[1356] = 1;
	trans[0][1356]	= settr(0,0,0,0,0,"io[(2-1)] = (io[(2-1)]+1)",0,0,0);
	trans[0][1363]	= settr(1362,0,1364,464,464,"busy[i] = 0", 1, 2, 0);
	trans[0][1364]	= settr(1363,0,1477,465,465,"outstanding = (outstanding-1)", 1, 2, 0);
	T = trans[ 0][1477] = settr(1476,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1476,0,1387,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][1387] = settr(1386,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1386,0,1365,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1365]	= settr(1364,0,1373,466,466,"ok = 1", 0, 2, 0); /* m: 1366 -> 0,1373 */
	reached0[1366] = 1;
	trans[0][1366]	= settr(0,0,0,0,0,"n = 0",0,0,0);
	trans[0][1374]	= settr(1373,0,1373,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1373] = settr(1372,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1372,0,1367,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1372,0,1371,0,0,"DO", 0, 2, 0);
	trans[0][1367]	= settr(1366,0,1368,467,467,"(((n<2)&&ok))", 0, 2, 0);
	trans[0][1368]	= settr(1367,0,1369,468,468,"ok = (state[n]==parked)", 1, 2, 0);
	trans[0][1369]	= settr(1368,0,1370,469,469,"ok = (ok&&!(busy[n]))", 1, 2, 0);
	trans[0][1370]	= settr(1369,0,1373,470,470,"n = (n+1)", 0, 2, 0);
	trans[0][1371]	= settr(1370,0,1376,2,0,"else", 0, 2, 0);
	trans[0][1372]	= settr(1371,0,1376,1,0,"goto :b31", 0, 2, 0); /* m: 1376 -> 0,1380 */
	reached0[1376] = 1;
	trans[0][1375]	= settr(1374,0,1376,1,0,"break", 0, 2, 0);
	trans[0][1376]	= settr(1375,0,1380,471,471,"n = 0", 0, 2, 0);
	T = trans[0][1380] = settr(1379,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1379,0,1377,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1379,0,1379,0,0,"IF", 0, 2, 0);
	trans[0][1377]	= settr(1376,0,1378,472,472,"(ok)", 0, 2, 0);
	trans[0][1378]	= settr(1377,0,1385,473,473,"ok = (outstanding==0)", 1, 2, 0);
	trans[0][1381]	= settr(1380,0,1385,1,0,".(goto)", 0, 2, 0);
	trans[0][1379]	= settr(1378,0,1385,2,0,"else", 0, 2, 0);
	T = trans[0][1385] = settr(1384,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1384,0,1382,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1384,0,1384,0,0,"IF", 0, 2, 0);
	trans[0][1382]	= settr(1381,0,1383,474,474,"(ok)", 0, 2, 0);
	trans[0][1383]	= settr(1382,0,1475,475,475,"ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))", 1, 2, 0);
	trans[0][1386]	= settr(1385,0,1475,1,0,".(goto)", 0, 2, 0);
	trans[0][1384]	= settr(1383,0,1475,2,0,"else", 0, 2, 0);
	T = trans[0][1475] = settr(1474,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1474,0,1388,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1474,0,1474,0,0,"IF", 0, 2, 0);
	trans[0][1388]	= settr(1387,0,1393,476,476,"(ok)", 0, 2, 0); /* m: 1389 -> 1393,0 */
	reached0[1389] = 1;
	trans[0][1389]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	T = trans[ 0][1393] = settr(1392,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1392,0,1392,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][1392] = settr(1391,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1391,2,1390,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1390]	= settr(1389,4,1471,477,477,"(!(locked))", 1, 2, 0); /* m: 1391 -> 1471,0 */
	reached0[1391] = 1;
	trans[0][1391]	= settr(0,0,0,0,0,"locked = 1",0,0,0);
	T = trans[ 0][1471] = settr(1470,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1470,0,1469,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][1469] = settr(1468,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1468,0,1394,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1468,0,1468,0,0,"IF", 0, 2, 0);
	trans[0][1394]	= settr(1393,0,1417,478,0,"((phase==running))", 1, 2, 0);
	T = trans[ 0][1417] = settr(1416,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1416,0,1395,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1395]	= settr(1394,0,1403,479,479,"ok = 1", 0, 2, 0); /* m: 1396 -> 0,1403 */
	reached0[1396] = 1;
	trans[0][1396]	= settr(0,0,0,0,0,"n = 0",0,0,0);
	trans[0][1404]	= settr(1403,0,1403,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1403] = settr(1402,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1402,0,1397,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1402,0,1401,0,0,"DO", 0, 2, 0);
	trans[0][1397]	= settr(1396,0,1398,480,480,"(((n<2)&&ok))", 0, 2, 0);
	trans[0][1398]	= settr(1397,0,1399,481,481,"ok = (state[n]==parked)", 1, 2, 0);
	trans[0][1399]	= settr(1398,0,1400,482,482,"ok = (ok&&!(busy[n]))", 1, 2, 0);
	trans[0][1400]	= settr(1399,0,1403,483,483,"n = (n+1)", 0, 2, 0);
	trans[0][1401]	= settr(1400,0,1406,2,0,"else", 0, 2, 0);
	trans[0][1402]	= settr(1401,0,1406,1,0,"goto :b32", 0, 2, 0); /* m: 1406 -> 0,1410 */
	reached0[1406] = 1;
	trans[0][1405]	= settr(1404,0,1406,1,0,"break", 0, 2, 0);
	trans[0][1406]	= settr(1405,0,1410,484,484,"n = 0", 0, 2, 0);
	T = trans[0][1410] = settr(1409,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1409,0,1407,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1409,0,1409,0,0,"IF", 0, 2, 0);
	trans[0][1407]	= settr(1406,0,1408,485,485,"(ok)", 0, 2, 0);
	trans[0][1408]	= settr(1407,0,1415,486,486,"ok = (outstanding==0)", 1, 2, 0);
	trans[0][1411]	= settr(1410,0,1415,1,0,".(goto)", 0, 2, 0);
	trans[0][1409]	= settr(1408,0,1415,2,0,"else", 0, 2, 0);
	T = trans[0][1415] = settr(1414,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1414,0,1412,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1414,0,1414,0,0,"IF", 0, 2, 0);
	trans[0][1412]	= settr(1411,0,1413,487,487,"(ok)", 0, 2, 0);
	trans[0][1413]	= settr(1412,0,1465,488,488,"ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))", 1, 2, 0);
	trans[0][1416]	= settr(1415,0,1465,1,0,".(goto)", 0, 2, 0);
	trans[0][1414]	= settr(1413,0,1465,2,0,"else", 0, 2, 0);
	T = trans[0][1465] = settr(1464,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1464,0,1418,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1464,0,1464,0,0,"IF", 0, 2, 0);
	trans[0][1418]	= settr(1417,0,1419,489,489,"(ok)", 0, 2, 0);
	trans[0][1419]	= settr(1418,0,1442,490,490,"phase = asking", 1, 2, 0);
	T = trans[ 0][1442] = settr(1441,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1441,0,1420,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1420]	= settr(1419,0,1428,491,491,"ok = 1", 0, 2, 0); /* m: 1421 -> 0,1428 */
	reached0[1421] = 1;
	trans[0][1421]	= settr(0,0,0,0,0,"n = 0",0,0,0);
	trans[0][1429]	= settr(1428,0,1428,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1428] = settr(1427,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1427,0,1422,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1427,0,1426,0,0,"DO", 0, 2, 0);
	trans[0][1422]	= settr(1421,0,1423,492,492,"(((n<2)&&ok))", 0, 2, 0);
	trans[0][1423]	= settr(1422,0,1424,493,493,"ok = (state[n]==parked)", 1, 2, 0);
	trans[0][1424]	= settr(1423,0,1425,494,494,"ok = (ok&&!(busy[n]))", 1, 2, 0);
	trans[0][1425]	= settr(1424,0,1428,495,495,"n = (n+1)", 0, 2, 0);
	trans[0][1426]	= settr(1425,0,1431,2,0,"else", 0, 2, 0);
	trans[0][1427]	= settr(1426,0,1431,1,0,"goto :b33", 0, 2, 0); /* m: 1431 -> 0,1435 */
	reached0[1431] = 1;
	trans[0][1430]	= settr(1429,0,1431,1,0,"break", 0, 2, 0);
	trans[0][1431]	= settr(1430,0,1435,496,496,"n = 0", 0, 2, 0);
	T = trans[0][1435] = settr(1434,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1434,0,1432,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1434,0,1434,0,0,"IF", 0, 2, 0);
	trans[0][1432]	= settr(1431,0,1433,497,497,"(ok)", 0, 2, 0);
	trans[0][1433]	= settr(1432,0,1440,498,498,"ok = (outstanding==0)", 1, 2, 0);
	trans[0][1436]	= settr(1435,0,1440,1,0,".(goto)", 0, 2, 0);
	trans[0][1434]	= settr(1433,0,1440,2,0,"else", 0, 2, 0);
	T = trans[0][1440] = settr(1439,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1439,0,1437,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1439,0,1439,0,0,"IF", 0, 2, 0);
	trans[0][1437]	= settr(1436,0,1438,499,499,"(ok)", 0, 2, 0);
	trans[0][1438]	= settr(1437,0,1462,500,500,"ok = (((injector==0)&&(queue[0]==0))&&(queue[1]==0))", 1, 2, 0);
	trans[0][1441]	= settr(1440,0,1462,1,0,".(goto)", 0, 2, 0);
	trans[0][1439]	= settr(1438,0,1462,2,0,"else", 0, 2, 0);
	T = trans[0][1462] = settr(1461,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1461,0,1443,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1461,0,1460,0,0,"IF", 0, 2, 0);
	trans[0][1443]	= settr(1442,0,1459,501,501,"(ok)", 0, 2, 0);
/*->*/	trans[0][1459]	= settr(1458,32,1467,502,502,"D_STEP224", 1, 2, 0);
	trans[0][1463]	= settr(1462,0,1467,1,0,".(goto)", 0, 2, 0); /* m: 1467 -> 0,1473 */
	reached0[1467] = 1;
	trans[0][1460]	= settr(1459,0,1461,2,0,"else", 0, 2, 0);
	trans[0][1461]	= settr(1460,0,1467,503,503,"phase = running", 1, 2, 0);
	trans[0][1466]	= settr(1465,0,1467,1,0,".(goto)", 0, 2, 0); /* m: 1467 -> 0,1473 */
	reached0[1467] = 1;
	trans[0][1464]	= settr(1463,0,1467,2,0,"else", 0, 2, 0);
	trans[0][1467]	= settr(1466,0,1473,504,504,"ok = 0", 0, 2, 0);
	trans[0][1470]	= settr(1469,0,1473,1,0,".(goto)", 0, 2, 0);
	trans[0][1468]	= settr(1467,0,1473,2,0,"else", 0, 2, 0);
	T = trans[ 0][1473] = settr(1472,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1472,0,1472,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1472]	= settr(1471,0,1485,505,505,"locked = 0", 1, 2, 0);
	trans[0][1476]	= settr(1475,0,1485,1,0,".(goto)", 0, 2, 0);
	trans[0][1474]	= settr(1473,0,1485,2,0,"else", 0, 2, 0);
	T = trans[ 0][1485] = settr(1484,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1484,0,1484,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1484]	= settr(1483,32,1704,506,506,"D_STEP289", 1, 2, 0);
	T = trans[ 0][1489] = settr(1488,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1488,2,1486,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1486]	= settr(1485,4,1694,507,507,"((!(stopped[home])&&(base[home]>0)))", 1, 2, 0); /* m: 1487 -> 1694,0 */
	reached0[1487] = 1;
	trans[0][1487]	= settr(0,0,0,0,0,"base[home] = (base[home]-1)",0,0,0);
	trans[0][1488]	= settr(0,0,0,0,0,"executing[home] = (executing[home]+1)",0,0,0);
	T = trans[0][1694] = settr(1693,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1693,0,1490,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1693,0,1493,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1693,0,1628,0,0,"IF", 0, 2, 0);
	trans[0][1490]	= settr(1489,0,1703,1,0,"(1)", 0, 2, 0);
	trans[0][1695]	= settr(1694,0,1703,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1493] = settr(1492,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1492,2,1491,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1491]	= settr(1490,4,1624,508,508,"((pushes>0))", 1, 2, 0); /* m: 1492 -> 1624,0 */
	reached0[1492] = 1;
	trans[0][1492]	= settr(0,0,0,0,0,"pushes = (pushes-1)",0,0,0);
	T = trans[ 0][1624] = settr(1623,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1623,0,1494,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1494]	= settr(1493,0,1603,509,509,"queue[i] = (queue[i]+1)", 1, 2, 0);
	T = trans[0][1603] = settr(1602,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1602,0,1495,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1602,0,1602,0,0,"IF", 0, 2, 0);
	trans[0][1495]	= settr(1494,0,1601,510,0,"((queue[i]==2))", 1, 2, 0);
	T = trans[ 0][1601] = settr(1600,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1600,0,1595,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1596]	= settr(1595,0,1595,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1595] = settr(1594,0,0,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1594,0,1496,0,0,"DO", 0, 2, 0);
	trans[0][1496]	= settr(1495,0,1500,511,511,"seen = searcher", 1, 2, 0);
	T = trans[0][1500] = settr(1499,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1499,0,1497,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1499,0,1499,0,0,"IF", 0, 2, 0);
	trans[0][1497]	= settr(1496,0,1598,512,512,"(((seen!=2)&&!(((state[seen]==notified)&&busy[seen]))))", 1, 2, 0);
	trans[0][1498]	= settr(1497,0,1598,1,0,"goto :b35", 0, 2, 0); /* m: 1598 -> 0,1623 */
	reached0[1598] = 1;
	trans[0][1501]	= settr(1500,0,1502,1,0,".(goto)", 0, 2, 0); /* m: 1502 -> 0,1507 */
	reached0[1502] = 1;
	trans[0][1499]	= settr(1498,0,1502,2,0,"else", 0, 2, 0);
	trans[0][1502]	= settr(1501,0,1507,513,513,"k = 0", 0, 2, 0);
	trans[0][1508]	= settr(1507,0,1507,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1507] = settr(1506,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1506,0,1503,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1506,0,1505,0,0,"DO", 0, 2, 0);
	trans[0][1503]	= settr(1502,0,1504,514,0,"(((k<2)&&!(((state[k]==parked)&&!(busy[k])))))", 1, 2, 0);
	trans[0][1504]	= settr(1503,0,1507,515,515,"k = (k+1)", 0, 2, 0);
	trans[0][1505]	= settr(1504,0,1548,2,0,"else", 0, 2, 0);
	trans[0][1506]	= settr(1505,0,1548,1,0,"goto :b36", 0, 2, 0);
	trans[0][1509]	= settr(1508,0,1548,1,0,"break", 0, 2, 0);
	T = trans[0][1548] = settr(1547,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1547,0,1510,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1547,0,1547,0,0,"IF", 0, 2, 0);
	trans[0][1510]	= settr(1509,0,1544,516,516,"((k==2))", 0, 2, 0);
	T = trans[0][1544] = settr(1543,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1543,0,1511,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1543,0,1543,0,0,"IF", 0, 2, 0);
	trans[0][1511]	= settr(1510,0,1512,517,0,"((injector>0))", 1, 2, 0);
	trans[0][1512]	= settr(1511,0,1517,518,518,"k = 0", 0, 2, 0);
	trans[0][1518]	= settr(1517,0,1517,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1517] = settr(1516,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1516,0,1513,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1516,0,1515,0,0,"DO", 0, 2, 0);
	trans[0][1513]	= settr(1512,0,1514,519,0,"(((k<2)&&(state[k]!=parked)))", 1, 2, 0);
	trans[0][1514]	= settr(1513,0,1517,520,520,"k = (k+1)", 0, 2, 0);
	trans[0][1515]	= settr(1514,0,1541,2,0,"else", 0, 2, 0);
	trans[0][1516]	= settr(1515,0,1541,1,0,"goto :b37", 0, 2, 0);
	trans[0][1519]	= settr(1518,0,1541,1,0,"break", 0, 2, 0);
	T = trans[0][1541] = settr(1540,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1540,0,1520,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1540,0,1540,0,0,"IF", 0, 2, 0);
	trans[0][1520]	= settr(1519,0,1539,521,0,"((k<2))", 0, 2, 0);
	T = trans[ 0][1539] = settr(1538,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1538,0,1521,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1521]	= settr(1520,0,1529,522,522,"ok = 0", 0, 2, 0);
	T = trans[0][1529] = settr(1528,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1528,0,1525,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1528,0,1528,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1525] = settr(1524,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1524,2,1522,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1522]	= settr(1521,0,1537,523,523,"((state[k]==parked))", 1, 2, 0); /* m: 1523 -> 1537,0 */
	reached0[1523] = 1;
	trans[0][1523]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[0][1524]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1530]	= settr(1529,0,1537,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1528] = settr(1527,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1527,2,1526,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1526]	= settr(1525,2,1527,2,0,"else", 0, 2, 0);
	trans[0][1527]	= settr(1526,0,1537,1,0,"(1)", 0, 2, 0);
	T = trans[0][1537] = settr(1536,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1536,0,1531,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1536,0,1536,0,0,"IF", 0, 2, 0);
	trans[0][1531]	= settr(1530,0,1535,524,524,"(ok)", 0, 2, 0);
	T = trans[ 0][1535] = settr(1534,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1534,0,1534,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1534]	= settr(1533,32,1598,525,525,"D_STEP92", 1, 2, 0);
	trans[0][1538]	= settr(1537,0,1598,1,0,".(goto)", 0, 2, 0); /* m: 1598 -> 0,1623 */
	reached0[1598] = 1;
	trans[0][1536]	= settr(1535,0,1598,2,0,"else", 0, 2, 0);
	trans[0][1542]	= settr(1541,0,1598,1,0,".(goto)", 0, 2, 0); /* m: 1598 -> 0,1623 */
	reached0[1598] = 1;
	trans[0][1540]	= settr(1539,0,1598,2,0,"else", 0, 2, 0);
	trans[0][1545]	= settr(1544,0,1598,1,0,".(goto)", 0, 2, 0); /* m: 1598 -> 0,1623 */
	reached0[1598] = 1;
	trans[0][1543]	= settr(1542,0,1598,2,0,"else", 0, 2, 0);
	trans[0][1546]	= settr(1545,0,1598,1,0,"goto :b35", 0, 2, 0); /* m: 1598 -> 0,1623 */
	reached0[1598] = 1;
	trans[0][1549]	= settr(1548,0,1557,1,0,".(goto)", 0, 2, 0);
	trans[0][1547]	= settr(1546,0,1557,2,0,"else", 0, 2, 0);
	T = trans[0][1557] = settr(1556,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1556,0,1553,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1556,0,1556,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1553] = settr(1552,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1552,2,1550,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1550]	= settr(1549,0,1593,526,526,"((searcher==seen))", 1, 2, 0); /* m: 1551 -> 1593,0 */
	reached0[1551] = 1;
	trans[0][1551]	= settr(0,0,0,0,0,"searcher = k",0,0,0);
	trans[0][1552]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1558]	= settr(1557,0,1593,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1556] = settr(1555,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1555,2,1554,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1554]	= settr(1553,0,1593,527,527,"((searcher!=seen))", 1, 2, 0); /* m: 1555 -> 1593,0 */
	reached0[1555] = 1;
	trans[0][1555]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	T = trans[0][1593] = settr(1592,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1592,0,1559,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1592,0,1592,0,0,"IF", 0, 2, 0);
	trans[0][1559]	= settr(1558,0,1578,528,528,"(ok)", 0, 2, 0);
	T = trans[ 0][1578] = settr(1577,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1577,0,1560,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1560]	= settr(1559,0,1568,529,529,"ok = 0", 0, 2, 0);
	T = trans[0][1568] = settr(1567,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1567,0,1564,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1567,0,1567,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1564] = settr(1563,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1563,2,1561,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1561]	= settr(1560,0,1576,530,530,"((state[k]==parked))", 1, 2, 0); /* m: 1562 -> 1576,0 */
	reached0[1562] = 1;
	trans[0][1562]	= settr(0,0,0,0,0,"state[k] = notified",0,0,0);
	trans[0][1563]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1569]	= settr(1568,0,1576,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1567] = settr(1566,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1566,2,1565,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1565]	= settr(1564,2,1566,2,0,"else", 0, 2, 0);
	trans[0][1566]	= settr(1565,0,1576,1,0,"(1)", 0, 2, 0);
	T = trans[0][1576] = settr(1575,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1575,0,1570,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1575,0,1575,0,0,"IF", 0, 2, 0);
	trans[0][1570]	= settr(1569,0,1574,531,0,"(ok)", 0, 2, 0);
	T = trans[ 0][1574] = settr(1573,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1573,0,1573,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1573]	= settr(1572,32,1590,532,532,"D_STEP92", 1, 2, 0);
	trans[0][1577]	= settr(1576,0,1590,1,0,".(goto)", 0, 2, 0);
	trans[0][1575]	= settr(1574,0,1590,2,0,"else", 0, 2, 0);
	T = trans[0][1590] = settr(1589,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1589,0,1579,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1589,0,1581,0,0,"IF", 0, 2, 0);
	trans[0][1579]	= settr(1578,0,1623,533,533,"(ok)", 0, 2, 0); /* m: 1598 -> 1623,0 */
	reached0[1598] = 1;
	trans[0][1580]	= settr(1579,0,1598,1,0,"goto :b35", 0, 2, 0); /* m: 1598 -> 0,1623 */
	reached0[1598] = 1;
	trans[0][1591]	= settr(1590,0,1595,1,0,".(goto)", 0, 2, 0);
	trans[0][1581]	= settr(1580,0,1589,2,0,"else", 0, 2, 0);
	T = trans[ 0][1589] = settr(1588,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1588,0,1588,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1588]	= settr(1587,32,1595,534,534,"D_STEP108", 1, 2, 0);
	trans[0][1594]	= settr(1593,0,1595,1,0,".(goto)", 0, 2, 0);
	trans[0][1592]	= settr(1591,0,1595,2,0,"else", 0, 2, 0);
	trans[0][1597]	= settr(1596,0,1598,1,0,"break", 0, 2, 0);
	trans[0][1598]	= settr(1597,0,1623,535,535,"k = 0", 0, 2, 0); /* m: 1599 -> 0,1623 */
	reached0[1599] = 1;
	trans[0][1599]	= settr(0,0,0,0,0,"seen = 0",0,0,0);
	trans[0][1600]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[0][1604]	= settr(1603,0,1623,1,0,".(goto)", 0, 2, 0);
	trans[0][1602]	= settr(1601,0,1623,2,0,"else", 0, 2, 0);
	T = trans[ 0][1623] = settr(1622,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1622,0,1612,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][1612] = settr(1611,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1611,0,1608,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1611,0,1611,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1608] = settr(1607,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1607,2,1605,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1605]	= settr(1604,0,1620,536,536,"((state[i]==parked))", 1, 2, 0); /* m: 1606 -> 1620,0 */
	reached0[1606] = 1;
	trans[0][1606]	= settr(0,0,0,0,0,"state[i] = notified",0,0,0);
	trans[0][1607]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1613]	= settr(1612,0,1620,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1611] = settr(1610,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1610,2,1609,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1609]	= settr(1608,2,1610,2,0,"else", 0, 2, 0);
	trans[0][1610]	= settr(1609,0,1620,537,537,"ok = 0", 0, 2, 0);
	T = trans[0][1620] = settr(1619,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1619,0,1614,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1619,0,1619,0,0,"IF", 0, 2, 0);
	trans[0][1614]	= settr(1613,0,1618,538,538,"(ok)", 0, 2, 0);
	T = trans[ 0][1618] = settr(1617,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1617,0,1617,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1617]	= settr(1616,32,1622,539,539,"D_STEP92", 1, 2, 0);
	trans[0][1621]	= settr(1620,0,1622,1,0,".(goto)", 0, 2, 0); /* m: 1622 -> 0,1703 */
	reached0[1622] = 1;
	trans[0][1619]	= settr(1618,0,1622,2,0,"else", 0, 2, 0);
	trans[0][1622]	= settr(1621,0,1703,540,540,"ok = 0", 0, 2, 0);
	T = trans[ 0][1628] = settr(1627,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1627,2,1625,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1625]	= settr(1624,4,1691,541,541,"((ios>0))", 1, 2, 0); /* m: 1626 -> 1691,0 */
	reached0[1626] = 1;
	trans[0][1626]	= settr(0,0,0,0,0,"ios = (ios-1)",0,0,0);
	trans[0][1627]	= settr(0,0,0,0,0,"outstanding = (outstanding+1)",0,0,0);
	T = trans[ 0][1691] = settr(1690,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1690,0,1689,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][1689] = settr(1688,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1688,0,1629,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1688,0,1688,0,0,"IF", 0, 2, 0);
	trans[0][1629]	= settr(1628,0,1687,542,0,"((phase!=running))", 1, 2, 0);
	T = trans[ 0][1687] = settr(1686,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1686,0,1633,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][1633] = settr(1632,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1632,0,1632,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][1632] = settr(1631,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1631,2,1630,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1630]	= settr(1629,4,1684,543,543,"(!(locked))", 1, 2, 0); /* m: 1631 -> 1684,0 */
	reached0[1631] = 1;
	trans[0][1631]	= settr(0,0,0,0,0,"locked = 1",0,0,0);
	T = trans[ 0][1684] = settr(1683,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1683,0,1682,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][1682] = settr(1681,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1681,0,1634,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1681,0,1681,0,0,"IF", 0, 2, 0);
	trans[0][1634]	= settr(1633,0,1650,544,0,"((phase==asking))", 1, 2, 0);
/*->*/	trans[0][1650]	= settr(1649,32,1651,545,545,"D_STEP175", 1, 2, 0);
	trans[0][1651]	= settr(1650,0,1652,546,546,"phase = running", 1, 2, 0);
	trans[0][1652]	= settr(1651,0,1676,547,547,"n = 0", 0, 2, 0);
	trans[0][1677]	= settr(1676,0,1676,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1676] = settr(1675,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1675,0,1653,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1675,0,1674,0,0,"DO", 0, 2, 0);
	trans[0][1653]	= settr(1652,0,1672,548,0,"((n<2))", 0, 2, 0);
	T = trans[ 0][1672] = settr(1671,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1671,0,1654,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1654]	= settr(1653,0,1662,549,549,"ok = 0", 0, 2, 0);
	T = trans[0][1662] = settr(1661,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1661,0,1658,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1661,0,1661,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1658] = settr(1657,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1657,2,1655,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1655]	= settr(1654,0,1670,550,550,"((state[n]==parked))", 1, 2, 0); /* m: 1656 -> 1670,0 */
	reached0[1656] = 1;
	trans[0][1656]	= settr(0,0,0,0,0,"state[n] = notified",0,0,0);
	trans[0][1657]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1663]	= settr(1662,0,1670,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1661] = settr(1660,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1660,2,1659,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1659]	= settr(1658,2,1660,2,0,"else", 0, 2, 0);
	trans[0][1660]	= settr(1659,0,1670,1,0,"(1)", 0, 2, 0);
	T = trans[0][1670] = settr(1669,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1669,0,1664,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1669,0,1669,0,0,"IF", 0, 2, 0);
	trans[0][1664]	= settr(1663,0,1668,551,551,"(ok)", 0, 2, 0);
	T = trans[ 0][1668] = settr(1667,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1667,0,1667,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1667]	= settr(1666,32,1673,552,552,"D_STEP92", 1, 2, 0);
	trans[0][1671]	= settr(1670,0,1673,1,0,".(goto)", 0, 2, 0); /* m: 1673 -> 0,1676 */
	reached0[1673] = 1;
	trans[0][1669]	= settr(1668,0,1673,2,0,"else", 0, 2, 0);
	trans[0][1673]	= settr(1672,0,1676,553,553,"n = (n+1)", 0, 2, 0);
	trans[0][1674]	= settr(1673,0,1679,2,0,"else", 0, 2, 0);
	trans[0][1675]	= settr(1674,0,1679,1,0,"goto :b39", 0, 2, 0); /* m: 1679 -> 0,1686 */
	reached0[1679] = 1;
	trans[0][1678]	= settr(1677,0,1679,1,0,"break", 0, 2, 0);
	trans[0][1679]	= settr(1678,0,1686,554,554,"n = 0", 0, 2, 0); /* m: 1680 -> 0,1686 */
	reached0[1680] = 1;
	trans[0][1680]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[0][1683]	= settr(1682,0,1686,1,0,".(goto)", 0, 2, 0);
	trans[0][1681]	= settr(1680,0,1686,2,0,"else", 0, 2, 0);
	T = trans[ 0][1686] = settr(1685,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1685,0,1685,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1685]	= settr(1684,0,1693,555,555,"locked = 0", 1, 2, 0);
	trans[0][1690]	= settr(1689,0,1693,1,0,".(goto)", 0, 2, 0);
	trans[0][1688]	= settr(1687,0,1693,2,0,"else", 0, 2, 0);
	T = trans[ 0][1693] = settr(1692,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1692,2,1692,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1692]	= settr(1691,0,1703,556,556,"io[(2-1)] = (io[(2-1)]+1)", 1, 2, 0);
	T = trans[ 0][1703] = settr(1702,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1702,0,1702,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1702]	= settr(1701,32,1704,557,557,"D_STEP289", 1, 2, 0);
	trans[0][1706]	= settr(1705,0,1825,1,0,"break", 0, 2, 0);
	T = trans[0][1825] = settr(1824,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1824,0,1707,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1824,0,1824,0,0,"IF", 0, 2, 0);
	trans[0][1707]	= settr(1706,0,1717,558,0,"((stopped[home]&&(phase!=leaving)))", 1, 2, 0);
	T = trans[ 0][1717] = settr(1716,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1716,2,1708,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1708]	= settr(1707,2,1716,559,559,"(!(locked))", 1, 2, 0); /* m: 1709 -> 1716,0 */
	reached0[1709] = 1;
	trans[0][1709]	= settr(0,0,0,0,0,"locked = 1",0,0,0);
	T = trans[ 0][1716] = settr(1715,0,0,0,0,"sub-sequence", 1, 2, 0);
	T->nxt	= settr(1715,0,1710,0,0,"sub-sequence", 1, 2, 0);
	trans[0][1710]	= settr(1709,2,1714,560,560,"servers[home] = (servers[home]-1)", 1, 2, 0);
	T = trans[0][1714] = settr(1713,2,0,0,0,"IF", 1, 2, 0);
	T = T->nxt	= settr(1713,2,1711,0,0,"IF", 1, 2, 0);
	    T->nxt	= settr(1713,2,1713,0,0,"IF", 1, 2, 0);
	trans[0][1711]	= settr(1710,0,1810,561,561,"((((servers[home]==0)&&stopped[home])&&(phase==running)))", 1, 2, 0); /* m: 1712 -> 1810,0 */
	reached0[1712] = 1;
	trans[0][1712]	= settr(0,0,0,0,0,"stopped[home] = 0",0,0,0);
	trans[0][1715]	= settr(1714,0,1810,562,562,".(goto)", 1, 2, 0);
	trans[0][1713]	= settr(1712,2,1715,2,0,"else", 1, 2, 0);
	trans[0][1811]	= settr(1810,0,1810,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1810] = settr(1809,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1809,0,1718,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1809,0,1808,0,0,"DO", 0, 2, 0);
	trans[0][1718]	= settr(1717,0,1719,563,0,"(((phase==asking)&&stopped[home]))", 1, 2, 0);
	trans[0][1719]	= settr(1718,0,1805,564,564,"out = (out+1)", 1, 2, 0);
	T = trans[0][1805] = settr(1804,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1804,0,1720,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1804,0,1799,0,0,"IF", 0, 2, 0);
	trans[0][1720]	= settr(1719,0,1798,565,0,"((out==2))", 1, 2, 0);
	T = trans[ 0][1798] = settr(1797,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1797,0,1796,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][1796] = settr(1795,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1795,0,1721,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1795,0,1744,0,0,"IF", 0, 2, 0);
	trans[0][1721]	= settr(1720,0,1743,566,0,"(((outstanding==0)&&(((injector==0)&&(queue[0]==0))&&(queue[1]==0))))", 1, 2, 0);
/*->*/	trans[0][1743]	= settr(1742,32,1807,567,567,"D_STEP254", 1, 2, 0);
	trans[0][1797]	= settr(1796,0,1807,1,0,".(goto)", 0, 2, 0);
	trans[0][1744]	= settr(1743,0,1795,2,0,"else", 0, 2, 0);
	T = trans[ 0][1795] = settr(1794,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1794,0,1793,0,0,"sub-sequence", 0, 2, 0);
	T = trans[0][1793] = settr(1792,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1792,0,1745,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1792,0,1792,0,0,"IF", 0, 2, 0);
	trans[0][1745]	= settr(1744,0,1761,568,0,"((phase==asking))", 1, 2, 0);
/*->*/	trans[0][1761]	= settr(1760,32,1762,569,569,"D_STEP175", 1, 2, 0);
	trans[0][1762]	= settr(1761,0,1763,570,570,"phase = running", 1, 2, 0);
	trans[0][1763]	= settr(1762,0,1787,571,571,"n = 0", 0, 2, 0);
	trans[0][1788]	= settr(1787,0,1787,1,0,".(goto)", 0, 2, 0);
	T = trans[0][1787] = settr(1786,0,0,0,0,"DO", 0, 2, 0);
	T = T->nxt	= settr(1786,0,1764,0,0,"DO", 0, 2, 0);
	    T->nxt	= settr(1786,0,1785,0,0,"DO", 0, 2, 0);
	trans[0][1764]	= settr(1763,0,1783,572,0,"((n<2))", 0, 2, 0);
	T = trans[ 0][1783] = settr(1782,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1782,0,1765,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1765]	= settr(1764,0,1773,573,573,"ok = 0", 0, 2, 0);
	T = trans[0][1773] = settr(1772,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1772,0,1769,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1772,0,1772,0,0,"IF", 0, 2, 0);
	T = trans[ 0][1769] = settr(1768,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1768,2,1766,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1766]	= settr(1765,0,1781,574,574,"((state[n]==parked))", 1, 2, 0); /* m: 1767 -> 1781,0 */
	reached0[1767] = 1;
	trans[0][1767]	= settr(0,0,0,0,0,"state[n] = notified",0,0,0);
	trans[0][1768]	= settr(0,0,0,0,0,"ok = 1",0,0,0);
	trans[0][1774]	= settr(1773,0,1781,1,0,".(goto)", 0, 2, 0);
	T = trans[ 0][1772] = settr(1771,2,0,0,0,"ATOMIC", 0, 2, 0);
	T->nxt	= settr(1771,2,1770,0,0,"ATOMIC", 0, 2, 0);
	trans[0][1770]	= settr(1769,2,1771,2,0,"else", 0, 2, 0);
	trans[0][1771]	= settr(1770,0,1781,1,0,"(1)", 0, 2, 0);
	T = trans[0][1781] = settr(1780,0,0,0,0,"IF", 0, 2, 0);
	T = T->nxt	= settr(1780,0,1775,0,0,"IF", 0, 2, 0);
	    T->nxt	= settr(1780,0,1780,0,0,"IF", 0, 2, 0);
	trans[0][1775]	= settr(1774,0,1779,575,575,"(ok)", 0, 2, 0);
	T = trans[ 0][1779] = settr(1778,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1778,0,1778,0,0,"sub-sequence", 0, 2, 0);
/*->*/	trans[0][1778]	= settr(1777,32,1784,576,576,"D_STEP92", 1, 2, 0);
	trans[0][1782]	= settr(1781,0,1784,1,0,".(goto)", 0, 2, 0); /* m: 1784 -> 0,1787 */
	reached0[1784] = 1;
	trans[0][1780]	= settr(1779,0,1784,2,0,"else", 0, 2, 0);
	trans[0][1784]	= settr(1783,0,1787,577,577,"n = (n+1)", 0, 2, 0);
	trans[0][1785]	= settr(1784,0,1790,2,0,"else", 0, 2, 0);
	trans[0][1786]	= settr(1785,0,1790,1,0,"goto :b44", 0, 2, 0); /* m: 1790 -> 0,1807 */
	reached0[1790] = 1;
	trans[0][1789]	= settr(1788,0,1790,1,0,"break", 0, 2, 0);
	trans[0][1790]	= settr(1789,0,1807,578,578,"n = 0", 0, 2, 0); /* m: 1791 -> 0,1807 */
	reached0[1791] = 1;
	trans[0][1791]	= settr(0,0,0,0,0,"ok = 0",0,0,0);
	trans[0][1794]	= settr(1793,0,1807,1,0,".(goto)", 0, 2, 0);
	trans[0][1792]	= settr(1791,0,1807,2,0,"else", 0, 2, 0);
	trans[0][1806]	= settr(1805,0,1807,1,0,".(goto)", 0, 2, 0);
	trans[0][1799]	= settr(1798,0,1801,2,0,"else", 0, 2, 0);
	T = trans[ 0][1801] = settr(1800,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1800,0,1800,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1800]	= settr(1799,0,1804,579,579,"locked = 0", 1, 2, 0);
	T = trans[ 0][1804] = settr(1803,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1803,2,1802,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1802]	= settr(1801,0,1807,580,580,"((!(locked)&&((phase!=asking)||!(stopped[home]))))", 1, 2, 0); /* m: 1803 -> 1807,0 */
	reached0[1803] = 1;
	trans[0][1803]	= settr(0,0,0,0,0,"locked = 1",0,0,0);
	trans[0][1807]	= settr(1806,0,1810,581,581,"out = (out-1)", 1, 2, 0);
	trans[0][1808]	= settr(1807,0,1814,2,0,"else", 0, 2, 0);
	trans[0][1809]	= settr(1808,0,1814,1,0,"goto :b40", 0, 2, 0);
	trans[0][1812]	= settr(1811,0,1814,1,0,"break", 0, 2, 0);
	T = trans[ 0][1814] = settr(1813,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1813,0,1813,0,0,"sub-sequence", 0, 2, 0);
	trans[0][1813]	= settr(1812,0,1823,582,582,"locked = 0", 1, 2, 0);
	T = trans[ 0][1823] = settr(1822,0,0,0,0,"sub-sequence", 0, 2, 0);
	T->nxt	= settr(1822,0,1822,0,0,"sub-sequence", 0, 2, 0);
	T = trans[ 0][1822] = settr(1821,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1821,2,1815,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1815]	= settr(1814,2,1819,583,0,"((!(locked)&&(((servers[home]==0)||!(stopped[home]))||(phase!=running))))", 1, 2, 0);
	T = trans[0][1819] = settr(1818,2,0,0,0,"IF", 1, 2, 0);
	T = T->nxt	= settr(1818,2,1816,0,0,"IF", 1, 2, 0);
	    T->nxt	= settr(1818,2,1818,0,0,"IF", 1, 2, 0);
	trans[0][1816]	= settr(1815,0,1827,584,584,"((((servers[home]==0)&&stopped[home])&&(phase==running)))", 1, 2, 0); /* m: 1817 -> 1827,0 */
	reached0[1817] = 1;
	trans[0][1817]	= settr(0,0,0,0,0,"stopped[home] = 0",0,0,0);
	trans[0][1820]	= settr(1819,0,1827,585,585,".(goto)", 1, 2, 0); /* m: 1821 -> 0,1827 */
	reached0[1821] = 1;
	trans[0][1818]	= settr(1817,2,1820,2,0,"else", 1, 2, 0);
	trans[0][1821]	= settr(0,0,0,0,0,"servers[home] = (servers[home]+1)",0,0,0);
	trans[0][1826]	= settr(1825,0,1827,1,0,".(goto)", 0, 2, 0);
	trans[0][1824]	= settr(1823,0,1827,2,0,"else", 0, 2, 0);
	trans[0][1829]	= settr(1828,0,1838,1,0,"break", 0, 2, 0);
	T = trans[ 0][1838] = settr(1837,2,0,0,0,"ATOMIC", 1, 2, 0);
	T->nxt	= settr(1837,2,1830,0,0,"ATOMIC", 1, 2, 0);
	trans[0][1830]	= settr(1829,2,1837,586,0,"(!(locked))", 1, 2, 0);
	T = trans[ 0][1837] = settr(1836,0,0,0,0,"sub-sequence", 1, 2, 0);
	T->nxt	= settr(1836,0,1831,0,0,"sub-sequence", 1, 2, 0);
	trans[0][1831]	= settr(1830,2,1835,587,587,"servers[home] = (servers[home]-1)", 1, 2, 0);
	T = trans[0][1835] = settr(1834,2,0,0,0,"IF", 1, 2, 0);
	T = T->nxt	= settr(1834,2,1832,0,0,"IF", 1, 2, 0);
	    T->nxt	= settr(1834,2,1834,0,0,"IF", 1, 2, 0);
	trans[0][1832]	= settr(1831,4,1839,588,588,"((((servers[home]==0)&&stopped[home])&&(phase==running)))", 1, 2, 0); /* m: 1833 -> 1839,0 */
	reached0[1833] = 1;
	trans[0][1833]	= settr(0,0,0,0,0,"stopped[home] = 0",0,0,0);
	trans[0][1836]	= settr(1835,0,1839,589,589,".(goto)", 1, 2, 0);
	trans[0][1834]	= settr(1833,2,1836,2,0,"else", 1, 2, 0);
	trans[0][1839]	= settr(1838,0,0,590,590,"-end-", 0, 3500, 0);
	/* np_ demon: */
	trans[_NP_] = (Trans **) emalloc(3*sizeof(Trans *));
	T = trans[_NP_][0] = settr(9997,0,1,_T5,0,"(np_)", 1,2,0);
	    T->nxt	  = settr(9998,0,0,_T2,0,"(1)",   0,2,0);
	T = trans[_NP_][1] = settr(9999,0,1,_T5,0,"(np_)", 1,2,0);
}

Trans *
settr(	int t_id, int a, int b, int c, int d,
	char *t, int g, int tpe0, int tpe1)
{	Trans *tmp = (Trans *) emalloc(sizeof(Trans));

	tmp->atom  = a&(6|32);	/* only (2|8|32) have meaning */
	if (!g) tmp->atom |= 8;	/* no global references */
	tmp->st    = b;
	tmp->tpe[0] = tpe0;
	tmp->tpe[1] = tpe1;
	tmp->tp    = t;
	tmp->t_id  = t_id;
	tmp->forw  = c;
	tmp->back  = d;
	return tmp;
}

Trans *
cpytr(Trans *a)
{	Trans *tmp = (Trans *) emalloc(sizeof(Trans));

	int i;
	tmp->atom  = a->atom;
	tmp->st    = a->st;
#ifdef HAS_UNLESS
	tmp->e_trans = a->e_trans;
	for (i = 0; i < HAS_UNLESS; i++)
		tmp->escp[i] = a->escp[i];
#endif
	tmp->tpe[0] = a->tpe[0];
	tmp->tpe[1] = a->tpe[1];
	for (i = 0; i < 6; i++)
	{	tmp->qu[i] = a->qu[i];
		tmp->ty[i] = a->ty[i];
	}
	tmp->tp    = (char *) emalloc(strlen(a->tp)+1);
	strcpy(tmp->tp, a->tp);
	tmp->t_id  = a->t_id;
	tmp->forw  = a->forw;
	tmp->back  = a->back;
	return tmp;
}

#ifndef NOREDUCE
int
srinc_set(int n)
{	if (n <= 2) return LOCAL;
	if (n <= 2+  DELTA) return Q_FULL_F; /* 's' or nfull  */
	if (n <= 2+2*DELTA) return Q_EMPT_F; /* 'r' or nempty */
	if (n <= 2+3*DELTA) return Q_EMPT_T; /* empty */
	if (n <= 2+4*DELTA) return Q_FULL_T; /* full  */
	if (n ==   5*DELTA) return GLOBAL;
	if (n ==   6*DELTA) return TIMEOUT_F;
	if (n ==   7*DELTA) return ALPHA_F;
	Uerror("cannot happen srinc_class");
	return BAD;
}
int
srunc(int n, int m)
{	switch(m) {
	case Q_FULL_F: return n-2;
	case Q_EMPT_F: return n-2-DELTA;
	case Q_EMPT_T: return n-2-2*DELTA;
	case Q_FULL_T: return n-2-3*DELTA;
	case ALPHA_F:
	case TIMEOUT_F: return 257; /* non-zero, and > MAXQ */
	}
	Uerror("cannot happen srunc");
	return 0;
}
#endif
int cnt;
#ifdef HAS_UNLESS
int
isthere(Trans *a, int b)
{	Trans *t;
	for (t = a; t; t = t->nxt)
		if (t->t_id == b)
			return 1;
	return 0;
}
#endif
#ifndef NOREDUCE
int
mark_safety(Trans *t) /* for conditional safety */
{	int g = 0, i, j, k;

	if (!t) return 0;
	if (t->qu[0])
		return (t->qu[1])?2:1;	/* marked */

	for (i = 0; i < 2; i++)
	{	j = srinc_set(t->tpe[i]);
		if (j >= GLOBAL && j != ALPHA_F)
			return -1;
		if (j != LOCAL)
		{	k = srunc(t->tpe[i], j);
			if (g == 0
			||  t->qu[0] != k
			||  t->ty[0] != j)
			{	t->qu[g] = k;
				t->ty[g] = j;
				g++;
	}	}	}
	return g;
}
#endif
void
retrans(int n, int m, int is, short srcln[], uchar reach[], uchar lpstate[])
	/* process n, with m states, is=initial state */
{	Trans *T0, *T1, *T2, *T3;
	Trans *T4, *T5; /* t_reverse or has_unless */
	int i;
#if defined(HAS_UNLESS) || !defined(NOREDUCE)
	int k;
#endif
#ifndef NOREDUCE
	int g, h, j, aa;
#endif
#ifdef HAS_UNLESS
	int p;
#endif
	if (state_tables >= 4)
	{	printf("STEP 1 %s\n", 
			procname[n]);
		for (i = 1; i < m; i++)
		for (T0 = trans[n][i]; T0; T0 = T0->nxt)
			crack(n, i, T0, srcln);
		return;
	}
	do {
		for (i = 1, cnt = 0; i < m; i++)
		{	T2 = trans[n][i];
			T1 = T2?T2->nxt:(Trans *)0;
/* prescan: */		for (T0 = T1; T0; T0 = T0->nxt)
/* choice in choice */	{	if (T0->st && trans[n][T0->st]
				&&  trans[n][T0->st]->nxt)
					break;
			}
#if 0
		if (T0)
		printf("\tstate %d / %d: choice in choice\n",
		i, T0->st);
#endif
			if (T0)
			for (T0 = T1; T0; T0 = T0->nxt)
			{	T3 = trans[n][T0->st];
				if (!T3->nxt)
				{	T2->nxt = cpytr(T0);
					T2 = T2->nxt;
					imed(T2, T0->st, n, i);
					continue;
				}
				do {	T3 = T3->nxt;
					T2->nxt = cpytr(T3);
					T2 = T2->nxt;
					imed(T2, T0->st, n, i);
				} while (T3->nxt);
				cnt++;
			}
		}
	} while (cnt);
	if (state_tables >= 3)
	{	printf("STEP 2 %s\n", 
			procname[n]);
		for (i = 1; i < m; i++)
		for (T0 = trans[n][i]; T0; T0 = T0->nxt)
			crack(n, i, T0, srcln);
		return;
	}
	for (i = 1; i < m; i++)
	{	if (trans[n][i] && trans[n][i]->nxt) /* optimize */
		{	T1 = trans[n][i]->nxt;
#if 0
			printf("\t\tpull %d (%d) to %d\n",
			T1->st, T1->forw, i);
#endif
			srcln[i] = srcln[T1->st];	/* Oyvind Teig, 5.2.0 */

			if (!trans[n][T1->st]) continue;
			T0 = cpytr(trans[n][T1->st]);
			trans[n][i] = T0;
			reach[T1->st] = 1;
			imed(T0, T1->st, n, i);
			for (T1 = T1->nxt; T1; T1 = T1->nxt)
			{
#if 0
			printf("\t\tpull %d (%d) to %d\n",
				T1->st, T1->forw, i);
#endif
		/*		srcln[i] = srcln[T1->st];  gh: not useful */
				if (!trans[n][T1->st]) continue;
				T0->nxt = cpytr(trans[n][T1->st]);
				T0 = T0->nxt;
				reach[T1->st] = 1;
				imed(T0, T1->st, n, i);
	}	}	}
	if (state_tables >= 2)
	{	printf("STEP 3 %s\n", 
			procname[n]);
		for (i = 1; i < m; i++)
		for (T0 = trans[n][i]; T0; T0 = T0->nxt)
			crack(n, i, T0, srcln);
		return;
	}
#ifdef HAS_UNLESS
	for (i = 1; i < m; i++)
	{	if (!trans[n][i]) continue;
		/* check for each state i if an
		 * escape to some state p is defined
		 * if so, copy and mark p's transitions
		 * and prepend them to the transition-
		 * list of state i
		 */
	 if (!like_java) /* the default */
	 {	for (T0 = trans[n][i]; T0; T0 = T0->nxt)
		for (k = HAS_UNLESS-1; k >= 0; k--)
		{	if (p = T0->escp[k])
			for (T1 = trans[n][p]; T1; T1 = T1->nxt)
			{	if (isthere(trans[n][i], T1->t_id))
					continue;
				T2 = cpytr(T1);
				T2->e_trans = p;
				T2->nxt = trans[n][i];
				trans[n][i] = T2;
		}	}
	 } else /* outermost unless checked first */
	 {	T4 = T3 = (Trans *) 0;
		for (T0 = trans[n][i]; T0; T0 = T0->nxt)
		for (k = HAS_UNLESS-1; k >= 0; k--)
		{	if (p = T0->escp[k])
			for (T1 = trans[n][p]; T1; T1 = T1->nxt)
			{	if (isthere(trans[n][i], T1->t_id))
					continue;
				T2 = cpytr(T1);
				T2->nxt = (Trans *) 0;
				T2->e_trans = p;
				if (T3)	T3->nxt = T2;
				else	T4 = T2;
				T3 = T2;
		}	}
		if (T4)
		{	T3->nxt = trans[n][i];
			trans[n][i] = T4;
		}
	 }
	}
#endif
#ifndef NOREDUCE
	for (i = 1; i < m; i++)
	{	if (a_cycles)
		{ /* moves through these states are visible */
	#if PROG_LAB>0 && defined(HAS_NP)
			if (progstate[n][i])
				goto degrade;
			for (T1 = trans[n][i]; T1; T1 = T1->nxt)
				if (progstate[n][T1->st])
					goto degrade;
	#endif
			if (accpstate[n][i] || visstate[n][i])
				goto degrade;
			for (T1 = trans[n][i]; T1; T1 = T1->nxt)
				if (accpstate[n][T1->st])
					goto degrade;
		}
		T1 = trans[n][i];
		if (!T1) continue;
		g = mark_safety(T1);	/* V3.3.1 */
		if (g < 0) goto degrade; /* global */
		/* check if mixing of guards preserves reduction */
		if (T1->nxt)
		{	k = 0;
			for (T0 = T1; T0; T0 = T0->nxt)
			{	if (!(T0->atom&8))
					goto degrade;
				for (aa = 0; aa < 2; aa++)
				{	j = srinc_set(T0->tpe[aa]);
					if (j >= GLOBAL && j != ALPHA_F)
						goto degrade;
					if (T0->tpe[aa]
					&&  T0->tpe[aa]
					!=  T1->tpe[0])
						k = 1;
			}	}
			/* g = 0;	V3.3.1 */
			if (k)	/* non-uniform selection */
			for (T0 = T1; T0; T0 = T0->nxt)
			for (aa = 0; aa < 2; aa++)
			{	j = srinc_set(T0->tpe[aa]);
				if (j != LOCAL)
				{	k = srunc(T0->tpe[aa], j);
					for (h = 0; h < 6; h++)
						if (T1->qu[h] == k
						&&  T1->ty[h] == j)
							break;
					if (h >= 6)
					{	T1->qu[g%6] = k;
						T1->ty[g%6] = j;
						g++;
			}	}	}
			if (g > 6)
			{	T1->qu[0] = 0;	/* turn it off */
				printf("pan: warning, line %d, ",
					srcln[i]);
			 	printf("too many stmnt types (%d)",
					g);
			  	printf(" in selection\n");
			  goto degrade;
			}
		}
		/* mark all options global if >=1 is global */
		for (T1 = trans[n][i]; T1; T1 = T1->nxt)
			if (!(T1->atom&8)) break;
		if (T1)
degrade:	for (T1 = trans[n][i]; T1; T1 = T1->nxt)
			T1->atom &= ~8;	/* mark as unsafe */
		/* can only mix 'r's or 's's if on same chan */
		/* and not mixed with other local operations */
		T1 = trans[n][i];
		if (!T1 || T1->qu[0]) continue;
		j = T1->tpe[0];
		if (T1->nxt && T1->atom&8)
		{ if (j == 5*DELTA)
		  {	printf("warning: line %d ", srcln[i]);
			printf("mixed condition ");
			printf("(defeats reduction)\n");
			goto degrade;
		  }
		  for (T0 = T1; T0; T0 = T0->nxt)
		  for (aa = 0; aa < 2; aa++)
		  if  (T0->tpe[aa] && T0->tpe[aa] != j)
		  {	printf("warning: line %d ", srcln[i]);
			printf("[%d-%d] mixed %stion ",
				T0->tpe[aa], j, 
				(j==5*DELTA)?"condi":"selec");
			printf("(defeats reduction)\n");
			printf("	'%s' <-> '%s'\n",
				T1->tp, T0->tp);
			goto degrade;
		} }
	}
#endif
	for (i = 1; i < m; i++)
	{	T2 = trans[n][i];
		if (!T2
		||  T2->nxt
		||  strncmp(T2->tp, ".(goto)", 7)
		||  !stopstate[n][i])
			continue;
		stopstate[n][T2->st] = 1;
	}
	if (state_tables && !verbose)
	{	if (dodot)
		{	char buf[256], *q = buf, *p = procname[n];
			while (*p != '\0')
			{	if (*p != ':')
				{	*q++ = *p;
				}
				p++;
			}
			*q = '\0';
			printf("digraph ");
			switch (Btypes[n]) {
			case I_PROC:  printf("init {\n"); break;
			case N_CLAIM: printf("claim_%s {\n", buf); break;
			case E_TRACE: printf("notrace {\n"); break;
			case N_TRACE: printf("trace {\n"); break;
			default:      printf("p_%s {\n", buf); break;
			}
			printf("size=\"8,10\";\n");
			printf("  GT [shape=box,style=dotted,label=\"%s\"];\n", buf);
			printf("  GT -> S%d;\n", is);
		} else
		{	switch (Btypes[n]) {
			case I_PROC:  printf("init\n"); break;
			case N_CLAIM: printf("claim %s\n", procname[n]); break;
			case E_TRACE: printf("notrace assertion\n"); break;
			case N_TRACE: printf("trace assertion\n"); break;
			default:      printf("proctype %s\n", procname[n]); break;
		}	}
		for (i = 1; i < m; i++)
		{	reach[i] = 1;
		}
		tagtable(n, m, is, srcln, reach);
		if (dodot) printf("}\n");
	} else
	for (i = 1; i < m; i++)
	{	int nrelse;
		if (Btypes[n] != N_CLAIM)
		{	for (T0 = trans[n][i]; T0; T0 = T0->nxt)
			{	if (T0->st == i
				&& strcmp(T0->tp, "(1)") == 0)
				{	printf("error: proctype '%s' ",
						procname[n]);
		  			printf("line %d, state %d: has un",
						srcln[i], i);
					printf("conditional self-loop\n");
					pan_exit(1);
		}	}	}
		nrelse = 0;
		for (T0 = trans[n][i]; T0; T0 = T0->nxt)
		{	if (strcmp(T0->tp, "else") == 0)
				nrelse++;
		}
		if (nrelse > 1)
		{	printf("error: proctype '%s' state",
				procname[n]);
		  	printf(" %d, inherits %d", i, nrelse);
		  	printf(" 'else' stmnts\n");
			pan_exit(1);
	}	}
#if !defined(LOOPSTATE) && !defined(BFS_PAR)
	if (state_tables)
#endif
	do_dfs(n, m, is, srcln, reach, lpstate);

	if (!t_reverse)
	{	return;
	}
	/* process n, with m states, is=initial state -- reverse list */
	if (!state_tables && Btypes[n] != N_CLAIM)
	{	for (i = 1; i < m; i++)
		{	Trans *Tx = (Trans *) 0; /* list of escapes */
			Trans *Ty = (Trans *) 0; /* its tail element */
			T1 = (Trans *) 0; /* reversed list */
			T2 = (Trans *) 0; /* its tail */
			T3 = (Trans *) 0; /* remembers possible 'else' */

			/* find unless-escapes, they should go first */
			T4 = T5 = T0 = trans[n][i];
	#ifdef HAS_UNLESS
			while (T4 && T4->e_trans) /* escapes are first in orig list */
			{	T5 = T4;	  /* remember predecessor */
				T4 = T4->nxt;
			}
	#endif
			/* T4 points to first non-escape, T5 to its parent, T0 to original list */
			if (T4 != T0)		 /* there was at least one escape */
			{	T3 = T5->nxt;		 /* start of non-escapes */
				T5->nxt = (Trans *) 0;	 /* separate */
				Tx = T0;		 /* start of the escapes */
				Ty = T5;		 /* its tail */
				T0 = T3;		 /* the rest, to be reversed */
			}
			/* T0 points to first non-escape, Tx to the list of escapes, Ty to its tail */

			/* first tail-add non-escape transitions, reversed */
			T3 = (Trans *) 0;
			for (T5 = T0; T5; T5 = T4)
			{	T4 = T5->nxt;
	#ifdef HAS_UNLESS
				if (T5->e_trans)
				{	printf("error: cannot happen!\n");
					continue;
				}
	#endif
				if (strcmp(T5->tp, "else") == 0)
				{	T3 = T5;
					T5->nxt = (Trans *) 0;
				} else
				{	T5->nxt = T1;
					if (!T1) { T2 = T5; }
					T1 = T5;
			}	}
			/* T3 points to a possible else, which is removed from the list */
			/* T1 points to the reversed list so far (without escapes) */
			/* T2 points to the tail element -- where the else should go */
			if (T2 && T3)
			{	T2->nxt = T3;	/* add else */
			} else
			{	if (T3) /* there was an else, but there's no tail */
				{	if (!T1)	/* and no reversed list */
					{	T1 = T3; /* odd, but possible */
					} else		/* even stranger */
					{	T1->nxt = T3;
			}	}	}

			/* add in the escapes, to that they appear at the front */
			if (Tx && Ty) { Ty->nxt = T1; T1 = Tx; }

			trans[n][i] = T1;
			/* reversed, with escapes first and else last */
	}	}
	if (state_tables && verbose)
	{	printf("FINAL proctype %s\n", 
			procname[n]);
		for (i = 1; i < m; i++)
		for (T0 = trans[n][i]; T0; T0 = T0->nxt)
			crack(n, i, T0, srcln);
	}
}
void
imed(Trans *T, int v, int n, int j)	/* set intermediate state */
{	progstate[n][T->st] |= progstate[n][v];
	accpstate[n][T->st] |= accpstate[n][v];
	stopstate[n][T->st] |= stopstate[n][v];
	mapstate[n][j] = T->st;
}
void
tagtable(int n, int m, int is, short srcln[], uchar reach[])
{	Trans *z;

	if (is >= m || !trans[n][is]
	||  is <= 0 || reach[is] == 0)
		return;
	reach[is] = 0;
	if (state_tables)
	for (z = trans[n][is]; z; z = z->nxt)
	{	if (dodot)
			dot_crack(n, is, z);
		else
			crack(n, is, z, srcln);
	}

	for (z = trans[n][is]; z; z = z->nxt)
	{
#ifdef HAS_UNLESS
		int i, j;
#endif
		tagtable(n, m, z->st, srcln, reach);
#ifdef HAS_UNLESS
		for (i = 0; i < HAS_UNLESS; i++)
		{	j = trans[n][is]->escp[i];
			if (!j) break;
			tagtable(n, m, j, srcln, reach);
		}
#endif
	}
}

extern Trans *t_id_lkup[];

void
dfs_table(int n, int m, int is, short srcln[], uchar reach[], uchar lpstate[])
{	Trans *z;

	if (is >= m || is <= 0 || !trans[n][is])
		return;
	if ((reach[is] & (4|8|16)) != 0)
	{	if ((reach[is] & (8|16)) == 16)	/* on stack, not yet recorded */
		{	lpstate[is] = 1;
			reach[is] |= 8; /* recorded */
			if (state_tables && verbose)
			{	printf("state %d line %d is a loopstate\n", is, srcln[is]);
		}	}
		return;
	}
	reach[is] |= (4|16);	/* visited | onstack */
	for (z = trans[n][is]; z; z = z->nxt)
	{	t_id_lkup[z->t_id] = z;
#ifdef HAS_UNLESS
		int i, j;
#endif
		dfs_table(n, m, z->st, srcln, reach, lpstate);
#ifdef HAS_UNLESS
		for (i = 0; i < HAS_UNLESS; i++)
		{	j = trans[n][is]->escp[i];
			if (!j) break;
			dfs_table(n, m, j, srcln, reach, lpstate);
		}
#endif
	}
	reach[is] &= ~16; /* no longer on stack */
}
void
do_dfs(int n, int m, int is, short srcln[], uchar reach[], uchar lpstate[])
{	int i;
	dfs_table(n, m, is, srcln, reach, lpstate);
	for (i = 0; i < m; i++)
		reach[i] &= ~(4|8|16);
}
void
crack(int n, int j, Trans *z, short srcln[])
{	int i;

	if (!z) return;
	printf("	state %3d -(tr %3d)-> state %3d  ",
		j, z->forw, z->st);
	printf("[id %3d tp %3d", z->t_id, z->tpe[0]);
	if (z->tpe[1]) printf(",%d", z->tpe[1]);
#ifdef HAS_UNLESS
	if (z->e_trans)
		printf(" org %3d", z->e_trans);
	else if (state_tables >= 2)
	for (i = 0; i < HAS_UNLESS; i++)
	{	if (!z->escp[i]) break;
		printf(" esc %d", z->escp[i]);
	}
#endif
	printf("]");
	printf(" [%s%s%s%s%s] %s:%d => ",
		z->atom&6?"A":z->atom&32?"D":"-",
		accpstate[n][j]?"a" :"-",
		stopstate[n][j]?"e" : "-",
		progstate[n][j]?"p" : "-",
		z->atom & 8 ?"L":"G",
		PanSource, srcln[j]);
	for (i = 0; z->tp[i]; i++)
		if (z->tp[i] == '\n')
			printf("\\n");
		else
			putchar(z->tp[i]);
	if (verbose && z->qu[0])
	{	printf("\t[");
		for (i = 0; i < 6; i++)
			if (z->qu[i])
				printf("(%d,%d)",
				z->qu[i], z->ty[i]);
		printf("]");
	}
	printf("\n");
	fflush(stdout);
}
/* spin -a m.pml; cc -o pan pan.c; ./pan -D | dot -Tps > foo.ps; ps2pdf foo.ps */
void
dot_crack(int n, int j, Trans *z)
{	int i;

	if (!z) return;
	printf("	S%d -> S%d  [color=black", j, z->st);

	if (z->atom&6) printf(",style=dashed");
	else if (z->atom&32) printf(",style=dotted");
	else if (z->atom&8) printf(",style=solid");
	else printf(",style=bold");

	printf(",label=\"");
	for (i = 0; z->tp[i]; i++)
	{	if (z->tp[i] == '\\'
		&&  z->tp[i+1] == 'n')
		{	i++; printf(" ");
		} else
		{	putchar(z->tp[i]);
	}	}
	printf("\"];\n");
	if (accpstate[n][j]) printf("  S%d [color=red,style=bold];\n", j);
	else if (progstate[n][j]) printf("  S%d [color=green,style=bold];\n", j);
	if (stopstate[n][j]) printf("  S%d [color=blue,style=bold,shape=box];\n", j);
}

#ifdef VAR_RANGES
#define BYTESIZE	32	/* 2^8 : 2^3 = 256:8 = 32 */

typedef struct Vr_Ptr {
	char	*nm;
	uchar	vals[BYTESIZE];
	struct Vr_Ptr *nxt;
} Vr_Ptr;
Vr_Ptr *ranges = (Vr_Ptr *) 0;

void
logval(char *s, int v)
{	Vr_Ptr *tmp;

	if (v<0 || v > 255) return;
	for (tmp = ranges; tmp; tmp = tmp->nxt)
		if (!strcmp(tmp->nm, s))
			goto found;
	tmp = (Vr_Ptr *) emalloc(sizeof(Vr_Ptr));
	tmp->nxt = ranges;
	ranges = tmp;
	tmp->nm = s;
found:
	tmp->vals[(v)/8] |= 1<<((v)%8);
}

void
dumpval(uchar X[], int range)
{	int w, x, i, j = -1;

	for (w = i = 0; w < range; w++)
	for (x = 0; x < 8; x++, i++)
	{
from:		if ((X[w] & (1<<x)))
		{	printf("%d", i);
			j = i;
			goto upto;
	}	}
	return;
	for (w = 0; w < range; w++)
	for (x = 0; x < 8; x++, i++)
	{
upto:		if (!(X[w] & (1<<x)))
		{	if (i-1 == j)
				printf(", ");
			else
				printf("-%d, ", i-1);
			goto from;
	}	}
	if (j >= 0 && j != 255)
		printf("-255");
}

void
dumpranges(void)
{	Vr_Ptr *tmp;
	printf("\nValues assigned within ");
	printf("interval [0..255]:\n");
	for (tmp = ranges; tmp; tmp = tmp->nxt)
	{	printf("\t%s\t: ", tmp->nm);
		dumpval(tmp->vals, BYTESIZE);
		printf("\n");
	}
}
#endif
