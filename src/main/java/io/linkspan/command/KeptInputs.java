package io.linkspan.command;

import io.linkspan.command.KeptInput.InHand;
import io.linkspan.command.KeptInput.Kind;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.CopyRequest;
import io.linkspan.session.Fact;
import io.linkspan.session.Step;
import io.linkspan.sql.BackslashText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The successful inputs of a session, tidied: of a plan's refinements the last one, no look-ups,
 * nothing that was taken back.
 */
final class KeptInputs {
  private static final Set<String> SCENE =
      Set.of("let", "unset", "\\set", "\\unset", "set", "\\cd", "\\prompt", "\\getenv");
  private static final Set<String> AS_TYPED =
      Set.of("say", "\\echo", "\\qecho", "\\warn", "install");
  private static final Set<String> MEANT_SQL = Set.of("\\gset", "\\gexec");

  private final List<KeptInput> inputs = new ArrayList<>();
  private final OpenTransactions transactions = new OpenTransactions();
  private final TypedRequests typed;
  private final Set<String> typedWith = new TreeSet<>();
  private int open;

  /**
   * None yet.
   *
   * @param filled fills in the variables as they are now
   */
  KeptInputs(UnaryOperator<String> filled) {
    this.typed = new TypedRequests(filled);
  }

  /** All of them, first to last, without those of a transaction that nobody committed yet. */
  List<KeptInput> all() {
    return inputs.stream().filter(each -> !transactions.isOpen(each.transaction())).toList();
  }

  /** A request with the variables that were typed for it. */
  CopyRequest typed(CopyRequest made) {
    return typed.of(made);
  }

  /** Whether there are some whose transaction is open. */
  boolean someAreOpen() {
    return inputs.stream().anyMatch(each -> transactions.isOpen(each.transaction()));
  }

  /**
   * Takes a step that is over; one that failed or carried out a script is left out, and so is what
   * a transaction did that was rolled back.
   *
   * @param after where the sessions stand with their transactions now
   */
  void add(Step step, String route, Sessions after) {
    Input input = Input.of(step.text());
    transactions.begin(input, after);
    if (!isBlock(step) && step.wentWell() && !step.called()) {
      add(step, input, route);
    }
    transactions
        .ended(input, step.wentWell(), after)
        .forEach(gone -> inputs.removeIf(each -> each.transaction().equals(OptionalInt.of(gone))));
  }

  private void add(Step step, Input input, String route) {
    Optional<Fact.Ran> ran = last(step, Fact.Ran.class);
    Optional<Fact.Made> made = last(step, Fact.Made.class);
    if (ran.isPresent()) {
      ran(ran.orElseThrow(), input, route);
    } else if (last(step, Fact.Undone.class).isPresent()) {
      takeBack(last(step, Fact.Undone.class).orElseThrow().run());
    } else if (made.isPresent()) {
      note(input, step.text());
      plan(inHand(input, made.orElseThrow().planned().plan()), route);
    } else if (step.text().contains(SecretMask.MASK)) {
      secret(input, step.text(), route);
    } else if (input instanceof Input.OfCommand command) {
      command(command, step, route);
    } else if (input instanceof Input.OfSql sql && isMeant(sql)) {
      inputs.add(kept(Kind.TEXT, step.text().strip(), route, transactions.taking()));
    }
  }

  /** Whether the step opens or closes a condition, of which a saved script has the branch taken. */
  private boolean isBlock(Step step) {
    OptionalInt block = ScriptFlow.blockOf(step.text());
    boolean opened = block.isPresent() && (block.getAsInt() <= 0 || opens(step));
    boolean closes = block.isPresent() && block.getAsInt() < 0;
    if (closes && open == 0) {
      return false;
    }
    open += opened ? block.getAsInt() : 0;
    return block.isPresent();
  }

  /** A condition that failed at the prompt opens nothing. */
  private static boolean opens(Step step) {
    return step.wentWell() || step.script().isPresent();
  }

