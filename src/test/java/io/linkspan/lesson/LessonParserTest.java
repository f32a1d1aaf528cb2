package io.linkspan.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.pg.UserException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LessonParserTest {
  private static final String HEAD = "# Orders\nabout: Our orders.\n\n";
  private static final String STEP =
      "## Look\ntry: Look.\ncheck rows: 1\nright: select 1;\nwrong: select;\n";

  @Test
  void a_lesson_is_read_whole() {
    String text =
        """
        # Orders
        about: Our orders,
          and more.
        link: open
        setup main superuser:
          create table t (a integer);

        ## Look
        Two lines
        of text.

          as it is

        Another paragraph.

        try: Count them
          all.
        check main:
          select count(*) = 1
          from t;
        otherwise: t has no row.
        check typed: begin, rollback
        check idle: main
        check run: inserted = 1, dry = no
        then: So it is.
        hint: Count.
        hint: Count more.
        right:
          select
            1;
          run
        wrong: select 2;

        ## Read
        Only text.
        """;

    Lesson lesson = LessonParser.parse("orders", "orders.txt", text);

    assertThat(lesson)
        .isEqualTo(
            new Lesson(
                "orders",
                "Orders",
                "Our orders, and more.",
                Lesson.Ground.SANDBOX,
                false,
                true,
                List.of(new Setup(End.MAIN, true, "create table t (a integer);")),
                List.of(
                    new LessonStep(
                        "Look",
                        List.of(
                            paragraph("Two lines", "of text."),
                            new TextBlock(true, List.of("as it is")),
                            paragraph("Another paragraph.")),
                        List.of(paragraph("Count them", "all.")),
                        List.of(
                            new Goal(
                                new Check.Holds(End.MAIN, "select count(*) = 1\nfrom t"),
                                List.of(paragraph("t has no row."))),
                            goal(new Check.Typed(List.of("begin", "rollback"))),
                            goal(new Check.Idle(End.MAIN)),
                            goal(
                                new Check.Facts(
                                    Check.Kind.RUN,
                                    List.of(
                                        new Condition("inserted", "=", "1"),
                                        new Condition("dry", "=", "no"))))),
                        List.of(paragraph("So it is.")),
                        List.of(List.of(paragraph("Count.")), List.of(paragraph("Count more."))),
                        List.of("select\n  1;", "run"),
                        List.of("select 2;")),
                    new LessonStep(
                        "Read",
                        List.of(paragraph("Only text.")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()))));
  }

  private static Goal goal(Check check) {
    return new Goal(check, List.of());
  }

  private static TextBlock paragraph(String... lines) {
    return new TextBlock(false, List.of(lines));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("", "1: the lesson has no title", "Begin the file with a line: # TITLE"),
        mistake("about: x\n", "1: the lesson has no title", "Begin the file with a line: # TITLE"),
        mistake(
            "# Orders\n" + STEP,
            "1: the lesson does not say what it is about",
            "Add a line below the title: about: ONE SENTENCE"),
        mistake(HEAD, "1: the lesson has no step", "Begin one with: ## STEP"),
        mistake(
            HEAD + "##Look\n",
            "4: a heading is \"# TITLE\" once, and \"## STEP\" for each step",
            "Write a step's heading with two # and a blank: ## STEP"),
        mistake(
            HEAD + "## Look\ncheck rows: 1\nright: select 1;\n",
            "4: step \"Look\" does not say what to do",
            "Add a line: try: WHAT IS TO BE ACHIEVED"),
        mistake(
            HEAD + "## Look\ntry: Look.\nright: select 1;\n",
            "4: step \"Look\" does not say how to see that it is achieved",
            "Add a query that gives true: check main: select count(*) > 0 from users"),
        mistake(
            HEAD + "## Look\ntry: Look.\ncheck rows: 1\n",
            "4: step \"Look\" has no right answer",
            "Add what one may type: right: select 1;"),
        mistake(
            HEAD + "## Look\ntry: Look.\ncheck rows: 1\nright: select 1;\n",
            "1: no step has a wrong answer",
            "Add one, to see that it is not taken for right. Below a step's right answer: wrong:"
                + " select 1;"),
        mistake(HEAD + STEP + "hnt: x\n", "9: unknown word \"hnt\"", "Perhaps you mean \"hint\"."),
        mistake(
            HEAD + STEP + "and so on\n",
            "9: a line that belongs to nothing",
            "Indent it by two blanks, so that it goes on with the line above; or begin it with one"
                + " of: about, servers, data, link, setup, try, check, otherwise, then, hint,"
                + " right, wrong"),
        mistake(
            HEAD + STEP + "check asnwer: 1\n",
            "9: a check of \"asnwer\" is not known",
            "Perhaps you mean \"answer\"."),
        mistake(
            HEAD + STEP + "check main:\n",
            "9: the check says nothing",
            "Write a query that gives true: check main: select count(*) > 0 from users"),
        mistake(
            HEAD + STEP + "check rows: many\n",
            "9: \"many\" is no number of rows",
            "Write: check rows: 10"),
        mistake(
            HEAD + STEP + "check error: syntax\n",
            "9: \"syntax\" is no SQLSTATE",
            "Write its five characters, as an error shows them: check error: 42601"),
        mistake(
            HEAD + STEP + "check run: insertd = 1\n",
            "9: a run has no field \"insertd\"",
            "Perhaps you mean \"inserted\"."),
        mistake(
            HEAD + STEP + "check plan: where\n",
            "9: \"where\" is no condition",
            "Write: check plan: source = VALUE"),
        mistake(
            HEAD + STEP + "right:\n",
            "9: the answer says nothing",
            "Write what is typed below it, indented by two blanks."),
        mistake(
            HEAD + STEP + "setup main: select 1;\n",
            "9: \"setup\" belongs to the whole lesson",
            "Move it above the first step. about, data, link, servers, setup stand there."),
        mistake(
            "# Orders\nabout: x\ntry: y\n" + STEP,
            "3: \"try\" belongs to a step",
            "Begin a step before it with a line: ## STEP"),
        mistake(
            "# Orders\nabout: x\nservers: route\nsetup main: select 1;\n" + STEP,
            "4: a lesson on a route of one's own may change nothing there by itself",
            "Leave the line out, or write: servers: sandbox"),
        mistake(
            "# Orders\nabout: x\ndata: new\n" + STEP,
            "3: \"new\" is no value of data",
            "Write one of: as they are, fresh."),
        mistake(
            "# Orders\nabout: x\nsetup mian: select 1;\n" + STEP,
            "3: setup of \"mian\" is not known",
            "Write: setup main: or: setup archive:"),
        mistake(
            HEAD + STEP.replace("check rows: 1", "otherwise: no\ncheck rows: 1"),
            "6: \"otherwise\" follows no check",
            "Write it below the check it is about."),
        mistake(
            HEAD + STEP + "check idle: mian\n",
            "9: \"mian\" is no end",
            "Write: check idle: main or: check idle: archive"),
        mistake(
            HEAD + STEP + "then: at {main.prot}\n",
            "9: {main.prot} stands for nothing",
            "Perhaps you mean \"port\"."));
  }

  private static Arguments mistake(String text, String message, String hint) {
    return Arguments.of(text, "our/x.txt:" + message, hint);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void a_mistake_is_told_with_its_place_and_what_to_write(
      String text, String message, String hint) {
    UserException error =
        catchThrowableOfType(UserException.class, () -> LessonParser.parse("x", "our/x.txt", text));

    assertThat(error).isNotNull();
    assertThat(error.fields().message()).isEqualTo(message);
    assertThat(error.fields().hint()).contains(hint);
  }

  @Test
  void a_condition_compares_numbers_as_numbers_and_text_without_case() {
    assertThat(new Condition("read", ">=", "9").holds(Map.of("read", "10"))).isTrue();
    assertThat(
            new Condition("map", "has", "LOWER(email)")
                .holds(Map.of("map", "email = lower(email)")))
        .isTrue();
    assertThat(new Condition("dry", "=", "no").holds(Map.of("dry", "yes"))).isFalse();
    assertThat(new Condition("dry", "=", "no").holds(Map.of())).isFalse();
  }

  @Test
  void the_lessons_of_the_shell_have_a_wrong_answer_for_each_step() {
    List<String> without =
        BuiltInLessons.all().stream()
            .flatMap(
                lesson ->
                    lesson.steps().stream()
                        .filter(step -> !step.onlyText() && step.wrong().isEmpty())
                        .map(step -> lesson.name() + ": " + step.title()))
            .toList();

    assertThat(BuiltInLessons.all()).hasSize(16);
    assertThat(without).isEmpty();
  }
}
