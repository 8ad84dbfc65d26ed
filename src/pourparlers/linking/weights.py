"""What each observation counts for or against two claims being one thing. Set on annotated dossiers; `benchmarks/linking.py` measures them.

A sum of `SAME` or more holds two claims to be one. None of these excludes: what excludes has no weight (see `evidence.Point`).
"""

#: Points from which two claims are one.
SAME = 1.8

#: Points that the claims of two groups need on average for the groups to be one.
ALIKE = 0.0

#: Points from which two events of one article are one: kinds that happen once a day, kinds that come in lists, and without a common day.
TWICE, TWICE_LISTED, TWICE_UNDATED = 4.2, 5.6, 2.7
#: The same for what lies ahead, of one status and of what happens once a day: it is told in general, then with its day.
TWICE_AHEAD = 1.7

# Days
SAME_DAY = 3.3
SAME_MONTH = 1.2
SAME_YEAR = 1.1
#: The same month or year, long before the articles: few things are told of it.
SAME_HISTORY = 2.5
#: A vague time that holds the other's day: a month, a year.
IN_DAYS = 1.7
IN_MONTH = 0.9
IN_YEAR = -0.3
#: The same, for what happens many times a year.
IN_YEAR_OF_MANY = -1.5
#: The same, for what an article tells long after.
IN_YEAR_OF_HISTORY = 0.9
#: A night, or talks over a few days, told by different days of it.
OVERLAPPING = 1.5
DEADLINES = 0.5
#: Talks of one number, told of two days that follow each other.
SAME_SESSION = 0.5
#: One was put off from its day, the other is told of a day soon after.
PUT_OFF = 1.5
#: One was announced for a day, the other took place a day or two later.
SLIPPED = -0.5
#: One has no day, but both are told at one time, or at times far apart.
TOLD_TOGETHER = 0.9
TOLD_LONG_APART = -3.0
TOLD_YEARS_APART = -5.5
TOLD_APART = -1.0

# Places
SAME_PLACE = 1.5
SAME_STATE = 0.8
WITHIN = 0.4
NEARBY = 1.0
NEIGHBOURS = 0.7
OTHER_NAME = -0.3
DISTANT = -0.5
OTHER_STATE = -1.5
FAR_AWAY = -3.0
#: A town beside a state that it does not lie in: fronts run along frontiers.
OUTSIDE = -1.0

# People and parties
ALL_MET = 2.0
ONE_OF_ONE = 1.0
SOME_MET = 1.5
ONE_OF_SOME = 0.5
NONE_MET = -0.9
#: Two pairs of parties without any in common.
STRANGERS = -2.5
#: Beside those in common, each names another party, of one standing with the other's.
OTHER_PARTIES = -2.5
#: Nor is anybody named whom that could exclude ("les deux camps").
NONE_NAMED = -0.3
SAME_HOST = 0.5
#: No participant in common, but one whom the other passage names.
NAMED = 0.3

# The thing itself
SAME_ROUND = 2.5
SAME_FAMILY = 0.5
OTHER_SUBTYPE = -0.2
#: What is of one kind is never of the other.
OTHER_DEED = -3.5
#: Both bear one name ("le sommet de Karlstad"), however long after they are told.
SAME_TITLE = 2.0
#: Both are told by one word.
SAME_ACT = 0.2
#: A second one of this kind, in one country, is hardly to be expected.
RARE = 1.5
#: One names in general what the other tells in detail; and points from which the two are one in one article.
GENERAL, IN_GENERAL = 0.7, 1.2
#: One begins or holds, the other ends it.
UNDONE = -2.0
#: One took place, the other never did.
OTHER_OUTCOME = -2.0
#: Both go on since one time.
LASTING = 0.8
#: Both go on for days; or one does, and the other is of one day.
SERIES, ONE_OF_SERIES = 0.6, -3.0
#: Each article tells of one event of the type only, and they share a participant.
SOLE = 0.8
#: The same where neither names one, of what few articles tell.
SOLE_UNCOMMON = 0.5

# Words: for each shared stem, times the share of the shorter passage; and how many stems count at most.
WORD, WORDS = 0.6, 6
NO_WORD = -0.7
#: Of what comes in numbers (strikes, sanctions, threats), and not told of one day.
NO_WORD_OF_MANY = -1.5
#: What is asked, offered, refused or threatened on no common day has no word in common.
OTHER_CONTENT = -3.0
#: Two accords of one party, of which no day, no other party and no word tells that they are one.
UNKNOWN_CONTENT = -1.5

# What was said
SAME_VOICE = 0.7
#: A minister and an army of one state: it is not the one who says what the other does.
SAME_SIDE_VOICE = 0.0
OTHER_VOICE = -2.0
#: One is only described ("les militaires").
VAGUE_VOICE = -0.8
SAME_WORDS = 4.0
SAID_WORD, SAID_WORDS = 0.8, 8
SAME_DAY_SAID = 0.7
#: The same long quotation, which one of two articles misdates.
OTHER_DAY_SAID = -0.5
ECHO = -1.0

# Figures
SAME_VALUE = 1.5
OTHER_VALUE = -1.5
COUNTED_WORD, COUNTED_WORDS = 1.0, 5
