/**
 * A forgotten password: a code goes to the user's address, and the reader of the mail sets a new
 * one.
 */
@NullMarked
package parlance.auth.otp;

import org.jspecify.annotations.NullMarked;
