/** The doors: signing in and out over HTTP and on the socket. */
@NullMarked
package parlance.auth.login;

import org.jspecify.annotations.NullMarked;
