package io.linkspan.shell;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.InfoCmp;

/**
 * Opens the terminal of this process. The library's builder tries every way there is, runs two
 * programs and starts the logging framework, which doubles the time to the prompt; so the way that
 * nearly always works is gone first.
 */
final class SystemTerminal {
  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  private SystemTerminal() {}

  static Terminal open(Map<String, String> environment) throws IOException {
    String type = environment.getOrDefault("TERM", "");
    if (!type.isEmpty()) {
      try {
        return natively(type);
      } catch (IOException | RuntimeException | LinkageError e) {
        // No native library for this machine, or nowhere to unpack it.
      }
    }
    return TerminalBuilder.builder()
        .system(true)
        .ffm(false)
        .dumb(true)
        .encoding(UTF_8)
        // Asking the terminal costs up to 0.2 s and throws away what was typed meanwhile.
        .graphemeCluster(false)
        .build();
  }

  private static Terminal natively(String type) throws IOException {
    // As the builder has it: no terminal of today has eight colours alone.
    String modern = type.equals("xterm") ? "xterm-256color" : type;
    // For the usual types the library knows what infocmp would say, but runs it all the same.
    String capabilities = InfoCmp.getDefaultInfoCmp(modern);
    if (capabilities != null) {
      InfoCmp.setLoadedInfoCmp(modern, capabilities);
    }
    return new JniTerminalProvider()
        .sysTerminal(
            "linkspan",
            modern,
            false,
            UTF_8,
            UTF_8,
            UTF_8,
            true,
            Terminal.SignalHandler.SIG_DFL,
            false,
            SystemStream.Output);
  }
}
