"""Programs that end by themselves: swapped they print what they print unswapped."""
import contextlib
import re

from cases import ALL, ONE, TESTS
from loopback import connect, expect, read_to_end


def compare(*names, workers=ALL, text="", serves=False, ordered=True, arguments=(), blur=None):
    """blur: a regular expression of what differs from run to run of the unswapped program, too."""
    def compared(case):
        outputs = []
        for path in (case.plain, case.path):
            if not serves:
                outputs.append(case.run(*arguments, text=text, path=path))
            else:
                # Such a program accepts one connection after the other, and ends.
                port = case.own_port()
                process = case.serve(port=port, path=path)
                data = ""
                while process.poll() is None:
                    with contextlib.suppress(OSError), connect(port) as s:
                        data += read_to_end(s).decode()
                outputs.append(case.output(process) + data)
        if blur:
            outputs = [re.sub(blur, "", o) for o in outputs]
        plain, swapped = (o if ordered else sorted(o.splitlines()) for o in outputs)
        expect(plain == swapped, f"unswapped: {plain}\nswapped: {swapped}")
        expect(plain, "no output")
    compared.needs_plain = True
    compared.shares = None
    TESTS.append((names, workers, compared))


compare("tutorial/timer1/timer", "tutorial/timer2/timer", "tutorial/timer4/timer",
        "tutorial/timer3/timer", "timers/time_t_timer")
compare("tutorial/timer5/timer", blur="Timer [12]")
compare("invocation/prioritised_handlers", workers=ONE)
compare("invocation/completion_executor", ordered=False)
compare(*(f"deferred/deferred_{i}" for i in range(1, 8)))
compare("parallel_group/wait_for_all", "parallel_group/wait_for_one_error",
        "parallel_group/wait_for_one_success", "parallel_group/wait_for_one", text="hello\n")
compare("parallel_group/ranged_wait_for_all", ordered=False)  # in the order of their ends
compare("operations/callback_wrapper", "operations/c_callback_wrapper", text="hello\n")
compare(*(f"operations/composed_{i}" for i in range(1, 9)), serves=True)
compare("type_erasure/main", text="".join(f"{i}\n" for i in range(10)), workers=ONE)
compare("spawn/parallel_grep", arguments=("root", "/etc/passwd", "/etc/group"), ordered=False)
