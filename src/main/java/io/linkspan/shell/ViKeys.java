package io.linkspan.shell;

import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/** Gives a reader the key maps of vi, which it is made without. */
final class ViKeys {
  /** How long a sequence of keys may take that begins with ESC, which is a key of vi. */
  private static final long ESCAPE_MILLIS = 50;

  private ViKeys() {}

  static void bind(
      LineReader reader,
      KeyMap<Binding> insertion,
      KeyMap<Binding> command,
      KeyMap<Binding> pending,
      KeyMap<Binding> visual) {
    Reference insert = new Reference(LineReader.SELF_INSERT);
    for (KeyMap<Binding> keys : List.of(insertion, command, pending, visual)) {
      keys.setUnicode(insert);
      keys.setAmbiguousTimeout(ESCAPE_MILLIS);
    }
    // As in readline: the history, not the next word of a menu.
    insertion.bind(new Reference(LineReader.UP_LINE_OR_HISTORY), KeyMap.ctrl('P'));
    insertion.bind(new Reference(LineReader.DOWN_LINE_OR_HISTORY), KeyMap.ctrl('N'));
    insertion.bind(new Reference(LineReader.DELETE_CHAR), KeyMap.ctrl('D'));
    Reference edit = new Reference(LineReader.EDIT_AND_EXECUTE_COMMAND);
    insertion.bind(edit, KeyMap.ctrl('X') + KeyMap.ctrl('E'));
    command.bind(edit, "v", KeyMap.ctrl('X') + KeyMap.ctrl('E'));
    command.unbind(KeyMap.ctrl('E'));
    reader.getKeyMaps().put(LineReader.VIINS, insertion);
    reader.getKeyMaps().put(LineReader.VICMD, command);
    reader.getKeyMaps().put(LineReader.VIOPP, pending);
    reader.getKeyMaps().put(LineReader.VISUAL, visual);
  }
}