  private static <F> Optional<F> last(Step step, Class<F> kind) {
    List<F> found = step.facts().stream().filter(kind::isInstance).map(kind::cast).toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  private static KeptInput kept(Kind kind, String text, String route) {
    return kept(kind, text, route, OptionalInt.empty());
  }

  private InHand inHand(Input input, CopyPlan plan) {
    return new InHand(plan, typed.of(input, plan.request()));
  }

  private static KeptInput kept(Kind kind, String text, String route, OptionalInt transaction) {
    return new KeptInput(
        kind, text, route, Optional.empty(), OptionalLong.empty(), Set.of(), transaction);
  }

  private static KeptInput planned(InHand plan, String route, Set<String> typedWith) {
    return new KeptInput(
        Kind.PLAN,
        "",
        route,
        Optional.of(plan),
        OptionalLong.empty(),
        typedWith,
        OptionalInt.empty());
  }

  private void plan(InHand plan, String route) {
    if (!inputs.isEmpty() && inputs.get(inputs.size() - 1).kind() == Kind.PLAN) {
      inputs.remove(inputs.size() - 1);
    }
    inputs.add(planned(plan, route, typedWith));
  }

  /** Notes with which variables the plan in hand was typed; a new plan has those of its own. */
  private void note(Input input, String text) {
    boolean anew =
        !(input instanceof Input.OfCommand command)
            || (command.word().equals("plan") && !command.rest().isBlank());
    if (anew) {
      typedWith.clear();
    }
    typedWith.addAll(VariablesUsed.in(text));
  }

  /** A run that was interrupted and resumed is one run. */
  private void ran(Fact.Ran ran, Input input, String route) {
    boolean dry = ran.receipt().dry();
    boolean typed = input instanceof Input.OfCommand command && command.word().equals("run");
    String options = typed ? ((Input.OfCommand) input).rest().strip() : "";
    inputs.add(
        new KeptInput(
            dry ? Kind.DRY_RUN : Kind.RUN,
            ("run " + options).strip(),
            route,
            Optional.of(inHand(input, ran.planned().plan())),
            ran.receipt().pieces().run(),
            typedWith,
            OptionalInt.empty()));
  }

  /** The connections are told of elsewhere. */
  private void secret(Input input, String text, String route) {
    if (!(input instanceof Input.OfCommand command)
        || !Set.of("connect", "\\c", "\\connect").contains(command.word())) {
      inputs.add(kept(Kind.SECRET, text.strip(), route));
    }
  }

  private void command(Input.OfCommand command, Step step, String route) {
    String word = command.word();
    String text = step.text().strip();
    if (!ExpectedTables.in(command).isEmpty()) {
      // They are written anew, with the plan.
      return;
    }
    if (word.equals("expect") || word.equals("verify")) {
      inputs.add(kept(Kind.LOOK_AT_RUN, text, route, transactions.taking()));
    } else if (SCENE.contains(word) && !command.rest().isBlank()) {
      inputs.add(kept(Kind.SCENE, text, route));
    } else if (word.equals("on") && step.script().isEmpty()) {
      inputs.add(kept(Kind.SCENE, text, route));
    } else if (AS_TYPED.contains(word)) {
      inputs.add(kept(Kind.TEXT, text, route));
    }
  }

  /** A run that was undone goes, with what was expected of it. */
  private void takeBack(long number) {
    for (int i = inputs.size() - 1; i >= 0; i--) {
      KeptInput each = inputs.get(i);
      if (each.kind() == Kind.RUN && each.run().equals(OptionalLong.of(number))) {
        inputs.set(i, planned(each.plan().orElseThrow(), each.route(), each.typedWith()));
        while (i + 1 < inputs.size() && inputs.get(i + 1).kind() == Kind.LOOK_AT_RUN) {
          inputs.remove(i + 1);
        }
        return;
      }
    }
  }

  /** Whether a statement does something; a query that is only shown does not. */
  private static boolean isMeant(Input.OfSql sql) {
    if (sql.text().indexOf('\\') >= 0) {
      List<BackslashText.Part> parts = BackslashText.parts(sql.text());
      return parts.stream()
          .anyMatch(
              part ->
                  part.command().filter(c -> MEANT_SQL.contains(c.word())).isPresent()
                      || !InputKind.onlyReads(part.sql()));
    }
    return !InputKind.onlyReads(sql.text());
  }
}
