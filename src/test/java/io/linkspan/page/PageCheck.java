package io.linkspan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page read back as XML, and what must hold of every page. */
public final class PageCheck {
  /** What a page may be made of; none of them runs anything, and none loads but link. */
  private static final Set<String> ELEMENTS =
      Set.of(
          ("html head meta title link style body main header section h1 h2 h3 p a em span code pre dl"
                  + " div dt dd ul ol li table caption thead tbody tr th td details summary svg desc g"
                  + " path rect text")
              .split(" "));

  private static final Set<String> REFERENCES =
      Set.of("href", "src", "srcset", "action", "data", "poster", "background", "xlink:href");

  private final Document document;

  private PageCheck(Document document) {
    this.document = document;
  }

  /** Reads the page, which must be XML, and looks at all that must hold of every page. */
  public static PageCheck of(String html) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(html)));
      PageCheck page = new PageCheck(document);
      page.check();
      return page;
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("the page is no XML: " + e.getMessage(), e);
    }
  }

  private void check() {
    assertThat(elements("*")).extracting(Element::getTagName).isSubsetOf(ELEMENTS);
    assertThat(references()).allMatch(to -> to.equals("data:,") || ids().contains(to.substring(1)));
    assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(elements("style").get(0).getTextContent()).doesNotContain("url(", "@import");
    assertThat(ids()).doesNotHaveDuplicates();
    assertThat(elements("h1")).hasSize(1);
    checkHeadings();
    checkPictures();
    elements("table").forEach(PageCheck::checkTable);
  }

  /** Each attribute that leads somewhere, and each that runs something, which there must not be. */
  private List<String> references() {
    List<String> references = new ArrayList<>();
    for (Element element : elements("*")) {
      NamedNodeMap attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        String name = attributes.item(i).getNodeName();
        String value = attributes.item(i).getNodeValue();
        assertThat(name).doesNotStartWith("on").isNotEqualTo("style");
        assertThat(value).as(name).doesNotContainIgnoringCase("javascript:").doesNotContain("//");
        if (REFERENCES.contains(name)) {
          references.add(value);
        }
      }
    }
    return references;
  }

  /** No level is left out on the way down. */
  private void checkHeadings() {
    int before = 0;
    for (Element element : elements("*")) {
      if (element.getTagName().matches("h[1-6]")) {
        int level = element.getTagName().charAt(1) - '0';
        assertThat(level).as(element.getTextContent()).isLessThanOrEqualTo(before + 1);
        before = level;
      }
    }
  }

  private void checkPictures() {
    for (Element svg : elements("svg")) {
      if (!svg.getAttribute("aria-hidden").equals("true")) {
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(ids()).contains(svg.getAttribute("aria-labelledby").split(" "));
      }
    }
  }

  private static void checkTable(Element table) {
    assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
    NodeList heads =
        ((Element) table.getElementsByTagName("thead").item(0)).getElementsByTagName("th");
    NodeList rows =
        ((Element) table.getElementsByTagName("tbody").item(0)).getElementsByTagName("tr");
    for (int i = 0; i < rows.getLength(); i++) {
      Element row = (Element) rows.item(i);
      int cells =
          row.getElementsByTagName("td").getLength() + row.getElementsByTagName("th").getLength();
      assertThat(cells).isEqualTo(heads.getLength());
    }
  }

  private List<String> ids() {
    return elements("*").stream()
        .map(element -> element.getAttribute("id"))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  private List<Element> elements(String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The texts of the elements of that name, blanks taken together. */
  public List<String> texts(String name) {
    return elements(name).stream().map(PageCheck::text).toList();
  }

  /** The rows of the table of that caption, cells separated by bars. */
  public List<String> table(String caption) {
    return elements("table").stream()
        .filter(table -> text((Element) table.getFirstChild()).equals(caption))
        .flatMap(
            table -> {
              NodeList rows =
                  ((Element) table.getElementsByTagName("tbody").item(0))
                      .getElementsByTagName("tr");
              List<String> lines = new ArrayList<>();
              for (int i = 0; i < rows.getLength(); i++) {
                List<String> cells = new ArrayList<>();
                for (org.w3c.dom.Node cell = rows.item(i).getFirstChild();
                    cell != null;
                    cell = cell.getNextSibling()) {
                  cells.add(text((Element) cell));
                }
                lines.add(String.join(" | ", cells).strip());
              }
              return lines.stream();
            })
        .toList();
  }

  /** What stands beside a label. */
  public List<String> fact(String label) {
    return elements("dl").stream()
        .flatMap(list -> pairs(list).entrySet().stream())
        .filter(pair -> pair.getKey().equals(label))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Map<String, String> pairs(Element list) {
    Map<String, String> pairs = new java.util.LinkedHashMap<>();
    NodeList terms = list.getElementsByTagName("dt");
    NodeList contents = list.getElementsByTagName("dd");
    for (int i = 0; i < terms.getLength(); i++) {
      pairs.put(text((Element) terms.item(i)), text((Element) contents.item(i)));
    }
    return pairs;
  }

  private static String text(Element element) {
    return element.getTextContent().replaceAll("\\s+", " ").strip();
  }
}
