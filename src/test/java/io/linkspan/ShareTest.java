package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The man page and the completions of shells keep up with the options. */
final class ShareTest {
  private static final Path SHARE = Path.of("scripts/share");

  @TempDir private Path home;

  private static List<String> options() {
    return Pattern.compile("--[a-z][a-z-]+")
        .matcher(Arguments.USAGE)
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  @Test
  void the_man_page_has_every_option_and_every_exit_code() throws IOException {
    String page = Files.readString(SHARE.resolve("linkspan.1")).replace("\\-", "-");

    assertThat(options()).isNotEmpty().allSatisfy(option -> assertThat(page).contains(option));
    assertThat(List.of("0", "1", "2", "3", "4", "5", "70", "130"))
        .allSatisfy(code -> assertThat(page).contains("\n.B " + code + "\n"));
  }

  @Test
  void both_completions_have_every_option() throws IOException {
    String bash = Files.readString(SHARE.resolve("linkspan.bash"));
    String zsh = Files.readString(SHARE.resolve("_linkspan"));

    assertThat(options())
        .allSatisfy(
            option -> {
              assertThat(bash).contains(option);
              assertThat(zsh).contains(option);
            });
  }

  /** What bash offers for the last of the words. */
  private List<String> offered(String... words) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
    String script =
        """
        source "$1"; shift
        COMP_WORDS=(linkspan "$@"); COMP_CWORD=$#
        _linkspan
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    List<String> command = new java.util.ArrayList<>(List.of("/bin/bash", "-c", script, "bash"));
    command.add(SHARE.resolve("linkspan.bash").toAbsolutePath().toString());
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().put("XDG_CONFIG_HOME", home.toString());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return output.lines().toList();
  }

  @Test
  void bash_offers_options_words_and_files() throws Exception {
    Files.createFile(home.resolve("seed.lks"));

    assertThat(offered("--ju")).isEqualTo(List.of("--junit"));
    assertThat(offered("s")).isEqualTo(List.of("sandbox", "seed.lks"));
    assertThat(offered("check", "s")).isEqualTo(List.of("seed.lks"));
    assertThat(offered("-X", "--format", "=", "csv", "-v", "a", "=", "1", "s"))
        .isEqualTo(List.of("sandbox", "seed.lks"));
    assertThat(offered("--yes", "check", "--ju")).isEqualTo(List.of("--junit"));
    assertThat(offered("--format", "=", "j")).isEqualTo(List.of("json"));
    assertThat(offered("-c", "s")).isEqualTo(List.of(""));
  }

  @Test
  void bash_offers_routes_between_saved_connections() throws Exception {
    Path folder = Files.createDirectory(home.resolve("linkspan"));
    Files.writeString(
        folder.resolve("config.toml"),
        "[connections.archive]\nhost = 'a'\n\n[connections.\"my main\"] # x\n[results]\n");

    assertThat(offered("-r", "a")).isEqualTo(List.of("archive\\ -\\>\\ my\\ main"));
    assertThat(offered("-r", "'my")).isEqualTo(List.of("my main -> archive"));
    assertThat(offered("--route", "")).hasSize(2);
  }

  @Test
  void bash_takes_the_completion() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
    Process process =
        new ProcessBuilder(
                "/bin/bash",
                "-c",
                "source " + SHARE.resolve("linkspan.bash") + "; complete -p linkspan")
            .redirectErrorStream(true)
            .start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("complete -F _linkspan linkspan\n");
  }

  /** What zsh makes of a line when TAB is pressed at its end; empty without what is wanted. */
  private String completedByZsh(String typed, String wanted) throws Exception {
    String script =
        """
        zmodload zsh/zpty
        cd "$2"
        zpty shell zsh -f -i
        zpty -w shell "PS1=; fpath=('$1' \\$fpath); autoload -Uz compinit; compinit -u -D"
        zpty -w shell 'linkspan() { : }; echo BE""GIN'
        zpty -r -m shell seen '*BEGIN*'
        zpty -w -n shell "$3"$'\\t'
        zpty -r -m shell seen "*$4*"
        print -r -- "$seen"
        zpty -d shell
        """;
    Process process =
        new ProcessBuilder(
                "zsh",
                "-f",
                "-c",
                script,
                "zsh",
                SHARE.toAbsolutePath().toString(),
                home.toString(),
                typed,
                wanted)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("zsh.out").toFile())
            .start();
    boolean ended = process.waitFor(20, TimeUnit.SECONDS);
    process.destroyForcibly();
    return ended ? Files.readString(home.resolve("zsh.out")) : "";
  }

  @Test
  void zsh_offers_the_words_first_and_options_anywhere() throws Exception {
    assumeTrue(
        List.of("/bin/zsh", "/usr/bin/zsh").stream()
            .anyMatch(zsh -> Files.isExecutable(Path.of(zsh))),
        "no zsh");
    Files.createFile(home.resolve("seed.lks"));

    assertThat(completedByZsh("linkspan sa", "sandbox")).contains("sandbox");
    assertThat(completedByZsh("linkspan check se", "seed.lks")).contains("seed.lks");
    assertThat(completedByZsh("linkspan check --ju", "--junit")).contains("--junit");
  }
}
