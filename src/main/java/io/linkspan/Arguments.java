package io.linkspan;

import io.linkspan.pg.UserException;
import io.linkspan.report.OutputFormat;
import io.linkspan.shell.BatchInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * What stands on the command line.
 *
 * @param sandbox whether to start the sandbox first
 * @param check whether scripts are looked at and not run
 * @param story whether to replay the sandbox's story before the prompt
 * @param skipConfiguration whether the configuration file and the start-up script are left alone
 * @param junit takes a report of what the scripts did
 * @param inputs commands and scripts in their order; none for the prompt or a pipe
 */
record Arguments(
    boolean sandbox,
    boolean check,
    boolean story,
    List<BatchInput> inputs,
    Map<String, String> variables,
    boolean yes,
    boolean echo,
    boolean noColour,
    Optional<String> route,
    boolean skipConfiguration,
    Optional<OutputFormat> format,
    Optional<Path> junit,
    boolean help,
    boolean version) {

  static final String USAGE =
      """
      linkspan moves rows between PostgreSQL databases through dblink.

      Usage:
        linkspan                      the prompt
        linkspan sandbox [--story]    the prompt on two PostgreSQL servers of your own, with sample data
        linkspan FILE …               runs scripts
        linkspan check FILE …         plans and checks scripts, and changes nothing
        linkspan -c 'COMMAND' …       runs commands

      Options:
        -X, --no-settings       starts without the configuration file and the start-up script
        -r, --route 'A -> B'      connects the saved A and B and copies from A to B
        -c, --command COMMAND   runs a command; may be given several times
        -f, --file FILE         runs a script; may be given several times
        -v, --variable N=VALUE  sets a variable
            --format FORMAT     table, unaligned, csv, markdown, or json: events, one object a line
            --junit FILE        writes a report for CI: a case for each run, verify and expect
            --yes               answers yes to every question
            --echo              shows each line of input before it is run
            --no-color          no colours; NO_COLOR does the same
            --story             with sandbox: replays a first copy
            --help, --version

      Exit codes: 0 done, 1 usage, 2 cannot connect, 3 refused by a check, 4 a server reported an
      error, 5 an expect found a difference, 130 interrupted.
      """;

  Arguments {
    inputs = List.copyOf(inputs);
    variables = Map.copyOf(variables);
  }

  /** Whether a script is told of as events for other programs. */
  boolean events() {
    return format.filter(OutputFormat.JSON::equals).isPresent();
  }

  private static Options options() {
    Options options = new Options();
    options.addOption(Option.builder("c").longOpt("command").hasArg().get());
    options.addOption(Option.builder("f").longOpt("file").hasArg().get());
    options.addOption(Option.builder("v").longOpt("variable").hasArg().get());
    options.addOption(Option.builder("r").longOpt("route").hasArg().get());
    options.addOption(Option.builder("X").longOpt("no-settings").get());
    options.addOption(Option.builder().longOpt("format").hasArg().get());
    options.addOption(Option.builder().longOpt("junit").hasArg().get());
    for (String flag : List.of("yes", "echo", "no-color", "story", "help", "version")) {
      options.addOption(Option.builder().longOpt(flag).get());
    }
    return options;
  }

  /**
   * Reads the command line.
   *
   * @throws UserException where it cannot be understood
   */
  static Arguments parse(String... arguments) {
    CommandLine line;
    try {
      line = new DefaultParser(false).parse(options(), arguments);
    } catch (ParseException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    List<String> words = new ArrayList<>(Arrays.asList(line.getArgs()));
    boolean sandbox = !words.isEmpty() && words.get(0).equals("sandbox");
    boolean check = !words.isEmpty() && words.get(0).equals("check");
    List<BatchInput> inputs = new ArrayList<>();
    for (Option option : line.getOptions()) {
      if ("c".equals(option.getOpt())) {
        inputs.add(BatchInput.command(option.getValue()));
      } else if ("f".equals(option.getOpt())) {
        inputs.add(BatchInput.script(Path.of(option.getValue())));
      }
    }
    words
        .subList(sandbox || check ? 1 : 0, words.size())
        .forEach(file -> inputs.add(BatchInput.script(Path.of(file))));
    if (check && inputs.isEmpty()) {
      throw wrong("check needs a script");
    }
    if (line.hasOption("story") && !sandbox) {
      throw wrong("--story goes with sandbox");
    }
    return new Arguments(
        sandbox,
        check,
        line.hasOption("story"),
        inputs,
        variables(line),
        line.hasOption("yes"),
        line.hasOption("echo"),
        line.hasOption("no-color"),
        Optional.ofNullable(line.getOptionValue("r")),
        line.hasOption("X"),
        format(line),
        Optional.ofNullable(line.getOptionValue("junit")).map(Path::of),
        line.hasOption("help"),
        line.hasOption("version"));
  }

  private static Map<String, String> variables(CommandLine line) {
    Map<String, String> variables = new LinkedHashMap<>();
    String[] values = line.getOptionValues("v");
    for (String value : values == null ? new String[0] : values) {
      int equals = value.indexOf('=');
      if (equals < 1) {
        throw wrong("-v needs NAME=VALUE");
      }
      variables.put(value.substring(0, equals), value.substring(equals + 1));
    }
    return variables;
  }

  private static Optional<OutputFormat> format(CommandLine line) {
    return Optional.ofNullable(line.getOptionValue("format"))
        .map(
            name ->
                OutputFormat.named(name)
                    .orElseThrow(() -> wrong("unknown format \"" + name + "\"")));
  }

  private static UserException wrong(String what) {
    return UserException.usage(what, "Type: linkspan --help");
  }
}
