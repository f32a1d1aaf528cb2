/**
 * Lessons as values, and the text that they are written in. In: the text of a lesson. Out: {@code
 * Lesson}, and what is right and wrong in it. Reads its own resources alone; knows no server.
 */
@NullMarked
package io.linkspan.lesson;

import org.jspecify.annotations.NullMarked;
