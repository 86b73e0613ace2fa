/**
 * Tokens of the embedding product's own, by which its users sign in here (docs/trusted-issuers.md).
 */
@NullMarked
package parlance.auth.federation;

import org.jspecify.annotations.NullMarked;
