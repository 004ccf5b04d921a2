"""Commands for gdb that show the coroutines of coio, in a running program or in a core dump.

    (gdb) source coio.gdb.py
    (gdb) info coio       schedulers, and coroutines that wait at the same places
    (gdb) coio bt 17      coroutine 17, and those that await it, the innermost first
    (gdb) coio bt         the one that the selected thread runs

The library has to be built with debugging information (-g). Nothing of the program is called.
"""

import re

import gdb

PLACES = 128  # of a chunk: roster::chunk_size
EXAMPLES = 8
JOINER = 2, 7  # the word of who waits for the end: fiber::is_fiber, fiber::kinds
FURTHEST = 64  # places of a chain
NAMES = {"end_wait": "join", "race": "when_any", "sleep_operation": "sleep", "0": "read",
         "1": "write", "2": "accept", "3": "send_to", "4": "recv_from"}


def word(address):
    pointer = gdb.lookup_type("void").pointer()
    return int(gdb.Value(int(address)).cast(pointer.pointer()).dereference())


def address_of(value):
    return int(value.address)


def text(address):
    return gdb.Value(address).cast(gdb.lookup_type("char").pointer()).string(errors="replace")


def namespace():
    """The inline namespace of the library that the program has, such as coio::asio_102201."""
    found = re.search(r"\b(coio::\w+)::detail::scheduler::first_",
                      gdb.execute("info variables detail::scheduler::first_$", to_string=True))
    if not found:
        raise gdb.GdbError("coio: expected a program with debugging information of the library, "
                           "found no variable coio::...::detail::scheduler::first_")
    return found[1]


def demangled(name):
    # g++ names the function that it has made of a coroutine: f(f(int)::_Z1fi.Frame*).
    mangled = re.search(r"(_Z\w+)\.Frame\*\)$", name)
    if mangled:
        name = gdb.execute("demangle -l c++ -- " + mangled[1], to_string=True).strip()
    name = re.sub(r"\bcoio::(asio|boost_asio)_\d+::", "coio::", name)
    return name.replace("(anonymous namespace)::", "")


class Place:
    """A std::source_location: a pointer to two texts and two numbers, with every compiler."""

    def __init__(self, address):
        self.at = word(address)

    def __str__(self):
        if self.at == 0:
            return "(it has not awaited anything yet)"
        unsigned = gdb.lookup_type("unsigned int").pointer()
        line = int(gdb.Value(self.at + 16).cast(unsigned).dereference())
        return f"{demangled(text(word(self.at + 8)))} ({text(word(self.at))}:{line})"


