/**
 * The doctor: what every precondition of a copy is like on both sides and between them. Connections
 * in, a {@link io.linkspan.doctor.Diagnosis} out; reads both servers, changes nothing.
 */
@org.jspecify.annotations.NullMarked
package io.linkspan.doctor;
