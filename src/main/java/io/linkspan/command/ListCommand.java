package io.linkspan.command;

import io.linkspan.catalog.CatalogList;
import io.linkspan.catalog.ListWish;
import io.linkspan.catalog.NamePattern;
import io.linkspan.connection.OpenConnection;
import io.linkspan.report.Display;
import io.linkspan.report.Display.Parts;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list out of the catalogs in psql's manner: one query, its rows shown as any result's. */
final class ListCommand implements Command {
  private final Workspace workspace;
  private final Usage usage;
  private final List<ListWord> words;
  private final Missing missing;

  /** What becomes of a list without rows. */
  interface Missing {
    /**
     * Fails, or lets the empty lists be shown.
     *
     * @param asked at least one
     * @throws io.linkspan.pg.UserException where the user is to be told another way
     */
    void found(List<OpenConnection> asked, String word, NamePattern pattern);
  }

  ListCommand(Workspace workspace, Usage usage, List<ListWord> words, Missing missing) {
    this.workspace = workspace;
    this.usage = usage;
    this.words = List.copyOf(words);
    this.missing = missing;
  }

  @Override
  public Usage usage() {
    return usage;
  }

  @Override
  public boolean answersTo(String word) {
    return words.stream().anyMatch(each -> each.letters(word).isPresent());
  }

  @Override
  public Outcome execute(Invocation invocation) {
    for (ListWord word : words) {
      Optional<ListWord.Letters> letters = word.letters(invocation.word());
      if (letters.isPresent()) {
        return asked(word, letters.orElseThrow(), invocation);
      }
    }
    throw new IllegalStateException("no list is called by " + invocation.word());
  }

  private Outcome asked(ListWord word, ListWord.Letters letters, Invocation invocation) {
    Sides sides =
        word.bothSides()
            ? Sides.parse(invocation.rest(), workspace.connections())
            : Sides.parseOne(invocation.rest(), workspace.connections());
    List<Outcome> shown = new ArrayList<>();
    boolean any = false;
    for (OpenConnection connection : sides.connections()) {
      ListWish wish = wish(word, letters, sides, connection);
      CatalogList list = word.list().apply(wish);
      Collected rows = read(connection, list);
      any |= !rows.rows().isEmpty();
      shown.add(shown(connection, list, wish, rows));
    }
    if (!any) {
      NamePattern pattern = wish(word, letters, sides, sides.connections().get(0)).pattern();
      missing.found(sides.connections(), invocation.word(), pattern);
    }
    return shown.size() == 1 ? shown.get(0) : new Outcome.Several(shown);
  }

  /** More than one pattern is only for what takes arguments. */
  private static ListWish wish(
      ListWord word, ListWord.Letters letters, Sides sides, OpenConnection connection) {
    List<String> typed = sides.words();
    boolean takesArguments = word.stem().equals("\\df");
    NamePattern pattern =
        takesArguments && !typed.isEmpty()
            ? NamePattern.parse(typed.get(0), word.level())
            : sides.pattern(word.level());
    pattern.requireDatabase(connection.settings().database());
    List<NamePattern> arguments =
        typed.stream().skip(1).map(each -> NamePattern.ofType(each, word.level())).toList();
    return new ListWish(
        connection.session().version(),
        letters.kinds(),
        letters.more(),
        letters.system(),
        pattern,
        arguments);
  }

  private Collected read(OpenConnection connection, CatalogList list) {
    Collected rows = new Collected();
    Explained.typed(
        workspace,
        connection,
        list.sql(),
        () -> connection.session().list(list.sql(), list.parameters(), rows));
    return rows;
  }

  private Outcome shown(
      OpenConnection connection, CatalogList list, ListWish wish, Collected rows) {
    // What is not there is blank in such a list, whatever stands for NULL in results.
    if (rows.rows().isEmpty() && list.plural().isPresent()) {
      String fit = wish.pattern().isNone() ? "" : " for " + wish.pattern().typed();
      String none = "no " + list.plural().orElseThrow() + fit + " on " + connection.name();
      return BothSides.of(workspace, () -> List.of(Line.of(Style.DIM, none)), rows::handTo);
    }
    return new Outcome.Apart(
        new Outcome.Results("SELECT", rows::handTo),
        display -> titled(display, list.title() + " on " + connection.name()).withNullText(""),
        Optional.empty());
  }

  /** Rows alone have no title, as in psql. */
  private static Display titled(Display display, String title) {
    Parts parts = display.parts();
    return display.withParts(new Parts(parts.heads(), parts.footer(), parts.heads() ? title : ""));
  }
}