class Coroutine:
    offsets = {}  # of the members of class fiber

    def __init__(self, space, address):
        self.space, self.address = space, address
        if not Coroutine.offsets:
            members = gdb.lookup_type(space + "::detail::fiber").fields()
            Coroutine.offsets = {f.name: f.bitpos // 8 for f in members if hasattr(f, "bitpos")}

    def place(self, name):
        return self.address + Coroutine.offsets[name]

    def number(self, name):
        """Of a member that is a word, or an atomic one."""
        return word(self.place(name))

    @property
    def id(self):
        return self.number("id_")

    @property
    def name(self):
        string = self.number("name_")
        return text(word(string)) if string else ""

    @property
    def waits(self):
        return self.number("turn_") == 0

    def frames(self):
        """The places of its coroutines, the innermost first."""
        if not self.waits:
            yield Place(self.place("last_at_"))
            return
        promise = gdb.lookup_type(self.space + "::detail::promise_base").pointer()
        at = self.number("next_")
        while at:
            # A frame begins with two functions, then comes the promise.
            p = gdb.Value(at + 2 * promise.sizeof).cast(promise).dereference()
            yield Place(address_of(p["at"]))
            at = word(address_of(p["outer"]))

    def what(self):
        """What it waits for: by the class whose function describes it."""
        if not self.waits:
            return "runs, or is ready to run"
        # A suspension begins with a pointer to its three functions, of which the last describes it.
        describe = word(word(self.number("where_")) + 2 * gdb.lookup_type("long").sizeof)
        symbol = demangled(gdb.execute(f"info symbol {describe:#x}", to_string=True))
        for pattern in (r"wait_operation<coio::([\w:]+)_operation", r"io_call\)(\d)",
                        r"operation<.*?([\w:]+::initiate_\w+)", r"coio::detail::(\w+)"):
            found = re.search(pattern, symbol)
            if found:
                kind = found[1].replace("detail::", "")
                return "waits in " + NAMES.get(kind, kind)
        return "waits in " + symbol.split(" + ")[0].split(" in section")[0]

    def joiner(self):
        kind, kinds = JOINER
        waiter = self.number("waiter_")
        return Coroutine(self.space, waiter & ~kinds) if waiter & kinds == kind else None

    def title(self):
        return f'coroutine {self.id}' + (f' "{self.name}"' if self.name else "")


class Scheduler:
    def __init__(self, space, value):
        self.space, self.value = space, value

    @staticmethod
    def all():
        space = namespace()
        at = gdb.parse_and_eval(f"'{space}::detail::scheduler::first_'")
        while int(at):
            yield Scheduler(space, at.dereference())
            at = at.dereference()["next_"]

    @staticmethod
    def pointers(vector):
        """The elements of a std::vector of pointers, which are unique_ptrs or the like."""
        try:
            begin, end = vector["_M_impl"]["_M_start"], vector["_M_impl"]["_M_finish"]
        except gdb.error:
            begin, end = vector["__begin_"], vector["__end_"]
        for at in range(int(begin), int(end), gdb.lookup_type("void").pointer().sizeof):
            yield word(at)

    def coroutines(self):
        for chunk in self.pointers(self.value["roster_"]["chunks_"]):
            for i in range(PLACES):
                found = word(chunk + i * gdb.lookup_type("void").pointer().sizeof)
                if found and found & 1 == 0:
                    yield Coroutine(self.space, found)

    def workers(self):
        worker = gdb.lookup_type(self.space + "::detail::worker").pointer()
        for at in self.pointers(self.value["workers_"]):
            yield gdb.Value(at).cast(worker).dereference()


def chain(coroutine):
    """Lines: its places, and those of the coroutines that join it."""
    lines = []
    while coroutine and len(lines) < FURTHEST:
        lines += ["    " + str(place) for place in coroutine.frames()]
        coroutine = coroutine.joiner()
        if coroutine:
            lines.append(f"  joined by {coroutine.title()} at")
    return lines


class InfoCoio(gdb.Command):
    """Shows the schedulers of coio, and what their coroutines wait for."""

    def __init__(self):
        super().__init__("info coio", gdb.COMMAND_STATUS)

    def invoke(self, argument, from_tty):
        schedulers = list(Scheduler.all())
        if not schedulers:
            print("no scheduler")
        for s in schedulers:
            threads = [word(address_of(w["thread"])) for w in s.workers()]
            groups = {}
            for c in s.coroutines():
                lines = [str(place) for place in c.frames()]
                groups.setdefault((c.what(), tuple(lines)), []).append(c)
            print(f"scheduler at {address_of(s.value):#x}: {len(threads)} workers (threads "
                  f"{', '.join(str(t) if t else 'none' for t in threads)}), "
                  f"{sum(map(len, groups.values()))} coroutines that have begun")
            for (what, lines), members in sorted(groups.items(), key=lambda g: -len(g[1])):
                print(f"\n{len(members)} x {what} at")
                for line in lines:
                    print("    " + line)
                shown = ", ".join(c.title() for c in members[:EXAMPLES])
                more = len(members) - EXAMPLES
                print("  " + shown + (f" and {more} more" if more > 0 else ""))


class Coio(gdb.Command):
    """Commands for the coroutines of coio."""

    def __init__(self):
        super().__init__("coio", gdb.COMMAND_STACK, prefix=True)


class CoioBacktrace(gdb.Command):
    """Shows where a coroutine waits, and those that await it. Without a number: the one that the
selected thread runs."""

    def __init__(self):
        super().__init__("coio bt", gdb.COMMAND_STACK)

    def invoke(self, argument, from_tty):
        if argument:
            if not argument.isdigit():
                raise gdb.GdbError(f"coio bt: expected the number of a coroutine, found {argument}")
            wanted = int(argument)
            found = [c for s in Scheduler.all() for c in s.coroutines() if c.id == wanted]
        else:
            space = namespace()
            current = int(gdb.parse_and_eval(f"'{space}::detail::(anonymous namespace)::current'"))
            found = [Coroutine(space, current)] if current else []
        if not found:
            raise gdb.GdbError(f"coio bt: expected the number of a coroutine that is alive, found "
                               f"{argument}" if argument else
                               "coio bt: the selected thread runs no coroutine")
        for c in found:
            print(f"{c.title()} {c.what()} at")
            for line in chain(c):
                print(line)


InfoCoio()
Coio()
CoioBacktrace()
