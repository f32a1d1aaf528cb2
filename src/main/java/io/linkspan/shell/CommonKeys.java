package io.linkspan.shell;

import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/** Keys that mean the same in every mode, in each of the ways that terminals send them. */
final class CommonKeys {
  private CommonKeys() {}

  static void bind(KeyMap<Binding> keys) {
    // As in psql: the arrows go through the history, whatever is typed already.
    bind(keys, LineReader.UP_LINE_OR_HISTORY, "[A", "OA");
    bind(keys, LineReader.DOWN_LINE_OR_HISTORY, "[B", "OB");
    bind(keys, LineReader.FORWARD_CHAR, "[C", "OC");
    bind(keys, LineReader.BACKWARD_CHAR, "[D", "OD");
    bind(keys, LineReader.EMACS_FORWARD_WORD, "[1;5C", "[1;3C");
    bind(keys, LineReader.EMACS_BACKWARD_WORD, "[1;5D", "[1;3D");
    bind(keys, LineReader.BEGINNING_OF_LINE, "[H", "OH", "[1~", "[7~");
    bind(keys, LineReader.END_OF_LINE, "[F", "OF", "[4~", "[8~");
    bind(keys, LineReader.DELETE_CHAR, "[3~");
  }

  /** The keys of psql's line editor, where the library binds others (readline manual, 8.4). */
  static void bindEmacs(KeyMap<Binding> keys) {
    bind(keys);
    bind(keys, LineReader.EMACS_FORWARD_WORD, "f");
    bind(keys, LineReader.EMACS_BACKWARD_WORD, "b");
    keys.bind(new Reference(LineReader.BACKWARD_KILL_LINE), KeyMap.ctrl('U'));
  }

  private static void bind(KeyMap<Binding> keys, String widget, String... sequences) {
    for (String sequence : sequences) {
      keys.bind(new Reference(widget), KeyMap.esc() + sequence);
    }
  }
}
