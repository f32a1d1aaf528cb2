package io.linkspan.shell;

import java.util.HashMap;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.terminal.Terminal;

/**
 * The library's line reader without its vi keys, which nothing here switches to: to bind them all
 * takes a good part of the time to the prompt.
 */
final class CommandReader extends MenuReader {
  private static final String SWITCH_TO_VI = KeyMap.ctrl('X') + KeyMap.ctrl('V');

  CommandReader(Terminal terminal) {
    super(terminal, "linkspan", new HashMap<>());
  }

  @Override
  public KeyMap<Binding> emacs() {
    KeyMap<Binding> keys = super.emacs();
    keys.unbind(SWITCH_TO_VI);
    return keys;
  }

  @Override
  public KeyMap<Binding> viCmd() {
    return new KeyMap<>();
  }

  @Override
  public KeyMap<Binding> viInsertion() {
    return new KeyMap<>();
  }

  @Override
  public KeyMap<Binding> viOpp() {
    return new KeyMap<>();
  }

  @Override
  public KeyMap<Binding> visual() {
    return new KeyMap<>();
  }
}
