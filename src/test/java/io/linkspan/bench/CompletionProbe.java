package io.linkspan.bench;

import io.linkspan.command.Conversation;
import io.linkspan.command.LinkspanConversation;
import io.linkspan.command.Questions;
import io.linkspan.completion.Completion;
import io.linkspan.completion.Fuzzy;
import io.linkspan.connection.Environment;
import io.linkspan.report.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process that completes with the names of two connections; prints one {@code name<TAB>value} a
 * line, in milliseconds and megabytes. Arguments: the URI of the database, then the texts.
 */
final class CompletionProbe {
  private static final int ROUNDS = 100;

  private static final Questions NOBODY =
      new Questions() {
        @Override
        public Optional<String> secret(String prompt) {
          return Optional.empty();
        }

        @Override
        public boolean confirm(String question) {
          return false;
        }
      };

  private CompletionProbe() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    Conversation conversation = new LinkspanConversation(Environment.ofProcess(), Map.of());
    Page page = new Page(80, String::length);
    long begun = System.nanoTime();
    conversation.execute("connect archive " + arguments[0] + " as source", page, NOBODY);
    conversation.execute("connect main " + arguments[0] + " as target", page, NOBODY);
    print("connected", milliseconds(begun));
    await(conversation, "plan copy ");
    print("tables", milliseconds(begun));
    await(conversation, "plan copy t_00001_order_item -> t_00001_order_item map id = ");
    await(conversation, "plan copy t_00001_order_item -> t_00001_order_item (");
    print("all", milliseconds(begun));
    for (int i = 1; i < arguments.length; i++) {
      for (int round = 0; round < ROUNDS; round++) {
        long key = System.nanoTime();
        List<Completion> words = words(conversation, arguments[i]);
        print(arguments[i], milliseconds(key));
        if (words.isEmpty()) {
          throw new IllegalStateException("no words for " + arguments[i]);
        }
      }
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    print("heap", (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
    conversation.close();
  }

  private static List<Completion> words(Conversation conversation, String typed) {
    List<Completion> all = conversation.complete(typed, typed.length());
    String word = typed.substring(typed.lastIndexOf(' ') + 1);
    List<Completion> ranked = Fuzzy.ranked(word, all);
    return ranked.isEmpty() ? Fuzzy.ranked(word.substring(word.indexOf('.') + 1), all) : ranked;
  }

  /** Waits until something of the database is offered, besides what is always there. */
  private static void await(Conversation conversation, String typed) throws InterruptedException {
    while (conversation.complete(typed, typed.length()).stream()
        .noneMatch(word -> word.text().startsWith("t_") || word.group().equals("Columns"))) {
      Thread.sleep(5);
    }
  }

  private static double milliseconds(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }

  private static void print(String name, double value) {
    System.out.println(name + "\t" + value);
  }
}
