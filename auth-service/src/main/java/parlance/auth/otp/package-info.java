/** A forgotten password: a code goes to the user's address, and whoever has it sets a new one. */
@NullMarked
package parlance.auth.otp;

import org.jspecify.annotations.NullMarked;
