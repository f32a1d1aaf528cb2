/** Stories of what is typed and shown, played on real servers and compared to the letter. */
package io.linkspan.transcript;
