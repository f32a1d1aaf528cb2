package io.linkspan.command;

import io.linkspan.pg.UserException;
import io.linkspan.request.Clause;
import io.linkspan.request.ClauseParser;
import io.linkspan.request.CopyParser;
import io.linkspan.request.CopyRequest;
import io.linkspan.request.RequestText;
import io.linkspan.sql.ContinuedLines;
import io.linkspan.sql.Tokens;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The requests of a session with their variables as they were typed, so that a script says {@code
 * where id >= :least} and not the value of that day.
 */
final class TypedRequests {
  private static final int MOST = 100;

  private final UnaryOperator<String> filled;
  private final Deque<CopyRequest> typed = new ArrayDeque<>();
  private Optional<CopyRequest> inHand = Optional.empty();

  /**
   * None yet.
   *
   * @param filled fills in the variables as they are now
   */
  TypedRequests(UnaryOperator<String> filled) {
    this.filled = filled;
  }

  /**
   * What a request was typed as: it is the same when its variables are filled in. Where nothing of
   * that kind was typed, as after {@code edit}, it is the request itself.
   *
   * @param input what made it, refined it, or ran it
   */
  CopyRequest of(Input input, CopyRequest made) {
    if (input instanceof Input.OfCommand command) {
      read(command).filter(request -> is(request, made)).ifPresent(this::keep);
    }
    CopyRequest found = of(made);
    inHand = Optional.of(found);
    return found;
  }

  /** The same, of what was typed before. */
  CopyRequest of(CopyRequest made) {
    return typed.stream().filter(request -> is(request, made)).findFirst().orElse(made);
  }

  private void keep(CopyRequest request) {
    typed.push(request);
    if (typed.size() > MOST) {
      typed.removeLast();
    }
  }

  private Optional<CopyRequest> read(Input.OfCommand command) {
    String rest = Input.withoutSemicolon(ContinuedLines.joined(command.rest()));
    try {
      if (command.word().equals("plan")) {
        Tokens tokens = Tokens.of(rest);
        return tokens.acceptWord("copy") ? Optional.of(CopyParser.parse(tokens)) : Optional.empty();
      }
      if (inHand.isEmpty() || !ClauseUsages.have(command.word())) {
        return Optional.empty();
      }
      CopyRequest request = inHand.orElseThrow();
      for (Clause clause : ClauseParser.parseAll(Tokens.of(command.word() + " " + rest))) {
        request = clause.refine(request);
      }
      return Optional.of(request);
    } catch (UserException e) {
      // A variable stands where the language wants a word or a number of its own.
      return Optional.empty();
    }
  }

  private boolean is(CopyRequest request, CopyRequest made) {
    String text = String.join("\n", RequestText.lines(request));
    try {
      return RequestText.lines(CopyParser.parse(Tokens.of(filled.apply(text))))
          .equals(RequestText.lines(made));
    } catch (UserException e) {
      return false;
    }
  }
}
