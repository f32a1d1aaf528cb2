/**
 * What the user may set, and what is set now. In: names and values as typed or as the settings file
 * has them. Out: values that the other stages ask for. Pure; knows no file.
 */
@NullMarked
package io.linkspan.settings;

import org.jspecify.annotations.NullMarked;
