/**
 * Who is signed in on a connection: {@code connect} with an access token, replies that sign in or
 * out, and sessions that are revoked elsewhere.
 */
@NullMarked
package parlance.gateway.session;

import org.jspecify.annotations.NullMarked;
