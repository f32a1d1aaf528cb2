package io.linkspan.completion;

/**
 * One word that could stand at the cursor.
 *
 * @param text what is typed for it
 * @param description shown beside it; may be empty
 * @param group the heading under which it is listed; may be empty
 * @param complete whether a blank may follow
 */
public record Completion(String text, String description, String group, boolean complete) {}
