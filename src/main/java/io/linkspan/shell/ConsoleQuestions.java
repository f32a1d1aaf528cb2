package io.linkspan.shell;

import io.linkspan.command.Questions;
import java.util.List;
import java.util.Optional;

/**
 * Questions that a console asks.
 *
 * @param yes whether every yes-or-no is answered yes unasked ({@code --yes})
 */
public record ConsoleQuestions(Console console, boolean yes) implements Questions {
  @Override
  public Optional<String> secret(String prompt) {
    return console.secret(prompt);
  }

  @Override
  public boolean confirm(String question) {
    return yes || console.confirm(question);
  }

  @Override
  public boolean canAnswer() {
    return yes || console.answers();
  }

  @Override
  public boolean someoneThere() {
    return console.terminal();
  }

  @Override
  public Optional<String> answer(String prompt) {
    return console.answer(prompt);
  }

  @Override
  public List<String> history() {
    return console.history();
  }

  @Override
  public Optional<String> edited(String text) {
    return console.edited(text);
  }

  /** The same for the lines of a script: whoever started it may answer, yet reads no line of it. */
  Questions ofScript() {
    return new OfScript(this);
  }

  private record OfScript(Questions asked) implements Questions {
    @Override
    public Optional<String> secret(String prompt) {
      return asked.secret(prompt);
    }

    @Override
    public boolean confirm(String question) {
      return asked.confirm(question);
    }

    @Override
    public boolean canAnswer() {
      return asked.canAnswer();
    }

    @Override
    public Optional<String> answer(String prompt) {
      return asked.answer(prompt);
    }

    @Override
    public List<String> history() {
      return asked.history();
    }

    @Override
    public Optional<String> edited(String text) {
      return asked.edited(text);
    }
  }
}
