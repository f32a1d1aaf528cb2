package io.linkspan.command;

import io.linkspan.catalog.NameIndex;
import io.linkspan.completion.Completion;
import io.linkspan.journal.JournaledRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What completion asks of the session; none of it waits for a server. */
interface Surroundings {
  /** The open connections with what they lead to, in the order of opening. */
  Map<String, String> open();

  /** The names of the saved connections. */
  List<String> saved();

  /** The names of the saved plans. */
  List<String> plans();

  Optional<String> source();

  Optional<String> target();

  /** Where SQL goes that names no connection. */
  Optional<String> current();

  /** The names of a connection, as far as they have been read. */
  Optional<NameIndex> names(String connection);

  /** The tables of a connection as words; made once, for there may be thousands. */
  List<Completion> tables(String connection);

  /** The runs in the target's journal, the latest first. */
  List<JournaledRun> runs();

  Set<String> variables();

  /** The tables of the plan in hand. */
  CopyEnds planned();

  /** The file or folder of that name, from where the shell is. */
  Path path(String typed);
}
