package io.linkspan.sql;

/**
 * Why a text is not one harmless read.
 *
 * @param what the statement or clause at fault, lower case: {@code delete}, {@code select into}
 * @param offset index of the place in the text
 */
public record ReadProblem(Kind kind, String what, int offset) {
  /** What kind of trouble it is. */
  public enum Kind {
    /** There is no statement. */
    EMPTY,
    /** A second statement follows. */
    SEVERAL_STATEMENTS,
    /** The statement is no SELECT, VALUES or TABLE. */
    NOT_A_QUERY,
    /** INSERT, UPDATE, DELETE or MERGE, in WITH or after it. */
    DATA_CHANGE,
    /** SELECT … INTO makes a table. */
    INTO,
    /** A quote or comment is not closed. */
    UNTERMINATED,
    /** Brackets do not pair, so that the text would run out of brackets put around it. */
    UNBALANCED,
    /**
     * A backslash stands before a quote of a plain string: the string ends elsewhere where {@code
     * standard_conforming_strings} is off.
     */
    AMBIGUOUS_STRING
  }
}
