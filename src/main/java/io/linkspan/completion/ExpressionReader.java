package io.linkspan.completion;

import io.linkspan.completion.Place.Spot;
import io.linkspan.completion.Reading.ColumnUse;
import io.linkspan.pg.Identifier;
import io.linkspan.sql.SqlWords;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one expression: up to a comma, a bracket that closes, or a word that begins what comes next
 * in the statement. An unfinished bracket ends there as well.
 */
final class ExpressionReader {
  private static final Set<String> STOPS =
      Set.of(
          ("from where having limit offset fetch for window union intersect except returning on into"
                  + " join inner cross full natural select insert values do")
              .split(" "));

  /** After these a value begins. */
  private static final Set<String> BEFORE_VALUE =
      Set.of(
          ("and or not is in like ilike similar to between symmetric asymmetric overlaps escape"
                  + " uescape case when then else distinct all any some exists variadic"
                  + " placing using by at zone local")
              .split(" "));

  /** Words between or after values that name nothing. */
  private static final Set<String> PASSED =
      Set.of("isnull notnull asc desc nulls first last end time document json unknown".split(" "));

  private final Reading reading;
  private final TypedTokens tokens;
  private final Level level;
  private final Clause clause;
  private final boolean nested;
  private boolean call;
  private boolean inCast;
  private String caseWord = "";
  private int negated = -1;
  private int cases;
  private boolean value;
  private boolean bare = true;
  private int operands;
  private int begin;

  // What the expression is as an item of a select list.
  private Optional<Name> column = Optional.empty();
  private Optional<Identifier> label = Optional.empty();
  private boolean cast;
  private boolean star;

