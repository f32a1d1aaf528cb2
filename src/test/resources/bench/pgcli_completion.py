"""Measures the completion of pgcli; prints one "name<TAB>milliseconds" a line.

Arguments: host, port, database, user, then the texts to complete. The password is PGPASSWORD.
"""

import os
import sys
import time

from pgcli.completion_refresher import CompletionRefresher
from pgcli.pgexecute import PGExecute
from pgspecial.main import PGSpecial
from prompt_toolkit.document import Document

ROUNDS = 40

host, port, database, user = sys.argv[1:5]
begun = time.monotonic()
executor = PGExecute(database, user, os.environ["PGPASSWORD"], host, port)
ready = []
refresher = CompletionRefresher()
refresher.refresh(executor, PGSpecial(), ready.append, settings={})
refresher._completer_thread.join()
print("ready\t%f" % ((time.monotonic() - begun) * 1000))

for text in sys.argv[5:]:
    for _ in range(ROUNDS):
        begun = time.monotonic()
        words = ready[0].get_completions(Document(text, len(text)), None)
        print("%s\t%f" % (text, (time.monotonic() - begun) * 1000))
        if not words:
            sys.exit("no words for " + text)
