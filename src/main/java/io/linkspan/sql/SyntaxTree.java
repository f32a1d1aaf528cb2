package io.linkspan.sql;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.parser.Node;

/**
 * What JSqlParser made of a text.
 *
 * @param parsed the statement or expression
 * @param root the syntax nodes, which know where they stand in the text
 */
record SyntaxTree(Object parsed, Node root) {

  /**
   * Where the nodes of a kind begin, in the order of the text.
   *
   * @param id a constant of {@code CCJSqlParserTreeConstants}
   */
  List<Integer> offsets(int id) {
    List<Integer> offsets = new ArrayList<>();
    collect(root, id, offsets);
    return offsets.stream().sorted().distinct().toList();
  }

  private static void collect(Node node, int id, List<Integer> offsets) {
    if (node.getId() == id) {
      offsets.add(node.jjtGetFirstToken().absoluteBegin - 1);
    }
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      collect(node.jjtGetChild(i), id, offsets);
    }
  }
}