  ExpressionReader(Reading reading, Level level, Clause clause, boolean nested) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.level = level;
    this.clause = clause;
    this.nested = nested;
  }

  /** Reads one expression after the other as long as commas follow. */
  static void list(Reading reading, Level level, Clause clause, boolean nested) {
    do {
      new ExpressionReader(reading, level, clause, nested).read();
    } while (reading.tokens.acceptSymbol(","));
  }

  /** Reads the expression and tells what it would give to a select list. */
  Output read() {
    begin = tokens.position();
    while (!tokens.atClose() && !tokens.atSymbol(",") && !stops()) {
      if (value) {
        afterValue();
      } else {
        operand();
      }
    }
    return output();
  }

  private Output output() {
    if (label.isPresent()) {
      return new Output.Named(label.get(), operands == 1 ? column : Optional.empty());
    }
    if (operands == 1 && column.isPresent()) {
      Name name = column.get();
      if (name.star()) {
        return new Output.Star(Optional.of(name));
      }
      return new Output.Named(name.last(), cast ? Optional.empty() : column);
    }
    return operands == 1 && star ? new Output.Star(Optional.empty()) : new Output.Opaque();
  }

  private boolean stops() {
    String word = tokens.word();
    if (word.isEmpty() || tokens.atCursor()) {
      return false;
    }
    return switch (word) {
      case "from" -> !isDistinctFrom();
      case "group", "order" -> tokens.word(1).equals("by") && !call;
      case "left", "right" -> value && !tokens.symbolAt(1, "(");
      case "on", "for", "into", "window" -> !call;
      case "when", "then" ->
          cases == 0 && (clause == Clause.ON || clause == Clause.WHEN || clause == Clause.SET);
      case "do" -> clause == Clause.CONFLICT;
      case "values" -> clause == Clause.SET || clause == Clause.WHEN;
      case "select", "insert" -> value;
      default -> STOPS.contains(word);
    };
  }

  private boolean isDistinctFrom() {
    return tokens.word(-1).equals("distinct")
        && (tokens.word(-2).equals("is") || tokens.word(-2).equals("not"));
  }

  private void operand() {
    if (tokens.atIdentifier()) {
      word();
    } else if (tokens.acceptSymbol("(")) {
      operands++;
      reading.inBrackets(this::brackets);
      value = true;
    } else if (tokens.acceptSymbol("[")) {
      operands++;
      reading.inBrackets(this::elements);
      value = true;
    } else if (tokens.atSymbol("*")) {
      operands++;
      star = operands == 1;
      value = true;
      tokens.pass();
    } else {
      switch (tokens.kind()) {
        case OPERATOR, SYMBOL, UNKNOWN -> bare = false;
        default -> value = true;
      }
      operands++;
      tokens.pass();
    }
  }

  /** Reads a word or name where a value begins. */
  private void word() {
    String word = tokens.atCursor() ? "" : tokens.word();
    switch (word) {
      case "case" -> {
        cases++;
        caseWord = "case";
      }
      case "end" -> cases--;
      case "and", "or", "when", "then", "else" -> {
        bare = true;
        caseWord = word.equals("and") || word.equals("or") ? caseWord : word;
      }
      case "select", "with" -> {
        QueryReader.query(reading, level, true);
        value = true;
        return;
      }
      default -> {}
    }
    boolean keyWord = isKeyWord(word);
    boolean called = tokens.symbolAt(1, "(") && (SqlWords.isCallable(word) || word.equals("cast"));
    if (keyWord && !called) {
      tokens.pass();
      value = SqlWords.isValue(word) || word.equals("end") || PASSED.contains(word);
      operands++;
      return;
    }
    int before = tokens.position();
    tokens.name().ifPresent(name -> named(name, before));
  }

  private boolean isKeyWord(String word) {
    if (word.isEmpty() || tokens.symbolAt(1, ".")) {
      return false;
    }
    boolean test = tokens.word(-1).equals("is") || tokens.word(-2).equals("is");
    return SqlWords.isReserved(word)
        || (BEFORE_VALUE.contains(word) && (tokens.symbolAt(1, "(") || value))
        || (word.equals("grouping") && tokens.word(1).equals("sets"))
        || (word.equals("sets") && tokens.word(-1).equals("grouping"))
        || (word.equals("zone") && tokens.word(-1).equals("time"))
        || (test && (PASSED.contains(word) || word.equals("normalized")))
        || (word.equals("by") && call);
  }

  private void named(Name name, int before) {
    operands++;
    boolean first = before == begin;
    value = true;
    if (name.atCursor()) {
      reading.found(operandPlace(name, before, first));
    } else if (tokens.atSymbol("(")) {
      new CallReader(reading, level, clause).read(name);
      // A call gives a column of the function's name.
      column = Optional.of(name);
      cast = true;
    } else if (tokens.kind().isString()) {
      tokens.pass();
    } else if (tokens.atSymbol("=>") || tokens.atSymbol(":=")) {
      value = false;
    } else {
      reading.use(new ColumnUse(name, level, clause, false));
      column = Optional.of(name);
    }
  }

  private Place operandPlace(Name name, int before, boolean first) {
    int is = before - (wordBefore(before, 1).equals("not") ? 2 : 1);
    if (name.qualifier().isEmpty() && wordBefore(before, before - is).equals("is")) {
      return is == before - 2
          ? Place.words(level, "null", "true", "false", "distinct from", "unknown")
          : Place.words(
              level, "null", "not null", "true", "false", "distinct from", "not distinct from");
    }
    if (name.qualifier().isEmpty() && negated == before) {
      return Place.words(level, "in (", "like", "ilike", "between", "similar to");
    }
    if (clause == Clause.LIMIT && !nested) {
      return Place.words(level, "all");
    }
    Place place =
        Place.of(Place.Kind.OPERAND, level, clause)
            .at(new Spot(clause, nested, first, false, level.sources.size()))
            .listing(level.assigned)
            .after(name.qualifier());
    boolean begins = wordBefore(before, 1).equals("select");
    return begins
        ? place.with("distinct", "distinct on (", "all")
        : first && call ? place.with("distinct") : place;
  }

  /** The word that stands so many tokens before a position. */
  private String wordBefore(int position, int back) {
    return tokens.word(position - back - tokens.position());
  }

  private void afterValue() {
    if (tokens.atCursor()) {
      Spot spot = new Spot(clause, nested, false, bare, level.sources.size());
      reading.passCursor(Place.of(Place.Kind.OPERATOR, level, clause).at(spot).with(ending()));
    } else if (tokens.acceptSymbol("::")) {
      TypeReader.read(reading, level);
      cast = true;
    } else if (tokens.acceptSymbol("[")) {
      reading.inBrackets(this::elements);
    } else if (tokens.acceptSymbol("(")) {
      reading.inBrackets(this::brackets);
    } else if (tokens.acceptSymbol(".")) {
      tokens.name();
      operands++;
    } else if (tokens.atIdentifier()) {
      wordAfterValue(tokens.word());
    } else {
      switch (tokens.kind()) {
        case OPERATOR, SYMBOL -> {
          value = false;
          bare = false;
          operands++;
        }
        default -> {}
      }
      tokens.pass();
    }
  }

  /** What ends or goes on with the part of CASE or CAST that is being typed. */
  private String[] ending() {
    if (inCast) {
      return new String[] {"as"};
    }
    if (cases == 0) {
      return new String[0];
    }
    return caseWord.equals("when")
        ? new String[] {"then", "and", "or"}
        : caseWord.equals("then")
            ? new String[] {"when", "else", "end"}
            : caseWord.equals("else") ? new String[] {"end"} : new String[] {"when"};
  }

  private void wordAfterValue(String word) {
    switch (word) {
      case "as" -> named();
      case "and", "or", "when", "then", "else" -> {
        caseWord = word.equals("and") || word.equals("or") ? caseWord : word;
        tokens.pass();
        value = false;
        bare = true;
        operands++;
      }
      case "end" -> {
        tokens.pass();
        cases--;
      }
      case "collate" -> {
        tokens.pass();
        tokens.name();
      }
      case "filter", "over", "within" -> window();
      case "operator" -> operator();
      default -> {
        boolean goesOn = BEFORE_VALUE.contains(word) || (call && word.equals("order"));
        if (goesOn) {
          tokens.pass();
          negated = word.equals("not") ? tokens.position() : negated;
          value = false;
          bare = false;
          operands++;
        } else {
          boolean named = !SqlWords.isReserved(word) && !PASSED.contains(word);
          Optional<Name> name = tokens.name();
          if (named && label.isEmpty()) {
            label = name.map(Name::last);
          }
        }
      }
    }
  }

  /** Passes OPERATOR (…), or a name that is spelled like it. */
  private void operator() {
    tokens.pass();
    if (tokens.acceptSymbol("(")) {
      reading.inBrackets(tokens::passInside);
      value = false;
      bare = false;
      operands++;
    }
  }

  /** Passes AS and the name or, in a cast, the type. */
  private void named() {
    tokens.pass();
    if (call) {
      TypeReader.read(reading, level);
    } else if (tokens.atCursor()) {
      reading.passCursor(Place.of(Place.Kind.NOTHING, level, clause));
    } else {
      label = tokens.name().map(Name::last);
    }
  }

  /** Passes FILTER (…), OVER (…) and WITHIN GROUP (…). */
  private void window() {
    tokens.pass();
    tokens.accept("group");
    if (tokens.acceptSymbol("(")) {
      reading.inBrackets(() -> WindowReader.read(reading, level, clause));
    } else if (tokens.atCursor()) {
      reading.passCursor(Place.words(level, "("));
    } else {
      tokens.name();
    }
  }

  private void elements() {
    do {
      new ExpressionReader(reading, level, clause, true).read();
    } while (tokens.acceptSymbol(",") || tokens.acceptSymbol(":"));
  }

  private void brackets() {
    if (QueryReader.begins(tokens)) {
      QueryReader.query(reading, level, true);
    } else {
      list(reading, level, clause, true);
    }
  }

  /**
   * Reads one argument of a call, which may hold words of its own.
   *
   * @param cast whether AS and a type are to follow
   */
  static void argument(Reading reading, Level level, Clause clause, boolean cast) {
    ExpressionReader reader = new ExpressionReader(reading, level, clause, true);
    reader.call = true;
    reader.inCast = cast;
    reader.read();
  }
}
